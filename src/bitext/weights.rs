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
        1.5165, 1.4848, 1.0244, 1.2575, -0.0081, 0.4284, 0.1080, -0.1520,
        1.2196, 0.2381, 0.0496, -0.1263, 0.3252, -0.4873, -0.4221, -0.6685,
        0.9152, 0.0060, -0.7168, 1.2079, 0.8237, -0.9827, -0.9621, -0.5824,
        -0.0857, -0.7242, 0.7394, 0.9605, 1.1028, 0.0000, 0.0000, 0.0000,
        0.0000, 0.0000,
    ],
    joined: [
        2.8021, 0.4556, -0.2824, 0.1467, 0.4327, 0.7580, 0.2287, -0.1172,
        2.2473, 0.0159, -0.0007, -0.2693, 0.2738, -0.4127, -0.3289, -0.5506,
        -0.6115, -0.4501, -0.2585, 0.6165, 1.2210, -1.0146, -0.0146, -0.6307,
        -0.1603, 0.4282, 2.1533, -0.6654, -0.3486, -1.0937, 0.7227, -0.0139,
        0.3677, 0.0769,
    ],
    gap: [
        -1.4230, 0.3303, 0.1698, 1.3448, -0.7959, -1.7388,
    ],
    swap: [
        -0.8670, -1.0930, -0.6892,
    ],
    known_single: [
        -0.0918, -0.5277, -0.1109, 0.0831, 0.1046, -0.1839, -0.0318, 0.9109,
        -0.2151, -0.0477, 0.0966, -0.0337,
    ],
    known_joined: [
        0.0740, -0.0357, 0.1492, -0.0871, -0.1978, 0.0033, 0.0072, 1.1262,
        -0.0458, -0.1538, 0.0327, 0.1490,
    ],
    known_gap: [
        0.1184, 0.6224, -0.1111, -0.3000, -0.0136, 0.2069, -0.0527, 0.0070,
        -0.0364, -0.0235, 0.0105, 0.0352, 0.2496, 0.0182, 1.0898,
    ],
    known_swap: [
        -0.0600, -0.4881, -0.3128, -0.0566, 0.9913, -0.0476, 0.0132, -0.2771,
        -0.1017,
    ],
};
