//! English for a phrase from its parts.
//!
//! Indonesian describes behind, English in front: rudal balistik jarak pendek, short-range ballistic
//! missile. Which of a part's equivalents is meant depends on its place (`glossary/parts.csv`), on
//! its part of speech there, and on which words English puts together.

use super::heads;
use crate::lexicon::{Lexicon, PartRole, Sense, part};
use crate::model::{Class, Lang};

/// An English equivalent that may be the right one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Choice {
    pub(super) english: String,
    /// How likely by the lists alone: 1 for the first, less for each step from it.
    pub(super) prior: f64,
    /// Whether every part reads as `parts.csv` says, or is a described noun with an adjective.
    pub(super) regular: bool,
    /// Whether it is an adjective.
    adjective: bool,
}

/// Each rank behind the first costs this much.
const RANK: f64 = 0.15;
/// An equivalent that `parts.csv` does not have, where it has one, costs two ranks more.
const OUTSIDE: f64 = 0.3;
/// As often as the rarest forms that `common.csv` has (band 5).
const MET: f32 = 0.0003;
/// Equivalents of a part that are tried: later ones are seldom those of a term.
const TRIED: usize = 3;
/// With three parts and more, fewer, since all are combined.
const TRIED_OF_MANY: usize = 2;

/// The equivalents of a headword or listed phrase, likeliest first. A word that is a noun among
/// other things is meant as a noun: terms are nouns first.
pub(super) fn listed(headword: &str, lexicon: &Lexicon) -> Vec<Choice> {
    let senses = lexicon.senses(headword);
    let order = ["n", "v", "adj"];
    let mut out: Vec<Choice> = Vec::new();
    let place = |s: &Sense| order.iter().position(|p| *p == s.pos).unwrap_or(order.len());
    let mut ordered: Vec<&Sense> = senses.iter().collect();
    // First equivalents first: militer is military before it is an army.
    ordered.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(place(a).cmp(&place(b))));
    for sense in ordered {
        let function = &crate::language::facts(Lang::En).function;
        if out.iter().all(|c| c.english != sense.english) && !function.contains(sense.english) {
            let prior = 1.0 - RANK * out.len() as f64;
            out.push(Choice {
                english: sense.english.to_owned(),
                prior,
                regular: true,
                adjective: false,
            });
        }
    }
    out
}

/// English for several parts.
pub(super) fn composed(parts: &[String], verbal: bool, lexicon: &Lexicon) -> Vec<Choice> {
    if verbal {
        return with_object(parts, lexicon);
    }
    let [head, modifiers @ ..] = parts else { return Vec::new() };
    let tried = if modifiers.len() > 1 { TRIED_OF_MANY } else { TRIED };
    let of = part(head, PartRole::Of);
    let acts = modifiers.len() == 1 && is_acted_on(head, &modifiers[0], lexicon);
    let mut out: Vec<Choice> = options(head, PartRole::Head, lexicon, tried);
    for (n, modifier) in modifiers.iter().enumerate() {
        let mut before = options(modifier, PartRole::Modifier, lexicon, tried);
        if let (Some(first), 1) = (before.first_mut(), modifiers.len()) {
            first.regular |= is_acted_on(head, modifier, lexicon);
        }
        out = before
            .iter()
            .flat_map(|m| {
                out.iter().map(move |h| Choice {
                    english: format!("{} {}", m.english, h.english),
                    prior: m.prior + h.prior - 1.0,
                    // A described noun needs no list: an adjective stands before any.
                    regular: m.regular && (h.regular || m.adjective || acts),
                    adjective: false,
                })
            })
            .filter(|c| !repeats(&c.english))
            .collect();
        if let (Some(of), 0, 1) = (of.first(), n, modifiers.len()) {
            out.extend(before.iter().take(1).filter(|m| !m.adjective).map(|m| Choice {
                english: with_of(of, &m.english, lexicon),
                prior: 1.0 + RANK,
                regular: true,
                adjective: false,
            }));
        }
    }
    if let [modifier] = modifiers {
        out.extend(joined_by_of(head, modifier, lexicon));
    }
    out.sort_by(|a, b| b.prior.total_cmp(&a.prior));
    out.dedup_by(|a, b| a.english == b.english);
    out
}

