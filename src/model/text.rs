use super::Span;
use serde::{Deserialize, Serialize};

/// The two languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Indonesian.
    Id,
    /// English.
    En,
}

impl Lang {
    /// The ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
        }
    }

    /// The language of an ISO 639 code or a common name of it.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.to_ascii_lowercase().split(['-', '_']).next()? {
            "id" | "ind" | "in" | "indonesian" | "indonesia" => Some(Self::Id),
            "en" | "eng" | "english" | "inggris" => Some(Self::En),
            _ => None,
        }
    }

    /// 0 for Indonesian, 1 for English: for tables by language.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// From a byte of an article's text to a byte of the file it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offsets {
    /// The text is the file from this byte on (0, or 3 after a byte order mark).
    Shift(usize),
    /// One file offset for each byte of the text, and one for its end: other encodings, and
    /// texts inside a JSON string, a table or a web page.
    Table(Vec<u32>),
}

impl Offsets {
    /// The file offset of text byte `at`.
    pub fn on_disk(&self, at: usize) -> usize {
        match self {
            Self::Shift(by) => at + by,
            Self::Table(table) => table
                .get(at)
                .or(table.last())
                .map_or(at, |&o| usize::try_from(o).unwrap_or(usize::MAX)),
        }
    }
}

impl Offsets {
    /// The text byte that lies at `disk` in the file: the last that starts there or before.
    pub fn in_text(&self, disk: usize) -> usize {
        match self {
            Self::Shift(by) => disk.saturating_sub(*by),
            Self::Table(table) => {
                let after = table.partition_point(|&o| usize::try_from(o).is_ok_and(|o| o <= disk));
                let at = after.saturating_sub(1);
                // All bytes of a character have its place: the first of them is meant.
                table.get(at).map_or(0, |&o| table.partition_point(|&p| p < o))
            }
        }
    }
}

/// A file as it lies on disk and as it reads.
#[derive(Debug, Clone)]
pub struct FileText {
    /// Where it lies.
    pub path: std::path::PathBuf,
    /// Its content.
    pub bytes: Vec<u8>,
    /// The content as text, without byte order mark.
    pub text: String,
    /// From the text to the content.
    pub offsets: Offsets,
}

impl FileText {
    /// A file without content.
    pub fn empty(path: &std::path::Path) -> Self {
        let (bytes, text, offsets) = (Vec::new(), String::new(), Offsets::Shift(0));
        Self { path: path.to_path_buf(), bytes, text, offsets }
    }
}

/// A piece of running text of one language.
#[derive(Debug, Clone)]
pub struct Passage {
    /// Its language.
    pub lang: Lang,
    /// The text.
    pub text: String,
    /// From the text to the file.
    pub offsets: Offsets,
}

/// A text and its translation, in a bilingual file.
#[derive(Debug, Clone)]
pub struct Unit {
    /// The Indonesian.
    pub indonesian: Passage,
    /// The English.
    pub english: Passage,
    /// The first byte of the unit in the file: of its row, or of its element.
    pub start: usize,
}

/// One article: its text as read, and what is known about it.
#[derive(Debug, Clone)]
pub struct Article {
    /// Unique within a run: the file name without endings, with its folder where two are alike.
    pub id: String,
    /// Its language.
    pub lang: Lang,
    /// Where it came from.
    pub path: std::path::PathBuf,
    /// The text, decoded, otherwise untouched.
    pub text: String,
    /// From the text to the file.
    pub offsets: Offsets,
    /// Headline, where known.
    pub title: Option<String>,
    /// Newspaper, agency or site, where known.
    pub outlet: Option<String>,
    /// Date of publication as `YYYY-MM-DD`, where known.
    pub date: Option<String>,
    /// Address, where known.
    pub url: Option<String>,
    /// How far front matter reaches: sentences start after it.
    pub body: usize,
    /// Whether each line is one sentence.
    pub lines: bool,
}

/// What a piece of an article is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A sentence to align.
    Sentence,
    /// A headline or sub-heading: kept and marked, not aligned among articles in any order.
    Heading,
    /// "BACA JUGA", bylines, sources: kept and marked, never aligned.
    Noise,
}

impl Kind {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Heading => "heading",
            Self::Noise => "noise",
        }
    }
}

/// A sentence of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Counted from 1 within the article, over every kind.
    pub number: u32,
    /// What it is.
    pub kind: Kind,
    /// Its bytes in the article's text.
    pub span: Span,
    /// Counted from 1: the paragraph it stands in.
    pub paragraph: u32,
}

/// White space, and the invisible characters that pages put in its place.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200B}' | '\u{200C}' | '\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}
