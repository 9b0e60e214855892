//! What the glossary and the lists know of the word under the cursor.

use padan::language::indonesian;
use padan::lexicon::{Lexicon, name_key};
use padan::model::{Entry, Lang};
use rustc_hash::FxHashMap;
use std::fmt::Write as _;
use std::ops::Range;

/// Phrases of more words are in no list.
const MOST_WORDS: usize = 8;
/// So many equivalents are shown of a word.
const SHOWN: usize = 6;

/// The glossary by every spelling, in small letters.
#[derive(Debug, Default)]
pub(super) struct Forms {
    rows: Vec<Entry>,
    by_form: FxHashMap<String, Vec<usize>>,
}

impl Forms {
    pub(super) fn new(rows: Vec<Entry>) -> Self {
        let mut by_form: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        for (at, row) in rows.iter().enumerate() {
            let heads = [&row.indonesian, &row.english].into_iter();
            for form in heads.chain(&row.variants_indonesian).chain(&row.variants_english) {
                let list = by_form.entry(key(form)).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        Self { rows, by_form }
    }

    fn of(&self, form: &str) -> impl Iterator<Item = &Entry> {
        let list = self.by_form.get(&key(form)).map_or(&[][..], Vec::as_slice);
        list.iter().map(|&at| &self.rows[at])
    }
}

fn key(form: &str) -> String {
    form.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What is known of the word at byte `at` of a line, in Markdown, and the bytes it is known of:
/// the longest phrase around it that anything is known of.
pub(super) fn hover(
    line: &str,
    at: usize,
    lang: Option<Lang>,
    forms: &Forms,
    lexicon: &Lexicon,
) -> Option<(String, Range<usize>)> {
    let words = words(line);
    let here = words.iter().position(|w| w.start <= at && at <= w.end)?;
    let mut windows: Vec<(usize, usize)> = (0..=here)
        .flat_map(|first| (here..words.len()).map(move |last| (first, last)))
        .filter(|(first, last)| {
            last - first < MOST_WORDS
                && (*first..*last).all(|n| {
                    matches!(&line[words[n].end..words[n + 1].start], " " | "-" | "\u{A0}")
                })
        })
        .collect();
    windows.sort_by_key(|(first, last)| (std::cmp::Reverse(last - first), *first));
    for (first, last) in windows {
        let span = words[first].start..words[last].end;
        let written = &line[span.clone()];
        let mut known = of_form(written, lang, forms, lexicon);
        if known.is_empty() && first == last {
            // Without what hangs on it: Korut-lah, apotiknya, Kyiv's.
            let lower = written.to_lowercase();
            let plain = lower.trim_end_matches("'s").trim_end_matches("’s");
            let bases = indonesian::without_clitics(&lower).into_iter().chain([plain]);
            known = bases
                .map(|base| of_form(base, lang, forms, lexicon))
                .find(|k| !k.is_empty())
                .unwrap_or_default();
        }
        if !known.is_empty() {
            return Some((known, span));
        }
    }
    None
}

/// Runs of letters and digits, apostrophes inside included.
fn words(line: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        let inner = matches!(c, '\'' | '’') && line[end..].starts_with(char::is_alphanumeric);
        match out.last_mut() {
            Some(last) if last.end == at && (c.is_alphanumeric() || inner) => last.end = end,
            _ if c.is_alphanumeric() => out.push(at..end),
            _ => {}
        }
    }
    out
}

fn of_form(written: &str, lang: Option<Lang>, forms: &Forms, lexicon: &Lexicon) -> String {
    let mut out = String::new();
    for row in forms.of(written) {
        entry(&mut out, row);
    }
    listed_name(&mut out, written, lexicon);
    let lower = key(written);
    if lang != Some(Lang::En) {
        indonesian_word(&mut out, &lower, lexicon);
    }
    if lang != Some(Lang::Id) {
        let heads = lexicon.headwords(&lexicon.english_key(&lower));
        let all: Vec<&str> = heads.iter().take(SHOWN).map(|(head, _)| *head).collect();
        line(&mut out, "In Indonesian", &all);
    }
    out
}

fn indonesian_word(out: &mut String, lower: &str, lexicon: &Lexicon) {
    let known = |word: &str| -> Vec<String> {
        let listed = lexicon.senses(word).iter().map(|s| s.english.to_owned());
        let mut learned = lexicon.learned(word).to_vec();
        learned.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut all: Vec<String> = listed.collect();
        for (english, weight) in learned {
            if !all.iter().any(|e| *e == *english) {
                all.push(format!("{english} (learned, {weight:.2})"));
            }
        }
        all.truncate(SHOWN);
        all
    };
    let own = known(lower);
    if !own.is_empty() {
        line(out, "In English", &own);
        return;
    }
    let bases = indonesian::readings(lower);
    if let Some(base) = bases.iter().map(|r| &r.base).find(|b| lexicon.is_indonesian(b)) {
        line(out, &format!("In English, from {base}"), &known(base));
    }
}

/// An entry with its variants and its evidence.
fn entry(out: &mut String, row: &Entry) {
    let _ = writeln!(
        out,
        "**{}** = **{}** ({}, {})\n",
        plain(&row.indonesian),
        plain(&row.english),
        row.kind.name(),
        row.status.name()
    );
    line(out, "Indonesian variants", &row.variants_indonesian);
    line(out, "English variants", &row.variants_english);
    let mut evidence = Vec::new();
    for (count, language) in [(row.count_indonesian, "Indonesian"), (row.count_english, "English")]
    {
        if count > 0 {
            evidence.push(format!("{count} times in {language}"));
        }
    }
    if row.articles > 0 {
        evidence.push(format!("{} articles", row.articles));
    }
    // What a person wrote down has no probability of its own.
    if row.confidence < 1.0 {
        evidence.push(format!("confidence {:.2}", row.confidence));
    }
    line(out, "Seen", &evidence);
    for example in [&row.example_indonesian, &row.example_english] {
        if !example.trim().is_empty() {
            let _ = writeln!(out, "> {}\n", plain(example.trim()));
        }
    }
    if !row.note.trim().is_empty() {
        let _ = writeln!(out, "{}\n", plain(row.note.trim()));
    }
}

fn listed_name(out: &mut String, written: &str, lexicon: &Lexicon) {
    let key = name_key(written);
    let found = lexicon.name(Lang::Id, &key).or_else(|| lexicon.name(Lang::En, &key));
    let Some((name, _)) = found else { return };
    // A common word in small letters is not meant as a name.
    if written.starts_with(char::is_lowercase) {
        return;
    }
    let _ = writeln!(
        out,
        "**{}** = **{}** ({}, padan's lists)\n",
        plain(&name.indonesian),
        plain(&name.english),
        name.kind.name()
    );
    line(out, "Indonesian variants", &name.variants_indonesian);
    line(out, "English variants", &name.variants_english);
    line(out, "Adjective", &name.adjectives);
}

fn line<T: AsRef<str>>(out: &mut String, label: &str, all: &[T]) {
    if !all.is_empty() {
        let all: Vec<String> = all.iter().map(|s| plain(s.as_ref())).collect();
        let _ = writeln!(out, "{label}: {}\n", all.join(", "));
    }
}

/// Marks of Markdown made plain, so that a glossary's own signs are shown.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_that_is_known() {
        let about = |line: &str, word: &str| {
            let at = line.find(word).unwrap_or(0);
            let lexicon = Lexicon::builtin();
            hover(line, at, Some(Lang::Id), &Forms::default(), lexicon)
                .map(|(_, span)| line[span].to_owned())
        };
        assert_eq!(about("di Korea Utara kemarin", "Utara").as_deref(), Some("Korea Utara"));
        assert_eq!(about("perundingannya gagal", "per").as_deref(), Some("perundingannya"));
        assert_eq!(about("Korut-lah itu", "Korut").as_deref(), Some("Korut"));
        assert_eq!(about("qwxz, itu", "qwxz"), None);
        assert_eq!(about("", ""), None);
    }
}
