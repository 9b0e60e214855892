//! Expectation–maximisation over co-occurring words.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

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
#[derive(Debug, Default)]
pub struct Learner {
    words: [FxHashMap<Box<str>, u32>; 2],
    names: [Vec<Box<str>>; 2],
    /// Word ids of each pair: left, right.
    pairs: Vec<[Vec<u32>; 2]>,
}

/// Rounds of expectation–maximisation: later ones change little.
const ROUNDS: usize = 6;
/// Dirichlet parameter of the translations of a word: small, so that few of them get all.
const SMOOTHING: f32 = 0.01;
/// Links of longer sentences are mostly chance.
const LONGEST: usize = 60;
/// The text is worked in this many parts, whatever the number of threads: sums of floating-point
/// numbers depend on their order.
const PARTS: usize = 4;
/// The null word, which accounts for what has no counterpart.
const NULL: u32 = 0;

impl Learner {
    /// With no text yet.
    pub fn new() -> Self {
        let mut learner = Self::default();
        for side in 0..2 {
            learner.word(side, "");
        }
        learner
    }

    fn word(&mut self, side: usize, word: &str) -> u32 {
        if let Some(&id) = self.words[side].get(word) {
            return id;
        }
        let id = u32::try_from(self.names[side].len()).unwrap_or(u32::MAX);
        self.names[side].push(word.into());
        self.words[side].insert(word.into(), id);
        id
    }

    /// How many pairs there are.
    pub fn len(&self) -> usize {
        self.pairs.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Adds a sentence pair; pairs too long to tell anything are passed over.
    pub fn add<'a>(
        &mut self,
        left: impl Iterator<Item = &'a str>,
        right: impl Iterator<Item = &'a str>,
    ) {
        let left: Vec<u32> = left.map(|w| self.word(0, w)).collect();
        let right: Vec<u32> = right.map(|w| self.word(1, w)).collect();
        if !left.is_empty() && !right.is_empty() && left.len().max(right.len()) <= LONGEST {
            self.pairs.push([left, right]);
        }
    }

    /// The translations that both directions support, by left then right word.
    pub fn learn(&self, mut round: impl FnMut(usize, usize)) -> Vec<Translation> {
        let links = self.links();
        let size = links.starts[self.names[0].len()] as usize;
        let mut forward = vec![1.0_f32; size];
        let mut backward = vec![1.0_f32; size];
        let mut counts = [Vec::new(), Vec::new()];
        for n in 0..ROUNDS {
            round(n + 1, ROUNDS);
            let parts: Vec<[Vec<f32>; 2]> = self
                .pairs
                .par_chunks(self.pairs.len().div_ceil(PARTS).max(1))
                .map(|part| expect(part, &links, &forward, &backward, size))
                .collect();
            counts = sum(parts, size);
            self.maximise(&links, &counts, &mut forward, &mut backward);
        }
        self.translations(&links, &forward, &backward, &counts)
    }

    /// Every left word with the right words it meets, the null words included.
    fn links(&self) -> Links {
        let mut met: Vec<Vec<u32>> = vec![Vec::new(); self.names[0].len()];
        for [left, right] in &self.pairs {
            for &l in std::iter::once(&NULL).chain(left) {
                met[l as usize].extend(std::iter::once(&NULL).chain(right));
            }
            for &l in left {
                let list = &mut met[l as usize];
                // Lists are tidied as they grow, so that frequent words do not fill the memory.
                if list.len() > 4096 && list.len().is_power_of_two() {
                    list.sort_unstable();
                    list.dedup();
                }
            }
            let list = &mut met[NULL as usize];
            if list.len() > 1 << 20 {
                list.sort_unstable();
                list.dedup();
            }
        }
        let mut starts = Vec::with_capacity(met.len() + 1);
        let mut rights = Vec::new();
        for mut list in met {
            list.sort_unstable();
            list.dedup();
            starts.push(u32::try_from(rights.len()).unwrap_or(u32::MAX));
            rights.append(&mut list);
        }
        starts.push(u32::try_from(rights.len()).unwrap_or(u32::MAX));
        Links { starts, rights }
    }

