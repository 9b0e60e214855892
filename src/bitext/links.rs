//! Which words of the two texts mean the same, looked up once for each kind of word.

use super::text::{Text, small};
use crate::lexicon::Concept;
use crate::model::Lang;
use crate::score::Space;
use rayon::prelude::*;

/// Fainter kinship says nothing about a sentence.
const FAINTEST: f32 = 0.15;
/// Two Indonesian words that share an English equivalent are alike this far: the equivalents of
/// one word are not all alike.
const THROUGH_ENGLISH: f32 = 0.6;

/// For each kind of left word, the kinds of right words that account for it.
#[derive(Debug)]
pub(super) struct Links {
    starts: Vec<usize>,
    entries: Vec<(u32, f32)>,
}

impl Links {
    pub(super) fn new(space: &Space, left: &Text, right: &Text) -> Self {
        let mut all: Vec<(Concept, u32, f32)> = Vec::new();
        for (kind, &word) in right.kinds.iter().enumerate() {
            let kind = small(kind);
            all.extend(space.meaning(word).iter().map(|&(c, weight)| (c, kind, weight)));
        }
        let mut starts = vec![0_usize; space.concepts() + 1];
        for (concept, _, _) in &all {
            starts[*concept as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut holders = vec![(0_u32, 0.0_f32); all.len()];
        for (concept, kind, weight) in all {
            holders[next[concept as usize]] = (kind, weight);
            next[concept as usize] += 1;
        }
        let indonesian = |t: &Text| t.kinds.first().is_some_and(|&w| space.lang(w) == Lang::Id);
        let factor = if indonesian(left) && indonesian(right) { THROUGH_ENGLISH } else { 1.0 };
        let rows: Vec<Vec<(u32, f32)>> = left
            .kinds
            .par_iter()
            .map(|&word| {
                let mut row: Vec<(u32, f32)> = Vec::new();
                for &(concept, weight) in space.meaning(word) {
                    let path = if space.is_english(concept) { factor } else { 1.0 };
                    let at = concept as usize;
                    row.extend(
                        holders[starts[at]..starts[at + 1]]
                            .iter()
                            .map(|&(kind, other)| (kind, weight * other * path))
                            .filter(|&(_, likeness)| likeness >= FAINTEST),
                    );
                }
                row.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
                row.dedup_by_key(|(kind, _)| *kind);
                row
            })
            .collect();
        let mut out = Self { starts: vec![0], entries: Vec::new() };
        for row in rows {
            out.entries.extend(row);
            out.starts.push(out.entries.len());
        }
        out
    }

    /// The right kinds that account for a left kind, and how well.
    pub(super) fn of(&self, kind: u32) -> &[(u32, f32)] {
        let at = kind as usize;
        &self.entries[self.starts[at]..self.starts[at + 1]]
    }
}
