//! Groups of sentences, over articles, that state one fact.

use crate::model::{Fact, Pair, Side};
use rustc_hash::FxHashMap;

/// Two groups are joined only if their members are, on average, this probable to agree (pairs that
/// were not found count as 0): one weak link must not chain two facts.
const MEAN_LINK: f64 = 0.3;

/// Joins pairs into groups, strongest pairs first.
pub fn facts(pairs: &[Pair]) -> Vec<Fact> {
    let mut sides: Vec<Side> =
        pairs.iter().flat_map(|p| [p.left.clone(), p.right.clone()]).collect();
    sides.sort();
    sides.dedup();
    let at: FxHashMap<&Side, usize> = sides.iter().enumerate().map(|(n, s)| (s, n)).collect();
    let mut score: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    let mut order: Vec<(f64, usize, usize)> = Vec::with_capacity(pairs.len());
    for pair in pairs {
        let (a, b) = (at[&pair.left], at[&pair.right]);
        score.insert((a.min(b), a.max(b)), pair.score);
        order.push((pair.score, a.min(b), a.max(b)));
    }
    order.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    let mut group: Vec<usize> = (0..sides.len()).collect();
    let mut members: Vec<Vec<usize>> = (0..sides.len()).map(|n| vec![n]).collect();
    for (_, a, b) in order {
        let (g, h) = (group[a], group[b]);
        if g == h {
            continue;
        }
        let links: f64 = members[g]
            .iter()
            .flat_map(|&x| members[h].iter().map(move |&y| (x, y)))
            .map(|(x, y)| score.get(&(x.min(y), x.max(y))).copied().unwrap_or(0.0))
            .sum();
        let possible = (members[g].len() * members[h].len()) as f64;
        if links / possible < MEAN_LINK {
            continue;
        }
        let moved = std::mem::take(&mut members[h]);
        for &m in &moved {
            group[m] = g;
        }
        members[g].extend(moved);
    }
    let mut out: Vec<Fact> = members
        .into_iter()
        .filter(|m| m.len() > 1)
        .map(|m| {
            let mut members: Vec<Side> = m.into_iter().map(|n| sides[n].clone()).collect();
            members.sort();
            Fact { members }
        })
        .collect();
    out.sort_by(|a, b| a.members.cmp(&b.members));
    out
}
