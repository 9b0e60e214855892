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

/// The weights of a built-in table: under a header a row for each of `names`, in their order, with a
/// column for each model. `file` names the table where it is not as expected.
///
/// # Panics
///
/// Where a row has another name or another number of columns, or a weight is no number: the table is
/// part of the program.
pub fn weights<T: std::str::FromStr, const MODELS: usize>(
    file: &str,
    table: &str,
    names: impl Iterator<Item = impl AsRef<str>>,
) -> [Vec<T>; MODELS] {
    let mut models = std::array::from_fn(|_| Vec::new());
    let mut rows = table.lines().skip(1);
    for expected in names {
        let row = rows.next().unwrap_or_default();
        let fields: Vec<&str> = row.split('\t').collect();
        let [name, weights @ ..] = &fields[..] else { panic!("{file}: {row:?}") };
        let expected = expected.as_ref();
        assert!(*name == expected, "{file}: {name} stands where {expected} should");
        assert!(weights.len() == MODELS, "{file}: {row:?}");
        for (model, weight) in models.iter_mut().zip(weights) {
            let weight = weight.parse().ok();
            model.push(weight.unwrap_or_else(|| panic!("{file}: {row:?}: a weight is a number")));
        }
    }
    models
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_odds_are_one_half() {
        assert!((probability(log_odds([2.0, 1.0], [1.0, -2.0])) - 0.5).abs() < 1e-12);
        assert!((probability(3.0_f64.ln()) - 0.75).abs() < 1e-12);
    }

    #[test]
    fn weights_by_model() {
        let table = "number\tfirst\tsecond\nown\t1.5\t-2\nrival\t0\t0.25\n";
        let [first, second] = weights::<f64, 2>("table", table, ["own", "rival"].iter());
        assert_eq!((first, second), (vec![1.5, 0.0], vec![-2.0, 0.25]));
    }

    #[test]
    #[should_panic(expected = "rival stands where own should")]
    fn a_table_in_another_order_is_none() {
        let _: [Vec<f64>; 1] = weights("table", "number\tfirst\nrival\t1\n", ["own"].iter());
    }
}
