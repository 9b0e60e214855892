use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What an entry names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntryKind {
    /// A human being.
    Person,
    /// A city, region, sea, island.
    Place,
    /// A state or territory.
    Country,
    /// A body, company, party, court, team.
    Organisation,
    /// A newspaper, agency, broadcaster, site.
    Media,
    /// An office or honorific.
    Title,
    /// A war, tournament, treaty, disaster.
    Event,
    /// A people or religion.
    People,
    /// A language.
    Language,
    /// A currency.
    Currency,
    /// A name of a kind not known.
    Name,
    /// A term of a subject.
    Term,
}

impl EntryKind {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Country => "country",
            Self::Organisation => "organisation",
            Self::Media => "media",
            Self::Title => "title",
            Self::Event => "event",
            Self::People => "people",
            Self::Language => "language",
            Self::Currency => "currency",
            Self::Name => "name",
            Self::Term => "term",
        }
    }

    /// The kind of that name, or none.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name.trim().to_ascii_lowercase().as_str() {
            "person" => Self::Person,
            "place" => Self::Place,
            "country" => Self::Country,
            "organisation" | "organization" | "org" => Self::Organisation,
            "media" => Self::Media,
            "title" => Self::Title,
            "event" => Self::Event,
            "people" => Self::People,
            "language" => Self::Language,
            "currency" => Self::Currency,
            "name" => Self::Name,
            "term" => Self::Term,
            _ => return None,
        })
    }
}

/// How far an entry has been agreed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Found by the program.
    Proposed,
    /// Confirmed by a person.
    Approved,
    /// The form to use among several.
    Preferred,
    /// Not to be used.
    Forbidden,
}

impl Status {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Approved => "approved",
            Self::Preferred => "preferred",
            Self::Forbidden => "forbidden",
        }
    }

    /// The status of that name, or none.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Proposed, Self::Approved, Self::Preferred, Self::Forbidden]
            .into_iter()
            .find(|s| name.trim().eq_ignore_ascii_case(s.name()))
    }
}

/// Where an entry's English came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// The user's own glossary.
    Seed,
    /// Aligned sentences of the given articles.
    Aligned,
    /// Region names of the Unicode CLDR.
    RegionNames,
    /// padan's lists.
    Lexicon,
    /// A long form with its acronym in the text.
    Acronym,
    /// Written alike in both languages.
    SameSpelling,
    /// Put together from the translations of its parts.
    Composed,
}

impl Origin {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Seed => "seed",
            Self::Aligned => "aligned",
            Self::RegionNames => "region names",
            Self::Lexicon => "lexicon",
            Self::Acronym => "acronym",
            Self::SameSpelling => "same spelling",
            Self::Composed => "composed",
        }
    }
}

/// A glossary entry: one name or term with its equivalent.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Headword.
    pub indonesian: String,
    /// Its English.
    pub english: String,
    /// What it names.
    pub kind: EntryKind,
    /// How far agreed on.
    pub status: Status,
    /// Probability that the English is right.
    pub confidence: f64,
    /// Where the English came from.
    pub origin: Origin,
    /// Other Indonesian spellings, most frequent first.
    pub variants_indonesian: Vec<String>,
    /// Other English spellings, most frequent first.
    pub variants_english: Vec<String>,
    /// Occurrences in Indonesian text, over all spellings.
    pub count_indonesian: usize,
    /// Occurrences in English text, over all spellings.
    pub count_english: usize,
    /// How many articles have it.
    pub articles: usize,
    /// Whether capitals distinguish it from a common word.
    pub case_sensitive: bool,
    /// A remark.
    pub note: String,
    /// A sentence with it.
    pub example_indonesian: String,
    /// A sentence with its English.
    pub example_english: String,
    /// The row as a user's file gave it: it is written back unchanged.
    pub kept: Option<Kept>,
}

impl Entry {
    /// A row as its owner gives it: sure, and without what articles would tell of it.
    pub fn given(indonesian: String, english: String, kind: EntryKind, status: Status) -> Self {
        Self {
            indonesian,
            english,
            kind,
            status,
            confidence: 1.0,
            origin: Origin::Seed,
            variants_indonesian: Vec::new(),
            variants_english: Vec::new(),
            count_indonesian: 0,
            count_english: 0,
            articles: 0,
            case_sensitive: false,
            note: String::new(),
            example_indonesian: String::new(),
            example_english: String::new(),
            kept: None,
        }
    }
}

/// A row of a user's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The file's columns, in its order.
    pub columns: Arc<[String]>,
    /// The row's fields, one a column.
    pub fields: Vec<String>,
    /// The row as it lies in the file, without the end of the line; empty for a row that is to be
    /// written anew from its fields.
    pub raw: String,
}

/// The columns of a glossary file.
pub const COLUMNS: [&str; 15] = [
    "indonesian",
    "english",
    "type",
    "status",
    "confidence",
    "origin",
    "variants_indonesian",
    "variants_english",
    "count_indonesian",
    "count_english",
    "articles",
    "case_sensitive",
    "note",
    "example_indonesian",
    "example_english",
];

/// One spelling of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantRow {
    /// As written.
    pub variant: String,
    /// How often.
    pub count: usize,
    /// Articles that have it.
    pub articles: Vec<String>,
    /// Why it is in the group.
    pub reason: String,
}

/// The spellings that mean one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariantGroup {
    /// The group's name: its English or its preferred form.
    pub name: String,
    /// What it names.
    pub kind: EntryKind,
    /// The form to use.
    pub preferred: String,
    /// Its spellings, most frequent first.
    pub rows: Vec<VariantRow>,
}
