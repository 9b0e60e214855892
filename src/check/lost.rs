//! Terms and names of a text that its translation lacks.

use super::figures::name;
use super::house::{House, is_respelled};
use super::named::Found;
use super::raw::Raw;
use super::standard::opens;
use super::words::{Words, is_all_capitals, is_capital};
use crate::language::indonesian;
use crate::lexicon::respell::respelled;
use crate::lexicon::{Lexicon, NameEntry, name_key};
use crate::model::{EntryKind, Lang, Rule, Status};
use rustc_hash::{FxHashMap, FxHashSet};

/// A passage with its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'a> {
    pub(super) all: &'a str,
    pub(super) lang: Lang,
    pub(super) words: &'a Words,
}

/// Agreed terms of `here` without their equivalent in `there`, each once.
pub(super) fn terms(
    house: &House<'_>,
    here: Text<'_>,
    there: Text<'_>,
    lexicon: &Lexicon,
) -> Vec<Raw> {
    let hits = house.scan(here.lang, here.all, here.words);
    if hits.is_empty() {
        return Vec::new();
    }
    let other: FxHashSet<u32> = house
        .scan(there.lang, there.all, there.words)
        .iter()
        .flat_map(|h| house.agreed(h).map(|(row, _)| row).collect::<Vec<u32>>())
        .collect();
    let mut told: FxHashSet<u32> = FxHashSet::default();
    let mut out = Vec::new();
    for hit in &hits {
        // "dolar AS" is a currency, and no statement about the country.
        if hit.first > 0 && matches!(here.words.key(hit.first - 1), "dolar" | "dollar") {
            continue;
        }
        let rows: Vec<_> = house
            .agreed(hit)
            .filter(|(_, row)| !row.indonesian.trim().is_empty() && !row.english.trim().is_empty())
            .collect();
        let Some(&(first, row)) = rows.first() else { continue };
        let (wanted, found) = (
            |row: &crate::model::Entry| match there.lang {
                Lang::Id => row.indonesian.clone(),
                Lang::En => row.english.clone(),
            },
            hit.span.of(here.all),
        );
        let is_there = rows.iter().any(|(at, row)| {
            let variants = match there.lang {
                Lang::Id => &row.variants_indonesian,
                Lang::En => &row.variants_english,
            };
            other.contains(at)
                || std::iter::once(&wanted(row)).chain(variants).any(|f| holds(there, f, lexicon))
        });
        if is_there || !told.insert(first) {
            continue;
        }
        let mut all: Vec<String> = rows.iter().map(|(_, row)| wanted(row)).collect();
        all.dedup();
        let quoted: Vec<String> = all.iter().map(|w| format!("\"{w}\"")).collect();
        let agreed = if row.status == Status::Preferred { "prefers" } else { "has" };
        let message = format!(
            "the glossary {agreed} {} for \"{found}\"; the {} has neither that nor a variant of it",
            quoted.join(" or "),
            name(there.lang)
        );
        out.push(Raw::new(hit.span, Rule::Term, message).suggest(all));
    }
    out
}

/// Whether a text has the words of `form` in a row, inflected or derived.
pub(super) fn holds(there: Text<'_>, form: &str, lexicon: &Lexicon) -> bool {
    let wanted = Words::new(form);
    let count = wanted.atoms.len();
    if count == 0 {
        return false;
    }
    (0..(there.words.atoms.len() + 1).saturating_sub(count)).any(|at| {
        (0..count).all(|n| {
            (n == 0 || there.words.joint(at + n) != super::words::Joint::Break)
                && is_form(there.words.key(at + n), wanted.key(n), there.lang, lexicon)
        })
    })
}

/// Whether a word of the text is a form of the word wanted.
fn is_form(word: &str, wanted: &str, lang: Lang, lexicon: &Lexicon) -> bool {
    if word == wanted {
        return true;
    }
    match lang {
        Lang::En => {
            let (word, wanted) = (word.trim_end_matches("'s"), wanted.trim_end_matches("'s"));
            word == wanted || word.len() > 2 && lexicon.lemma(word) == lexicon.lemma(wanted)
        }
        Lang::Id => {
            indonesian::readings(word).iter().any(|r| r.base == wanted)
                || wanted.len() > 4 && indonesian::readings(wanted).iter().any(|r| r.base == word)
        }
    }
}

