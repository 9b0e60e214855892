//! Fitted numbers; `cargo run --release --example fit_parallel -- FOLDER` prints this file.

use super::features::{BEAD, GAP, SWAP};
use super::model::{KNOWN, KNOWN_GAP, KNOWN_SWAP};

/// Weights of everything that decides where a path goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// A single pair, by itself.
    pub single: [f32; BEAD],
    /// A bead of more sentences, by itself.
    pub joined: [f32; BEAD],
    /// A sentence without a partner.
    pub gap: [f32; GAP],
    /// Sentences that changed places.
    pub swap: [f32; SWAP],
    /// The same four when the document is known.
    pub known_single: [f32; KNOWN],
    /// A bead of more sentences.
    pub known_joined: [f32; KNOWN],
    /// A sentence without a partner.
    pub known_gap: [f32; KNOWN_GAP],
    /// Sentences that changed places.
    pub known_swap: [f32; KNOWN_SWAP],
}

/// What the program ships.
#[rustfmt::skip]
pub const MODEL: Model = Model {
    single: [
        1.5677, 1.4681, 1.0189, 1.2404, -0.1336, 0.3188, 0.1443, -0.1351,
        1.1733, 0.1946, 0.0419, -0.0749, 0.2858, -0.4406, -0.4297, -0.8496,
        0.8297, -0.0028, -0.6975, 0.9721, 0.6448, -0.9465, -1.0406, -0.5047,
        -0.0671, -0.8182, 0.8044, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000,
        0.0000, 0.0000,
    ],
    joined: [
        2.7385, 0.4016, -0.3485, 0.0884, 0.3653, 0.7002, 0.2236, -0.1197,
        2.2074, -0.0150, 0.0050, -0.2297, 0.2546, -0.3738, -0.3354, -0.6645,
        -0.7367, -0.5706, -0.2323, 0.5905, 1.2434, -1.0446, -0.0070, -0.5985,
        -0.1513, 0.3492, 2.6024, -0.4956, -0.3123, -1.2438, 0.7450, -0.0207,
        0.4049, 0.0893,
    ],
    gap: [
        -1.5659, 0.3427, 0.1624, 1.3830, -0.1740, -1.1527, -0.7881,
    ],
    swap: [
        -0.7215, -0.9587, -0.7230,
    ],
    known_single: [
        -0.1668, -0.1514, -0.3885, -0.0029, 0.0840, -0.3528, -0.0032, 0.8782,
        -0.1657, -0.0218,
    ],
    known_joined: [
        0.1986, 0.0264, 1.0078, 0.0779, -0.4333, -0.0792, 0.0543, 0.9646,
        -0.3094, -0.0729,
    ],
    known_gap: [
        0.4020, 0.9541, -0.1198, -0.8122, 0.0574, 0.7517, -0.0532, 0.0344,
        -0.1540, -0.1309, 0.0945, 0.0861, 0.3719, 0.0443, 1.0905,
    ],
    known_swap: [
        -0.0395, -0.1552, -0.5361, 0.0955, 0.9206, -0.0585, -0.0798, -0.2560,
        -0.2142,
    ],
};
