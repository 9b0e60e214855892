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
/// So many rows are added to the matrix at a time: it does not fit into the nearest memory.
const TOGETHER: usize = 4;
/// A step this small ends the search.
const SMALL: f64 = 1e-7;

/// The weights that make the labels likeliest, less `ridge` times half the sum of their squares
/// (counted on numbers of variance 1). Empty without examples.
pub fn logistic(examples: &[Example<'_>], ridge: f64) -> Vec<f64> {
    let Some(first) = examples.first() else { return Vec::new() };
    let (mean, mut spread) = moments(examples, first.numbers.len());
    spread[0] = 1.0;
    let mut weights = newton(examples, ridge, &mean, &spread);
    for k in 1..weights.len() {
        weights[0] -= weights[k] * mean[k];
    }
    weights
}

/// The same without a constant: where all numbers are 0 the probability is one half. The first
/// number is any other; its weight has no ridge either.
pub fn through_zero(examples: &[Example<'_>], ridge: f64) -> Vec<f64> {
    let Some(first) = examples.first() else { return Vec::new() };
    let (_, spread) = moments(examples, first.numbers.len());
    newton(examples, ridge, &vec![0.0; spread.len()], &spread)
}

/// Weights of numbers less their `mean`.
fn newton(examples: &[Example<'_>], ridge: f64, mean: &[f64], spread: &[f64]) -> Vec<f64> {
    let n = spread.len();
    let mut weights = vec![0.0; n];
    let mut rows = [(); TOGETHER].map(|()| vec![0.0; n]);
    for _ in 0..ROUNDS {
        let mut slope: Vec<f64> = weights.iter().map(|w| -ridge * w).collect();
        slope[0] = 0.0;
        let mut curve = vec![0.0; n * n];
        for k in 0..n {
            curve[k * n + k] = if k == 0 { SMALL } else { ridge };
        }
        for some in examples.chunks(TOGETHER) {
            let mut bends = [0.0; TOGETHER];
            for ((row, bend), e) in rows.iter_mut().zip(&mut bends).zip(some) {
                for (k, to) in row.iter_mut().enumerate() {
                    *to = (f64::from(e.numbers[k]) - mean[k]) / spread[k];
                }
                let sum: f64 = row.iter().zip(&weights).map(|(x, w)| x * w).sum();
                let p = 1.0 / (1.0 + (-sum).exp());
                *bend = e.weight * p * (1.0 - p);
                let miss = e.weight * (e.label - p);
                for (slope, x) in slope.iter_mut().zip(row.iter()) {
                    *slope += miss * x;
                }
            }
            bend_by(&mut curve, &rows, bends);
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
    for (weight, spread) in weights.iter_mut().zip(spread) {
        *weight /= spread;
    }
    weights
}

/// Adds the squares of rows to the lower half of a matrix, each row with its weight.
fn bend_by(curve: &mut [f64], rows: &[Vec<f64>; TOGETHER], weights: [f64; TOGETHER]) {
    let [r, s, t, u] = rows;
    let n = r.len();
    for k in 0..n {
        let [a, b, c, d] =
            [weights[0] * r[k], weights[1] * s[k], weights[2] * t[k], weights[3] * u[k]];
        let cells = curve[k * n..=k * n + k].iter_mut().zip(r).zip(s).zip(t).zip(u);
        for ((((cell, r), s), t), u) in cells {
            *cell += a * r + b * s + c * t + d * u;
        }
    }
}

/// Mean and standard deviation of each number; the first keeps the mean 0.
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
