//! Offices in the texts, with the English that their country has for them.
//!
//! `glossary/titles.csv` has a row without a country for what an office is called in general, and a
//! row a country where the English differs: menteri luar negeri is a foreign minister, the one of
//! the United States the Secretary of State.

use super::TermText;
use super::english::{English, words};
use super::heads;
use crate::lexicon::{Lexicon, NameEntry, Termhood, TitleEntry, name_key, termhood};
use crate::model::{Entry, EntryKind, Lang, Origin, Span, Status};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// No office in the list has more words.
const LONGEST: usize = 8;
/// A form has this many letters, or is a short form in capitals (PM).
const SHORTEST: usize = 3;
/// No country in the list has more words.
const LONGEST_COUNTRY: usize = 4;
/// A form of this many letters is one in any capitals; a shorter one (PM, MA) only as listed.
const PLAIN: usize = 4;
/// The list was made by hand and is right where the country is known.
const CONFIDENCE: f64 = 0.95;
/// The list's country for offices of the readers' own state: those need not be followed by it.
const HOME: &str = "Indonesia";

/// A row of `titles.csv`, and the country's name where the row is a country's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key<'a> {
    row: usize,
    country: Option<&'a str>,
}

#[derive(Debug, Default)]
struct Met {
    forms: BTreeMap<String, usize>,
    articles: Vec<usize>,
    count: usize,
    example: usize,
}

/// A row for each office that the Indonesian texts have.
pub fn title_entries(texts: &[TermText<'_>], lexicon: &Lexicon) -> Vec<Entry> {
    let english = English::new(texts, lexicon);
    let forms = Forms::new(lexicon.titles());
    let mut met: BTreeMap<Key<'_>, Met> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate().filter(|(_, t)| t.lang == Lang::Id) {
        for (key, form) in forms.found(text.text, lexicon) {
            let seen = met.entry(key).or_insert_with(|| Met { example: at, ..Met::default() });
            seen.count += 1;
            *seen.forms.entry(form).or_default() += 1;
            if seen.articles.last() != Some(&text.article) {
                seen.articles.push(text.article);
            }
        }
    }
    met.into_iter()
        // Bung, Raden: forms of address that English keeps.
        .filter(|(key, _)| {
            let title = &lexicon.titles()[key.row];
            title.country != HOME || title.english.to_lowercase() != title.indonesian.to_lowercase()
        })
        .map(|(key, seen)| entry(key, &seen, texts, &english, lexicon))
        .filter(|e| !matches!(termhood(&e.indonesian), Some(Termhood::Loose)))
        .collect()
}

/// Titles with what the terms say of them: a term of the same headword was weighed against the
/// texts, so its English and its count stand; it takes the title's type and short forms. Gives the
/// titles that no term is.
pub fn with_titles(titles: Vec<Entry>, terms: &mut Vec<Entry>) -> Vec<Entry> {
    // Menlu beside menteri luar negeri: a short form is a variant and no entry of its own.
    let short: FxHashSet<String> = titles
        .iter()
        .filter(|t| t.indonesian.contains(' '))
        .flat_map(|t| &t.variants_indonesian)
        .filter(|v| !v.contains(' '))
        .map(|v| v.to_lowercase())
        .collect();
    terms.retain(|t| !short.contains(&t.indonesian));
    let at: FxHashMap<String, usize> =
        terms.iter().enumerate().map(|(n, t)| (t.indonesian.clone(), n)).collect();
    let mut rest = Vec::new();
    for title in titles {
        let Some(&n) = at.get(&title.indonesian.to_lowercase()) else {
            rest.push(title);
            continue;
        };
        let term = &mut terms[n];
        term.kind = EntryKind::Title;
        // No text has the term's English: the list of offices knows better.
        if term.origin != Origin::Aligned {
            term.english.clone_from(&title.english);
        }
        let own = title.variants_indonesian.into_iter();
        // Another word for it (ahli beside pakar) has an entry of its own.
        term.variants_indonesian.extend(own.filter(|v| !at.contains_key(&v.to_lowercase())));
    }
    rest
}

/// A form's words in small letters, the form, and its row.
type Form<'a> = (Vec<String>, &'a str, usize);

/// Every form of every office, by its first word in small letters.
struct Forms<'a> {
    titles: &'a [TitleEntry],
    by_word: FxHashMap<String, Vec<Form<'a>>>,
}

impl<'a> Forms<'a> {
    fn new(titles: &'a [TitleEntry]) -> Self {
        let mut by_word: FxHashMap<String, Vec<Form<'a>>> = FxHashMap::default();
        for (row, title) in titles.iter().enumerate() {
            let all = std::iter::once(&title.indonesian).chain(&title.variants_indonesian);
            for form in all {
                let parts = lower_words(form);
                // H., R., Dr.: what stands before a name only.
                let short = form.chars().filter(|c| c.is_alphabetic()).count() < SHORTEST;
                let capitals = form.len() > 1 && form.chars().all(char::is_uppercase);
                if let Some(first) = parts.first().cloned().filter(|_| !short || capitals) {
                    by_word.entry(first).or_default().push((parts, form.as_str(), row));
                }
            }
        }
        Self { titles, by_word }
    }

