//! Forms of Indonesian text as a dictionary has them.

use crate::language::indonesian;
use crate::lexicon::{Lexicon, PartRole, Termhood, part, termhood};
use crate::model::{Class, Form, Lang};

/// A form's headword, and what a glossary needs to know of it.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "one word may be all of these parts of speech")]
pub(super) struct Head {
    /// As a dictionary has it: mengerahkan for dikerahkan, rudal for rudalnya.
    pub(super) text: String,
    pub(super) noun: bool,
    pub(super) adjective: bool,
    pub(super) verb: bool,
    pub(super) adverb: bool,
    /// What the list of terms and everyday words says; a word that joins or points is loose.
    pub(super) termhood: Option<Termhood>,
    /// The share of sentences of general text that have it.
    pub(super) share: f32,
}

/// One of the commonest hundred words (band 1), or nearly.
const COMMONEST: f32 = 0.05;
/// A verb of bands 1 to 4 is everyday language unless the list has it as a term.
const COMMON_VERB: f32 = 0.0008;
/// Words of two letters and shorter are particles and short forms.
const SHORT: usize = 2;
/// An adjective this common (bands 1 to 3) says too little to make a phrase a term.
const COMMON_ADJECTIVE: f32 = 0.002;

impl Head {
    /// Whether it may be a part of a term.
    pub(super) fn is_part(&self) -> bool {
        self.termhood != Some(Termhood::Loose)
            && (self.noun
                || self.adjective && !self.is_participle() && !self.is_predicate()
                || self.is_describing_verb())
    }

    /// Whether it can only stand behind the noun that it describes.
    pub(super) fn describes(&self) -> bool {
        !self.noun && (self.adjective || self.is_describing_verb())
    }

    /// A verb that the list of parts has as describing: mengambang in bunga mengambang.
    fn is_describing_verb(&self) -> bool {
        !self.noun && self.verb && !part(&self.text, PartRole::Modifier).is_empty()
    }

    /// An action by the name that its verb gives it: pencairan of mencairkan, pembukaan of membuka.
    pub(super) fn is_action(&self, lexicon: &Lexicon) -> bool {
        let stem = self.text.strip_prefix("pe").and_then(|t| t.strip_suffix("an"));
        self.noun
            && stem.is_some_and(|stem| {
                ["", "kan", "i"].iter().any(|suffix| {
                    lexicon.senses(&format!("me{stem}{suffix}")).iter().any(|s| s.pos == "v")
                })
            })
    }

    /// An adjective that is also a verb or an adverb (naik, kurang, dulu) or has a verb's prefix
    /// (menarik): behind a noun it mostly tells what the noun does, unless the list of parts has it as
    /// describing.
    fn is_predicate(&self) -> bool {
        (self.verb || self.adverb || self.text.starts_with("me"))
            && part(&self.text, PartRole::Modifier).is_empty()
    }

    /// A verb that can also describe (berada, terputus): behind a noun it is mostly its verb, unless
    /// the list of parts has it as describing (terbuka).
    fn is_participle(&self) -> bool {
        ["ber", "ter", "di"].iter().any(|p| self.text.starts_with(p))
            && part(&self.text, PartRole::Modifier).is_empty()
            && (self.verb || !indonesian::readings(&self.text).is_empty())
    }

    /// Whether it can be what a noun phrase is about.
    pub(super) fn is_noun(&self) -> bool {
        self.noun && self.termhood != Some(Termhood::Loose)
    }

    /// Whether it belongs to a subject: a noun that is not everyday language, or a rarer adjective.
    pub(super) fn is_domain(&self) -> bool {
        match self.termhood {
            Some(Termhood::Term) => true,
            Some(_) => false,
            None if self.noun => self.share < COMMONEST,
            None => self.adjective && self.share < COMMON_ADJECTIVE,
        }
    }

