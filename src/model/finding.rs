use std::path::PathBuf;

/// What a checker looks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// A spelling that the glossary forbids.
    Forbidden,
    /// A spelling that the glossary knows and does not prefer.
    Variant,
    /// One name in several spellings within one text.
    MixedName,
    /// A non-standard Indonesian spelling.
    Spelling,
    /// A short form whose long form the text never gives.
    Acronym,
    /// A term of the glossary without its equivalent on the other side.
    Term,
    /// A number that the other side lacks or gives otherwise.
    Number,
    /// A day, month or weekday that the other side lacks or gives otherwise.
    Date,
    /// A name that the other side lacks.
    Name,
    /// An ignore comment that cannot be right.
    Ignore,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Wrong by the user's own glossary, or a fact changed.
    Error,
    /// Most likely wrong.
    Warning,
    /// Worth a look.
    Note,
}

impl Severity {
    /// Its name in files; SARIF's levels have the same names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

impl Rule {
    /// Every rule, in the order of the documentation.
    pub const ALL: [Self; 10] = [
        Self::Forbidden,
        Self::Variant,
        Self::MixedName,
        Self::Spelling,
        Self::Acronym,
        Self::Term,
        Self::Number,
        Self::Date,
        Self::Name,
        Self::Ignore,
    ];

    /// Its name in output and in ignore comments.
    pub fn name(self) -> &'static str {
        match self {
            Self::Forbidden => "forbidden",
            Self::Variant => "variant",
            Self::MixedName => "mixed-name",
            Self::Spelling => "spelling",
            Self::Acronym => "acronym",
            Self::Term => "term",
            Self::Number => "number",
            Self::Date => "date",
            Self::Name => "name",
            Self::Ignore => "ignore",
        }
    }

    /// The rule of that name, or none.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.name().eq_ignore_ascii_case(name))
    }

    /// How much its findings weigh.
    pub fn severity(self) -> Severity {
        match self {
            Self::Forbidden | Self::Number | Self::Date => Severity::Error,
            Self::Acronym => Severity::Note,
            _ => Severity::Warning,
        }
    }

    /// What it looks for, in one sentence.
    pub fn summary(self) -> &'static str {
        match self {
            Self::Forbidden => "A spelling that the glossary forbids.",
            Self::Variant => "A spelling that the glossary knows but does not prefer.",
            Self::MixedName => "One name in several spellings within one text.",
            Self::Spelling => "A non-standard Indonesian spelling.",
            Self::Acronym => "A short form whose long form the text never gives.",
            Self::Term => "A term of the glossary without its equivalent in the translation.",
            Self::Number => "A number that the translation lacks or gives otherwise.",
            Self::Date => "A day, month or weekday that the translation lacks or gives otherwise.",
            Self::Name => "A name that the translation lacks.",
            Self::Ignore => "An ignore comment without a reason, or with a rule that is not known.",
        }
    }
}

/// Where something stands in a file, as an editor shows it and as it lies on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Place {
    /// Line, counted from 1.
    pub line: usize,
    /// Character within the line, counted from 1.
    pub column: usize,
    /// Line of the end.
    pub end_line: usize,
    /// One past the last character, counted from 1.
    pub end_column: usize,
    /// First character of the decoded file, counted from 0.
    pub char_start: usize,
    /// One past the last character.
    pub char_end: usize,
    /// First byte of the file on disk, counted from 0.
    pub byte_start: usize,
    /// One past the last byte.
    pub byte_end: usize,
}

/// Something a checker found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The file.
    pub path: PathBuf,
    /// Which rule it breaks.
    pub rule: Rule,
    /// Where.
    pub place: Place,
    /// The words found, as they stand there.
    pub found: String,
    /// What is wrong, and what to do.
    pub message: String,
    /// What to write instead, likeliest first.
    pub suggestions: Vec<String>,
    /// Whether the first suggestion may be put in without asking.
    pub certain: bool,
    /// The line it stands on.
    pub line_text: String,
}
