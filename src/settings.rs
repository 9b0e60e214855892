//! Every threshold and weight that decides, named, with its reason.

use crate::model::Class;

/// What a run may be told to do otherwise.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Settings {
    /// Pairs below this probability are left out.
    pub min_score: f64,
    /// How many candidates each sentence gets from the index.
    pub candidates: usize,
    /// How much words tell.
    pub weights: Weights,
}

/// A pair is kept if it is likelier right than wrong: the scores are calibrated on gold, so that
/// this one number serves every set.
pub const DEFAULT_MIN_SCORE: f64 = 0.5;

impl Default for Settings {
    fn default() -> Self {
        Self {
            min_score: DEFAULT_MIN_SCORE,
            // A fact is seldom told by more than twenty articles in one run; twice that leaves room
            // for sentences that only look alike.
            candidates: 40,
            weights: Weights::default(),
        }
    }
}

/// How much a word tells, by its class and by how many sentences have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// Of a function word.
    pub function: f32,
    /// Of a negation: it counts as a conflict rather than as information.
    pub negation: f32,
    /// Sentences that a small run is thought to be drawn from, so that in five articles a word met
    /// twice is not taken for a common one.
    pub background: f32,
    /// Names tell more than other words of their rarity: facts are about somebody.
    pub name: f32,
    /// Figures and days, likewise.
    pub number: f32,
    /// P
    pub power: f32,
}

impl Default for Weights {
    fn default() -> Self {
        let v = |n: &str, d: f32| std::env::var(n).ok().and_then(|x| x.parse().ok()).unwrap_or(d);
        Self { function: v("FN", 0.15), negation: v("NG", 0.3), background: v("BG", 300.0), name: v("NM", 1.0), number: v("NU", 1.0), power: v("PW", 1.0) }
    }
}

impl Weights {
    /// The information of a word that stands in `count` of `sentences` sentences.
    pub fn information(&self, class: Class, count: u32, sentences: usize) -> f32 {
        let total = sentences as f32 + self.background;
        let rarity = (total / (count as f32 + 0.5)).ln().max(0.1).powf(self.power);
        match class {
            Class::Function => self.function,
            Class::Negation => self.negation,
            Class::Word => rarity,
            Class::Name => rarity * self.name,
            Class::Number | Class::Date => rarity * self.number,
        }
    }
}
