//! Which words and phrases of Indonesian sentences may be terms.

use super::TermText;
use super::heads::{self, Head};
use crate::lexicon::{Lexicon, PartRole, Termhood, misspellings, part};
use crate::model::{Form, Lang, WordId};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Where a candidate stands: a text and the units of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Index of the text.
    pub(super) text: usize,
    /// First unit.
    pub(super) first: usize,
    /// How many.
    pub(super) count: usize,
}

/// What stands behind a candidate.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Its parts as headwords.
    pub(super) parts: Vec<String>,
    /// Where it stands, in the order of the texts.
    pub(super) places: Vec<Place>,
    /// Whether it is a verb with its object.
    pub(super) verbal: bool,
    /// Whether at least one of its parts belongs to a subject.
    pub(super) domain: bool,
    /// Non-standard spellings met.
    pub(super) spellings: Vec<String>,
    /// How many places begin inside a longer noun phrase, not with it.
    pub(super) later: usize,
    /// How many places begin with a small letter.
    pub(super) small: usize,
}

/// No term of news has more parts; a listed phrase is one part.
const LONGEST: usize = 4;

/// A unit of a sentence as a part of a candidate.
struct Unit {
    head: Option<usize>,
    /// A capital that a sentence's beginning does not explain: a part of a name.
    named: bool,
    /// It begins with a small letter.
    small: bool,
    /// Only white space lies between it and the one before.
    joined: bool,
}

/// Headwords of the forms that were met, and what is known of them.
pub(super) struct Heads {
    of_form: Vec<Option<usize>>,
    known: Vec<Head>,
    /// By headword: whether it deserves an entry of its own.
    alone: Vec<bool>,
    /// By headword: the listed noun phrases inside a listed phrase, and the noun that it is about.
    inner: Vec<Vec<usize>>,
    /// Spellings that were put right, by form.
    respelled: Vec<Option<String>>,
}

impl Heads {
    /// The headwords of every form of the vocabulary.
    pub(super) fn new(forms: &[Form], lexicon: &Lexicon) -> Self {
        let wrong: FxHashMap<String, String> = misspellings()
            .into_iter()
            .filter(|m| !m.context)
            .map(|m| (m.nonstandard.to_lowercase(), m.standard.to_lowercase()))
            .collect();
        let found: Vec<(Option<Head>, Option<String>)> = forms
            .par_iter()
            .map(|form| {
                let standard = wrong.get(&*form.text).and_then(|s| {
                    let form = Form { text: s.as_str().into(), ..form.clone() };
                    heads::of_form(&form, lexicon)
                });
                match standard {
                    Some(head) => (Some(head), Some(form.text.to_string())),
                    None => (heads::of_form(form, lexicon), None),
                }
            })
            .collect();
        let mut out = Self {
            of_form: Vec::new(),
            known: Vec::new(),
            alone: Vec::new(),
            inner: Vec::new(),
            respelled: Vec::new(),
        };
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        for (head, respelled) in found {
            let number = head.map(|h| out.number(h, &mut known, lexicon));
            out.of_form.push(number);
            out.respelled.push(respelled);
        }
        out
    }

    fn number(
        &mut self,
        head: Head,
        known: &mut FxHashMap<String, usize>,
        lexicon: &Lexicon,
    ) -> usize {
        if let Some(&n) = known.get(&head.text) {
            return n;
        }
        let n = self.known.len();
        known.insert(head.text.clone(), n);
        let inside = inside(&head.text);
        self.alone.push(head.is_term_alone(lexicon));
        self.known.push(head);
        self.inner.push(Vec::new());
        let inner = inside.iter().filter_map(|f| heads::head(f, lexicon));
        self.inner[n] = inner.map(|h| self.number(h, known, lexicon)).collect();
        n
    }

    fn head(&self, id: WordId) -> Option<usize> {
        self.of_form.get(id as usize).copied().flatten()
    }
}

/// What may stand inside a phrase as a term of its own: its beginnings and ends of several words,
/// and the noun that it is about (rudal in "rudal balistik").
fn inside(phrase: &str) -> Vec<String> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    if words.len() > 1 {
        out.push(words[0].to_owned());
    }
    for count in 2..words.len() {
        out.push(words[..count].join(" "));
        out.push(words[words.len() - count..].join(" "));
    }
    out
}

