//! Which words and phrases of Indonesian sentences may be terms.

use super::TermText;
use super::cut::{counted, inside, lead_of_name, overlapping, passive_phrase};
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
/// Between a noun and its passive stand no more units of the noun's phrase, and at most a "yang".
const MOST_BETWEEN: usize = 2;

/// A unit of a sentence as a part of a candidate.
struct Unit {
    head: Option<usize>,
    /// A capital that a sentence's beginning does not explain: a part of a name.
    named: bool,
    /// It begins with a small letter.
    small: bool,
    /// Only white space lies between it and the one before.
    joined: bool,
    /// A listed phrase inside a number with its unit or inside a name, which have no headword.
    part: Option<usize>,
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
    /// By form: the listed phrase that a name begins with (kedutaan besar).
    leads: Vec<Option<usize>>,
    /// Headwords by their text.
    numbers: FxHashMap<String, usize>,
}

impl Heads {
    /// The headwords of every form of the vocabulary, and of what the texts' numbers count in.
    pub(super) fn new(forms: &[Form], texts: &[TermText<'_>], lexicon: &Lexicon) -> Self {
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
            leads: Vec::new(),
            numbers: FxHashMap::default(),
        };
        for (form, (head, respelled)) in forms.iter().zip(found) {
            let number = head.map(|h| out.number(h, lexicon));
            out.of_form.push(number);
            out.respelled.push(respelled);
            let lead = lead_of_name(form, lexicon).map(|h| out.number(h, lexicon));
            out.leads.push(lead);
        }
        for text in texts.iter().filter(|t| t.lang == Lang::Id) {
            for first in 0..text.analysed.words.len() {
                let active = out.head(text.analysed.words[first].id).map(|n| &out.known[n].text);
                let passive = active.and_then(|a| passive_phrase(first, a, text));
                let phrases = overlapping(first, text).into_iter().chain(passive);
                for head in phrases.filter_map(|p| heads::head(&p, lexicon)) {
                    out.number(head, lexicon);
                }
            }
            for (at, _) in &text.analysed.numerals {
                let phrase = text.analysed.words.get(*at).and_then(|w| counted(w.span, text));
                if let Some(head) = phrase.and_then(|p| heads::head(&p, lexicon)) {
                    out.number(head, lexicon);
                }
            }
        }
        out
    }

    fn number(&mut self, head: Head, lexicon: &Lexicon) -> usize {
        if let Some(&n) = self.numbers.get(&head.text) {
            return n;
        }
        let n = self.known.len();
        self.numbers.insert(head.text.clone(), n);
        let inside = inside(&head.text, lexicon);
        self.alone.push(head.is_term_alone(lexicon));
        self.known.push(head);
        self.inner.push(Vec::new());
        let inner = inside.iter().filter_map(|f| heads::head(f, lexicon));
        self.inner[n] = inner.map(|h| self.number(h, lexicon)).collect();
        n
    }

    fn head(&self, id: WordId) -> Option<usize> {
        self.of_form.get(id as usize).copied().flatten()
    }
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
            let lead = heads.leads.get(word.id as usize).copied().flatten();
            let small = !word.span.of(text.text).starts_with(char::is_uppercase);
            Unit {
                head: heads.head(word.id),
                named: !small && !begins,
                small,
                joined: !gap.is_empty() && gap.trim().is_empty(),
                part: lead.or_else(|| {
                    let plain = word.span.of(text.text);
                    let figure = plain.starts_with(|c: char| c.is_ascii_digit());
                    let unit = figure.then(|| counted(word.span, text)).flatten()?;
                    heads.numbers.get(&unit).copied()
                }),
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
            if let Some(part) = self.units[first].part.filter(|&n| self.heads.alone[n]) {
                self.add_inner(first, part);
            }
            let Some(number) = self.units[first].head else { continue };
            if self.units[first].named {
                // "Surat Berharga Negara (SBN)": a listed phrase may have capitals.
                if self.heads.known[number].text.contains(' ') && self.heads.alone[number] {
                    self.add(first, 1, false);
                }
                continue;
            }
            let end = self.noun_phrase(first);
            if self.heads.alone[number] {
                self.add(first, 1, first < reach);
            }
            for &inner in self.heads.inner[number].iter().filter(|&&n| self.heads.alone[n]) {
                self.add_inner(first, inner);
            }
            let passive = passive_phrase(first, &self.heads.known[number].text, self.text);
            for phrase in overlapping(first, self.text).into_iter().chain(passive) {
                let known = self.heads.numbers.get(&phrase).copied();
                if let Some(other) = known.filter(|&n| self.heads.alone[n]) {
                    self.add_inner(first, other);
                }
            }
            for count in 2..=end.saturating_sub(first) {
                self.add(first, count, first < reach);
            }
            reach = reach.max(end);
            if let Some(object) = self.object(first) {
                self.add_parts(first, &[number, object], 2, true);
            } else if let Some(object) = self.subject_of_passive(first) {
                self.add_parts(first, &[number, object], 1, true);
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
            if adjective && !head.adjective && !head.describes() {
                break;
            }
            // "bunga cepat turun", "tentara wajib ikut": before a verb it says how, or belongs to it.
            let next = self.head(end + 1).filter(|_| self.units[end + 1].joined);
            if (head.adverb || head.verb && !head.noun) && next.is_some_and(|n| n.verb && !n.noun) {
                break;
            }
            adjective = head.describes();
            end += 1;
        }
        end
    }

