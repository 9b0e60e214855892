//! Log odds and the probability they stand for.

/// The log odds that weighed numbers add up to.
pub fn log_odds(
    numbers: impl IntoIterator<Item = f64>,
    weights: impl IntoIterator<Item = f64>,
) -> f64 {
    numbers.into_iter().zip(weights).map(|(number, weight)| number * weight).sum()
}

/// The probability of log odds: one half at 0.
pub fn probability(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_odds_are_one_half() {
        assert!((probability(log_odds([2.0, 1.0], [1.0, -2.0])) - 0.5).abs() < 1e-12);
        assert!((probability(3.0_f64.ln()) - 0.75).abs() < 1e-12);
    }
}