/// "Fleet of satellites", "increase in tariffs"; a head that has one of its kind brings its article:
/// "cause of the accident". A word that nobody has met in the plural is not counted.
fn with_of(of: &str, describing: &str, lexicon: &Lexicon) -> String {
    if of.ends_with(" the") {
        return format!("{of} {describing}");
    }
    let many = plural(describing);
    let is_met = lexicon.share(Lang::En, Class::Word, &many) >= MET;
    let described = if is_met || describing.contains(' ') { &many } else { describing };
    if of.contains(' ') { format!("{of} {described}") } else { format!("{of} of {described}") }
}

/// Whether the second names what the first does something with, a thing of a subject: pencairan dana,
/// pembukaan lahan. Their English stands in the same order, whatever the words: land clearing.
fn is_acted_on(head: &str, modifier: &str, lexicon: &Lexicon) -> bool {
    let thing = |h: &heads::Head| {
        h.noun
            && !h.verb
            && !h.adjective
            && !h.is_action(lexicon)
            && h.is_domain()
            && !h.text.contains(' ')
    };
    part(head, PartRole::Of).is_empty()
        && heads::head(head, lexicon).is_some_and(|h| h.is_action(lexicon))
        && heads::head(modifier, lexicon).is_some_and(|h| thing(&h))
}

/// "Cause of the accident": right if a text has it.
fn joined_by_of(head: &str, modifier: &str, lexicon: &Lexicon) -> Vec<Choice> {
    let described = options(head, PartRole::Head, lexicon, TRIED_OF_MANY);
    let describing: Vec<&str> = lexicon
        .senses(modifier)
        .iter()
        .filter(|s| s.pos == "n" && fits(s, PartRole::Modifier))
        .take(TRIED_OF_MANY)
        .map(|s| s.english)
        .collect();
    let mut out = Vec::new();
    for h in &described {
        for m in &describing {
            for link in ["of", "of the"] {
                let english = format!("{} {link} {m}", h.english);
                let prior = h.prior - OUTSIDE;
                out.push(Choice { english, prior, regular: false, adjective: false });
            }
        }
    }
    out
}

/// English for a phrase that no list has, likeliest first: its longest listed parts from the left,
/// put together. Empty for a listed phrase and where a part is not known.
pub fn compose_phrase(phrase: &str, lexicon: &Lexicon) -> Vec<String> {
    choices(phrase, lexicon).into_iter().map(|c| c.english).collect()
}

/// The likeliest English for such a phrase, if every part reads as `parts.csv` says.
pub fn compose_regular(phrase: &str, lexicon: &Lexicon) -> Option<String> {
    choices(phrase, lexicon).into_iter().next().filter(|c| c.regular).map(|c| c.english)
}

fn choices(phrase: &str, lexicon: &Lexicon) -> Vec<Choice> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let (mut parts, mut at) = (Vec::new(), 0);
    while at < words.len() {
        let found = (at + 1..=words.len())
            .rev()
            .map(|end| (end, words[at..end].join(" ")))
            .find_map(|(end, form)| heads::of_text(&form, lexicon).map(|head| (end, head)));
        let Some((end, head)) = found else { return Vec::new() };
        parts.push(head);
        at = end;
    }
    if parts.len() < 2 {
        return Vec::new();
    }
    let verbal = heads::head(&parts[0], lexicon).is_some_and(|h| h.verb && !h.noun);
    composed(&parts, verbal, lexicon)
}

