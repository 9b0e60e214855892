//! All paths through a text and its translation at once: how probable every bead is over all of
//! them, and which path is best.
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

/// What lies behind the last bead: a bead, left sentences without partner, right ones.
const STATES: usize = 3;
const BEAD: usize = 0;
const LEFT: usize = 1;
const RIGHT: usize = 2;
/// The most rows that a step leaps over.
const LEAP: usize = 7;
/// Sums outside of this range are scaled back into it.
const RANGE: f64 = 1e60;

/// Every step out of a place: beads and swaps, by their beginning.
struct Steps<'a> {
    band: &'a Band,
    found: &'a Candidates,
    /// First of `joined` and of `swaps` in each row.
    joined: Vec<usize>,
    swaps: Vec<usize>,
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
    fn new(band: &'a Band, found: &'a Candidates) -> Self {
        let rows = band.lefts();
        let firsts = |lefts: &mut dyn Iterator<Item = u32>| {
            let mut out = vec![0; rows + 1];
            for left in lefts {
                out[left as usize + 1] += 1;
            }
            for at in 1..out.len() {
                out[at] += out[at - 1];
            }
            out
        };
        let joined = firsts(&mut found.joined.iter().map(|b| b.left.0));
        let swaps = firsts(&mut found.swaps.iter().map(|s| s.left.0));
        Self { band, found, joined, swaps }
    }

    /// Calls `each` with every step from left `i`, right `j`, and where it leads.
    fn each(&self, i: usize, j: usize, mut each: impl FnMut(Step, usize, usize)) {
        if self.band.row(i).contains(&j) && self.band.nodes(i + 1).contains(&(j + 1)) {
            each(Step::Single(self.band.cell(i, j)), i + 1, j + 1);
        }
        let right = small(j);
        let row = self.joined[i]..self.joined[i + 1];
        let first =
            row.start + self.found.joined[row.clone()].partition_point(|b| b.right.0 < right);
        for (n, bead) in self.found.joined[first..row.end].iter().enumerate() {
            if bead.right.0 != right {
                break;
            }
            let (k, l) = (i + usize::from(bead.left.1), j + usize::from(bead.right.1));
            if self.band.nodes(k).contains(&l) {
                each(Step::Joined(first + n), k, l);
            }
        }
        for at in self.swaps[i]..self.swaps[i + 1] {
            let swap = &self.found.swaps[at];
            if swap.right.0 == right {
                let (k, l) = (i + usize::from(swap.left.1), j + usize::from(swap.right.1));
                each(Step::Swap(at), k, l);
            }
        }
    }
}

/// How probable everything is over all paths.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Posteriors {
    /// As in [`Scores`].
    pub singles: Vec<f32>,
    /// As in [`Scores`].
    pub joined: Vec<f32>,
    /// As in [`Scores`].
    pub swaps: Vec<f32>,
    /// As in [`Scores`].
    pub left_gaps: Vec<[f32; 2]>,
    /// As in [`Scores`].
    pub right_gaps: Vec<[f32; 2]>,
    /// Logarithm of the sum over all paths.
    pub whole: f64,
}

/// Sums of one direction: at each place by what lies behind, and the logarithm that each row is
/// scaled by.
struct Sums {
    at: Vec<[f64; STATES]>,
    scale: Vec<f64>,
}

impl Sums {
    fn new(band: &Band) -> Self {
        Self { at: vec![[0.0; STATES]; band.places()], scale: vec![0.0; band.lefts() + 1] }
    }

    /// Brings row `i` and the rows that depend on the same scale into range.
    fn rescale(&mut self, band: &Band, i: usize, rows: impl Iterator<Item = usize>) {
        let nodes = band.nodes(i);
        let these = band.at(i, *nodes.start())..=band.at(i, *nodes.end());
        let most = self.at[these].iter().flatten().fold(0.0_f64, |m, &v| m.max(v));
        let tame = (1.0 / RANGE..RANGE).contains(&most) || most <= 0.0;
        let shift = if tame { 0.0 } else { most.ln() };
        for row in rows {
            if tame {
                continue;
            }
            let nodes = band.nodes(row);
            for at in band.at(row, *nodes.start())..=band.at(row, *nodes.end()) {
                self.at[at].iter_mut().for_each(|v| *v /= most);
            }
            self.scale[row] += shift;
        }
    }
}

