//! The weights: how numbers become log odds, first for any document, then for this one.

use super::cells::product;
use super::document::{KNOWN, KNOWN_GAP, KNOWN_SWAP};
use super::features::{BEAD, GAP, SWAP};
use super::text::Text;
pub(super) use super::weights::{Model, Net};

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

impl Net {
    /// Log odds of a bead by its numbers.
    pub fn score(&self, vector: &[f32; BEAD]) -> f32 {
        let mut sum = dot(&self.plain, vector);
        for (unit, worth) in self.units.iter().zip(&self.worth) {
            sum += worth * product(unit, vector).max(0.0);
        }
        sum
    }
}

impl Model {
    pub(super) fn single(&self, vector: &[f32; BEAD]) -> f32 {
        self.single.score(vector)
    }

    pub(super) fn joined(&self, vector: &[f32; BEAD]) -> f32 {
        self.joined.score(vector)
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
