//! Terms: listed phrases, frequent content words, and noun phrases put together from them.

use crate::lexicon::Lexicon;
use crate::model::{Analysed, Class, Entry, EntryKind, Form, Lang, Origin, Status};
use std::collections::BTreeMap;

/// One Indonesian or English sentence to look for terms in.
#[derive(Debug, Clone, Copy)]
pub struct TermText<'a> {
    /// Its article.
    pub article: usize,
    /// Its language.
    pub lang: Lang,
    /// As written.
    pub text: &'a str,
    /// Its analysis.
    pub analysed: &'a Analysed,
}

#[derive(Debug, Default)]
struct Candidate {
    count: usize,
    articles: Vec<usize>,
    example: usize,
}

/// A single word must be met this often to be a term; a listed phrase once.
const FEWEST_SINGLE: usize = 2;
/// A phrase put together from words must be met this often.
const FEWEST_COMPOSED: usize = 2;

/// Terms of the Indonesian sentences with their English.
pub fn term_entries(texts: &[TermText<'_>], forms: &[Form], lexicon: &Lexicon) -> Vec<Entry> {
    let mut found: BTreeMap<String, Candidate> = BTreeMap::new();
    for (at, t) in texts.iter().enumerate().filter(|(_, t)| t.lang == Lang::Id) {
        for term in candidates(t, forms, lexicon) {
            let c = found
                .entry(term)
                .or_insert_with(|| Candidate { example: at, ..Candidate::default() });
            c.count += 1;
            if c.articles.last() != Some(&t.article) {
                c.articles.push(t.article);
            }
        }
    }
    let bilingual = texts.iter().any(|t| t.lang == Lang::En);
    let mut out = Vec::new();
    for (term, c) in found {
        let single = !term.contains(' ');
        if single && c.count < FEWEST_SINGLE {
            continue;
        }
        let listed = lexicon.senses(&term).first().map(|s| s.english.to_string());
        let (english, origin, confidence) = match listed {
            Some(e) => (e, Origin::Lexicon, if single { 0.8 } else { 0.85 }),
            None if c.count >= FEWEST_COMPOSED => match compose(&term, lexicon) {
                Some(e) => (e, Origin::Composed, 0.6),
                None => continue,
            },
            None => continue,
        };
        let english_count = texts
            .iter()
            .filter(|t| {
                t.lang == Lang::En && t.text.to_lowercase().contains(&english.to_lowercase())
            })
            .count();
        // Words put together by rule are right too seldom to be shown unless a text says so too.
        let supported = if bilingual { english_count > 0 } else { c.count > FEWEST_COMPOSED };
        if origin == Origin::Composed && !supported {
            continue;
        }
        out.push(Entry {
            indonesian: term,
            english,
            kind: EntryKind::Term,
            status: Status::Proposed,
            confidence,
            origin,
            variants_indonesian: Vec::new(),
            variants_english: Vec::new(),
            count_indonesian: c.count,
            count_english: english_count,
            articles: c.articles.len(),
            case_sensitive: false,
            note: String::new(),
            example_indonesian: texts[c.example].text.to_owned(),
            example_english: String::new(),
            kept: None,
        });
    }
    out
}

/// Nouns, verbs and listed phrases as a dictionary has them, and pairs of a noun with what follows.
fn candidates(t: &TermText<'_>, forms: &[Form], lexicon: &Lexicon) -> Vec<String> {
    let words = &t.analysed.words;
    let base: Vec<Option<(String, &str)>> = words
        .iter()
        .map(|w| {
            let form = &forms[w.id as usize];
            (form.class == Class::Word).then(|| dictionary_form(&form.text, lexicon)).flatten()
        })
        .collect();
    let mut out = Vec::new();
    for at in 0..words.len() {
        let Some((term, pos)) = &base[at] else { continue };
        if matches!(*pos, "n" | "v") && term.len() > 3 {
            out.push(term.clone());
        }
        if let Some(Some((next, next_pos))) = base.get(at + 1) {
            let gap = &t.text[words[at].span.end..words[at + 1].span.start];
            if *pos == "n"
                && matches!(*next_pos, "n" | "adj")
                && gap.trim().is_empty()
                && !gap.is_empty()
            {
                out.push(format!("{term} {next}"));
            }
        }
    }
    out
}

/// The headword a form belongs to, and its part of speech.
fn dictionary_form<'a>(text: &str, lexicon: &'a Lexicon) -> Option<(String, &'a str)> {
    let first = |w: &str| lexicon.senses(w).first().map(|s| s.pos);
    if let Some(pos) = first(text) {
        return Some((text.to_owned(), pos));
    }
    crate::language::indonesian::readings(text)
        .into_iter()
        .filter(|r| r.steps <= 2)
        .find_map(|r| first(&r.base).map(|pos| (r.base, pos)))
}

/// English puts what describes before what is described: rudal balistik, ballistic missile.
fn compose(term: &str, lexicon: &Lexicon) -> Option<String> {
    let (head, tail) = term.split_once(' ')?;
    let (h, t) = (lexicon.senses(head).first()?, lexicon.senses(tail).first()?);
    Some(format!("{} {}", t.english, h.english))
}
