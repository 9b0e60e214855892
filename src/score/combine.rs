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
    /// Share of information that the other side has in the same words, where it is lower.
    pub exact_low: f32,
    /// The same on the other side.
    pub exact_high: f32,
    /// Cosine of the very words, weighed by rarity.
    pub surface: f32,
}

/// How many numbers [`Features::vector`] has.
pub const FEATURES: usize = 27;

impl Features {
    /// The numbers that the model weighs. Squares are there because likeness has thresholds: a
    /// little says nothing, and much says no more than enough.
    pub fn vector(&self) -> [f32; FEATURES] {
        let mean = |a: f32, b: f32| 2.0 * a * b / (a + b).max(1e-6);
        let log = |x: f32| (1.0 + x).ln();
        let both = mean(self.low, self.high);
        let agree = self.numbers_agree.min(2.0);
        let clash = self.numbers_clash.min(2.0);
        let (shared, short, named) = (log(self.shared), log(self.short), log(self.names_shared));
        [
            1.0,
            self.low,
            self.high,
            both,
            self.low * self.high,
            shared,
            short,
            self.names_low,
            log(self.names_missed),
            named,
            agree,
            clash,
            self.negation,
            self.length,
            mean(self.exact_low, self.exact_high),
            self.exact_low,
            self.exact_high,
            self.surface,
            self.low.powi(2),
            self.high.powi(2),
            both.powi(2),
            shared.powi(2),
            short.powi(2),
            self.names_low.powi(2),
            named.powi(2),
            agree.powi(2),
            clash.powi(2),
        ]
    }
}

/// Probability that two sentences with these features state the same fact.
pub fn probability(features: &Features) -> f64 {
    let model = if features.cross > 0.0 { &CROSS } else { &SAME };
    let sum: f64 =
        features.vector().iter().zip(model).map(|(&x, w)| f64::from(x) * f64::from(*w)).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Log odds that each number of [`Features::vector`] adds, for two sentences of one language.
/// Fitted by logistic regression on gold: see `docs/scoring.md`.
#[rustfmt::skip]
const SAME: [f32; FEATURES] = [
    -8.9931, 4.6691, 1.0982, 7.2526, 10.2212, -0.0002, 0.5240, 2.3039, -0.0652,
    0.1268, 3.1078, -0.4891, -0.3567, 0.0607, -1.9475, -3.7993, 0.7356, 9.2219,
    -5.0395, -3.3621, -11.9076, 0.2189, -0.0691, -1.9161, -0.1247, -1.3693, 0.2530,
];

/// The same for an Indonesian and an English sentence.
#[rustfmt::skip]
const CROSS: [f32; FEATURES] = [
    -11.4138, 4.8874, 5.4639, 12.1047, -1.5916, -1.4287, 1.4007, 1.9912, -0.0171,
    0.2219, 2.1703, -0.2476, -0.2065, 0.8744, 3.3295, -5.3810, 0.6965, 4.4329,
    -7.5055, -4.8643, -0.8594, 0.4004, -0.0618, -1.4986, -0.2205, -1.2529, 0.0277,
];
