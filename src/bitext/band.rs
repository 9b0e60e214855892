//! The coarse pass: rare words that both texts share lead along the diagonal, and only a narrow
//! band beside that lead is looked at closely.

use super::links::Links;
use super::text::Text;
use rayon::prelude::*;
use std::ops::Range;

/// A word that stands in more places than this on either side leads nowhere.
const RARE: usize = 8;
/// Words less alike lead nowhere.
const ALIKE: f32 = 0.5;
/// How many leads a sentence gives.
const LEADS: usize = 3;
/// Leads that share less of what their sentences say are chance.
const FAINTEST: f32 = 0.08;
/// The band reaches as far as this many leads before and behind a sentence: two wrong leads side by
/// side do not lose the path.
const REACH: usize = 3;
/// And this many sentences beyond them, for sentences that changed places.
const BEYOND: usize = 5;
/// Half the widest band, where leads are far apart: a passage without a single shared rare word.
const HALF: usize = 80;

/// A band of more cells for each sentence is worth a second, closer look for leads.
const WIDE: usize = 11;
/// A word that is more common than this does not lead anywhere in a part of the text either.
const COMMON: usize = 500;

/// For each left sentence, the right ones that it is compared with.
#[derive(Debug)]
pub(super) struct Band {
    /// First and end of each row; the last is no row, but the places behind the last sentence.
    rows: Vec<(usize, usize)>,
    /// First cell of each row when all rows lie one after the other; nodes have one more a row.
    starts: Vec<usize>,
    rights: usize,
}

impl Band {
    pub(super) fn new(left: &Text, right: &Text, links: &Links) -> Self {
        let coarse = Self::along(
            &chain(leads(left, right, links, None), right.len()),
            left.len(),
            right.len(),
        );
        if coarse.places() <= WIDE * (left.len() + right.len()) {
            return coarse;
        }
        // In a long text few words are rare; within the coarse band many are.
        let leads = leads(left, right, links, Some(&coarse));
        Self::along(&chain(leads, right.len()), left.len(), right.len())
    }

    /// The band beside a chain of leads.
    fn along(chain: &[(usize, usize)], lefts: usize, rights: usize) -> Self {
        let mut rows = Vec::with_capacity(lefts);
        let (mut before, mut behind) = (0, 0);
        for i in 0..lefts {
            while before < chain.len() && chain[before].0 < i {
                before += 1;
            }
            while behind < chain.len() && chain[behind].0 <= i {
                behind += 1;
            }
            let low = before.checked_sub(REACH).map_or(0, |at| chain[at].1);
            let high = chain.get(behind + REACH - 1).map_or(rights, |lead| lead.1 + 1);
            let centre = between(
                before.checked_sub(1).map(|at| chain[at]),
                chain.get(behind).copied(),
                i,
                (lefts, rights),
            );
            let low = low.saturating_sub(BEYOND).max(centre.saturating_sub(HALF));
            let high = (high + BEYOND).min(centre + HALF).min(rights);
            rows.push((low, high.max(low)));
        }
        Self::connected(rows, rights)
    }

    /// Mends rows so that a path leads from the first corner to the last.
    fn connected(mut rows: Vec<(usize, usize)>, rights: usize) -> Self {
        if let Some(first) = rows.first_mut() {
            first.0 = 0;
        }
        for at in 1..rows.len() {
            rows[at].0 = rows[at].0.max(rows[at - 1].0);
            rows[at].1 = rows[at].1.max(rows[at - 1].1).max(rows[at].0);
            rows[at - 1].1 = rows[at - 1].1.max(rows[at].0);
        }
        if let Some(last) = rows.last_mut() {
            last.1 = rights;
        }
        for at in 1..rows.len() {
            rows[at].1 = rows[at].1.max(rows[at - 1].1);
        }
        let mut starts = vec![0];
        for &(low, high) in &rows {
            starts.push(starts[starts.len() - 1] + high - low + 1);
        }
        rows.push(rows.last().copied().unwrap_or((0, rights)));
        Self { rows, starts, rights }
    }

    pub(super) fn lefts(&self) -> usize {
        self.rows.len() - 1
    }

    pub(super) fn rights(&self) -> usize {
        self.rights
    }

    /// The right sentences of row `i`.
    pub(super) fn row(&self, i: usize) -> Range<usize> {
        self.rows[i].0..self.rows[i].1
    }

    /// The places between right sentences that a path may pass before left sentence `i`.
    pub(super) fn nodes(&self, i: usize) -> std::ops::RangeInclusive<usize> {
        let (low, high) = self.rows[i];
        low..=high
    }

    /// Number of the place before left `i` and right `j`, which is also that of the cell.
    pub(super) fn at(&self, i: usize, j: usize) -> usize {
        self.starts[i] + j - self.rows[i].0
    }

    /// Number of a cell when the cells of all rows lie one after the other.
    pub(super) fn cell(&self, i: usize, j: usize) -> usize {
        // Each row has one place more than it has cells.
        self.at(i, j) - i
    }

    /// How many places there are.
    pub(super) fn places(&self) -> usize {
        let (low, high) = self.rows[self.lefts()];
        self.starts[self.lefts()] + high - low + 1
    }
}