/// Every path passes every sentence once. So what each sentence is charged as part of a run without
/// a partner can be taken off everything that holds it: no probability changes, and long runs stay
/// within the range of numbers.
struct Charges {
    left: Vec<f64>,
    right: Vec<f64>,
}

impl Charges {
    fn new(scores: &Scores) -> Self {
        let sums = |gaps: &[[f32; 2]]| {
            let mut out = vec![0.0];
            for gap in gaps {
                out.push(out[out.len() - 1] + f64::from(gap[1]));
            }
            out
        };
        Self { left: sums(&scores.left_gaps), right: sums(&scores.right_gaps) }
    }

    fn factors<'a>(
        &self,
        scores: &[f32],
        spans: impl Iterator<Item = (&'a (u32, u8), &'a (u32, u8))>,
    ) -> Vec<f64> {
        let sum = |sums: &[f64], &(first, count): &(u32, u8)| {
            sums[first as usize + usize::from(count)] - sums[first as usize]
        };
        let charged = scores.iter().zip(spans);
        charged
            .map(|(&s, (l, r))| (f64::from(s) - sum(&self.left, l) - sum(&self.right, r)).exp())
            .collect()
    }

    /// What all sentences together were charged.
    fn whole(&self) -> f64 {
        self.left.last().copied().unwrap_or(0.0) + self.right.last().copied().unwrap_or(0.0)
    }
}

/// Beginning a run without partners, and going on with it, as factors.
fn gap_factors(scores: &[[f32; 2]]) -> Vec<[f64; 2]> {
    scores.iter().map(|s| [(f64::from(s[0]) - f64::from(s[1])).exp(), 1.0]).collect()
}

/// The factors of a whole document.
struct Factors {
    singles: Vec<f64>,
    joined: Vec<f64>,
    swaps: Vec<f64>,
    left: Vec<[f64; 2]>,
    right: Vec<[f64; 2]>,
}

impl Factors {
    fn of(&self, step: Step) -> f64 {
        match step {
            Step::Single(at) => self.singles[at],
            Step::Joined(at) => self.joined[at],
            Step::Swap(at) => self.swaps[at],
        }
    }
}

/// How probable every step is over all paths (forward and backward sums).
pub(super) fn posteriors(band: &Band, found: &Candidates, scores: &Scores) -> Posteriors {
    let steps = Steps::new(band, found);
    let charges = Charges::new(scores);
    let factors = Factors {
        singles: charges
            .factors(&scores.singles, found.singles.iter().map(|b| (&b.left, &b.right))),
        joined: charges.factors(&scores.joined, found.joined.iter().map(|b| (&b.left, &b.right))),
        swaps: charges.factors(&scores.swaps, found.swaps.iter().map(|s| (&s.left, &s.right))),
        left: gap_factors(&scores.left_gaps),
        right: gap_factors(&scores.right_gaps),
    };
    let (n, m) = (band.lefts(), band.rights());
    let forward = forward(&steps, &factors);
    let backward = backward(&steps, &factors);
    let whole = forward.at[band.at(n, m)].iter().sum::<f64>().ln() + forward.scale[n];
    let mut out = Posteriors {
        singles: vec![0.0; scores.singles.len()],
        joined: vec![0.0; scores.joined.len()],
        swaps: vec![0.0; scores.swaps.len()],
        left_gaps: vec![[0.0; 2]; n],
        right_gaps: vec![[0.0; 2]; m],
        whole: whole + charges.whole(),
    };
    for i in 0..=n {
        let mut scale = [0.0_f64; LEAP + 1];
        for (leap, s) in scale.iter_mut().enumerate().take(LEAP.min(n - i) + 1) {
            *s = (forward.scale[i] + backward.scale[i + leap] - whole).exp();
        }
        for j in band.nodes(i) {
            let from = forward.at[band.at(i, j)];
            let all: f64 = from.iter().sum();
            if all <= 0.0 {
                continue;
            }
            if i < n {
                steps.each(i, j, |step, k, l| {
                    let to = backward.at[band.at(k, l)][BEAD];
                    let p = all * factors.of(step) * to * scale[k - i];
                    let cell = match step {
                        Step::Single(at) => &mut out.singles[at],
                        Step::Joined(at) => &mut out.joined[at],
                        Step::Swap(at) => &mut out.swaps[at],
                    };
                    *cell = single(p);
                });
                if band.nodes(i + 1).contains(&j) {
                    let to = backward.at[band.at(i + 1, j)][LEFT] * scale[1];
                    out.left_gaps[i][0] += single(from[BEAD] * factors.left[i][0] * to);
                    out.left_gaps[i][1] += single(from[LEFT] * factors.left[i][1] * to);
                }
            }
            if j < *band.nodes(i).end() {
                let to = backward.at[band.at(i, j + 1)][RIGHT] * scale[0];
                let open = from[BEAD] + from[LEFT];
                out.right_gaps[j][0] += single(open * factors.right[j][0] * to);
                out.right_gaps[j][1] += single(from[RIGHT] * factors.right[j][1] * to);
            }
        }
    }
    out
}

