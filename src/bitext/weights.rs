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
        0.5007, 0.9983, 1.0005, 0.9893, 0.9105, 0.9293, 0.4738, -0.0136,
        0.8557, 0.5639, -0.1353, -0.0970, 0.3623, -0.6802, -0.4984, 0.5501,
        0.2310, 0.0456, -0.6247, 1.2264, 1.2509, -0.8685, -0.9045, -0.7549,
        -0.3658, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000,
    ],
    joined: [
        2.3943, 0.8006, 0.1663, 0.5470, 0.9427, 1.2090, 0.2284, -0.0982,
        1.8283, 0.1883, -0.1221, -0.1039, 0.2031, -0.5550, -0.4369, -0.0302,
        -0.7028, -0.7776, -0.2897, 1.0056, 1.5220, -1.0439, -0.5326, -0.3976,
        -0.2744, -0.4505, -0.0309, -1.3105, 0.8923, -0.0195, 0.4544, -0.0538,
    ],
    gap: [
        -0.3577, 0.0699, 0.0250, 1.2250,
    ],
    swap: [
        -0.8934, -1.0266, -0.5648,
    ],
    known_single: [
        -0.1386, -0.2077, -0.3343, 0.1515, 0.0903, -0.2133, 0.9378, -0.0625,
        -0.0003,
    ],
    known_joined: [
        0.0005, -0.1218, 0.8015, -0.1202, -0.1919, -0.0645, 1.0560, -0.0077,
        -0.0570,
    ],
    known_gap: [
        0.5332, 1.2059, -0.1984, -0.7503, 0.0081, 0.6877, 0.0575, 0.0492,
        -0.0389, 0.0421, 0.0051, 0.1645, 1.1071,
    ],
    known_swap: [
        -0.0767, -0.0350, -0.0088, 0.0711, 0.4912, -0.0954, -0.2079, -0.0974,
    ],
};
