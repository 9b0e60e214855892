//! How far scores are probabilities.

/// Rows of about the same score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bin {
    /// How many rows.
    pub rows: usize,
    /// Their mean score.
    pub score: f64,
    /// The share of them that is right. Near `score` if scores are probabilities.
    pub right: f64,
}

/// Rows as (score, share that is right) by tenths of the score; empty tenths are left out.
pub fn reliability(judged: &[(f64, f64)]) -> Vec<Bin> {
    let mut bins = [(0_usize, 0.0_f64, 0.0_f64); 10];
    for &(score, right) in judged {
        // The last tenth holds 1.0 too.
        let tenth = (0..9).find(|&k| score < (f64::from(k) + 1.0) / 10.0).unwrap_or(9);
        let bin = &mut bins[usize::try_from(tenth).unwrap_or(9)];
        *bin = (bin.0 + 1, bin.1 + score, bin.2 + right);
    }
    bins.into_iter()
        .filter(|b| b.0 > 0)
        .map(|(rows, score, right)| {
            let n = rows as f64;
            Bin { rows, score: score / n, right: right / n }
        })
        .collect()
}

/// The mean squared distance of score and truth (Brier 1950): 0 is perfect.
pub fn brier(judged: &[(f64, f64)]) -> f64 {
    let sum: f64 = judged.iter().map(|(score, right)| (score - right).powi(2)).sum();
    sum / judged.len().max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_fall_into_tenths() {
        let judged = [(0.95, 1.0), (1.0, 1.0), (0.32, 0.0), (0.38, 1.0)];
        let bins = reliability(&judged);
        assert_eq!(bins.len(), 2);
        assert!(bins[0].rows == 2 && (bins[0].right - 0.5).abs() < 1e-9);
        assert!((bins[1].score - 0.975).abs() < 1e-9);
        let expected = (0.0025 + 0.0 + 0.1024 + 0.3844) / 4.0;
        assert!((brier(&judged) - expected).abs() < 1e-9);
        assert!(brier(&[]) < 1e-12);
    }
}
