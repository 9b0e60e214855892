//! Offices and bodies that are one although texts shorten their parts: Gubernur BI and Gubernur Bank
//! Indonesia, Polda NTT and Kepolisian Daerah NTT.

use super::group::Spelling;
use crate::language::naming::naming;
use crate::lexicon::{Lexicon, name_key};
use crate::model::{EntryKind, Lang};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Calls `join` for spellings whose parts mean the same, by the lists.
pub(super) fn join(
    spellings: &mut [Spelling],
    listed: &[Option<usize>],
    lexicon: &Lexicon,
    mut join: impl FnMut(usize, usize),
) {
    let mut offices: FxHashMap<String, usize> = FxHashMap::default();
    for (n, t) in lexicon.titles().iter().enumerate() {
        let forms = std::iter::once(&t.indonesian).chain(&t.variants_indonesian);
        for form in forms {
            offices.entry(form.to_lowercase().replace('.', "")).or_insert(n);
        }
    }
    let mut by_meaning: BTreeMap<String, usize> = BTreeMap::new();
    for n in 0..spellings.len() {
        let kind = |k| spellings[n].kinds.contains_key(&k);
        let office = kind(EntryKind::Title);
        let indonesian = spellings[n].counts[Lang::Id.index()] > 0;
        let text = spellings[n].text.to_lowercase();
        let national =
            text.match_indices(' ').any(|(at, _)| naming().national.contains_key(&text[..at]));
        if listed[n].is_some() && !office && !national
            || !indonesian
            || !(office || kind(EntryKind::Organisation))
        {
            continue;
        }
        let Some(meaning) = meaning(&spellings[n].text, office, &offices, lexicon) else {
            continue;
        };
        if let Some(&first) = by_meaning.get(&meaning) {
            let rarer = if spellings[first].total() < spellings[n].total() { first } else { n };
            if spellings[rarer].reason == "as written" {
                spellings[rarer].reason = "same parts, written out or for short";
            }
            if listed[first].is_some() && listed[n].is_some() {
                continue;
            }
            join(first, n);
        } else {
            by_meaning.insert(meaning, n);
        }
    }
}

/// A body that every state has at the beginning of a name, by its class.
fn national(words: &[&str], lexicon: &Lexicon) -> Option<(usize, String)> {
    (1..words.len()).rev().find_map(|end| {
        let state = lexicon.name(Lang::Id, &name_key(&words[end..].join(" ")));
        state.filter(|(e, _)| e.kind == EntryKind::Country)?;
        let body = naming().national.get(&*words[..end].join(" ").to_lowercase())?;
        let class = naming().national_classes.get(body).unwrap_or(body);
        Some((end, format!("body {class}")))
    })
}

/// The parts of a name, listed ones by their place in the lists; none where no part is listed.
fn meaning(
    text: &str,
    office: bool,
    offices: &FxHashMap<String, usize>,
    lexicon: &Lexicon,
) -> Option<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = String::new();
    let mut known = false;
    let mut at = 0;
    while at < words.len() {
        // Kepala Badan Pusat Statistik: an office before a listed body, though the list has "kepala
        // badan" too.
        let split = (at == 0 && office).then(|| {
            let whole = offices.get(&text.to_lowercase().replace('.', ""));
            (1..words.len()).find_map(|end| {
                let head = words[..end].join(" ").to_lowercase().replace('.', "");
                let rest = lexicon.name(Lang::Id, &name_key(&words[end..].join(" ")));
                let office = offices.get(&head).filter(|o| rest.is_some() && Some(*o) != whole)?;
                Some((end, format!("office {office}")))
            })
        });
        let state = (at == 0).then(|| national(&words, lexicon)).flatten();
        let found = state.or(split.flatten()).or_else(|| {
            (at + 1..=words.len()).rev().find_map(|end| {
                let joined = words[at..end].join(" ");
                if office && let Some(n) = offices.get(&joined.to_lowercase().replace('.', "")) {
                    return Some((end, format!("office {n}")));
                }
                if office && at == 0 {
                    return None;
                }
                let (entry, _) = lexicon.name(Lang::Id, &name_key(&joined))?;
                Some((end, format!("name {}", entry.english)))
            })
        });
        if let Some((end, part)) = found {
            known = true;
            out.push_str(&part);
            at = end;
        } else {
            out.push_str(&words[at].to_lowercase());
            at += 1;
        }
        out.push('|');
    }
    known.then_some(out)
}
