//! Numbers and days as values: `10.000`, `10,000`, `1,5 juta`, `dua ratus ribu`, `28/10/2024`, `Oct. 28`.

use super::reading::Reading;
use crate::language::{Facts, NumberWord};
use crate::model::{Lang, Numeral, Token, TokenKind};

/// What a number or date is, and how many tokens it takes.
pub(super) type Found = (usize, Numeral);

/// The tokens of one sentence, with what is needed to read them.
#[derive(Clone, Copy)]
pub(super) struct Stream<'a> {
    /// The sentence.
    pub text: &'a str,
    /// Its tokens.
    pub tokens: &'a [Token],
    /// What is known of each as written.
    pub words: &'a [&'a Reading],
    /// Its language.
    pub lang: Lang,
    /// Facts of that language.
    pub facts: &'a Facts,
}

impl Stream<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| &w.lower)
    }

    fn digits(&self, at: usize) -> Option<&str> {
        let token = self.tokens.get(at)?;
        (token.kind == TokenKind::Number).then(|| token.span.of(self.text))
    }

    fn glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| !t.spaced)
    }
}

/// The day that starts at token `at`, if one does.
pub(super) fn date(s: Stream<'_>, at: usize) -> Option<Found> {
    if let Some(first) = s.digits(at) {
        return numeric_date(s, at, first)
            .or_else(|| day_month(s, at, first))
            .or_else(|| first_of_days(s, at, first))
            .or_else(|| last_of_days(s, at, first));
    }
    month_day(s, at)
}

/// Whether token `at` joins two days: `19-20 November`, `19 and 20 November`.
fn joins_days(s: Stream<'_>, at: usize) -> bool {
    matches!(s.word(at), "-" | "–" | "/" | "dan" | "and" | "to" | "hingga" | "sampai" | "&" | ",")
}

/// `19` of `19-20 November`: the month of the day behind it.
fn first_of_days(s: Stream<'_>, at: usize, first: &str) -> Option<Found> {
    let day = day_of(first)?;
    if !joins_days(s, at + 1) {
        return None;
    }
    let (_, last) = day_month(s, at + 2, s.digits(at + 2)?)?;
    let Numeral::Date(year, month, _) = last else { return None };
    Some((1, Numeral::Date(year, month, day)))
}

/// `20` of `Nov. 19-20`: the month before the day before it.
fn last_of_days(s: Stream<'_>, at: usize, last: &str) -> Option<Found> {
    let day = day_of(last)?;
    if s.lang != Lang::En || at < 3 || !joins_days(s, at - 1) || s.word(at - 1) == "," {
        return None;
    }
    day_of(s.digits(at - 2)?)?;
    let before = if s.word(at - 3) == "." { at.checked_sub(4)? } else { at - 3 };
    let month = *s.facts.months.get(s.word(before))?;
    Some((1, Numeral::Date(0, month, day)))
}

/// The two figures of a result: `21-17`.
pub(super) fn result(s: Stream<'_>, at: usize) -> Option<(f64, f64)> {
    let (first, last) = (s.digits(at)?, s.digits(at + 2)?);
    let joined = matches!(s.word(at + 1), "-" | "–") && s.glued(at + 1) && s.glued(at + 2);
    // Not the middle of 2024-11-22 or a telephone number.
    let goes_on = matches!(s.word(at + 3), "-" | "–") && s.glued(at + 3);
    let went_before = at > 0 && matches!(s.word(at - 1), "-" | "–") && s.glued(at);
    if !joined || goes_on || went_before || first.len() > 3 || last.len() > 3 {
        return None;
    }
    Some((f64::from(whole(first)?), f64::from(whole(last)?)))
}

fn whole(digits: &str) -> Option<u16> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

fn day_of(digits: &str) -> Option<u8> {
    whole(digits).filter(|d| (1..=31).contains(d)).and_then(|d| u8::try_from(d).ok())
}

fn year_of(digits: &str) -> Option<u16> {
    whole(digits).filter(|y| (1800..=2100).contains(y))
}

