//! What an article as a whole tells of its names.

use super::mention::Found;
use super::spot::{Spot, Witness};
use crate::language::naming::naming;
use crate::lexicon::{Lexicon, name_key, respell};
use crate::model::{EntryKind, Span};
use rustc_hash::{FxHashMap, FxHashSet};

/// A surname and the part it stands for must be this alike once re-spelled.
const ALIKE: f64 = 0.65;
/// Shorter parts are no surnames: Al, de, J.
const SHORTEST: usize = 2;

impl Spot {
    fn is(&self, witness: Witness) -> bool {
        self.witness == witness
    }
}

/// Decides on the spots of one article; `small` are the words it has in small letters.
pub(super) fn resolve(spots: &[Spot], small: &FxHashSet<String>, lexicon: &Lexicon) -> Vec<Found> {
    let spots = &parted(spots);
    let owners = owners(spots, lexicon);
    // A word that stands with a capital inside a sentence too is a name where it opens one.
    let inside: FxHashSet<&str> = spots
        .iter()
        .filter(|s| {
            !s.is(Witness::Nothing) && (!s.opens || s.is(Witness::Person) || s.is(Witness::Listed))
        })
        .flat_map(|s| s.found.text.split(' '))
        .collect();
    let full: FxHashSet<&str> = spots
        .iter()
        .filter(|s| s.found.kind == EntryKind::Person && s.found.of.is_none())
        .map(|s| s.found.text.as_str())
        .collect();
    let bodies = bodies(spots, small);
    let mut out = Vec::new();
    for spot in spots {
        let text = &spot.found.text;
        let single = !text.contains(' ');
        let plain = !spot.is(Witness::Listed)
            && matches!(spot.found.kind, EntryKind::Name | EntryKind::Person | EntryKind::Place);
        if plain
            && !spot.is(Witness::Nothing)
            && single
            && spot.opens
            && !spot.is(Witness::Person)
            && !inside.contains(text.as_str())
        {
            continue;
        }
        if plain
            && !spot.is(Witness::Nothing)
            && single
            && !spot.is(Witness::Person)
            && small.contains(&text.to_lowercase())
        {
            continue;
        }
        let mut found = spot.found.clone();
        // "Entomologist Neil Carraway": what opens a sentence before a full name is not its part.
        if plain
            && spot.opens
            && found.of.is_none()
            && let Some((first, rest)) = text.split_once(' ')
            && rest.contains(' ')
            && full.contains(rest)
            && !inside.contains(first)
        {
            found.span = Span::new(found.span.end - rest.len(), found.span.end);
            rest.clone_into(&mut found.text);
        }
        if spot.is(Witness::Nothing) {
            if let Some(full) = owner(text, &owners, lexicon)
                && parts(full).contains(&text.as_str())
            {
                found.kind = EntryKind::Person;
                found.of = Some(full.to_owned());
                out.push(found);
            } else if let Some(body) = bodies.get(text.as_str()) {
                found.kind = EntryKind::Organisation;
                found.of = Some((*body).to_owned());
                out.push(found);
            }
            continue;
        }
        // Fachri-Yosef: two who stand for election together.
        if let Some((a, b)) = text.split_once('-').filter(|_| single)
            && owner(a, &owners, lexicon).is_some()
            && owner(b, &owners, lexicon).is_some()
        {
            let start = found.span.start;
            let behind = start + a.len() + 1;
            for (part, from) in [(a, start), (b, behind)] {
                out.push(Found {
                    span: Span::new(from, from + part.len()),
                    text: part.to_owned(),
                    kind: EntryKind::Person,
                    of: owner(part, &owners, lexicon).map(str::to_owned),
                });
            }
            continue;
        }
        if found.of.is_none()
            && matches!(
                found.kind,
                EntryKind::Name
                    | EntryKind::Person
                    | EntryKind::Place
                    | EntryKind::Term
                    | EntryKind::Event
            )
            && let Some(full) = owner(&found.text, &owners, lexicon)
        {
            found.kind = EntryKind::Person;
            found.of = Some(full.to_owned());
        }
        out.push(found);
    }
    out
}

