//! Text to sentences.
//!
//! Takes an article's text and language; gives [`Sentence`]s whose spans point into that text and
//! cover everything but white space: what is not a sentence to align is marked, never dropped.

mod boundary;
mod dateline;
mod noise;
mod paragraph;

pub use boundary::split;

use crate::language::facts;
use crate::model::{Article, Kind, Sentence, Span, is_blank};

/// The sentences, headings and noise of an article, in order.
pub fn sentences(article: &Article) -> Vec<Sentence> {
    let facts = facts(article.lang);
    let text = article.text.as_str();
    let mut out: Vec<Sentence> = Vec::new();
    let mut push = |kind, span: Span, paragraph| {
        if !span.is_empty() {
            let number = u32::try_from(out.len() + 1).unwrap_or(u32::MAX);
            out.push(Sentence { number, kind, span, paragraph });
        }
    };
    if article.lines {
        for (at, span) in paragraph::lines(text, article.body).enumerate() {
            // A line keeps its number even when it is empty: results speak of line numbers.
            let number = u32::try_from(at + 1).unwrap_or(u32::MAX);
            out.push(Sentence { number, kind: Kind::Sentence, span, paragraph: number });
        }
        return out;
    }
    let mut body_started = false;
    for (at, span) in paragraph::paragraphs(text, article.body).into_iter().enumerate() {
        let paragraph = u32::try_from(at + 1).unwrap_or(u32::MAX);
        let line = span.of(text);
        if noise::is_noise(line, facts) {
            push(Kind::Noise, span, paragraph);
        } else if noise::is_heading(line) {
            push(Kind::Heading, span, paragraph);
        } else {
            let cut = if body_started { 0 } else { dateline::length(line) };
            body_started = true;
            push(Kind::Noise, trimmed(text, Span::new(span.start, span.start + cut)), paragraph);
            let (rest, byline) = noise::byline(&line[cut..]);
            for piece in split(rest, facts) {
                push(Kind::Sentence, piece.shifted(span.start + cut), paragraph);
            }
            push(Kind::Noise, byline.shifted(span.start + cut), paragraph);
        }
    }
    out
}

/// The span without white space at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let piece = span.of(text);
    let start = span.start + (piece.len() - piece.trim_start_matches(is_blank).len());
    let end = span.end - (piece.len() - piece.trim_end_matches(is_blank).len());
    if start < end { Span::new(start, end) } else { Span::new(span.end, span.end) }
}
