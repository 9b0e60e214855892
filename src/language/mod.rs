//! Facts of a language, read from data files that a linguist can edit.
//!
//! Takes nothing; gives [`Facts`] for each language, parsed once.

pub mod english;
pub mod indonesian;
pub mod naming;
mod rows;

use crate::model::Lang;
use rows::rows;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// How an abbreviation behaves before a full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// A name follows: never ends a sentence.
    Title,
    /// A number follows; elsewhere the stop may end a sentence.
    Number,
    /// A short month.
    Month,
    /// Follows a company's name.
    Company,
    /// May well end a sentence.
    End,
    /// Follows a person's name.
    Degree,
    /// Never ends a sentence.
    Other,
}

/// A part of a number written in words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberWord {
    /// Added: 0 to 19.
    Unit(f64),
    /// Added: 20 to 90 (English).
    Tens(f64),
    /// Adds ten to the unit before it (dua belas).
    Teen,
    /// Multiplies the unit before it by ten (dua puluh).
    Ten,
    /// Multiplies by a hundred.
    Hundred,
    /// Multiplies by a power of a thousand.
    Scale(f64),
    /// A whole number in one word.
    One(f64),
}

/// A line that is no sentence, by its wording.
#[derive(Debug, Clone)]
pub enum NoiseRule {
    /// It begins so.
    Starts(String),
    /// It is no more than this.
    Only(String),
}

/// What padan knows of one language beside its lexicon.
#[derive(Debug)]
pub struct Facts {
    /// Words that carry little meaning.
    pub function: FxHashSet<&'static str>,
    /// Common words that open sentences: their capital does not make them names.
    pub starters: FxHashSet<&'static str>,
    /// Verbs that attribute a quotation.
    pub speech: FxHashSet<&'static str>,
    /// Words that say who tells a thing and not what is told.
    pub report: FxHashSet<&'static str>,
    /// Those that deny.
    pub negation: FxHashSet<&'static str>,
    /// Month names and short forms to 1..=12.
    pub months: FxHashMap<&'static str, u8>,
    /// Weekday names to 1..=7, Monday first.
    pub weekdays: FxHashMap<&'static str, u8>,
    /// Number words.
    pub numbers: FxHashMap<&'static str, NumberWord>,
    /// Scales that count only right after digits.
    pub short_scales: FxHashMap<&'static str, f64>,
    /// Words for percent.
    pub percent: FxHashSet<&'static str>,
    /// Abbreviations without their stop.
    pub abbreviations: FxHashMap<&'static str, Abbreviation>,
    /// Short forms in capitals that newspapers never explain.
    pub acronyms: FxHashSet<&'static str>,
    /// What tells readers what a short form is, by class.
    pub short_forms: FxHashMap<&'static str, FxHashSet<&'static str>>,
    /// Lines that are no sentences.
    pub noise: Vec<NoiseRule>,
}

/// The facts of a language.
pub fn facts(lang: Lang) -> &'static Facts {
    static FACTS: [OnceLock<Facts>; 2] = [OnceLock::new(), OnceLock::new()];
    FACTS[lang.index()].get_or_init(|| match lang {
        Lang::Id => Facts::parse(&Files {
            function: include_str!("id/function.txt"),
            calendar: include_str!("id/calendar.txt"),
            numbers: include_str!("id/numbers.txt"),
            abbreviations: include_str!("id/abbreviations.txt"),
            acronyms: include_str!("id/acronyms.txt"),
            short_forms: include_str!("id/short_forms.txt"),
            noise: include_str!("id/noise.txt"),
        }),
        Lang::En => Facts::parse(&Files {
            function: include_str!("en/function.txt"),
            calendar: include_str!("en/calendar.txt"),
            numbers: include_str!("en/numbers.txt"),
            abbreviations: include_str!("en/abbreviations.txt"),
            acronyms: include_str!("en/acronyms.txt"),
            short_forms: include_str!("en/short_forms.txt"),
            noise: include_str!("en/noise.txt"),
        }),
    })
}

struct Files {
    function: &'static str,
    calendar: &'static str,
    numbers: &'static str,
    abbreviations: &'static str,
    acronyms: &'static str,
    short_forms: &'static str,
    noise: &'static str,
}

