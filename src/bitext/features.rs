//! What is known of a bead, in numbers.

use super::cells::{Block, Reading, harmonic, product};
use super::text::Sums;

/// How many numbers describe a bead.
pub const BEAD: usize = 34;
/// How many describe leaving one sentence without a partner.
pub const GAP: usize = 7;
/// How many describe sentences that changed places, beside their beads and gaps.
pub const SWAP: usize = 3;
/// Most sentences that a bead has on one side.
pub(super) const MOST: usize = 4;

/// A word that matches less well is not the same word.
const EXACT: f32 = 0.94;
/// A match below this is no agreement of figures.
const SAME_NUMBER: f32 = 0.6;
/// Character lengths vary about so much with the length of a text: Gale and Church (1993) found a
/// variance of 6.8 for each character.
const VARIANCE: f32 = 6.8;

/// Scratch for one worker.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    words: (Vec<f32>, Vec<f32>),
}

/// A bead's numbers, and the three of them that are needed again when the document is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Described {
    pub(super) vector: [f32; BEAD],
    pub(super) both: f32,
    pub(super) ratio: f32,
}

/// One number for every shape but 1-1; a shape and its mirror image share it.
fn shape(a: usize, b: usize) -> usize {
    let (few, many) = (a.min(b), a.max(b));
    match (few, many) {
        (1, 2) => 0,
        (2, 2) => 1,
        (1, 3) => 2,
        (2, 3) => 3,
        (1, _) => 4,
        (3, 3) | (2, _) => 5,
        _ => 6,
    }
}

/// Where the numbers of the shape begin.
const SHAPES: usize = BEAD - 7;

/// Describes `a` left sentences from `i` against `b` right ones from `j`.
pub(super) fn describe(
    block: &Block<'_>,
    (i, a): (usize, usize),
    (j, b): (usize, usize),
    scratch: &mut Scratch,
) -> Described {
    let (left, right) = (block.pairing.left, block.pairing.right);
    let reading = if a + b > 2 {
        Some(block.read((i, a), (j, b), &mut scratch.words))
    } else {
        block.words(i, j, &mut scratch.words);
        None
    };
    let (lefts, rights) = (left.words_of(i, a), right.words_of(j, b));
    let (l, r) = (left.joined(i, a), right.joined(j, b));
    let (best_l, best_r) = (&scratch.words.0, &scratch.words.1);
    let matched =
        (product(&left.info[lefts.clone()], best_l), product(&right.info[rights.clone()], best_r));
    let named = (
        product(&left.names[lefts.clone()], best_l),
        product(&right.names[rights.clone()], best_r),
    );
    let exact = harmonic(
        exact(&left.info[lefts.clone()], best_l) / l.total.max(1e-6),
        exact(&right.info[rights.clone()], best_r) / r.total.max(1e-6),
    );
    let cover = (matched.0 / l.total.max(1e-6), matched.1 / r.total.max(1e-6));
    let both = harmonic(cover.0, cover.1);
    let (low, high) = (cover.0.min(cover.1), cover.0.max(cover.1));
    let log = |x: f32| (1.0 + x).ln();
    let part = |matched: f32, all: f32| if all > 0.0 { matched / all } else { 1.0 };
    let short = log(l.total.min(r.total));
    let missed = (l.names - named.0).min(r.names - named.1);
    let (agree, clash) = numbers(block, (i, a), (j, b), &scratch.words);
    let (rival, strongest) = block.rivals((i, a), (j, b));
    let ratio = ((r.chars + 2.0) / (l.chars + 2.0)).ln();
    let spread = (r.chars - l.chars) / (VARIANCE * f32::midpoint(l.chars, r.chars).max(1.0)).sqrt();
    let mut vector = [0.0; BEAD];
    let plain = [
        1.0,
        low,
        high,
        both,
        both * both,
        low * low,
        log(f32::midpoint(matched.0, matched.1)),
        short,
        both * short,
        part(named.0, l.names).min(part(named.1, r.names)),
        log(missed),
        log(f32::midpoint(named.0, named.1)),
        agree.min(3.0),
        clash.min(3.0),
        f32::from(u8::from(l.denies != r.denies)),
        exact,
        ratio.abs().min(2.0),
        (ratio * ratio).min(4.0),
        spread.abs().min(6.0),
        both - rival,
        both - strongest,
    ];
    vector[..plain.len()].copy_from_slice(&plain);
    let marks = marks(&l, &r);
    vector[plain.len()..plain.len() + 4].copy_from_slice(&marks);
    if let Some(reading) = reading {
        // What no single bead can tell takes the place of the shape's constant.
        vector[0] = weakest(block, (i, a), (j, b), &reading);
        let (x, y) = reading.ordered;
        let ordered = harmonic(x / l.total.max(1e-6), y / r.total.max(1e-6));
        vector[SHAPES - 2] = ordered;
        vector[SHAPES - 1] = ordered - block.best_pair((i, a), (j, b));
        vector[SHAPES + shape(a, b)] = 1.0;
    } else {
        // One half accounted for and the other not: the other may belong to a neighbour.
        let halves = (
            lopsided(&left.info[lefts], &scratch.words.0),
            lopsided(&right.info[rights], &scratch.words.1),
        );
        vector[SHAPES - 2] = halves.0.max(halves.1);
        vector[SHAPES - 1] = halves.0.min(halves.1);
    }
    Described { vector, both, ratio }
}