/// The listed names under every spelling, of both languages: a spelling may have several
/// (Inggris: England, English).
#[derive(Debug)]
pub(super) struct Listed(FxHashMap<String, Vec<usize>>);

impl Listed {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut by_key: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, entry) in lexicon.names().iter().enumerate() {
            let heads = [&entry.indonesian, &entry.english].into_iter();
            let all = heads.chain(&entry.variants_indonesian).chain(&entry.variants_english);
            for form in all.chain(&entry.adjectives) {
                let list = by_key.entry(name_key(form)).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        Self(by_key)
    }

    /// Listed names of one word that stand within a phrase: kota Paris, gunung Semeru.
    fn inside_phrases(&self, found: &[Found], here: Text<'_>, lexicon: &Lexicon) -> Vec<Found> {
        let mut out = Vec::new();
        for atom in &here.words.atoms {
            let written = atom.span.of(here.all);
            let free = is_capital(written)
                && !opens(&here.all[..atom.span.start])
                && found
                    .iter()
                    .all(|f| f.span.end <= atom.span.start || atom.span.end <= f.span.start);
            let entries = if free { self.0.get(&name_key(written)) } else { None };
            if let Some(&first) = entries.and_then(|e| e.first()) {
                let kind = lexicon.names()[first].kind;
                out.push(Found { span: atom.span, text: written.to_owned(), kind, of: None });
            }
        }
        out
    }
}

/// Kinds of listed names that a translation keeps.
const KEPT: [EntryKind; 6] = [
    EntryKind::Person,
    EntryKind::Place,
    EntryKind::Country,
    EntryKind::Organisation,
    EntryKind::Media,
    EntryKind::Name,
];

/// Names of `here` that `there` has in no form, each once.
pub(super) fn names(
    found: &[Found],
    here: Text<'_>,
    there: Text<'_>,
    listed: &Listed,
    lexicon: &Lexicon,
) -> Vec<Raw> {
    let mut found = found.to_vec();
    found.extend(listed.inside_phrases(&found, here, lexicon));
    let mut told: FxHashSet<&str> = FxHashSet::default();
    let mut out = Vec::new();
    for mention in &found {
        let key = name_key(&mention.text);
        let entries = listed.0.get(&key).map_or(&[][..], Vec::as_slice);
        let known = entries.iter().map(|&e| &lexicon.names()[e]);
        let wanted = if entries.is_empty() {
            is_own_name(mention, here, lexicon)
        } else {
            known.clone().any(|e| KEPT.contains(&e.kind)) && !is_doubtful(mention, here, lexicon)
        };
        if !wanted || !told.insert(mention.text.as_str()) {
            continue;
        }
        let body = |e: &NameEntry| {
            matches!(e.kind, EntryKind::Organisation | EntryKind::Media | EntryKind::Event)
        };
        let is_there = has_part(&mention.text, there)
            || mention.text.contains(' ')
                && known.clone().any(body)
                && is_translated(&mention.text, here.lang, there, listed, lexicon)
            || known.clone().any(|e| {
                let heads = [&e.indonesian, &e.english].into_iter();
                let all = heads.chain(&e.variants_indonesian).chain(&e.variants_english);
                all.chain(&e.adjectives).any(|f| holds(there, f, lexicon) || has_name(f, there))
            });
        if !is_there {
            let message =
                format!("the name \"{}\" is not in the {}", mention.text, name(there.lang));
            out.push(Raw::new(mention.span, Rule::Name, message));
        }
    }
    out
}

