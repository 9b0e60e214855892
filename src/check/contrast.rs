//! Where a text itself sets two people of like names against each other.

use super::people::People;
use super::rival::{is_alike, plain};
use super::words::is_capital;
use crate::language::naming::naming;
use crate::model::Span;

/// An age has so many digits.
const AGE: std::ops::RangeInclusive<usize> = 1..=2;
/// Between two people of one clause stand so many small words: "Rizky digantikan oleh Rizki". More
/// may speak of one person twice.
const BETWEEN: usize = 2;
/// "his former opposite number": so many words before a name tell whose fellow it is.
const POSSESSED: usize = 4;
/// What a text says of two people of like names, one of them in full in the sentence.
const UNRELATED: [&str; 13] = [
    "no relation",
    "not related to",
    "unrelated to",
    "not to be confused with",
    "namesake",
    "similarly named",
    "bukan kerabat",
    "bukan saudara",
    "bukan keluarga",
    "tidak bersaudara",
    "tak bersaudara",
    "hubungan keluarga",
    "hubungan darah",
];
/// What a text says of the spellings of a name.
const SPELLING: [&str; 5] = ["spelled", "spelt", "spelling", "ejaan", "dieja"];

impl People<'_> {
    /// "Harsin dan Harisun"; "Macaraig, no relation to the admiral"; "his opposite number, Agus
    /// Setiabudhi" beside Agus Setyabudi.
    pub(super) fn are_set_apart(&self, a: &[String], b: &[String]) -> bool {
        self.are_joined(a, b)
            || self.are_labelled_apart(a, b)
            || self.is_told_apart(a)
            || self.is_told_apart(b)
            || self.are_both_presented(a, b)
            || self.is_another_beside(a, b)
            || self.is_another_beside(b, a)
    }

    /// Where a mention begins with what the analysis left out of the name: La Ode, Capt.
    pub(super) fn start(&self, span: Span) -> usize {
        let mut start = span.start;
        while let Some(before) = self.text.get(..start).and_then(|t| t.strip_suffix(' ')) {
            let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
            let bare = word.strip_suffix('.').unwrap_or(word);
            // What a quotation mark or a bracket opens is cut off from what stands before.
            if !is_capital(bare) || !bare.chars().all(char::is_alphanumeric) {
                break;
            }
            start = before.len() - word.len();
        }
        start
    }

    fn spans_of<'n>(&'n self, name: &'n [String]) -> impl Iterator<Item = Span> {
        self.ending_in(name).map(|(_, span)| span)
    }

    /// "Harsin dan Harisun", "La Ode Harsin and La Ode Harisun", "Rizky replaced Rizki", "Rizky, Rizki
    /// dan Budi"; also "Sukarno atau Soekarno", where the text tells of both spellings.
    fn are_joined(&self, a: &[String], b: &[String]) -> bool {
        let sentence = |s: Span| self.sentences.partition_point(|o| o.span.start <= s.start);
        let between = |x: Span, y: Span| {
            let gap = self.text.get(x.end..self.start(y));
            is_between_two(gap) || sentence(x) == sentence(y) && is_additions_and(gap)
        };
        // Each with the next of the other: texts of many mentions stay quick.
        let (first, second): (Vec<_>, Vec<_>) =
            (self.spans_of(a).collect(), self.spans_of(b).collect());
        let joins = |from: &[Span], to: &[Span]| {
            from.iter().any(|&x| {
                to.get(to.partition_point(|y| y.start < x.end)).is_some_and(|&y| between(x, y))
            })
        };
        joins(&first, &second) || joins(&second, &first)
    }

    /// "1. Fadlan (Gowa); 2. Fadhlan (Bone)": where each is from, or how old.
    fn are_labelled_apart(&self, a: &[String], b: &[String]) -> bool {
        let labels = |name: &[String]| -> Vec<&str> {
            let behind = self.spans_of(name).filter_map(|span| {
                let rest = self.text.get(span.end..)?.strip_prefix(" (")?;
                rest.get(..rest.find([')', '\n'])?)
            });
            behind
                .filter(|l| l.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
                .collect()
        };
        let kind = |l: &str| l.starts_with(|c: char| c.is_ascii_digit());
        let (first, second) = (labels(a), labels(b));
        let apart = |x: &&str| second.iter().any(|y| kind(x) == kind(y));
        first.iter().any(apart) && !first.iter().any(|x| second.contains(x))
    }

    /// Whether an age stands behind the name ("Harisun, 53 tahun", "Harisun (53)") or a relative
    /// before it ("kemenakannya, La Ode Harsin").
    pub(super) fn introduced(&self, name: &[String]) -> bool {
        self.spans_of(name).any(|span| {
            let after = self.text.get(span.end..).unwrap_or("");
            let age = after.strip_prefix(", ").or(after.strip_prefix(" (")).is_some_and(|rest| {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                let closed = rest[digits..].starts_with([',', ')', '.']);
                AGE.contains(&digits) && (closed || rest[digits..].starts_with(" tahun"))
            });
            age || naming().is_cue("kin", &self.word_before(span))
        })
    }

    /// The word before a mention, over a comma, in small letters.
    fn word_before(&self, span: Span) -> String {
        let before = self.text.get(..self.start(span)).unwrap_or("").trim_end_matches([' ', ',']);
        before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase()
    }

    /// "Kuasa hukum Dedi, Irwan Sahputra, ..." and "Direktur LBH Medan, Irvan Saputra, ...": who is
    /// presented in full, with what he is, has not been met before.
    fn are_both_presented(&self, a: &[String], b: &[String]) -> bool {
        a.iter().any(|x| {
            b.iter()
                .filter(|y| plain(x) != plain(y) && is_alike(x, y))
                .any(|y| self.is_presented(x) && self.is_presented(y))
        })
    }

    fn is_presented(&self, part: &str) -> bool {
        self.with_part(part).any(|span| {
            let (start, end) = (self.start(span), self.end(span));
            let name = self.text.get(start..end).unwrap_or("");
            let first = name.split(' ').next().unwrap_or("").to_lowercase();
            let person = ["body", "owner", "spot"].iter().all(|cue| !naming().is_cue(cue, &first));
            let before = self.text.get(..start).unwrap_or("");
            let after = self.text.get(end..).unwrap_or("");
            person && name.contains(' ') && before.ends_with(", ") && after.starts_with([',', '.'])
        })
    }

    /// Where a mention ends with what the analysis left out of the name: Pratama, a common word.
    fn end(&self, span: Span) -> usize {
        let mut end = span.end;
        while let Some(after) = self.text.get(end..).and_then(|t| t.strip_prefix(' ')) {
            let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
            if !is_capital(word) {
                break;
            }
            end += 1 + word.len();
        }
        end
    }

    /// "Teodoro Macaraig, no relation to the admiral", "dieja Sukarno".
    fn is_told_apart(&self, name: &[String]) -> bool {
        let spans = self.spans_of(name);
        spans.zip(self.sentences_with(name)).any(|(span, s)| {
            let sentence = s.checked_sub(1).and_then(|n| self.sentences.get(n));
            let text = sentence.and_then(|s| self.text.get(s.span.start..s.span.end));
            let text = text.unwrap_or_default().to_lowercase();
            let says = |phrases: &[&str]| phrases.iter().any(|phrase| text.contains(phrase));
            let full =
                || self.text.get(self.start(span)..span.end).is_some_and(|n| n.contains(' '));
            says(&SPELLING) || says(&UNRELATED) && full()
        })
    }

    /// Whether `b` is introduced as someone's relative or fellow ("his opposite number, Agus
    /// Setiabudhi", "his former pupil Nguyen Ngok Hui") right behind `a`, in its sentence or the next:
    /// nobody is his own brother.
    fn is_another_beside(&self, a: &[String], b: &[String]) -> bool {
        let there = self.sentences_with(a);
        let (spans, here) = (self.spans_of(b), self.sentences_with(b));
        spans.zip(here).any(|(span, s)| {
            let word = self.word_before(span);
            (naming().is_cue("fellow", &word) || naming().is_cue("kin", &word))
                && (word.ends_with("nya") || self.is_possessed(span))
                && there.iter().any(|t| *t == s || *t + 1 == s)
        })
    }

    /// "his former pupil Hui", "Rahman's brother, Rachman": one of the last words before the name.
    fn is_possessed(&self, span: Span) -> bool {
        let before = self.text.get(..self.start(span)).unwrap_or("");
        before.rsplit(' ').filter(|w| !w.is_empty()).take(POSSESSED).any(|word| {
            let owner = word.ends_with("'s") || word.ends_with("’s");
            owner || ["his", "her", "their", "whose"].contains(&word.to_lowercase().as_str())
        })
    }
}

