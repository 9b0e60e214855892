//! Words of two sentences held against each other, for all sentences of a band at once.

use super::band::Band;
use super::features::MOST;
use super::links::Links;
use super::text::{Text, small};
use std::ops::Range;

/// The two texts, what their words share, and where to look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pairing<'a> {
    pub(super) left: &'a Text,
    pub(super) right: &'a Text,
    pub(super) links: &'a Links,
    pub(super) band: &'a Band,
}

/// One left sentence against the right sentences of its row of the band.
#[derive(Debug)]
struct Row {
    rights: Range<usize>,
    /// First right word of the row.
    first: usize,
    /// For each right sentence, how well it accounts for each word of the left one.
    left: Vec<f32>,
    /// How well the left sentence accounts for each word of the right ones.
    right: Vec<f32>,
}

/// How far one sentence accounts for another, both ways, and both in one number.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Cover {
    left: f32,
    right: f32,
    both: f32,
}

/// The harmonic mean: as much as the poorer side allows.
pub(super) fn harmonic(a: f32, b: f32) -> f32 {
    2.0 * a * b / (a + b).max(1e-6)
}

/// How many of a sentence's best partners are remembered.
pub(super) const BESTS: usize = 4;
/// A sentence's best partners: how well they cover each other, and which.
pub(super) type Bests = [(f32, usize); BESTS];

/// Some rows of the band, worked out.
#[derive(Debug)]
pub(super) struct Block<'a> {
    pub(super) pairing: Pairing<'a>,
    /// Which left sentences.
    lefts: Range<usize>,
    rows: Vec<Row>,
    covers: Vec<Vec<Cover>>,
    /// Best partners by `both` of each left sentence, and of each right one from `rights.start`.
    left_bests: Vec<Bests>,
    right_bests: Vec<Bests>,
    /// The same by how much of the sentence itself is covered.
    left_owns: Vec<Bests>,
    right_owns: Vec<Bests>,
    rights: Range<usize>,
}

fn insert(bests: &mut Bests, value: f32, at: usize) {
    let Some(place) = bests.iter().position(|b| value > b.0) else { return };
    bests[place..].rotate_right(1);
    bests[place] = (value, at);
}

const NONE: Bests = [(0.0, usize::MAX); BESTS];

/// How far the places of each kind of right word have been passed.
#[derive(Debug, Default)]
struct Cursors(Vec<u32>);

impl Cursors {
    /// The first place that does not lie before `start`.
    fn advance(&mut self, kind: u32, places: &[u32], start: usize) -> usize {
        let kind = kind as usize;
        if self.0.len() <= kind {
            self.0.resize(kind + 1, u32::MAX);
        }
        let cursor = &mut self.0[kind];
        if *cursor == u32::MAX {
            *cursor = small(places.partition_point(|&p| (p as usize) < start));
        }
        while places.get(*cursor as usize).is_some_and(|&p| (p as usize) < start) {
            *cursor += 1;
        }
        *cursor as usize
    }
}

impl<'a> Block<'a> {
    pub(super) fn new(pairing: Pairing<'a>, lefts: Range<usize>) -> Self {
        let mut cursors = Cursors::default();
        let rows: Vec<Row> = lefts.clone().map(|i| row(&pairing, i, &mut cursors)).collect();
        let start = rows.first().map_or(0, |r| r.rights.start);
        let end = rows.last().map_or(start, |r| r.rights.end);
        let mut out = Self {
            pairing,
            covers: Vec::with_capacity(rows.len()),
            left_bests: vec![NONE; rows.len()],
            left_owns: vec![NONE; rows.len()],
            right_bests: vec![NONE; end - start],
            right_owns: vec![NONE; end - start],
            rights: start..end,
            lefts,
            rows,
        };
        for (at, i) in out.lefts.clone().enumerate() {
            let covers = out.covers_of(at, i);
            for (cover, j) in covers.iter().zip(out.rows[at].rights.clone()) {
                insert(&mut out.left_bests[at], cover.both, j);
                insert(&mut out.left_owns[at], cover.left, j);
                insert(&mut out.right_bests[j - start], cover.both, i);
                insert(&mut out.right_owns[j - start], cover.right, i);
            }
            out.covers.push(covers);
        }
        out
    }

