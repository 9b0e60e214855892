//! Lines that are no sentences: links to other stories, bylines, sources, headings.

use crate::language::{Facts, NoiseRule};
use crate::model::Span;

/// Whether the whole line is set aside.
pub(super) fn is_noise(line: &str, facts: &Facts) -> bool {
    let plain = plain(line);
    if !plain.contains(char::is_alphanumeric) {
        return true;
    }
    facts.noise.iter().any(|rule| match rule {
        NoiseRule::Starts(start) => plain.strip_prefix(start.as_str()).is_some_and(|rest| {
            start.ends_with([':', '.']) || !rest.starts_with(char::is_alphanumeric)
        }),
        NoiseRule::Only(whole) => plain.trim_end_matches([':', '.']) == whole,
    }) || is_credit(line)
}

/// In small letters, single spaces, none before a colon.
fn plain(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for word in line.split_whitespace() {
        if !out.is_empty() && word != ":" {
            out.push(' ');
        }
        out.extend(word.chars().flat_map(char::to_lowercase));
    }
    out.trim_start_matches(['*', '(', '[', '>', '-', '•', ' ']).to_owned()
}

/// A whole line in brackets with few words: `(ant/kom)`, `(geosurvei.co.id, Nama Penulis)`.
fn is_credit(line: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let inner = line.strip_prefix('(').and_then(|l| l.strip_suffix(')'));
    inner.is_some_and(|i| {
        !i.contains(['(', ')', '?', '!'])
            && !i.contains(". ")
            && i.split_whitespace().count() <= MOST_WORDS
    })
}

/// Whether a line without a closing stop is a headline or sub-heading.
pub(super) fn is_heading(line: &str) -> bool {
    // Longer lines without a stop are sentences whose stop was lost.
    const MOST_WORDS: usize = 16;
    let line = line.trim_start_matches('#').trim();
    let ends_open = line
        .trim_end_matches(['"', '”', '’', '\'', ')', ']', '*'])
        .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '%' | ':' | '$' | '+'));
    let question = line.ends_with(['?', '!'])
        && !line.contains(['"', '“', '.'])
        && line.split_whitespace().count() <= 9;
    (ends_open || question) && line.split_whitespace().count() <= MOST_WORDS && !line.contains(". ")
}

/// Splits `(jhon)` or `(ant/kom)` off the end of a paragraph: the text before it, and its span.
pub(super) fn byline(line: &str) -> (&str, Span) {
    const LONGEST: usize = 40;
    let none = Span::new(line.len(), line.len());
    let body = line.trim_end();
    if !body.ends_with(')') {
        return (line, none);
    }
    let Some(open) = body.rfind('(') else { return (line, none) };
    let before = body[..open].trim_end();
    let closed = before.ends_with(['.', '?', '!', '”', '"', '…']);
    let inner = &body[open + 1..body.len() - 1];
    let short = inner.len() <= LONGEST && inner.split_whitespace().count() <= 4;
    let sentence = inner.ends_with(['.', '?', '!']);
    if closed && short && !sentence && inner.chars().any(char::is_alphabetic) {
        (&line[..open], Span::new(open, body.len()))
    } else {
        (line, none)
    }
}