/// ", S.H., M.H., dan": nothing but degrees, an age or other names before the conjunction.
fn is_additions_and(gap: Option<&str>) -> bool {
    let words = || gap.unwrap_or("").split(' ').filter(|w| !w.is_empty() && *w != ",");
    let conjunction = |w: &str| matches!(w, "dan" | "and" | "serta");
    words().next_back().is_some_and(conjunction)
        && words().filter(|w| !conjunction(w)).all(|w| {
            let bare = w.trim_start_matches([',', '(']);
            bare.is_empty() || bare.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        })
}

/// Whether what stands between two names makes two people of them: one conjunction or a comma, or
/// few small words and no mark.
fn is_between_two(gap: Option<&str>) -> bool {
    let Some(gap) = gap else { return false };
    let bare = gap.trim_matches([' ', ',']);
    if bare.is_empty() {
        return gap.contains(',');
    }
    let words = || bare.split(' ');
    matches!(bare, "dan" | "and" | "serta" | "&")
        || !gap.contains(',')
            && words().count() <= BETWEEN
            && words().all(|w| w.chars().all(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_added_before_a_conjunction() {
        for gap in [", S.H., M.H., dan ", " (53) dan ", ", Budi, and "] {
            assert!(is_additions_and(Some(gap)), "{gap}");
        }
        for gap in [" ", " (53) pulang dan ", ", S.H., "] {
            assert!(!is_additions_and(Some(gap)), "{gap}");
        }
    }

    #[test]
    fn what_stands_between_two_people() {
        for gap in [" dan ", ", dan ", ", ", " & ", " mengalahkan ", " digantikan oleh ", " vs "] {
            assert!(is_between_two(Some(gap)), "{gap}");
        }
        for gap in [" ", " pulang. Kata ", " pulang, kata ", " (53) pulang ", " lalu kata orang "] {
            assert!(!is_between_two(Some(gap)), "{gap}");
        }
    }
}
