//! A sentence as the finder of names sees it: words between spaces, with what stands around them.

use crate::language::{Abbreviation, Facts};
use crate::model::Span;

/// What stands around a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// Nothing of note.
    Nothing,
    /// Quotes of its own.
    Quotes,
    /// A bracket opens before it.
    Bracket,
}

/// One word as written.
#[derive(Debug, Clone)]
pub(super) struct Token<'a> {
    /// Without quotes, brackets and commas around it.
    pub(super) text: &'a str,
    /// In small letters, without full stops.
    pub(super) lower: String,
    /// Bytes within the sentence.
    pub(super) span: Span,
    /// Whether it begins a sentence or a quotation.
    pub(super) opens: bool,
    /// Whether something other than a space stands before it.
    pub(super) apart: bool,
    /// What stands right around it.
    pub(super) around: Around,
}

impl Token<'_> {
    pub(super) fn is_quoted(&self) -> bool {
        self.around == Around::Quotes
    }

    pub(super) fn is_bracketed(&self) -> bool {
        self.around == Around::Bracket
    }

    pub(super) fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    pub(super) fn is_shouted(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        letters.clone().count() > 1 && letters.all(char::is_uppercase)
    }

    /// J., or Ph. in a row of initials.
    pub(super) fn is_initial(&self) -> bool {
        self.text.ends_with('.')
            && self.text.len() <= 5
            && self.text.split('.').all(|p| p.chars().count() <= 1)
            && self.is_capital()
    }

    /// Something that looks like the address of a site.
    pub(super) fn is_site(&self) -> bool {
        let Some((name, end)) = self.text.rsplit_once('.') else { return false };
        name.len() > 2
            && (2..=4).contains(&end.len())
            && self.text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))
            && end.chars().all(|c| c.is_ascii_alphabetic())
            && matches!(
                end.to_lowercase().as_str(),
                "id" | "com" | "org" | "net" | "co" | "tv" | "info" | "news"
            )
    }
}

const OPENING: [char; 8] = ['"', '“', '‘', '\'', '(', '[', '—', '–'];
const CLOSING: [char; 12] = ['"', '”', '’', '\'', ')', ']', ',', ';', ':', '?', '!', '…'];

/// Cuts a sentence.
pub(super) fn tokens<'a>(text: &'a str, facts: &Facts) -> Vec<Token<'a>> {
    let mut out: Vec<Token<'a>> = Vec::new();
    let (mut opens, mut apart) = (true, true);
    for (start, word) in words(text) {
        let inner = word.trim_start_matches(OPENING);
        let before = &word[..word.len() - inner.len()];
        let core = inner.trim_end_matches(CLOSING);
        let (mut core, mut after) = (core, &inner[core.len()..]);
        let stopped = core.trim_end_matches('.');
        let initial = stopped.chars().count() == 1 || stopped.contains('.');
        let abbreviation = facts
            .abbreviations
            .get(stopped)
            .is_some_and(|a| !matches!(a, Abbreviation::Month | Abbreviation::Number));
        if core.ends_with('.') && !(initial && !stopped.is_empty() || abbreviation) {
            core = stopped.trim_end_matches(CLOSING).trim_end_matches('.');
            after = &inner[core.len()..];
        }
        let begin = start + before.len();
        if before.contains(['"', '“', '‘']) {
            opens = true;
        }
        if core.is_empty() || !core.chars().any(char::is_alphanumeric) {
            apart = true;
            opens |= word.contains([':', '"', '“', '–', '—']) || word == "-";
            continue;
        }
        let possessive = core.strip_suffix("'s").or_else(|| core.strip_suffix("’s"));
        let owned = possessive.is_some();
        let core = possessive.unwrap_or(core);
        // Indonesian "its" behind a name: X-nya.
        let core = core.strip_suffix("-nya").unwrap_or(core);
        let quote = |s: &str| s.contains(['"', '“', '”', '‘', '’', '\'']);
        out.push(Token {
            text: core,
            lower: core.to_lowercase().replace('.', ""),
            span: Span::new(begin, begin + core.len()),
            opens,
            apart: apart || !before.is_empty() || text[..start].ends_with(['/', '–']),
            around: match () {
                () if before.contains('(') => Around::Bracket,
                () if quote(before) && quote(after) => Around::Quotes,
                () => Around::Nothing,
            },
        });
        opens = after.contains([':', '?', '!', '.']) && !after.is_empty();
        apart = owned || !after.is_empty();
    }
    pairs(&out)
}

/// Siti Djafar-Simon Lagonda are two people: a hyphen between two names of several words parts them.
fn pairs<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    let mut out: Vec<Token<'a>> = Vec::with_capacity(tokens.len());
    for (n, t) in tokens.iter().enumerate() {
        let next = tokens.get(n + 1).is_some_and(|n| n.is_capital() && !n.apart);
        let before = out.last().is_some_and(Token::is_capital) && !t.apart;
        let cut = t.text.split_once('-').filter(|(a, b)| {
            let name = |w: &str| w.len() > 2 && w.starts_with(char::is_uppercase);
            next && before && name(a) && name(b)
        });
        let Some((a, b)) = cut else {
            out.push(t.clone());
            continue;
        };
        let middle = t.span.start + a.len();
        for (text, start, apart) in [(a, t.span.start, t.apart), (b, middle + 1, true)] {
            out.push(Token {
                text,
                lower: text.to_lowercase(),
                span: Span::new(start, start + text.len()),
                apart,
                ..t.clone()
            });
        }
    }
    out
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // Mori/Hayakawa and Kupang–Seba are two words, 24/11 is one.
    let pieces = text.split([' ', '\n', '\t', '\u{A0}']).flat_map(|w| {
        let cut = w.chars().any(char::is_alphabetic) && !w.contains("://");
        w.split(move |c| cut && matches!(c, '/' | '–'))
    });
    pieces.filter(|w| !w.is_empty()).map(move |w| (w.as_ptr() as usize - text.as_ptr() as usize, w))
}
