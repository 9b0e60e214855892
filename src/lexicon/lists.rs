//! padan's own lists, read from the CSV files in `glossary/`.

use super::Lexicon;
use super::concepts::{Concepts, Space};
use crate::language::english::{american, lemma};
use crate::model::{EntryKind, Lang};
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

/// One English equivalent of a headword.
#[derive(Debug, Clone, PartialEq)]
pub struct Sense {
    /// As the list gives it.
    pub english: Box<str>,
    /// Its part of speech.
    pub pos: Box<str>,
    /// Its words as lemmas, the form in which text is compared.
    pub key: Box<str>,
    /// How well it accounts for the headword, 0..=1.
    pub weight: f32,
}

/// A row of `names.csv` or `regions.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NameEntry {
    /// Preferred Indonesian form.
    pub indonesian: String,
    /// Preferred English form.
    pub english: String,
    /// What it names.
    pub kind: EntryKind,
    /// Other Indonesian spellings and short forms.
    pub variants_indonesian: Vec<String>,
    /// Other English spellings and short forms.
    pub variants_english: Vec<String>,
    /// The adjective: North Korean.
    pub adjectives: Vec<String>,
    /// Whether it comes from the region names of CLDR.
    pub region: bool,
}

/// A row of `titles.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleEntry {
    /// Preferred Indonesian form.
    pub indonesian: String,
    /// Its English.
    pub english: String,
    /// The country (in English) where this English holds; empty where it holds in general.
    pub country: String,
    /// Other Indonesian forms.
    pub variants_indonesian: Vec<String>,
    /// Other English forms.
    pub variants_english: Vec<String>,
}

#[derive(Deserialize)]
struct WordRow {
    indonesian: String,
    pos: String,
    english: String,
}

#[derive(Deserialize)]
struct NameRow<'a> {
    indonesian: &'a str,
    english: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    variants_indonesian: &'a str,
    variants_english: &'a str,
    adjective_english: &'a str,
}

#[derive(Deserialize)]
struct TitleRow<'a> {
    indonesian: &'a str,
    english: &'a str,
    country: &'a str,
    variants_indonesian: &'a str,
    variants_english: &'a str,
}

/// What the second, third ... equivalent is worth: translators use them all, the first most.
const RANK_WEIGHTS: [f32; 7] = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7];

/// Calls `row` for each record of an embedded list. The lists are part of the program and checked
/// by `tests/lists.rs`, so a wrong record is a bug and stops the program with its line.
fn each<T>(file: &str, name: &str, mut row: impl FnMut(T))
where
    T: for<'de> Deserialize<'de>,
{
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    for record in reader.deserialize() {
        row(record.unwrap_or_else(|e| panic!("glossary/{name}: {e}")));
    }
}

fn each_record(
    file: &str,
    name: &str,
    mut row: impl FnMut(&csv::StringRecord, &csv::StringRecord),
) {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let header = reader.headers().unwrap_or_else(|e| panic!("glossary/{name}: {e}")).clone();
    for record in reader.records() {
        row(&record.unwrap_or_else(|e| panic!("glossary/{name}: {e}")), &header);
    }
}

