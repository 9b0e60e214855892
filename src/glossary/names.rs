//! Entries from groups of names.

use super::TermText;
use super::english::English;
use super::name_english::Composer;
use crate::lexicon::{Lexicon, NameEntry, name_key, respell};
use crate::model::{Entry, EntryKind, Origin, Status, VariantGroup, VariantRow};
use crate::names::{Grouped, Spelling};

/// How often each origin's English was right on the gold of `corpus/`: the confidence it gets.
const CONFIDENCE: [(Origin, f64); 6] = [
    (Origin::Lexicon, 0.97),
    (Origin::RegionNames, 0.97),
    (Origin::Aligned, 0.9),
    (Origin::Acronym, 0.8),
    (Origin::SameSpelling, 0.8),
    (Origin::Composed, 0.6),
];

fn confidence(origin: Origin) -> f64 {
    CONFIDENCE.iter().find(|(o, _)| *o == origin).map_or(0.5, |(_, c)| *c)
}

/// The fullest of the frequent spellings of a language: a surname alone is no headword, nor is a
/// name with its title.
fn headword(group: &Grouped, lang: usize) -> Option<&str> {
    let with = || {
        let plain = group
            .spellings
            .iter()
            .any(|s| s.counts[lang] > 0 && !s.is_longer() && !s.is_shortened());
        group
            .spellings
            .iter()
            .filter(move |s| s.counts[lang] > 0 && !(plain && (s.is_longer() || s.is_shortened())))
    };
    let most = with().map(|s| s.text.split(' ').count()).max()?;
    let fullest = if group.kind == EntryKind::Person || group.acronym { most } else { 1 };
    with()
        .filter(|s| s.text.split(' ').count() >= fullest)
        .max_by(|a, b| a.counts[lang].cmp(&b.counts[lang]).then_with(|| b.text.cmp(&a.text)))
        .map(|s| s.text.as_str())
}

fn others(group: &Grouped, lang: usize, head: &str) -> Vec<String> {
    let area = matches!(group.kind, EntryKind::Place | EntryKind::Country | EntryKind::Name);
    group
        .spellings
        .iter()
        .filter(|s| s.counts[lang] > 0 && s.text != head && (area || !s.is_longer()))
        .map(|s| s.text.clone())
        .collect()
}

/// Whether all words of a name stand in a longer one, in whatever spelling.
fn is_part(name: &str, longer: &str) -> bool {
    let keys = |name: &str| -> Vec<String> { name.split(' ').map(respell::key).collect() };
    let (own, all) = (keys(name), keys(longer));
    own.len() < all.len() && own.iter().all(|w| all.contains(w))
}

/// An English name without a word before it that the Indonesian one does not have: Entomologist
/// Neil Carraway.
fn without_office<'a>(english: &'a str, indonesian: &str) -> &'a str {
    match english.split_once(' ') {
        Some((_, rest)) if respell::key(rest) == respell::key(indonesian) => rest,
        _ => english,
    }
}

fn is_acronym(name: &str) -> bool {
    name.chars().count() > 1 && name.chars().all(|c| c.is_uppercase() || c.is_numeric() || c == '-')
}

/// How a dictionary gives a listed name that texts spell in one way or another.
///
/// Where every text has a short form that both languages share (NATO), the headword is that; of
/// rival spellings of one place (Kiev, Kyiv; China, Tiongkok) the commonest.
fn listed(group: &Grouped, entry: &NameEntry, texts: &English<'_>) -> (String, String) {
    let own = || group.spellings.iter().filter(|s| s.counts[0] > 0 && !s.is_longer());
    let all: Vec<&Spelling> = own().collect();
    if let [only] = all[..]
        && is_acronym(&only.text)
        && entry.variants_english.contains(&only.text)
    {
        return (only.text.clone(), only.text.clone());
    }
    let words = entry.indonesian.split(' ').count();
    let rival = own()
        .filter(|s| {
            let key = name_key(&s.text);
            s.text.split(' ').count() == words
                && !is_acronym(&s.text)
                && entry.variants_indonesian.iter().any(|v| name_key(v) == key)
                && (respell::key(&s.text) == respell::key(&entry.indonesian)
                    || entry.kind == EntryKind::Country && words == 1)
        })
        .max_by_key(|s| s.counts[0]);
    let listed = own().find(|s| name_key(&s.text) == name_key(&entry.indonesian));
    let usual = listed.map_or(0, |s| s.counts[0]);
    let head = match rival {
        Some(r)
            if r.counts[0] > usual
                && matches!(entry.kind, EntryKind::Place | EntryKind::Country) =>
        {
            r.text.clone()
        }
        _ => entry.indonesian.clone(),
    };
    if let Some(own) = headword(group, 0).filter(|h| is_street(h)) {
        return (own.to_owned(), own.to_owned());
    }
    (head, as_said(entry, texts))
}

/// A street keeps its name, and so much of it as the texts write.
fn is_street(name: &str) -> bool {
    let first = name.split_once(' ').map_or("", |(first, _)| first);
    matches!(first.trim_end_matches('.').to_lowercase().as_str(), "jl" | "jln" | "jalan")
}

/// The Indonesian spellings of a group that are the name itself, the headword first.
fn spellings<'a>(group: &'a Grouped, head: &'a str) -> Vec<&'a str> {
    let named = |s: &&Spelling| s.counts[0] > 0 && !s.is_longer() && !s.is_part() && !s.is_bare();
    let own = group.spellings.iter().filter(named);
    let others = own.map(|s| s.text.as_str()).filter(|s| *s != head);
    std::iter::once(head).chain(others).collect()
}

