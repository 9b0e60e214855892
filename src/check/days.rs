//! Weekdays and months of a text against those of its translation.

use super::figures::name;
use super::raw::Raw;
use super::standard::opens;
use super::words::{Words, is_capital};
use crate::language::facts;
use crate::model::{Lang, Numeral, Rule, Span};

/// A weekday or month by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Named {
    span: Span,
    month: bool,
    number: u8,
    /// Certainly meant as one: "May" and "March" at the start of a sentence need not be.
    sure: bool,
    /// Names the night before it.
    eve: bool,
}

fn named(text: &str, lang: Lang, words: &Words) -> Vec<Named> {
    let facts = facts(lang);
    let mut out = Vec::new();
    for (at, atom) in words.atoms.iter().enumerate() {
        let (key, written) = (words.key(at), atom.span.of(text));
        // "minggu" is a week, "mei" no month without a capital.
        if !is_capital(written) {
            continue;
        }
        let key = if lang == Lang::En && key.len() > 4 { key.trim_end_matches('s') } else { key };
        let short = key.len() <= 4 && !LONG_ENOUGH.contains(&key);
        // "Minggu depan" is next week; the night before a day has that day's name (malam Jumat),
        // and Nopember is the name of an institute.
        let opening = key == "minggu" && opens(&text[..atom.span.start]);
        let eve = lang == Lang::Id && at > 0 && words.key(at - 1) == "malam";
        let other = matches!(key, "may" | "march" | "august" | "nopember" | "pebruari");
        let sure = !(short || opening || eve || other);
        if let Some(&number) = facts.weekdays.get(key) {
            out.push(Named { span: atom.span, month: false, number, sure, eve });
        } else if let Some(&number) = facts.months.get(key) {
            out.push(Named { span: atom.span, month: true, number, sure, eve });
        }
    }
    out
}

/// Short names that stand for nothing else.
const LONG_ENOUGH: [&str; 4] = ["rabu", "mei", "juni", "juli"];

/// Weekdays and months that one side lacks or gives otherwise; changed ones at the English.
pub(super) fn compare(
    id: (&str, &Words, &[(Span, Numeral)]),
    en: (&str, &Words, &[(Span, Numeral)]),
    out: &mut [Vec<Raw>; 2],
) {
    let sides = [(id, Lang::Id), (en, Lang::En)];
    let found = sides.map(|((text, words, _), lang)| named(text, lang, words));
    // Months of full dates are compared as dates; here they only count as being there.
    let dated = [id.2, en.2].map(|numerals| {
        numerals
            .iter()
            .filter_map(|&(span, value)| match value {
                Numeral::Date(_, month, _) => Some((span, month)),
                _ => None,
            })
            .collect::<Vec<(Span, u8)>>()
    });
    for month in [true, false] {
        let open = [0, 1].map(|n| {
            let other = 1 - n;
            found[n]
                .iter()
                .filter(|d| d.month == month && d.sure)
                .filter(|d| {
                    let same = |o: &&Named| o.month == month && (o.number == d.number || o.eve);
                    found[other].iter().find(same).is_none()
                })
                .filter(|d| {
                    !month
                        || !dated[other].iter().any(|(_, m)| *m == d.number)
                            && !dated[n]
                                .iter()
                                .any(|(s, _)| s.start <= d.span.start && d.span.end <= s.end)
                })
                .copied()
                .collect::<Vec<Named>>()
        });
        let paired = open[0].len().min(open[1].len());
        for (a, b) in open[0].iter().zip(&open[1]) {
            let (x, y) = (a.span.of(id.0), b.span.of(en.0));
            let message = format!("\"{y}\" stands for \"{x}\" of the Indonesian");
            out[1].push(Raw::new(b.span, Rule::Date, message));
        }
        for (n, list) in open.iter().enumerate() {
            let ((text, ..), _) = sides[n];
            for d in &list[paired..] {
                let message =
                    format!("\"{}\" is not in the {}", d.span.of(text), name(sides[1 - n].1));
                out[n].push(Raw::new(d.span, Rule::Date, message));
            }
        }
    }
}
