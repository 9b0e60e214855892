//! Which scored pairs are kept.

use crate::model::{Pair, Side};
use rustc_hash::FxHashMap;

/// Keeps a pair if it is, between its two articles, the best for at least one of its sentences. A
/// sentence that only resembles one which has a better partner goes; one told in two parts
/// elsewhere keeps both, since each part's best is the whole.
pub fn select(pairs: &mut Vec<Pair>) {
    let mut best: FxHashMap<(Side, usize), f64> = FxHashMap::default();
    for pair in pairs.iter() {
        for (side, other) in [(&pair.left, &pair.right), (&pair.right, &pair.left)] {
            let top = best.entry((side.clone(), other.article)).or_insert(0.0);
            *top = top.max(pair.score);
        }
    }
    let is_best = |side: &Side, other: &Side, score: f64| {
        best.get(&(side.clone(), other.article)).is_none_or(|&top| score >= top)
    };
    pairs.retain(|p| is_best(&p.left, &p.right, p.score) || is_best(&p.right, &p.left, p.score));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(left: usize, right: usize, score: f64) -> Pair {
        Pair { left: Side::one(0, left), right: Side::one(1, right), score, evidence: Vec::new() }
    }

    #[test]
    fn halves_stay_and_lookalikes_go() {
        // 0 tells what 5 and 6 tell in two parts; 1 only resembles 5 and has its own partner 7.
        let mut pairs = vec![pair(0, 5, 0.9), pair(0, 6, 0.6), pair(1, 5, 0.5), pair(1, 7, 0.8)];
        select(&mut pairs);
        let kept: Vec<_> = pairs.iter().map(|p| (p.left.first, p.right.first)).collect();
        assert_eq!(kept, [(0, 5), (0, 6), (1, 7)]);
    }
}
