//! The search for weights.

use super::documents::{Case, Doc, certain, prepare};
use super::slope::{NET, flat_net, net_of, slope};
use padan::bitext::{self, Document, MODEL, Model, Posteriors, Prepared, Scores};
use rayon::prelude::*;

/// Steps down a slope, each number at its own pace (Kingma and Ba's Adam).
pub(super) struct Descent {
    pub(super) mean: Vec<f64>,
    pub(super) square: Vec<f64>,
    pub(super) round: i32,
}

impl Descent {
    pub(super) fn new(size: usize) -> Self {
        Self { mean: vec![0.0; size], square: vec![0.0; size], round: 0 }
    }

    pub(super) fn step(&mut self, weights: &mut [f64], slope: &[f64], pace: f64) {
        self.round += 1;
        for at in 0..weights.len() {
            self.mean[at] = 0.9 * self.mean[at] + 0.1 * slope[at];
            self.square[at] = 0.99 * self.square[at] + 0.01 * slope[at] * slope[at];
            let m = self.mean[at] / (1.0 - 0.9_f64.powi(self.round));
            let s = self.square[at] / (1.0 - 0.99_f64.powi(self.round));
            weights[at] -= pace * m / (s.sqrt() + 1e-9);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "weights are printed with four decimals")]
pub(super) fn narrow<const N: usize>(from: &[f64]) -> [f32; N] {
    let mut out = [0.0; N];
    for (o, f) in out.iter_mut().zip(from) {
        *o = *f as f32;
    }
    out
}

pub(super) const ROUNDS: usize = 200;
/// Each round looks at one document in so many.
pub(super) const BATCHES: usize = 2;
/// The longest step, reached after the first rounds and then given up bit by bit: the weights that
/// a fit begins with are good, and a first step of full length would lose them.
pub(super) const PACE: f64 = 0.02;
pub(super) const RAMP: usize = 40;
pub(super) const RIDGE: f64 = 2e-4;

/// A document whose reference costs more than this for each sentence follows the line where the words
/// do not, over a whole stretch: it says nothing of how far words are to be trusted.
pub(super) const SLIPPED: f64 = 0.25;

/// The documents with the paths of their references.
pub(super) fn cases(docs: &[Doc], model: &Model) -> Vec<Case> {
    docs.par_iter()
        .map(|d| {
            let prepared = prepare(d, model, true);
            let path = certain(&prepared, &d.gold);
            Case { prepared, path }
        })
        .collect()
}

/// Whether the words agree with a document's reference by and large.
pub(super) fn agrees(case: &Case, model: &Model) -> bool {
    let scores = case.prepared.scores(model);
    let loss = case.prepared.posteriors(&scores).whole - value(&case.path, &scores);
    let (lefts, rights) = case.prepared.sizes();
    loss <= SLIPPED * (lefts + rights) as f64
}

/// Beads by themselves are fitted on the first documents, beads in their documents on the second.
pub(super) fn fit(docs: &[Doc], whole: &[Doc]) -> Model {
    use bitext::{GAP, KNOWN, KNOWN_GAP, SWAP};
    let mut model = MODEL;
    let mut cases = cases(docs, &model);
    eprintln!("{} documents", cases.len());
    let flat = |m: &Model, known: bool| -> Vec<f64> {
        let parts = if known {
            [&m.known_single[..], &m.known_joined, &m.known_gap, &m.known_swap].concat()
        } else {
            [&flat_net(&m.single)[..], &flat_net(&m.joined), &m.gap, &m.swap].concat()
        };
        parts.into_iter().map(f64::from).collect()
    };
    for known in [false, true] {
        if known {
            if !whole.is_empty() {
                cases = self::cases(whole, &model);
                let all = cases.len();
                cases.retain(|case| agrees(case, &model));
                eprintln!("{} of {all} documents agree with their words", cases.len());
            }
            model.known_single = [0.0; KNOWN];
            model.known_single[bitext::DOCUMENT] = 1.0;
            model.known_joined = model.known_single;
            model.known_gap = [0.0; KNOWN_GAP];
            model.known_gap[2 * bitext::DOCUMENT] = 1.0;
        }
        let mut weights = flat(&model, known);
        let mut descent = Descent::new(weights.len());
        let rounds = ROUNDS;
        let mut documents: Vec<(Document, Scores)> = Vec::new();
        for round in 0..rounds {
            // A third of the way on, documents are looked at again, with what is fitted so far.
            if known && (round == 0 || round == rounds / 3 || round == 2 * rounds / 3) {
                let looks = if round == 0 { 0 } else { bitext::LOOKS - 1 };
                documents = cases.par_iter().map(|c| look(&c.prepared, &model, looks)).collect();
            }
            let parts: Vec<(f64, f64, Vec<f64>)> = cases
                .par_iter_mut()
                .enumerate()
                .filter(|(n, _)| n % BATCHES == round % BATCHES)
                .map(|(n, case)| {
                    let counts = if known {
                        let (d, first) = &documents[n];
                        let scores = case.prepared.known_scores(&model, d, first);
                        let p = case.prepared.posteriors(&scores);
                        (p.whole, slope(case, &model, &p, Some((d, first, &scores))), scores)
                    } else {
                        rescore(&mut case.prepared, &model);
                        let scores = case.prepared.scores(&model);
                        let p = case.prepared.posteriors(&scores);
                        (p.whole, slope(case, &model, &p, None), scores)
                    };
                    let (whole, c, scores) = counts;
                    let loss = whole - value(&case.path, &scores);
                    let beads = f64::from(case.path.singles.iter().sum::<f32>());
                    (loss, beads, [c.single, c.joined, c.gap, c.swap].concat())
                })
                .collect();
            let mut slope = vec![0.0; weights.len()];
            let (mut loss, mut beads) = (0.0, 0.0);
            for (l, b, part) in parts {
                loss += l;
                beads += b;
                for (s, p) in slope.iter_mut().zip(part) {
                    *s += p;
                }
            }
            for (s, w) in slope.iter_mut().zip(&weights) {
                *s = *s / beads + RIDGE * w;
            }
            let ramp = (round + 1).min(RAMP) as f64 / RAMP as f64;
            let pace = PACE * ramp * (1.0 - round as f64 / rounds as f64).max(0.02);
            descent.step(&mut weights, &slope, pace);
            let (s, j) = if known { (KNOWN, 2 * KNOWN) } else { (NET, 2 * NET) };
            let g = j + if known { KNOWN_GAP } else { GAP };
            if known {
                model.known_single = narrow(&weights[..s]);
                model.known_joined = narrow(&weights[s..j]);
                model.known_gap = narrow(&weights[j..g]);
                model.known_swap = narrow(&weights[g..]);
            } else {
                model.single = net_of(&weights[..s]);
                model.joined = net_of(&weights[s..j]);
                model.gap = narrow(&weights[j..g]);
                model.swap = narrow(&weights[g..g + SWAP]);
            }
            if round % 20 == 0 || round + 1 == rounds {
                eprintln!("round {round}: loss a bead {:.5}", loss / beads);
            }
        }
        if !known {
            cases.par_iter_mut().for_each(|c| rescore(&mut c.prepared, &model));
        }
    }
    tempered(model)
}

/// How far the numbers of a bead and a gap are trusted against what is known of their document: the
/// path is surer of itself than it is right where a reference follows the line. Found on the fitting
/// documents with such stretches, so that complete texts lose nothing.
pub(super) const TRUST: f32 = 0.85;

/// Takes a part of what beads and gaps tell by themselves away.
pub(super) fn tempered(mut model: Model) -> Model {
    model.known_single[bitext::DOCUMENT] *= TRUST;
    model.known_joined[bitext::DOCUMENT] *= TRUST;
    model.known_gap[2 * bitext::DOCUMENT] *= TRUST;
    model
}

/// What is known of a document after a first look and `looks` more.
pub(super) fn look(prepared: &Prepared, model: &Model, looks: usize) -> (Document, Scores) {
    let first = prepared.scores(model);
    let mut document = prepared.document(&prepared.posteriors(&first));
    for _ in 0..looks {
        let known = prepared.known_scores(model, &document, &first);
        document = prepared.document(&prepared.posteriors(&known));
    }
    (document, first)
}

/// Log odds of a path.
pub(super) fn value(path: &Posteriors, scores: &Scores) -> f64 {
    let sum = |p: &[f32], s: &[f32]| -> f64 {
        p.iter().zip(s).filter(|(p, _)| **p > 0.0).map(|(p, s)| f64::from(p * s)).sum()
    };
    let gaps = |p: &[[f32; 2]], s: &[[f32; 2]]| -> f64 {
        p.iter().zip(s).map(|(p, s)| f64::from(p[0] * s[0] + p[1] * s[1])).sum()
    };
    sum(&path.singles, &scores.singles)
        + sum(&path.joined, &scores.joined)
        + sum(&path.swaps, &scores.swaps)
        + gaps(&path.left_gaps, &scores.left_gaps)
        + gaps(&path.right_gaps, &scores.right_gaps)
}

/// Log odds of every bead anew.
pub(super) fn rescore(prepared: &mut Prepared, model: &Model) {
    let found = &mut prepared.found;
    let (singles, joined) = found.vectors.split_at(found.singles.len());
    for (bead, v) in found.singles.iter_mut().zip(singles) {
        bead.base = model.single.score(v);
    }
    for (bead, v) in found.joined.iter_mut().zip(joined) {
        bead.base = model.joined.score(v);
    }
}
