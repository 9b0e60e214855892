//! Equivalents learned from parallel text (`padan train`), beside those of the lists.

use super::Lexicon;
use super::format::learned_rows;
use super::lists::{self, run};
use crate::language::indonesian;
use crate::model::{Class, Form, Lang};
use std::borrow::Cow;

/// The columns of a learned table, between tabs.
pub const LEARNED_COLUMNS: [&str; 5] = ["indonesian", "english", "forward", "backward", "count"];

impl Lexicon {
    /// The built-in lexicon with a user's learned table laid over it, and the lines of the table
    /// that could not be read.
    pub fn with_table(table: &str) -> (Self, Vec<usize>) {
        let mut lexicon = lists::load();
        let mut wrong = Vec::new();
        for row in learned_rows(table) {
            match row {
                Ok((indonesian, english, weight)) => {
                    let built_in =
                        run(lexicon.tables.learned.get(indonesian), &lexicon.equivalents);
                    let own = lexicon.own.entry(indonesian.into());
                    own.or_insert_with(|| built_in.to_vec())
                        .push((english.to_owned().into(), weight));
                }
                Err(line) => wrong.push(line),
            }
        }
        (lexicon, wrong)
    }

    /// Learned English keys of an Indonesian key, with their weights.
    pub fn learned(&self, key: &str) -> &[(Cow<'static, str>, f32)] {
        match self.own.get(key) {
            Some(own) => own,
            None => run(self.tables.learned.get(key), &self.equivalents),
        }
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
        self.tables
            .words
            .iter()
            .map(|(h, f)| (h, run(Some(f), &self.senses).iter().map(|s| s.key).collect()))
            .collect()
    }
}
