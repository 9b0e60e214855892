//! Logistic regression with a ridge: Newton's method on standardised numbers.
//!
//! The ridge keeps the weights of numbers that say nearly the same from growing against each other
//! (Hoerl and Kennard 1970; le Cessie and van Houwelingen 1992). The first number of a row is the
//! constant 1; its weight has no ridge.

/// One example: its numbers, how far it belongs to the class (0 to 1), and how much it counts.
#[derive(Debug, Clone, Copy)]
pub struct Example<'a> {
    /// The numbers, the constant first.
    pub numbers: &'a [f32],
    /// 1 for a member, 0 for none, between where it is half of one.
    pub label: f64,
    /// How much it counts.
    pub weight: f64,
}

/// Rounds of Newton's method; it settles in about ten.
const ROUNDS: usize = 40;
/// A step this small ends the search.
const SMALL: f64 = 1e-7;

/// The weights that make the labels likeliest, less `ridge` times half the sum of their squares
/// (counted on numbers of variance 1). Empty without examples.
pub fn logistic(examples: &[Example<'_>], ridge: f64) -> Vec<f64> {
    let Some(first) = examples.first() else { return Vec::new() };
    let n = first.numbers.len();
    let (mean, spread) = moments(examples, n);
    let mut weights = vec![0.0; n];
    let mut row = vec![0.0; n];
    for _ in 0..ROUNDS {
        let mut slope: Vec<f64> = weights.iter().map(|w| -ridge * w).collect();
        slope[0] = 0.0;
        let mut curve = vec![0.0; n * n];
        for k in 0..n {
            curve[k * n + k] = if k == 0 { SMALL } else { ridge };
        }
        for e in examples {
            for k in 0..n {
                row[k] = (f64::from(e.numbers[k]) - mean[k]) / spread[k];
            }
            let sum: f64 = row.iter().zip(&weights).map(|(x, w)| x * w).sum();
            let p = 1.0 / (1.0 + (-sum).exp());
            let (miss, bend) = (e.weight * (e.label - p), e.weight * p * (1.0 - p));
            for k in 0..n {
                slope[k] += miss * row[k];
                let times = bend * row[k];
                for (c, x) in curve[k * n..=k * n + k].iter_mut().zip(&row) {
                    *c += times * x;
                }
            }
        }
        let step = solve(&mut curve, slope, n);
        let largest = step.iter().fold(0.0_f64, |m, s| m.max(s.abs()));
        for (w, s) in weights.iter_mut().zip(step) {
            *w += s;
        }
        if largest < SMALL {
            break;
        }
    }
    for k in 1..n {
        weights[k] /= spread[k];
        weights[0] -= weights[k] * mean[k];
    }
    weights
}

/// Mean and standard deviation of each number; the constant keeps 0 and 1.
fn moments(examples: &[Example<'_>], n: usize) -> (Vec<f64>, Vec<f64>) {
    let count = examples.len() as f64;
    let mut mean = vec![0.0; n];
    let mut spread = vec![0.0; n];
    for e in examples {
        for (m, &x) in mean.iter_mut().zip(e.numbers) {
            *m += f64::from(x) / count;
        }
    }
    for e in examples {
        for k in 0..n {
            spread[k] += (f64::from(e.numbers[k]) - mean[k]).powi(2) / count;
        }
    }
    for s in &mut spread {
        *s = s.sqrt() + 1e-9;
    }
    mean[0] = 0.0;
    spread[0] = 1.0;
    (mean, spread)
}

/// Solves a symmetric positive system, of which the lower half is given (Cholesky).
fn solve(lower: &mut [f64], mut right: Vec<f64>, n: usize) -> Vec<f64> {
    for i in 0..n {
        for j in 0..=i {
            let mut sum = lower[i * n + j];
            for k in 0..j {
                sum -= lower[i * n + k] * lower[j * n + k];
            }
            lower[i * n + j] = if i == j { sum.max(1e-12).sqrt() } else { sum / lower[j * n + j] };
        }
    }
    for i in 0..n {
        for k in 0..i {
            right[i] -= lower[i * n + k] * right[k];
        }
        right[i] /= lower[i * n + i];
    }
    for i in (0..n).rev() {
        for k in i + 1..n {
            right[i] -= lower[k * n + i] * right[k];
        }
        right[i] /= lower[i * n + i];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_odds_that_made_the_labels() {
        // Log odds of 0.5 + 2 x at ten places, each with its share of members.
        let rows: Vec<([f32; 2], f64)> = (0_u8..10)
            .map(|k| {
                let x = f32::from(k) / 4.0 - 1.0;
                ([1.0, x], 1.0 / (1.0 + (-0.5 - 2.0 * f64::from(x)).exp()))
            })
            .collect();
        let examples: Vec<Example<'_>> = rows
            .iter()
            .map(|(numbers, label)| Example { numbers, label: *label, weight: 1.0 })
            .collect();
        let weights = logistic(&examples, 1e-9);
        assert!((weights[0] - 0.5).abs() < 1e-4 && (weights[1] - 2.0).abs() < 1e-4, "{weights:?}");
        assert!(logistic(&examples, 100.0)[1] < 1.0, "the ridge holds weights down");
        assert!(logistic(&[], 1.0).is_empty());
    }
}
