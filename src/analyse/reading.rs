//! What is known of a word as written, found once for each form: text repeats its words, and
//! morphology costs more than looking up what was found before.

use super::forms::{is_acronym, normal_form};
use crate::language::{Facts, facts, indonesian};
use crate::lexicon::Lexicon;
use crate::model::{Class, Lang};
use rustc_hash::FxHashMap;

/// Whether a form with a capital is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capital {
    /// It has none, or is a function word, a month, or a common word.
    No,
    /// Where it opens a sentence its capital says nothing.
    Inside,
    /// Anywhere.
    Yes,
}

/// A written form and what follows from it alone.
#[derive(Debug)]
pub(super) struct Reading {
    /// In normal spelling.
    pub(super) lower: Box<str>,
    /// An English form's lemma, where it is another word.
    lemma: Option<Box<str>>,
    /// An Indonesian form without particle and possessive.
    pub(super) bare: Box<[Box<str>]>,
    /// Words of the longest phrase that begins with the form as it is.
    pub(super) longest: usize,
    /// The same with the lemma.
    longest_lemma: usize,
    /// What it is as a word.
    pub(super) class: Class,
    /// Whether a number or a day may begin with it.
    pub(super) numeral: bool,
    /// Whether the lists have it as a name.
    pub(super) listed: bool,
    /// Whether it is written like an acronym.
    pub(super) acronym: bool,
    /// Whether that makes it a name.
    pub(super) capital: Capital,
}

impl Reading {
    pub(super) fn of(written: &str, lang: Lang, lexicon: &Lexicon) -> Self {
        let facts = facts(lang);
        let mut lower = String::with_capacity(written.len());
        normal_form(written, lang, &mut lower);
        let lemma = (lang == Lang::En).then(|| lexicon.lemma(&lower)).filter(|l| *l != lower);
        let bare = match lang {
            Lang::Id => indonesian::without_clitics(&lower).into_iter().map(Into::into).collect(),
            Lang::En => Box::default(),
        };
        let longest = lexicon.longest_phrase(lang, &lower);
        let numeral = facts.numbers.contains_key(lower.as_str())
            || facts.months.contains_key(lower.as_str())
            || lower.contains('-');
        let listed = lexicon.name(lang, &lower).is_some();
        let upper = written.starts_with(char::is_uppercase);
        let acronym = is_acronym(written);
        let capital = match () {
            () if !upper => Capital::No,
            () if acronym => Capital::Yes,
            () => capital(&lower, lang, listed, facts, lexicon),
        };
        Self {
            longest_lemma: lemma.as_deref().map_or(0, |l| lexicon.longest_phrase(lang, l)),
            class: class_of(&lower, lang, facts, lexicon),
            lower: lower.into(),
            lemma: lemma.map(Into::into),
            bare,
            longest,
            numeral,
            listed,
            acronym,
            capital,
        }
    }

    /// An English form's lemma; an Indonesian form as it is.
    pub(super) fn lemma(&self) -> &str {
        self.lemma.as_deref().unwrap_or(&self.lower)
    }

    /// Whether the lemma is another word.
    pub(super) fn inflected(&self) -> bool {
        self.lemma.is_some()
    }

    /// Words of the longest phrase that may begin here.
    pub(super) fn longest_phrase(&self) -> usize {
        self.longest.max(self.longest_lemma)
    }
}

/// A capital inside a sentence that no word list knows is a name; at its start the capital proves
/// nothing, but an unknown word still is likelier a name.
fn capital(lower: &str, lang: Lang, listed: bool, facts: &Facts, lexicon: &Lexicon) -> Capital {
    if facts.function.contains(lower)
        || facts.months.contains_key(lower)
        || facts.weekdays.contains_key(lower)
    {
        Capital::No
    } else if listed {
        Capital::Yes
    } else if lexicon.is_common(lower, lang) {
        Capital::No
    } else if facts.starters.contains(lower) {
        Capital::Inside
    } else {
        Capital::Yes
    }
}