/// The list's English of a body or an event, or the other way to say it that the texts have: short
/// forms aside, which are no headwords.
fn as_said(entry: &NameEntry, texts: &English<'_>) -> String {
    let named = matches!(
        entry.kind,
        EntryKind::Organisation | EntryKind::Event | EntryKind::Title | EntryKind::Media
    );
    let other = || {
        let all = entry.variants_english.iter().filter(|v| !is_acronym(v));
        let said = all.map(|v| (texts.said(v), v)).filter(|(said, _)| *said > 0);
        said.max_by(|a, b| a.0.cmp(&b.0).then_with(|| b.1.cmp(a.1))).map(|(_, v)| v.clone())
    };
    let found = (named && texts.said(&entry.english) == 0).then(other).flatten();
    found.unwrap_or_else(|| entry.english.clone())
}

/// One entry for each name that Indonesian text has. `example` finds a sentence with a spelling.
pub fn name_entries(
    groups: &[Grouped],
    texts: &[TermText<'_>],
    lexicon: &Lexicon,
    example: impl Fn(&str, usize) -> String,
) -> Vec<Entry> {
    let known = groups
        .iter()
        .filter_map(|g| {
            let english = headword(g, 1)?;
            let own = g.spellings.iter().filter(|s| s.counts[0] > 0);
            Some(own.map(|s| (s.text.clone(), english.to_owned())))
        })
        .flatten()
        .collect();
    let texts = English::new(texts, lexicon);
    let composer = Composer::new(lexicon, &texts, known);
    let entries: rustc_hash::FxHashMap<(&str, &str), &NameEntry> =
        lexicon.names().iter().map(|e| ((e.indonesian.as_str(), e.english.as_str()), e)).collect();
    let mut out = Vec::new();
    for group in groups {
        let Some(found) = headword(group, 0) else { continue };
        let english_text = headword(group, 1);
        let (indonesian, english, origin) = match (&group.listed, english_text) {
            (Some((id, en, region)), _) => {
                let (id, en) = entries
                    .get(&(id.as_str(), en.as_str()))
                    .map_or_else(|| (id.clone(), en.clone()), |e| listed(group, e, &texts));
                (id, en, if *region { Origin::RegionNames } else { Origin::Lexicon })
            }
            // English texts with only the surname do not shorten the name.
            (None, Some(en)) if group.kind == EntryKind::Person && is_part(en, found) => {
                (found.to_owned(), found.to_owned(), Origin::Aligned)
            }
            (None, Some(en)) if group.kind == EntryKind::Person => {
                (found.to_owned(), without_office(en, found).to_owned(), Origin::Aligned)
            }
            (None, Some(en)) => (found.to_owned(), en.to_owned(), Origin::Aligned),
            (None, None) => match composer.english(&spellings(group, found), group.kind) {
                Some(en) if group.kind == EntryKind::Title && !found.contains(' ') => {
                    (found.to_owned(), en, Origin::Lexicon)
                }
                Some(en) => (found.to_owned(), en, Origin::Composed),
                None if group.acronym => (found.to_owned(), found.to_owned(), Origin::Acronym),
                None => (found.to_owned(), found.to_owned(), Origin::SameSpelling),
            },
        };
        let mut articles: Vec<usize> =
            group.spellings.iter().flat_map(|s| s.articles.clone()).collect();
        articles.sort_unstable();
        articles.dedup();
        // A longer form is counted with the name inside it.
        let count = |lang: usize| {
            group.spellings.iter().filter(|s| !s.is_longer()).map(|s| s.counts[lang]).sum()
        };
        out.push(Entry {
            variants_indonesian: others(group, 0, &indonesian),
            variants_english: others(group, 1, &english),
            count_indonesian: count(0),
            count_english: count(1),
            articles: articles.len(),
            kind: group.kind,
            status: Status::Proposed,
            confidence: confidence(origin),
            origin,
            case_sensitive: indonesian.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()),
            note: String::new(),
            example_indonesian: example(found, 0),
            example_english: english_text.map(|e| example(e, 1)).unwrap_or_default(),
            indonesian,
            english,
            kept: None,
        });
    }
    out
}

/// Every name with its spellings, for `variants.csv`. `article` gives an article's id.
pub fn variant_groups(groups: &[Grouped], article: impl Fn(usize) -> String) -> Vec<VariantGroup> {
    let mut out: Vec<VariantGroup> = groups
        .iter()
        .map(|group| {
            let head = headword(group, 0).or_else(|| headword(group, 1)).unwrap_or("").to_owned();
            let (name, preferred) = match &group.listed {
                Some((id, en, _)) => {
                    (en.clone(), if headword(group, 0).is_some() { id.clone() } else { en.clone() })
                }
                None => (head.clone(), head),
            };
            let rows = group
                .spellings
                .iter()
                .map(|s| VariantRow {
                    variant: s.text.clone(),
                    count: s.total(),
                    articles: s.articles.iter().map(|&a| article(a)).collect(),
                    reason: s.reason.to_owned(),
                })
                .collect();
            VariantGroup { name, kind: group.kind, preferred, rows }
        })
        .collect();
    out.sort_by(|a, b| (a.name.to_lowercase(), &a.name).cmp(&(b.name.to_lowercase(), &b.name)));
    out
}
