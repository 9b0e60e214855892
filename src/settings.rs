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
    /// Whether reasons also say what a pair does not have in common.
    pub explain: bool,
    /// How much words tell.
    pub weights: Weights,
}

/// With probabilities that mean what they say, the cut that is best for F1 lies at half of the F1
/// that can be reached (Lipton, Elkan and Naryanaswamy 2014), here nearly 0.9; on events left out F1
/// stays within 0.01 of its best from 0.4 to 0.55.
pub const DEFAULT_MIN_SCORE: f64 = 0.45;

/// The same for mined pairs, where F1 reaches about 0.86.
pub const DEFAULT_MINED_SCORE: f64 = 0.4;

impl Default for Settings {
    fn default() -> Self {
        Self {
            min_score: DEFAULT_MIN_SCORE,
            // A fact is seldom told by more than twenty articles in one run; twice that leaves room
            // for sentences that only look alike.
            candidates: 40,
            explain: false,
            weights: Weights::articles(),
        }
    }
}

impl Settings {
    /// For collections of single sentences.
    pub fn sentences() -> Self {
        Self { weights: Weights::sentences(), min_score: DEFAULT_MINED_SCORE, ..Self::default() }
    }
}

/// How much a word tells, by its class and by how many sentences have it.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// Of a function word, as a share of what a content word as frequent tells.
    pub function: f32,
    /// Sentences of general text that a run is thought to be drawn from: in five articles how
    /// common a word is elsewhere says more than how often they have it.
    pub background: f32,
    /// Information is the logarithm of rarity to this power. Above 1, what two sentences share in
    /// rare words says more than twice what they share in common ones.
    pub power: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self::articles()
    }
}

impl Weights {
    /// For articles: long sentences that share names and matter, so the rare words decide. Of the
    /// values tried on gold (power 1 to 3, background 30 to 3,000, function 0 to 1), these were
    /// best across languages on events left out.
    pub fn articles() -> Self {
        Self { function: 0.3, background: 500.0, power: 2.0 }
    }

    /// For sentences that stand alone, short ones among them: "Is he not here?" is all function
    /// words. Found by right answers at first rank on five development sets.
    pub fn sentences() -> Self {
        Self { function: 0.7, background: 5000.0, power: 0.9 }
    }

    /// The information of a word that stands in `count` of `sentences` sentences of the run, and in
    /// that `share` of sentences elsewhere.
    pub fn information(&self, class: Class, count: u32, sentences: usize, share: f32) -> f32 {
        let total = sentences as f32 + self.background;
        let seen = count as f32 + 0.5 + self.background * share;
        let content = (total / seen).ln().max(0.1).powf(self.power);
        if class == Class::Function { content * self.function } else { content }
    }
}
