//! Numbers of a text against those of its translation.

use super::loose::loose;
use super::raw::Raw;
use super::words::Words;
use crate::model::{Lang, Numeral, Rule, Span};

/// A number or a day as a text gives it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure {
    span: Span,
    value: Numeral,
    /// Written in letters: "dua ratus".
    spelled: bool,
    currency: Option<&'static str>,
}

/// Small numbers in letters come and go in translation (both, a couple, kedua): up to this one
/// nothing is missed, only a change is seen.
const IDIOMATIC: f64 = 12.0;

/// One side of a unit, with what its figures are compared by.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) lang: Lang,
    pub(super) words: &'a Words,
    figures: Vec<Figure>,
    /// Values that words stand for which are no numbers by themselves: second, both, a dozen.
    loose: Vec<f64>,
}

impl<'a> Side<'a> {
    pub(super) fn new(
        text: &'a str,
        lang: Lang,
        words: &'a Words,
        numerals: &[(Span, Numeral)],
    ) -> Self {
        let figures = numerals
            .iter()
            .map(|&(span, value)| {
                let spelled = !span.of(text).bytes().any(|b| b.is_ascii_digit());
                Figure { span, value, spelled, currency: currency(text, span) }
            })
            .collect();
        Self { text, lang, words, figures, loose: loose(text, lang, words) }
    }

    fn has_word(&self, any: &[&str]) -> bool {
        (0..self.words.atoms.len()).any(|n| any.contains(&self.words.key(n)))
    }

    fn written(&self, figure: &Figure) -> &'a str {
        figure.span.of(self.text)
    }
}

/// Figures that one side lacks or gives otherwise; where both are there, at the English.
pub(super) fn compare(id: &Side<'_>, en: &Side<'_>, out: &mut [Vec<Raw>; 2]) {
    let mut open = [unmatched(id, en), unmatched(en, id)];
    for days in [false, true] {
        let of = |list: &Vec<usize>, side: &Side<'_>| -> Vec<usize> {
            list.iter().copied().filter(|&n| is_day(&side.figures[n]) == days).collect()
        };
        let (left, right) = (of(&open[0], id), of(&open[1], en));
        let paired = left.len().min(right.len());
        for (&a, &b) in left.iter().zip(&right) {
            out[1].push(changed(id, &id.figures[a], en, &en.figures[b]));
        }
        open[0].retain(|n| !left[..paired].contains(n));
        open[1].retain(|n| !right[..paired].contains(n));
    }
    for (n, (side, other)) in [(id, en), (en, id)].into_iter().enumerate() {
        for &at in &open[n] {
            let figure = &side.figures[at];
            if is_needed(figure, side) {
                let rule = if is_day(figure) { Rule::Date } else { Rule::Number };
                let message =
                    format!("\"{}\" is not in the {}", side.written(figure), name(other.lang));
                out[n].push(Raw::new(figure.span, rule, message));
            }
        }
    }
    units(id, en, out);
}

pub(super) fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Id => "Indonesian",
        Lang::En => "English",
    }
}

fn is_day(figure: &Figure) -> bool {
    matches!(figure.value, Numeral::Date(..))
}

fn amount(value: Numeral) -> Option<f64> {
    match value {
        Numeral::Value(v) | Numeral::Percent(v) => Some(v),
        Numeral::Date(..) => None,
    }
}

fn is_needed(figure: &Figure, side: &Side<'_>) -> bool {
    match amount(figure.value) {
        None => true,
        // "seribu satu", "jutaan", "a hundred times": round numbers in letters are often idioms.
        Some(v) if figure.spelled => v > IDIOMATIC && !equal(v, 100.0) && !equal(v, 1000.0),
        // The number of a list's item is not part of what it says.
        Some(_) => {
            let rest = side.text.trim_start().strip_prefix(side.written(figure));
            !rest.is_some_and(|r| r.starts_with(". ") || r.starts_with(") "))
        }
    }
}

/// The figures of `a` that `b` has not.
fn unmatched(a: &Side<'_>, b: &Side<'_>) -> Vec<usize> {
    (0..a.figures.len())
        .filter(|&n| !b.figures.iter().any(|f| same(a, &a.figures[n], b, f)) && !is_loose(a, n, b))
        .collect()
}

