//! A glossary's spellings in one language, by the word they begin with.
//!
//! A text has few of the words that a large glossary's spellings begin with. At first only the rows
//! of each word are noted; its spellings are made ready when a text has the word.

use super::matcher::{Matcher, Phrase};
use super::words::first_word;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::hash::BuildHasher;
use std::sync::OnceLock;

/// The rows of one first word; its spellings once they were needed.
#[derive(Debug)]
struct Word<T> {
    rows: Box<[u32]>,
    ready: OnceLock<Box<Matcher<T>>>,
}

/// The rows of a glossary by the first words of their spellings. A word is known by its hash: should
/// two words share one, they share their rows, and the matcher tells the spellings apart.
#[derive(Debug)]
pub(super) struct Spellings<T>(FxHashMap<u64, Word<T>>);

/// So many rows are looked at by one worker at a time.
const ROWS: usize = 4096;

impl<T> Spellings<T> {
    /// Of `rows`; `spellings` gives those of a row to whoever asks.
    pub(super) fn new<R: Sync>(
        rows: &[R],
        spellings: impl Fn(&R, &mut dyn FnMut(&str)) + Sync,
    ) -> Self {
        let mut all: Vec<(u64, u32)> = rows
            .par_chunks(ROWS)
            .enumerate()
            .flat_map_iter(|(chunk, rows)| {
                let (mut out, mut word) = (Vec::new(), String::new());
                for (at, row) in rows.iter().enumerate() {
                    let at = u32::try_from(chunk * ROWS + at).unwrap_or(u32::MAX);
                    spellings(row, &mut |spelling| {
                        if first_word(spelling, &mut word) {
                            out.push((hash(&word), at));
                        }
                    });
                }
                out
            })
            .collect();
        all.par_sort_unstable();
        all.dedup();
        let words = all.chunk_by(|a, b| a.0 == b.0).map(|run| {
            let rows = run.iter().map(|&(_, row)| row).collect();
            (run[0].0, Word { rows, ready: OnceLock::new() })
        });
        Self(words.collect())
    }

    /// The spellings that begin with a word, longest first; `make` makes those of some rows ready.
    pub(super) fn beginning(
        &self,
        first: &str,
        make: impl FnOnce(&[u32]) -> Matcher<T>,
    ) -> &[Phrase<T>] {
        let Some(word) = self.0.get(&hash(first)) else { return &[] };
        word.ready.get_or_init(|| Box::new(make(&word.rows))).beginning(first)
    }
}

fn hash(word: &str) -> u64 {
    FxBuildHasher.hash_one(word)
}
