//! What an editor would mark in a text, and a reviser in a translation.
//!
//! Takes articles, or units of a bilingual file, with the file they were read from; gives
//! [`Finding`]s with their places. The glossary and the lists decide what is wrong; each rule has a
//! file of its own. Nothing is read or written here.

mod acronym;
mod apposition;
mod contrast;
mod days;
mod degree;
mod figures;
mod fix;
mod house;
mod ignore;
mod loose;
mod lost;
mod mask;
mod matcher;
mod named;
mod names;
mod people;
mod place;
mod quote;
mod raw;
mod rival;
mod spellings;
mod standard;
mod style;
mod words;

pub use fix::{Fixed, fix};

use crate::analyse::Analyser;
use crate::lexicon::Lexicon;
use crate::model::{
    Article, Entry, FileText, Finding, Lang, Offsets, Passage, Rule, Span, Style, Unit,
};
use crate::segment;
use house::{Hit, House};
use ignore::Ignores;
use lost::{Listed, Text};
use mask::Mask;
use place::Lines;
use raw::Raw;
use rayon::prelude::*;
use rustc_hash::FxHashSet;
use standard::Standard;
use std::cell::LazyCell;
use words::{Words, is_all_capitals, is_capital};

/// So many units are checked at a time by one worker.
const UNITS: usize = 256;

/// Everything that texts are checked against.
#[derive(Debug)]
pub struct Checker<'a> {
    lexicon: &'a Lexicon,
    house: House<'a>,
    standard: Standard,
    listed: Listed,
    /// Short forms that the glossary has.
    short_forms: FxHashSet<String>,
}

impl<'a> Checker<'a> {
    /// With the user's glossary (it may be empty) and the built-in lists.
    pub fn new(glossary: Vec<Entry>, lexicon: &'a Lexicon) -> Self {
        Self::with_style(glossary, &Style::default(), lexicon)
    }

    /// The same, and the spellings of names that house style prefers.
    pub fn with_style(mut glossary: Vec<Entry>, style: &Style, lexicon: &'a Lexicon) -> Self {
        let mut short_forms = FxHashSet::default();
        for entry in &glossary {
            let heads = [&entry.indonesian, &entry.english].into_iter();
            for form in heads.chain(&entry.variants_indonesian).chain(&entry.variants_english) {
                if is_all_capitals(form) {
                    short_forms.insert(form.clone());
                }
            }
        }
        let own = glossary.len();
        glossary.extend(style::rows(style, &glossary, lexicon));
        let (house, standard) = (House::new(glossary, own, lexicon), Standard::new(lexicon));
        let listed = Listed::new(lexicon);
        Self { lexicon, house, standard, listed, short_forms }
    }

    /// Findings in the articles of one file, by place.
    pub fn articles(&self, file: &FileText, articles: &[&Article]) -> Vec<Finding> {
        let report = Report::new(file);
        let sentences: Vec<_> = articles.iter().map(|a| segment::sentences(a)).collect();
        let mixed = names::mixed(articles, &sentences, self.lexicon);
        let mut out = report.wrong_ignores();
        for ((article, sentences), mixed) in articles.iter().zip(&sentences).zip(mixed) {
            let words = Words::new(&article.text);
            let mask = Mask::new(&article.text, article.body);
            let mut raws = self.spellings(&article.text, article.lang, &words, mixed);
            raws.extend(acronym::unexplained(
                article,
                sentences,
                &words,
                self.lexicon,
                &self.short_forms,
            ));
            report.add(&article.text, &article.offsets, &mask, raws, &mut out);
        }
        sorted(out)
    }

    /// Findings in the units of one bilingual file, by place.
    pub fn units(&self, file: &FileText, units: &[Unit]) -> Vec<Finding> {
        let report = Report::new(file);
        let mut out = report.wrong_ignores();
        let checked: Vec<Vec<Finding>> = units
            .par_chunks(UNITS)
            .map(|chunk| {
                let mut analyser = Analyser::new(self.lexicon);
                let mut out = Vec::new();
                for unit in chunk {
                    self.unit(unit, &mut analyser, &report, &mut out);
                }
                out
            })
            .collect();
        out.extend(checked.into_iter().flatten());
        sorted(out)
    }

