//! The weights: how numbers become log odds, first for any document, then for this one.

use super::candidates::Bead;
use super::features::{BEAD, GAP, SWAP};
use super::text::Text;
pub(super) use super::weights::Model;

/// How many numbers describe a document.
pub const DOCUMENT: usize = 7;
/// How many numbers describe a bead once its document is known.
pub const KNOWN: usize = DOCUMENT + 3;
/// The same for a sentence without a partner: beginning such a run, or going on with it.
pub const KNOWN_GAP: usize = 2 * DOCUMENT + 1;
/// The same for swapped sentences.
pub const KNOWN_SWAP: usize = DOCUMENT + 2;

/// What a first look tells about a document: how much is left out, joined and reordered, how close
/// the translation is, and how long it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Document {
    /// Share of sentences without a partner.
    pub gaps: f32,
    /// Of those, the share that follows another.
    pub runs: f32,
    /// Share of beads with several sentences on a side.
    pub joins: f32,
    /// Share of pairs that cross.
    pub swaps: f32,
    /// How far the sides of single pairs account for each other.
    pub both: f32,
    /// Mean and spread of the logarithm of their ratio of lengths.
    pub ratio: (f32, f32),
    /// By how much the numbers of sentences of both sides differ, as a share of them all.
    pub uneven: f32,
}

impl Document {
    /// The numbers that the model weighs.
    pub fn vector(&self) -> [f32; DOCUMENT] {
        let logs = [self.gaps, self.joins, self.runs, self.swaps, self.uneven].map(f32::ln);
        [1.0, logs[0], logs[1], logs[2], logs[3], self.both, logs[4]]
    }

    /// A bead in this document.
    pub fn bead(&self, bead: &Bead) -> [f32; KNOWN] {
        let mut out = [0.0; KNOWN];
        out[..DOCUMENT].copy_from_slice(&self.vector());
        let z = (bead.ratio - self.ratio.0) / self.ratio.1;
        out[DOCUMENT..].copy_from_slice(&[bead.base, bead.both * self.both, (z * z).min(16.0)]);
        out
    }

    /// A sentence without a partner in this document; `base` is what it is in any document.
    pub fn gap(&self, base: f32, goes_on: bool) -> [f32; KNOWN_GAP] {
        let mut out = [0.0; KNOWN_GAP];
        let first = if goes_on { DOCUMENT } else { 0 };
        out[first..first + DOCUMENT].copy_from_slice(&self.vector());
        out[2 * DOCUMENT] = base;
        out
    }

    /// Swapped sentences in this document.
    pub fn swap(&self, base: f32, pairs: usize) -> [f32; KNOWN_SWAP] {
        let mut out = [0.0; KNOWN_SWAP];
        out[..DOCUMENT].copy_from_slice(&self.vector());
        out[DOCUMENT] = base;
        out[DOCUMENT + 1] = pairs as f32;
        out
    }
}

/// What is known of leaving a sentence without a partner.
pub(super) fn gap(text: &Text, at: usize, best: [f32; 3], goes_on: bool) -> [f32; GAP] {
    let sums = &text.sums[at];
    let on = f32::from(u8::from(goes_on));
    [1.0, (1.0 + sums.total).ln(), (1.0 + sums.chars).ln(), on, best[0], best[1], best[2]]
}

/// What is known of swapped sentences beside their pairs and gaps.
pub fn swap(pairs: usize, gaps: usize) -> [f32; SWAP] {
    [1.0, pairs as f32, gaps as f32]
}

fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

impl Model {
    pub(super) fn single(&self, vector: &[f32; BEAD]) -> f32 {
        dot(&self.single, vector)
    }

    pub(super) fn joined(&self, vector: &[f32; BEAD]) -> f32 {
        dot(&self.joined, vector)
    }

    pub(super) fn gap(&self, vector: &[f32; GAP]) -> f32 {
        dot(&self.gap, vector)
    }

    pub(super) fn swap(&self, vector: &[f32; SWAP]) -> f32 {
        dot(&self.swap, vector)
    }

    pub(super) fn known_single(&self, vector: &[f32; KNOWN]) -> f32 {
        dot(&self.known_single, vector)
    }

    pub(super) fn known_joined(&self, vector: &[f32; KNOWN]) -> f32 {
        dot(&self.known_joined, vector)
    }

    pub(super) fn known_gap(&self, vector: &[f32; KNOWN_GAP]) -> f32 {
        dot(&self.known_gap, vector)
    }

    pub(super) fn known_swap(&self, vector: &[f32; KNOWN_SWAP]) -> f32 {
        dot(&self.known_swap, vector)
    }
}
