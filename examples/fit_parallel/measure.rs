//! How good weights are on documents.

use super::documents::{Doc, prepare};
use padan::bitext::{self, Model};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// Condition, counts, and each bead's probability with whether it is right.
pub(super) type Measured = (String, Tally, Vec<(f64, bool)>);

/// Right, found and gold beads; then right and found by tenths of probability.
#[derive(Default, Clone)]
pub(super) struct Tally {
    pub(super) right: usize,
    pub(super) found: usize,
    pub(super) gold: usize,
    pub(super) shapes: BTreeMap<String, [usize; 3]>,
}

/// What was found in place of each gold bead that was missed.
pub(super) fn errors(doc: &Doc, beads: &[bitext::Aligned]) {
    for (l, r) in doc.gold.iter().filter(|b| !b.0.is_empty() && !b.1.is_empty()) {
        let same =
            |b: &&bitext::Aligned| b.left.clone().eq(l.clone()) && b.right.clone().eq(r.clone());
        if beads.iter().any(|b| same(&b)) {
            continue;
        }
        let touching = beads.iter().filter(|b| {
            l.iter().any(|n| b.left.contains(n)) || r.iter().any(|n| b.right.contains(n))
        });
        let found: Vec<String> =
            touching.map(|b| format!("{:?}~{:?} {:.2}", b.left, b.right, b.probability)).collect();
        eprintln!("{} {} {l:?}~{r:?}: {}", doc.condition, doc.name, found.join(", "));
    }
}

pub(super) fn measure(docs: &[Doc], model: &Model) {
    let results: Vec<Measured> = docs
        .par_iter()
        .map(|d| {
            let prepared = prepare(d, model, false);
            let beads = bitext::align_prepared(&prepared, model);
            if std::env::var_os("ERRORS").is_some() {
                errors(d, &beads);
            }
            let mut tally = Tally::default();
            let mut scored = Vec::new();
            let shape = |l: usize, r: usize| format!("{}-{}", l.min(5), r.min(5));
            for b in &beads {
                let bead = (b.left.clone().collect(), b.right.clone().collect());
                let right = d.gold.contains(&bead);
                scored.push((b.probability, right));
                let row = tally.shapes.entry(shape(b.left.len(), b.right.len())).or_default();
                row[0] += usize::from(right);
                row[1] += 1;
                if !b.left.is_empty() && !b.right.is_empty() {
                    tally.found += 1;
                    tally.right += usize::from(right);
                }
            }
            for (l, r) in &d.gold {
                tally.shapes.entry(shape(l.len(), r.len())).or_default()[2] += 1;
                tally.gold += usize::from(!l.is_empty() && !r.is_empty());
            }
            (d.condition.clone(), tally, scored)
        })
        .collect();
    let mut by: BTreeMap<String, Tally> = BTreeMap::new();
    let mut bins = [(0.0, 0_usize, 0_usize); 10];
    let (mut brier, mut count) = (0.0, 0_usize);
    for (condition, t, scored) in results {
        let sum = by.entry(condition).or_default();
        sum.right += t.right;
        sum.found += t.found;
        sum.gold += t.gold;
        for (shape, n) in t.shapes {
            let row = sum.shapes.entry(shape).or_default();
            (0..3).for_each(|k| row[k] += n[k]);
        }
        for (p, right) in scored {
            let bin = (0..9).find(|b| p < f64::from(b + 1) / 10.0).unwrap_or(9);
            let cell = &mut bins[usize::try_from(bin).unwrap_or(9)];
            *cell = (cell.0 + p, cell.1 + 1, cell.2 + usize::from(right));
            brier += (p - f64::from(u8::from(right))).powi(2);
            count += 1;
        }
    }
    for (condition, t) in &by {
        let (p, r) = (t.right as f64 / t.found as f64, t.right as f64 / t.gold as f64);
        println!("{condition:14} strict F1 {:.4}  P {p:.4}  R {r:.4}", 2.0 * p * r / (p + r));
        if std::env::var_os("SHAPES").is_some() {
            for (shape, [right, found, gold]) in &t.shapes {
                println!("    {shape}: right {right} of {found} found, {gold} gold");
            }
        }
    }
    println!("Brier score {:.4} over {count} beads", brier / count as f64);
    for (sum, n, right) in bins {
        if n > 0 {
            println!("  said {:.3}  is {:.3}  of {n}", sum / n as f64, right as f64 / n as f64);
        }
    }
}
