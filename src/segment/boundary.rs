//! Where a paragraph is cut into sentences.
//!
//! A cut needs a stop, then a space, then something that can begin a sentence; abbreviations,
//! initials and numbers before the stop forbid it. Where both readings are possible two sentences
//! stay joined: a sentence cut in half can match nothing, a joined pair still can.

use super::trimmed;
use crate::language::{Abbreviation, Facts};
use crate::model::{Span, is_blank};

/// The sentences of one paragraph, without white space at their ends.
pub fn split(text: &str, facts: &Facts) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !is_stop(c) {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(next, d)) = chars.peek() {
            if !is_stop(d) {
                break;
            }
            end = next + d.len_utf8();
            chars.next();
        }
        let closed = end + closers(&text[end..]);
        if is_boundary(&Cut { text, facts, start, at, stop: end, closed }) {
            let span = trimmed(text, Span::new(start, closed));
            if !span.is_empty() {
                out.push(span);
            }
            start = closed;
            while chars.peek().is_some_and(|&(next, _)| next < closed) {
                chars.next();
            }
        }
    }
    let rest = trimmed(text, Span::new(start, text.len()));
    if !rest.is_empty() {
        out.push(rest);
    }
    out
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '?' | '!' | '…')
}

/// Bytes of closing quotes and brackets at the start of `rest`. A straight quote closes only if
/// no letter follows it.
fn closers(rest: &str) -> usize {
    let mut length = 0;
    for c in rest.chars() {
        let straight = matches!(c, '"' | '\'');
        if !(straight || matches!(c, '”' | '’' | '»' | ')' | ']' | '}')) {
            break;
        }
        let after = rest[length + c.len_utf8()..].chars().next();
        if straight && after.is_some_and(char::is_alphanumeric) {
            break;
        }
        length += c.len_utf8();
    }
    length
}

/// A place where a cut may be: `at` is the first stop, `stop` the end of the run of stops,
/// `closed` the end of the closing marks after it.
struct Cut<'a> {
    text: &'a str,
    facts: &'a Facts,
    start: usize,
    at: usize,
    stop: usize,
    closed: usize,
}

fn is_boundary(cut: &Cut<'_>) -> bool {
    let rest = &cut.text[cut.closed..];
    let after = rest.trim_start_matches(is_blank);
    if after.is_empty() {
        return false;
    }
    let spaced = after.len() < rest.len();
    if !spaced && !glued_words(cut, after) {
        return false;
    }
    let Some(next) = Next::of(after) else { return false };
    if !next.can_start {
        return false;
    }
    let stops = &cut.text[cut.at..cut.stop];
    if stops != "." {
        return true_stop(stops, cut, &next);
    }
    let before = word_before(&cut.text[cut.start..cut.at]);
    // A quote or bracket closed after the stop ends the sentence, whatever the word was; only
    // titles and initials are still open ("(Dr.) Smith").
    let abbreviation = cut.facts.abbreviations.get(before).copied();
    if cut.closed > cut.stop {
        return !matches!(abbreviation, Some(Abbreviation::Title));
    }
    // "1. Text", "a. Text": the mark of a list at the start of a sentence.
    if cut.text[cut.start..cut.at].trim_matches(is_blank) == before && is_list_mark(before) {
        return false;
    }
    match abbreviation {
        Some(kind) => after_abbreviation(kind, before, &next, cut),
        None if is_initial(before) => after_initial(before, &next, cut),
        None if is_dotted(before) => next.common,
        None => true,
    }
}

/// `?`, `!`, `...` and their mixtures.
fn true_stop(stops: &str, cut: &Cut<'_>, next: &Next<'_>) -> bool {
    let before = word_before(&cut.text[cut.start..cut.at]);
    // "Yahoo! Finance": a name with a mark inside goes on with a name.
    if stops == "!"
        && cut.closed == cut.stop
        && before.starts_with(char::is_uppercase)
        && before.len() < 8
    {
        let lone = cut.text[cut.start..cut.at].trim_matches(is_blank) == before;
        return lone || next.common || next.quoted || !is_brand(before);
    }
    // An ellipsis between words of one thought is followed by a small letter; `Next` has seen to it.
    true
}

/// Names that carry an exclamation mark.
fn is_brand(word: &str) -> bool {
    matches!(word, "Yahoo" | "Jeopardy" | "Yum" | "Kahoot" | "Oxygen")
}

fn after_abbreviation(kind: Abbreviation, word: &str, next: &Next<'_>, cut: &Cut<'_>) -> bool {
    match kind {
        Abbreviation::Title | Abbreviation::Other => false,
        Abbreviation::Number => !next.digit && !next.roman && !is_initial(next.word),
        Abbreviation::Month => !next.digit && next.common,
        Abbreviation::End => {
            let lower = next.word.to_lowercase();
            let time = cut.facts.weekdays.contains_key(lower.as_str())
                || cut.facts.months.contains_key(lower.as_str())
                || next.shouted;
            // "U.S. Army", "7 p.m. Monday" go on; "dll. Pemerintah" does not.
            if word.contains('.') { next.common && !time } else { !next.digit && !time }
        }
        Abbreviation::Company | Abbreviation::Degree => next.common,
    }
}

