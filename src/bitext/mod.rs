//! Which sentences of a text and its translation belong together?
//!
//! Takes the analysed sentences of both texts; gives beads: groups of neighbouring sentences that
//! translate each other, and sentences without a partner. Every sentence is in exactly one bead.

mod band;
mod candidates;
mod cells;
mod crossing;
mod document;
mod features;
mod judge;
mod lattice;
mod links;
mod model;
mod prepared;
mod sums;
#[cfg(test)]
mod tests;
mod text;
mod weights;

pub use candidates::{Bead, Candidates, Swap};
pub use document::{DOCUMENT, Document, KNOWN, KNOWN_GAP, KNOWN_SWAP};
pub use features::{BEAD, GAP, SWAP};
pub use judge::{Judgement, judge};
pub use lattice::{Scores, Step};
pub use model::swap as swap_numbers;
pub use prepared::Prepared;
pub use sums::Posteriors;
pub use text::Source;
pub use weights::{MODEL, Model, Net, UNITS};

use crate::score::Space;
use std::ops::Range;
use sums::Room;

/// Sentences that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Aligned {
    /// Left sentences; empty for right ones without a partner.
    pub left: Range<usize>,
    /// Right sentences.
    pub right: Range<usize>,
    /// Probability that the bead is exactly right.
    pub probability: f64,
}

/// How many times the document is looked at with what the look before told of it.
pub const LOOKS: usize = 2;

/// A bead enters the path if it is likelier than this: for the harmonic mean of precision and
/// recall the best cut is half of what can be reached (Lipton, Elkan and Naryanaswamy 2014).
const LIKELY: f32 = 0.45;

/// Aligns a text with its translation.
pub fn align(
    space: &Space,
    left: &[Source<'_>],
    right: &[Source<'_>],
    model: &Model,
) -> Vec<Aligned> {
    align_prepared(&Prepared::new(space, left, right, model, false), model)
}

/// The same, where the texts have been compared.
pub fn align_prepared(prepared: &Prepared, model: &Model) -> Vec<Aligned> {
    let first = prepared.scores(model);
    let mut room = Room::default();
    let mut p = prepared.posteriors_in(&first, &mut room);
    let mut scores = Scores::default();
    for _ in 0..LOOKS {
        let document = prepared.document(&p);
        scores = prepared.known_scores(model, &document, &first);
        p = prepared.posteriors_in(&scores, &mut room);
    }
    drop(room);
    decode(prepared, &scores, &p)
}

/// The beads of the most probable path and what pairs up across it, in order.
fn decode(prepared: &Prepared, scores: &Scores, p: &Posteriors) -> Vec<Aligned> {
    let found = &prepared.found;
    let path = prepared.best(&|at| p.singles[at] - LIKELY, &|at| p.joined[at] - LIKELY, &|at| {
        (p.swaps[at] - LIKELY) * found.swaps[at].pairs.len() as f32
    });
    let mut out: Vec<Aligned> = Vec::new();
    let span = |(first, count): (u32, u8)| first as usize..first as usize + usize::from(count);
    let mut note = |bead: &Bead, p: f32| {
        let probability = f64::from(p).clamp(0.0, 1.0);
        out.push(Aligned { left: span(bead.left), right: span(bead.right), probability });
    };
    for step in path {
        match step {
            Step::Single(at) => note(&found.singles[at], p.singles[at]),
            Step::Joined(at) => note(&found.joined[at], p.joined[at]),
            Step::Swap(at) => {
                for &pair in &found.swaps[at].pairs {
                    note(&found.singles[pair], p.swaps[at]);
                }
            }
        }
    }
    across(prepared, scores, &mut out);
    alone(prepared, p, &mut out);
    out
}

/// Adds the pairs that cross the path.
fn across(prepared: &Prepared, scores: &Scores, beads: &mut Vec<Aligned>) {
    let (lefts, rights) = prepared.sizes();
    let (mut left, mut right) = (vec![false; lefts], vec![false; rights]);
    for bead in beads.iter() {
        left[bead.left.clone()].fill(true);
        right[bead.right.clone()].fill(true);
    }
    let pairs = crossing::crossings(prepared, scores, beads, &left, &right);
    beads.extend(pairs.into_iter().map(|(i, j, p)| Aligned {
        left: i..i + 1,
        right: j..j + 1,
        probability: f64::from(p),
    }));
}

/// Adds the sentences that no bead has, and puts all in order.
fn alone(prepared: &Prepared, p: &Posteriors, beads: &mut Vec<Aligned>) {
    let (lefts, rights) = prepared.sizes();
    let mut place = vec![usize::MAX; lefts];
    let mut taken = vec![false; rights];
    for bead in beads.iter() {
        place[bead.left.clone()].fill(bead.right.start);
        taken[bead.right.clone()].fill(true);
    }
    let sum = |g: &[f32; 2]| f64::from(g[0] + g[1]).clamp(0.0, 1.0);
    // An unmatched left sentence stands where the path is.
    let mut reached = 0;
    for (i, place) in place.iter().enumerate() {
        if *place == usize::MAX {
            let probability = sum(&p.left_gaps[i]);
            beads.push(Aligned { left: i..i + 1, right: reached..reached, probability });
        } else {
            reached = reached.max(place + 1);
        }
    }
    let mut before: Vec<(usize, usize)> = Vec::new();
    let mut ends: Vec<(usize, usize)> = beads
        .iter()
        .filter(|b| !b.left.is_empty() && !b.right.is_empty())
        .map(|b| (b.right.end, b.left.end))
        .collect();
    ends.sort_unstable();
    for end in ends {
        let highest = before.last().map_or(0, |b| b.1);
        before.push((end.0, end.1.max(highest)));
    }
    for (j, _) in taken.iter().enumerate().filter(|(_, taken)| !**taken) {
        let at = before.partition_point(|b| b.0 <= j);
        let i = at.checked_sub(1).map_or(0, |at| before[at].1);
        let probability = sum(&p.right_gaps[j]);
        beads.push(Aligned { left: i..i, right: j..j + 1, probability });
    }
    beads.sort_by_key(|b| (b.left.start, b.left.end, b.right.start, b.right.end));
}