/// Bupati Sukamaju Darwis Lubis: a place that the article names elsewhere and who rules it are two.
fn parted(spots: &[Spot]) -> Vec<Spot> {
    let places: FxHashSet<&str> = spots
        .iter()
        .filter(|s| s.found.kind == EntryKind::Place && s.found.of.is_none())
        .map(|s| s.found.text.as_str())
        .collect();
    let mut out = Vec::with_capacity(spots.len());
    for spot in spots {
        let found = &spot.found;
        // Where the text has more space than the name, its bytes tell not where a word begins.
        let tight = found.span.end - found.span.start == found.text.len();
        let plain = tight && found.kind == EntryKind::Person && found.of.is_none();
        let words = found.text.split(' ').count();
        let cut = found.text.match_indices(' ').map(|(at, _)| at).find(|&at| {
            let used = found.text[..at].split(' ').count();
            // A first name may be a town's too: two more names have to follow.
            words >= used + 2 && places.contains(&found.text[..at])
        });
        let Some(at) = cut.filter(|_| plain && spot.is(Witness::Person)) else {
            out.push(spot.clone());
            continue;
        };
        let middle = found.span.end - (found.text.len() - at - 1);
        let halves = [
            (Span::new(found.span.start, middle - 1), &found.text[..at], EntryKind::Place),
            (Span::new(middle, found.span.end), &found.text[at + 1..], EntryKind::Person),
        ];
        for (span, text, kind) in halves {
            let found = Found { span, text: text.to_owned(), kind, of: None };
            out.push(Spot { found, ..spot.clone() });
        }
    }
    out
}

/// Bodies by their first word, where that has a capital within sentences and only one body of the
/// article begins with it: Mahkamah of Mahkamah Konstitusi.
fn bodies<'a>(spots: &'a [Spot], small: &FxHashSet<String>) -> FxHashMap<&'a str, &'a str> {
    let mut out: FxHashMap<&str, Option<&str>> = FxHashMap::default();
    for spot in spots {
        let found = &spot.found;
        let body = found.kind == EntryKind::Organisation && found.of.is_none();
        if let Some((head, _)) = found.text.split_once(' ').filter(|_| body)
            && naming().is_cue("body", &head.to_lowercase())
            && !small.contains(&head.to_lowercase())
        {
            let only = out.entry(head).or_insert(Some(&found.text));
            *only = only.filter(|o| *o == found.text);
        }
    }
    let alone = |head: &str| {
        spots.iter().any(|s| s.is(Witness::Nothing) && !s.opens && s.found.text == head)
    };
    out.into_iter().filter(|(head, _)| alone(head)).filter_map(|(h, b)| Some((h, b?))).collect()
}

/// Full names by the keys of their parts.
type Owners<'a> = FxHashMap<String, Vec<&'a str>>;

fn parts(name: &str) -> Vec<&str> {
    name.split([' ', '\u{A0}'])
        .map(|p| p.trim_matches(['\'', '"', '“', '”', '‘', '’']))
        .filter(|p| p.chars().count() >= SHORTEST && !p.ends_with('.'))
        .collect()
}

fn owners<'a>(spots: &'a [Spot], lexicon: &Lexicon) -> Owners<'a> {
    let mut out = Owners::default();
    for spot in spots {
        let text = spot.found.text.as_str();
        if spot.found.kind != EntryKind::Person || spot.found.of.is_some() || !text.contains(' ') {
            continue;
        }
        for part in parts(text) {
            if part.starts_with(char::is_uppercase) && !lexicon.is_title(&part.to_lowercase()) {
                let names = out.entry(respell::key(part)).or_default();
                if !names.contains(&text) {
                    names.push(text);
                }
            }
        }
    }
    out
}

/// The one full name of the article that a shorter name is a part of.
fn owner<'a>(text: &str, owners: &Owners<'a>, lexicon: &Lexicon) -> Option<&'a str> {
    let own = parts(text);
    let first = own.first()?;
    let words = text.split(' ').count();
    let holds = |full: &str, word: &str| {
        parts(full).iter().any(|p| {
            let (x, y) = (respell::respelled(p), respell::respelled(word));
            *p == word
                || respell::key(p) == respell::key(word)
                    && strsim::normalized_levenshtein(&x, &y) >= ALIKE
                    && !lexicon.never_merge(&p.to_lowercase(), &word.to_lowercase())
        })
    };
    let fits: Vec<&str> = owners
        .get(&respell::key(first))?
        .iter()
        .copied()
        .filter(|full| full.split(' ').count() > words && own.iter().all(|w| holds(full, w)))
        .collect();
    // The exact spelling wins over a re-spelled one.
    let exact: Vec<&str> =
        fits.iter().copied().filter(|full| own.iter().all(|w| parts(full).contains(w))).collect();
    let fits = if exact.is_empty() { fits } else { exact };
    let last_is =
        |full: &&str| parts(full).last() == own.last() || parts(full).first() == Some(first);
    match fits[..] {
        [] => None,
        [only] => Some(only),
        // One person's full names differ in an initial or a spelling: the longest holds the others.
        _ => {
            let longest = fits.iter().copied().max_by_key(|f| (f.split(' ').count(), f.len()))?;
            let one = fits.iter().all(|f| {
                parts(f).iter().all(|w| holds(longest, w)) || name_key(f) == name_key(longest)
            });
            one.then(|| fits.iter().copied().find(last_is).unwrap_or(longest))
        }
    }
}
