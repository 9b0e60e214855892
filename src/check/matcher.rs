//! Many phrases looked for in one pass: longest first, whole words only.
//!
//! A table from a phrase's first word to the phrases that begin with it. Texts are cut into words
//! anyway, so each word costs one look-up, and what may hang on a word (-nya, -lah, 's) is known.

use super::words::{Joint, Words, is_all_capitals, is_capital};
use crate::language::indonesian::without_clitics;
use crate::model::{Lang, Span};
use rustc_hash::FxHashMap;

/// How much the capitals of a phrase matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Case {
    /// Written as it is or not at all: AS is not as.
    Exact,
    /// Words that have a capital in the phrase have one in the text.
    Name,
    /// Not at all.
    Free,
}

impl Case {
    /// What the phrase's own letters tell.
    pub(super) fn of(phrase: &str) -> Self {
        let inner = phrase
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| w.chars().skip(1).any(char::is_uppercase));
        if inner {
            Self::Exact
        } else if phrase.chars().any(char::is_uppercase) {
            Self::Name
        } else {
            Self::Free
        }
    }
}

/// What is looked for.
#[derive(Debug)]
pub(super) struct Phrase<T> {
    written: Box<str>,
    rest: Box<[(Joint, Box<str>)]>,
    case: Case,
    uses: Vec<T>,
}

/// Phrases of one language, each with what it is used for.
#[derive(Debug)]
pub(super) struct Matcher<T> {
    lang: Lang,
    /// First word to phrases, longest first.
    first: FxHashMap<Box<str>, Vec<Phrase<T>>>,
    /// The place of each phrase among those of its first word.
    known: FxHashMap<(Box<str>, Case), usize>,
}

/// A phrase in a text.
#[derive(Debug)]
pub(super) struct Hit<'p, T> {
    /// Its words in the text.
    pub(super) first: usize,
    pub(super) count: usize,
    /// Its bytes, without what hangs on it.
    pub(super) span: Span,
    /// Whether something hangs on its last word: -nya, 's.
    pub(super) clitic: bool,
    phrase: &'p Phrase<T>,
}

impl<'p, T> Hit<'p, T> {
    /// What the phrase is used for.
    pub(super) fn uses(&self) -> &'p [T] {
        &self.phrase.uses
    }

    /// The phrase as it was given.
    pub(super) fn written(&self) -> &'p str {
        &self.phrase.written
    }
}

impl<T> Matcher<T> {
    pub(super) fn new(lang: Lang) -> Self {
        Self { lang, first: FxHashMap::default(), known: FxHashMap::default() }
    }

    /// Adds a use of a phrase; one without letters or digits is passed over.
    pub(super) fn add(&mut self, phrase: &str, case: Case, what: T) {
        let words = Words::new(phrase);
        let count = words.atoms.len();
        // A mark inside (a comma, a bracket) can stand in no text between two words of a phrase.
        if count == 0 || (1..count).any(|n| words.joint(n) == Joint::Break) {
            return;
        }
        let name: Box<str> =
            if case == Case::Exact { phrase.into() } else { joined(&words).into() };
        let list = self.first.entry(words.key(0).into()).or_default();
        let known = *self.known.entry((name, case)).or_insert(list.len());
        if let Some(known) = list.get_mut(known) {
            known.uses.push(what);
            return;
        }
        let rest = (1..count).map(|n| (words.joint(n), words.key(n).into())).collect();
        list.push(Phrase { written: phrase.into(), rest, case, uses: vec![what] });
    }

    /// To be called once when every phrase is there.
    pub(super) fn finish(&mut self) {
        self.known = FxHashMap::default();
        for list in self.first.values_mut().filter(|l| l.len() > 1) {
            // Among phrases of one length the stricter about capitals comes first.
            list.sort_by_key(|p| (std::cmp::Reverse(p.rest.len()), p.case != Case::Exact));
        }
    }

    /// The phrases that begin with a word, longest first.
    pub(super) fn beginning(&self, first: &str) -> &[Phrase<T>] {
        self.first.get(first).map_or(&[], Vec::as_slice)
    }

    /// Every phrase of the text, from left to right, none inside another.
    pub(super) fn scan(&self, text: &str, words: &Words) -> Vec<Hit<'_, T>> {
        if self.first.is_empty() {
            return Vec::new();
        }
        scan(self.lang, text, words, |first| self.beginning(first))
    }
}

/// Every phrase of the text, from left to right, none inside another; `beginning` gives those that
/// begin with a word, longest first.
pub(super) fn scan<'p, T>(
    lang: Lang,
    text: &str,
    words: &Words,
    beginning: impl Fn(&str) -> &'p [Phrase<T>],
) -> Vec<Hit<'p, T>> {
    let scan = Scan { lang, text, words };
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.atoms.len() {
        if let Some(hit) = scan.longest(at, &beginning) {
            at += hit.count;
            out.push(hit);
        } else {
            at += 1;
        }
    }
    out
}

/// A text in which phrases are looked for.
#[derive(Clone, Copy)]
struct Scan<'t> {
    lang: Lang,
    text: &'t str,
    words: &'t Words,
}