/// `28/10`, `28/10/2024`, `28-10-2024`: day first, as both Indonesian and British pages write it.
fn numeric_date(s: Stream<'_>, at: usize, first: &str) -> Option<Found> {
    let mark = s.word(at + 1);
    if !matches!(mark, "/" | "-") || !s.glued(at + 1) || !s.glued(at + 2) {
        return None;
    }
    let (day, month) = (day_of(first)?, day_of(s.digits(at + 2)?)?);
    let year = (s.word(at + 3) == mark && s.glued(at + 3)).then(|| s.digits(at + 4)).flatten();
    let year = year.and_then(|y| match whole(y)? {
        short @ 0..=99 if y.len() == 2 => Some(2000 + short),
        _ => year_of(y),
    });
    // Without a year only a slash makes a date: 20-17 is a score.
    if year.is_none() && mark == "-" {
        return None;
    }
    let (day, month) = if month > 12 && day <= 12 { (month, day) } else { (day, month) };
    (month <= 12)
        .then(|| (if year.is_some() { 5 } else { 3 }, Numeral::Date(year.unwrap_or(0), month, day)))
}

/// `28 Oktober 2024`, `28th of October`.
fn day_month(s: Stream<'_>, at: usize, first: &str) -> Option<Found> {
    let day = day_of(first)?;
    let mut next = at + 1;
    if s.glued(next) && matches!(s.word(next), "st" | "nd" | "rd" | "th") {
        next += 1;
    }
    if s.word(next) == "of" {
        next += 1;
    }
    let month = *s.facts.months.get(s.word(next))?;
    next += 1;
    let mut year = 0;
    let after = if s.word(next) == "." { next + 1 } else { next };
    if let Some(y) = s.digits(after).and_then(year_of) {
        year = y;
        next = after + 1;
    }
    Some((next - at, Numeral::Date(year, month, day)))
}

/// `October 28, 2024`, `Oct. 28`, `Oktober 2024`. A month alone is a word.
fn month_day(s: Stream<'_>, at: usize) -> Option<Found> {
    let token = s.tokens.get(at)?;
    if !token.span.of(s.text).starts_with(char::is_uppercase) {
        return None;
    }
    let month = *s.facts.months.get(s.word(at))?;
    let mut next = at + 1;
    if s.word(next) == "." {
        next += 1;
    }
    let first = s.digits(next)?;
    if let Some(year) = year_of(first) {
        return Some((next + 1 - at, Numeral::Date(year, month, 0)));
    }
    // "Mei 10.000" is no day; Indonesian puts the day first.
    let day = day_of(first).filter(|_| s.lang == Lang::En)?;
    next += 1;
    if s.glued(next) && matches!(s.word(next), "st" | "nd" | "rd" | "th") {
        next += 1;
    }
    let comma = usize::from(s.word(next) == ",");
    if let Some(year) = s.digits(next + comma).and_then(year_of) {
        return Some((next + comma + 1 - at, Numeral::Date(year, month, day)));
    }
    Some((next - at, Numeral::Date(0, month, day)))
}

/// The number that starts at token `at`, in digits or words, with its scale and percent sign.
pub(super) fn number(s: Stream<'_>, at: usize) -> Option<Found> {
    let (mut next, mut value, in_digits) = if let Some(digits) = s.digits(at) {
        (at + 1, value_of(digits, s.lang)?, true)
    } else {
        let (used, value) = in_words(s, at)?;
        (at + used, value, false)
    };
    if in_digits {
        if s.word(next) == ":" && s.glued(next) && s.glued(next + 1) {
            // 10:30 is the time that Indonesian writes 10.30.
            if let Some(minutes) = s.digits(next + 1).and_then(whole).filter(|m| *m < 60) {
                value += f64::from(minutes) / 100.0;
                next += 2;
            }
        }
        if matches!(s.word(next), "p.m" | "p.m." | "pm") && value < 12.0 {
            value += 12.0;
            next += 1;
        } else if matches!(s.word(next), "a.m" | "a.m." | "am") {
            next += 1;
        }
        if let Some(scale) = s.facts.short_scales.get(s.word(next)) {
            // "Rp1,5 M" with a capital: a small m is a metre.
            let written = s.tokens[next].span.of(s.text);
            let capital =
                written.len() > 1 || written.starts_with(char::is_uppercase) || s.word(next) == "k";
            if capital && (s.glued(next) || after_currency(s, at)) {
                value *= scale;
                next += 1;
            }
        }
    }
    while let Some(NumberWord::Scale(scale)) = s.facts.numbers.get(s.word(next)) {
        value *= scale;
        next += 1;
    }
    if s.word(next) == "-" && s.glued(next) && s.glued(next + 1) {
        // "500-million": the hyphen between a number and its scale.
        if let Some(NumberWord::Scale(scale)) = s.facts.numbers.get(s.word(next + 1)) {
            value *= scale;
            next += 2;
        }
    }
    if s.facts.percent.contains(s.word(next)) {
        return Some((next + 1 - at, Numeral::Percent(value)));
    }
    // A basis point is a hundredth of a percent.
    if matches!((s.word(next), s.word(next + 1)), ("basis", "point" | "points" | "poin")) {
        return Some((next + 2 - at, Numeral::Percent(value / 100.0)));
    }
    if matches!(s.word(next), "bps" | "bp") {
        return Some((next + 1 - at, Numeral::Percent(value / 100.0)));
    }
    if s.word(next) == "per" && s.word(next + 1) == "cent" {
        return Some((next + 2 - at, Numeral::Percent(value)));
    }
    Some((next - at, Numeral::Value(value)))
}

