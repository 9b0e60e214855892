//! House style: the spellings of a name that a newsroom does not want, as rows beside its glossary's.

use super::house::Hit;
use super::words::{Words, is_all_capitals};
use crate::lexicon::{Lexicon, name_key};
use crate::model::{Entry, EntryKind, Lang, Status, Style};

/// Longer names of the lists are not looked for around a spelling.
const LONGEST: usize = 6;

/// A row for each preferred spelling and language in which the lists have the name: its other
/// spellings of as many words, short forms apart, are not preferred. What an agreed row of the
/// glossary says of a spelling goes before.
pub(super) fn rows(style: &Style, glossary: &[Entry], lexicon: &Lexicon) -> Vec<Entry> {
    let mut out = Vec::new();
    for lang in [Lang::Id, Lang::En] {
        let mut met = Vec::new();
        for spelling in &style.prefer {
            let Some((name, _)) = lexicon.name(lang, &name_key(spelling)) else { continue };
            let is_variant = |row: &Entry| sides(row, lang).1.contains(spelling);
            if met.contains(&std::ptr::from_ref(name)) || agreed(glossary).any(is_variant) {
                continue;
            }
            met.push(std::ptr::from_ref(name));
            let (head, variants) = match lang {
                Lang::Id => (&name.indonesian, &name.variants_indonesian),
                Lang::En => (&name.english, &name.variants_english),
            };
            let count = |s: &str| s.split_whitespace().count();
            let others = std::iter::once(head).chain(variants).filter(|other| {
                *other != spelling
                    && count(other) == count(spelling)
                    && is_all_capitals(other) == is_all_capitals(spelling)
                    && !agreed(glossary).any(|row| {
                        let (head, variants) = sides(row, lang);
                        head == *other || variants.contains(other)
                    })
            });
            out.push(row(spelling, others.cloned().collect(), name.kind, lang));
        }
    }
    out
}

fn agreed(glossary: &[Entry]) -> impl Iterator<Item = &Entry> {
    glossary.iter().filter(|row| matches!(row.status, Status::Approved | Status::Preferred))
}

fn sides(row: &Entry, lang: Lang) -> (&String, &Vec<String>) {
    match lang {
        Lang::Id => (&row.indonesian, &row.variants_indonesian),
        Lang::En => (&row.english, &row.variants_english),
    }
}

/// The other language stays empty: a spelling asks for no equivalent in a translation.
fn row(spelling: &str, others: Vec<String>, kind: EntryKind, lang: Lang) -> Entry {
    let head = |wanted: Lang| if lang == wanted { spelling.to_owned() } else { String::new() };
    let (id, en) = if lang == Lang::Id { (others, Vec::new()) } else { (Vec::new(), others) };
    Entry {
        variants_indonesian: id,
        variants_english: en,
        ..Entry::given(head(Lang::Id), head(Lang::En), kind, Status::Preferred)
    }
}

/// Whether a spelling is a part of a longer name of the lists, which style says nothing of: China
/// in Laut China Selatan.
pub(super) fn is_in_longer_name(
    text: &str,
    lang: Lang,
    words: &Words,
    hit: &Hit<'_>,
    lexicon: &Lexicon,
) -> bool {
    let end = hit.first + hit.count;
    (hit.first.saturating_sub(LONGEST)..=hit.first).any(|first| {
        let last = words.atoms.len().min(first + LONGEST);
        (end..=last).any(|stop| {
            stop - first > hit.count
                && (first + 1..stop).all(|at| words.joint(at).links())
                && text
                    .get(words.atoms[first].span.start..words.atoms[stop - 1].span.end)
                    .is_some_and(|name| lexicon.name(lang, &name_key(name)).is_some())
        })
    })
}
