//! Listed phrases that the words of a sentence were cut across, or that stand inside others.

use super::TermText;
use super::heads::{self, Head};
use crate::lexicon::Lexicon;
use crate::model::{Class, Form, Lang, Span};

/// Units behind a phrase that a listed phrase which it was cut across may reach into.
const MOST_BEHIND: usize = 2;

/// What a number counts in, where several words say it: 25 "basis poin".
pub(super) fn counted(span: Span, text: &TermText<'_>) -> Option<String> {
    let plain = span.of(text.text);
    let from = plain.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let unit = plain[from..].trim().to_lowercase();
    unit.contains(' ').then_some(unit)
}

/// What the last words of the phrase at `first` and one or two units behind it are together: in
/// "perjanjian kemitraan" and "strategis" there is a "kemitraan strategis", in "menerbitkan surat" and
/// "persetujuan berlayar" a "surat persetujuan berlayar".
pub(super) fn overlapping(first: usize, text: &TermText<'_>) -> Vec<String> {
    let words = &text.analysed.words;
    let own = words[first].span;
    if !own.of(text.text).contains(' ') {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut end = own.end;
    for next in words.iter().skip(first + 1).take(MOST_BEHIND) {
        if text.text.get(end..next.span.start) != Some(" ") {
            break;
        }
        end = next.span.end;
        let whole = text.text[own.start..end].to_lowercase();
        let inside = own.of(text.text).match_indices(' ');
        out.extend(inside.filter_map(|(at, _)| whole.get(at + 1..).map(str::to_owned)));
    }
    out
}

/// The listed phrase of a passive, with the word behind it: "dihitung ulang" is a "menghitung ulang".
pub(super) fn passive_phrase(first: usize, active: &str, text: &TermText<'_>) -> Option<String> {
    let [own, next] = text.analysed.words.get(first..first + 2)? else { return None };
    let (form, next) = (own.span.of(text.text), next.span.of(text.text));
    let is_passive = form.starts_with("di") && active.starts_with("me");
    is_passive.then(|| format!("{active} {}", next.to_lowercase()))
}

/// The longest listed noun phrase that a name begins with and that does not fill it: "Kedutaan Besar
/// Republik Indonesia". One word is enough where the name begins with a small letter: "resolusi Dewan
/// Keamanan".
pub(super) fn lead_of_name(form: &Form, lexicon: &Lexicon) -> Option<Head> {
    if form.lang != Lang::Id || form.class != Class::Name {
        return None;
    }
    let words: Vec<String> = form.text.split(' ').map(str::to_lowercase).collect();
    let least = if form.text.starts_with(char::is_lowercase) { 1 } else { 2 };
    let most = words.len().checked_sub(1)?;
    (least..=most)
        .rev()
        .filter_map(|count| heads::head(&words[..count].join(" "), lexicon))
        .find(Head::is_noun)
}

/// What may stand inside a phrase as a term of its own: its beginnings and ends of several words,
/// the noun that it is about (rudal in "rudal balistik"), and its last noun if the phrase keeps its
/// meaning (pajak in "pembebasan pajak", tax exemption; no kaki in "pergelangan kaki", ankle).
pub(super) fn inside(phrase: &str, lexicon: &Lexicon) -> Vec<String> {
    let words: Vec<&str> = phrase.split(' ').collect();
    let mut out: Vec<String> = Vec::new();
    if let [first, .., last] = words[..] {
        out.push(first.to_owned());
        if keeps_meaning(phrase, last, lexicon) {
            out.push(last.to_owned());
        }
    }
    for count in 2..words.len() {
        out.push(words[..count].join(" "));
        out.push(words[words.len() - count..].join(" "));
    }
    out
}

/// Whether the likeliest English of a noun stands in the English of a noun phrase with it. A rank
/// behind an office is none (direktur jenderal).
fn keeps_meaning(phrase: &str, noun: &str, lexicon: &Lexicon) -> bool {
    let own = lexicon.senses(noun).iter().max_by(|a, b| a.weight.total_cmp(&b.weight));
    let Some(own) = own.filter(|s| s.pos == "n" && !lexicon.is_title(noun)) else { return false };
    let has = |english: &str| english.split([' ', '-']).any(|w| lexicon.lemma(w) == own.english);
    lexicon.senses(phrase).iter().any(|s| s.pos == "n" && has(s.english))
}
