//! House style: which spelling a newsroom prefers among those that mean one name.

use crate::lexicon::{Lexicon, name_key};
use crate::model::{Entry, Lang, Style, VariantGroup};

/// Puts preferred spellings in the headwords; what they displace becomes a variant. A user's own
/// rows stay as they are.
pub fn style_entries(entries: &mut [Entry], style: &Style, lexicon: &Lexicon) {
    for entry in entries.iter_mut().filter(|e| e.kept.is_none()) {
        for spelling in &style.prefer {
            let same = |lang: Lang, head: &str, variants: &[String]| {
                head != spelling
                    && (variants.contains(spelling) || are_one(lang, spelling, head, lexicon))
            };
            if same(Lang::Id, &entry.indonesian, &entry.variants_indonesian) {
                swap(&mut entry.indonesian, &mut entry.variants_indonesian, spelling);
            }
            if same(Lang::En, &entry.english, &entry.variants_english) {
                swap(&mut entry.english, &mut entry.variants_english, spelling);
            }
        }
    }
}

/// The same for the groups of `variants.csv`: what is preferred.
pub fn style_groups(groups: &mut [VariantGroup], style: &Style, lexicon: &Lexicon) {
    for group in groups {
        for spelling in &style.prefer {
            let listed = || {
                are_one(Lang::Id, spelling, &group.preferred, lexicon)
                    || are_one(Lang::En, spelling, &group.preferred, lexicon)
            };
            if group.rows.iter().any(|r| r.variant == *spelling) || listed() {
                group.preferred.clone_from(spelling);
            }
        }
    }
}

fn swap(head: &mut String, variants: &mut Vec<String>, spelling: &str) {
    variants.retain(|v| v != spelling);
    variants.insert(0, std::mem::replace(head, spelling.to_owned()));
}

/// Whether the lists have both as spellings of one name in that language.
fn are_one(lang: Lang, a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let entry = |s: &str| lexicon.name(lang, &name_key(s)).map(|(e, _)| e);
    let (Some(x), Some(y)) = (entry(a), entry(b)) else { return false };
    // A short form (AS) and a long one are both right in their places: style chooses spellings.
    std::ptr::eq(x, y) && is_acronym(a) == is_acronym(b)
}

fn is_acronym(name: &str) -> bool {
    name.chars().all(|c| c.is_uppercase() || !c.is_alphabetic())
}
