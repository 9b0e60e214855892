//! What a look tells about a document, as a whole and away from each of its places.

use super::candidates::Bead;
use super::prepared::Prepared;
use super::sums::Posteriors;
use super::text::small;

/// How many numbers describe a document.
pub const DOCUMENT: usize = 11;
/// How many numbers describe a bead once its document is known.
pub const KNOWN: usize = DOCUMENT + 6;
/// The same for a sentence without a partner: beginning such a run, or going on with it.
pub const KNOWN_GAP: usize = 2 * DOCUMENT + 1;
/// The same for swapped sentences.
pub const KNOWN_SWAP: usize = DOCUMENT + 2;

/// What a look tells about a document: how much is left out, joined and reordered, how close the
/// translation is, and how long it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What is true of all of it: the same numbers for everything.
    whole: [f32; DOCUMENT],
    /// Logarithms of the share of sentences without a partner and of joined beads, away from each
    /// left sentence.
    elsewhere: Vec<[f32; 2]>,
    /// The left sentence that each right one is beside.
    beside: Vec<u32>,
    /// Logarithms of the same shares everywhere.
    gaps: f32,
    joins: f32,
    /// How far the sides of single pairs account for each other.
    both: f32,
    /// Mean and spread of the logarithm of their ratio of lengths.
    ratio: (f32, f32),
}

/// What lies less far away than this takes part in the same doubt: both ends of a slip lie so near,
/// and a slip must not be taken for a custom of the document.
const NEAR: usize = 15;
/// But in a short text most of it has to be left to tell of the rest.
const SHARE: usize = 6;
/// Where less than this share of the sentences is left out, or of the beads joined, a text is
/// translated line by line: the prior falls on with a slope of its own. Texts with a tenth missing or
/// joined lie well above, complete ones below.
const FAITHFUL: f32 = 0.02;

impl Document {
    /// What posteriors tell.
    pub(super) fn new(prepared: &Prepared, p: &Posteriors) -> Self {
        let found = &prepared.found;
        let (lefts, rights) = prepared.sizes();
        let sentences = (lefts + rights) as f32;
        let mut tally = Tally::new(prepared, p);
        let runs: f32 = p.left_gaps.iter().chain(&p.right_gaps).map(|g| g[1]).sum();
        let swaps: f32 =
            p.swaps.iter().zip(&found.swaps).map(|(p, s)| p * s.pairs.len() as f32).sum();
        let (mut singles, mut both, mut ratio, mut square) = (0.5, 0.2, 0.0, 0.06);
        for (&p, bead) in p.singles.iter().zip(&found.singles) {
            singles += p;
            both += p * bead.both;
            ratio += p * bead.ratio;
            square += p * bead.ratio * bead.ratio;
        }
        let mean = ratio / singles;
        tally.sum();
        let all = tally.at[lefts];
        let beads = singles + all.joins + swaps;
        let [gaps, joins] = all.logs();
        let uneven = (lefts.abs_diff(rights) as f32 + 0.5) / (sentences + 2.0);
        let runs = (runs + 0.5) / (all.gaps + 2.0);
        let swaps = (swaps + 0.5) / (beads + 2.0);
        let both = both / singles;
        Self {
            whole: [1.0, gaps, joins, runs.ln(), swaps.ln(), both, uneven.ln(), 0.0, 0.0, 0.0, 0.0],
            elsewhere: tally.elsewhere(),
            beside: tally.beside,
            gaps,
            joins,
            both,
            ratio: (mean, (square / singles - mean * mean).max(0.01).sqrt()),
        }
    }

    /// What is known of the document at a left sentence.
    fn at(&self, left: usize) -> [f32; DOCUMENT] {
        let mut out = self.whole;
        if let Some(&[gaps, joins]) = self.elsewhere.get(left) {
            let below = |log: f32| (FAITHFUL.ln() - log).max(0.0);
            out[DOCUMENT - 4..].copy_from_slice(&[gaps, joins, below(gaps), below(joins)]);
        }
        out
    }

    /// A bead in this document.
    pub fn bead(&self, bead: &Bead) -> [f32; KNOWN] {
        let mut out = [0.0; KNOWN];
        out[..DOCUMENT].copy_from_slice(&self.at(bead.left.0 as usize));
        let z = (bead.ratio - self.ratio.0) / self.ratio.1;
        // Beyond a sentence against two, each further sentence is one more join.
        let more = f32::from((bead.left.1 + bead.right.1).saturating_sub(3));
        out[DOCUMENT..].copy_from_slice(&[
            bead.base,
            bead.both * self.both,
            (z * z).min(16.0),
            more,
            more * self.joins,
            more * self.gaps,
        ]);
        out
    }

