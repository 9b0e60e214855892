//! A text laid out flat: what the aligner looks up again and again lies in arrays.

use crate::model::{Analysed, Class, Numeral, WordId};
use crate::score::Space;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A sentence to align: its analysis and its text.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// What it says.
    pub analysed: &'a Analysed,
    /// How it is written.
    pub text: &'a str,
}

/// What the marks of a sentence tell: a translator seldom changes how many sentences, questions,
/// quotations and brackets there are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Marks {
    pub(super) stops: f32,
    pub(super) questions: f32,
    pub(super) quotes: f32,
    pub(super) brackets: f32,
    pub(super) commas: f32,
}

/// Sums over one sentence.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Sums {
    /// Information of its words, of its names alone.
    pub(super) total: f32,
    pub(super) names: f32,
    /// Length in characters.
    pub(super) chars: f32,
    pub(super) marks: Marks,
    pub(super) denies: bool,
}

/// One side, laid out.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// The forms that occur, numbered as they come.
    pub(super) kinds: Vec<WordId>,
    /// Every word's number in `kinds`, sentence after sentence.
    pub(super) words: Vec<u32>,
    /// What each word tells; for names once more, 0 for other words.
    pub(super) info: Vec<f32>,
    pub(super) names: Vec<f32>,
    /// Sentence of each word.
    pub(super) sentence: Vec<u32>,
    /// First word of each sentence, and the end.
    starts: Vec<usize>,
    /// Figures and days: word, whether it is a day.
    numerals: Vec<(usize, bool)>,
    numeral_starts: Vec<usize>,
    /// Sums of each sentence.
    pub(super) sums: Vec<Sums>,
    /// Where each kind stands: words in order.
    places: Vec<u32>,
    place_starts: Vec<usize>,
}

impl Text {
    pub(super) fn new(space: &Space, sentences: &[Source<'_>]) -> Self {
        let mut out = Self { starts: vec![0], numeral_starts: vec![0], ..Self::default() };
        let mut numbers: FxHashMap<WordId, u32> = FxHashMap::default();
        for (at, source) in sentences.iter().enumerate() {
            let first = out.words.len();
            let mut sums = Sums {
                chars: source.text.chars().count() as f32,
                marks: marks(source.text),
                denies: source.analysed.negations > 0,
                ..Sums::default()
            };
            for word in &source.analysed.words {
                let next = small(out.kinds.len());
                let kind = *numbers.entry(word.id).or_insert(next);
                if kind == next {
                    out.kinds.push(word.id);
                }
                let info = space.info(word.id);
                let named = if space.class(word.id) == Class::Name { info } else { 0.0 };
                out.words.push(kind);
                out.info.push(info);
                out.names.push(named);
                out.sentence.push(small(at));
                sums.total += info;
                sums.names += named;
            }
            out.numerals.extend(
                source
                    .analysed
                    .numerals
                    .iter()
                    .map(|&(word, value)| (first + word, matches!(value, Numeral::Date(..)))),
            );
            out.starts.push(out.words.len());
            out.numeral_starts.push(out.numerals.len());
            out.sums.push(sums);
        }
        out.index();
        out
    }

    /// Notes where each kind of word stands.
    fn index(&mut self) {
        let mut starts = vec![0_usize; self.kinds.len() + 1];
        for &kind in &self.words {
            starts[kind as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        self.places = vec![0; self.words.len()];
        for (at, &kind) in self.words.iter().enumerate() {
            self.places[next[kind as usize]] = small(at);
            next[kind as usize] += 1;
        }
        self.place_starts = starts;
    }

    /// How many sentences.
    pub(super) fn len(&self) -> usize {
        self.sums.len()
    }

    /// The words of `count` sentences from `first`.
    pub(super) fn words_of(&self, first: usize, count: usize) -> Range<usize> {
        self.starts[first]..self.starts[first + count]
    }

    /// Figures and days of `count` sentences from `first`.
    pub(super) fn numerals_of(&self, first: usize, count: usize) -> &[(usize, bool)] {
        &self.numerals[self.numeral_starts[first]..self.numeral_starts[first + count]]
    }

    /// Where a kind of word stands, in order.
    pub(super) fn places(&self, kind: u32) -> &[u32] {
        let at = kind as usize;
        &self.places[self.place_starts[at]..self.place_starts[at + 1]]
    }

    /// Sums over `count` sentences from `first`.
    pub(super) fn joined(&self, first: usize, count: usize) -> Sums {
        let mut out = self.sums[first];
        for more in &self.sums[first + 1..first + count] {
            out.total += more.total;
            out.names += more.names;
            out.chars += more.chars + 1.0;
            out.denies |= more.denies;
            let (own, m) = (&mut out.marks, &more.marks);
            own.stops += m.stops;
            own.questions += m.questions;
            own.quotes += m.quotes;
            own.brackets += m.brackets;
            own.commas += m.commas;
        }
        out
    }
}

/// Texts have fewer than four billion words.
pub(super) fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn marks(text: &str) -> Marks {
    let mut out = Marks::default();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // A full stop inside a number or an abbreviation ends nothing.
            '.' | '!' | '?' | '…' => {
                let ends = chars.peek().is_none_or(|&n| !n.is_alphanumeric() && n != c);
                out.stops += f32::from(u8::from(ends));
                out.questions += f32::from(u8::from(c == '?'));
            }
            '"' | '“' | '”' | '«' | '»' => out.quotes += 0.5,
            '(' | ')' | ':' | ';' | '[' | ']' => out.brackets += 0.5,
            ',' => out.commas += 1.0,
            _ => {}
        }
    }
    out
}
