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
    /// For each row, see [`Self::linked`]: from [`MOST`] less one places before its first cell on.
    links: Vec<Vec<u8>>,
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
            links: Vec::new(),
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
        out.link();
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

    /// Reads a bead of several sentences word by word: into `out` how well each word is accounted
    /// for.
    pub(super) fn read(
        &self,
        (i, a): (usize, usize),
        (j, b): (usize, usize),
        out: &mut (Vec<f32>, Vec<f32>),
    ) -> Reading {
        let Pairing { left, right, .. } = self.pairing;
        let mut reading = Reading::default();
        out.0.clear();
        out.1.clear();
        let mut by_right = Sources::default();
        for x in i..i + a {
            let row = &self.rows[x - self.lefts.start];
            let words = left.words_of(x, 1);
            let own = words.len();
            for (at, word) in words.enumerate() {
                out.0.push(by_right.add(b, left.info[word], |k| {
                    let column = (j + k).checked_sub(row.rights.start);
                    column.and_then(|c| row.left.get(c * own + at)).copied().unwrap_or(0.0)
                }));
            }
        }
        let mut by_left = Sources::default();
        for word in right.words_of(j, b) {
            out.1.push(by_left.add(a, right.info[word], |k| {
                let row = &self.rows[i + k - self.lefts.start];
                let at = word.checked_sub(row.first);
                at.and_then(|w| row.right.get(w)).copied().unwrap_or(0.0)
            }));
        }
        let most = |sums: &[f32]| sums.iter().copied().fold(0.0, f32::max);
        reading.ordered = (most(&by_right.stretch[..b]), most(&by_left.stretch[..a]));
        reading.left_alone = by_left.alone;
        reading.right_alone = by_right.alone;
        reading
    }

    /// Which of the right sentences from `j` on, up to [`MOST`], left sentence `i` has to do with: one
    /// bit for each.
    pub(super) fn linked(&self, i: usize, j: usize) -> u8 {
        let Some(at) = i.checked_sub(self.lefts.start).filter(|&at| at < self.rows.len()) else {
            return 0;
        };
        let place = (j + MOST).checked_sub(self.rows[at].rights.start + 1);
        place.and_then(|p| self.links[at].get(p)).copied().unwrap_or(0)
    }

    /// Notes which single sentences have to do with each other: one is among the best partners of
    /// the other, by what is covered of either.
    fn link(&mut self) {
        /// A sentence joined to another has its partner among its best ones.
        const AMONG: usize = 2;
        const FAINTEST: f32 = 0.1;
        let among = |bests: &Bests| -> [Option<usize>; AMONG] {
            std::array::from_fn(|k| (bests[k].0 >= FAINTEST).then_some(bests[k].1))
        };
        self.links = self.rows.iter().map(|r| vec![0; r.rights.len() + MOST - 1]).collect();
        let (rows, links) = (&self.rows, &mut self.links);
        let mut note = |at: usize, j: usize| {
            // A place of a row stands for the right sentences from there on: each pair is noted at
            // all places that reach it.
            let last = j - rows[at].rights.start + MOST - 1;
            for y in 0..MOST {
                links[at][last - y] |= 1 << y;
            }
        };
        for (at, bests) in self.left_owns.iter().enumerate() {
            among(bests).into_iter().flatten().for_each(|j| note(at, j));
        }
        for (column, bests) in self.right_owns.iter().enumerate() {
            let j = self.rights.start + column;
            among(bests).into_iter().flatten().for_each(|i| note(i - self.lefts.start, j));
        }
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

    /// How well a left sentence and its best partner account for each other, and how much of it any
    /// sentence accounts for, with room between the two.
    pub(super) fn best_of_left(&self, i: usize) -> [f32; 3] {
        let at = i - self.lefts.start;
        [self.left_bests[at][0].0, 0.0, self.left_owns[at][0].0]
    }

    /// The same for right sentences, and which is the first of them.
    pub(super) fn best_of_rights(&self) -> (usize, Vec<[f32; 3]>) {
        let both = self.right_bests.iter().zip(&self.right_owns);
        (self.rights.start, both.map(|(best, own)| [best[0].0, 0.0, own[0].0]).collect())
    }

    /// Whether `j` is the best partner of `i`, and `i` that of `j`.
    pub(super) fn mutual(&self, i: usize) -> Option<(usize, f32)> {
        let (value, j) = self.left_bests[i - self.lefts.start][0];
        if j == usize::MAX {
            return None;
        }
        (self.right_bests[j - self.rights.start][0].1 == i).then_some((j, value))
    }

    /// How well two single sentences account for each word of the other: into `out`.
    pub(super) fn words(&self, i: usize, j: usize, out: &mut (Vec<f32>, Vec<f32>)) {
        let row = &self.rows[i - self.lefts.start];
        let own = self.pairing.left.words_of(i, 1).len();
        let column = j - row.rights.start;
        let words = self.pairing.right.words_of(j, 1);
        out.0.clear();
        out.0.extend_from_slice(&row.left[column * own..(column + 1) * own]);
        out.1.clear();
        out.1.extend_from_slice(&row.right[words.start - row.first..words.end - row.first]);
    }
}

/// What a joined bead's words tell, read in order.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Reading {
    /// Information accounted for when each sentence accounts for a stretch of the other side, in
    /// order: of the left words, of the right words.
    pub(super) ordered: (f32, f32),
    /// For each left sentence, what of the right side it alone accounts for.
    pub(super) left_alone: [f32; MOST],
    /// The same for each right sentence.
    pub(super) right_alone: [f32; MOST],
}

/// Sums over the words of one side, by the sentences of the other.
#[derive(Default)]
struct Sources {
    /// The best so far where sentence k accounts for the last word: a word is accounted for by the
    /// same sentence as the one before it, or by the next.
    stretch: [f32; MOST],
    alone: [f32; MOST],
}

impl Sources {
    /// One more word; how well it is accounted for.
    fn add(&mut self, sentences: usize, told: f32, by: impl Fn(usize) -> f32) -> f32 {
        let (mut best, mut second, mut which) = (0.0_f32, 0.0_f32, 0);
        for k in (0..sentences).rev() {
            let value = by(k);
            let before =
                if k > 0 { self.stretch[k].max(self.stretch[k - 1]) } else { self.stretch[k] };
            self.stretch[k] = before + told * value;
            if value >= best {
                (second, best, which) = (best, value, k);
            } else {
                second = second.max(value);
            }
        }
        self.alone[which] += told * (best - second);
        best
    }
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
