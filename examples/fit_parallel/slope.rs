//! How the likelihood of the references changes with the weights.

use super::documents::Case;
use super::fit::narrow;
use padan::bitext::{self, Document, Model, Net, Posteriors, Scores};

/// Sums of numbers by kind, weighed by how often each bead is taken.
pub(super) struct Counts {
    pub(super) single: Vec<f64>,
    pub(super) joined: Vec<f64>,
    pub(super) gap: Vec<f64>,
    pub(super) swap: Vec<f64>,
}

pub(super) fn add(to: &mut [f64], vector: &[f32], times: f32) {
    if times.abs() > 1e-7 {
        for (t, v) in to.iter_mut().zip(vector) {
            *t += f64::from(times * v);
        }
    }
}

/// How many numbers a net has.
pub(super) const NET: usize = bitext::BEAD + bitext::UNITS * (bitext::BEAD + 1);

/// The slope of a net's numbers for one bead.
pub(super) fn add_net(to: &mut [f64], net: &Net, vector: &[f32; bitext::BEAD], times: f32) {
    const BEAD: usize = bitext::BEAD;
    let (plain, rest) = to.split_at_mut(BEAD);
    let (units, worth) = rest.split_at_mut(bitext::UNITS * BEAD);
    add(plain, vector, times);
    for (n, unit) in net.units.iter().enumerate() {
        let said: f32 = unit.iter().zip(vector).map(|(a, b)| a * b).sum();
        if said > 0.0 {
            worth[n] += f64::from(times * said);
            add(&mut units[n * BEAD..(n + 1) * BEAD], vector, times * net.worth[n]);
        }
    }
}

pub(super) fn flat_net(net: &Net) -> Vec<f32> {
    [&net.plain[..], &net.units.concat(), &net.worth].concat()
}

pub(super) fn net_of(numbers: &[f64]) -> Net {
    const BEAD: usize = bitext::BEAD;
    let (plain, rest) = numbers.split_at(BEAD);
    let (units, worth) = rest.split_at(bitext::UNITS * BEAD);
    Net {
        plain: narrow(plain),
        units: std::array::from_fn(|n| narrow(&units[n * BEAD..(n + 1) * BEAD])),
        worth: narrow(worth),
    }
}

/// What the numbers of a path sum to, less those of the gold. `document`: the second set.
pub(super) fn slope(
    case: &Case,
    model: &Model,
    p: &Posteriors,
    known: Option<(&Document, &Scores, &Scores)>,
) -> Counts {
    use bitext::{GAP, KNOWN, KNOWN_GAP, KNOWN_SWAP, SWAP};
    let found = &case.prepared.found;
    let (bead, gap, swap) =
        if known.is_some() { (KNOWN, KNOWN_GAP, KNOWN_SWAP) } else { (NET, GAP, SWAP) };
    let mut out = Counts {
        single: vec![0.0; bead],
        joined: vec![0.0; bead],
        gap: vec![0.0; gap],
        swap: vec![0.0; swap],
    };
    let mut singles: Vec<f32> =
        p.singles.iter().zip(&case.path.singles).map(|(p, g)| p - g).collect();
    let mut gaps: [Vec<[f32; 2]>; 2] =
        [(&p.left_gaps, &case.path.left_gaps), (&p.right_gaps, &case.path.right_gaps)]
            .map(|(p, g)| p.iter().zip(g).map(|(p, g)| [p[0] - g[0], p[1] - g[1]]).collect());
    for at in 0..found.swaps.len() {
        let times = p.swaps[at] - case.path.swaps[at];
        match known {
            Some((d, _, scores)) => {
                let inside = case.prepared.inside(scores, at);
                add(
                    &mut out.swap,
                    &d.swap(found.swaps[at].left.0, inside, found.swaps[at].pairs.len()),
                    times,
                );
            }
            None => add(&mut out.swap, &case.prepared.swap(at), times),
        }
        for &pair in &found.swaps[at].pairs {
            singles[pair] += times;
        }
        let spare = case.prepared.spare(at);
        for (side, spare) in [spare.0, spare.1].iter().enumerate() {
            for &s in spare {
                gaps[side][s][0] += times;
            }
        }
    }
    for (at, &times) in singles.iter().enumerate() {
        if times.abs() > 1e-6 {
            match known {
                Some((d, ..)) => add(&mut out.single, &d.bead(&found.singles[at]), times),
                None => add_net(&mut out.single, &model.single, &found.vectors[at], times),
            }
        }
    }
    for at in 0..found.joined.len() {
        let times = p.joined[at] - case.path.joined[at];
        if times.abs() > 1e-6 {
            if let Some((d, ..)) = known {
                add(&mut out.joined, &d.bead(&found.joined[at]), times);
            } else {
                let vector = &found.vectors[found.singles.len() + at];
                add_net(&mut out.joined, &model.joined, vector, times);
            }
        }
    }
    for side in [0, 1] {
        for (s, times) in gaps[side].iter().enumerate() {
            for on in [0, 1] {
                match known {
                    Some((d, first, _)) => {
                        let base = if side == 0 {
                            first.left_gaps[s][on]
                        } else {
                            first.right_gaps[s][on]
                        };
                        add(&mut out.gap, &d.gap((side == 1, s), base, on == 1), times[on]);
                    }
                    None => add(&mut out.gap, &case.prepared.gap(side == 1, s, on == 1), times[on]),
                }
            }
        }
    }
    out
}
