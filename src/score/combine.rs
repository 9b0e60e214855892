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
    /// where figures clash, only one side denies, or one tells more than the other. The square sets
    /// good matches apart from middling ones. Found by right answers at first rank on five
    /// development sets.
    pub fn likeness(&self) -> f32 {
        let both = 2.0 * self.low * self.high / (self.low + self.high).max(1e-6);
        let clash = 1.0 - 0.1 * self.numbers_clash.min(3.0);
        let denial = 1.0 - 0.06 * self.negation;
        let length = (-0.15 * self.length).exp();
        (both * clash * denial * length).powi(2)
    }
}

/// Probability that a mined pair translates each other: its likeness, how far it stands out from
/// its rivals, and how much and what the two share.
pub fn mined_probability(features: &Features, margin: f64) -> f64 {
    let x = features.vector();
    let likeness = f64::from(features.likeness());
    let shared = [6, 5, 7, 9, 10, 11, 12, 13, 14, 15].map(|n: usize| f64::from(x[n]));
    let numbers = [1.0, likeness.sqrt(), likeness, margin].into_iter().chain(shared);
    let sum: f64 = numbers.zip(MINED).map(|(x, w)| x * w).sum();
    1.0 / (1.0 + (-sum).exp())
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
    let model = if features.cross > 0.0 { &CROSS } else { &SAME };
    let sum: f64 =
        features.vector().iter().zip(model).map(|(&x, w)| f64::from(x) * f64::from(*w)).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Log odds that each number of [`Features::vector`] adds, for two sentences of one language.
/// Fitted by logistic regression on gold: see `docs/scoring.md`.
#[rustfmt::skip]
const SAME: [f32; FEATURES] = [
    -17.1497, -2.0653, 3.0268, 15.2761, 8.3731, 0.4521, 1.0863, 2.1008, -0.0599,
    0.1553, 3.3252, -0.0768, -0.4886, -0.1660, 2.0893, -7.2663, -0.6592, 5.6649,
    1.2153, -5.2354, -14.5596, 0.1625, -0.1302, -1.7476, -0.1294, -1.3803, 0.0240,
    22.0407, -19.5609, 1.0996, -1.9016, 1.9686,
];

/// The same for an Indonesian and an English sentence.
#[rustfmt::skip]
const CROSS: [f32; FEATURES] = [
    -17.2222, 8.0209, 8.4882, 9.6371, -5.0670, -1.9452, 1.5161, 2.1110, -0.0193,
    0.3611, 2.4634, -0.1170, -0.4610, 0.9145, 12.5914, -11.9138, -2.5942, 3.5070,
    -8.4239, -6.0424, 1.5368, 0.4228, -0.0630, -1.6444, -0.2448, -1.3384, -0.0155,
    27.0738, -29.2838, 0.0000, 0.0000, 0.0000,
];
