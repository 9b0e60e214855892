//! From the numbers of a comparison to a probability.

use super::{FEATURES, Features, NAMES};
use crate::model;
use std::sync::OnceLock;

/// Numbers of which any two are also weighed together, by their place in [`NAMES`]: much shared
/// says little where all of it is names, and a few words say much where they stand together. Of the
/// numbers that say the same in another way one is enough.
const TOGETHER: [usize; 31] = [
    1, 2, 5, 6, 7, 9, 10, 11, 14, 17, 36, 37, 39, 41, 44, 47, 49, 52, 27, 35, 13, 56, 57, 58, 59,
    64, 67, 68, 69, 70, 71,
];

/// How many numbers the model weighs.
pub const WEIGHED: usize = FEATURES + TOGETHER.len() * (TOGETHER.len() + 1) / 2;

/// The numbers that the model weighs: those of [`Features::vector`], then the products.
pub fn weighed(features: &Features) -> Box<[f32; WEIGHED]> {
    let mut out = Box::new([0.0; WEIGHED]);
    for (to, number) in out.iter_mut().zip(numbers(&features.vector())) {
        *to = number;
    }
    out
}

/// The single numbers, then the products.
fn numbers(single: &[f32; FEATURES]) -> impl Iterator<Item = f32> {
    single.iter().copied().chain(products().map(|(a, b)| single[a] * single[b]))
}

/// Their names, in the order of the rows of `model.tsv`.
pub fn weighed_names() -> impl Iterator<Item = String> {
    let single = NAMES.iter().map(|&name| name.to_owned());
    single.chain(products().map(|(a, b)| format!("{} * {}", NAMES[a], NAMES[b])))
}

fn products() -> impl Iterator<Item = (usize, usize)> {
    TOGETHER.iter().enumerate().flat_map(|(at, &a)| TOGETHER[at..].iter().map(move |&b| (a, b)))
}

/// Probability that a mined pair translates each other: its likeness, how far it stands out from
/// its rivals, and how much and what the two share.
pub fn mined_probability(features: &Features, margin: f64) -> f64 {
    let x = features.vector();
    let likeness = f64::from(features.likeness());
    let shared = [6, 5, 7, 9, 10, 11, 12, 13, 14, 15].map(|n: usize| f64::from(x[n]));
    let numbers = [1.0, likeness.sqrt(), likeness, margin].into_iter().chain(shared);
    model::probability(model::log_odds(numbers, MINED))
}

/// Log odds of a mined pair: constant, root of the likeness, likeness, margin, then the numbers of
/// [`Features::vector`] that tell how much is shared. Fitted on a pool of 1,000 pairs hidden among
/// 18,000 other sentences.
const MINED: [f64; 14] = [
    -3.6309, 30.9876, -60.8519, 51.6392, -2.6712, 2.2416, 0.1673, -0.0768, -0.3242, -1.0365,
    0.2968, -2.9357, -5.7945, 1.4178,
];

/// Probability that two sentences with these features state the same fact.
pub fn probability(features: &Features) -> f64 {
    let weights = models()[usize::from(features.cross > 0.0)].iter().map(|&w| f64::from(w));
    let single = features.vector();
    model::probability(model::log_odds(numbers(&single).map(f64::from), weights))
}

/// Log odds that each number adds: for two sentences of one language, and for an Indonesian and an
/// English one. Fitted by logistic regression on gold (`docs/scoring.md`).
fn models() -> &'static [Vec<f32>; 2] {
    static MODELS: OnceLock<[Vec<f32>; 2]> = OnceLock::new();
    MODELS.get_or_init(|| model::weights("model.tsv", include_str!("model.tsv"), weighed_names()))
}