/// `J. K. Rowling`, `George W. Bush`; but "... kata dia di X. Ia menambahkan ...".
fn after_initial(before: &str, next: &Next<'_>, cut: &Cut<'_>) -> bool {
    if next.common {
        let head = cut.text[cut.start..cut.at - before.len()].trim_end_matches(is_blank);
        let previous = head.rsplit(is_blank).next().unwrap_or("");
        // After a name, a single letter is an initial even before "The Hague".
        return !previous.starts_with(char::is_uppercase) || next.word.chars().count() <= 3;
    }
    false
}

/// What follows a possible cut.
struct Next<'a> {
    word: &'a str,
    can_start: bool,
    digit: bool,
    quoted: bool,
    shouted: bool,
    roman: bool,
    /// Capital only because it stands first: a function word or a common word.
    common: bool,
}

impl<'a> Next<'a> {
    fn of(after: &'a str) -> Option<Self> {
        let opened = after.trim_start_matches(['"', '“', '‘', '\'', '«', '(', '[', '¿', '¡']);
        let quoted = opened.len() < after.len();
        let opened = opened.trim_start_matches(is_blank);
        let first = opened.chars().next().or_else(|| after.chars().next())?;
        let word = opened
            .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
            .next()
            .unwrap_or("");
        let inner_capital = word.chars().skip(1).take(2).any(char::is_uppercase);
        let digit = first.is_ascii_digit();
        // "- item", "• item" after a stop begin something new; a dash inside goes on.
        let can_start = first.is_uppercase()
            || digit
            || (first.is_lowercase() && inner_capital)
            || (quoted && !first.is_lowercase())
            || matches!(first, '•' | '@' | '#' | '$' | '€' | '£');
        let shouted = word.len() >= 2 && word.chars().all(|c| c.is_uppercase() || c.is_numeric());
        let roman = !word.is_empty() && word.chars().all(|c| "IVXLC".contains(c)) && word != "I";
        Some(Self {
            word,
            can_start,
            digit,
            quoted,
            shouted,
            roman,
            common: is_starter(word) || quoted,
        })
    }
}

/// Words that open sentences and are no names: their capital says that a sentence begins.
fn is_starter(word: &str) -> bool {
    use crate::language::facts;
    use crate::model::Lang;
    let lower = word.to_lowercase();
    word.starts_with(char::is_uppercase)
        && (lower.chars().count() > 1 || lower == "i" || lower == "a")
        && [Lang::Id, Lang::En].iter().any(|&l| {
            let f = facts(l);
            f.function.contains(lower.as_str()) || f.starters.contains(lower.as_str())
        })
}

/// A stop without a space after it is a cut only between two plain words: "pergi.Dia".
fn glued_words(cut: &Cut<'_>, after: &str) -> bool {
    const SHORTEST: usize = 3;
    if cut.closed > cut.stop {
        return after.starts_with(char::is_uppercase) && &cut.text[cut.at..cut.stop] == ".";
    }
    let before = &cut.text[cut.start..cut.at];
    let left = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let left_whole = before.rsplit(is_blank).next().unwrap_or("");
    let right: &str = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    let right_whole = after.split(is_blank).next().unwrap_or("");
    let lower = |w: &str| w.chars().skip(1).all(char::is_lowercase);
    left.chars().count() >= SHORTEST
        && right.chars().count() >= SHORTEST
        && left.chars().all(char::is_lowercase)
        && right.starts_with(char::is_uppercase)
        && lower(right)
        && !left_whole.contains(['/', '@', '.'])
        && !right_whole.trim_end_matches(is_stop).contains(['/', '@', '.'])
        && !matches!(right.to_lowercase().as_str(), "com" | "net" | "org" | "info" | "gov" | "edu")
}

/// The letters, digits and inner stops that stand right before a stop.
fn word_before(head: &str) -> &str {
    let begin = head
        .char_indices()
        .rev()
        .take_while(|&(_, c)| c.is_alphanumeric() || matches!(c, '.' | '-' | '/'))
        .last()
        .map_or(head.len(), |(at, _)| at);
    let word = head[begin..].trim_start_matches(['.', '-', '/']);
    // "Son-hui" ends a name, "s.d" is one abbreviation: only the last part of a hyphened word counts.
    word.rsplit('-').next().unwrap_or(word)
}

/// One capital letter, or capitals with stops: `J`, `A.H`.
fn is_initial(word: &str) -> bool {
    let mut parts = word.split('.');
    parts.all(|p| p.chars().count() == 1 && p.starts_with(char::is_uppercase))
}

/// An abbreviation with inner stops that no list has: `e.V`, `S.Ak`.
fn is_dotted(word: &str) -> bool {
    word.contains('.')
        && word.chars().any(char::is_alphabetic)
        && word.split('.').all(|p| p.chars().count() <= 3)
}

/// `1`, `12`, `a`, `B`, `iv` as the mark of a list.
fn is_list_mark(word: &str) -> bool {
    let number = word.len() <= 2 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    number || letter
}
