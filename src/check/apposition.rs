//! What a text says of a short form in passing: between commas, or in a clause behind it.

use super::acronym::Place;
use super::standard::opens;
use super::words::is_capital;
use crate::language::facts;
use crate::model::{Lang, Span};

/// Between commas beside a short form, so many words may say what it is: "BPLX, the state's weather
/// agency,". More are a clause of their own.
const APPOSITION: usize = 6;

/// Words of a noun phrase before a comma, its noun first.
const LOOKBACK: usize = 3;
/// Indonesian active verbs have more letters: meja and merk are nouns.
const VERB: usize = 5;
/// Function words that an English noun phrase may hold before its noun.
const WITHIN: [&str; 10] = ["a", "an", "the", "its", "their", "his", "her", "our", "of", "one"];

impl Place<'_> {
    /// Whether what stands between commas beside the short form says what it is.
    pub(super) fn is_apposed(&self, at: usize) -> bool {
        let span = self.words.atoms[at].span;
        let comma = |text: &str| text.trim_start().starts_with(',');
        if self.is_told_in_clause(at) {
            return true;
        }
        if comma(&self.text[span.end..]) {
            let mut next = at + 1;
            while next < self.words.atoms.len()
                && next <= at + APPOSITION
                && (next == at + 1 || self.words.joint(next).links())
                && !self.ends_phrase(at + 1, next)
            {
                let Span { start, end } = self.words.atoms[next].span;
                let noun = self.is("apposes", self.words.key(next));
                let plain = !is_capital(&self.text[start..end]);
                // Indonesian puts the noun first: "BPLX, badan cuaca setempat,"; "CEPI, a coalition
                // that pays for vaccines" needs no second comma.
                let sure = self.lang == Lang::Id
                    && self.opens_apposition(at + 1, next)
                    && plain
                    && !self.points(next + 1)
                    && !self.goes_on_as_sentence(next)
                    || matches!(self.words.key(at + 1), "a" | "an") && plain
                    || comma(&self.text[end..]);
                if noun && sure {
                    return true;
                }
                next += 1;
            }
        }
        // "Pengelola kawasan, BPLX,": in Indonesian the noun comes first.
        let back = if self.lang == Lang::Id { LOOKBACK } else { 1 };
        let phrase = (at.saturating_sub(back)..at)
            .rev()
            .take_while(|n| n + 1 == at || self.words.joint(n + 1).links());
        self.text[..span.start].trim_end().ends_with(',')
            && comma(&self.text[span.end..])
            && phrase.into_iter().any(|n| {
                // "dari Bank Mandiri, BPLX, dan Telkom": a name is not what another one is.
                let noun = self.words.atoms[n].span;
                let opens = opens(&self.text[..noun.start]);
                let plain = n + 1 == at || opens || !is_capital(noun.of(self.text));
                plain && self.is("apposes", self.words.key(n))
            })
    }

    /// Whether a word of an English clause behind a comma cannot stand in what says what something is:
    /// "BPLX, a week after his office closed", "BPLX, according to the agency".
    fn ends_phrase(&self, first: usize, at: usize) -> bool {
        let word = self.words.key(at);
        let begins = at == first && (word == "according" || word.ends_with("ing"));
        self.lang == Lang::En
            && (begins || facts(Lang::En).function.contains(word) && !WITHIN.contains(&word))
    }

    /// "BPLX, which makes engines", "BPLX, yang berkantor di Bandung": a clause that says what
    /// something is or does always, not what it did or said once.
    fn is_told_in_clause(&self, at: usize) -> bool {
        let gap = |n: usize| {
            let start = self.words.atoms.get(n).map(|a| a.span.start);
            start.and_then(|start| self.text.get(self.words.atoms[n - 1].span.end..start))
        };
        let (Some(", "), Some(" ")) = (gap(at + 1), gap(at + 2)) else { return false };
        // One word may stand between: "which also makes", "yang juga berkantor".
        let verb = |n: usize| {
            n < self.words.atoms.len()
                && self.is("tells", self.words.key(n))
                // "which is investigating" is no more than news.
                && !(gap(n + 1) == Some(" ") && self.words.key(n + 1).ends_with("ing"))
        };
        matches!(self.words.key(at + 1), "which" | "yang")
            && (verb(at + 2) || gap(at + 3) == Some(" ") && verb(at + 3))
    }

    /// "BPLX, badan cuaca setempat,", "BPLX, sebuah badan".
    fn opens_apposition(&self, first: usize, noun: usize) -> bool {
        let lead = matches!(self.words.key(first), "sebuah" | "suatu" | "salah" | "satu");
        noun == first || noun == first + 1 && lead
    }

    /// "Kali ini dari BPLX, pengelola gedung mengklaim": the noun is a subject, a verb follows it.
    fn goes_on_as_sentence(&self, noun: usize) -> bool {
        let behind = (noun + 1..self.words.atoms.len())
            .take_while(|n| self.words.joint(*n).links())
            .take(APPOSITION);
        for n in behind {
            let key = self.words.key(n);
            if matches!(key, "yang" | "untuk" | "tempat" | "dengan") {
                return false;
            }
            if key.starts_with("me") && key.len() > VERB {
                return true;
            }
        }
        false
    }

    /// "Menurut BPLX, lembaga itu": what is known already.
    fn points(&self, at: usize) -> bool {
        at < self.words.atoms.len() && matches!(self.words.key(at), "itu" | "ini" | "tersebut")
    }
}
