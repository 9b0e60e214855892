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
        1.4754, 1.4408, 1.0709, 1.2573, -0.0852, 0.2737, 0.1569, -0.1419,
        1.1846, 0.2418, 0.0164, -0.0890, 0.2730, -0.5017, -0.4405, -0.8839,
        0.8277, -0.1463, -0.6578, 0.8614, 0.4266, -0.8793, -0.9828, -0.6219,
        -0.1128, -0.5507, 0.8453, 0.0000, 0.0000, 0.0000, 0.0000, 0.0000,
        0.0000, 0.0000,
    ],
    joined: [
        2.5357, 0.4230, -0.2848, 0.1300, 0.3933, 0.6918, 0.2310, -0.1196,
        2.1725, 0.0183, 0.0257, -0.2235, 0.1961, -0.3108, -0.3032, -0.5756,
        -0.7478, -0.6097, -0.2677, 0.5984, 1.1725, -1.0765, 0.0394, -0.6603,
        -0.1798, 0.3418, 2.0061, -0.4525, -0.3716, -0.8720, 0.6033, -0.0085,
        0.3856, 0.0448,
    ],
    gap: [
        -1.2915, 0.2925, 0.1545, 1.3212, -0.6694, -1.6941,
    ],
    swap: [
        -0.9199, -1.0179, -0.5485,
    ],
    known_single: [
        -0.2108, -0.2228, -0.3918, 0.0978, 0.0106, -0.4324, 0.0281, 0.8296,
        -0.1911, -0.0322,
    ],
    known_joined: [
        0.3330, 0.0002, 1.1838, 0.1440, -0.5207, 0.0165, 0.0971, 0.9666,
        -0.2406, -0.0898,
    ],
    known_gap: [
        0.4685, 1.0537, -0.0872, -0.7552, 0.0616, 0.7142, -0.0924, 0.0129,
        -0.1437, -0.0953, 0.2241, 0.1042, 0.4267, 0.0186, 1.2572,
    ],
    known_swap: [
        -0.0309, -0.2389, -0.4939, 0.0704, 0.9812, -0.0396, -0.0319, -0.2514,
        -0.1888,
    ],
};
