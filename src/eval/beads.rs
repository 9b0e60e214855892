//! Beads of a text and its translation, against known ones.

use super::pairs::{Prf, table};
use crate::error::{Error, Result};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;

/// Beads: the lines of the left and of the right side, from 1, rising.
pub type Beads = Vec<(Vec<usize>, Vec<usize>)>;

/// How good beads are. As vecalign's scorer has it (Thompson and Koehn 2019), but beads without a
/// partner count on neither side.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BeadQuality {
    /// Of exactly right beads.
    pub strict: Prf,
    /// Of beads that share a line with a right bead on both sides.
    pub lenient: Prf,
}

/// A line a bead: left lines, a tab, right lines; numbers from 0 with commas, empty for none.
pub fn read_gold_beads(path: &Path) -> Result<Beads> {
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, "reading", e))?;
    let mut beads = Beads::new();
    for (at, line) in text.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let side = |field: &str| -> Option<Vec<usize>> {
            let numbers = field.split(',').map(str::trim).filter(|n| !n.is_empty());
            numbers.map(|n| n.parse().ok().map(|n: usize| n + 1)).collect()
        };
        let fields = line.split_once('\t').and_then(|(l, r)| {
            let right = r.split('\t').next().unwrap_or("");
            Some((side(l)?, side(right)?))
        });
        beads.push(fields.ok_or_else(|| {
            let expected = "expected left lines, a tab, right lines: 3,4<tab>5";
            Error::input(path, Some(at as u64 + 1), line.to_owned(), expected)
        })?);
    }
    Ok(beads)
}

/// The beads of a `pairs.csv` of parallel mode.
pub fn read_beads(path: &Path) -> Result<Beads> {
    let names = ["left_sentences", "right_sentences"];
    let mut beads = Beads::new();
    for (line, fields) in table(path, names, "pairs.csv")? {
        let [left, right] = fields.map(|field| lines(&field).ok_or(field));
        match (left, right) {
            (Ok(l), Ok(r)) => beads.push((l, r)),
            (Err(found), _) | (_, Err(found)) => {
                return Err(Error::input(path, Some(line), found, "expected numbers: 4 or 4-5"));
            }
        }
    }
    Ok(beads)
}

/// `4`, `4-5`, `4+6`, or nothing.
fn lines(field: &str) -> Option<Vec<usize>> {
    let mut out = Vec::new();
    for part in field.split(['+', ',']).filter(|p| !p.is_empty()) {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        out.extend(first.parse::<usize>().ok()?..=last.parse::<usize>().ok()?);
    }
    Some(out)
}

/// Scores the beads of several documents, each with its gold.
pub fn score_beads<'a>(documents: impl Iterator<Item = (&'a Beads, &'a Beads)>) -> BeadQuality {
    // Exact and linked beads, and all with a partner: of those found, then of the gold.
    let mut counts = [[0_usize; 3]; 2];
    for (gold, found) in documents {
        for (side, (beads, reference)) in [(found, gold), (gold, found)].into_iter().enumerate() {
            let exact: FxHashSet<_> = reference.iter().collect();
            let mut linked: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
            for (left, right) in reference {
                for &l in left {
                    linked.entry(l).or_default().extend(right);
                }
            }
            for bead in beads.iter().filter(|(l, r)| !l.is_empty() && !r.is_empty()) {
                let near = |l: &usize| {
                    linked.get(l).is_some_and(|rs| bead.1.iter().any(|r| rs.contains(r)))
                };
                let is_exact = exact.contains(bead);
                counts[side][0] += usize::from(is_exact);
                counts[side][1] += usize::from(is_exact || bead.0.iter().any(near));
                counts[side][2] += 1;
            }
        }
    }
    let share =
        |side: usize, kind: usize| counts[side][kind] as f64 / counts[side][2].max(1) as f64;
    BeadQuality {
        strict: Prf::new(share(0, 0), share(1, 0)),
        lenient: Prf::new(share(0, 1), share(1, 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_and_linked_beads() {
        let gold: Beads =
            vec![(vec![1], vec![1]), (vec![2, 3], vec![2]), (vec![4], vec![]), (vec![5], vec![3])];
        let found: Beads =
            vec![(vec![1], vec![1]), (vec![2], vec![2]), (vec![3], vec![]), (vec![5], vec![4])];
        let q = score_beads([(&gold, &found)].into_iter());
        assert!((q.strict.precision - 1.0 / 3.0).abs() < 1e-9);
        assert!((q.strict.recall - 1.0 / 3.0).abs() < 1e-9);
        assert!((q.lenient.precision - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!(lines("4-6+8"), Some(vec![4, 5, 6, 8]));
        assert_eq!(lines("x"), None);
    }
}
