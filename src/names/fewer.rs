//! Bodies, offices and places with fewer of the words between head and owner: Ketua OJK of Ketua Dewan
//! Komisioner OJK, RSUD Johannes of RSUD Prof. Dr. W. Z. Johannes.

use super::group::Spelling;
use crate::language::naming::naming;
use crate::lexicon::{Lexicon, name_key};
use crate::model::{EntryKind, Lang};
use std::collections::BTreeMap;

/// A head that so many names have (Ketua in a year of news) is compared no more: it would take long.
const CROWD: usize = 400;

/// What a body is called by whose state the text has told of before.
const BEFORE: [&str; 4] = [" negara itu", " negeri itu", " negara tersebut", " negeri tersebut"];

/// The body of a name that has only such words for its state: badan mata-mata negara itu.
pub(super) fn without_state(text: &str) -> Option<&str> {
    let body = BEFORE.iter().find_map(|end| text.strip_suffix(end))?;
    naming().national.contains_key(&*body.to_lowercase()).then_some(body)
}

/// The body of a name whose place the text has told of before: KPU setempat.
pub(super) fn without_place(text: &str) -> Option<&str> {
    text.strip_suffix(" setempat")
}

/// Each such name with the bodies of that name that have a place.
pub(super) fn of_that_place(spellings: &[Spelling]) -> Vec<(usize, Vec<usize>)> {
    let mut by_body: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let body = |s: &Spelling| s.kinds.contains_key(&EntryKind::Organisation) && !s.is_longer();
    for (n, s) in spellings.iter().enumerate().filter(|(_, s)| body(s)) {
        for (at, _) in s.text.match_indices(' ') {
            if s.text[at + 1..].starts_with(char::is_uppercase) {
                by_body.entry(&s.text[..at]).or_default().push(n);
            }
        }
    }
    let bare = spellings.iter().enumerate();
    bare.filter_map(|(n, s)| Some((n, by_body.get(without_place(&s.text)?)?.clone()))).collect()
}

/// Each such name with the bodies of that class that have a state.
pub(super) fn of_that_state(spellings: &[Spelling]) -> Vec<(usize, Vec<usize>)> {
    let class = |body: &str| {
        let english = naming().national.get(&*body.to_lowercase())?;
        Some(*naming().national_classes.get(english).unwrap_or(english))
    };
    let told = |s: &Spelling| s.text.match_indices(' ').find_map(|(at, _)| class(&s.text[..at]));
    let mut by_class: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate().filter(|(_, s)| without_state(&s.text).is_none()) {
        if let Some(class) = told(s) {
            by_class.entry(class).or_default().push(n);
        }
    }
    let bare = spellings.iter().enumerate();
    bare.filter_map(|(n, s)| {
        let all = by_class.get(class(without_state(&s.text)?)?)?;
        Some((n, all.clone()))
    })
    .collect()
}

/// Each shorter name with those that it may be short for.
pub(super) fn candidates(spellings: &[Spelling], lexicon: &Lexicon) -> Vec<(usize, Vec<usize>)> {
    let mut by_head: BTreeMap<String, Vec<(usize, Vec<String>)>> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate() {
        let kinds = |k: &EntryKind| {
            matches!(k, EntryKind::Title | EntryKind::Organisation | EntryKind::Place)
        };
        let plain = s.counts[0] > 0 && !s.is_longer() && !s.text.contains('(');
        if plain && s.kinds.keys().all(kinds) {
            let words = words(&s.text, lexicon);
            if words.len() > 1 {
                by_head.entry(words[0].clone()).or_default().push((n, words));
            }
        }
    }
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for members in by_head.values().filter(|m| (2..=CROWD).contains(&m.len())) {
        for (short, few) in members {
            for (long, many) in members.iter().filter(|(_, many)| many.len() > few.len()) {
                let one_kind = spellings[*short].kinds.keys().eq(spellings[*long].kinds.keys());
                if one_kind && is_told_by(few, many, lexicon) {
                    out.entry(*short).or_default().push(*long);
                }
            }
        }
    }
    out.into_iter().collect()
}

/// The words in small letters, short forms of the lists written out.
fn words(text: &str, lexicon: &Lexicon) -> Vec<String> {
    let mut out = Vec::new();
    for word in text.split([' ', ',']).filter(|w| !w.is_empty()) {
        let entry = lexicon.name(Lang::Id, &name_key(word)).map(|(e, _)| e).filter(|e| {
            let named =
                matches!(e.kind, EntryKind::Organisation | EntryKind::Place | EntryKind::Country);
            named && word.starts_with(char::is_uppercase) && e.indonesian.contains(' ')
        });
        let full = entry.map_or(word, |e| e.indonesian.as_str());
        out.extend(full.split(' ').map(|w| w.trim_end_matches('.').to_lowercase()));
    }
    out
}

/// Whether the few words are the first, the last and some between of the many, and those left out say
/// nothing that would make another name.
fn is_told_by(few: &[String], many: &[String], lexicon: &Lexicon) -> bool {
    if few.first() != many.first() || few.last() != many.last() {
        return false;
    }
    let head = &many[0];
    let named = naming().is_cue("owner", head) || naming().is_cue("spot", head);
    // Deputi BPOM is the one whom the text tells of, Deputi Bidang Obat.
    let aide = matches!(&**head, "asisten" | "deputi");
    let mut field = false;
    let mut rest = few.iter().peekable();
    many.iter().all(|word| {
        if rest.peek() == Some(&word) {
            rest.next();
            return true;
        }
        field |= aide && word == "bidang";
        field || naming().is_cue("spare", word) || named && is_of_a_person(word, lexicon)
    }) && rest.peek().is_none()
}

/// A title, an initial or a word that no list has: Prof., W., Gusti.
fn is_of_a_person(word: &str, lexicon: &Lexicon) -> bool {
    let initial = word.chars().count() == 1;
    let title = naming().honorifics.contains(word);
    let unknown = !lexicon.is_common(word, Lang::Id) && lexicon.name(Lang::Id, word).is_none();
    initial || title || unknown
}
