//! Short forms whose long form the text never gives.

use super::degree::is_degree;
use super::named;
use super::raw::Raw;
use super::standard::opens;
use super::words::{Joint, Words, is_all_capitals, is_capital};
use crate::language::facts;
use crate::lexicon::{Lexicon, name_key};
use crate::model::{Article, Kind, Lang, Rule, Sentence, Span};
use rustc_hash::FxHashSet;

/// Longer words in capitals are headings, not short forms.
const LONGEST: usize = 8;
/// Initials of a person have so many letters at most.
const INITIALS: usize = 3;
/// Behind a number, so few letters are a unit.
const UNIT: usize = 3;
/// The codes of shares at the Indonesian exchange have so many letters.
const SHARE_CODE: usize = 4;
/// Between commas beside a short form, so many words may say what it is: "BPLX, the state's weather
/// agency,". More are a clause of their own.
const APPOSITION: usize = 6;

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
    let here = Place { text, lang: article.lang, words, lexicon };
    let mut met: FxHashSet<&str> = FxHashSet::default();
    let mut candidates: Vec<(&str, Span)> = Vec::new();
    let mut explained: FxHashSet<&str> = FxHashSet::default();
    for (at, atom) in words.atoms.iter().enumerate() {
        let written = atom.span.of(text);
        if !is_candidate(written) || explained.contains(written) {
            continue;
        }
        // Each of these says once what the short form is; later uses need no more.
        if is_bracketed(text, atom.span) || here.is_introduced(at) || here.is_described(at) {
            explained.insert(written);
        } else if is_sentence(sentences, atom.span.start)
            && !is_part_of_name(&here, at)
            && !is_label(text, atom.span)
            && !is_degree(text, article.lang, words, at)
            && !here.is_share_code(sentences, at)
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
    // Where people go by initials, other short ones are most likely theirs as well.
    if (0..words.atoms.len()).any(|at| here.is("initials", words.key(at))) {
        candidates.retain(|(short, _)| short.len() > INITIALS);
    }
    let introduced: FxHashSet<String> =
        sentences.iter().flat_map(|s| named::acronyms(s.span.of(text))).map(|a| a.short).collect();
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

/// A text in which short forms stand.
struct Place<'a> {
    text: &'a str,
    lang: Lang,
    words: &'a Words,
    lexicon: &'a Lexicon,
}

impl Place<'_> {
    /// Whether a word is of a class of `short_forms.txt`.
    fn is(&self, class: &str, word: &str) -> bool {
        facts(self.lang).short_forms.get(class).is_some_and(|words| words.contains(word))
    }

    /// The word so many before word `at`, if they stand side by side in one clause.
    fn before(&self, at: usize, n: usize) -> &str {
        let Some(first) = at.checked_sub(n) else { return "" };
        let linked = (first + 1..=at).all(|k| self.words.joint(k).links());
        if linked { self.words.key(first) } else { "" }
    }

    /// "atau BPLX", "berinisial RAF", "identified only as RAF", "tersangka RAF".
    fn is_introduced(&self, at: usize) -> bool {
        let before = self.before(at, 1);
        let only = usize::from(matches!(self.before(at, 2), "only" | "hanya"));
        let short = self.words.atoms[at].span.len() <= INITIALS;
        self.is("introduces", before)
            || self.is("initials", before)
            || short && self.is("person", before)
            || matches!(before, "as" | "sebagai")
                && self.is("identifies", self.before(at, 2 + only))
    }

    /// "virus HMPV", "kantor berita ISNA"; "BPLX, the state's weather agency,"; "badan cuaca, BPLX,".
    fn is_described(&self, at: usize) -> bool {
        let (last, first) = (self.before(at, 1), self.before(at, 2));
        let agency = self.lang == Lang::En && self.is("apposes", last);
        self.is("describes", last)
            || agency
            || !first.is_empty() && self.is("phrase", &format!("{first} {last}"))
            || self.is_apposed(at)
    }

    fn is_apposed(&self, at: usize) -> bool {
        let span = self.words.atoms[at].span;
        let comma = |text: &str| text.trim_start().starts_with(',');
        if self.is_told_in_clause(at) {
            return true;
        }
        if comma(&self.text[span.end..]) {
            let mut next = at + 1;
            while next < self.words.atoms.len()
                && next <= at + APPOSITION
                && (next == at + 1 || self.words.joint(next).links())
            {
                let end = self.words.atoms[next].span.end;
                let noun = self.is("apposes", self.words.key(next));
                // Indonesian puts the noun first: "BPLX, badan cuaca setempat,"; "CEPI, a coalition
                // that pays for vaccines" needs no second comma.
                let sure = self.lang == Lang::Id
                    && self.opens_apposition(at + 1, next)
                    && !self.points(next + 1)
                    || matches!(self.words.key(at + 1), "a" | "an")
                    || comma(&self.text[end..]);
                if noun && sure {
                    return true;
                }
                next += 1;
            }
        }
        self.text[..span.start].trim_end().ends_with(',')
            && comma(&self.text[span.end..])
            && at > 0
            && self.is("apposes", self.words.key(at - 1))
    }

    /// "BPLX, which makes engines", "BPLX, yang berkantor di Bandung": a clause that says what
    /// something is or does always, not what it did or said once.
    fn is_told_in_clause(&self, at: usize) -> bool {
        let gap = |n: usize| {
            let start = self.words.atoms.get(n).map(|a| a.span.start);
            start.and_then(|start| self.text.get(self.words.atoms[n - 1].span.end..start))
        };
        let (Some(", "), Some(" ")) = (gap(at + 1), gap(at + 2)) else { return false };
        // One word may stand between: "which also makes", "yang juga berkantor".
        let verb = |n: usize| {
            n < self.words.atoms.len()
                && self.is("tells", self.words.key(n))
                // "which is investigating" is no more than news.
                && !(gap(n + 1) == Some(" ") && self.words.key(n + 1).ends_with("ing"))
        };
        matches!(self.words.key(at + 1), "which" | "yang")
            && (verb(at + 2) || gap(at + 3) == Some(" ") && verb(at + 3))
    }

    /// "BPLX, badan cuaca setempat,", "BPLX, sebuah badan".
    fn opens_apposition(&self, first: usize, noun: usize) -> bool {
        let lead = matches!(self.words.key(first), "sebuah" | "suatu" | "salah" | "satu");
        noun == first || noun == first + 1 && lead
    }

    /// "Menurut BPLX, lembaga itu": what is known already.
    fn points(&self, at: usize) -> bool {
        at < self.words.atoms.len() && matches!(self.words.key(at), "itu" | "ini" | "tersebut")
    }

    /// ANTM among "saham BBCA, BMRI, dan ANTM".
    fn is_share_code(&self, sentences: &[Sentence], at: usize) -> bool {
        let span = self.words.atoms[at].span;
        let after = sentences.partition_point(|s| s.span.start <= span.start);
        let Some(sentence) = after.checked_sub(1).map(|n| sentences[n].span) else { return false };
        let first = self.words.atoms.partition_point(|a| a.span.start < sentence.start);
        span.len() == SHARE_CODE
            && (first..self.words.atoms.len())
                .take_while(|n| self.words.atoms[*n].span.end <= sentence.end)
                .any(|n| self.is("market", self.words.key(n)))
    }
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

