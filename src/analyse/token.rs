//! A sentence cut into words, numbers and marks.

use crate::model::is_blank;
use crate::model::{Span, Token, TokenKind};

/// Cuts `text` into tokens; `out` is cleared first, so that one buffer serves many sentences.
pub(crate) fn tokens(text: &str, out: &mut Vec<Token>) {
    out.clear();
    let bytes_end = text.len();
    let mut chars = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, c)) = chars.next() {
        if is_blank(c) {
            // A soft hyphen or a zero-width character inside a word is taken up by the word.
            spaced = true;
            continue;
        }
        let (kind, end) = if c.is_ascii_digit() {
            number(text, start)
        } else if c.is_alphabetic() {
            (TokenKind::Word, word(text, start))
        } else {
            (TokenKind::Mark, start + c.len_utf8())
        };
        let end = end.min(bytes_end);
        while chars.peek().is_some_and(|&(next, _)| next < end) {
            chars.next();
        }
        out.push(Token { span: Span::new(start, end), kind, spaced });
        spaced = false;
    }
}

/// Currency signs in letters that stand before an amount.
const SIGNS: [&str; 8] = ["Rp", "IDR", "USD", "EUR", "RM", "SGD", "AUD", "rp"];

/// Whether the token at `at` is a currency sign in letters before an amount: `Rp 1.500`, `US$425`.
pub(super) fn is_currency(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some([sign, next]) = tokens.get(at..at + 2) else { return false };
    let sign = sign.span.of(text);
    match next.kind {
        TokenKind::Number => SIGNS.contains(&sign),
        _ => {
            !next.spaced
                && next.span.of(text) == "$"
                && matches!(sign, "US" | "S" | "A" | "AU" | "C" | "HK" | "NZ" | "B" | "NT")
                && tokens.get(at + 2).is_some_and(|t| t.kind == TokenKind::Number)
        }
    }
}

/// Bytes of a currency sign in letters that is glued to an amount: `Rp1.500`, `US$425`.
fn currency(rest: &str) -> Option<usize> {
    SIGNS
        .into_iter()
        .find(|sign| {
            rest.strip_prefix(sign).is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()))
        })
        .map(str::len)
}

fn joins_letters(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '\u{2010}' | '\u{2011}')
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric()
        || is_combining(c)
        || matches!(c, '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}')
}

/// The end of the word that starts at `start`: letters and digits, joined by apostrophes and
/// hyphens, and the stops of `U.S.` and `a.m.`.
fn word(text: &str, start: usize) -> usize {
    if let Some(sign) = currency(&text[start..]) {
        return start + sign;
    }
    let mut end = start;
    let mut letters = 0_usize; // since the last stop
    let mut dotted = false;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n);
        if is_inner(c) {
            letters += 1;
            end = start + at + c.len_utf8();
        } else if joins_letters(c) && next.is_some_and(char::is_alphanumeric) {
            letters = 2;
        } else if c == '.' && letters == 1 && next.is_some_and(char::is_alphabetic) {
            letters = 0;
            dotted = true;
        } else if c == '.' && letters > 1 && !dotted && domain_part(&text[start + at + 1..]) {
            letters = 2;
        } else if c == '.' && dotted && letters == 1 {
            return start + at + 1;
        } else {
            break;
        }
    }
    end
}

/// Whether `rest`, after a stop, goes on as a host name does: small letters without a space.
fn domain_part(rest: &str) -> bool {
    let label = rest.split(|c: char| !c.is_ascii_lowercase()).next().unwrap_or("");
    (2..=6).contains(&label.len())
        && matches!(
            label,
            "com"
                | "net"
                | "org"
                | "co"
                | "id"
                | "go"
                | "gov"
                | "edu"
                | "info"
                | "tv"
                | "uk"
                | "io"
        )
}

/// The end of the number that starts at `start`, separators inside included; a number glued to
/// letters (`3D`, `29th`, `10km`) is cut before them, except a leading code (`4x4` stays a word).
fn number(text: &str, start: usize) -> (TokenKind, usize) {
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n);
        if c.is_ascii_digit() {
            end = start + at + 1;
        } else if matches!(c, '.' | ',') && next.is_some_and(|n| n.is_ascii_digit()) {
        } else {
            break;
        }
    }
    (TokenKind::Number, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        tokens(text, &mut out);
        out.iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        assert_eq!(
            cut("Rp1.500,75 untuk buku-buku, kata U.S. envoy Choe Son-hui."),
            [
                "Rp",
                "1.500,75",
                "untuk",
                "buku-buku",
                ",",
                "kata",
                "U.S.",
                "envoy",
                "Choe",
                "Son-hui",
                "."
            ]
        );
        assert_eq!(
            cut("(28/10/2024) 5,75%"),
            ["(", "28", "/", "10", "/", "2024", ")", "5,75", "%"]
        );
        assert_eq!(cut("don’t at 7 a.m. today"), ["don’t", "at", "7", "a.m.", "today"]);
    }

    #[test]
    fn a_sign_before_an_amount_is_a_currency() {
        let signs = |text: &str| -> Vec<String> {
            let mut all = Vec::new();
            tokens(text, &mut all);
            (0..all.len())
                .filter(|&at| is_currency(text, &all, at))
                .map(|at| all[at].span.of(text).to_owned())
                .collect()
        };
        assert_eq!(signs("Rp 5 miliar (US$300,000) atau S$400.000"), ["Rp", "US", "S"]);
        assert_eq!(signs("The US, 5 dollars; Rp; A 5 and S $"), [""; 0]);
    }
}
