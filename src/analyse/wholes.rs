//! The full names that an article gives its people.
//!
//! A paper names a person in full once, then by a part; which part differs: Indonesian papers go on
//! with the given name, agencies abroad with the last. Only through the full name are both one.

use super::Vocabulary;
use crate::lexicon::{Lexicon, name_key};
use crate::model::Class;
use rustc_hash::FxHashMap;

impl Vocabulary {
    /// Gives each short name the full one that it is a part of, if among the forms, those of one
    /// article, there is just one.
    pub(crate) fn complete(&mut self, lexicon: &Lexicon) {
        let keys: Vec<Option<String>> = self
            .forms
            .iter()
            .map(|form| {
                let own = form.class == Class::Name
                    && lexicon.name(form.lang, &name_key(&form.text)).is_none();
                own.then(|| name_key(&form.text))
            })
            .collect();
        let full = || keys.iter().flatten().filter(|key| key.contains(' '));
        let mut by_word: FxHashMap<&str, Vec<&str>> = FxHashMap::default();
        for key in full() {
            for word in key.split(' ') {
                by_word.entry(word).or_default().push(key);
            }
        }
        let wholes: Vec<Option<Box<str>>> = self
            .forms
            .iter()
            .zip(&keys)
            .map(|(form, key)| {
                let key = key.as_deref()?;
                if lexicon.is_common(key, form.lang) {
                    return None;
                }
                let first = key.split(' ').next()?;
                let holders = by_word.get(first)?;
                let longer = || holders.iter().filter(|full| is_part(key, full));
                let longest = *longer().max_by_key(|full| full.len())?;
                longer()
                    .all(|full| *full == longest || is_part(full, longest))
                    .then(|| longest.into())
            })
            .collect();
        for (form, whole) in self.forms.iter_mut().zip(wholes) {
            form.whole = whole;
        }
        self.ids = self.forms.iter().cloned().zip(0..).collect();
    }
}

/// Whether `part` is some of the words of `full`, next to each other.
fn is_part(part: &str, full: &str) -> bool {
    let inside = |at: usize| {
        let end = at + part.len();
        (at == 0 || full.as_bytes()[at - 1] == b' ')
            && full.as_bytes().get(end).is_none_or(|&b| b == b' ')
    };
    part.len() < full.len() && full.match_indices(part).any(|(at, _)| inside(at))
}