    fn found(&self, text: &str, lexicon: &'a Lexicon) -> Vec<(Key<'a>, String)> {
        let spans = words(text);
        let lower: Vec<String> = spans.iter().map(|s| s.of(text).to_lowercase()).collect();
        let (mut out, mut at) = (Vec::new(), 0);
        while at < spans.len() {
            let longest = self
                .by_word
                .get(&lower[at])
                .into_iter()
                .flatten()
                .filter(|(parts, form, _)| {
                    parts.len() <= LONGEST
                        && lower.get(at..at + parts.len()) == Some(parts)
                        && (form.len() >= PLAIN || spans[at].of(text) == form.trim_end_matches('.'))
                })
                .map(|(parts, _, _)| parts.len())
                .max();
            let Some(used) = longest else {
                at += 1;
                continue;
            };
            out.extend(self.inner(text, &spans[at..at + used], &lower[at..at + used]));
            let own = &text[spans[at].start..spans[at + used - 1].end];
            let after = spans.get(at + used..).unwrap_or_default();
            let country = country(text, spans[at + used - 1].end, after, lexicon);
            let rows: Vec<usize> = self.by_word[&lower[at]]
                .iter()
                .filter(|(parts, ..)| parts.len() == used && lower[at..at + used] == parts[..])
                .map(|(_, _, row)| *row)
                .collect();
            if let Some(key) = self.row(&rows, country.map(|(c, _)| c), lexicon) {
                let end = match (key.country, country) {
                    (Some(_), Some((_, end))) => end,
                    _ => spans[at + used - 1].end,
                };
                let form = if key.country.is_some() { &text[spans[at].start..end] } else { own };
                out.push((key, form.to_owned()));
            }
            at += used;
        }
        out
    }

    /// The office that a body's office begins with: sekretaris jenderal of Sekretaris Jenderal NATO.
    fn inner(&self, text: &str, spans: &[Span], lower: &[String]) -> Option<(Key<'a>, String)> {
        let forms = self.by_word.get(lower.first()?)?;
        let whole = forms.iter().find(|(parts, ..)| parts == lower)?;
        let (parts, _, row) = forms
            .iter()
            .filter(|(parts, _, row)| {
                (2..lower.len()).contains(&parts.len())
                    && lower.starts_with(parts)
                    && self.titles[*row].country.is_empty()
            })
            .max_by_key(|(parts, ..)| parts.len())?;
        let general = self.titles[whole.2].country.is_empty() && whole.2 != *row;
        let form = &text[spans[0].start..spans[parts.len() - 1].end];
        general.then(|| (Key { row: *row, country: None }, form.to_owned()))
    }

    /// The row that holds: the country's own, else the general one, else the home state's.
    fn row(
        &self,
        rows: &[usize],
        country: Option<&'a NameEntry>,
        lexicon: &'a Lexicon,
    ) -> Option<Key<'a>> {
        // The form of a country's row that names the country ("Menlu AS") needs none behind it.
        let own = rows.iter().copied().find(|&r| {
            let listed = &self.titles[r].country;
            !listed.is_empty()
                && listed != HOME
                && country.is_some_and(|c| is_country(c, listed, lexicon))
        });
        if let (Some(row), Some(c)) = (own, country) {
            return Some(Key { row, country: Some(&c.indonesian) });
        }
        let general = |r: &&usize| self.titles[**r].country.is_empty();
        let home = |r: &&usize| self.titles[**r].country == HOME;
        if let Some(&row) = rows.iter().find(general).or(rows.iter().find(home)) {
            return Some(Key { row, country: None });
        }
        // "Menlu AS" is listed whole: the form itself names the country.
        let [row] = rows else { return None };
        let english = &self.titles[*row].country;
        let state = lexicon.names().iter().find(|e| e.english == *english)?;
        Some(Key { row: *row, country: Some(&state.indonesian) })
    }
}

fn lower_words(text: &str) -> Vec<String> {
    words(text).into_iter().map(|s| s.of(text).to_lowercase()).collect()
}

/// Whether the state meant is the one that the list calls `english`: Inggris is England and the
/// United Kingdom.
fn is_country(entry: &NameEntry, english: &str, lexicon: &Lexicon) -> bool {
    entry.english == english
        || entry.variants_english.iter().any(|v| v == english)
        || lexicon.names().iter().any(|e| e.english == english && e.indonesian == entry.indonesian)
}