    /// Whether the word alone deserves an entry: a noun of a subject; a verb that the list has as a
    /// term, or that is made from such a noun (memvaksin, menginvasi).
    pub(super) fn is_term_alone(&self, lexicon: &Lexicon) -> bool {
        if self.is_listed_term() {
            return true;
        }
        if self.termhood.is_some() || self.text.chars().count() <= SHORT {
            return false;
        }
        if self.text.contains(' ') {
            return self.phrase_is_term(lexicon);
        }
        if self.noun {
            return self.share < COMMONEST;
        }
        self.verb
            && self.text.starts_with("me")
            && self.share < COMMON_VERB
            && indonesian::readings(&self.text).iter().filter(|r| r.steps == 1).any(|r| {
                let base = head(&r.base, lexicon);
                base.is_some_and(|b| b.noun && !b.verb && !b.adjective && b.is_domain())
            })
    }

    fn is_listed_term(&self) -> bool {
        self.termhood == Some(Termhood::Term)
    }

    /// A listed phrase: a noun phrase always, others if a word of a subject is in them.
    fn phrase_is_term(&self, lexicon: &Lexicon) -> bool {
        let parts: Vec<Option<Head>> =
            self.text.split(' ').map(|part| head(part, lexicon)).collect();
        let opens = parts.first().and_then(Option::as_ref);
        if self.noun {
            // "hari ini", "tahun lalu": nothing in them but when and how many.
            return parts
                .iter()
                .any(|p| p.as_ref().is_none_or(|h| h.termhood != Some(Termhood::Loose)));
        }
        (self.verb || self.adjective)
            && opens.is_some_and(|h| h.verb || h.noun || h.adjective)
            && parts
                .iter()
                .flatten()
                .any(|h| h.is_domain() && (h.noun || h.adjective || h.is_listed_term()))
    }
}

/// The headword of a form of Indonesian text, if the lists have it.
pub(super) fn of_form(form: &Form, lexicon: &Lexicon) -> Option<Head> {
    let is_word = form.lang == Lang::Id && form.class == Class::Word;
    is_word.then(|| dictionary_form(&form.text, lexicon)).flatten().and_then(|t| head(&t, lexicon))
}

/// The headword of an Indonesian form in small letters.
pub(super) fn of_text(form: &str, lexicon: &Lexicon) -> Option<String> {
    dictionary_form(form, lexicon)
}

/// What is known of a headword.
pub(super) fn head(text: &str, lexicon: &Lexicon) -> Option<Head> {
    let senses = lexicon.senses(text);
    if senses.is_empty() {
        return None;
    }
    let has = |pos: &str| senses.iter().any(|s| s.pos == pos);
    let facts = crate::language::facts(Lang::Id);
    // "semacam itu", "yang terakhir": phrases that point.
    let points = text.contains(' ') && text.split(' ').any(|w| facts.function.contains(w));
    let pointing = points && !has("n") && !has("v");
    let function =
        pointing || ["conj", "prep", "pron", "part", "det", "num", "interj"].iter().any(|p| has(p));
    Some(Head {
        noun: has("n"),
        adjective: has("adj"),
        verb: has("v"),
        adverb: has("adv"),
        termhood: match termhood(text) {
            Some(Termhood::Term) => Some(Termhood::Term),
            _ if function => Some(Termhood::Loose),
            listed => listed,
        },
        share: lexicon.share(Lang::Id, Class::Word, text),
        text: text.to_owned(),
    })
}

fn share_english(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    lexicon.senses(a).iter().any(|x| lexicon.senses(b).iter().any(|y| x.key == y.key))
}

/// The headword a form belongs to: the form itself, without clitics, the singular of a doubled
/// form, or the active verb of a passive. Other affixes make other words.
fn dictionary_form(form: &str, lexicon: &Lexicon) -> Option<String> {
    let known = |w: &str| lexicon.is_indonesian(w);
    if known(form) {
        // langkah-langkah is several langkah; mata-mata is no mata.
        let single = indonesian::reduplicated(form).filter(|s| share_english(form, s, lexicon));
        return Some(single.unwrap_or_else(|| form.to_owned()));
    }
    let bare = indonesian::without_clitics(form);
    if let Some(w) = bare.iter().find(|w| known(w)) {
        return Some((*w).to_owned());
    }
    for w in std::iter::once(&form).chain(&bare) {
        if let Some(single) = indonesian::reduplicated(w).filter(|s| known(s)) {
            return Some(single);
        }
        let active = w.strip_prefix("di").map(indonesian::active_forms).unwrap_or_default();
        if let Some(verb) = active.into_iter().find(|v| known(v)) {
            return Some(verb);
        }
    }
    None
}
