//! Equivalents learned from parallel text (`padan train`), beside those of the lists.

use super::Lexicon;
use crate::language::indonesian;
use crate::model::{Class, Form, Lang};

/// The columns of a learned table, between tabs.
pub const LEARNED_COLUMNS: [&str; 5] = ["indonesian", "english", "forward", "backward", "count"];

/// How well an equivalent accounts for a word, from the probability of each direction. Both must be
/// high: a fourth root keeps second and third translations, which have a small share of the
/// probability and are no less right, well above chance.
fn weight(forward: f32, backward: f32) -> f32 {
    (forward * backward).sqrt().sqrt().min(0.95)
}

/// Adds the rows of a learned table. A row that cannot be read is returned with its line, counted
/// from 1.
pub(super) fn load(table: &str, lexicon: &mut Lexicon) -> Vec<usize> {
    let mut wrong = Vec::new();
    for (at, line) in table.lines().enumerate().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let number = |n: usize| fields.get(n).and_then(|f| f.parse::<f32>().ok());
        match (number(2), number(3)) {
            (Some(forward), Some(backward)) if fields.len() >= 4 => {
                let list = lexicon.learned.entry(fields[0].into()).or_default();
                list.push((fields[1].into(), weight(forward, backward)));
            }
            _ => wrong.push(at + 1),
        }
    }
    wrong
}

impl Lexicon {
    /// The built-in lexicon with a user's learned table laid over it, and the lines of the table
    /// that could not be read.
    pub fn with_table(table: &str) -> (Self, Vec<usize>) {
        let mut lexicon = Self::load_builtin();
        let wrong = load(table, &mut lexicon);
        (lexicon, wrong)
    }

    /// Learned English keys of an Indonesian key, with their weights.
    pub fn learned(&self, key: &str) -> &[(Box<str>, f32)] {
        self.learned.get(key).map_or(&[], Vec::as_slice)
    }

    /// The key under which a form is learned and looked up: the nearest listed word that an
    /// Indonesian form may come from, an English form's lemma; nothing for numbers, days and names.
    pub fn key(&self, form: &Form) -> Option<String> {
        match (form.class, form.lang) {
            (Class::Number | Class::Date | Class::Name, _) => None,
            (_, Lang::En) if form.text.contains(' ') => Some(form.text.to_string()),
            (_, Lang::En) => Some(self.lemma(&form.text)),
            (_, Lang::Id) => Some(self.headword(&form.text)),
        }
    }

    /// The nearest listed word that an Indonesian form may come from, else the form.
    pub fn headword(&self, form: &str) -> String {
        if self.is_indonesian(form) || form.contains(' ') {
            return form.to_owned();
        }
        indonesian::readings(form)
            .into_iter()
            .find(|r| self.is_indonesian(&r.base))
            .map_or_else(|| form.to_owned(), |r| r.base)
    }

    /// Every root that an Indonesian word may have, nearest first: the word and what may remain of
    /// it, as far as the lists know them; if they know none, all that may remain.
    pub fn roots(&self, word: &str) -> Vec<String> {
        let readings = indonesian::readings(word);
        let all = std::iter::once(word.to_owned()).chain(readings.into_iter().map(|r| r.base));
        let (known, unknown): (Vec<String>, Vec<String>) = all.partition(|w| self.is_indonesian(w));
        if known.is_empty() { unknown } else { known }
    }

    /// Every listed headword with its English keys, by headword.
    pub fn listed(&self) -> Vec<(&str, Vec<&str>)> {
        let mut all: Vec<(&str, Vec<&str>)> = self
            .words
            .iter()
            .map(|(h, senses)| (&**h, senses.iter().map(|s| &*s.key).collect()))
            .collect();
        all.sort_unstable();
        all
    }
}