#[expect(clippy::cast_possible_truncation, reason = "probabilities")]
fn single(p: f64) -> f32 {
    p as f32
}

fn forward(steps: &Steps<'_>, factors: &Factors) -> Sums {
    let band = steps.band;
    let n = band.lefts();
    let mut sums = Sums::new(band);
    sums.at[band.at(0, 0)][BEAD] = 1.0;
    for i in 0..=n {
        sums.rescale(band, i, i..=(i + LEAP).min(n));
        // Rows further on have not been reached; they take over the scale.
        if i < n {
            let next = (i + LEAP + 1).min(n);
            sums.scale[next] = sums.scale[i];
        }
        for j in band.nodes(i) {
            let from = sums.at[band.at(i, j)];
            let all: f64 = from.iter().sum();
            if all <= 0.0 {
                continue;
            }
            if j < *band.nodes(i).end() {
                let [open, on] = factors.right[j];
                sums.at[band.at(i, j + 1)][RIGHT] +=
                    (from[BEAD] + from[LEFT]) * open + from[RIGHT] * on;
            }
            if i == n {
                continue;
            }
            if band.nodes(i + 1).contains(&j) {
                let [open, on] = factors.left[i];
                sums.at[band.at(i + 1, j)][LEFT] += from[BEAD] * open + from[LEFT] * on;
            }
            let at = &mut sums.at;
            steps.each(i, j, |step, k, l| at[band.at(k, l)][BEAD] += all * factors.of(step));
        }
    }
    sums
}

fn backward(steps: &Steps<'_>, factors: &Factors) -> Sums {
    let band = steps.band;
    let (n, m) = (band.lefts(), band.rights());
    let mut sums = Sums::new(band);
    sums.at[band.at(n, m)] = [1.0; STATES];
    for i in (0..=n).rev() {
        if i < n {
            sums.scale[i] = sums.scale[i + 1];
        }
        for j in band.nodes(i).rev() {
            let mut here = if (i, j) == (n, m) { [1.0; STATES] } else { [0.0; STATES] };
            if i < n {
                let mut beads = 0.0;
                let at = &sums.at;
                steps.each(i, j, |step, k, l| beads += factors.of(step) * at[band.at(k, l)][BEAD]);
                here = here.map(|h| h + beads);
                if band.nodes(i + 1).contains(&j) {
                    let to = sums.at[band.at(i + 1, j)][LEFT];
                    here[BEAD] += factors.left[i][0] * to;
                    here[LEFT] += factors.left[i][1] * to;
                }
            }
            if j < *band.nodes(i).end() {
                let to = sums.at[band.at(i, j + 1)][RIGHT];
                here[BEAD] += factors.right[j][0] * to;
                here[LEFT] += factors.right[j][0] * to;
                here[RIGHT] += factors.right[j][1] * to;
            }
            sums.at[band.at(i, j)] = here;
        }
        sums.rescale(band, i, i..=(i + LEAP).min(n));
    }
    sums
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
    let mut from: Vec<Option<(u32, Option<Step>)>> = vec![None; band.places()];
    most[band.at(0, 0)] = 0.0;
    for i in 0..=n {
        for j in band.nodes(i) {
            let at = band.at(i, j);
            let here = most[at];
            if here == f32::NEG_INFINITY {
                continue;
            }
            let mut reach = |to: usize, value: f32, step: Option<Step>| {
                if value > most[to] {
                    most[to] = value;
                    from[to] = Some((small(at), step));
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
                        reach(band.at(k, l), here + gain, Some(step));
                    }
                });
                if band.nodes(i + 1).contains(&j) {
                    reach(band.at(i + 1, j), here, None);
                }
            }
            if j < *band.nodes(i).end() {
                reach(at + 1, here, None);
            }
        }
    }
    let mut out = Vec::new();
    let mut at = band.at(n, m);
    while let Some((before, step)) = from[at] {
        out.extend(step);
        at = before as usize;
    }
    out.reverse();
    out
}