    fn covers_of(&self, at: usize, i: usize) -> Vec<Cover> {
        let Pairing { left, right, .. } = self.pairing;
        let row = &self.rows[at];
        let told = &left.info[left.words_of(i, 1)];
        row.rights
            .clone()
            .enumerate()
            .map(|(column, j)| {
                let own = &row.left[column * told.len()..(column + 1) * told.len()];
                let words = right.words_of(j, 1);
                let other = &row.right[words.start - row.first..words.end - row.first];
                let a = product(told, own) / left.sums[i].total.max(1e-6);
                let b = product(&right.info[words], other) / right.sums[j].total.max(1e-6);
                Cover { left: a, right: b, both: harmonic(a, b) }
            })
            .collect()
    }

    /// How two single sentences cover each other, in one number; nothing outside of the block.
    fn both(&self, i: usize, j: usize) -> f32 {
        if !self.lefts.contains(&i) {
            return 0.0;
        }
        let at = i - self.lefts.start;
        let column = j.checked_sub(self.rows[at].rights.start);
        column.and_then(|c| self.covers[at].get(c)).map_or(0.0, |c| c.both)
    }

    /// The best single pair inside of a bead.
    pub(super) fn best_pair(&self, (i, a): (usize, usize), (j, b): (usize, usize)) -> f32 {
        let pairs = (i..i + a).flat_map(|x| (j..j + b).map(move |y| (x, y)));
        pairs.map(|(x, y)| self.both(x, y)).fold(0.0, f32::max)
    }

    /// What the sides of a bead account for when each sentence accounts for a stretch of the other
    /// side, in order: of the left words, of the right words.
    pub(super) fn in_order(&self, (i, a): (usize, usize), (j, b): (usize, usize)) -> (f32, f32) {
        let Pairing { left, right, .. } = self.pairing;
        let (mut sums, mut left_sum) = ([0.0_f32; MOST], 0.0);
        for x in i..i + a {
            let row = &self.rows[x - self.lefts.start];
            let words = left.words_of(x, 1);
            let own = words.len();
            for (at, word) in words.enumerate() {
                left_sum = stretch(&mut sums[..b], |k| {
                    let column = (j + k).checked_sub(row.rights.start);
                    let cell = column.and_then(|c| row.left.get(c * own + at));
                    left.info[word] * cell.copied().unwrap_or(0.0)
                });
            }
        }
        let (mut sums, mut right_sum) = ([0.0_f32; MOST], 0.0);
        for word in right.words_of(j, b) {
            right_sum = stretch(&mut sums[..a], |k| {
                let row = &self.rows[i + k - self.lefts.start];
                let cell = word.checked_sub(row.first).and_then(|w| row.right.get(w));
                right.info[word] * cell.copied().unwrap_or(0.0)
            });
        }
        (left_sum, right_sum)
    }

    /// Whether two single sentences have to do with each other: one is among the best partners of
    /// the other, by what is covered of either.
    pub(super) fn linked(&self, i: usize, j: usize) -> bool {
        /// A sentence joined to another has its partner among its best ones.
        const AMONG: usize = 2;
        const FAINTEST: f32 = 0.1;
        if !self.lefts.contains(&i) || !self.rights.contains(&j) {
            return false;
        }
        let among = |bests: &Bests, other: usize| {
            bests[..AMONG].iter().any(|b| b.1 == other && b.0 >= FAINTEST)
        };
        among(&self.left_owns[i - self.lefts.start], j)
            || among(&self.right_owns[j - self.rights.start], i)
    }

    /// The best that the sentences of a bead reach with any sentence outside of it: mean, highest.
    pub(super) fn rivals(&self, (i, a): (usize, usize), (j, b): (usize, usize)) -> (f32, f32) {
        let (mut sum, mut most) = (0.0_f32, 0.0_f32);
        let mut look = |bests: &Bests, inside: Range<usize>| {
            let rival = bests.iter().find(|r| !inside.contains(&r.1)).map_or(0.0, |r| r.0);
            sum += rival;
            most = most.max(rival);
        };
        for x in i..i + a {
            look(&self.left_bests[x - self.lefts.start], j..j + b);
        }
        for y in j..j + b {
            look(&self.right_bests[y - self.rights.start], i..i + a);
        }
        (sum / (a + b) as f32, most)
    }