    /// A sentence without a partner, left or right; `base` is what it is in any document.
    pub fn gap(&self, (right, at): (bool, usize), base: f32, goes_on: bool) -> [f32; KNOWN_GAP] {
        let mut out = [0.0; KNOWN_GAP];
        let first = if goes_on { DOCUMENT } else { 0 };
        let left = if right { self.beside[at] as usize } else { at };
        out[first..first + DOCUMENT].copy_from_slice(&self.at(left));
        out[2 * DOCUMENT] = base;
        out
    }

    /// Swapped sentences from a left one.
    pub fn swap(&self, left: u32, base: f32, pairs: usize) -> [f32; KNOWN_SWAP] {
        let mut out = [0.0; KNOWN_SWAP];
        out[..DOCUMENT].copy_from_slice(&self.at(left as usize));
        out[DOCUMENT] = base;
        out[DOCUMENT + 1] = pairs as f32;
        out
    }
}

/// What was counted in a stretch of the text.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    sentences: f32,
    gaps: f32,
    joins: f32,
}

impl Counts {
    /// Logarithms of the shares of sentences without a partner and of joins. Half a case more than
    /// was seen: what was not seen is not impossible.
    fn logs(self) -> [f32; 2] {
        // A bead has two sentences.
        let beads = self.sentences / 2.0;
        [
            ((self.gaps + 0.5) / (self.sentences + 2.0)).ln(),
            ((self.joins + 0.5) / (beads + 2.0)).ln(),
        ]
    }
}

/// Counts at each left sentence, then of all before it.
struct Tally {
    at: Vec<Counts>,
    beside: Vec<u32>,
}

impl Tally {
    fn new(prepared: &Prepared, p: &Posteriors) -> Self {
        let (lefts, rights) = prepared.sizes();
        let mut at = vec![Counts::default(); lefts + 1];
        for (here, gap) in at.iter_mut().zip(&p.left_gaps) {
            here.sentences += 1.0;
            here.gaps += gap[0] + gap[1];
        }
        let mut beside = Vec::with_capacity(rights);
        let mut left = 0;
        for (j, gap) in p.right_gaps.iter().enumerate() {
            while left + 1 < lefts && prepared.middle(left) < j {
                left += 1;
            }
            beside.push(small(left));
            at[left].sentences += 1.0;
            at[left].gaps += gap[0] + gap[1];
        }
        for (&p, bead) in p.joined.iter().zip(&prepared.found.joined) {
            at[bead.left.0 as usize].joins += p;
        }
        Self { at, beside }
    }

    /// Puts sums in place of counts: of all before each left sentence, lastly of all.
    fn sum(&mut self) {
        let mut sum = Counts::default();
        for here in &mut self.at {
            let own = *here;
            *here = sum;
            sum.sentences += own.sentences;
            sum.gaps += own.gaps;
            sum.joins += own.joins;
        }
        // Without left sentences all stands at the end.
        if let Some(last) = self.at.last_mut() {
            *last = sum;
        }
    }

    /// The logarithms away from each left sentence.
    fn elsewhere(&self) -> Vec<[f32; 2]> {
        let lefts = self.at.len() - 1;
        let reach = NEAR.min(lefts / SHARE);
        let all = self.at[lefts];
        (0..lefts)
            .map(|i| {
                let before = self.at[i.saturating_sub(reach)];
                let behind = self.at[(i + reach + 1).min(lefts)];
                let rest = |of: fn(&Counts) -> f32| (of(&all) - of(&behind) + of(&before)).max(0.0);
                Counts {
                    sentences: rest(|c| c.sentences),
                    gaps: rest(|c| c.gaps),
                    joins: rest(|c| c.joins),
                }
                .logs()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_says_nothing_of_its_own_place() {
        let mut at = vec![Counts { sentences: 2.0, ..Counts::default() }; 201];
        at[200] = Counts::default();
        at[100].gaps = 1.0;
        at[106].gaps = 1.0;
        let mut tally = Tally { at, beside: Vec::new() };
        tally.sum();
        let elsewhere = tally.elsewhere();
        assert!(elsewhere[103][0] < elsewhere[10][0], "{elsewhere:?}");
    }

    #[test]
    fn short_texts_have_shares_too() {
        for lefts in 0..4 {
            let mut tally = Tally { at: vec![Counts::default(); lefts + 1], beside: Vec::new() };
            tally.sum();
            assert!(tally.elsewhere().iter().flatten().all(|log| log.is_finite()));
        }
    }
}
