//! Groups of sentences, over articles, that state one fact.

use crate::model::{Fact, Pair, Side};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Two groups are joined only if their members are, on average, this probable to agree (pairs that
/// were not found count as 0): one weak link must not chain two facts.
const MEAN_LINK: f64 = 0.25;

/// Joins pairs into groups, strongest pairs first. The first member of a group is the one that agrees
/// most with the others; the rest follow in their order.
pub fn facts(pairs: &[Pair]) -> Vec<Fact> {
    let links = links(pairs);
    let mut sides: Vec<Side> = links.keys().flat_map(|(a, b)| [a.clone(), b.clone()]).collect();
    sides.sort();
    sides.dedup();
    let at: FxHashMap<&Side, usize> = sides.iter().enumerate().map(|(n, s)| (s, n)).collect();
    let mut score: FxHashMap<(usize, usize), f64> = FxHashMap::default();
    let mut order: Vec<(f64, usize, usize)> = Vec::with_capacity(links.len());
    for ((a, b), &link) in &links {
        let (a, b) = (at[a], at[b]);
        score.insert((a, b), link);
        order.push((link, a, b));
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
    let mut out: Vec<(usize, Fact)> = members
        .into_iter()
        .filter(|m| m.len() > 1)
        .map(|mut m| {
            // Sides are numbered in their order.
            m.sort_unstable();
            let likeness = |x: usize| -> f64 {
                let link = |&y: &usize| score.get(&(x.min(y), x.max(y))).copied().unwrap_or(0.0);
                m.iter().map(link).sum()
            };
            // Of equals the first.
            let most = m.iter().copied().rev().max_by(|&x, &y| likeness(x).total_cmp(&likeness(y)));
            let first = m[0];
            if let Some(at) = m.iter().position(|&n| Some(n) == most) {
                m[..=at].rotate_right(1);
            }
            (first, Fact { members: neighbours(m.into_iter().map(|n| sides[n].clone())) })
        })
        .collect();
    out.sort_by_key(|(first, _)| *first);
    out.into_iter().map(|(_, fact)| fact).collect()
}

/// How probable two single sentences are to agree, the lower first: those of a joined side each as
/// the whole, and with each other, since the other side tells both.
fn links(pairs: &[Pair]) -> BTreeMap<(Side, Side), f64> {
    let mut out: BTreeMap<(Side, Side), f64> = BTreeMap::new();
    for pair in pairs {
        let sides = [&pair.left, &pair.right];
        let all: Vec<Side> =
            sides.iter().flat_map(|s| s.range().map(|n| Side::one(s.article, n))).collect();
        for (k, a) in all.iter().enumerate() {
            for b in &all[k + 1..] {
                let key = (a.min(b).clone(), a.max(b).clone());
                let link = out.entry(key).or_default();
                *link = link.max(pair.score);
            }
        }
    }
    out
}

/// Sentences that follow each other as one member, in the order given.
fn neighbours(sentences: impl Iterator<Item = Side>) -> Vec<Side> {
    let mut out: Vec<Side> = Vec::new();
    for next in sentences {
        match out.iter_mut().find(|s| s.article == next.article && s.range().end == next.first) {
            Some(before) => before.count += 1,
            None => out.push(next),
        }
    }
    out
}
