//! Sums over all paths (forward and backward): how probable every bead is.

use super::band::Band;
use super::candidates::{Bead, Candidates};
use super::lattice::{Scores, Step, Steps};

/// What lies behind the last bead: a bead, left sentences without partner, right ones.
const STATES: usize = 3;
const BEAD: usize = 0;
const LEFT: usize = 1;
const RIGHT: usize = 2;
/// The most rows that a step leaps over.
const LEAP: usize = 7;
/// Sums outside of this range are scaled back into it.
const RANGE: f64 = 1e60;

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

impl Posteriors {
    /// Nothing probable: of so many beads of each kind, and so many sentences of both sides.
    pub fn none(beads: [usize; 3], (lefts, rights): (usize, usize)) -> Self {
        let [singles, joined, swaps] = beads.map(|count| vec![0.0; count]);
        let [left_gaps, right_gaps] = [lefts, rights].map(|count| vec![[0.0; 2]; count]);
        Self { singles, joined, swaps, left_gaps, right_gaps, whole: 0.0 }
    }
}

/// What is worked out anew for each look at a document, in memory that is kept between them.
#[derive(Debug, Default)]
pub(super) struct Room {
    forward: Sums,
    backward: Sums,
    factors: Factors,
}

/// Sums of one direction: at each place by what lies behind, and the logarithm that each row is
/// scaled by.
#[derive(Debug, Default)]
struct Sums {
    at: Vec<[f64; STATES]>,
    scale: Vec<f64>,
}

impl Sums {
    fn clear(&mut self, band: &Band) {
        self.at.clear();
        self.at.resize(band.places(), [0.0; STATES]);
        self.scale.clear();
        self.scale.resize(band.lefts() + 1, 0.0);
    }

    /// Brings row `i` and the rows that depend on the same scale into range.
    fn rescale(&mut self, band: &Band, i: usize, rows: impl Iterator<Item = usize>) {
        let nodes = band.nodes(i);
        let these = band.at(i, *nodes.start())..=band.at(i, *nodes.end());
        let mut highest = [0.0_f64; STATES];
        for sums in &self.at[these] {
            for (most, &sum) in highest.iter_mut().zip(sums) {
                if sum > *most {
                    *most = sum;
                }
            }
        }
        let most = highest.into_iter().fold(0.0, f64::max);
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

    fn factors(
        &self,
        scores: &[f32],
        spans: impl Iterator<Item = ((u32, u8), (u32, u8))>,
        out: &mut Vec<f64>,
    ) {
        let sum = |sums: &[f64], (first, count): (u32, u8)| {
            sums[first as usize + usize::from(count)] - sums[first as usize]
        };
        let charged = scores.iter().zip(spans);
        out.clear();
        out.extend(
            charged.map(|(&s, (l, r))| {
                (f64::from(s) - sum(&self.left, l) - sum(&self.right, r)).exp()
            }),
        );
    }

    /// What all sentences together were charged.
    fn whole(&self) -> f64 {
        self.left.last().copied().unwrap_or(0.0) + self.right.last().copied().unwrap_or(0.0)
    }
}

/// Beginning a run without partners, and going on with it, as factors.
fn gap_factors(scores: &[[f32; 2]], out: &mut Vec<[f64; 2]>) {
    out.clear();
    out.extend(scores.iter().map(|s| [(f64::from(s[0]) - f64::from(s[1])).exp(), 1.0]));
}

/// The factors of a whole document.
#[derive(Debug, Default)]
struct Factors {
    singles: Vec<f64>,
    joined: Vec<f64>,
    swaps: Vec<f64>,
    left: Vec<[f64; 2]>,
    right: Vec<[f64; 2]>,
}

impl Factors {
    fn fill(&mut self, found: &Candidates, scores: &Scores, charges: &Charges) {
        let spans = |bead: &'_ Bead| (bead.left, bead.right);
        charges.factors(&scores.singles, found.singles.iter().map(spans), &mut self.singles);
        charges.factors(&scores.joined, found.joined.iter().map(spans), &mut self.joined);
        let swaps = found.swaps.iter().map(|s| (s.left, s.right));
        charges.factors(&scores.swaps, swaps, &mut self.swaps);
        gap_factors(&scores.left_gaps, &mut self.left);
        gap_factors(&scores.right_gaps, &mut self.right);
    }

    fn of(&self, step: Step) -> f64 {
        match step {
            Step::Single(at) => self.singles[at],
            Step::Joined(at) => self.joined[at],
            Step::Swap(at) => self.swaps[at],
        }
    }
}

/// How probable every step is over all paths (forward and backward sums).
pub(super) fn posteriors(
    band: &Band,
    found: &Candidates,
    scores: &Scores,
    room: &mut Room,
) -> Posteriors {
    let steps = Steps::new(band, found);
    let charges = Charges::new(scores);
    room.factors.fill(found, scores, &charges);
    forward(&steps, &room.factors, &mut room.forward);
    backward(&steps, &room.factors, &mut room.backward);
    let Room { forward, backward, factors } = room;
    let (n, m) = (band.lefts(), band.rights());
    let whole = forward.at[band.at(n, m)].iter().sum::<f64>().ln() + forward.scale[n];
    let beads = [scores.singles.len(), scores.joined.len(), scores.swaps.len()];
    let mut out = Posteriors::none(beads, (n, m));
    out.whole = whole + charges.whole();
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

fn forward(steps: &Steps<'_>, factors: &Factors, sums: &mut Sums) {
    let band = steps.band;
    let n = band.lefts();
    sums.clear(band);
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
}

fn backward(steps: &Steps<'_>, factors: &Factors, sums: &mut Sums) {
    let band = steps.band;
    let (n, m) = (band.lefts(), band.rights());
    sums.clear(band);
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
}