    fn unit(
        &self,
        unit: &Unit,
        analyser: &mut Analyser<'_>,
        report: &Report<'_>,
        out: &mut Vec<Finding>,
    ) {
        let sides = [&unit.indonesian, &unit.english];
        let words = sides.map(|s| Words::new(&s.text));
        let analysed = sides.map(|s| analyser.sentence(&s.text, s.lang));
        let numerals = sides.map(|s| analyser.numerals(&s.text, s.lang));
        let mut raws = [Vec::new(), Vec::new()];
        let [id, en] = [0, 1]
            .map(|n| figures::Side::new(&sides[n].text, sides[n].lang, &words[n], &numerals[n]));
        figures::compare(&id, &en, &mut raws);
        days::compare(
            (&sides[0].text, &words[0], &numerals[0]),
            (&sides[1].text, &words[1], &numerals[1]),
            &mut raws,
        );
        let texts =
            [0, 1].map(|n| Text { all: &sides[n].text, lang: sides[n].lang, words: &words[n] });
        for n in [0, 1] {
            let (here, there) = (texts[n], texts[1 - n]);
            raws[n].extend(lost::terms(&self.house, here, there, self.lexicon));
            let found = named::mentions(here.all, here.lang, &analysed[n], analyser, self.lexicon);
            let names = lost::names(&found, here, there, &self.listed, self.lexicon);
            // A name that the glossary has is told as a term.
            let told: Vec<_> =
                raws[n].iter().filter(|r| r.rule == Rule::Term).map(|r| r.span).collect();
            let overlaps =
                |r: &Raw| told.iter().any(|t| t.start < r.span.end && r.span.start < t.end);
            raws[n].extend(names.into_iter().filter(|r| !overlaps(r)));
            raws[n].extend(self.spellings(here.all, here.lang, &words[n], Vec::new()));
        }
        for (side, raws) in sides.into_iter().zip(raws) {
            let mask = Mask::new(&side.text, 0);
            report.add_unit(side, unit.start, &mask, raws, out);
        }
    }

    /// Wrong spellings of a passage: the glossary's, then the list's, then mixed ones, where two
    /// overlap the first.
    fn spellings(&self, text: &str, lang: Lang, words: &Words, mixed: Vec<Raw>) -> Vec<Raw> {
        let hits = self.house.scan(lang, text, words);
        let mut raws: Vec<Raw> =
            hits.iter().filter_map(|hit| self.house_finding(lang, text, words, hit)).collect();
        let mut taken: Vec<_> = hits.iter().map(|h| h.span).collect();
        let free = |span: Span, taken: &[Span]| {
            let after = taken.partition_point(|t| t.end <= span.start);
            taken.get(after).is_none_or(|t| t.start >= span.end)
        };
        // A spelling that the glossary has is the glossary's affair, right or wrong.
        if lang == Lang::Id {
            let quoted = LazyCell::new(|| quote::quotations(text));
            for (hit, wrong) in self.standard.scan(text, words, self.lexicon) {
                let said = wrong.spoken && quoted.covers(hit.span);
                if !said && free(hit.span, &taken) {
                    raws.push(nonstandard(hit.span, hit.span.of(text), &wrong.standard));
                }
            }
            taken = raws.iter().map(|r| r.span).chain(taken).collect();
            taken.sort_unstable();
        }
        raws.extend(mixed.into_iter().filter(|m| free(m.span, &taken)));
        raws
    }

    fn house_finding(&self, lang: Lang, text: &str, words: &Words, hit: &Hit<'_>) -> Option<Raw> {
        let judged = self.house.judge(lang, hit)?;
        if judged.style && style::is_in_longer_name(text, lang, words, hit, self.lexicon) {
            return None;
        }
        let found = hit.span.of(text);
        let suggestions: Vec<String> = judged
            .suggestions
            .iter()
            .map(|s| recased(found, s, is_all_capitals(hit.written())))
            .collect();
        let all: Vec<String> = suggestions.iter().map(|s| format!("\"{s}\"")).collect();
        let mut message = match (judged.rule, all.is_empty()) {
            (Rule::Forbidden, true) => {
                format!("the glossary forbids \"{found}\" and names no replacement")
            }
            (Rule::Forbidden, false) => {
                format!("the glossary forbids \"{found}\"; write {}", all.join(" or "))
            }
            _ if judged.style => {
                format!("house style prefers {} to \"{found}\"", all.join(" or "))
            }
            _ => format!("the glossary prefers {} to \"{found}\"", all.join(" or ")),
        };
        if !judged.note.is_empty() {
            message = format!("{message} ({})", judged.note);
        }
        // The last stop of "U.S." may be the sentence's as well.
        let certain = judged.exact && !found.contains(['\n', '\r']) && !found.ends_with('.');
        Some(Raw::new(hit.span, judged.rule, message).suggest(suggestions).certain(certain))
    }
}

