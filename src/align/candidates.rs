//! Which pairs are worth scoring: sentences that share concepts, by an inverted index.

use crate::model::Analysed;
use crate::score::Space;
use rustc_hash::FxHashMap;

/// Concept to the sentences that have it.
#[derive(Debug)]
pub struct Index {
    starts: Vec<u32>,
    postings: Vec<(u32, f32)>,
    sentences: usize,
    /// Longer lists are passed over: what every tenth sentence has tells nothing.
    longest: usize,
}

impl Index {
    /// Of `sentences`, in the given space.
    pub fn new(space: &Space, sentences: &[&Analysed]) -> Self {
        let mut sizes = vec![0_u32; space.concepts() + 1];
        let mut seen: FxHashMap<u32, f32> = FxHashMap::default();
        let mut all: Vec<(u32, u32, f32)> = Vec::new();
        for (at, sentence) in sentences.iter().enumerate() {
            seen.clear();
            for word in &sentence.words {
                let info = space.info(word.id);
                for &(concept, weight) in space.meaning(word.id) {
                    let value = seen.entry(concept).or_insert(0.0);
                    *value = value.max(info * weight);
                }
            }
            let mut mine: Vec<(u32, f32)> = seen.iter().map(|(&c, &w)| (c, w)).collect();
            mine.sort_unstable_by_key(|&(c, _)| c);
            for (concept, weight) in mine {
                sizes[concept as usize] += 1;
                all.push((concept, u32::try_from(at).unwrap_or(u32::MAX), weight));
            }
        }
        let mut starts = vec![0_u32; sizes.len() + 1];
        for (at, size) in sizes.iter().enumerate() {
            starts[at + 1] = starts[at] + size;
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); all.len()];
        for (concept, sentence, weight) in all {
            let slot = &mut next[concept as usize];
            postings[*slot as usize] = (sentence, weight);
            *slot += 1;
        }
        let longest = (sentences.len() / 10).max(64);
        Self { starts, postings, sentences: sentences.len(), longest }
    }

    fn postings(&self, concept: u32) -> &[(u32, f32)] {
        let at = concept as usize;
        &self.postings[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The sentences that share most with `query`, best first, at most `most`; `keep` says which
    /// may be answers.
    pub fn nearest(
        &self,
        space: &Space,
        query: &Analysed,
        most: usize,
        sums: &mut Vec<f32>,
        keep: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        sums.clear();
        sums.resize(self.sentences, 0.0);
        let mut touched: Vec<u32> = Vec::new();
        for word in &query.words {
            for &(concept, weight) in space.meaning(word.id) {
                let list = self.postings(concept);
                if list.len() > self.longest {
                    continue;
                }
                for &(sentence, value) in list {
                    let sum = &mut sums[sentence as usize];
                    if *sum == 0.0 {
                        touched.push(sentence);
                    }
                    *sum += weight * value;
                }
            }
        }
        touched.retain(|&s| keep(s as usize));
        let order =
            |a: &u32, b: &u32| sums[*b as usize].total_cmp(&sums[*a as usize]).then(a.cmp(b));
        if touched.len() > most {
            touched.select_nth_unstable_by(most, order);
            touched.truncate(most);
        }
        touched.sort_unstable_by(order);
        touched.into_iter().map(|s| s as usize).collect()
    }
}