    fn maximise(
        &self,
        links: &Links,
        counts: &[Vec<f32>; 2],
        forward: &mut [f32],
        backward: &mut [f32],
    ) {
        let mut totals = vec![0.0_f32; self.names[1].len()];
        let mut kinds = vec![0.0_f32; self.names[1].len()];
        for (at, &r) in links.rights.iter().enumerate() {
            totals[r as usize] += counts[1][at];
            kinds[r as usize] += 1.0;
        }
        for l in 0..self.names[0].len() {
            let range = links.range(l);
            let total: f32 = counts[0][range.clone()].iter().sum();
            let bound = total + SMOOTHING * range.len() as f32;
            for at in range {
                forward[at] = digamma_ratio(counts[0][at] + SMOOTHING, bound);
                let r = links.rights[at] as usize;
                backward[at] =
                    digamma_ratio(counts[1][at] + SMOOTHING, totals[r] + SMOOTHING * kinds[r]);
            }
        }
    }

    fn translations(
        &self,
        links: &Links,
        forward: &[f32],
        backward: &[f32],
        counts: &[Vec<f32>; 2],
    ) -> Vec<Translation> {
        let mut out = Vec::new();
        for l in 1..self.names[0].len() {
            for at in links.range(l) {
                let r = links.rights[at] as usize;
                if r == NULL as usize || forward[at] < FAINTEST || backward[at] < FAINTEST {
                    continue;
                }
                out.push(Translation {
                    left: self.names[0][l].to_string(),
                    right: self.names[1][r].to_string(),
                    forward: forward[at],
                    backward: backward[at],
                    count: f32::midpoint(counts[0][at], counts[1][at]),
                });
            }
        }
        out.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
        out
    }
}

/// Fainter in either direction is no translation.
const FAINTEST: f32 = 0.01;

struct Links {
    starts: Vec<u32>,
    rights: Vec<u32>,
}

impl Links {
    fn range(&self, left: usize) -> std::ops::Range<usize> {
        self.starts[left] as usize..self.starts[left + 1] as usize
    }

    fn at(&self, left: u32, right: u32) -> usize {
        let range = self.range(left as usize);
        let found = self.rights[range.clone()].binary_search(&right);
        range.start + found.expect("every pair of words that meet has a link")
    }
}

/// Expected links of one part of the text, in both directions.
fn expect(
    part: &[[Vec<u32>; 2]],
    links: &Links,
    forward: &[f32],
    backward: &[f32],
    size: usize,
) -> [Vec<f32>; 2] {
    let mut counts = [vec![0.0; size], vec![0.0; size]];
    let mut cells: Vec<usize> = Vec::new();
    for [left, right] in part {
        let lefts: Vec<u32> = std::iter::once(NULL).chain(left.iter().copied()).collect();
        let rights: Vec<u32> = std::iter::once(NULL).chain(right.iter().copied()).collect();
        let wide = rights.len();
        cells.clear();
        for &l in &lefts {
            cells.extend(rights.iter().map(|&r| links.at(l, r)));
        }
        for j in 1..wide {
            let column = (0..lefts.len()).map(|i| cells[i * wide + j]);
            let total: f32 = column.clone().map(|c| forward[c]).sum();
            for cell in column {
                counts[0][cell] += forward[cell] / total.max(f32::MIN_POSITIVE);
            }
        }
        for i in 1..lefts.len() {
            let row = &cells[i * wide..(i + 1) * wide];
            let total: f32 = row.iter().map(|&c| backward[c]).sum();
            for &cell in row {
                counts[1][cell] += backward[cell] / total.max(f32::MIN_POSITIVE);
            }
        }
    }
    counts
}

fn sum(parts: Vec<[Vec<f32>; 2]>, size: usize) -> [Vec<f32>; 2] {
    let mut out = [vec![0.0; size], vec![0.0; size]];
    for part in parts {
        for (sums, counts) in out.iter_mut().zip(part) {
            for (sum, count) in sums.iter_mut().zip(counts) {
                *sum += count;
            }
        }
    }
    out
}

/// exp(ψ(count)) / exp(ψ(total)): the variational estimate of a probability, which takes more from
/// small counts than from large ones.
#[expect(clippy::cast_possible_truncation, reason = "a probability needs no more digits")]
fn digamma_ratio(count: f32, total: f32) -> f32 {
    (digamma(f64::from(count)) - digamma(f64::from(total))).exp() as f32
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