    /// Whether `j` is the best partner of `i`, and `i` that of `j`.
    pub(super) fn mutual(&self, i: usize) -> Option<(usize, f32)> {
        let (value, j) = self.left_bests[i - self.lefts.start][0];
        if j == usize::MAX {
            return None;
        }
        (self.right_bests[j - self.rights.start][0].1 == i).then_some((j, value))
    }

    /// For every word of a bead, how well the other side accounts for it: left words, right words.
    /// `skip` leaves out one sentence of either side, as if it were empty.
    pub(super) fn best_words(
        &self,
        (i, a): (usize, usize),
        (j, b): (usize, usize),
        skip: (Option<usize>, Option<usize>),
        out: &mut (Vec<f32>, Vec<f32>),
    ) {
        let Pairing { left, right, .. } = self.pairing;
        let words = right.words_of(j, b);
        out.0.clear();
        out.1.clear();
        out.1.resize(words.len(), 0.0);
        for x in i..i + a {
            let row = &self.rows[x - self.lefts.start];
            let own = left.words_of(x, 1).len();
            let first = out.0.len();
            out.0.resize(first + own, 0.0);
            if skip.0 == Some(x) {
                continue;
            }
            for y in j.max(row.rights.start)..(j + b).min(row.rights.end) {
                if skip.1 == Some(y) {
                    continue;
                }
                let column = y - row.rights.start;
                raise(&mut out.0[first..], &row.left[column * own..(column + 1) * own]);
                let these = right.words_of(y, 1);
                raise(
                    &mut out.1[these.start - words.start..these.end - words.start],
                    &row.right[these.start - row.first..these.end - row.first],
                );
            }
        }
    }
}

/// One more word: `sums` holds the best so far where sentence k accounts for the last word; a word
/// is accounted for by the same sentence as the one before it, or by the next.
fn stretch(sums: &mut [f32], by: impl Fn(usize) -> f32) -> f32 {
    for k in (0..sums.len()).rev() {
        let before = if k > 0 { sums[k].max(sums[k - 1]) } else { sums[k] };
        sums[k] = before + by(k);
    }
    sums.iter().copied().fold(0.0, f32::max)
}

/// Σ a × b, with sums side by side so that it runs on vectors.
pub(super) fn product(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 4];
    let (pairs, rest) = (a.len().min(b.len()) / 4 * 4, a.len().min(b.len()));
    for at in (0..pairs).step_by(4) {
        for lane in 0..4 {
            sums[lane] += a[at + lane] * b[at + lane];
        }
    }
    let tail: f32 = (pairs..rest).map(|at| a[at] * b[at]).sum();
    sums.iter().sum::<f32>() + tail
}

fn raise(best: &mut [f32], other: &[f32]) {
    for (b, &o) in best.iter_mut().zip(other) {
        *b = b.max(o);
    }
}

/// `cursors` keep, for each kind of right word, how many of its places lie before the row: rows come
/// in order.
fn row(pairing: &Pairing<'_>, i: usize, cursors: &mut Cursors) -> Row {
    let Pairing { left, right, links, band } = *pairing;
    let rights = band.row(i);
    let words = left.words_of(i, 1);
    let reach = right.words_of(rights.start, rights.len());
    let own = words.len();
    let mut out = Row {
        left: vec![0.0; own * rights.len()],
        right: vec![0.0; reach.len()],
        first: reach.start,
        rights,
    };
    for (at, word) in words.enumerate() {
        for &(kind, likeness) in links.of(left.words[word]) {
            let places = right.places(kind);
            let from = cursors.advance(kind, places, reach.start);
            for &place in &places[from..] {
                let place = place as usize;
                if place >= reach.end {
                    break;
                }
                let column = right.sentence[place] as usize - out.rights.start;
                let cell = &mut out.left[column * own + at];
                *cell = cell.max(likeness);
                let cell = &mut out.right[place - reach.start];
                *cell = cell.max(likeness);
            }
        }
    }
    out
}