    /// The object of the verb at `first`, if they may be a term together. Of a phrase it is the noun
    /// that it is about: "meneken perjanjian kemitraan".
    fn object(&self, first: usize) -> Option<usize> {
        let verb = self.head(first).filter(|h| h.verb)?;
        // A passive's subject is not its object.
        let form = self.text.analysed.words[first].span.of(self.text.text).to_lowercase();
        let next = self.units.get(first + 1).filter(|u| u.joined && form.starts_with("me"))?;
        let whole = next.part.or(next.head.filter(|_| !next.named))?;
        if !part(&verb.text, PartRole::Verb).is_empty()
            && let Some(n) = self.known_object(whole)
        {
            return Some(n);
        }
        let object = &self.heads.known[whole];
        let of_subject =
            verb.termhood == Some(Termhood::Term) && object.is_noun() && object.is_domain();
        of_subject.then_some(whole)
    }

    /// A headword, or else what it begins with, that `parts.csv` has as an object.
    fn known_object(&self, whole: usize) -> Option<usize> {
        let text = |n: usize| self.heads.known[n].text.as_str();
        let inner = self.heads.inner[whole].iter().copied();
        std::iter::once(whole)
            .chain(inner)
            .filter(|&n| text(whole).starts_with(text(n)))
            .find(|&n| !part(text(n), PartRole::Object).is_empty())
    }

    /// What the passive at `first` is done to, where it stands in front and `parts.csv` has both as verb
    /// and object: "perjanjian kemitraan strategis yang ditandatangani".
    fn subject_of_passive(&self, first: usize) -> Option<usize> {
        let verb = self.head(first).filter(|h| h.verb && h.text.starts_with("me"))?;
        let form = self.text.analysed.words[first].span.of(self.text.text).to_lowercase();
        if !form.starts_with("di") || part(&verb.text, PartRole::Verb).is_empty() {
            return None;
        }
        let mut at = first;
        let mut between = 0;
        while at > 0 && self.units[at].joined && between <= MOST_BETWEEN {
            at -= 1;
            if self.text.analysed.words[at].span.of(self.text.text) == "yang" {
                continue;
            }
            let head = self.head(at).filter(|h| h.is_part())?;
            let number = self.heads.numbers.get(&head.text).copied()?;
            if let Some(object) = self.known_object(number) {
                return Some(object);
            }
            between += 1;
        }
        None
    }

    fn add(&mut self, first: usize, count: usize, later: bool) {
        let numbers: Vec<usize> =
            self.units[first..first + count].iter().filter_map(|u| u.head).collect();
        let id = self.text.analysed.words[first].id as usize;
        let spelling = self.heads.respelled.get(id).and_then(Option::as_ref);
        let candidate = self.add_parts(first, &numbers, count, false);
        candidate.later += usize::from(later);
        if let Some(spelling) = spelling.filter(|s| count == 1 && !candidate.spellings.contains(s))
        {
            candidate.spellings.push(spelling.clone());
        }
    }

    fn add_inner(&mut self, first: usize, inner: usize) {
        self.add_parts(first, &[inner], 1, false).domain = true;
    }

    fn add_parts(
        &mut self,
        first: usize,
        numbers: &[usize],
        count: usize,
        verbal: bool,
    ) -> &mut Candidate {
        let known = &self.heads.known;
        let parts: Vec<String> = numbers.iter().map(|&n| known[n].text.clone()).collect();
        let domain = numbers.iter().any(|&n| known[n].is_domain());
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
        candidate.small += usize::from(self.units[first].small);
        candidate
    }
}
