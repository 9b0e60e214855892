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
    /// How much the two articles have in common: reports of one event share names and matters.
    pub context: f32,
}

/// How many numbers [`Features::vector`] has.
pub const FEATURES: usize = 29;

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
            self.context,
            self.context.powi(2),
        ]
    }
}

impl Features {
    /// Likeness in one number, for ranking: the harmonic mean of what each side accounts for, less
    /// where figures clash.
    pub fn likeness(&self) -> f32 {
        let both = 2.0 * self.low * self.high / (self.low + self.high).max(1e-6);
        both * (1.0 - 0.1 * self.numbers_clash.min(3.0))
    }
}

/// Probability that a mined pair translates each other: its likeness, and how far it stands out
/// from its rivals.
pub fn mined_probability(features: &Features, margin: f64) -> f64 {
    let [bias, likeness, lead, short] = MINED;
    let x = f64::from(features.likeness());
    let sum = bias + likeness * x + lead * margin.min(3.0) + short * f64::from((1.0 + features.short).ln());
    1.0 / (1.0 + (-sum).exp())
}

/// Log odds of a mined pair: constant, likeness, margin, information of the shorter side.
const MINED: [f64; 4] = [-12.0, 10.0, 4.0, 0.3];

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
    -14.8696, -0.0841, 1.2989, 11.4938, 19.2863, -0.0459, 0.9928, 2.3014, -0.0483,
    0.1925, 3.3564, -0.3012, -0.3467, -0.0086, -0.5752, -4.3787, 0.6425, 7.3603,
    0.9955, -4.4871, -25.7480, 0.2317, -0.1191, -1.9005, -0.1368, -1.4121, 0.1649,
    21.3304, -23.0436,
];

/// The same for an Indonesian and an English sentence.
#[rustfmt::skip]
const CROSS: [f32; FEATURES] = [
    -17.5630, 5.3241, 6.5479, 10.7441, -2.6617, -1.5989, 1.6446, 2.4271, -0.0150,
    0.3271, 2.5066, -0.2087, -0.2034, 0.8217, 4.4896, -5.5689, -0.0419, 3.3920,
    -5.7288, -4.9413, -0.9967, 0.3923, -0.0755, -1.8778, -0.2413, -1.3632, 0.0301,
    26.9297, -29.9860,
];
