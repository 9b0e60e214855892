//! What part a form has in a report.

use super::Lexicon;
use crate::language::{facts, indonesian};
use crate::model::{Class, Form, Lang, Role};

impl Lexicon {
    /// The part that a form has in a report.
    pub fn role(&self, form: &Form) -> Role {
        let facts = facts(form.lang);
        let text = &*form.text;
        match form.class {
            Class::Function | Class::Negation => Role::Little,
            Class::Name => Role::Who,
            Class::Number | Class::Date => Role::Figure,
            Class::Word if facts.report.contains(text) => Role::Report,
            Class::Word if self.is_title(text) => Role::Who,
            Class::Word if facts.months.contains_key(text) || facts.weekdays.contains_key(text) => {
                Role::Figure
            }
            Class::Word if self.is_verb(form.lang, text) => Role::Act,
            Class::Word => Role::Matter,
        }
    }

    /// Whether a form (small letters) is mostly a verb: by its own entry, else by its nearest base
    /// with a verb's prefix; an English one by the headwords that it translates.
    fn is_verb(&self, lang: Lang, form: &str) -> bool {
        match lang {
            Lang::Id => {
                if let Some(first) = self.senses(form).first() {
                    return first.pos == "v";
                }
                let prefixed = ["me", "di", "ber", "ter"].iter().any(|p| form.starts_with(p));
                indonesian::readings(form)
                    .iter()
                    .find_map(|r| self.senses(&r.base).first())
                    .is_some_and(|s| s.pos == "v" || prefixed)
            }
            Lang::En => {
                let key = if form.contains(' ') { form.to_owned() } else { self.lemma(form) };
                let (mut verbs, mut all) = (0.0, 0.0);
                for (weight, senses) in self.headword_senses(&key) {
                    for sense in senses.iter().filter(|s| *s.key == *key) {
                        all += weight;
                        verbs += if sense.pos == "v" { weight } else { 0.0 };
                    }
                }
                verbs * 2.0 > all
            }
        }
    }
}