/// Initials (AH Nasution), names with a short form in them (Stadion GBLA, Sriwijaya FC), numbers of
/// models, roads and cars (AE 1234 XY), words in capitals in a row.
fn is_part_of_name(here: &Place<'_>, at: usize) -> bool {
    let words = here.words;
    let near = |n: usize| words.atoms.get(n).map(|a| a.span.of(here.text));
    let before = (at > 0 && words.joint(at).links()).then(|| near(at - 1)).flatten();
    let after = if words.joint(at + 1).links() { near(at + 1) } else { None };
    let short = words.atoms[at].span.len() <= 2;
    let name = |w: Option<&str>| w.is_some_and(|w| is_capital(w) && !is_all_capitals(w));
    let shouted = |w: Option<&str>| w.is_some_and(is_all_capitals);
    let digit = |w: Option<&str>| w.is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    let plate = digit(before)
        && at > 1
        && words.joint(at - 1).links()
        && near(at - 2).is_some_and(|w| w.len() <= 2 && w.bytes().all(|b| b.is_ascii_uppercase()));
    // 98 GT, 40 KW
    let unit = digit(before) && words.atoms[at].span.len() <= UNIT;
    // CR-V, T-ARA
    let hyphen = words.joint(at + 1) == Joint::Hyphen && name(after)
        || words.joint(at) == Joint::Hyphen && name(before);
    // A capital that opens a sentence tells nothing; an office before a short form is held by
    // whoever it stands for: Kepala BPLX.
    let inside = name(before)
        && !opens(&here.text[..words.atoms[at - 1].span.start])
        && !here.lexicon.is_title(words.key(at - 1))
        && !is_common_noun(here, at - 1);
    short && (name(before) || name(after))
        || inside
        || hyphen
        || plate
        || unit
        || shouted(before)
        || shouted(after)
        || digit(after)
}

/// "Direktur Utama BPLX": a word with a capital that is no name by itself.
fn is_common_noun(here: &Place<'_>, at: usize) -> bool {
    let key = here.words.key(at);
    !here.is("describes", key) && here.lexicon.is_common(key, here.lang)
}

fn is_known(short: &str, lang: Lang, lexicon: &Lexicon) -> bool {
    let lower = short.to_lowercase();
    let key = name_key(short);
    // Indonesian newspapers take over what English ones never explain (NASA); not the reverse.
    facts(lang).acronyms.contains(short)
        || lang == Lang::Id && facts(Lang::En).acronyms.contains(short)
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