fn equal(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs())
}

/// Whether figure `x`, looked for, is `y`.
fn same(a: &Side<'_>, x: &Figure, b: &Side<'_>, y: &Figure) -> bool {
    match (x.value, y.value) {
        (Numeral::Date(y1, m1, d1), Numeral::Date(y2, m2, d2)) => {
            m1 == m2 && (d1 == d2 || d1 == 0) && (y1 == y2 || y1 == 0 || y2 == 0)
        }
        // A day is there only with its number, a month and year with the year.
        (Numeral::Date(y, _, d), v) => {
            let wanted = if d > 0 { f64::from(d) } else { f64::from(y) };
            amount(v).is_some_and(|v| equal(v, wanted))
        }
        (v, Numeral::Date(y, m, d)) => {
            let v = amount(v).unwrap_or(-1.0);
            [f64::from(y), f64::from(d), f64::from(m)].iter().any(|p| *p > 0.0 && equal(*p, v))
        }
        _ => {
            let (Some(v), Some(w)) = (amount(x.value), amount(y.value)) else { return false };
            equal(v, w) || is_same_hour(a, v, b, w) || is_decade(v, w)
        }
    }
}

/// 19.30 and 7:30 in the evening.
fn is_same_hour(a: &Side<'_>, v: f64, b: &Side<'_>, w: f64) -> bool {
    const HOURS: [&str; 8] = ["pukul", "jam", "wib", "wita", "wit", "o'clock", "noon", "midnight"];
    equal((v - w).abs(), 12.0) && v.max(w) < 25.0 && (a.has_word(&HOURS) || b.has_word(&HOURS))
}

/// 1990-an and the '90s.
fn is_decade(v: f64, w: f64) -> bool {
    let (low, high) = (v.min(w), v.max(w));
    (1900.0..2100.0).contains(&high)
        && (10.0..100.0).contains(&low)
        && low % 10.0 == 0.0
        && equal(high % 100.0, low)
}

/// Whether figure `n` of `a` is in `b` in a shape that is no figure by itself.
fn is_loose(a: &Side<'_>, n: usize, b: &Side<'_>) -> bool {
    let figure = &a.figures[n];
    let Some(v) = amount(figure.value) else { return false };
    if b.loose.iter().any(|w| equal(*w, v)) {
        return true;
    }
    // "10 sampai 15 ribu" is 10,000 to 15,000: the scale stands behind the second alone.
    let shared = |own: &Side<'_>, at: usize, v: f64, there: &Side<'_>| {
        own.figures.get(at + 1).is_some_and(|next| {
            let between =
                &own.text[own.figures[at].span.end..next.span.start.max(own.figures[at].span.end)];
            is_range(between)
                && [1e3, 1e6, 1e9, 1e12].iter().any(|scale| {
                    let wanted = v * scale;
                    amount(next.value).is_some_and(|w| w >= *scale)
                        && there
                            .figures
                            .iter()
                            .any(|f| amount(f.value).is_some_and(|w| equal(w, wanted)))
                })
        })
    };
    shared(a, n, v, b)
        || (0..b.figures.len()).any(|m| {
            amount(b.figures[m].value).is_some_and(|w| {
                [1e3, 1e6, 1e9, 1e12].iter().any(|s| equal(w * s, v)) && shared(b, m, w, a)
            })
        })
        // "setengah delapan" is half past seven.
        || a.lang == Lang::Id && figure.spelled && a.has_word(&["setengah"])
        || b.lang == Lang::Id && b.has_word(&["setengah"]) && (v.fract() > 0.0 || v <= IDIOMATIC)
}

fn is_range(between: &str) -> bool {
    matches!(
        between.trim(),
        "-" | "–"
            | "—"
            | "hingga"
            | "sampai"
            | "dan"
            | "atau"
            | "s.d."
            | "s/d"
            | "ke"
            | "menjadi"
            | "to"
            | "and"
            | "or"
            | "sampai dengan"
    )
}

