//! The paths through a text and its translation, and which of them is best.
//!
//! A path is a row of beads, of runs of sentences without a partner (left ones first, so that each
//! alignment is one path only), and of swapped windows.

use super::band::Band;
use super::candidates::Candidates;
use super::text::small;

/// Log odds of everything that a path may be made of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scores {
    /// Each of [`Candidates::singles`].
    pub singles: Vec<f32>,
    /// Each of [`Candidates::joined`].
    pub joined: Vec<f32>,
    /// Each of [`Candidates::swaps`].
    pub swaps: Vec<f32>,
    /// Each left sentence without a partner: as the first of a run, as a later one.
    pub left_gaps: Vec<[f32; 2]>,
    /// The same for right sentences.
    pub right_gaps: Vec<[f32; 2]>,
}

/// Every step out of a place: beads and swaps, by their beginning.
pub(super) struct Steps<'a> {
    pub(super) band: &'a Band,
    found: &'a Candidates,
    /// First of `joined` at each place.
    joined: Vec<u32>,
    /// First of `swaps` in each row.
    swaps: Vec<u32>,
}

/// A step that pairs sentences.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// Place in `singles`.
    Single(usize),
    /// Place in `joined`.
    Joined(usize),
    /// Place in `swaps`.
    Swap(usize),
}

impl<'a> Steps<'a> {
    pub(super) fn new(band: &'a Band, found: &'a Candidates) -> Self {
        let joined = found.joined.iter().map(|b| band.at(b.left.0 as usize, b.right.0 as usize));
        let swaps = found.swaps.iter().map(|s| s.left.0 as usize);
        Self {
            band,
            found,
            joined: firsts(joined, band.places()),
            swaps: firsts(swaps, band.lefts()),
        }
    }

    /// Calls `each` with every step from left `i`, right `j`, and where it leads.
    #[inline]
    pub(super) fn each(&self, i: usize, j: usize, mut each: impl FnMut(Step, usize, usize)) {
        if self.band.row(i).contains(&j) && self.band.nodes(i + 1).contains(&(j + 1)) {
            each(Step::Single(self.band.cell(i, j)), i + 1, j + 1);
        }
        let place = self.band.at(i, j);
        let first = self.joined[place] as usize;
        let here = &self.found.joined[first..self.joined[place + 1] as usize];
        for (n, bead) in here.iter().enumerate() {
            let (k, l) = (i + usize::from(bead.left.1), j + usize::from(bead.right.1));
            if self.band.nodes(k).contains(&l) {
                each(Step::Joined(first + n), k, l);
            }
        }
        for at in self.swaps[i] as usize..self.swaps[i + 1] as usize {
            let swap = &self.found.swaps[at];
            if swap.right.0 as usize == j {
                let (k, l) = (i + usize::from(swap.left.1), j + usize::from(swap.right.1));
                each(Step::Swap(at), k, l);
            }
        }
    }
}

/// For each number below `count`, how many of a list lie below it; one more for all of them.
fn firsts(numbers: impl Iterator<Item = usize>, count: usize) -> Vec<u32> {
    let mut out = vec![0; count + 1];
    for number in numbers {
        out[number + 1] += 1;
    }
    for at in 1..out.len() {
        out[at] += out[at - 1];
    }
    out
}

/// A step or none in one number: there is one for each place of a long text.
#[derive(Debug, Clone, Copy)]
struct Packed(u32);

impl Packed {
    const NONE: Self = Self(u32::MAX);

    fn new(step: Step) -> Self {
        let (kind, at) = match step {
            Step::Single(at) => (0, at),
            Step::Joined(at) => (1, at),
            Step::Swap(at) => (2, at),
        };
        Self(small(at) << 2 | kind)
    }

    fn step(self) -> Option<Step> {
        let at = (self.0 >> 2) as usize;
        match self.0 & 3 {
            0 => Some(Step::Single(at)),
            1 => Some(Step::Joined(at)),
            2 => Some(Step::Swap(at)),
            _ => None,
        }
    }
}

/// What a path may be made of, and what each part is worth.
pub(super) struct Gains<'a> {
    pub(super) singles: &'a dyn Fn(usize) -> f32,
    pub(super) joined: &'a dyn Fn(usize) -> f32,
    pub(super) swaps: &'a dyn Fn(usize) -> f32,
}

/// The steps of the path with the largest sum of gains; sentences without a partner gain nothing.
pub(super) fn best(band: &Band, found: &Candidates, gains: &Gains<'_>) -> Vec<Step> {
    let steps = Steps::new(band, found);
    let (n, m) = (band.lefts(), band.rights());
    let mut most = vec![f32::NEG_INFINITY; band.places()];
    let mut from: Vec<(u32, Packed)> = vec![(u32::MAX, Packed::NONE); band.places()];
    most[band.at(0, 0)] = 0.0;
    for i in 0..=n {
        for j in band.nodes(i) {
            let at = band.at(i, j);
            let here = most[at];
            if here == f32::NEG_INFINITY {
                continue;
            }
            let mut reach = |to: usize, value: f32, step: Packed| {
                if value > most[to] {
                    most[to] = value;
                    from[to] = (small(at), step);
                }
            };
            if i < n {
                steps.each(i, j, |step, k, l| {
                    let gain = match step {
                        Step::Single(at) => (gains.singles)(at),
                        Step::Joined(at) => (gains.joined)(at),
                        Step::Swap(at) => (gains.swaps)(at),
                    };
                    if gain > 0.0 {
                        reach(band.at(k, l), here + gain, Packed::new(step));
                    }
                });
                if band.nodes(i + 1).contains(&j) {
                    reach(band.at(i + 1, j), here, Packed::NONE);
                }
            }
            if j < *band.nodes(i).end() {
                reach(at + 1, here, Packed::NONE);
            }
        }
    }
    let mut out = Vec::new();
    let mut at = band.at(n, m);
    while from[at].0 != u32::MAX {
        out.extend(from[at].1.step());
        at = from[at].0 as usize;
    }
    out.reverse();
    out
}
