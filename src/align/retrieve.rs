//! From scored links between two collections to pairs, as bitext miners do it.

/// Which pairs of two collections are kept, named as in LASER's miner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Retrieval {
    /// The best right sentence of every left one.
    Forward,
    /// The best left sentence of every right one.
    Backward,
    /// What is best for both.
    #[default]
    Intersect,
    /// Best first, each sentence used once.
    Max,
}

/// A link between two collections: left, right, and how it ranks.
pub type Link = (usize, usize, f64);

/// The links to keep. Ties go to the earlier sentences, so that the result does not depend on the
/// order of the links.
pub fn retrieve(mut links: Vec<Link>, retrieval: Retrieval) -> Vec<Link> {
    links.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    links.dedup_by_key(|l| (l.0, l.1));
    let lefts = links.iter().map(|l| l.0 + 1).max().unwrap_or(0);
    let rights = links.iter().map(|l| l.1 + 1).max().unwrap_or(0);
    // Best first: the first link of a sentence is its best.
    let (mut left_best, mut right_best) = (vec![usize::MAX; lefts], vec![usize::MAX; rights]);
    for &(l, r, _) in &links {
        if left_best[l] == usize::MAX {
            left_best[l] = r;
        }
        if right_best[r] == usize::MAX {
            right_best[r] = l;
        }
    }
    let (mut left_used, mut right_used) = (vec![false; lefts], vec![false; rights]);
    links.retain(|&(l, r, _)| match retrieval {
        Retrieval::Forward => left_best[l] == r,
        Retrieval::Backward => right_best[r] == l,
        Retrieval::Intersect => left_best[l] == r && right_best[r] == l,
        Retrieval::Max => {
            let best = left_best[l] == r || right_best[r] == l;
            let free = best && !left_used[l] && !right_used[r];
            if free {
                left_used[l] = true;
                right_used[r] = true;
            }
            free
        }
    });
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes() {
        let links = vec![(0, 0, 0.9), (0, 1, 0.5), (1, 0, 0.8), (1, 1, 0.4), (2, 1, 0.6)];
        let pairs = |m| {
            let mut kept: Vec<_> = retrieve(links.clone(), m).iter().map(|l| (l.0, l.1)).collect();
            kept.sort_unstable();
            kept
        };
        assert_eq!(pairs(Retrieval::Forward), [(0, 0), (1, 0), (2, 1)]);
        assert_eq!(pairs(Retrieval::Backward), [(0, 0), (2, 1)]);
        assert_eq!(pairs(Retrieval::Intersect), [(0, 0), (2, 1)]);
        assert_eq!(pairs(Retrieval::Max), [(0, 0), (2, 1)]);
    }
}
