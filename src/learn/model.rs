//! Expectation–maximisation over co-occurring words.
//!
//! Every sum belongs to one word and runs over the text in its order, so that the result does not
//! depend on the number of threads, and no thread needs tables of its own: what a right word of a
//! sentence can come from is summed right word by right word, and what is expected of a left word
//! is counted left word by left word.

use super::links::{Columns, Links, cut};
use super::text::{Occurrences, Text, Words};
use rayon::prelude::*;

/// Two words that translate each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Translation {
    /// Left word.
    pub left: String,
    /// Right word.
    pub right: String,
    /// Probability of the right word given the left one.
    pub forward: f32,
    /// Probability of the left word given the right one.
    pub backward: f32,
    /// How often the two were linked, both directions averaged.
    pub count: f32,
}

/// Collects sentence pairs, then learns.
#[derive(Debug)]
pub struct Learner {
    words: [Words; 2],
    text: [Text; 2],
}

impl Default for Learner {
    fn default() -> Self {
        Self::new()
    }
}

/// Rounds of expectation–maximisation: later ones change little.
const ROUNDS: usize = 6;
/// Dirichlet parameter of the translations of a word: small, so that few of them get all.
const SMOOTHING: f32 = 0.01;
/// Links of longer sentences are mostly chance.
const LONGEST: usize = 60;
/// The null word, which accounts for what has no counterpart.
const NULL: u32 = 0;
/// Fainter in either direction is no translation.
const FAINTEST: f32 = 0.01;

impl Learner {
    /// With no text yet.
    pub fn new() -> Self {
        let mut words = [Words::default(), Words::default()];
        for side in &mut words {
            side.number("");
        }
        Self { words, text: Default::default() }
    }

    /// The number of a word of a side (0 left, 1 right), by which [`Self::add_numbers`] takes it.
    pub fn number(&mut self, side: usize, word: &str) -> u32 {
        self.words[side].number(word)
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.text[0].len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a sentence pair; pairs too long to tell anything are passed over.
    pub fn add<'a>(
        &mut self,
        left: impl Iterator<Item = &'a str>,
        right: impl Iterator<Item = &'a str>,
    ) {
        let left: Vec<u32> = left.map(|w| self.number(0, w)).collect();
        let right: Vec<u32> = right.map(|w| self.number(1, w)).collect();
        self.add_numbers(&left, &right);
    }

    /// The same with the numbers of the words.
    pub fn add_numbers(&mut self, left: &[u32], right: &[u32]) {
        if !left.is_empty() && !right.is_empty() && left.len().max(right.len()) <= LONGEST {
            self.text[0].push(left);
            self.text[1].push(right);
        }
    }

    /// The translations that both directions support, by left then right word. `round` is told
    /// which round begins, and of how many.
    pub fn learn(&self, mut round: impl FnMut(usize, usize)) -> Vec<Translation> {
        let words = [0, 1].map(|side: usize| self.words[side].len());
        let places = [0, 1].map(|side: usize| self.text[side].occurrences(words[side]));
        let links = Links::new(&self.text[1], &places[0], words);
        let columns = links.columns(words[1]);
        let mut state = State {
            forward: vec![1.0; links.rights.len()],
            backward: vec![1.0; links.rights.len()],
            sources: vec![0.0; places[1].slots.len()],
            counts: Vec::new(),
        };
        for n in 1..ROUNDS {
            round(n, ROUNDS);
            self.sum_sources(&columns, &places[1], &mut state);
            self.count(&links, &places, &mut state);
            normalise(&links, words[1], &mut state);
        }
        round(ROUNDS, ROUNDS);
        self.sum_sources(&columns, &places[1], &mut state);
        drop(columns);
        state.counts = vec![0.0; links.rights.len()];
        self.count(&links, &places, &mut state);
        normalise(&links, words[1], &mut state);
        self.translations(&links, &state)
    }

    /// For each right word of the text, the sum of what it may come from.
    fn sum_sources(&self, columns: &Columns, rights: &Occurrences, state: &mut State) {
        let State { forward, sources, .. } = state;
        let forward = &*forward;
        let new = || vec![0.0_f32; self.words[0].len()];
        let of_words = cut(&rights.starts, sources).into_par_iter().enumerate();
        of_words.for_each_init(new, |from, (right, sums)| {
            for &(left, link) in columns.of(right) {
                from[left as usize] = forward[link as usize];
            }
            for (sum, &sentence) in sums.iter_mut().zip(rights.of(right)) {
                let lefts = self.text[0].sentence(sentence as usize);
                *sum = from[NULL as usize] + lefts.iter().map(|&l| from[l as usize]).sum::<f32>();
            }
        });
    }

