//! The best monotone path through a text and its translation: beads with deletions.

/// A bead: how many sentences of each side, from where, and how alike they are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// First left sentence, and how many.
    pub left: (usize, usize),
    /// First right sentence, and how many.
    pub right: (usize, usize),
    /// Likeness of the two sides, 0 for an unmatched sentence.
    pub likeness: f32,
}

/// The shapes a bead may have, beside one sentence without a partner.
const SHAPES: [(usize, usize); 6] = [(1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1)];
/// A bead less alike than this is worse than leaving its sentences without a partner.
const CHANCE: f32 = 0.2;
/// What each sentence beyond one a side costs: joining must explain more than it costs.
const JOIN: f32 = 0.3;
/// Joining is tried only where one of the single pairs inside is at least this alike.
const FAINTEST: f32 = 0.08;
/// Half the width of the band around the diagonal, in sentences, beyond the difference of lengths.
const BAND: usize = 150;

/// The path that explains most. `likeness(i, a, j, b)` compares `a` left sentences from `i` with
/// `b` right ones from `j`. Cost grows with the length of the text times the width of the band.
pub fn best_path(
    lefts: usize,
    rights: usize,
    mut likeness: impl FnMut(usize, usize, usize, usize) -> f32,
) -> Vec<Step> {
    let half = BAND + lefts.abs_diff(rights);
    let centre = |i: usize| (i * rights).checked_div(lefts).unwrap_or(0);
    let range = |i: usize| centre(i).saturating_sub(half)..=(centre(i) + half).min(rights);
    let wide = 2 * half + 2;
    let at = |i: usize, j: usize| i * wide + (j + half + 1 - centre(i));
    let mut best = vec![f32::NEG_INFINITY; (lefts + 1) * wide + wide];
    let mut from: Vec<(u8, u8, f32)> = vec![(0, 0, 0.0); best.len()];
    let mut single = vec![f32::NAN; best.len()];
    best[at(0, 0)] = 0.0;
    for i in 0..=lefts {
        for j in range(i) {
            let here = best[at(i, j)];
            if here == f32::NEG_INFINITY {
                continue;
            }
            let mut reach = |i2: usize, j2: usize, value: f32, shape: (u8, u8, f32)| {
                if i2 <= lefts && range(i2).contains(&j2) && value > best[at(i2, j2)] {
                    best[at(i2, j2)] = value;
                    from[at(i2, j2)] = shape;
                }
            };
            reach(i + 1, j, here, (1, 0, 0.0));
            if j < rights {
                reach(i, j + 1, here, (0, 1, 0.0));
            }
            for (a, b) in SHAPES {
                if i + a > lefts || j + b > rights {
                    continue;
                }
                let mut one = |i: usize, j: usize| {
                    if !range(i).contains(&j) {
                        return 0.0;
                    }
                    let cell = at(i, j);
                    if single[cell].is_nan() {
                        single[cell] = likeness(i, 1, j, 1);
                    }
                    single[cell]
                };
                let alike = if (a, b) == (1, 1) {
                    one(i, j)
                } else {
                    // Every sentence of the bead must have something to do with the other side.
                    let worth = (0..a).all(|x| (0..b).any(|y| one(i + x, j + y) >= FAINTEST))
                        && (0..b).all(|y| (0..a).any(|x| one(i + x, j + y) >= FAINTEST));
                    if !worth {
                        continue;
                    }
                    likeness(i, a, j, b)
                };
                let size = (a + b) as f32;
                let gain = size * (alike - CHANCE) - JOIN * (size - 2.0);
                let shape = (u8::try_from(a).unwrap_or(0), u8::try_from(b).unwrap_or(0), alike);
                reach(i + a, j + b, here + gain, shape);
            }
        }
    }
    let mut steps = Vec::new();
    let (mut i, mut j) = (lefts, rights);
    while i > 0 || j > 0 {
        let (a, b, alike) = from[at(i, j)];
        let (a, b) = (usize::from(a), usize::from(b));
        i -= a;
        j -= b;
        steps.push(Step { left: (i, a), right: (j, b), likeness: alike });
    }
    steps.reverse();
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deletions_and_joins() {
        // Left 0-3, right 0-2: 0=0, 1 is left over, 2 and 3 together are 1, right 2 is left over.
        let like = |i, a, j, b| match (i, a, j, b) {
            (0, 1, 0, 1) | (2, 2, 1, 1) => 0.8,
            (2 | 3, 1, 1, 1) => 0.45,
            _ => 0.02,
        };
        let path = best_path(4, 3, like);
        let shapes: Vec<_> = path.iter().map(|s| (s.left, s.right)).collect();
        assert!(shapes.contains(&((0, 1), (0, 1))), "{shapes:?}");
        assert!(shapes.contains(&((2, 2), (1, 1))), "{shapes:?}");
        assert_eq!(path.iter().map(|s| s.left.1).sum::<usize>(), 4);
        assert_eq!(path.iter().map(|s| s.right.1).sum::<usize>(), 3);
    }
}