/// Whether a word of a body's name is there in the other language: Parlemen Inggris, Britain's
/// parliament.
fn is_translated(
    text: &str,
    lang: Lang,
    there: Text<'_>,
    listed: &Listed,
    lexicon: &Lexicon,
) -> bool {
    text.split([' ', '-']).filter(|w| w.len() >= 2).any(|word| {
        let key = word.to_lowercase();
        let words: Vec<&str> = match lang {
            Lang::Id => lexicon.senses(&key).iter().map(|s| s.english).collect(),
            Lang::En => lexicon.headwords(&lexicon.lemma(&key)).iter().map(|(w, _)| &**w).collect(),
        };
        let names = listed.0.get(&name_key(word)).map_or(&[][..], Vec::as_slice);
        let names = names.iter().map(|&e| &lexicon.names()[e]);
        words.iter().any(|w| holds(there, w, lexicon))
            || names.clone().any(|e| match there.lang {
                Lang::Id => e
                    .variants_indonesian
                    .iter()
                    .chain([&e.indonesian])
                    .any(|f| holds(there, f, lexicon)),
                Lang::En => e
                    .variants_english
                    .iter()
                    .chain([&e.english])
                    .chain(&e.adjectives)
                    .any(|f| holds(there, f, lexicon)),
            })
    })
}

/// A name on no list that is certainly one: none of its words is a common word, and its capital
/// does not come from the start of a sentence.
fn is_own_name(mention: &Found, here: Text<'_>, lexicon: &Lexicon) -> bool {
    let parts: Vec<&str> = mention.text.split([' ', '-']).filter(|p| !p.is_empty()).collect();
    let common = |p: &&str| {
        let lower = p.to_lowercase();
        lexicon.is_common(&lower, Lang::Id)
            || lexicon.is_common(&lower, Lang::En)
            || lexicon.is_title(&lower)
    };
    // "I'm" and "I'll" begin with a capital as well; Kak, Bang and Mas are forms of address.
    let contraction = mention.text.starts_with("I'") || mention.text.starts_with("I’");
    let address = parts.len() == 1 && mention.text.chars().count() <= 4;
    parts.iter().all(|p| is_capital(p) && p.chars().count() >= 3 && !p.contains('.'))
        && !contraction
        && !address
        && !parts.iter().any(common)
        && !parts.iter().any(|p| is_all_capitals(p))
        && (parts.len() > 1 || !opens(&here.all[..mention.span.start]))
}

/// A listed name that may be a common word where it stands.
fn is_doubtful(mention: &Found, here: Text<'_>, lexicon: &Lexicon) -> bool {
    let lower = mention.text.to_lowercase();
    let common = lexicon.is_common(&lower, here.lang) && !is_all_capitals(&mention.text);
    common && opens(&here.all[..mention.span.start]) || mention.text.chars().count() < 2
}

/// Whether the text has a word of the name, perhaps spelled otherwise.
fn has_part(text: &str, there: Text<'_>) -> bool {
    let parts = Words::new(text);
    (0..parts.atoms.len()).any(|n| {
        let part = parts.key(n).trim_end_matches("'s");
        (part.len() >= 3 || parts.atoms.len() == 1)
            && (0..there.words.atoms.len()).any(|at| {
                let word = there.words.key(at).trim_end_matches("'s");
                word == part
                    || is_capital(there.words.atoms[at].span.of(there.all))
                        && (is_respelled(word, part) || is_derived(word, part))
                    || there.lang == Lang::Id && indonesian::without_clitics(word).contains(&part)
            })
    })
}

/// Sundanese of Sunda, Javan of Jawa.
fn is_derived(a: &str, b: &str) -> bool {
    let (x, y) = (respelled(a), respelled(b));
    let (short, long) = if x.len() < y.len() { (&x, &y) } else { (&y, &x) };
    short.len() >= 4 && long.starts_with(short.as_str())
}

/// A one-word name with something on it: Rusia in "di-Rusia-kan" stands by itself, "Russians" not.
fn has_name(form: &str, there: Text<'_>) -> bool {
    let lower = form.to_lowercase();
    !form.contains(' ')
        && lower.len() >= 4
        && (0..there.words.atoms.len()).any(|at| there.words.key(at).starts_with(&lower))
}