impl Scan<'_> {
    fn longest<'p, T>(
        self,
        at: usize,
        beginning: impl Fn(&str) -> &'p [Phrase<T>],
    ) -> Option<Hit<'p, T>> {
        let key = self.words.key(at);
        let whole = beginning(key).iter().find_map(|phrase| self.fits(at, phrase, key.len()));
        if whole.is_some() {
            return whole;
        }
        // A phrase of one word with something on it.
        stems(self.lang, key).find_map(|stem| {
            let single = beginning(stem).iter().filter(|phrase| phrase.rest.is_empty());
            single.into_iter().find_map(|phrase| self.fits(at, phrase, stem.len()))
        })
    }

    /// The phrase at word `at`, if it stands there; `first` is how many folded bytes of the first
    /// word count where the phrase is that word alone.
    fn fits<T>(self, at: usize, phrase: &Phrase<T>, first: usize) -> Option<Hit<'_, T>> {
        let Self { lang, text, words } = self;
        let count = phrase.rest.len() + 1;
        if at + count > words.atoms.len() {
            return None;
        }
        let mut kept = first;
        for (n, (joint, word)) in phrase.rest.iter().enumerate() {
            let here = at + 1 + n;
            let key = words.key(here);
            if words.joint(here) != *joint {
                return None;
            }
            kept = key.len();
            if key != &**word {
                if n + 1 < phrase.rest.len() {
                    return None;
                }
                kept = stems(lang, key).find(|s| *s == &**word)?.len();
            }
        }
        let last = at + count - 1;
        let clitic = kept < words.key(last).len();
        let start = words.atoms[at].span.start;
        let end = if clitic {
            end_of(words.atoms[last].span.of(text), kept)? + words.atoms[last].span.start
        } else {
            // The last stop of "U.S." belongs to it.
            let end = words.atoms[last].span.end;
            end + usize::from(phrase.written.ends_with('.') && text[end..].starts_with('.'))
        };
        let span = Span::new(start, end);
        let hit = Hit { first: at, count, span, clitic, phrase };
        fits_case(phrase.case, &phrase.written, span.of(text)).then_some(hit)
    }
}

/// The word without what may hang on it.
fn stems(lang: Lang, key: &str) -> impl Iterator<Item = &str> {
    let (clitics, english) = match lang {
        Lang::Id if may_have_clitic(key) => (without_clitics(key), None),
        Lang::Id => (Vec::new(), None),
        Lang::En => {
            let plain = key.strip_suffix("'s");
            // A plural; shorter words would make news of new.
            let plural =
                key.strip_suffix('s').filter(|k| k.len() >= 4 && !k.ends_with(['s', '\'']));
            (Vec::new(), plain.or(plural))
        }
    };
    clitics.into_iter().chain(english)
}

/// Spares most words the search for clitics.
fn may_have_clitic(key: &str) -> bool {
    key.len() >= 5
        && matches!(
            key.as_bytes()[key.len() - 2..],
            [b'y', b'a'] | [b'k' | b'm', b'u'] | [b'a', b'h'] | [b'u', b'n']
        )
}

/// Where the first `folded` bytes of a word's folded form end in the word as written: the same
/// place unless letters were folded to others.
fn end_of(written: &str, folded: usize) -> Option<usize> {
    if written.is_ascii() {
        return Some(folded);
    }
    let mut out = String::new();
    written.char_indices().map(|(at, c)| at + c.len_utf8()).find(|&end| {
        out.clear();
        super::words::fold(&written[..end], &mut out);
        out.len() == folded
    })
}

fn joined(words: &Words) -> String {
    let mut out = String::new();
    for n in 0..words.atoms.len() {
        if n > 0 {
            out.push_str(match words.joint(n) {
                Joint::Hyphen => "-",
                Joint::Stop => ".",
                Joint::StopSpace => ". ",
                Joint::Space | Joint::Break => " ",
            });
        }
        out.push_str(words.key(n));
    }
    out
}

fn parts(phrase: &str) -> impl Iterator<Item = &str> {
    phrase
        .split(|c: char| c.is_whitespace() || matches!(c, '.' | '-' | '\u{2010}' | '\u{2011}'))
        .filter(|p| !p.is_empty())
}

fn fits_case(case: Case, phrase: &str, written: &str) -> bool {
    match case {
        Case::Free => true,
        Case::Exact => parts(phrase).eq(parts(written)),
        Case::Name => {
            is_all_capitals(written)
                || parts(phrase).zip(parts(written)).all(|(p, w)| is_capital(w) || !is_capital(p))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str, lang: Lang) -> Vec<String> {
        let mut m = Matcher::new(lang);
        for p in phrases {
            m.add(p, Case::of(p), ());
        }
        m.finish();
        let words = Words::new(text);
        m.scan(text, &words).iter().map(|h| h.span.of(text).to_owned()).collect()
    }

    #[test]
    fn longest_first_and_whole_words() {
        let phrases = ["Korea", "Korea Utara", "apotik", "AS"];
        let id = |text: &str| found(&phrases, text, Lang::Id);
        assert_eq!(id("Tentara Korea Utara dan Korea."), ["Korea Utara", "Korea"]);
        assert_eq!(id("Apotiknya tutup; APOTIK itu, apotiker tidak"), ["Apotik", "APOTIK"]);
        assert_eq!(id("as roda, AS-lah, ASEAN"), ["AS"]);
        assert_eq!(id("korea, KOREA UTARA, Korea, Utara"), ["KOREA UTARA", "Korea"]);
        assert_eq!(id("Korea\nUtaranya"), ["Korea\nUtara"]);
        assert_eq!(
            found(
                &["U.S.", "St. Petersburg"],
                "the U.S. and St. Petersburg in the US. St",
                Lang::En
            ),
            ["U.S.", "St. Petersburg"]
        );
    }

    #[test]
    fn english_endings() {
        let en = |text: &str| found(&["programme", "Kiev"], text, Lang::En);
        assert_eq!(en("Kiev’s programmes, the programme"), ["Kiev", "programme", "programme"]);
        assert!(en("Kievan, programmer").is_empty());
    }
}
