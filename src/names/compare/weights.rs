//! From numbers to a probability: a logistic model, fitted by `examples/fit_names.rs`.

use super::pair::FEATURES;
use crate::model;

/// One weight a number, in the order of `NAMES`.
const WEIGHTS: [f64; FEATURES] = [
    -0.06, 0.0, -3.54, -3.75, -0.3, -1.0, 0.2, 2.35, -3.3, 1.65, 0.0, -2.75, 2.66, 7.73, -4.39,
    -1.57, -0.36, 2.26, -0.62,
];

/// Probability that the pair is one name.
pub(super) fn probability(numbers: &[f32; FEATURES]) -> f64 {
    model::probability(model::log_odds(numbers.iter().map(|&n| f64::from(n)), WEIGHTS))
}
