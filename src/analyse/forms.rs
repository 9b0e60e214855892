//! How words are written: capitals, hyphens, invisible characters, one normal form.

use super::number::Stream;
use crate::model::{Lang, Span, Token, TokenKind};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Small words inside names. Indonesian "di" is a preposition, never one of them.
pub(super) fn is_particle(word: &str, lang: Lang) -> bool {
    match word {
        "bin" | "binti" | "van" | "von" | "der" | "de" | "den" | "del" | "da" | "al" | "el"
        | "ibn" | "bint" | "la" | "le" | "dos" => true,
        "di" => lang == Lang::En,
        _ => false,
    }
}

/// Two or more capitals, stops or digits between them allowed: AS, U.S., G20.
pub(super) fn is_acronym(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2
        && word.chars().all(|c| c.is_uppercase() || c.is_numeric() || matches!(c, '.' | '-'))
}

/// Whether the sentence is set in capitals, where capitals say nothing.
pub(super) fn is_shouting(s: Stream<'_>) -> bool {
    let words = s.tokens.iter().filter(|t| t.kind == TokenKind::Word).map(|t| t.span.of(s.text));
    let (mut all, mut capital) = (0_usize, 0_usize);
    for word in words {
        all += 1;
        capital += usize::from(!word.chars().any(char::is_lowercase));
    }
    all >= 3 && capital * 10 >= all * 8
}

pub(super) fn span_of(s: Stream<'_>, at: usize, used: usize) -> Span {
    Span::new(s.tokens[at].span.start, s.tokens[at + used - 1].span.end)
}

/// A name as written, its words between single spaces, hyphens of given names as spaces.
pub(super) fn name_text(s: Stream<'_>, at: usize, used: usize) -> String {
    let mut out = String::new();
    for token in &s.tokens[at..at + used] {
        if !out.is_empty() {
            out.push(' ');
        }
        let written = token.span.of(s.text);
        let written = written.strip_suffix("'s").or(written.strip_suffix("’s")).unwrap_or(written);
        out.extend(
            written.nfc().filter(|c| !is_invisible(*c)).map(|c| if c == '-' { ' ' } else { c }),
        );
    }
    out
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Small letters, composed, one apostrophe, nothing invisible; in English without the possessive.
pub(super) fn normal_form(written: &str, lang: Lang, out: &mut String) {
    let plain = written.is_ascii() || is_nfc_quick(written.chars()) == IsNormalized::Yes;
    let mut add = |c: char| match c {
        '’' | '‘' | 'ʼ' => out.push('\''),
        '\u{2010}' | '\u{2011}' => out.push('-'),
        c if is_invisible(c) => {}
        c => out.extend(c.to_lowercase()),
    };
    if plain {
        written.chars().for_each(&mut add);
    } else {
        written.nfc().for_each(&mut add);
    }
    if lang == Lang::En && out.ends_with("'s") {
        out.truncate(out.len() - 2);
    }
}

/// Cuts hyphened words into their parts, except reduplications (buku-buku), given names
/// (Son-hui) and prefixes (se-Indonesia): the parts of short-range and Rusia-Ukraina mean
/// something each.
pub(super) fn split_compounds(text: &str, tokens: &mut Vec<Token>) {
    let has_hyphen = |t: &Token| {
        t.kind == TokenKind::Word && t.span.of(text).contains(['-', '\u{2010}', '\u{2011}'])
    };
    if !tokens.iter().any(has_hyphen) {
        return;
    }
    let mut out = Vec::with_capacity(tokens.len() + 4);
    for token in tokens.drain(..) {
        let written = token.span.of(text);
        let parts: Vec<&str> = written.split(['-', '\u{2010}', '\u{2011}']).collect();
        if parts.len() < 2 || token.kind != TokenKind::Word || keeps_together(written, &parts) {
            out.push(token);
            continue;
        }
        let mut start = token.span.start;
        for (n, part) in parts.iter().enumerate() {
            let at = start + text[start..].find(part).unwrap_or(0);
            start = at + part.len();
            if !part.is_empty() {
                let digits = part.bytes().all(|b| b.is_ascii_digit());
                let kind = if digits { TokenKind::Number } else { TokenKind::Word };
                out.push(Token { span: Span::new(at, start), kind, spaced: n > 0 || token.spaced });
            }
        }
    }
    *tokens = out;
}

fn keeps_together(written: &str, parts: &[&str]) -> bool {
    let capital = |p: &str| p.starts_with(char::is_uppercase);
    let lower = written.to_lowercase();
    crate::language::indonesian::reduplicated(&lower).is_some()
        || (capital(parts[0])
            && parts.len() == 2
            && !capital(parts[1])
            && parts[1].len() >= 2
            && parts[0].len() <= 6)
        || matches!(parts[0].to_lowercase().as_str(), "e" | "al" | "el" | "x")
}
