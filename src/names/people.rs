//! Full names of one person in several articles or spellings.

use super::compare::{compare, same_part};
use super::group::Spelling;
use super::shorter::Related;
use super::slavic::is_one;
use crate::lexicon::{Lexicon, respell};
use crate::model::EntryKind;
use std::collections::BTreeMap;

/// Parts of one name must be this alike once re-spelled.
const ALIKE: f64 = 0.7;
/// The matcher of names must be this sure: a wrong group is worse than a missed one.
const SURE: f64 = 0.6;
/// Within one event its own line is enough: two people of so like names would be told apart.
const SURE_NEAR: f64 = 0.5;
/// Indonesian names keep letters of the spelling before 1972: Fachri and Fahri, Achmad and Ahmad.
const OLD_LETTERS: (&str, &str) = ("ch", "h");
/// Three letters begin too many names: Sit, Mar.
const SHORTEST_NICK: usize = 4;
/// Fewer letters of a name begin too many: Bo, To.
const SHORTEST_STEM: usize = 3;
/// A name that so many share (Siti, Muhammad) says nothing, and comparing all would take long.
const CROWD: usize = 40;

/// Calls `join` for spellings of one person.
pub(super) fn join(
    spellings: &mut [Spelling],
    listed: &[Option<usize>],
    related: &Related,
    lexicon: &Lexicon,
    mut join: impl FnMut(usize, usize),
) {
    let mut by_part: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate() {
        let person = s.kinds.contains_key(&EntryKind::Person);
        if !person || !s.text.contains(' ') || s.is_longer() {
            continue;
        }
        let mut keys: Vec<String> = parts(&s.text).into_iter().map(respell::key).collect();
        keys.retain(|k| k.len() > 1);
        keys.sort();
        keys.dedup();
        for key in keys {
            by_part.entry(key).or_default().push(n);
        }
    }
    for members in by_part.values().filter(|m| (2..=CROWD).contains(&m.len())) {
        for (i, &a) in members.iter().enumerate() {
            for &b in &members[i + 1..] {
                let both = listed[a].is_some() && listed[b].is_some();
                let (x, y) = (&spellings[a].text, &spellings[b].text);
                if both {
                    continue;
                }
                let near = related.near(&spellings[a], &spellings[b]);
                let line = if near { SURE_NEAR } else { SURE };
                let one = may_be_one(x, y, lexicon)
                    && compare(x, y, Some(EntryKind::Person), lexicon).score >= line;
                let two_tables = || {
                    let lower = [x, y].map(|n| n.to_lowercase());
                    is_one(x, y) && !lexicon.never_merge(&lower[0], &lower[1])
                };
                if !(one || near && (is_called(x, y) || two_tables())) {
                    continue;
                }
                let rarer = if spellings[a].total() <= spellings[b].total() { a } else { b };
                if spellings[rarer].reason == "as written" {
                    spellings[rarer].reason = "same person, more or fewer names written";
                }
                join(a, b);
            }
        }
    }
}

fn parts(name: &str) -> Vec<&str> {
    name.split([' ', '-', '\u{A0}'])
        .map(|p| p.trim_matches(['\'', '"', '“', '”', '‘', '’']))
        .filter(|p| !p.is_empty())
        .collect()
}

/// Melki Djami and Melkianus Djami: the same but for a given name cut short.
fn is_called(a: &str, b: &str) -> bool {
    let words = |name| -> Vec<&str> {
        parts(name).into_iter().filter(|p| p.trim_end_matches('.').chars().count() > 1).collect()
    };
    let (a, b) = (words(a), words(b));
    let (Some((x, rest)), Some((y, other))) = (a.split_first(), b.split_first()) else {
        return false;
    };
    let (x, y) = (x.to_lowercase(), y.to_lowercase());
    let (short, long) = if x.len() < y.len() { (x, y) } else { (y, x) };
    let begins = long.starts_with(&short) && is_nick(&short, &long);
    rest == other && !rest.is_empty() && (begins || is_pet(&short, &long))
}

/// Bonny of Bonifasius, Tommy of Tomas: the beginning with a y behind it.
fn is_pet(short: &str, long: &str) -> bool {
    let Some(stem) = short.strip_suffix('y').or_else(|| short.strip_suffix("ie")) else {
        return false;
    };
    let last = stem.chars().next_back();
    let once = stem.strip_suffix(|c| Some(c) == last).unwrap_or(stem);
    let stem = if last.is_some_and(|c| once.ends_with(c)) { once } else { stem };
    stem.chars().count() >= SHORTEST_STEM && long.starts_with(stem) && long.len() > short.len()
}

/// Whether a name may be called so for short: its beginning or its end, a syllable less at least.
pub(super) fn is_nick(short: &str, long: &str) -> bool {
    let (count, all) = (short.chars().count(), long.chars().count());
    count >= SHORTEST_NICK && all >= count + 2 && (long.starts_with(short) || long.ends_with(short))
}

/// Whether every part of the shorter name has one of the longer beside it, two at least as words.
fn may_be_one(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let (a, b) = (parts(a), parts(b));
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let mut free = long;
    let mut words = 0;
    for part in short {
        let initial = |w: &str| w.trim_end_matches('.').chars().count() == 1;
        let fits = |w: &&str| {
            if initial(part) || initial(w) {
                return w.chars().next() == part.chars().next();
            }
            let (x, y) = (respell::respelled(w), respell::respelled(part));
            let old = |w: &str| w.to_lowercase().replace(OLD_LETTERS.0, OLD_LETTERS.1);
            let alike = x == y
                || old(w) == old(part)
                || respell::key(w) == respell::key(part)
                    && strsim::normalized_levenshtein(&x, &y) >= ALIKE
                || same_part(w, part);
            alike && !lexicon.never_merge(&w.to_lowercase(), &part.to_lowercase())
        };
        let Some(at) = free.iter().position(fits) else { return false };
        words += usize::from(!initial(part) && !initial(free[at]));
        free.remove(at);
    }
    words >= 2
}
