//! The second pass: sentences that the path left without a partner pair up where they are near each
//! other and much alike, even across their neighbours.

use super::Aligned;
use super::lattice::Scores;
use super::prepared::Prepared;

/// A pair that crosses the path: left, right, probability.
pub(super) type Crossing = (usize, usize, f32);

/// Pairs among the sentences without a partner, best first, each sentence once.
pub(super) fn crossings(
    prepared: &Prepared,
    scores: &Scores,
    beads: &[Aligned],
    lefts: &[bool],
    rights: &[bool],
) -> Vec<Crossing> {
    let (before, behind) = reach(lefts.len(), beads);
    let mut found: Vec<Crossing> = Vec::new();
    for i in (0..lefts.len()).filter(|&i| !lefts[i]) {
        for j in prepared.band.row(i).filter(|&j| !rights[j]) {
            // What crosses nothing the path has weighed already.
            if before[i] <= j && behind[i] > j {
                continue;
            }
            let pair = scores.singles[prepared.band.cell(i, j)];
            let apart = scores.left_gaps[i][0] + scores.right_gaps[j][0];
            let odds = pair - apart - RARE;
            if odds > 0.0 {
                found.push((i, j, 1.0 / (1.0 + (-odds).exp())));
            }
        }
    }
    found.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
    let (mut left_used, mut right_used) = (lefts.to_vec(), rights.to_vec());
    found.retain(|&(i, j, _)| {
        let free = !left_used[i] && !right_used[j];
        if free {
            left_used[i] = true;
            right_used[j] = true;
        }
        free
    });
    found
}

/// How much likelier than by the words alone it must be that two sentences belong together, to
/// outweigh how seldom sentences leave their order: log odds, found on development documents.
const RARE: f32 = 5.0;

/// For each left sentence, how far the right sides of beads before it reach, and where those of
/// beads behind it begin.
fn reach(lefts: usize, beads: &[Aligned]) -> (Vec<usize>, Vec<usize>) {
    let (mut before, mut behind) = (vec![0; lefts + 1], vec![usize::MAX; lefts + 1]);
    for bead in beads {
        let after = &mut before[bead.left.end];
        *after = bead.right.end.max(*after);
        let first = &mut behind[bead.left.start];
        *first = bead.right.start.min(*first);
    }
    for at in 1..=lefts {
        before[at] = before[at].max(before[at - 1]);
    }
    for at in (0..lefts).rev() {
        behind[at] = behind[at].min(behind[at + 1]);
    }
    (before, behind)
}
