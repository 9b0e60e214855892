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
    length + footnote(&rest[length..])
}

/// Bytes of a footnote mark: `[4]`.
fn footnote(rest: &str) -> usize {
    let Some(inner) = rest.strip_prefix('[') else { return 0 };
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) && inner[digits..].starts_with(']') { digits + 2 } else { 0 }
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
    if cut.closed > cut.stop && stops != "." && is_attributed(after, cut.facts) {
        return false;
    }
    if stops != "." {
        return true_stop(stops, cut, &next);
    }
    let before = word_before(&cut.text[cut.start..cut.at]);
    let head = cut.text[cut.start..cut.at - before.len()].trim_end_matches(is_blank);
    // A quote or bracket closed after the stop ends the sentence, whatever the word was; only
    // titles and initials are still open ("(Dr.) Smith").
    let abbreviation = cut.facts.abbreviations.get(before).copied();
    if cut.closed > cut.stop {
        // "Kol. (Mar.) Widodo": an abbreviation alone in brackets belongs to what follows.
        let bracketed = abbreviation.is_some() && head.ends_with('(');
        return !bracketed && !matches!(abbreviation, Some(Abbreviation::Title));
    }
    // "1. Text", "a. Text": the mark of a list at the start of a sentence.
    if cut.text[cut.start..cut.at].trim_matches(is_blank) == before && is_list_mark(before) {
        return false;
    }
    match abbreviation {
        Some(kind) => after_abbreviation(kind, before, &next, cut),
        None if is_initial(before) => after_initial(before, head, &next),
        None if is_dotted(before) => next.common,
        None => true,
    }
}

/// "Why wait?" Johnson said: a name and a verb of speech right after a closed quotation.
fn is_attributed(after: &str, facts: &Facts) -> bool {
    const MOST_WORDS: usize = 4;
    after
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’' && c != '-')
        .filter(|w| !w.is_empty())
        .take(MOST_WORDS)
        .take_while(|w| w.starts_with(char::is_uppercase) || facts.speech.contains(w))
        .any(|w| facts.speech.contains(w))
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
        Abbreviation::Other => false,
        // "Turn left on Elm St. The clinic ...": after a name it is no title of the next one.
        Abbreviation::Title => {
            let head = cut.text[cut.start..cut.at - word.len()].trim_end_matches(is_blank);
            let previous = head.rsplit(is_blank).next().unwrap_or("");
            next.function && previous.starts_with(char::is_uppercase) && !previous.ends_with('.')
        }
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
        Abbreviation::Company | Abbreviation::Degree => {
            !next.bracket
                && (next.common || next.known || next.word.to_lowercase().ends_with("nya"))
        }
    }
}

/// `J. K. Rowling`, `George W. Bush`; but "... kata dia di X. Ia menambahkan ...", "Partai B.
/// Keduanya ...", "4 °C. Embun ...".
fn after_initial(before: &str, head: &str, next: &Next<'_>) -> bool {
    if next.bracket {
        return false;
    }
    if next.function {
        return true;
    }
    let previous = head.rsplit(is_blank).next().unwrap_or("");
    // A unit or an amount stands after a figure or a sign, a name's initial never does.
    let measured = previous.ends_with(|c: char| c.is_ascii_digit())
        || (head.ends_with(['°', 'º']) && before.chars().count() == 1);
    measured || (next.common && !previous.starts_with(char::is_uppercase))
}

/// What follows a possible cut.
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
struct Next<'a> {
    word: &'a str,
    can_start: bool,
    digit: bool,
    quoted: bool,
    shouted: bool,
    roman: bool,
    bracket: bool,
    /// A function word.
    function: bool,
    /// Capital only because it stands first: a function word or a word that often opens sentences.
    common: bool,
    /// A common word by its ending: no name.
    known: bool,
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
            || (first.is_lowercase() && (inner_capital || is_hyphened_acronym(opened)))
            || (quoted && !first.is_lowercase())
            || matches!(first, '•' | '@' | '#' | '$' | '€' | '£');
        // A quotation opens; a bracket goes on with what stands before it.
        let speech = quoted && !after.starts_with(['(', '[', '{']);
        let shouted = word.len() >= 2 && word.chars().all(|c| c.is_uppercase() || c.is_numeric());
        let roman = !word.is_empty() && word.chars().all(|c| "IVXLC".contains(c)) && word != "I";
        let lower = word.to_lowercase();
        let function =
            word.starts_with(char::is_uppercase) && lower.len() > 1 && is_function(&lower);
        Some(Self {
            word,
            can_start,
            digit,
            quoted,
            shouted,
            roman,
            bracket: quoted && !speech,
            function,
            common: is_starter(word) || speech,
            known: has_common_ending(&lower),
        })
    }
}

/// e-KTP, e-Samsat: a small letter, a hyphen, a capital.
fn is_hyphened_acronym(opened: &str) -> bool {
    let mut chars = opened.chars().skip(1);
    chars.next() == Some('-') && chars.next().is_some_and(char::is_uppercase)
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

fn is_function(lower: &str) -> bool {
    use crate::language::facts;
    use crate::model::Lang;
    [Lang::Id, Lang::En].iter().any(|&l| facts(l).function.contains(lower))
}

/// Derived Indonesian words are no names: pengadilan, perusahaan, kepolisian.
fn has_common_ending(lower: &str) -> bool {
    lower.len() >= 8
        && ["peng", "pen", "pem", "per", "ke", "pe"].iter().any(|p| lower.starts_with(p))
        && lower.ends_with("an")
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
    (left.chars().count() >= SHORTEST || is_function(left))
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
