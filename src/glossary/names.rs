//! Entries from groups of names.

use crate::model::{Entry, EntryKind, Origin, Status, VariantGroup, VariantRow};
use crate::names::Grouped;

/// How often each origin's English was right on the gold of `corpus/`: the confidence it gets.
const CONFIDENCE: [(Origin, f64); 5] = [
    (Origin::Lexicon, 0.97),
    (Origin::RegionNames, 0.97),
    (Origin::Aligned, 0.9),
    (Origin::Acronym, 0.8),
    (Origin::SameSpelling, 0.8),
];

fn confidence(origin: Origin) -> f64 {
    CONFIDENCE.iter().find(|(o, _)| *o == origin).map_or(0.5, |(_, c)| *c)
}

/// The fullest of the frequent spellings of a language: a surname alone is no headword.
fn headword(group: &Grouped, lang: usize) -> Option<&str> {
    let with = || group.spellings.iter().filter(|s| s.counts[lang] > 0);
    let most = with().map(|s| s.text.split(' ').count()).max()?;
    let fullest = if group.kind == EntryKind::Person || group.acronym { most } else { 1 };
    with()
        .filter(|s| s.text.split(' ').count() >= fullest)
        .max_by(|a, b| a.counts[lang].cmp(&b.counts[lang]).then_with(|| b.text.cmp(&a.text)))
        .map(|s| s.text.as_str())
}

fn others(group: &Grouped, lang: usize, head: &str) -> Vec<String> {
    group
        .spellings
        .iter()
        .filter(|s| s.counts[lang] > 0 && s.text != head)
        .map(|s| s.text.clone())
        .collect()
}

/// One entry for each name that Indonesian text has. `example` finds a sentence with a spelling.
pub fn name_entries(groups: &[Grouped], example: impl Fn(&str, usize) -> String) -> Vec<Entry> {
    let mut out = Vec::new();
    for group in groups {
        let Some(found) = headword(group, 0) else { continue };
        let english_text = headword(group, 1);
        let (indonesian, english, origin) = match (&group.listed, english_text) {
            (Some((id, en, region)), _) => (
                id.clone(),
                en.clone(),
                if *region { Origin::RegionNames } else { Origin::Lexicon },
            ),
            (None, Some(en)) => (found.to_owned(), en.to_owned(), Origin::Aligned),
            (None, None) if group.acronym => (found.to_owned(), found.to_owned(), Origin::Acronym),
            (None, None) => (found.to_owned(), found.to_owned(), Origin::SameSpelling),
        };
        let mut articles: Vec<usize> =
            group.spellings.iter().flat_map(|s| s.articles.clone()).collect();
        articles.sort_unstable();
        articles.dedup();
        out.push(Entry {
            variants_indonesian: others(group, 0, &indonesian),
            variants_english: others(group, 1, &english),
            count_indonesian: group.spellings.iter().map(|s| s.counts[0]).sum(),
            count_english: group.spellings.iter().map(|s| s.counts[1]).sum(),
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
