//! The beads that a path may take: every single pair of the band, joins that hold together, and
//! neighbours that changed places.

use super::band::Band;
use super::cells::{Block, Pairing};
use super::features::{BEAD, MOST, Scratch, describe};
use super::model::Model;
use super::text::small;
use rayon::prelude::*;
use std::ops::Range;

/// A bead that a path may take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bead {
    /// First left sentence, and how many.
    pub left: (u32, u8),
    /// First right sentence, and how many.
    pub right: (u32, u8),
    /// Log odds by the bead alone.
    pub base: f32,
    /// How far each side accounts for the other.
    pub both: f32,
    /// Logarithm of the ratio of lengths.
    pub ratio: f32,
}

/// Sentences that changed places within a few lines: pairs that cross, what is between them left
/// without a partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Swap {
    /// First left sentence, and how many it spans.
    pub left: (u32, u8),
    /// First right sentence, and how many it spans.
    pub right: (u32, u8),
    /// The crossing pairs, as places in [`Candidates::singles`].
    pub pairs: Vec<usize>,
}

/// Everything a path may be made of.
#[derive(Debug, Default)]
pub struct Candidates {
    /// One for each cell of the band, row after row.
    pub singles: Vec<Bead>,
    /// Beads with more than one sentence on a side, by their beginning.
    pub joined: Vec<Bead>,
    /// By their beginning.
    pub swaps: Vec<Swap>,
    /// The numbers of each of `singles`, then of `joined`, where they are asked for.
    pub vectors: Vec<[f32; BEAD]>,
    /// Best partners of each other: left, right, place in `singles`, how alike.
    pub mutual: Vec<(u32, u32, usize, f32)>,
    /// For each left sentence how well its best partner and it account for each other, the same if
    /// it is that one's best partner too, and the most that any sentence accounts for of it.
    pub lefts: Vec<[f32; 3]>,
    /// For each right sentence.
    pub rights: Vec<[f32; 3]>,
    /// While blocks are worked out: the right sentence that `rights` begins with.
    first_right: usize,
}

/// Rows worked out at a time: enough that the rows beside them, which are worked out twice, weigh
/// little, and few enough that they stay in the processor's cache.
const ROWS: usize = 128;
/// Rows beside a block that its sentences may have their best partners in.
const BESIDE: usize = 12;

impl Candidates {
    pub(super) fn new(pairing: Pairing<'_>, model: &Model, keep_vectors: bool) -> Self {
        let lefts = pairing.left.len();
        let blocks: Vec<Self> = (0..lefts.div_ceil(ROWS))
            .into_par_iter()
            .map(|n| {
                let rows = n * ROWS..((n + 1) * ROWS).min(lefts);
                let around = rows.start.saturating_sub(BESIDE)..(rows.end + BESIDE).min(lefts);
                let block = Block::new(pairing, around);
                Self::of_rows(&block, rows, model, keep_vectors)
            })
            .collect();
        let mut out = Self::default();
        out.singles.reserve(blocks.iter().map(|b| b.singles.len()).sum());
        out.joined.reserve(blocks.iter().map(|b| b.joined.len()).sum());
        out.rights = vec![[0.0; 3]; pairing.right.len()];
        let mut joined_vectors = Vec::new();
        for mut block in blocks {
            out.lefts.append(&mut block.lefts);
            for (k, own) in block.rights.iter().enumerate() {
                let best = &mut out.rights[block.first_right + k];
                *best = [best[0].max(own[0]), 0.0, best[2].max(own[2])];
            }
            joined_vectors
                .extend(block.vectors.split_off(block.singles.len().min(block.vectors.len())));
            out.vectors.append(&mut block.vectors);
            out.mutual.extend(
                block.mutual.iter().map(|&(l, r, at, v)| (l, r, at + out.singles.len(), v)),
            );
            out.singles.append(&mut block.singles);
            out.joined.append(&mut block.joined);
        }
        out.vectors.append(&mut joined_vectors);
        for &(i, j, _, value) in &out.mutual {
            out.lefts[i as usize][1] = value;
            out.rights[j as usize][1] = value;
        }
        out.swaps = swaps(&out.mutual, pairing.band);
        out
    }

