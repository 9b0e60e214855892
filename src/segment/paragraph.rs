//! Lines and paragraphs.

use super::trimmed;
use crate::model::Span;

/// Every line from byte `from`, without its line end and outer white space. A last line end adds
/// no empty line.
pub(super) fn lines(text: &str, from: usize) -> impl Iterator<Item = Span> {
    let mut at = from;
    std::iter::from_fn(move || {
        if at >= text.len() {
            return None;
        }
        let rest = &text[at..];
        let (length, step) = match rest.find('\n') {
            Some(end) => (end, end + 1),
            None => match rest.find('\r') {
                // Old Macintosh line ends.
                Some(end) => (end, end + 1),
                None => (rest.len(), rest.len()),
            },
        };
        let span = trimmed(text, Span::new(at, at + length));
        at += step;
        Some(span)
    })
}

/// Paragraphs: one a line, unless the text is wrapped at a fixed width; then blank lines divide.
pub(super) fn paragraphs(text: &str, from: usize) -> Vec<Span> {
    let lines: Vec<Span> = lines(text, from).collect();
    if !is_wrapped(text, &lines) {
        return lines.into_iter().filter(|s| !s.is_empty()).collect();
    }
    let mut out: Vec<Span> = Vec::new();
    let mut open = false;
    for line in lines {
        if line.is_empty() {
            open = false;
        } else if open && let Some(last) = out.last_mut() {
            last.end = line.end;
        } else {
            out.push(line);
            open = true;
        }
    }
    out
}

/// Whether line ends fall inside sentences: most inner line ends follow a word and precede a
/// small letter.
fn is_wrapped(text: &str, lines: &[Span]) -> bool {
    let (mut inner, mut broken) = (0_usize, 0_usize);
    for pair in lines.windows(2) {
        let (a, b) = (pair[0].of(text), pair[1].of(text));
        let (Some(last), Some(first)) = (a.chars().next_back(), b.chars().next()) else { continue };
        inner += 1;
        if (last.is_alphanumeric() || last == ',') && first.is_lowercase() {
            broken += 1;
        }
    }
    // A wrapped page breaks inside a sentence at nearly every line; a page with one paragraph a
    // line almost never does.
    broken >= 2 && broken * 5 >= inner * 2
}
