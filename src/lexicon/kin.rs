//! English words that mean nearly the same, by the translations they share.
//!
//! Two words are alike as far as their equivalents are: the cosine of the two lists, each equivalent
//! weighed by its rank and by how few words share it. One shared equivalent among many says
//! little, several say much.

use super::{Lexicon, Sense};
use rustc_hash::FxHashMap;
use std::sync::atomic::Ordering;

/// Less than this is chance.
const WEAKEST: f32 = 0.12;
/// At most this many kindred words are kept.
const MOST: usize = 12;

impl Lexicon {
    /// English lemmas of kindred meaning, best first, with their likeness.
    pub fn english_kin(&self, key: &str) -> Vec<(&'static str, f32)> {
        // By the place of a key's headwords: no two keys have one.
        let mut sums: FxHashMap<u32, (f32, &Sense)> = FxHashMap::default();
        let mut own = 0.0;
        for (weight, senses) in self.headword_senses(key) {
            let spread = share(senses.len());
            own += (weight * spread).powi(2);
            for sense in senses.iter().filter(|s| s.key != key) {
                sums.entry(sense.headwords.first).or_insert((0.0, sense)).0 +=
                    weight * sense.weight * spread * spread;
            }
        }
        best(sums, own, |other| self.norm(other))
    }

    /// The square of the length of an English word's list of equivalents, worked out once: common
    /// words are kin of very many.
    fn norm(&self, key: &Sense) -> f32 {
        let Some(known) = self.norms.get(key.headwords.first as usize) else { return 0.0 };
        let bits = known.load(Ordering::Relaxed);
        if bits != UNKNOWN {
            return f32::from_bits(bits);
        }
        let (headwords, senses) =
            (key.headwords.of(&self.headwords), key.headwords.of(&self.headword_senses));
        let norm: f32 = headwords
            .iter()
            .zip(senses)
            .map(|((_, weight), senses)| (weight * share(senses.count as usize)).powi(2))
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

fn best(
    sums: FxHashMap<u32, (f32, &Sense)>,
    own: f32,
    norm: impl Fn(&Sense) -> f32,
) -> Vec<(&'static str, f32)> {
    let mut kin: Vec<(&'static str, f32)> = sums
        .into_values()
        .map(|(sum, other)| (other.key, sum / (own * norm(other)).sqrt().max(1e-6)))
        .filter(|(_, cosine)| *cosine >= WEAKEST)
        .map(|(other, cosine)| (other, cosine.min(1.0).sqrt()))
        .collect();
    // By name where the likeness is equal, so that the order of a hash table does not matter.
    kin.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    kin.truncate(MOST);
    kin
}
