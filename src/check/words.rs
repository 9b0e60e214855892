//! A text as the words that spellings are compared by.

use crate::model::{Span, is_blank};
use std::iter::Peekable;
use std::str::CharIndices;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// Blanks, at most one line break among them.
    Space,
    /// A hyphen.
    Hyphen,
    /// A full stop between letters: U.S.
    Stop,
    /// A full stop and a blank: St. Petersburg, or the end of a sentence.
    StopSpace,
    /// Anything else: no phrase goes on over it.
    Break,
}

impl Joint {
    /// Whether two words stand side by side within a sentence.
    pub(super) fn links(self) -> bool {
        matches!(self, Self::Space | Self::Hyphen)
    }
}

/// A run of letters and digits, apostrophes inside it included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Atom {
    pub(super) span: Span,
    /// What stands before it.
    pub(super) joint: Joint,
    /// Its folded form, as bytes of [`Words::folded`].
    key: (u32, u32),
}

/// The words of a text, folded.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) atoms: Vec<Atom>,
    folded: String,
}

impl Words {
    pub(super) fn new(text: &str) -> Self {
        let mut words = Self::default();
        words.atoms.reserve(text.len() / 6);
        words.folded.reserve(text.len());
        let mut end = 0;
        let mut chars = text.char_indices().peekable();
        while let Some((start, last)) = next_word(text, &mut chars) {
            let joint =
                if words.atoms.is_empty() { Joint::Break } else { joint(&text[end..start]) };
            let from = words.folded.len();
            fold(&text[start..last], &mut words.folded);
            let key = (narrow(from), narrow(words.folded.len()));
            words.atoms.push(Atom { span: Span::new(start, last), joint, key });
            end = last;
        }
        words
    }

    /// The folded form of a word.
    pub(super) fn key(&self, at: usize) -> &str {
        let (start, end) = self.atoms[at].key;
        &self.folded[start as usize..end as usize]
    }

    /// What stands before the word `at`; past the end, a break.
    pub(super) fn joint(&self, at: usize) -> Joint {
        self.atoms.get(at).map_or(Joint::Break, |a| a.joint)
    }
}

/// The bytes of the next word.
fn next_word(text: &str, chars: &mut Peekable<CharIndices<'_>>) -> Option<(usize, usize)> {
    let (start, c) = chars.find(|(_, c)| c.is_alphanumeric())?;
    let mut last = start + c.len_utf8();
    while let Some(&(at, c)) = chars.peek() {
        if is_inner(c) {
            last = at + c.len_utf8();
        } else if !(is_apostrophe(c)
            && text[at + c.len_utf8()..].starts_with(char::is_alphanumeric))
        {
            break;
        }
        chars.next();
    }
    Some((start, last))
}

/// The folded form of a text's first word, into `out`; whether it has a word.
pub(super) fn first_word(text: &str, out: &mut String) -> bool {
    out.clear();
    let word = next_word(text, &mut text.char_indices().peekable());
    if let Some((start, last)) = word {
        fold(&text[start..last], out);
    }
    word.is_some()
}

/// Texts of 4 GiB are refused when they are read.
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}')
}

fn is_inner(c: char) -> bool {
    c.is_alphanumeric() || is_invisible(c) || matches!(c, '\u{300}'..='\u{36F}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`')
}

fn joint(between: &str) -> Joint {
    match between {
        " " => Joint::Space,
        "." => Joint::Stop,
        ". " | ".\u{A0}" => Joint::StopSpace,
        "-" | "\u{2010}" | "\u{2011}" => Joint::Hyphen,
        other => {
            let blank = !other.is_empty() && other.chars().all(is_blank);
            if blank && other.matches('\n').count() < 2 { Joint::Space } else { Joint::Break }
        }
    }
}

/// Small letters, composed, one kind of apostrophe, nothing invisible.
pub(super) fn fold(written: &str, out: &mut String) {
    if written.is_ascii() {
        let from = out.len();
        out.push_str(written);
        out[from..].make_ascii_lowercase();
        return;
    }
    let mut add = |c: char| {
        if is_apostrophe(c) {
            out.push('\'');
        } else if !is_invisible(c) {
            out.extend(c.to_lowercase());
        }
    };
    if is_nfc_quick(written.chars()) == IsNormalized::Yes {
        written.chars().for_each(&mut add);
    } else {
        written.nfc().for_each(&mut add);
    }
}

/// Whether a word begins with a capital.
pub(super) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// Whether a word has two capitals or more and no small letter: AS, PBB, G20.
pub(super) fn is_all_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase) && word.chars().filter(|c| c.is_uppercase()).count() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_what_joins_them() {
        let text = "Jum’at di-Zelenskyy-kan,\nyang ke\u{AD}dua\n\nAkhir";
        let words = Words::new(text);
        let all: Vec<(&str, Joint)> =
            (0..words.atoms.len()).map(|n| (words.key(n), words.joint(n))).collect();
        assert_eq!(
            all,
            [
                ("jum'at", Joint::Break),
                ("di", Joint::Space),
                ("zelenskyy", Joint::Hyphen),
                ("kan", Joint::Hyphen),
                ("yang", Joint::Break),
                ("kedua", Joint::Space),
                ("akhir", Joint::Break),
            ]
        );
    }
}