/// By how much the two halves of a sentence differ in how well they are accounted for.
fn lopsided(told: &[f32], best: &[f32]) -> f32 {
    let half = told.len() / 2;
    let cover =
        |told: &[f32], best: &[f32]| product(told, best) / told.iter().sum::<f32>().max(1e-6);
    (cover(&told[..half], &best[..half]) - cover(&told[half..], &best[half..])).abs()
}

/// Information of the words that are matched exactly.
fn exact(told: &[f32], best: &[f32]) -> f32 {
    told.iter().zip(best).map(|(t, &b)| if b > EXACT { *t } else { 0.0 }).sum()
}

/// How unlike the marks of two sides are.
fn marks(l: &Sums, r: &Sums) -> [f32; 4] {
    let (x, y) = (&l.marks, &r.marks);
    [
        (x.stops - y.stops).abs().min(3.0),
        (x.questions - y.questions).abs().min(2.0),
        (x.quotes - y.quotes).abs().min(2.0) + (x.brackets - y.brackets).abs().min(2.0),
        (x.commas - y.commas).abs().min(4.0),
    ]
}

/// How many figures agree, and how many stand against each other.
fn numbers(
    block: &Block<'_>,
    (i, a): (usize, usize),
    (j, b): (usize, usize),
    words: &(Vec<f32>, Vec<f32>),
) -> (f32, f32) {
    let (left, right) = (block.pairing.left, block.pairing.right);
    let mut agree = 0.0;
    let mut open = [[0.0_f32; 2]; 2];
    let sides = [
        (left.numerals_of(i, a), left.words_of(i, a).start, &words.0),
        (right.numerals_of(j, b), right.words_of(j, b).start, &words.1),
    ];
    for (side, (numerals, first, best)) in sides.into_iter().enumerate() {
        for &(word, day) in numerals {
            if best[word - first] >= SAME_NUMBER {
                agree += 0.5;
            } else {
                open[side][usize::from(day)] += 1.0;
            }
        }
    }
    (agree, open[0][0].min(open[1][0]) + open[0][1].min(open[1][1]))
}

/// What the least useful sentence of a joined bead adds: how much of the other side is accounted
/// for by it alone, against its share of its own side.
fn weakest(
    block: &Block<'_>,
    (i, a): (usize, usize),
    (j, b): (usize, usize),
    reading: &Reading,
) -> f32 {
    let (left, right) = (block.pairing.left, block.pairing.right);
    let (l, r) = (left.joined(i, a), right.joined(j, b));
    let due = |alone: f32, other: f32, own: f32, whole: f32| {
        (alone / (own / whole.max(1e-6) * other).max(1e-6)).clamp(0.0, 1.5)
    };
    let mut least = 1.0_f32;
    if a > 1 {
        for (sums, &alone) in left.sums[i..i + a].iter().zip(&reading.left_alone) {
            least = least.min(due(alone, r.total, sums.total, l.total));
        }
    }
    if b > 1 {
        for (sums, &alone) in right.sums[j..j + b].iter().zip(&reading.right_alone) {
            least = least.min(due(alone, l.total, sums.total, r.total));
        }
    }
    least
}
