//! Which words meet in a sentence pair.

use super::text::{Occurrences, Text};
use rayon::prelude::*;

/// Every left word with the right words it meets, in order, the null words included.
#[derive(Debug)]
pub(super) struct Links {
    /// First link of each left word; one more for the end.
    starts: Vec<u32>,
    /// The right word of each link.
    pub(super) rights: Vec<u32>,
}

/// The links of each right word: left word and link.
#[derive(Debug)]
pub(super) struct Columns {
    starts: Vec<u32>,
    links: Vec<(u32, u32)>,
}

/// The null word of either side.
const NULL: u32 = 0;

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Links {
    /// Of sentence pairs; `lefts` tells where the left words stand.
    pub(super) fn new(right: &Text, lefts: &Occurrences, words: [usize; 2]) -> Self {
        let rows: Vec<Vec<u32>> = (0..words[0])
            .into_par_iter()
            .map_init(
                || vec![u32::MAX; words[1]],
                |met, left| {
                    if left == NULL as usize {
                        return (0..small(words[1])).collect();
                    }
                    let mut row = vec![NULL];
                    met[NULL as usize] = small(left);
                    for &sentence in lefts.of(left) {
                        for &r in right.sentence(sentence as usize) {
                            if met[r as usize] != small(left) {
                                met[r as usize] = small(left);
                                row.push(r);
                            }
                        }
                    }
                    row.sort_unstable();
                    row
                },
            )
            .collect();
        let mut starts = Vec::with_capacity(rows.len() + 1);
        let mut rights = Vec::with_capacity(rows.iter().map(Vec::len).sum());
        for row in rows {
            starts.push(small(rights.len()));
            rights.extend(row);
        }
        starts.push(small(rights.len()));
        Self { starts, rights }
    }

    /// The links of a left word.
    pub(super) fn range(&self, left: usize) -> std::ops::Range<usize> {
        self.starts[left] as usize..self.starts[left + 1] as usize
    }

    /// The same links by right word, of which there are `words`.
    pub(super) fn columns(&self, words: usize) -> Columns {
        let mut starts = vec![0_u32; words + 1];
        for &r in &self.rights {
            starts[r as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut links = vec![(0, 0); self.rights.len()];
        for left in 0..self.starts.len() - 1 {
            for link in self.range(left) {
                let slot = &mut next[self.rights[link] as usize];
                links[*slot as usize] = (small(left), small(link));
                *slot += 1;
            }
        }
        Columns { starts, links }
    }

    /// `values`, one for each link, cut into those of each left word.
    pub(super) fn rows<'v>(&self, values: &'v mut [f32]) -> Vec<&'v mut [f32]> {
        cut(&self.starts, values)
    }
}

impl Columns {
    /// Left words and links of a right word.
    pub(super) fn of(&self, right: usize) -> &[(u32, u32)] {
        &self.links[self.starts[right] as usize..self.starts[right + 1] as usize]
    }
}

/// `values` cut at `starts`.
pub(super) fn cut<'v>(starts: &[u32], mut values: &'v mut [f32]) -> Vec<&'v mut [f32]> {
    starts
        .windows(2)
        .map(|edge| {
            let (row, rest) =
                std::mem::take(&mut values).split_at_mut((edge[1] - edge[0]) as usize);
            values = rest;
            row
        })
        .collect()
}