fn with_object(parts: &[String], lexicon: &Lexicon) -> Vec<Choice> {
    let [verb, object] = parts else { return Vec::new() };
    let mut out = Vec::new();
    if part(verb, PartRole::Verb).is_empty() || part(object, PartRole::Object).is_empty() {
        // Nothing is known of them as verb and object: only what a text has can be right.
        let of = |w: &str, pos: &str| -> Vec<&'static str> {
            let senses = lexicon.senses(w).iter().filter(|s| s.pos == pos);
            senses.take(TRIED).map(|s| s.english).collect()
        };
        for (n, v) in of(verb, "v").iter().enumerate() {
            for (m, o) in of(object, "n").iter().enumerate() {
                for article in ["", "the ", "a "] {
                    let prior = 1.0 - RANK * (n + m) as f64;
                    let english = format!("{v} {article}{o}");
                    out.push(Choice { english, prior, regular: false, adjective: false });
                }
            }
        }
        return out;
    }
    for (n, v) in part(verb, PartRole::Verb).iter().enumerate() {
        for (m, o) in part(object, PartRole::Object).iter().enumerate() {
            let prior = 1.0 - RANK * (n + m) as f64;
            let english = format!("{v} {o}");
            out.push(Choice { english, prior, regular: true, adjective: false });
        }
    }
    out
}

/// What a part may read as in its place.
fn options(headword: &str, role: PartRole, lexicon: &Lexicon, tried: usize) -> Vec<Choice> {
    let listed = part(headword, role);
    // A word that is both (militer) is meant as an adjective if the list of parts has that.
    let senses = lexicon.senses(headword);
    let as_adjective = |e: &String| senses.iter().any(|s| s.pos == "adj" && s.english == *e);
    let adjective = role == PartRole::Modifier
        && heads::head(headword, lexicon).is_some_and(|h| {
            h.describes() || h.adjective && listed.first().is_some_and(as_adjective)
        });
    let mut out: Vec<Choice> = Vec::new();
    for english in listed {
        let prior = 1.0 - RANK * out.len() as f64;
        out.push(Choice { english: english.clone(), prior, regular: true, adjective });
    }
    let order: &[&str] = match role {
        // "surat keberatan": what ke-an and pe-an make is a noun first.
        PartRole::Modifier if headword.starts_with(['k', 'p']) && headword.ends_with("an") => {
            &["n", "adj"]
        }
        PartRole::Modifier => &["adj", "n"],
        _ => &["n"],
    };
    for sense in order.iter().flat_map(|p| senses.iter().filter(move |s| s.pos == *p)) {
        if out.len() < tried.max(listed.len())
            && fits(sense, role)
            && out.iter().all(|c| c.english != sense.english)
        {
            // What the list of parts says goes before what the words mean elsewhere.
            let outside = if listed.is_empty() { 0.0 } else { OUTSIDE };
            let prior = 1.0 - RANK * out.len() as f64 - outside;
            let english = sense.english.to_owned();
            out.push(Choice { english, prior, regular: adjective, adjective });
        }
    }
    out.truncate(tried);
    out
}

/// Whether an equivalent can stand in a phrase: no "on loan" or "to be" before a noun.
fn fits(sense: &Sense, role: PartRole) -> bool {
    let words = sense.english.split(' ').count();
    let facts = crate::language::facts(Lang::En);
    let first = sense.english.split(' ').next().unwrap_or("");
    match role {
        PartRole::Modifier => words <= 2 && !facts.function.contains(first),
        _ => words <= 3 && !facts.function.contains(first),
    }
}

/// "rate rate", "trade trade deal".
fn repeats(english: &str) -> bool {
    let words: Vec<&str> = english.split([' ', '-']).collect();
    words.windows(2).any(|w| w[0] == w[1])
}

/// The plural of an English noun by its ending.
fn plural(noun: &str) -> String {
    if noun.ends_with('s') {
        return noun.to_owned();
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with('x') => {
            format!("{noun}es")
        }
        _ => format!("{noun}s"),
    }
}