    /// Expected links of every left word: its forward probabilities follow at once, its backward
    /// ones are left as counts, since they need the sums of the right words.
    fn count(&self, links: &Links, [lefts, rights]: &[Occurrences; 2], state: &mut State) {
        let State { forward, backward, sources, counts } = state;
        let sources = &*sources;
        let mut kept = if counts.is_empty() { Vec::new() } else { links.rows(counts) };
        kept.resize_with(self.words[0].len(), Default::default);
        let rows = links.rows(forward).into_iter().zip(links.rows(backward)).zip(kept);
        let rows: Vec<_> = rows.enumerate().collect();
        let all: Vec<u32> = (0..u32::try_from(self.len()).unwrap_or(u32::MAX)).collect();
        let new = || vec![0_u32; self.words[1].len()];
        rows.into_par_iter().for_each_init(new, |cells, (left, ((forward, backward), kept))| {
            for (cell, &r) in (0..).zip(&links.rights[links.range(left)]) {
                cells[r as usize] = cell;
            }
            let mut sums = [vec![0.0_f32; forward.len()], vec![0.0_f32; forward.len()]];
            let null = left == NULL as usize;
            for &sentence in if null { &all } else { lefts.of(left) } {
                let range = self.text[1].range(sentence as usize);
                let words = self.text[1].sentence(sentence as usize);
                for (&r, &slot) in words.iter().zip(&rights.slots[range]) {
                    let cell = cells[r as usize] as usize;
                    let source = sources[slot as usize].max(f32::MIN_POSITIVE);
                    sums[0][cell] += forward[cell] / source;
                }
                if null {
                    continue;
                }
                let cell = |r: u32| cells[r as usize] as usize;
                let targets = || std::iter::once(cell(NULL)).chain(words.iter().map(|&r| cell(r)));
                let total: f32 = targets().map(|c| backward[c]).sum();
                for c in targets() {
                    sums[1][c] += backward[c] / total.max(f32::MIN_POSITIVE);
                }
            }
            for (kept, (&a, &b)) in kept.iter_mut().zip(sums[0].iter().zip(&sums[1])) {
                *kept = f32::midpoint(a, b);
            }
            let total: f32 = sums[0].iter().sum();
            let bound = digamma(f64::from(total + SMOOTHING * forward.len() as f32));
            for (value, sum) in forward.iter_mut().zip(&sums[0]) {
                *value = probability(*sum, bound);
            }
            backward.copy_from_slice(&sums[1]);
        });
    }

    fn translations(&self, links: &Links, state: &State) -> Vec<Translation> {
        let mut out = Vec::new();
        for left in 1..self.words[0].len() {
            for at in links.range(left) {
                let right = links.rights[at];
                let (forward, backward) = (state.forward[at], state.backward[at]);
                if right == NULL || forward < FAINTEST || backward < FAINTEST {
                    continue;
                }
                out.push(Translation {
                    left: self.words[0].name(left).to_owned(),
                    right: self.words[1].name(right as usize).to_owned(),
                    forward,
                    backward,
                    count: state.counts[at],
                });
            }
        }
        out.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
        out
    }
}

/// What changes from round to round.
struct State {
    /// For each link: probability of its right word given its left one.
    forward: Vec<f32>,
    /// For each link: probability of its left word given its right one.
    backward: Vec<f32>,
    /// For each right word of the text, by word: the sum of the probabilities of its sources.
    sources: Vec<f32>,
    /// For each link: how often it is expected, both directions averaged. Empty before the last
    /// round.
    counts: Vec<f32>,
}

/// Backward counts to probabilities.
fn normalise(links: &Links, words: usize, state: &mut State) {
    let mut totals = vec![0.0_f32; words];
    let mut kinds = vec![0.0_f32; words];
    for (&r, &count) in links.rights.iter().zip(&state.backward) {
        totals[r as usize] += count;
        kinds[r as usize] += 1.0;
    }
    let bounds: Vec<f64> = totals
        .par_iter()
        .zip(&kinds)
        .map(|(total, kinds)| digamma(f64::from(total + SMOOTHING * kinds)))
        .collect();
    links.rights.par_iter().zip(&mut state.backward).for_each(|(&r, value)| {
        *value = probability(*value, bounds[r as usize]);
    });
}

/// exp(ψ(count)) / exp(ψ(total)): the variational estimate of a probability, which takes more from
/// small counts than from large ones. `bound` is ψ(total).
#[expect(clippy::cast_possible_truncation, reason = "a probability needs no more digits")]
fn probability(count: f32, bound: f64) -> f32 {
    (digamma(f64::from(count + SMOOTHING)) - bound).exp() as f32
}

/// ψ(x) by its asymptotic series after shifting x upward (Abramowitz and Stegun 6.3).
fn digamma(x: f64) -> f64 {
    let mut x = x;
    let mut shift = 0.0;
    while x < 6.0 {
        shift -= 1.0 / x;
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    shift + x.ln() - 0.5 / x - square * (1.0 / 12.0 - square * (1.0 / 120.0 - square / 252.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn learned(text: &[(&str, &str)]) -> Vec<Translation> {
        let mut learner = Learner::new();
        for (l, r) in text {
            learner.add(l.split(' '), r.split(' '));
        }
        learner.learn(|_, _| {})
    }

    #[test]
    fn words_that_go_together_translate_each_other() {
        let table = learned(&[
            ("rumah besar", "big house"),
            ("rumah kecil", "small house"),
            ("kapal besar", "big ship"),
            ("kapal kecil", "small ship"),
            ("rumah tua", "old house"),
        ]);
        let best = |l: &str| {
            let of = table.iter().filter(|t| t.left == l);
            of.max_by(|a, b| a.forward.total_cmp(&b.forward)).map(|t| t.right.clone())
        };
        for (l, r) in [
            ("rumah", "house"),
            ("kapal", "ship"),
            ("besar", "big"),
            ("kecil", "small"),
            ("tua", "old"),
        ] {
            assert_eq!(best(l).as_deref(), Some(r), "{l}: {table:?}");
        }
    }

    #[test]
    fn psi_of_known_values() {
        // ψ(1) = -γ; ψ(10) from tables.
        assert!((digamma(1.0) + 0.577_215_664_9).abs() < 1e-7);
        assert!((digamma(10.0) - 2.251_752_589_1).abs() < 1e-7);
    }
}
