//! padan's own lists (`glossary/`), as the build script packed them.

use super::Lexicon;
use super::concepts::{Concepts, Space};
use super::format::{Part, name_key};
use super::kin;
use super::store::{Fields, Table, records};
use crate::model::EntryKind;
use rustc_hash::FxHashMap;
use std::sync::atomic::AtomicU32;

/// One English equivalent of a headword.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sense {
    /// As the list gives it.
    pub english: &'static str,
    /// Its part of speech.
    pub pos: &'static str,
    /// Its words as lemmas, the form in which text is compared.
    pub key: &'static str,
    /// How well it accounts for the headword, 0..=1.
    pub weight: f32,
    /// The headwords that have the key.
    pub(super) headwords: Run,
}

/// A part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) first: u32,
    pub(super) count: u32,
}

impl Run {
    fn read(fields: &mut Fields) -> Self {
        Self { first: fields.narrow(), count: fields.narrow() }
    }

    /// That part of `list`.
    pub(super) fn of<T>(self, list: &[T]) -> &[T] {
        let first = self.first as usize;
        &list[first..first + self.count as usize]
    }
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

/// What is looked up where it lies.
#[derive(Debug)]
pub(super) struct Tables {
    /// Indonesian headword or phrase to its senses.
    pub(super) words: Table,
    /// English key to the headwords that have it.
    pub(super) reverse: Table,
    /// Indonesian key to what was learned of it.
    pub(super) learned: Table,
    /// Groups of synonyms of each language, by member.
    pub(super) synonyms: [Table; 2],
    /// English lemmas that the lists use.
    pub(super) english: Table,
    /// Lemmas of the words of the lists.
    pub(super) lemmas: Table,
    /// Phrases of each language: lemmas between spaces.
    pub(super) phrases: [Table; 2],
    /// Longest phrase, in words, by its first word.
    pub(super) longest: [Table; 2],
    /// Names by spelling in small letters and language.
    pub(super) names: [Table; 2],
    /// How common forms are: band 1 (the commonest) to 5.
    pub(super) bands: [Table; 2],
    /// Offices and honorifics.
    pub(super) title_forms: Table,
    /// Names that are not one.
    pub(super) never_merge: Table,
}

/// The built-in lexicon, without a user's table.
pub(super) fn load() -> Lexicon {
    let entries: Vec<NameEntry> = records(Part::Entries).map(entry).collect();
    let mut concepts = Concepts::default();
    let mut buffer = String::new();
    for entry in &entries {
        concepts.intern(Space::Listed, &name_key(&entry.english), &mut buffer);
    }
    let (headwords, headword_senses): (Vec<(&'static str, f32)>, Vec<Run>) =
        records(Part::Headwords).map(|mut f| ((f.text(), f.weight()), Run::read(&mut f))).unzip();
    Lexicon {
        concepts,
        tables: Tables {
            words: Table::of(Part::Words),
            reverse: Table::of(Part::Reverse),
            learned: Table::of(Part::Learned),
            synonyms: [Table::of(Part::SynonymsId), Table::of(Part::SynonymsEn)],
            english: Table::of(Part::English),
            lemmas: Table::of(Part::Lemmas),
            phrases: [Table::of(Part::PhrasesId), Table::of(Part::PhrasesEn)],
            longest: [Table::of(Part::LongestId), Table::of(Part::LongestEn)],
            names: [Table::of(Part::NamesId), Table::of(Part::NamesEn)],
            bands: [Table::of(Part::BandsId), Table::of(Part::BandsEn)],
            title_forms: Table::of(Part::TitleForms),
            never_merge: Table::of(Part::NeverMerge),
        },
        senses: records(Part::Senses).map(sense).collect(),
        groups: [Part::GroupsId, Part::GroupsEn]
            .map(|part| records(part).map(|mut f| (f.text(), f.weight())).collect()),
        norms: headwords.iter().map(|_| AtomicU32::new(kin::UNKNOWN)).collect(),
        headwords,
        headword_senses,
        equivalents: records(Part::Equivalents)
            .map(|mut f| (f.text().into(), f.weight()))
            .collect(),
        entries,
        titles: records(Part::Titles).map(title).collect(),
        own: FxHashMap::default(),
    }
}

fn sense(mut f: Fields) -> Sense {
    Sense {
        english: f.text(),
        pos: f.text(),
        key: f.text(),
        weight: f.weight(),
        headwords: Run::read(&mut f),
    }
}

fn entry(mut f: Fields) -> NameEntry {
    NameEntry {
        indonesian: f.text().to_owned(),
        english: f.text().to_owned(),
        kind: EntryKind::from_name(f.text()).unwrap_or(EntryKind::Name),
        variants_indonesian: several(f.text()),
        variants_english: several(f.text()),
        adjectives: several(f.text()),
        region: f.number() == 1,
    }
}

fn title(mut f: Fields) -> TitleEntry {
    TitleEntry {
        indonesian: f.text().to_owned(),
        english: f.text().to_owned(),
        country: f.text().to_owned(),
        variants_indonesian: several(f.text()),
        variants_english: several(f.text()),
    }
}

fn several(field: &str) -> Vec<String> {
    field.split('|').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

/// The run of `list` that a table's value stands for.
pub(super) fn run<T>(value: Option<Fields>, list: &[T]) -> &[T] {
    value.map_or(&[], |mut f| Run::read(&mut f).of(list))
}