fn changed(id: &Side<'_>, a: &Figure, en: &Side<'_>, b: &Figure) -> Raw {
    let (x, y) = (id.written(a), en.written(b));
    if is_day(a) {
        let message = format!("\"{y}\" stands for \"{x}\" of the Indonesian: not the same day");
        return Raw::new(b.span, Rule::Date, message);
    }
    let (v, w) = (amount(a.value).unwrap_or(0.0), amount(b.value).unwrap_or(0.0));
    let factor = if v > 0.0 && w > 0.0 { (v / w).max(w / v) } else { 0.0 };
    let hint =
        if equal(factor, 1e3) { "; juta is million, miliar billion, triliun trillion" } else { "" };
    let message = format!(
        "\"{y}\" ({}) stands for \"{x}\" ({}) of the Indonesian{hint}",
        grouped(w),
        grouped(v)
    );
    Raw::new(b.span, Rule::Number, message)
}

/// Digits with commas, as English writes them.
fn grouped(v: f64) -> String {
    let plain = format!("{v}");
    let (whole, part) = plain.split_once('.').map_or((plain.as_str(), ""), |(w, p)| (w, p));
    let mut out = String::new();
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    if part.is_empty() { out } else { format!("{out}.{part}") }
}

/// Equal figures whose currency or percent sign differs.
fn units(id: &Side<'_>, en: &Side<'_>, out: &mut [Vec<Raw>; 2]) {
    for b in &en.figures {
        let Some(w) = amount(b.value) else { continue };
        let twins: Vec<&Figure> =
            id.figures.iter().filter(|a| amount(a.value).is_some_and(|v| equal(v, w))).collect();
        if twins.is_empty() {
            continue;
        }
        let currency =
            b.currency.filter(|c| twins.iter().all(|a| a.currency.is_some_and(|d| d != *c)));
        if let (Some(c), Some(d)) = (currency, twins[0].currency) {
            let message =
                format!("\"{}\" is an amount in {c}; the Indonesian has it in {d}", en.written(b));
            out[1].push(Raw::new(b.span, Rule::Number, message));
        }
        let percent = |f: &Figure| matches!(f.value, Numeral::Percent(_));
        if twins.iter().all(|a| percent(a) != percent(b))
            && !b.spelled
            && twins.iter().all(|a| !a.spelled)
        {
            let (lacks, word): (&Side<'_>, _) =
                if percent(b) { (id, id.lang) } else { (en, en.lang) };
            if !lacks.has_word(&PERCENT) && !lacks.text.contains('%') {
                let message = format!(
                    "\"{}\" is a percentage on one side only: not in the {}",
                    en.written(b),
                    name(word)
                );
                out[1].push(Raw::new(b.span, Rule::Number, message));
            }
        }
    }
}

const PERCENT: [&str; 8] =
    ["persen", "persentase", "percent", "percentage", "pct", "poin", "points", "cent"];

/// What an amount is in, by the sign before it or the word after it.
fn currency(text: &str, span: Span) -> Option<&'static str> {
    const SIGNS: [(&str, &str); 14] = [
        ("US$", "dollars"),
        ("S$", "Singapore dollars"),
        ("A$", "Australian dollars"),
        ("HK$", "Hong Kong dollars"),
        ("$", "dollars"),
        ("USD", "dollars"),
        ("Rp.", "rupiah"),
        ("Rp", "rupiah"),
        ("IDR", "rupiah"),
        ("€", "euros"),
        ("EUR", "euros"),
        ("£", "pounds"),
        ("¥", "yen"),
        ("RM", "ringgit"),
    ];
    const NAMES: [(&str, &str); 13] = [
        ("rupiah", "rupiah"),
        ("dolar Singapura", "Singapore dollars"),
        ("Singapore dollar", "Singapore dollars"),
        ("dolar Australia", "Australian dollars"),
        ("Australian dollar", "Australian dollars"),
        ("dolar", "dollars"),
        ("dollar", "dollars"),
        ("U.S. dollar", "dollars"),
        ("US dollar", "dollars"),
        ("euro", "euros"),
        ("pound", "pounds"),
        ("yen", "yen"),
        ("ringgit", "ringgit"),
    ];
    let before = text[..span.start].trim_end_matches([' ', '\u{A0}']);
    let after = text[span.end..].trim_start_matches([' ', '\u{A0}', '-']);
    let sign = SIGNS.iter().find(|(sign, _)| before.ends_with(sign));
    sign.or_else(|| NAMES.iter().find(|(name, _)| after.starts_with(name))).map(|(_, c)| *c)
}