    fn of_rows(block: &Block<'_>, rows: Range<usize>, model: &Model, keep: bool) -> Self {
        let mut out = Self::default();
        let mut joined_vectors = Vec::new();
        let mut scratch = Scratch::default();
        let rights = block.pairing.right.len();
        let lefts = block.pairing.left.len();
        (out.first_right, out.rights) = block.best_of_rights();
        for i in rows {
            out.lefts.push(block.best_of_left(i));
            if let Some((j, value)) = block.mutual(i) {
                let at = out.singles.len() + j - block.pairing.band.row(i).start;
                out.mutual.push((small(i), small(j), at, value));
            }
            for j in block.pairing.band.row(i) {
                let mut note = |a: usize, b: usize, single: bool| {
                    let d = describe(block, (i, a), (j, b), &mut scratch);
                    let base =
                        if single { model.single(&d.vector) } else { model.joined(&d.vector) };
                    if keep {
                        if single { &mut out.vectors } else { &mut joined_vectors }.push(d.vector);
                    }
                    let count = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
                    let bead = Bead {
                        left: (small(i), count(a)),
                        right: (small(j), count(b)),
                        base,
                        both: d.both,
                        ratio: d.ratio,
                    };
                    if single { &mut out.singles } else { &mut out.joined }.push(bead);
                };
                note(1, 1, true);
                let links: [u8; MOST] = std::array::from_fn(|x| block.linked(i + x, j));
                if links[0] == 0 {
                    continue;
                }
                for a in 1..=MOST.min(lefts - i) {
                    for b in 1..=MOST.min(rights - j) {
                        if a + b > 2 && holds_together(links, a, b) {
                            note(a, b, false);
                        }
                    }
                }
            }
        }
        out.vectors.append(&mut joined_vectors);
        out
    }
}

/// Whether links join all sentences of a bead to one whole.
fn holds_together(links: [u8; MOST], a: usize, b: usize) -> bool {
    let all = (1_u8 << b) - 1;
    let mut rights = links[0] & all;
    let mut lefts = 1_u8;
    loop {
        let before = (lefts, rights);
        for (x, row) in links[..a].iter().enumerate() {
            if row & rights != 0 {
                lefts |= 1 << x;
                rights |= row & all;
            }
        }
        if (lefts, rights) == before {
            return rights == all && lefts == (1 << a) - 1;
        }
    }
}

/// Most sentences on a side among which some changed places.
const WIDEST: usize = 6;
/// Best partners less alike than this are chance.
const ALIKE: f32 = 0.2;

/// Runs of best partners that cross each other, each as one window.
fn swaps(mutual: &[(u32, u32, usize, f32)], band: &Band) -> Vec<Swap> {
    let firm: Vec<&(u32, u32, usize, f32)> = mutual.iter().filter(|m| m.3 >= ALIKE).collect();
    let mut out = Vec::new();
    for start in 0..firm.len() {
        // Grow from the first pair that is crossed, as long as something crosses what is inside.
        let mut end = start;
        let mut highest = firm[start].1;
        let mut at = start + 1;
        while at < firm.len() && (firm[at].0 - firm[start].0) < small(WIDEST) {
            if firm[at].1 < highest {
                end = at;
                highest = highest.max(firm[start..=at].iter().map(|m| m.1).max().unwrap_or(0));
            }
            at += 1;
        }
        if end == start {
            continue;
        }
        if let Some(swap) = window(&firm[start..=end], band) {
            out.push(swap);
        }
    }
    out
}

/// One window of crossing pairs, if it is small enough.
fn window(pairs: &[&(u32, u32, usize, f32)], band: &Band) -> Option<Swap> {
    let first = pairs.first()?.0;
    let last = pairs.last()?.0;
    let low = pairs.iter().map(|m| m.1).min()?;
    let high = pairs.iter().map(|m| m.1).max()?;
    let (wide, deep) = (last - first + 1, high - low + 1);
    if wide as usize > WIDEST || deep as usize > WIDEST {
        return None;
    }
    let mut inside: Vec<usize> = pairs.iter().map(|m| m.2).collect();
    // One sentence left on each side within the window: they are partners of each other.
    let spare = |from: u32, count: u32, taken: &dyn Fn(u32) -> bool| -> Vec<u32> {
        (from..from + count).filter(|&n| !taken(n)).collect()
    };
    let lefts = spare(first, wide, &|n| pairs.iter().any(|m| m.0 == n));
    let rights = spare(low, deep, &|n| pairs.iter().any(|m| m.1 == n));
    if let ([i], [j]) = (&lefts[..], &rights[..]) {
        let (i, j) = (*i as usize, *j as usize);
        if band.row(i).contains(&j) {
            inside.push(band.cell(i, j));
        }
    }
    let corners = band.nodes(first as usize).contains(&(low as usize))
        && band.nodes((last + 1) as usize).contains(&((high + 1) as usize));
    corners.then(|| Swap {
        left: (first, u8::try_from(wide).unwrap_or(u8::MAX)),
        right: (low, u8::try_from(deep).unwrap_or(u8::MAX)),
        pairs: inside,
    })
}
