//! What the texts of a corpus tell once and every article may use: short forms, companies, bodies.

use super::words::{Token, tokens};
use crate::language::facts;
use crate::language::naming::naming;
use crate::lexicon::{Lexicon, name_key};
use crate::model::{EntryKind, Lang};
use rustc_hash::{FxHashMap, FxHashSet};

/// A company's name of one word could be any word.
const SHORTEST: usize = 2;
/// Longer runs of capitals behind a head are a heading.
const LONGEST: usize = 7;

/// The short forms that texts introduce, by the first word of the long form, and the names of companies
/// and bodies that some text has with what tells where they end.
#[derive(Debug, Default)]
pub struct Introduced<'a> {
    pub(super) long: FxHashMap<&'a str, Vec<&'a str>>,
    pub(super) short: FxHashMap<&'a str, &'a str>,
    /// Names of companies without legal form and trade, by the first word.
    pub(super) firms: FxHashMap<String, Vec<Vec<String>>>,
    /// Bodies by their head, where small letters or a stop end the name.
    pub(super) bodies: FxHashSet<String>,
}

impl<'a> Introduced<'a> {
    /// Of the short forms and the sentences of a corpus.
    pub fn new<'s>(
        acronyms: &'a [super::Acronym],
        sentences: impl Iterator<Item = (&'s str, Lang)>,
        lexicon: &Lexicon,
    ) -> Self {
        let mut out = Self::default();
        for a in acronyms {
            let first = a.long.split(' ').next().unwrap_or("");
            out.long.entry(first).or_default().push(&a.long);
            out.short.insert(&a.short, &a.long);
        }
        let mut stems: FxHashSet<String> = FxHashSet::default();
        let mut people: FxHashSet<String> = FxHashSet::default();
        for (text, lang) in sentences {
            let cut = tokens(text, facts(lang));
            for at in 0..cut.len() {
                out.learn(&cut, at);
                if let Some(first) = stem(&cut, at, lexicon) {
                    stems.insert(first.to_owned());
                }
                if let Some(first) = begins_person(&cut, at, lexicon) {
                    people.insert(first.to_owned());
                }
            }
        }
        for stem in stems.into_iter().filter(|s| !people.contains(s)) {
            out.firms.entry(stem.clone()).or_default().push(vec![stem]);
        }
        out
    }

    /// PT Andalan Prima Tbk, Yayasan Arga Sejahtera, where they end for certain.
    fn learn(&mut self, cut: &[Token<'_>], at: usize) {
        let head = &cut[at].lower;
        let company = matches!(&**head, "pt" | "cv");
        let body = naming().is_cue("owner", head) || naming().is_cue("body", head);
        if !cut[at].is_capital() || !company && !body {
            return;
        }
        let end = run(cut, at);
        let listed = (at + 1..end).find(|&n| cut[n].lower == "tbk");
        // Behind Direktur Yayasan Arga may stand who that is.
        let leads = |n: usize| naming().is_cue("leader", &cut[n].lower);
        if listed.is_none() && (!is_first(cut, at) || at.checked_sub(1).is_some_and(leads)) {
            return;
        }
        let words = at + 1..listed.unwrap_or(end);
        if words.len() < SHORTEST || words.len() > LONGEST {
            return;
        }
        let name: Vec<String> = cut[words].iter().map(|t| t.text.to_owned()).collect();
        self.bodies.insert(format!("{} {}", cut[at].text, name.join(" ")));
        if company {
            let known = self.firms.entry(name[0].clone()).or_default();
            if !known.contains(&name) {
                known.push(name);
            }
        }
    }
}

/// Where the capitals that stand together from here end.
fn run(cut: &[Token<'_>], at: usize) -> usize {
    (at + 1..cut.len()).find(|&n| cut[n].apart || !cut[n].is_capital()).unwrap_or(cut.len())
}

/// Whether a run of capitals may begin here: behind no other, or behind a word that opens a sentence and
/// leads nothing.
fn is_first(cut: &[Token<'_>], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|b| &cut[b]) else { return true };
    let leads = ["leader", "person"].iter().any(|kind| naming().is_cue(kind, &before.lower));
    let opens = before.opens && !before.is_shouted() && !leads;
    cut[at].apart || !before.is_capital() || opens
}

fn is_known(word: &Token<'_>, lexicon: &Lexicon) -> bool {
    let listed = |lang| lexicon.name(lang, &name_key(word.text)).is_some();
    let common = |lang| lexicon.is_common(&word.lower, lang);
    [Lang::Id, Lang::En].into_iter().any(|lang| listed(lang) || common(lang))
}

/// Arvena of Arvena Semiconductor: the one word, which no list has, before a company's trade.
fn stem<'t>(cut: &'t [Token<'_>], at: usize, lexicon: &Lexicon) -> Option<&'t str> {
    let (word, trade) = (cut.get(at)?, cut.get(at + 1)?);
    let both = word.is_capital() && trade.is_capital() && !trade.apart && !word.is_shouted();
    let named = both && naming().is_cue("trade", &trade.lower);
    (named && is_first(cut, at) && !is_known(word, lexicon)).then_some(word.text)
}

/// The first word of what may be a person's name: two words that no list has.
fn begins_person<'t>(cut: &'t [Token<'_>], at: usize, lexicon: &Lexicon) -> Option<&'t str> {
    let (word, next) = (cut.get(at)?, cut.get(at + 1)?);
    let both = word.is_capital() && next.is_capital() && !next.apart && is_first(cut, at);
    let told = naming().is_cue("trade", &next.lower) || is_known(next, lexicon);
    (both && !told).then_some(word.text)
}

/// Whether the list has a place under this word: a company's branch there.
pub(super) fn is_area(word: &Token<'_>, lang: Lang, lexicon: &Lexicon) -> bool {
    let entry = lexicon.name(lang, &name_key(word.text));
    entry.is_some_and(|(e, _)| matches!(e.kind, EntryKind::Place | EntryKind::Country))
}
