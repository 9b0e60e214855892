//! The user's own glossary wins.

use crate::model::Entry;
use rustc_hash::FxHashSet;

/// Puts the seed's rows first and drops proposals for a headword or variant that a seed has.
pub fn with_seed(seed: Vec<Entry>, proposed: Vec<Entry>) -> Vec<Entry> {
    let taken: FxHashSet<String> = seed
        .iter()
        .flat_map(|e| std::iter::once(&e.indonesian).chain(&e.variants_indonesian))
        .map(|s| s.to_lowercase())
        .collect();
    let mut out = seed;
    out.extend(proposed.into_iter().filter(|e| !taken.contains(&e.indonesian.to_lowercase())));
    out
}
