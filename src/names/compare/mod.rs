//! Are two names one? For anyone's pairs of names: people and bodies, any language and script.
//!
//! Names are cut into parts in Latin letters (`fold`), parts are compared (`similar`), matched
//! (`pair`), and what matches, what is left over and what the lists say is weighed (`weights`).
//! docs/names.md tells why it is done so.

mod fold;
mod pair;
mod similar;
mod weights;

pub use pair::{FEATURES, NAMES, SIGNS};

use crate::language::naming::{Naming, naming};
use crate::lexicon::{Lexicon, name_key};
use crate::model::{EntryKind, Lang};

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Probability that the names are one's.
    pub score: f64,
    /// Whether it reaches the cut.
    pub same: bool,
    /// What speaks for and against it.
    pub reason: String,
}

/// Less probable pairs are two names.
pub const DEFAULT_CUT: f64 = 0.5;
/// The list of names that must not be merged is the law; a probability of 0 would be a claim.
const FORBIDDEN: f64 = 0.02;

/// Compares two names of a kind, which is guessed where it is not given.
pub fn compare(a: &str, b: &str, kind: Option<EntryKind>, lexicon: &Lexicon) -> Comparison {
    let (numbers, mut reason) = numbers(a, b, kind, lexicon);
    let mut score = weights::probability(&numbers);
    if lexicon.never_merge(&a.trim().to_lowercase(), &b.trim().to_lowercase()) {
        score = FORBIDDEN;
        "the lists say these are two".clone_into(&mut reason);
    }
    Comparison { score, same: score >= DEFAULT_CUT, reason }
}

/// What describes a pair, the constant first; and in words.
pub fn numbers(
    a: &str,
    b: &str,
    kind: Option<EntryKind>,
    lexicon: &Lexicon,
) -> ([f32; FEATURES], String) {
    let body = match kind {
        Some(EntryKind::Person) => false,
        Some(EntryKind::Name) | None => fold::looks_like_body(a) || fold::looks_like_body(b),
        Some(_) => true,
    };
    let mut best: Option<pair::Pairing> = None;
    for x in &fold::readings(a, body) {
        for y in &fold::readings(b, body) {
            let pairing = pair::pairing(x, y, body, lexicon);
            let better = best.as_ref().is_none_or(|old| {
                weights::probability(&pairing.numbers) > weights::probability(&old.numbers)
            });
            if better {
                best = Some(pairing);
            }
        }
    }
    let (mut numbers, mut reason) =
        best.map_or(([0.0; FEATURES], String::new()), |p| (p.numbers, p.reason));
    if !body && fold::looks_like_body(a) != fold::looks_like_body(b) {
        numbers[18] = 1.0;
    }
    let entry = |name: &str| {
        let key = name_key(name.trim());
        let found = lexicon.name(Lang::Id, &key).or_else(|| lexicon.name(Lang::En, &key));
        found.map(|(entry, _)| &entry.english)
    };
    if let (Some(x), Some(y)) = (entry(a), entry(b)) {
        numbers[if x == y { 13 } else { 14 }] = 1.0;
        reason = if x == y { format!("listed as {x}") } else { format!("listed as {x} and {y}") };
    }
    (numbers, reason)
}

/// Long parts are one name in two spellings from here: Tjokrodiredjo and Cokrodirejo, but not
/// Subianto and Sugianto.
const ONE_PART: f32 = 0.9;
const LONG: usize = 6;

/// Whether two parts of people's names are one in another spelling or language.
pub(crate) fn same_part(a: &str, b: &str) -> bool {
    let plain = |w: &str| any_ascii::any_ascii(w.trim_end_matches('.')).to_lowercase();
    let (a, b) = (plain(a), plain(b));
    Naming::kin(&naming().given, &a, &b)
        || a.len().min(b.len()) >= LONG && similar::spelled(&a, &b, false) >= ONE_PART
}

#[cfg(test)]
mod tests;
