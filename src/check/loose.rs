//! Values of words that are no numbers by themselves: second, both, a dozen; kedua, selusin.

use super::words::{Joint, Words};
use crate::language::{NumberWord, facts};
use crate::model::Lang;

const INDONESIAN: [(&str, f64); 22] = [
    ("kedua", 2.0),
    ("keduanya", 2.0),
    ("berdua", 2.0),
    ("sepasang", 2.0),
    ("pasangan", 2.0),
    ("kembar", 2.0),
    ("ganda", 2.0),
    ("setengah", 0.5),
    ("separuh", 0.5),
    ("separuh", 50.0),
    ("setengah", 50.0),
    ("seperempat", 0.25),
    ("seperempat", 25.0),
    ("perempat", 0.25),
    ("perempat", 0.75),
    ("selusin", 12.0),
    ("lusin", 12.0),
    ("dekade", 10.0),
    ("dasawarsa", 10.0),
    ("abad", 100.0),
    ("pertama", 1.0),
    ("satu", 1.0),
];
const ENGLISH: [(&str, f64); 36] = [
    ("one", 1.0),
    ("first", 1.0),
    ("once", 1.0),
    ("second", 2.0),
    ("both", 2.0),
    ("twice", 2.0),
    ("couple", 2.0),
    ("pair", 2.0),
    ("twin", 2.0),
    ("twins", 2.0),
    ("double", 2.0),
    ("doubled", 2.0),
    ("third", 3.0),
    ("triple", 3.0),
    ("tripled", 3.0),
    ("fourth", 4.0),
    ("quarter", 0.25),
    ("quarter", 25.0),
    ("quarter", 15.0),
    ("fifth", 5.0),
    ("sixth", 6.0),
    ("seventh", 7.0),
    ("eighth", 8.0),
    ("ninth", 9.0),
    ("tenth", 10.0),
    ("eleventh", 11.0),
    ("twelfth", 12.0),
    ("dozen", 12.0),
    ("decade", 10.0),
    ("decades", 10.0),
    ("century", 100.0),
    ("half", 0.5),
    ("half", 50.0),
    ("half", 30.0),
    ("noon", 12.0),
    ("midnight", 24.0),
];

/// Every such value in a text: a number of the other side may stand in this shape.
pub(super) fn loose(text: &str, lang: Lang, words: &Words) -> Vec<f64> {
    let table: &[(&str, f64)] = if lang == Lang::Id { &INDONESIAN } else { &ENGLISH };
    let mut out = Vec::new();
    for at in 0..words.atoms.len() {
        let key = words.key(at);
        out.extend(table.iter().filter(|(w, _)| *w == key).map(|(_, v)| *v));
        // U-17, G20, COVID-19: the digits belong to a name on one side, to a number on the other.
        let digits = key.trim_start_matches(|c: char| !c.is_ascii_digit());
        let bound = digits.len() < key.len() || words.joint(at) == Joint::Hyphen;
        if bound && !digits.is_empty() && words.atoms[at].span.of(text).len() == key.len() {
            out.extend(digits.parse::<f64>().ok());
        }
        match lang {
            Lang::Id => ordinal(key, &mut out),
            Lang::En => {
                let before = at.checked_sub(1).map_or("", |b| words.key(b));
                round_or_ordinal(key, before, &mut out);
            }
        }
    }
    out
}

/// ketiga, bertiga, seperlima
fn ordinal(key: &str, out: &mut Vec<f64>) {
    let numbers = &facts(Lang::Id).numbers;
    for prefix in ["ke", "ber", "seper"] {
        if let Some(NumberWord::Unit(v)) = key.strip_prefix(prefix).and_then(|k| numbers.get(k)) {
            out.push(if prefix == "seper" { 1.0 / v } else { *v });
        }
    }
}

/// the hundred, per thousand; twentieth, thirteenth
fn round_or_ordinal(key: &str, before: &str, out: &mut Vec<f64>) {
    let numbers = &facts(Lang::En).numbers;
    let article = matches!(before, "a" | "an" | "the" | "one" | "per");
    match numbers.get(key) {
        Some(NumberWord::Hundred) if article => out.push(100.0),
        Some(NumberWord::Scale(v)) if article => out.push(*v),
        _ => {}
    }
    let stem = key.strip_suffix("ieth").map(|s| format!("{s}y"));
    if let Some(NumberWord::Tens(v)) = stem.as_deref().and_then(|s| numbers.get(s)) {
        out.push(*v);
    }
    if let Some(NumberWord::Unit(v)) = key.strip_suffix("th").and_then(|s| numbers.get(s)) {
        out.push(*v);
    }
}