/// Where row `i` crosses the straight line between the leads beside it.
fn between(
    before: Option<(usize, usize)>,
    behind: Option<(usize, usize)>,
    i: usize,
    (lefts, rights): (usize, usize),
) -> usize {
    let (i0, j0) = before.unwrap_or((0, 0));
    let (i1, j1) = behind.unwrap_or((lefts, rights));
    j0 + ((i - i0) * (j1 - j0)).checked_div(i1 - i0).unwrap_or(0)
}

/// For each left sentence the right ones that share most in rare words: left, right, how much.
/// Rare is what stands in few places of the text or, with a band, of its part beside the sentence.
fn leads(
    left: &Text,
    right: &Text,
    links: &Links,
    band: Option<&Band>,
) -> Vec<(usize, usize, f32)> {
    let most = if band.is_some() { COMMON } else { RARE };
    (0..left.len())
        .into_par_iter()
        .map(|i| {
            let rights = band.map_or(0..right.len(), |b| b.row(i));
            let reach = right.words_of(rights.start, rights.len());
            let own = left.words_of(
                i.saturating_sub(rights.len()),
                (i + rights.len()).min(left.len()) - i.saturating_sub(rights.len()),
            );
            let mut sums: Vec<(u32, f32)> = Vec::new();
            for at in left.words_of(i, 1) {
                let kind = left.words[at];
                let places = left.places(kind);
                if places.len() > most || within(places, &own).len() > RARE {
                    continue;
                }
                for &(other, likeness) in links.of(kind) {
                    let places = right.places(other);
                    if likeness < ALIKE || places.len() > most {
                        continue;
                    }
                    let places = within(places, &reach);
                    if places.len() > RARE {
                        continue;
                    }
                    sums.extend(places.iter().map(|&p| {
                        let told = left.info[at].min(right.info[p as usize]);
                        (right.sentence[p as usize], told * likeness)
                    }));
                }
            }
            sums.sort_by_key(|&(j, _)| j);
            sums.dedup_by(|more, kept| {
                let same = more.0 == kept.0;
                if same {
                    kept.1 += more.1;
                }
                same
            });
            let mut found: Vec<(usize, usize, f32)> = sums
                .into_iter()
                .map(|(j, sum)| {
                    let whole = (left.sums[i].total * right.sums[j as usize].total).sqrt();
                    (i, j as usize, sum / whole.max(1.0))
                })
                .filter(|lead| lead.2 >= FAINTEST)
                .collect();
            found.sort_by(|a, b| b.2.total_cmp(&a.2).then(a.1.cmp(&b.1)));
            found.truncate(LEADS);
            found
        })
        .flatten_iter()
        .collect()
}

/// Those of a list of places that lie within a reach.
fn within<'a>(places: &'a [u32], reach: &Range<usize>) -> &'a [u32] {
    let from = places.partition_point(|&p| (p as usize) < reach.start);
    let to = from + places[from..].partition_point(|&p| (p as usize) < reach.end);
    &places[from..to]
}

/// The heaviest chain of leads that rise on both sides.
fn chain(mut leads: Vec<(usize, usize, f32)>, rights: usize) -> Vec<(usize, usize)> {
    // Falling right sides within a left sentence: at most one of them joins a chain.
    leads.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
    // For each right sentence, the heaviest chain that ends before it: a Fenwick tree of maxima.
    let mut tree: Vec<(f32, usize)> = vec![(0.0, usize::MAX); rights + 1];
    let mut from = vec![usize::MAX; leads.len()];
    let mut best = (0.0, usize::MAX);
    for (at, &(_, j, weight)) in leads.iter().enumerate() {
        let mut before = (0.0_f32, usize::MAX);
        let mut k = j;
        while k > 0 {
            if tree[k].0 > before.0 {
                before = tree[k];
            }
            k &= k - 1;
        }
        from[at] = before.1;
        let whole = (before.0 + weight, at);
        if whole.0 > best.0 {
            best = whole;
        }
        let mut k = j + 1;
        while k <= rights {
            if whole.0 > tree[k].0 {
                tree[k] = whole;
            }
            k += k & k.wrapping_neg();
        }
    }
    let mut out = Vec::new();
    let mut at = best.1;
    while let Some(&(i, j, _)) = leads.get(at) {
        out.push((i, j));
        at = from[at];
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_chain_rises() {
        let leads = vec![(0, 0, 1.0), (1, 5, 1.5), (1, 1, 1.0), (2, 2, 1.0), (3, 3, 1.0)];
        assert_eq!(chain(leads, 6), [(0, 0), (1, 1), (2, 2), (3, 3)]);
        assert_eq!(chain(Vec::new(), 6), []);
    }

    #[test]
    fn rows_are_connected() {
        let band = Band::connected(vec![(3, 5), (9, 9), (2, 4)], 20);
        assert_eq!(band.nodes(0), 0..=9);
        assert_eq!(band.nodes(1), 9..=9);
        assert_eq!(band.nodes(2), 9..=20);
        assert_eq!(band.nodes(3), 9..=20);
        assert_eq!(band.places(), 10 + 1 + 12 + 12);
    }
}
