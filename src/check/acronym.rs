//! Short forms whose long form the text never gives.

use super::degree::is_degree;
use super::named;
use super::raw::Raw;
use super::standard::opens;
use super::words::{Joint, Words, is_all_capitals, is_capital};
use crate::language::facts;
use crate::language::naming::naming;
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
/// Beside a short form, so many words away at most, a word of the market makes it a share's code.
const NEAR: usize = 3;
/// Behind these stands who says or gives something.
const SOURCES: [&str; 6] = ["dari", "from", "oleh", "by", "menurut", "kepada"];
/// Whoever writes so many short forms in a row gives them as they are.
const SERIES: usize = 4;

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
    let mut shares = false;
    for (at, atom) in words.atoms.iter().enumerate() {
        let written = atom.span.of(text);
        if !is_candidate(written) || explained.contains(written) {
            continue;
        }
        // Each of these says once what the short form is; later uses need no more.
        if is_bracketed(text, atom.span)
            || here.is_introduced(at)
            || here.is_described(at)
            || here.is_company(at)
        {
            explained.insert(written);
            shares |= written.len() == SHARE_CODE && here.is("market", here.before(at, 1));
        } else if is_sentence(sentences, atom.span.start)
            && !is_part_of_name(&here, at)
            && !is_label(text, atom.span)
            && !is_degree(text, article.lang, words, at)
            && !here.is_in_series(at)
        {
            if here.is_share_code(sentences, at) {
                shares = true;
            } else if met.insert(written) {
                candidates.push((written, atom.span));
            }
        }
    }
    // Where codes of shares go, others as long are most likely codes as well.
    if shares {
        candidates.retain(|(short, span)| {
            let at = words.atoms.partition_point(|a| a.span.start < span.start);
            short.len() != SHARE_CODE || SOURCES.contains(&here.before(at, 1))
        });
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
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) lang: Lang,
    pub(super) words: &'a Words,
    lexicon: &'a Lexicon,
}

impl Place<'_> {
    /// Whether a word is of a class of `short_forms.txt`.
    pub(super) fn is(&self, class: &str, word: &str) -> bool {
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

    /// "PT BPLX Indonesia", "BPLX Esports": the name that a company or a contest goes by. English in an
    /// Indonesian text is a name's.
    fn is_company(&self, at: usize) -> bool {
        if matches!(self.before(at, 1), "pt" | "cv") {
            return true;
        }
        let next = at + 1;
        if self.words.joint(next) != Joint::Space {
            return false;
        }
        let (word, key) = (self.words.atoms[next].span.of(self.text), self.words.key(next));
        let foreign = || {
            self.lang == Lang::Id
                && self.lexicon.is_english(key)
                && !self.lexicon.is_common(key, Lang::Id)
                && self.lexicon.name(Lang::Id, key).is_none()
                && !self.lexicon.is_title(key)
        };
        is_capital(word) && !is_all_capitals(word) && (self.is("firm", key) || foreign())
    }

    /// ANTM among "saham BBCA, BMRI, dan ANTM", BBCA in "investor memburu BBCA dan BMRI": beside a word
    /// of the market, or one of several in a sentence that has such a word. Shares say nothing:
    /// "menurut BPLX".
    fn is_share_code(&self, sentences: &[Sentence], at: usize) -> bool {
        let span = self.words.atoms[at].span;
        let after = sentences.partition_point(|s| s.span.start <= span.start);
        let Some(sentence) = after.checked_sub(1).map(|n| sentences[n].span) else { return false };
        let first = self.words.atoms.partition_point(|a| a.span.start < sentence.start);
        let words = || {
            (first..self.words.atoms.len())
                .take_while(|n| self.words.atoms[*n].span.end <= sentence.end)
        };
        let market = |n: usize| self.is("market", self.words.key(n));
        let other_code = |n: usize| {
            let written = self.words.atoms[n].span.of(self.text);
            n != at
                && written.len() == SHARE_CODE
                && is_candidate(written)
                && !is_known(written, self.lang, self.lexicon)
        };
        span.len() == SHARE_CODE
            && !SOURCES.contains(&self.before(at, 1))
            && words().any(market)
            && (words().any(|n| n.abs_diff(at) <= NEAR && market(n)) || words().any(other_code))
    }

    /// One of several short forms in a row, as lists of features, methods or results have them.
    fn is_in_series(&self, at: usize) -> bool {
        let short = |n: usize| is_all_capitals(self.words.atoms[n].span.of(self.text));
        let conjunction = |n: usize| matches!(self.words.key(n), "dan" | "and" | "atau" | "or");
        let gap = |n: usize| {
            let [left, right] = [self.words.atoms.get(n)?, self.words.atoms.get(n + 1)?];
            self.text.get(left.span.end..right.span.start)
        };
        let goes_on = |n: usize| matches!(gap(n), Some(", " | " " | "/"));
        let mut count = 1;
        let mut n = at;
        while goes_on(n) && (short(n + 1) || conjunction(n + 1)) {
            n += 1;
            count += usize::from(short(n));
        }
        n = at;
        while n > 0 && goes_on(n - 1) && (short(n - 1) || conjunction(n - 1)) {
            n -= 1;
            count += usize::from(short(n));
        }
        count >= SERIES
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

/// A dateline, a part of a file number (417/PHPU.BUP/2025), a nickname or a word spoken of: Calvin
/// "CW" Winata.
fn is_label(text: &str, span: Span) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let line = before.is_empty() || before.ends_with('\n');
    let quoted =
        before.ends_with(['"', '“', '\'', '‘']) && after.starts_with(['"', '”', '\'', '’']);
    let glued = before.ends_with(['/', '.', '&', '_'])
        || after.starts_with(['/', '&', '_', '$'])
        || after.starts_with('.') && after[1..].starts_with(char::is_alphanumeric);
    line && after.trim_start().starts_with([',', '-', '–', '—', '(', ':', '/']) || quoted || glued
}

fn is_sentence(sentences: &[Sentence], at: usize) -> bool {
    let after = sentences.partition_point(|s| s.span.start <= at);
    after > 0 && sentences[after - 1].kind == Kind::Sentence && at < sentences[after - 1].span.end
}

/// Initials (AH Nasution), names with a short form in them (Stadion GBLA, Sriwijaya FC), numbers of
/// models, roads and cars (AE 1234 XY), ships (KRI Dewaruci), words in capitals in a row.
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
    // SEMA Nomor 3 Tahun 2023
    let numbered = matches!(words.joint(at + 2), Joint::Space | Joint::StopSpace)
        && after.is_some_and(|w| w.eq_ignore_ascii_case("nomor") || w == "No")
        && digit(near(at + 2));
    let vessel = naming().is_cue("vessel", words.key(at)) && after.is_some_and(is_capital);
    short && (name(before) || name(after))
        || vessel
        || numbered
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
