//! What a comparison of two sentences says, in numbers.

use super::{Flow, Local};

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
    /// What is told: matter and acts, without names, figures and who said it.
    pub claim: Part,
    /// What happens or is done.
    pub act: Part,
    /// Names and offices.
    pub who: Part,
    /// Figures and days.
    pub figures: Part,
    /// Whether the left and the right sentence say that something is said.
    pub reports: [bool; 2],
    /// The sentences' places in their articles, from 0. The first sentences of two reports of one
    /// event sum it up; later ones go into details, at about the same pace.
    pub places: [usize; 2],
    /// What the two share that is rare in their own two articles.
    pub local: Local,
    /// How far what they share stands together.
    pub flow: Flow,
}

/// What two sentences have in common in words of one part of a report.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Part {
    /// Share of information accounted for, on the side where it is lower; 0 if a side has no such
    /// word.
    pub low: f32,
    /// The same on the other side.
    pub high: f32,
    /// Whether a side has no such word.
    pub missing: bool,
    /// Information both sides share.
    pub shared: f32,
    /// Information of the side that has less.
    pub short: f32,
}

impl Part {
    fn vector(&self) -> [f32; 5] {
        [self.low, self.high, flag(self.missing), log(self.shared), log(self.short)]
    }
}

fn flag(it: bool) -> f32 {
    f32::from(u8::from(it))
}

pub(super) fn log(x: f32) -> f32 {
    (1.0 + x).ln()
}

/// How many numbers [`Features::vector`] has, before any are multiplied.
pub const FEATURES: usize = 76;

/// Their names, in the order of the vector and of the rows of `model.tsv`.
pub const NAMES: [&str; FEATURES] = [
    "constant",
    "low",
    "high",
    "both",
    "product",
    "shared",
    "short",
    "names low",
    "names missed",
    "names shared",
    "numbers agree",
    "numbers clash",
    "negation",
    "length",
    "exact",
    "exact low",
    "exact high",
    "surface",
    "low squared",
    "high squared",
    "both squared",
    "shared squared",
    "short squared",
    "names low squared",
    "names shared squared",
    "numbers agree squared",
    "numbers clash squared",
    "context",
    "context squared",
    "english",
    "english both",
    "english surface",
    "earlier",
    "later",
    "leads",
    "apart",
    "claim low",
    "claim high",
    "claim missing",
    "claim shared",
    "claim short",
    "act low",
    "act high",
    "act missing",
    "act shared",
    "act short",
    "who low",
    "who high",
    "who missing",
    "who shared",
    "who short",
    "figures low",
    "figures high",
    "figures missing",
    "figures shared",
    "figures short",
    "both report",
    "one reports",
    "unique",
    "local low",
    "local high",
    "local low squared",
    "local high squared",
    "local both",
    "local claim low",
    "local claim high",
    "local shared",
    "local claim shared",
    "near low",
    "run low",
    "near shared low",
    "run shared low",
    "near high",
    "run high",
    "near shared high",
    "run shared high",
];

impl Features {
    /// The numbers that the model weighs. Squares are there because likeness has thresholds: a
    /// little says nothing, and much says no more than enough.
    pub fn vector(&self) -> [f32; FEATURES] {
        let mean = |a: f32, b: f32| 2.0 * a * b / (a + b).max(1e-6);
        let both = mean(self.low, self.high);
        let agree = self.numbers_agree.min(2.0);
        let clash = self.numbers_clash.min(2.0);
        let (shared, short, named) = (log(self.shared), log(self.short), log(self.names_shared));
        let places = self.places.map(|p| log(p as f32));
        let [left, right] = self.reports;
        let pair = [
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
        ];
        let place = [
            places[0].min(places[1]),
            places[0].max(places[1]),
            flag(self.places[0].max(self.places[1]) <= 1),
            (places[0] - places[1]).abs(),
        ];
        let mut out = [0.0; FEATURES];
        let parts = [self.claim, self.act, self.who, self.figures];
        let all = pair
            .into_iter()
            .chain(place)
            .chain(parts.iter().flat_map(Part::vector))
            .chain([flag(left && right), flag(left != right)])
            .chain(self.local.vector())
            .chain(self.flow.low.vector())
            .chain(self.flow.high.vector());
        for (to, value) in out.iter_mut().zip(all) {
            *to = value;
        }
        out
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
