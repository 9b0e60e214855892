//! One sentence told elsewhere in two or three: pairs of a sentence with neighbours become one pair.

use crate::model::{Pair, Side};
use std::collections::BTreeMap;

/// A neighbour less probable than this to agree does not tell a part of the sentence.
pub const WEAKEST_PART: f64 = 0.15;
/// At most this many sentences of a side are joined: in news a sentence is seldom told in more.
const MOST: usize = 3;

/// Joins pairs that share one sentence and whose others are neighbours, where both together agree
/// with it better than each alone. `pairs` are those kept and fainter ones; those under `least` only
/// serve as parts. `probability` scores two sides by themselves; `follows` says
/// whether the second sentence of an article comes right after the first.
pub fn join(
    pairs: Vec<Pair>,
    least: f64,
    follows: impl Fn(usize, usize, usize) -> bool,
    mut probability: impl FnMut(&Side, &Side) -> f64,
) -> Vec<Pair> {
    let mut pairs = pairs;
    for right_side in [true, false] {
        pairs = join_side(pairs, least, right_side, &follows, &mut probability);
    }
    pairs.retain(|p| p.score >= least);
    pairs.sort_by(|a, b| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
    pairs
}

/// Joins sentences of the right side, or of the left, of pairs with one sentence on the other.
fn join_side(
    pairs: Vec<Pair>,
    least: f64,
    right_side: bool,
    follows: &impl Fn(usize, usize, usize) -> bool,
    probability: &mut impl FnMut(&Side, &Side) -> f64,
) -> Vec<Pair> {
    let sides = |p: &Pair| {
        let (left, right) = (p.left.clone(), p.right.clone());
        if right_side { (left, right) } else { (right, left) }
    };
    let mut out = Vec::with_capacity(pairs.len());
    let mut groups: BTreeMap<(Side, usize), Vec<Pair>> = BTreeMap::new();
    for pair in pairs {
        let (one, several) = sides(&pair);
        groups.entry((one, several.article)).or_default().push(pair);
    }
    for ((one, article), mut group) in groups {
        group.sort_by_key(|p| sides(p).1.first);
        let mut at = 0;
        while at < group.len() {
            let mut joined = group[at].clone();
            let mut used = 1;
            while one.count == 1 && used < MOST && at + used < group.len() {
                let (_, so_far) = sides(&joined);
                let next = &group[at + used];
                let (_, part) = sides(next);
                let last = so_far.first + so_far.count - 1;
                let strongest = joined.score.max(next.score);
                if part.count != 1 || strongest < least || !follows(article, last, part.first) {
                    break;
                }
                let whole =
                    Side { article, first: so_far.first, count: part.first + 1 - so_far.first };
                let (left, right) = if right_side { (&one, &whole) } else { (&whole, &one) };
                // What the joined sentences share with the one is told by more words than the model
                // was fitted on, and is too sure of itself: it says whether to join, and the score
                // is how probable the parts are, on average.
                let parts = [&joined, next].map(|p| probability(&p.left, &p.right));
                let alone = parts[0].max(parts[1]);
                let score = (joined.score * used as f64 + next.score) / (used + 1) as f64;
                if score < least || probability(left, right) < alone {
                    break;
                }
                joined =
                    Pair { left: left.clone(), right: right.clone(), score, evidence: Vec::new() };
                used += 1;
            }
            out.push(joined);
            at += used;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(left: usize, right: usize, score: f64) -> Pair {
        Pair { left: Side::one(0, left), right: Side::one(1, right), score, evidence: Vec::new() }
    }

    #[test]
    fn halves_become_one_where_together_they_tell_more() {
        let pairs = || vec![pair(0, 5, 0.6), pair(0, 6, 0.3), pair(1, 8, 0.7), pair(2, 8, 0.2)];
        let next = |_: usize, a: usize, b: usize| b == a + 1;
        let shapes = |found: Vec<Pair>| -> Vec<(usize, usize, usize, usize)> {
            found
                .iter()
                .map(|p| (p.left.first, p.left.count, p.right.first, p.right.count))
                .collect()
        };
        let said = |whole: f64| {
            move |left: &Side, right: &Side| {
                if left.count + right.count > 2 { whole } else { 0.7 }
            }
        };
        let better = join(pairs(), 0.4, next, said(0.8));
        assert_eq!(shapes(better), [(0, 1, 5, 2), (1, 2, 8, 1)]);
        let worse = join(pairs(), 0.4, next, said(0.5));
        assert_eq!(shapes(worse), [(0, 1, 5, 1), (1, 1, 8, 1)]);
    }
}
