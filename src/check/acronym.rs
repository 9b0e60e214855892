//! Short forms whose long form the text never gives.

use super::raw::Raw;
use super::words::{Words, is_all_capitals, is_capital};
use crate::language::facts;
use crate::lexicon::{Lexicon, name_key};
use crate::model::{Article, Kind, Lang, Rule, Sentence, Span};
use crate::names;
use rustc_hash::FxHashSet;

/// Longer words in capitals are headings, not short forms.
const LONGEST: usize = 8;
/// Words that introduce a short form without brackets.
const INTRODUCES: [&str; 10] = [
    "atau",
    "alias",
    "disingkat",
    "singkatan",
    "akronim",
    "or",
    "called",
    "known",
    "abbreviated",
    "dubbed",
];

/// The first use of each short form that `article` never introduces. `own` are those that the
/// user's glossary has.
pub(super) fn unexplained(
    article: &Article,
    sentences: &[Sentence],
    words: &Words,
    lexicon: &Lexicon,
    own: &FxHashSet<String>,
) -> Vec<Raw> {
    let text = article.text.as_str();
    let mut met: FxHashSet<&str> = FxHashSet::default();
    let mut candidates: Vec<(&str, Span)> = Vec::new();
    let mut explained: FxHashSet<&str> = FxHashSet::default();
    for (at, atom) in words.atoms.iter().enumerate() {
        let written = atom.span.of(text);
        if !is_candidate(written) {
            continue;
        }
        // Initials in place of a name are introduced as such once.
        if is_bracketed(text, atom.span)
            || at > 0 && INTRODUCES.contains(&words.key(at - 1))
            || are_initials(words, at)
        {
            explained.insert(written);
        } else if is_sentence(sentences, atom.span.start)
            && !is_part_of_name(text, words, at)
            && !is_label(text, atom.span)
            && met.insert(written)
        {
            candidates.push((written, atom.span));
        }
    }
    candidates.retain(|(short, _)| {
        !explained.contains(short)
            && !own.contains(*short)
            && !is_known(short, article.lang, lexicon)
    });
    if candidates.is_empty() {
        return Vec::new();
    }
    let introduced: FxHashSet<String> =
        sentences.iter().flat_map(|s| names::acronyms(s.span.of(text))).map(|a| a.short).collect();
    candidates
        .retain(|(short, _)| !introduced.contains(*short) && !has_long_form(text, words, short));
    candidates
        .into_iter()
        .map(|(short, span)| {
            let message = format!("the text never says what {short} stands for; give the long form once, as in \"Long Form ({short})\"");
            Raw::new(span, Rule::Acronym, message)
        })
        .collect()
}

fn is_candidate(word: &str) -> bool {
    (2..=LONGEST).contains(&word.len())
        && is_all_capitals(word)
        && word.bytes().all(|b| b.is_ascii_uppercase())
        && !word.bytes().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'))
}

/// `(ABC)`, `(X/ABC)` and `ABC (Long Form)`.
fn is_bracketed(text: &str, span: Span) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let long = after.trim_start_matches(' ').strip_prefix('(');
    before.ends_with('(')
        || after.starts_with(')')
        || long.is_some_and(|l| {
            // With a number it is someone's initials and age: FOT (52).
            l.starts_with(char::is_uppercase) && l.contains(' ')
                || l.starts_with(|c: char| c.is_ascii_digit())
        })
}

/// Someone's initials: a suspect berinisial RAF, identified only as RAF.
fn are_initials(words: &Words, at: usize) -> bool {
    const NAMES: [&str; 4] = ["inisial", "berinisial", "initials", "initial"];
    const IDENTIFIES: [&str; 4] = ["identified", "named", "known", "diidentifikasi"];
    let before = |n: usize| at.checked_sub(n).map_or("", |b| words.key(b));
    let only = usize::from(matches!(before(2), "only" | "hanya"));
    NAMES.contains(&before(1))
        || matches!(before(1), "as" | "sebagai") && IDENTIFIES.contains(&before(2 + only))
}

/// A dateline, a part of a file number (417/PHPU.BUP/2025).
fn is_label(text: &str, span: Span) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let line = before.is_empty() || before.ends_with('\n');
    let glued = before.ends_with(['/', '.', '&', '_'])
        || after.starts_with(['/', '&', '_', '$'])
        || after.starts_with('.') && after[1..].starts_with(char::is_alphanumeric);
    line && after.trim_start().starts_with([',', '-', '–', '—', '(', ':', '/']) || glued
}

fn is_sentence(sentences: &[Sentence], at: usize) -> bool {
    let after = sentences.partition_point(|s| s.span.start <= at);
    after > 0 && sentences[after - 1].kind == Kind::Sentence && at < sentences[after - 1].span.end
}

/// Initials (AH Nasution), numbers of models and roads (AE 1234), words in capitals in a row.
fn is_part_of_name(text: &str, words: &Words, at: usize) -> bool {
    let near = |n: usize| words.atoms.get(n).map(|a| a.span.of(text));
    let before = (at > 0 && words.joint(at).links()).then(|| near(at - 1)).flatten();
    let after = if words.joint(at + 1).links() { near(at + 1) } else { None };
    let short = words.atoms[at].span.len() <= 2;
    let name = |w: Option<&str>| w.is_some_and(|w| is_capital(w) && !is_all_capitals(w));
    let shouted = |w: Option<&str>| w.is_some_and(is_all_capitals);
    short && (name(before) || name(after))
        || shouted(before)
        || shouted(after)
        || after.is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()))
}

fn is_known(short: &str, lang: Lang, lexicon: &Lexicon) -> bool {
    let lower = short.to_lowercase();
    let key = name_key(short);
    facts(lang).acronyms.contains(short)
        || lexicon.name(Lang::Id, &key).is_some()
        || lexicon.name(Lang::En, &key).is_some()
        || lexicon.name(lang, &lower).is_some()
        || lexicon.is_title(&lower)
        || facts(lang).abbreviations.contains_key(lower.as_str())
        || lexicon.is_common(&lower, lang)
        || lexicon.is_indonesian(&lower)
}

/// Whether the text has, anywhere, words in a row with these initials and a capital on the first:
/// the reader has met what the letters stand for.
fn has_long_form(text: &str, words: &Words, short: &str) -> bool {
    let letters: Vec<u8> = short.bytes().map(|b| b.to_ascii_lowercase()).collect();
    let initial = |at: usize| words.key(at).as_bytes().first().copied();
    let small = |at: usize| {
        matches!(words.key(at), "dan" | "of" | "and" | "for" | "the" | "untuk" | "bagi" | "de")
    };
    (0..words.atoms.len()).any(|start| {
        if initial(start) != Some(letters[0]) || !is_capital(words.atoms[start].span.of(text)) {
            return false;
        }
        let mut at = start;
        for letter in &letters[1..] {
            at += 1;
            while at < words.atoms.len() && small(at) && initial(at) != Some(*letter) {
                at += 1;
            }
            let fits = at < words.atoms.len()
                && words.joint(at).links()
                && initial(at) == Some(*letter)
                && is_capital(words.atoms[at].span.of(text))
                && !is_all_capitals(words.atoms[at].span.of(text));
            if !fits {
                return false;
            }
        }
        !is_all_capitals(words.atoms[start].span.of(text))
    })
}