/// Every candidate of the Indonesian texts, by its words.
pub(super) fn candidates(texts: &[TermText<'_>], heads: &Heads) -> BTreeMap<String, Candidate> {
    let mut out = BTreeMap::new();
    for (at, text) in texts.iter().enumerate().filter(|(_, t)| t.lang == Lang::Id) {
        let units = units(text, heads);
        Collector { at, units: &units, text, heads, out: &mut out }.all();
    }
    out
}

fn units(text: &TermText<'_>, heads: &Heads) -> Vec<Unit> {
    let mut end = 0;
    text.analysed
        .words
        .iter()
        .map(|word| {
            let gap = text.text.get(end..word.span.start).unwrap_or("-");
            let begins = end == 0 || gap.contains(['"', '“', '‘', ':', '.', '(']);
            end = word.span.end;
            let small = !word.span.of(text.text).starts_with(char::is_uppercase);
            Unit {
                head: heads.head(word.id),
                named: !small && !begins,
                small,
                joined: !gap.is_empty() && gap.trim().is_empty(),
            }
        })
        .collect()
}

struct Collector<'a> {
    at: usize,
    units: &'a [Unit],
    text: &'a TermText<'a>,
    heads: &'a Heads,
    out: &'a mut BTreeMap<String, Candidate>,
}

impl Collector<'_> {
    fn head(&self, unit: usize) -> Option<&Head> {
        let unit = self.units.get(unit).filter(|u| !u.named)?;
        unit.head.map(|n| &self.heads.known[n])
    }

    fn all(&mut self) {
        let mut reach = 0;
        for first in 0..self.units.len() {
            let Some(number) = self.units[first].head else { continue };
            if self.units[first].named {
                // "Surat Berharga Negara (SBN)": a listed phrase may have capitals.
                if self.heads.known[number].text.contains(' ') && self.heads.alone[number] {
                    self.add(first, 1, false, false);
                }
                continue;
            }
            let end = self.noun_phrase(first);
            if self.heads.alone[number] {
                self.add(first, 1, first < reach, false);
            }
            for &inner in self.heads.inner[number].iter().filter(|&&n| self.heads.alone[n]) {
                self.add_inner(first, inner);
            }
            for count in 2..=end.saturating_sub(first) {
                self.add(first, count, first < reach, false);
            }
            reach = reach.max(end);
            if self.is_verb_with_object(first) {
                self.add(first, 2, false, true);
            }
        }
    }

    /// Where the noun phrase that starts at `first` ends: nouns, then adjectives.
    fn noun_phrase(&self, first: usize) -> usize {
        if !self.head(first).is_some_and(Head::is_noun) {
            return first;
        }
        let mut end = first + 1;
        let mut adjective = false;
        while end < (first + LONGEST).min(self.units.len()) && self.units[end].joined {
            let Some(head) = self.head(end).filter(|h| h.is_part()) else { break };
            // Behind an adjective a noun begins another phrase.
            if adjective && !head.adjective {
                break;
            }
            adjective = head.adjective && !head.noun;
            end += 1;
        }
        end
    }

    fn is_verb_with_object(&self, first: usize) -> bool {
        let verb = self.head(first).filter(|h| h.verb);
        let object = self.head(first + 1).filter(|_| self.units[first + 1].joined);
        match (verb, object) {
            (Some(v), Some(o)) => {
                // A passive's subject is not its object.
                let form = self.text.analysed.words[first].span.of(self.text.text).to_lowercase();
                let listed = !part(&v.text, PartRole::Verb).is_empty()
                    && !part(&o.text, PartRole::Object).is_empty();
                let of_subject = v.termhood == Some(Termhood::Term) && o.is_noun() && o.is_domain();
                form.starts_with("me") && (listed || of_subject)
            }
            _ => false,
        }
    }

    fn add(&mut self, first: usize, count: usize, later: bool, verbal: bool) {
        let heads = self.heads;
        let numbers: Vec<usize> =
            self.units[first..first + count].iter().filter_map(|u| u.head).collect();
        let parts: Vec<String> = numbers.iter().map(|&n| heads.known[n].text.clone()).collect();
        let domain = numbers.iter().any(|&n| heads.known[n].is_domain());
        let candidate = self.out.entry(parts.join(" ")).or_insert_with(|| Candidate {
            parts,
            places: Vec::new(),
            verbal,
            domain,
            spellings: Vec::new(),
            later: 0,
            small: 0,
        });
        candidate.places.push(Place { text: self.at, first, count });
        candidate.later += usize::from(later);
        candidate.small += usize::from(self.units[first].small);
        if count == 1 {
            let id = self.text.analysed.words[first].id as usize;
            if let Some(spelling) = heads.respelled.get(id).and_then(Option::as_ref)
                && !candidate.spellings.contains(spelling)
            {
                candidate.spellings.push(spelling.clone());
            }
        }
    }

    fn add_inner(&mut self, first: usize, inner: usize) {
        let head = &self.heads.known[inner];
        let candidate = self.out.entry(head.text.clone()).or_insert_with(|| Candidate {
            parts: vec![head.text.clone()],
            places: Vec::new(),
            verbal: false,
            domain: true,
            spellings: Vec::new(),
            later: 0,
            small: 0,
        });
        candidate.places.push(Place { text: self.at, first, count: 1 });
        candidate.small += usize::from(self.units[first].small);
    }
}