fn after_currency(s: Stream<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(s.word(before), "rp" | "$" | "us$" | "usd" | "idr" | "€" | "£")
    })
}

/// Digits with separators as the language writes them. A separator that leaves exactly three
/// digits groups thousands even where the language would read a decimal: newsrooms mix the two,
/// and nobody prints three decimals in the news.
pub fn value_of(digits: &str, lang: Lang) -> Option<f64> {
    let (group, decimal) = match lang {
        Lang::Id => ('.', ','),
        Lang::En => (',', '.'),
    };
    let grouped = |c: char| {
        let mut parts = digits.split(c);
        let first = parts.next().unwrap_or("");
        let mut count = 0;
        let threes = parts.all(|p| {
            count += 1;
            p.len() == 3
        });
        count > 0 && threes && (1..=3).contains(&first.len()) && first != "0"
    };
    // One mark before the decimals, none elsewhere.
    let pointed = |mark: char| {
        let (whole, part) = digits.split_once(mark).unwrap_or((digits, "0"));
        format!("{whole}.{}", part.replace(mark, ""))
    };
    let plain = if digits.contains(group) && digits.contains(decimal) {
        digits.replace(group, "").replace(decimal, ".")
    } else if digits.contains(group) {
        if grouped(group) { digits.replace(group, "") } else { pointed(group) }
    } else if digits.contains(decimal) {
        // 1.200 in English stays a decimal; in Indonesian 10,000 is ten thousand.
        if grouped(decimal) && lang == Lang::Id {
            digits.replace(decimal, "")
        } else {
            pointed(decimal)
        }
    } else {
        digits.to_owned()
    };
    plain.parse().ok()
}

/// `dua ratus lima puluh ribu`, `twenty-five thousand`. A lone "satu" or "one" is no number.
fn in_words(s: Stream<'_>, at: usize) -> Option<(usize, f64)> {
    let mut total = 0.0;
    let mut part = 0.0;
    let mut next = at;
    let mut lone_one = true;
    let mut seen = false;
    loop {
        let word = s.word(next);
        let Some(&kind) = s.facts.numbers.get(word).or_else(|| hyphened(s, word)) else { break };
        match kind {
            NumberWord::Unit(v) => {
                // Two units in a row are two numbers: "dua tiga".
                if seen && part % 10.0 != 0.0 {
                    break;
                }
                part += v + hyphen_unit(s, word);
                lone_one &= (v - 1.0).abs() < f64::EPSILON;
            }
            NumberWord::Tens(v) => {
                part += v + hyphen_unit(s, word);
                lone_one = false;
            }
            NumberWord::Teen if seen => part += 10.0,
            NumberWord::Ten if seen => {
                let unit = part % 10.0;
                part += unit * 9.0;
            }
            NumberWord::Hundred => {
                if !seen {
                    break;
                }
                let low = part % 100.0;
                part += (if low == 0.0 { 1.0 } else { low }) * 100.0 - low;
                lone_one = false;
            }
            NumberWord::Scale(v) => {
                if !seen {
                    break;
                }
                total += (if part == 0.0 { 1.0 } else { part }) * v;
                part = 0.0;
                lone_one = false;
            }
            NumberWord::One(v) => {
                if v >= 1000.0 {
                    total += v;
                } else {
                    part += v;
                }
                lone_one = false;
            }
            NumberWord::Teen | NumberWord::Ten => break,
        }
        seen = true;
        next += 1;
    }
    (seen && !lone_one).then_some((next - at, total + part))
}

