use super::{Lang, Span};

/// A word form of one language, interned for a run.
pub type WordId = u32;

/// A piece of a sentence as the tokenizer cuts it; the span is within the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Bytes within the sentence.
    pub span: Span,
    /// Letters (with inner apostrophes and hyphens), or digits, or one other character.
    pub kind: TokenKind,
    /// Whether white space or the sentence's start stands before it.
    pub spaced: bool,
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// A word.
    Word,
    /// A number as written: digits with their separators.
    Number,
    /// Punctuation or a symbol.
    Mark,
}

/// One unit of meaning of an analysed sentence: a word, a known phrase, a name, a number, a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Word {
    /// The form, in the run's vocabulary.
    pub id: WordId,
    /// Bytes within the sentence.
    pub span: Span,
}

/// A number's value, or a day's.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Numeral {
    /// A plain value.
    Value(f64),
    /// Part of a whole, in percent.
    Percent(f64),
    /// Month and day, with the year where it is given: as `year, month, day`, 0 where unknown.
    Date(u16, u8, u8),
}

/// What a form is, which decides what it can match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Carries little meaning.
    Function,
    /// Denies.
    Negation,
    /// A common word or a known phrase, in small letters.
    Word,
    /// A name, as written; parts between spaces.
    Name,
    /// A number or percentage, as its value.
    Number,
    /// A day, a month with its year, as `year-month-day`.
    Date,
}

/// What part a word has in a report: two sentences may name the same people, days and sources and
/// yet tell something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Belongs to what is told.
    Matter,
    /// What happens or is done.
    Act,
    /// Who or where: names, offices.
    Who,
    /// Says that something is told: said, according.
    Report,
    /// A figure or a day.
    Figure,
    /// Carries little.
    Little,
}

impl Role {
    /// How many there are.
    pub const COUNT: usize = 6;
}

/// A form of the run's vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Form {
    /// Its language.
    pub lang: Lang,
    /// What it is.
    pub class: Class,
    /// Its normal spelling.
    pub text: Box<str>,
}

impl Form {
    /// A form that stands for itself.
    pub fn new(lang: Lang, class: Class, text: impl Into<Box<str>>) -> Self {
        Self { lang, class, text: text.into() }
    }
}

/// A sentence as the scorer sees it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Analysed {
    /// Its units in order.
    pub words: Vec<Word>,
    /// Values of numbers and dates among them: index of the word, value.
    pub numerals: Vec<(usize, Numeral)>,
    /// How many negations it holds.
    pub negations: u8,
}
