//! Which pairs are worth scoring: sentences that share concepts, by an inverted index.

use crate::model::Analysed;
use crate::score::Space;

/// Fainter meanings of a word do not lead to it.
const WEAKEST: f32 = 0.3;
/// What more sentences than this have tells nothing even in a large collection.
const LONGEST: usize = 10_000;
/// How many postings one query may look at: the cost of a query does not grow with the collection.
const BUDGET: usize = 12_000;

/// Concept to the sentences that have it.
#[derive(Debug)]
pub struct Index {
    starts: Vec<u32>,
    postings: Vec<(u32, f32)>,
    sentences: usize,
    /// Longer lists are passed over: what every third sentence has tells nothing.
    longest: usize,
}

impl Index {
    /// Of `sentences`, in the given space.
    pub fn new(space: &Space, sentences: &[&Analysed]) -> Self {
        let mut all: Vec<(u32, u32, f32)> = Vec::new();
        let mut mine: Vec<(u32, f32)> = Vec::new();
        for (at, sentence) in sentences.iter().enumerate() {
            mine.clear();
            for word in &sentence.words {
                let info = space.info(word.id);
                let strong = space.meaning(word.id).iter().filter(|(_, weight)| *weight >= WEAKEST);
                mine.extend(strong.map(|&(concept, weight)| (concept, info * weight)));
            }
            mine.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
            mine.dedup_by_key(|(concept, _)| *concept);
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            all.extend(mine.iter().map(|&(concept, value)| (concept, at, value)));
        }
        let mut starts = vec![0_u32; space.concepts() + 2];
        for (concept, _, _) in &all {
            starts[*concept as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut postings = vec![(0, 0.0); all.len()];
        for (concept, sentence, value) in all {
            let slot = &mut next[concept as usize];
            postings[*slot as usize] = (sentence, value);
            *slot += 1;
        }
        let longest = (sentences.len() / 3).clamp(64, LONGEST);
        Self { starts, postings, sentences: sentences.len(), longest }
    }

    fn postings(&self, concept: u32) -> &[(u32, f32)] {
        let at = concept as usize;
        &self.postings[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The sentences that share most with `query`, best first, at most `most`; `keep` says which
    /// may be answers. `sums` is scratch: all zero before and after.
    pub fn nearest(
        &self,
        space: &Space,
        query: &Analysed,
        most: usize,
        sums: &mut Vec<f32>,
        keep: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        sums.resize(self.sentences, 0.0);
        let mut lists: Vec<(&[(u32, f32)], f32)> = Vec::new();
        for word in &query.words {
            for &(concept, weight) in space.meaning(word.id) {
                let list = self.postings(concept);
                if !list.is_empty() && list.len() <= self.longest {
                    lists.push((list, weight));
                }
            }
        }
        // Rare concepts first: when the budget is spent, what is left says little.
        lists.sort_by_key(|(list, _)| list.len());
        let mut budget = BUDGET;
        let mut touched: Vec<u32> = Vec::new();
        for (list, weight) in lists {
            if budget < list.len() {
                break;
            }
            budget -= list.len();
            for &(sentence, value) in list {
                let sum = &mut sums[sentence as usize];
                if *sum == 0.0 {
                    touched.push(sentence);
                }
                *sum += weight * value;
            }
        }
        let all = touched.clone();
        touched.retain(|&s| keep(s as usize));
        let order =
            |a: &u32, b: &u32| sums[*b as usize].total_cmp(&sums[*a as usize]).then(a.cmp(b));
        if touched.len() > most {
            touched.select_nth_unstable_by(most, order);
            touched.truncate(most);
        }
        touched.sort_unstable_by(order);
        for sentence in all {
            sums[sentence as usize] = 0.0;
        }
        touched.into_iter().map(|s| s as usize).collect()
    }
}
