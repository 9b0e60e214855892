//! A text and its translation, ready to be aligned: what is known of every possible bead.

use super::band::Band;
use super::candidates::Candidates;
use super::cells::Pairing;
use super::document::Document;
use super::features::{GAP, SWAP};
use super::lattice::{Gains, Scores, Step, best};
use super::links::Links;
use super::model::{self, Model};
use super::sums::{Posteriors, Room, posteriors};
use super::text::{Source, Text};
use crate::score::Space;

/// Two texts with everything that a path may be made of.
#[derive(Debug)]
pub struct Prepared {
    pub(super) left: Text,
    pub(super) right: Text,
    pub(super) band: Band,
    /// Beads and swaps that a path may take.
    pub found: Candidates,
}

impl Prepared {
    /// Compares two texts as far as a path may lead. `keep_vectors` keeps the numbers behind each
    /// bead, for fitting.
    pub fn new(
        space: &Space,
        left: &[Source<'_>],
        right: &[Source<'_>],
        model: &Model,
        keep_vectors: bool,
    ) -> Self {
        let (left, right) = rayon::join(|| Text::new(space, left), || Text::new(space, right));
        let links = Links::new(space, &left, &right);
        let band = Band::new(&left, &right, &links);
        let pairing = Pairing { left: &left, right: &right, links: &links, band: &band };
        let found = Candidates::new(pairing, model, keep_vectors);
        Self { left, right, band, found }
    }

    /// The numbers behind leaving a sentence without a partner: left or right side, sentence,
    /// whether the one before it is left too.
    pub fn gap(&self, right: bool, at: usize, goes_on: bool) -> [f32; GAP] {
        let (text, bests) =
            if right { (&self.right, &self.found.rights) } else { (&self.left, &self.found.lefts) };
        model::gap(text, at, bests[at], goes_on)
    }

    /// How many sentences each side has.
    pub fn sizes(&self) -> (usize, usize) {
        (self.left.len(), self.right.len())
    }

    /// The sentences of a swapped window that stay without a partner, left and right.
    pub fn spare(&self, swap: usize) -> (Vec<usize>, Vec<usize>) {
        let swap = &self.found.swaps[swap];
        let singles = || swap.pairs.iter().map(|&at| &self.found.singles[at]);
        let free = |(first, count): (u32, u8), taken: &dyn Fn(u32) -> bool| {
            (first..first + u32::from(count))
                .filter(|&n| !taken(n))
                .map(|n| n as usize)
                .collect::<Vec<usize>>()
        };
        (
            free(swap.left, &|n| singles().any(|b| b.left.0 == n)),
            free(swap.right, &|n| singles().any(|b| b.right.0 == n)),
        )
    }

    /// The numbers behind a swapped window beside its pairs and gaps.
    pub fn swap(&self, swap: usize) -> [f32; SWAP] {
        let (lefts, rights) = self.spare(swap);
        model::swap(self.found.swaps[swap].pairs.len(), lefts.len() + rights.len())
    }

    /// Log odds by what is true of any document.
    pub fn scores(&self, model: &Model) -> Scores {
        let gaps = |right: bool, n: usize| {
            (0..n)
                .map(|at| [false, true].map(|on| model.gap(&self.gap(right, at, on))))
                .collect::<Vec<_>>()
        };
        let mut out = Scores {
            singles: self.found.singles.iter().map(|b| b.base).collect(),
            joined: self.found.joined.iter().map(|b| b.base).collect(),
            swaps: Vec::new(),
            left_gaps: gaps(false, self.left.len()),
            right_gaps: gaps(true, self.right.len()),
        };
        out.swaps = (0..self.found.swaps.len())
            .map(|at| self.inside(&out, at) + model.swap(&self.swap(at)))
            .collect();
        out
    }

    /// What the pairs and gaps of a swapped window score.
    pub fn inside(&self, scores: &Scores, swap: usize) -> f32 {
        let (lefts, rights) = self.spare(swap);
        let pairs: f32 = self.found.swaps[swap].pairs.iter().map(|&at| scores.singles[at]).sum();
        let left: f32 = lefts.iter().map(|&at| scores.left_gaps[at][0]).sum();
        let right: f32 = rights.iter().map(|&at| scores.right_gaps[at][0]).sum();
        pairs + left + right
    }

    /// Log odds when the document is known; `first` are those of any document.
    pub fn known_scores(&self, model: &Model, document: &Document, first: &Scores) -> Scores {
        let gaps = |right: bool, first: &[[f32; 2]]| {
            let known = |at: usize, base: f32, on: bool| {
                model.known_gap(&document.gap((right, at), base, on))
            };
            let each = first.iter().enumerate();
            each.map(|(at, base)| [known(at, base[0], false), known(at, base[1], true)])
                .collect::<Vec<_>>()
        };
        let mut out = Scores {
            singles: self
                .found
                .singles
                .iter()
                .map(|b| model.known_single(&document.bead(b)))
                .collect(),
            joined: self
                .found
                .joined
                .iter()
                .map(|b| model.known_joined(&document.bead(b)))
                .collect(),
            swaps: Vec::new(),
            left_gaps: gaps(false, &first.left_gaps),
            right_gaps: gaps(true, &first.right_gaps),
        };
        out.swaps = (0..self.found.swaps.len())
            .map(|at| {
                let base = self.inside(&out, at);
                let swap = &self.found.swaps[at];
                base + model.known_swap(&document.swap(swap.left.0, base, swap.pairs.len()))
            })
            .collect();
        out
    }

    /// How probable everything is over all paths.
    pub fn posteriors(&self, scores: &Scores) -> Posteriors {
        self.posteriors_in(scores, &mut Room::default())
    }

    /// The same in memory that was used before.
    pub(super) fn posteriors_in(&self, scores: &Scores, room: &mut Room) -> Posteriors {
        posteriors(&self.band, &self.found, scores, room)
    }

    /// What a look tells about the document.
    pub fn document(&self, p: &Posteriors) -> Document {
        Document::new(self, p)
    }

    /// The right sentence in the middle of those that a left one is compared with.
    pub(super) fn middle(&self, left: usize) -> usize {
        let rights = self.band.row(left);
        usize::midpoint(rights.start, rights.end)
    }

    /// The best path by gains: singles, joined, swaps, as places in [`Self::found`].
    pub fn best(
        &self,
        singles: &dyn Fn(usize) -> f32,
        joined: &dyn Fn(usize) -> f32,
        swaps: &dyn Fn(usize) -> f32,
    ) -> Vec<Step> {
        best(&self.band, &self.found, &Gains { singles, joined, swaps })
    }
}