impl Facts {
    /// Reads the embedded files. They are part of the program: a wrong row is a bug that the
    /// tests of `language` catch, so it stops the program with the row.
    fn parse(files: &Files) -> Self {
        let mut facts = Self {
            function: FxHashSet::default(),
            starters: FxHashSet::default(),
            speech: FxHashSet::default(),
            report: FxHashSet::default(),
            negation: FxHashSet::default(),
            months: FxHashMap::default(),
            weekdays: FxHashMap::default(),
            numbers: FxHashMap::default(),
            short_scales: FxHashMap::default(),
            percent: FxHashSet::default(),
            abbreviations: FxHashMap::default(),
            acronyms: FxHashSet::default(),
            short_forms: FxHashMap::default(),
            noise: Vec::new(),
        };
        for row in rows(files.function) {
            let [class, words] = row[..] else { panic!("function words: {row:?}") };
            if class == "starter" {
                facts.starters.extend(words.split(' '));
                continue;
            }
            if class == "speech" {
                facts.speech.extend(words.split(' '));
                continue;
            }
            if class == "report" {
                facts.report.extend(words.split(' '));
                continue;
            }
            facts.function.extend(words.split(' '));
            if class == "negation" {
                facts.negation.extend(words.split(' '));
            }
        }
        for row in rows(files.calendar) {
            let [kind, number, names] = row[..] else { panic!("calendar: {row:?}") };
            let number = number.parse().expect("the calendar's second field is a number");
            let table = if kind == "month" { &mut facts.months } else { &mut facts.weekdays };
            table.extend(names.split(' ').map(|n| (n, number)));
        }
        for row in rows(files.numbers) {
            let [kind, value, words] = row[..] else { panic!("number words: {row:?}") };
            let value: f64 = value.parse().expect("a number word's second field is its value");
            for word in words.split(' ') {
                let kind = match kind {
                    "unit" => NumberWord::Unit(value),
                    "tens" => NumberWord::Tens(value),
                    "teen" => NumberWord::Teen,
                    "ten" => NumberWord::Ten,
                    "hundred" => NumberWord::Hundred,
                    "scale" => NumberWord::Scale(value),
                    "one" => NumberWord::One(value),
                    "short" => {
                        facts.short_scales.insert(word, value);
                        continue;
                    }
                    "percent" => {
                        facts.percent.insert(word);
                        continue;
                    }
                    other => panic!("number words: unknown kind {other}"),
                };
                facts.numbers.insert(word, kind);
            }
        }
        for row in rows(files.abbreviations) {
            let [abbreviation, class] = row[..] else { panic!("abbreviations: {row:?}") };
            let class = match class {
                "title" => Abbreviation::Title,
                "number" => Abbreviation::Number,
                "month" => Abbreviation::Month,
                "company" => Abbreviation::Company,
                "end" => Abbreviation::End,
                "degree" => Abbreviation::Degree,
                "other" => Abbreviation::Other,
                other => panic!("abbreviations: unknown class {other} of {abbreviation}"),
            };
            facts.abbreviations.insert(abbreviation, class);
        }
        for row in rows(files.acronyms) {
            let [short, _long] = row[..] else { panic!("acronyms: {row:?}") };
            facts.acronyms.insert(short);
        }
        facts.short_forms = short_forms(files.short_forms);
        for row in rows(files.noise) {
            let [kind, text] = row[..] else { panic!("noise: {row:?}") };
            facts.noise.push(match kind {
                "starts" => NoiseRule::Starts(text.to_owned()),
                "only" => NoiseRule::Only(text.to_owned()),
                other => panic!("noise: unknown kind {other}"),
            });
        }
        facts
    }
}

/// What tells readers what a short form is: words by class, phrases as wholes.
fn short_forms(file: &'static str) -> FxHashMap<&'static str, FxHashSet<&'static str>> {
    let mut out: FxHashMap<&'static str, FxHashSet<&'static str>> = FxHashMap::default();
    for row in rows(file) {
        let [class, words] = row[..] else { panic!("short forms: {row:?}") };
        let of_class = out.entry(class).or_default();
        if class == "phrase" {
            of_class.insert(words);
        } else {
            of_class.extend(words.split(' '));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The checker looks at words of 2 to 8 capitals only: any other row would never be used.
    #[test]
    fn acronyms_are_sorted_and_explained() {
        for (name, file) in
            [("id", include_str!("id/acronyms.txt")), ("en", include_str!("en/acronyms.txt"))]
        {
            let all: Vec<_> = rows(file).collect();
            assert!(all.len() >= 250, "{name}: {} rows", all.len());
            for row in &all {
                assert!(row.len() == 2 && !row[1].trim().is_empty(), "{name}: {row:?}");
                assert_eq!(row[1].trim(), row[1], "{name}: stray space in {row:?}");
                assert!((2..=8).contains(&row[0].len()), "{name}: {row:?}");
                assert!(row[0].bytes().all(|b| b.is_ascii_uppercase()), "{name}: {row:?}");
            }
            for two in all.windows(2) {
                assert!(two[0][0] < two[1][0], "{name}: {} before {}", two[0][0], two[1][0]);
            }
        }
        assert!(
            facts(Lang::Id).acronyms.contains("KTT") && facts(Lang::En).acronyms.contains("VAR")
        );
    }
}
