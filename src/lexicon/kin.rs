//! English words that mean nearly the same, by the translations they share.
//!
//! Two words are alike as far as their equivalents are: the cosine of the two lists, each equivalent
//! weighed by its rank and by how few words share it. One shared equivalent among many says
//! little, several say much.

use super::Lexicon;
use rustc_hash::FxHashMap;
use std::sync::atomic::Ordering;

/// Less than this is chance.
const WEAKEST: f32 = 0.12;
/// At most this many kindred words are kept.
const MOST: usize = 12;

impl Lexicon {
    /// English lemmas of kindred meaning, best first, with their likeness.
    pub fn english_kin(&self, key: &str) -> Vec<(Box<str>, f32)> {
        let mut sums: FxHashMap<&str, f32> = FxHashMap::default();
        let mut own = 0.0;
        for (headword, weight) in self.headwords(key) {
            let senses = self.senses(headword);
            let spread = share(senses.len());
            own += (weight * spread).powi(2);
            for sense in senses.iter().filter(|s| s.key != key) {
                *sums.entry(sense.key).or_default() += weight * sense.weight * spread * spread;
            }
        }
        best(sums, own, |other| self.norm(other))
    }

    /// The square of the length of an English word's list of equivalents, worked out once: common
    /// words are kin of very many.
    fn norm(&self, key: &str) -> f32 {
        let place = self.tables.reverse.get(key).map(|mut f| f.number());
        let Some(known) = place.and_then(|first| self.norms.get(first)) else { return 0.0 };
        let bits = known.load(Ordering::Relaxed);
        if bits != UNKNOWN {
            return f32::from_bits(bits);
        }
        let norm: f32 = self
            .headwords(key)
            .iter()
            .map(|(h, w)| (w * share(self.senses(h).len())).powi(2))
            .sum();
        known.store(norm.to_bits(), Ordering::Relaxed);
        norm
    }
}

/// A length that has not been worked out yet.
pub(super) const UNKNOWN: u32 = 0;

/// What one of `count` words that share an equivalent gets of it.
fn share(count: usize) -> f32 {
    1.0 / (1.0 + count as f32).ln().max(0.7)
}

fn best(sums: FxHashMap<&str, f32>, own: f32, norm: impl Fn(&str) -> f32) -> Vec<(Box<str>, f32)> {
    // By name first, so that equal likeness does not depend on the order of a hash table.
    let mut all: Vec<(&str, f32)> = sums.into_iter().collect();
    all.sort_unstable_by(|a, b| a.0.cmp(b.0));
    let mut kin: Vec<(Box<str>, f32)> = all
        .into_iter()
        .map(|(other, sum)| (other, sum / (own * norm(other)).sqrt().max(1e-6)))
        .filter(|(_, cosine)| *cosine >= WEAKEST)
        .map(|(other, cosine)| (other.into(), cosine.min(1.0).sqrt()))
        .collect();
    kin.sort_by(|a, b| b.1.total_cmp(&a.1));
    kin.truncate(MOST);
    kin
}