/// The country that the next words name, and where it ends.
fn country<'a>(
    text: &str,
    from: usize,
    after: &[Span],
    lexicon: &'a Lexicon,
) -> Option<(&'a NameEntry, usize)> {
    let start = after.first()?.start;
    if !text[from..start].trim().is_empty() {
        return None;
    }
    (1..=LONGEST_COUNTRY.min(after.len())).rev().find_map(|n| {
        let end = after[n - 1].end;
        let (entry, _) = lexicon.name(Lang::Id, &name_key(&text[start..end]))?;
        let is_state = entry.kind == EntryKind::Country || entry.english == "European Union";
        is_state.then_some((entry, end))
    })
}

fn entry(
    key: Key<'_>,
    seen: &Met,
    texts: &[TermText<'_>],
    english: &English<'_>,
    lexicon: &Lexicon,
) -> Entry {
    let title = &lexicon.titles()[key.row];
    let (indonesian, name) = match key.country {
        // "Presiden Komisi Eropa" is one state's only: nothing has to be told apart.
        Some(country) if lexicon.titles().iter().any(|t| is_namesake(t, title)) => {
            (format!("{} {country}", title.indonesian), with_country(title, country, lexicon))
        }
        _ => (headword(title, lexicon), as_met(title, seen)),
    };
    let mut forms: Vec<(&String, &usize)> =
        seen.forms.iter().filter(|(f, _)| f.to_lowercase() != indonesian.to_lowercase()).collect();
    forms.sort_by(|a, b| b.1.cmp(a.1).then_with(|| a.0.cmp(b.0)));
    let mut variants: Vec<String> = Vec::new();
    for (form, _) in forms {
        if variants.iter().all(|v| v.to_lowercase() != form.to_lowercase()) {
            variants.push(form.clone());
        }
    }
    let hits = english.find(&title.english);
    let others: Vec<&String> = title
        .variants_english
        .iter()
        .filter(|v| v.to_lowercase() != name.to_lowercase() && !english.find(v).is_empty())
        .collect();
    Entry {
        indonesian,
        english: name,
        kind: EntryKind::Title,
        status: Status::Proposed,
        confidence: CONFIDENCE,
        origin: Origin::Lexicon,
        variants_indonesian: variants,
        variants_english: others.into_iter().cloned().collect(),
        count_indonesian: seen.count,
        count_english: hits.len(),
        articles: seen.articles.len(),
        case_sensitive: false,
        note: String::new(),
        example_indonesian: texts[seen.example].text.to_owned(),
        example_english: hits.first().map_or("", |h| texts[h.text].text).to_owned(),
        kept: None,
    }
}

/// Dr. and Prof. are the same in English; only where the texts write the word out it is a doctor.
fn as_met(title: &TitleEntry, seen: &Met) -> String {
    let bare = |form: &str| form.trim_end_matches('.').to_owned();
    let short = |form: &String| {
        let mut all = title.variants_english.iter().filter(|v| v.ends_with('.'));
        all.find(|v| bare(v) == bare(form))
    };
    let mut forms = seen.forms.keys();
    match forms.next().and_then(short) {
        Some(v) if forms.all(|f| short(f).is_some()) => v.clone(),
        _ => title.english.clone(),
    }
}

fn is_namesake(a: &TitleEntry, b: &TitleEntry) -> bool {
    a.indonesian == b.indonesian && a.country != b.country
}

/// As a dictionary has it: small letters, if its words are common ones.
fn headword(title: &TitleEntry, lexicon: &Lexicon) -> String {
    let lower = title.indonesian.to_lowercase();
    let listed = title.variants_indonesian.contains(&lower) || !lexicon.senses(&lower).is_empty();
    let common = lower.split(' ').all(|w| {
        heads::head(w, lexicon).is_some() || crate::language::facts(Lang::Id).function.contains(w)
    });
    if listed || common { lower } else { title.indonesian.clone() }
}

/// US Secretary of State, British foreign secretary: the list's own full form, else what English puts
/// before this country's offices (a short form that the list of offices has, or its adjective).
fn with_country(title: &TitleEntry, country: &str, lexicon: &Lexicon) -> String {
    let states: Vec<&NameEntry> =
        lexicon.names().iter().filter(|e| e.indonesian == country).collect();
    let short = states.iter().flat_map(|e| &e.variants_english).find(|v| {
        let own = lexicon.titles().iter().filter(|t| t.country == title.country);
        let opens = |f: &String| f.strip_prefix(v.as_str()).is_some_and(|r| r.starts_with(' '));
        is_capitals(v) && own.flat_map(|t| &t.variants_english).any(opens)
    });
    let lower = title.english.to_lowercase();
    let full = title.variants_english.iter().find(|v| {
        let v = v.to_lowercase();
        v.len() > lower.len() && v.ends_with(&lower)
    });
    let before = short.or_else(|| states.iter().find_map(|e| e.adjectives.first()));
    match (full, before) {
        (Some(full), _) => full.clone(),
        (None, Some(before)) => format!("{before} {}", title.english),
        (None, None) => title.english.clone(),
    }
}

fn is_capitals(text: &str) -> bool {
    text.chars().all(char::is_uppercase)
}
