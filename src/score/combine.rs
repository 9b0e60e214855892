//! From the parts of a comparison to a probability.

/// What two sentences have in common, and what not.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Features {
    /// Share of information accounted for, on the side where it is lower.
    pub low: f32,
    /// The same on the other side.
    pub high: f32,
    /// Information both sides share.
    pub shared: f32,
    /// Information of the side that tells less.
    pub short: f32,
    /// Share of names accounted for, on the side where it is lower; 1 without names.
    pub names_low: f32,
    /// Information of names not accounted for, on the side where it is less.
    pub names_missed: f32,
    /// Information of names both sides have.
    pub names_shared: f32,
    /// Figures and days both sides have.
    pub numbers_agree: f32,
    /// Figures or days against each other.
    pub numbers_clash: f32,
    /// 1 if only one side denies.
    pub negation: f32,
    /// Logarithm of the ratio of the sides' information.
    pub length: f32,
    /// 1 if the languages differ.
    pub cross: f32,
}

/// How many numbers `Features::vector` has.
pub const FEATURES: usize = 16;

impl Features {
    /// The numbers that the model weighs. Products are there because likeness of the whole and of
    /// the better side work together: a short sentence wholly contained in a long one.
    pub fn vector(&self) -> [f32; FEATURES] {
        let harmonic = 2.0 * self.low * self.high / (self.low + self.high).max(1e-6);
        [
            1.0,
            self.low,
            self.high,
            harmonic,
            self.low * self.high,
            (1.0 + self.shared).ln(),
            (1.0 + self.short).ln(),
            self.names_low,
            (1.0 + self.names_missed).ln(),
            (1.0 + self.names_shared).ln(),
            self.numbers_agree.min(2.0),
            self.numbers_clash.min(2.0),
            self.negation,
            self.length,
            self.cross,
            self.cross * harmonic,
        ]
    }
}

/// Fitted by logistic regression on the gold of `corpus/` (`padan eval --fit`): the log odds that
/// each number of [`Features::vector`] adds.
const MODEL: [f32; FEATURES] =
    [-7.0, 3.0, 2.0, 4.0, 3.0, 0.6, 0.0, 0.8, -0.3, 0.0, 0.6, -1.0, -0.6, -0.5, 0.3, 0.5];

/// Probability that two sentences with these features state the same fact.
pub fn probability(features: &Features) -> f64 {
    let sum: f64 =
        features.vector().iter().zip(MODEL).map(|(&x, w)| f64::from(x) * f64::from(w)).sum();
    1.0 / (1.0 + (-sum).exp())
}