/// Function words are those of the language's file, and what the lists call a conjunction, a
/// pronoun and the like, phrases too: "akan tetapi".
pub(super) fn class_of(lower: &str, lang: Lang, facts: &Facts, lexicon: &Lexicon) -> Class {
    if facts.negation.contains(lower) || lower.ends_with("n't") {
        Class::Negation
    } else if facts.function.contains(lower)
        || (lang == Lang::Id && lexicon.is_function(lower))
        || (lower.contains(' ') && lower.split(' ').all(|w| facts.function.contains(w)))
    {
        Class::Function
    } else {
        Class::Word
    }
}

/// The readings of the forms met, by language and number.
#[derive(Default)]
pub(super) struct Readings {
    numbers: [FxHashMap<Box<str>, u32>; 2],
    all: [Vec<Reading>; 2],
}

impl Readings {
    /// The number of a written form; it is read if it is new.
    pub(super) fn number(&mut self, written: &str, lang: Lang, lexicon: &Lexicon) -> u32 {
        let (numbers, all) = (&mut self.numbers[lang.index()], &mut self.all[lang.index()]);
        if let Some(&number) = numbers.get(written) {
            return number;
        }
        let number = u32::try_from(all.len()).unwrap_or(u32::MAX);
        all.push(Reading::of(written, lang, lexicon));
        numbers.insert(written.into(), number);
        number
    }

    /// Begins anew if there are more than so many of a language.
    pub(super) fn forget_beyond(&mut self, most: usize) {
        if self.all.iter().any(|all| all.len() > most) {
            *self = Self::default();
        }
    }

    /// The reading with that number.
    pub(super) fn get(&self, number: u32, lang: Lang) -> &Reading {
        &self.all[lang.index()][number as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyse::Analyser;
    use crate::model::Form;

    /// The forms of a sentence's units, in order.
    fn forms(analyser: &mut Analyser<'_>, text: &str, lang: Lang) -> Vec<Form> {
        let units = analyser.sentence(text, lang);
        units.words.iter().map(|w| analyser.vocabulary.form(w.id).clone()).collect()
    }

    #[test]
    fn what_was_found_before_changes_nothing() {
        let lexicon = Lexicon::builtin();
        let text = [
            ("Presiden AS bertemu Menteri Luar Negeri Retno Marsudi di Jakarta.", Lang::Id),
            ("Kerja samanya tidak berjalan, kata Retno pada 29 Oktober 2024.", Lang::Id),
            ("The president did not meet Retno in Jakarta on Oct. 29.", Lang::En),
            ("Retno said twenty-five ships were built; in Jakarta, 1,500 were not.", Lang::En),
            ("AS dan Retno: dua puluh lima kapal.", Lang::Id),
        ];
        let mut kept = Analyser::new(lexicon);
        for round in 0..3 {
            for (sentence, lang) in text {
                let fresh = forms(&mut Analyser::new(lexicon), sentence, lang);
                assert!(fresh.len() > 3, "{fresh:?}");
                assert_eq!(forms(&mut kept, sentence, lang), fresh, "{sentence}");
            }
            let met = kept.take_vocabulary();
            assert!(met.forms().len() > 20 && kept.vocabulary.forms().is_empty(), "round {round}");
            let most = met.sentence_counts().iter().max();
            assert!(most.is_some_and(|&m| (2..=5).contains(&m)), "{most:?}");
        }
    }

    #[test]
    fn a_capital_makes_a_name_or_not() {
        let capital = |w: &str, lang| Reading::of(w, lang, Lexicon::builtin()).capital;
        assert_eq!(capital("Jakarta", Lang::Id), Capital::Yes);
        assert_eq!(capital("AS", Lang::Id), Capital::Yes);
        assert_eq!(capital("Marsudi", Lang::En), Capital::Yes);
        assert_eq!(capital("marsudi", Lang::En), Capital::No);
        assert_eq!(capital("Rumahnya", Lang::Id), Capital::No);
        assert_eq!(capital("Tuesday", Lang::En), Capital::No);
    }
}