fn several(field: &str) -> Vec<String> {
    field.split('|').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

pub(super) fn load() -> Lexicon {
    let mut words: Vec<WordRow> = Vec::new();
    each(include_str!("../../glossary/words.csv"), "words.csv", |row| words.push(row));
    let mut lexicon = Lexicon {
        concepts: Concepts::default(),
        words: FxHashMap::default(),
        reverse: FxHashMap::default(),
        english: FxHashSet::default(),
        lemmas: FxHashMap::default(),
        phrases: Default::default(),
        longest: Default::default(),
        names: Default::default(),
        entries: Vec::new(),
        learned: FxHashMap::default(),
        titles: Vec::new(),
        title_forms: FxHashSet::default(),
        bands: Default::default(),
        never_merge: FxHashSet::default(),
    };
    // First every single English word, so that lemmas can be told from inflected forms.
    for row in &words {
        for word in row.english.split('|').flat_map(str::split_whitespace) {
            lexicon.english.insert(american(&word.to_lowercase()).into());
        }
    }
    // Plural headwords such as "troops" stay as they are only if their singular is unknown.
    let plural: Vec<Box<str>> = lexicon
        .english
        .iter()
        .filter(|w| {
            w.len() > 3
                && w.ends_with('s')
                && !w.ends_with("ss")
                && lexicon.english.contains(&w[..w.len() - 1])
        })
        .cloned()
        .collect();
    for word in plural {
        lexicon.english.remove(&word);
    }
    for row in &words {
        let english = row.english.split(['|', ' ', '-']);
        for word in english.filter(|w| !w.is_empty()) {
            let word = word.to_lowercase();
            if !lexicon.lemmas.contains_key(word.as_str()) {
                let lemma = lemma(&word, &lexicon.english);
                lexicon.lemmas.insert(word.into(), lemma.into());
            }
        }
    }
    for row in &words {
        lexicon.add_word(row);
    }
    each(include_str!("../../glossary/common.csv"), "common.csv", |row: Vec<String>| {
        let lang =
            Lang::from_code(&row[1]).unwrap_or_else(|| panic!("glossary/common.csv: {row:?}"));
        let band = row[2].parse().unwrap_or_else(|e| panic!("glossary/common.csv: {row:?}: {e}"));
        lexicon.bands[lang.index()].insert(row[0].as_str().into(), band);
    });
    load_names(&mut lexicon);
    lexicon
}

fn load_names(lexicon: &mut Lexicon) {
    each(include_str!("../../glossary/never_merge.csv"), "never_merge.csv", |row: Vec<String>| {
        lexicon.never_merge.insert((row[0].to_lowercase().into(), row[1].to_lowercase().into()));
    });
    each_record(include_str!("../../glossary/names.csv"), "names.csv", |record, header| {
        let row: NameRow<'_> =
            record.deserialize(Some(header)).unwrap_or_else(|e| panic!("glossary/names.csv: {e}"));
        lexicon.add_name(NameEntry {
            indonesian: row.indonesian.to_owned(),
            english: row.english.to_owned(),
            kind: EntryKind::from_name(row.kind).unwrap_or(EntryKind::Name),
            variants_indonesian: several(row.variants_indonesian),
            variants_english: several(row.variants_english),
            adjectives: several(row.adjective_english),
            region: false,
        });
    });
    each(include_str!("../../glossary/regions.csv"), "regions.csv", |row: Vec<String>| {
        // The hand-made list is the better one: a region it has is not added again.
        if lexicon.name(Lang::En, &row[2].to_lowercase()).is_none()
            && lexicon.name(Lang::Id, &row[1].to_lowercase()).is_none()
        {
            let numeric = row[0].bytes().all(|b| b.is_ascii_digit());
            lexicon.add_name(NameEntry {
                indonesian: row[1].clone(),
                english: row[2].clone(),
                kind: if numeric { EntryKind::Place } else { EntryKind::Country },
                variants_indonesian: Vec::new(),
                variants_english: Vec::new(),
                adjectives: Vec::new(),
                region: true,
            });
        }
    });
    each_record(include_str!("../../glossary/titles.csv"), "titles.csv", |record, header| {
        let row: TitleRow<'_> =
            record.deserialize(Some(header)).unwrap_or_else(|e| panic!("glossary/titles.csv: {e}"));
        lexicon.add_title(TitleEntry {
            indonesian: row.indonesian.to_owned(),
            english: row.english.to_owned(),
            country: row.country.to_owned(),
            variants_indonesian: several(row.variants_indonesian),
            variants_english: several(row.variants_english),
        });
    });
}

impl Lexicon {
    /// The key under which an English word or phrase is compared: American lemmas between spaces,
    /// without a leading article.
    pub fn english_key(&self, phrase: &str) -> String {
        let mut out = String::with_capacity(phrase.len());
        for word in phrase.split([' ', '-']).filter(|w| !w.is_empty()) {
            let word = word.to_lowercase();
            if out.is_empty()
                && matches!(word.as_str(), "the" | "a" | "an" | "to")
                && phrase.contains(' ')
            {
                continue;
            }
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&self.lemma(word.trim_end_matches("'s")));
        }
        out
    }

    fn add_word(&mut self, row: &WordRow) {
        let headword = row.indonesian.to_lowercase();
        for (rank, english) in row.english.split('|').enumerate() {
            let weight = RANK_WEIGHTS.get(rank).copied().unwrap_or(0.7);
            self.add_sense(&headword, english, &row.pos, weight);
        }
        if headword.contains(' ') {
            self.add_phrase(Lang::Id, &headword);
        }
    }

    fn add_sense(&mut self, headword: &str, english: &str, pos: &str, weight: f32) {
        let key: Box<str> = self.english_key(english).into();
        if key.contains(' ') {
            self.add_phrase(Lang::En, &key);
        }
        self.reverse.entry(key.clone()).or_default().push((headword.into(), weight));
        let senses = self.words.entry(headword.into()).or_default();
        if !senses.iter().any(|s| s.key == key) {
            senses.push(Sense { english: english.into(), pos: pos.into(), key, weight });
        }
    }

    fn add_phrase(&mut self, lang: Lang, joined: &str) {
        let count = u8::try_from(joined.split(' ').count()).unwrap_or(u8::MAX);
        let first = joined.split(' ').next().unwrap_or(joined);
        let longest = self.longest[lang.index()].entry(first.into()).or_default();
        *longest = (*longest).max(count);
        self.phrases[lang.index()].insert(joined.into());
    }

    fn add_name(&mut self, entry: NameEntry) {
        let at = self.entries.len();
        let add = |lexicon: &mut Self, lang: Lang, spelling: &str, weight: f32| {
            let lower = name_key(spelling);
            if lower.contains(' ') {
                lexicon.add_phrase(lang, &lower);
            }
            lexicon.names[lang.index()].entry(lower.into()).or_insert((at, weight));
        };
        add(self, Lang::Id, &entry.indonesian, 1.0);
        add(self, Lang::En, &entry.english, 1.0);
        entry.variants_indonesian.iter().for_each(|v| add(self, Lang::Id, v, 1.0));
        entry.variants_english.iter().for_each(|v| add(self, Lang::En, v, 1.0));
        // "Rusia" stands for both Russia and Russian.
        entry.adjectives.iter().for_each(|v| add(self, Lang::En, v, 0.97));
        let mut buffer = String::new();
        self.concepts.intern(Space::Listed, &name_key(&entry.english), &mut buffer);
        self.entries.push(entry);
    }

    fn add_title(&mut self, entry: TitleEntry) {
        if entry.country.is_empty() {
            let english: Vec<&str> = std::iter::once(entry.english.as_str())
                .chain(entry.variants_english.iter().map(String::as_str))
                .collect();
            for form in std::iter::once(&entry.indonesian).chain(&entry.variants_indonesian) {
                let lower = form.to_lowercase();
                if lower.contains(' ') {
                    self.add_phrase(Lang::Id, &lower);
                }
                for (rank, e) in english.iter().enumerate() {
                    let weight = RANK_WEIGHTS.get(rank).copied().unwrap_or(0.8);
                    self.add_sense(&lower, e, "n", weight);
                }
            }
        }
        let forms = [&entry.indonesian, &entry.english].into_iter();
        for form in forms.chain(&entry.variants_indonesian).chain(&entry.variants_english) {
            self.title_forms.insert(form.to_lowercase().into());
        }
        self.titles.push(entry);
    }
}

/// The form under which names are looked up: small letters, one space, no hyphens, stops or
/// leading article. One-word acronyms keep their capitals, since AS is not as.
pub fn name_key(name: &str) -> String {
    let acronym = !name.contains(' ')
        && name.len() >= 2
        && name.chars().all(|c| c.is_uppercase() || c == '.' || c.is_numeric());
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' | '\'' | '’' => {}
            '-' | ' ' | '\u{A0}' => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if acronym => out.push(c),
            c => out.extend(c.to_lowercase()),
        }
    }
    let out = out.trim_end();
    out.strip_prefix("the ").unwrap_or(out).to_owned()
}
