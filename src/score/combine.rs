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
    /// 1 if both sentences are English: its words vary less in form than Indonesian ones.
    pub english: f32,
}

/// How many numbers [`Features::vector`] has.
pub const FEATURES: usize = 32;

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
            self.english,
            self.english * both,
            self.english * self.surface,
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
    let sum = bias
        + likeness * x
        + lead * margin.min(3.0)
        + short * f64::from((1.0 + features.short).ln());
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
    -16.2023, -2.2574, 2.9378, 14.1370, 11.2379, 0.1580, 1.1680, 1.9416, -0.0536,
    0.1760, 3.3899, -0.0719, -0.3582, -0.2739, 3.0304, -7.3448, -1.0784, 5.4492,
    3.9126, -4.9286, -19.7998, 0.2294, -0.1674, -1.6591, -0.1297, -1.4010, 0.0385,
    22.4837, -20.4157, 0.9794, -1.7879, 2.1747,
];

/// The same for an Indonesian and an English sentence.
#[rustfmt::skip]
const CROSS: [f32; FEATURES] = [
    -18.7784, 8.2385, 9.2390, 10.9815, -7.3772, -2.2238, 2.0561, 2.2962, -0.0160,
    0.3806, 2.4275, -0.1684, -0.1862, 1.0548, 10.1526, -9.7261, -1.8032, 3.3444,
    -11.7599, -6.9065, 5.2608, 0.4192, -0.0841, -1.7553, -0.2527, -1.3117, 0.0244,
    27.4357, -30.2952, 0.0000, 0.0000, 0.0000,
];
