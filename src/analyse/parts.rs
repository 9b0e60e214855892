//! The words that phrases and the names of offices and bodies are made of.

use super::Vocabulary;
use super::reading::class_of;
use crate::language::facts;
use crate::lexicon::{Lexicon, name_key};
use crate::model::{Class, EntryKind, Form, Lang, WordId};
use rustc_hash::FxHashMap;

impl Vocabulary {
    /// Every form, behind them the words that phrases are made of and that do not stand alone, and
    /// for each phrase its words.
    pub fn with_parts(&self, lexicon: &Lexicon) -> (Vec<Form>, FxHashMap<WordId, Box<[WordId]>>) {
        let mut forms = self.forms.clone();
        let mut further: FxHashMap<Form, WordId> = FxHashMap::default();
        let mut out = FxHashMap::default();
        for (at, form) in self.forms.iter().enumerate() {
            let parts = parts(form, lexicon);
            if parts.iter().all(|p| p.class == Class::Function) {
                continue;
            }
            let ids = parts
                .into_iter()
                .map(|part| {
                    if let Some(&known) = self.ids.get(&part).or_else(|| further.get(&part)) {
                        return known;
                    }
                    let id = WordId::try_from(forms.len()).unwrap_or(WordId::MAX);
                    forms.push(part.clone());
                    further.insert(part, id);
                    id
                })
                .collect();
            out.insert(WordId::try_from(at).unwrap_or(WordId::MAX), ids);
        }
        (forms, out)
    }
}

/// The parts of a phrase; none of a single word, a number, or the name of a person, whose parts
/// are names themselves.
fn parts(form: &Form, lexicon: &Lexicon) -> Vec<Form> {
    let phrase = form.text.contains(' ')
        && match form.class {
            Class::Word => true,
            Class::Name => lexicon
                .name(form.lang, &name_key(&form.text))
                .is_some_and(|(e, _)| e.kind != EntryKind::Person),
            _ => false,
        };
    if !phrase {
        return Vec::new();
    }
    let words: Vec<&str> = form.text.split(' ').collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let most = (words.len() - at).min(words.len() - 1);
        let used = (2..=most)
            .rev()
            .find(|&used| {
                lexicon.is_phrase(form.lang, &words[at..at + used].join(" ").to_lowercase())
            })
            .unwrap_or(1);
        out.push(part(&words[at..at + used].join(" "), form.lang, lexicon));
        at += used;
    }
    out
}

fn part(text: &str, lang: Lang, lexicon: &Lexicon) -> Form {
    let lower = text.to_lowercase();
    let capital = text.starts_with(char::is_uppercase);
    if capital && lexicon.name(lang, &name_key(text)).is_some() {
        return Form::new(lang, Class::Name, text);
    }
    let class = class_of(&lower, lang, facts(lang), lexicon);
    Form::new(lang, class, lower)
}
