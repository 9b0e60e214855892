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
        1.1881, 1.5073, 1.2322, 1.3809, 0.4789, 0.7036, 0.2579, -0.1418,
        1.2647, 0.2554, -0.0321, -0.0818, 0.1583, -0.4382, -0.4159, -0.5485,
        0.7180, 0.1452, -0.7422, 1.4930, 1.1024, -0.8298, -1.0348, -0.6629,
        -0.2671, -0.2482, 1.1518, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000,
        0.0000, 0.0000,
    ],
    joined: [
        2.5936, 0.5657, -0.1140, 0.2870, 0.6217, 0.8995, 0.2987, -0.0749,
        2.2217, 0.1706, -0.0164, -0.1624, -0.0196, -0.4135, -0.4152, -0.2721,
        -0.7553, -0.4232, -0.2622, 0.7883, 1.3806, -1.0022, -0.4818, -0.3815,
        -0.2279, 0.3987, 1.8080, -0.8430, -0.1539, -1.4754, 0.8710, -0.0229,
        0.5023, -0.0376,
    ],
    gap: [
        -0.9280, 0.1751, 0.0893, 1.2435,
    ],
    swap: [
        -0.8819, -1.0633, -0.5974,
    ],
    known_single: [
        -0.1659, -0.2261, -0.3255, 0.1920, 0.1180, -0.2655, 0.9566, -0.1007,
        -0.0055,
    ],
    known_joined: [
        -0.0259, -0.1172, 0.9328, -0.0644, -0.2144, -0.1368, 1.0691, -0.1923,
        -0.0368,
    ],
    known_gap: [
        0.2749, 0.7661, -0.1391, -0.4109, -0.0374, 0.3554, 0.0312, 0.0071,
        -0.0357, 0.0492, 0.0343, 0.3007, 1.0982,
    ],
    known_swap: [
        0.0475, 0.0160, -0.2468, 0.0373, 0.7606, -0.0179, -0.2466, 0.1100,
    ],
};