fn nonstandard(span: Span, found: &str, standard: &str) -> Raw {
    let instead = recased(found, standard, is_capital(standard));
    let message = format!("\"{found}\" is not standard Indonesian; write \"{instead}\"");
    Raw::new(span, Rule::Spelling, message).suggest([instead]).certain(true)
}

/// A replacement with the capitals of what it replaces. A form that has capitals of its own keeps
/// them; where the list's form is all capitals (`keep`), capitals in the text tell nothing.
fn recased(found: &str, replacement: &str, keep: bool) -> String {
    if is_all_capitals(found) && !keep {
        return replacement.to_uppercase();
    }
    if replacement.chars().any(char::is_uppercase) || !is_capital(found) {
        return replacement.to_owned();
    }
    let title = found.contains(' ') && found.split(' ').all(is_capital);
    let mut out = String::with_capacity(replacement.len());
    let mut start = true;
    for c in replacement.chars() {
        if start && c.is_alphabetic() {
            out.extend(c.to_uppercase());
            start = false;
        } else {
            start |= title && c == ' ';
            out.push(c);
        }
    }
    out
}

fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| (a.place, a.rule, &a.message).cmp(&(b.place, b.rule, &b.message)));
    findings.dedup();
    findings
}

/// Turns findings of passages into findings of their file.
struct Report<'a> {
    file: &'a FileText,
    lines: Lines<'a>,
    ignores: Ignores,
}

impl<'a> Report<'a> {
    fn new(file: &'a FileText) -> Self {
        Self { file, lines: Lines::new(file), ignores: Ignores::new(&file.text) }
    }

    fn wrong_ignores(&self) -> Vec<Finding> {
        let wrong = self.ignores.wrong.iter();
        wrong
            .map(|(span, message)| {
                let raw = Raw::new(*span, Rule::Ignore, message.clone());
                self.finding(&self.file.text, &self.file.offsets, raw)
            })
            .collect()
    }

    fn add(
        &self,
        text: &str,
        offsets: &Offsets,
        mask: &Mask,
        raws: Vec<Raw>,
        out: &mut Vec<Finding>,
    ) {
        for raw in raws.into_iter().filter(|r| !mask.covers(r.span)) {
            let finding = self.finding(text, offsets, raw);
            let (first, last) = (finding.place.line - 1, finding.place.end_line - 1);
            if !self.ignores.holds(finding.rule, first, last) {
                out.push(finding);
            }
        }
    }

    /// An ignore before the unit's element or row, or on any of its lines, holds for all of it.
    fn add_unit(
        &self,
        side: &Passage,
        start: usize,
        mask: &Mask,
        raws: Vec<Raw>,
        out: &mut Vec<Finding>,
    ) {
        let first = self.lines.line_on_disk(start);
        for raw in raws.into_iter().filter(|r| !mask.covers(r.span)) {
            let finding = self.finding(&side.text, &side.offsets, raw);
            if !self.ignores.holds(finding.rule, first, finding.place.end_line - 1) {
                out.push(finding);
            }
        }
    }

    fn finding(&self, text: &str, offsets: &Offsets, raw: Raw) -> Finding {
        let place = self.lines.place(raw.span, offsets);
        Finding {
            path: self.file.path.clone(),
            rule: raw.rule,
            place,
            found: raw.span.of(text).to_owned(),
            message: raw.message,
            suggestions: raw.suggestions,
            certain: raw.certain,
            line_text: self.lines.text(place.line - 1).to_owned(),
        }
    }
}
