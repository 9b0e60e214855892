//! One text and its translation, or two reports of one matter? Translations keep their order.

use super::prepared::Prepared;
use super::{Aligned, MODEL, Source, align_prepared};
use crate::score::Space;

/// What was seen, and what follows from it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judgement {
    /// Whether the two are a text and its translation.
    pub parallel: bool,
    /// How many sentences are the best partner of each other.
    pub partners: usize,
    /// How many of those follow each other in the same order.
    pub in_order: usize,
    /// Share of the shorter text's sentences that have a sure partner in order.
    pub covered: f64,
}

/// A bead this likely is sure.
const SURE: f64 = 0.8;
/// Less than this says nothing: translations with half of each side missing had 0.255 at least,
/// and some pairs of reports of one event more.
const LEAST_COVERED: f64 = 0.25;
/// Such reports had 0.44 at most; translations with a tenth missing on each side had 0.73 at least.
const MOSTLY: f64 = 0.6;
/// Between the two, so many partners in the same order are no chance: of 168 pairs of reports the
/// longest such order had 15. Set after looking at all of these documents.
const LONG: usize = 18;
/// Share of best partners that follow each other in order.
const LEAST_ORDER: f64 = 0.6;
/// Best partners less alike than this are chance.
const ALIKE: f32 = 0.25;

/// Looks at two texts.
pub fn judge(space: &Space, left: &[Source<'_>], right: &[Source<'_>]) -> Judgement {
    let prepared = Prepared::new(space, left, right, &MODEL, false);
    let beads = align_prepared(&prepared, &MODEL);
    let firm: Vec<u32> =
        prepared.found.mutual.iter().filter(|m| m.3 >= ALIKE).map(|m| m.1).collect();
    let in_order = rising(&firm);
    let (lefts, rights) = prepared.sizes();
    let sure = |b: &&Aligned| !b.left.is_empty() && !b.right.is_empty() && b.probability >= SURE;
    let shorter: usize = beads
        .iter()
        .filter(sure)
        .map(|b| if lefts <= rights { b.left.len() } else { b.right.len() })
        .sum();
    let covered = shorter as f64 / lefts.min(rights).max(1) as f64;
    let ordered = in_order as f64 >= LEAST_ORDER * firm.len() as f64;
    Judgement {
        parallel: ordered && (covered >= MOSTLY || covered >= LEAST_COVERED && in_order >= LONG),
        partners: firm.len(),
        in_order,
        covered,
    }
}

/// Length of the longest run that rises, others left out.
fn rising(values: &[u32]) -> usize {
    let mut ends: Vec<u32> = Vec::new();
    for &value in values {
        let at = ends.partition_point(|&e| e < value);
        if at == ends.len() {
            ends.push(value);
        } else {
            ends[at] = value;
        }
    }
    ends.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longest_rising_run() {
        assert_eq!(rising(&[0, 1, 5, 2, 3, 9]), 5);
        assert_eq!(rising(&[3, 2, 1]), 1);
        assert_eq!(rising(&[]), 0);
    }
}