/// `a hundred and twenty` as `one hundred twenty`.
pub(super) fn spell_out<'a>(
    tokens: &mut Vec<Token>,
    words: &mut Vec<&'a Reading>,
    one: &'a Reading,
) {
    let numbers = &crate::language::facts(Lang::En).numbers;
    let large = |word: Option<&&Reading>| {
        let kind = word.and_then(|w| numbers.get(&*w.lower));
        matches!(kind, Some(NumberWord::Hundred | NumberWord::Scale(_)))
    };
    let mut at = 0;
    while at < words.len() {
        if matches!(&*words[at].lower, "a" | "an") && large(words.get(at + 1)) {
            words[at] = one;
        }
        let next = words.get(at + 1).map(|w| w.lower.split('-').next().unwrap_or(&w.lower));
        let tail = next.and_then(|w| numbers.get(w));
        let small = matches!(tail, Some(NumberWord::Unit(_) | NumberWord::Tens(_)));
        if &*words[at].lower == "and" && at > 0 && large(words.get(at - 1)) && small {
            tokens.remove(at);
            words.remove(at);
        } else {
            at += 1;
        }
    }
}

/// The tens of `twenty-five`.
fn hyphened<'a>(s: Stream<'a>, word: &str) -> Option<&'a NumberWord> {
    let (tens, unit) = word.split_once('-')?;
    matches!(s.facts.numbers.get(unit), Some(NumberWord::Unit(_)))
        .then(|| s.facts.numbers.get(tens))
        .flatten()
        .filter(|n| matches!(n, NumberWord::Tens(_)))
}

fn hyphen_unit(s: Stream<'_>, word: &str) -> f64 {
    match word.split_once('-').and_then(|(_, unit)| s.facts.numbers.get(unit)) {
        Some(NumberWord::Unit(v)) => *v,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::facts;

    fn read(text: &str, lang: Lang) -> Option<Numeral> {
        let mut tokens = Vec::new();
        crate::analyse::token::tokens(text, &mut tokens);
        let lexicon = crate::lexicon::Lexicon::builtin();
        let words: Vec<Reading> =
            tokens.iter().map(|t| Reading::of(t.span.of(text), lang, lexicon)).collect();
        let words: Vec<&Reading> = words.iter().collect();
        let s = Stream { text, tokens: &tokens, words: &words, lang, facts: facts(lang) };
        date(s, 0).or_else(|| number(s, 0)).map(|f| f.1)
    }

    #[test]
    fn one_value_in_both_languages() {
        use Numeral::{Percent, Value};
        for (id, en, value) in [
            ("10.000", "10,000", Value(10_000.0)),
            ("1,5 juta", "1.5 million", Value(1_500_000.0)),
            ("2,75 miliar", "2.75 billion", Value(2_750_000_000.0)),
            ("dua ratus lima puluh ribu", "two hundred fifty thousand", Value(250_000.0)),
            ("dua puluh lima", "twenty-five", Value(25.0)),
            ("tujuh belas", "seventeen", Value(17.0)),
            ("seribu", "one thousand", Value(1000.0)),
            ("5,75 persen", "5.75 percent", Percent(5.75)),
            ("12%", "12 per cent", Percent(12.0)),
            ("10.30", "10:30", Value(10.30)),
        ] {
            assert_eq!(read(id, Lang::Id), Some(value), "{id}");
            assert_eq!(read(en, Lang::En), Some(value), "{en}");
        }
        assert_eq!(read("Satu", Lang::Id), None);
    }

    #[test]
    fn one_day_in_both_languages() {
        let day = |y| Some(Numeral::Date(y, 10, 29));
        assert_eq!(read("29 Oktober 2024", Lang::Id), day(2024));
        assert_eq!(read("29/10", Lang::Id), day(0));
        assert_eq!(read("29/10/2024", Lang::Id), day(2024));
        assert_eq!(read("Oct. 29, 2024", Lang::En), day(2024));
        assert_eq!(read("October 29th", Lang::En), day(0));
        assert_eq!(read("29 October", Lang::En), day(0));
        assert_eq!(read("October 2024", Lang::En), Some(Numeral::Date(2024, 10, 0)));
        assert_eq!(read("29 dan 30 Oktober 2024", Lang::Id), day(2024));
        assert_eq!(read("29-30 October", Lang::En), day(0));
    }
}
