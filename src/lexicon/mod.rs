//! The word table: what an Indonesian or English form means.
//!
//! Takes padan's lists (`glossary/*.csv`, embedded); gives, for a form, the concepts it stands for,
//! each with a weight: how well the concept accounts for the word.

mod concepts;
mod kin;
mod learned;
mod lists;
mod meaning;
pub mod respell;
mod spelling;

pub use concepts::{Concept, Concepts, Space};
pub use learned::LEARNED_COLUMNS;
pub use lists::{NameEntry, Sense, TitleEntry};
pub use meaning::{Meaning, Meanings};
pub use spelling::{Misspelling, misspellings};

use crate::language::english::lemma;
use crate::model::{Class, Lang};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// Everything known of words before a run.
#[derive(Debug)]
pub struct Lexicon {
    /// Concepts of the lists.
    pub concepts: Concepts,
    /// Indonesian headword or phrase to its English equivalents, likeliest first.
    words: FxHashMap<Box<str>, Vec<Sense>>,
    /// English equivalent (lemma) to the headwords that have it.
    reverse: FxHashMap<Box<str>, Vec<(Box<str>, f32)>>,
    /// English lemmas that the lists use.
    english: FxHashSet<Box<str>>,
    /// Lemmas of the words of the lists, found once.
    lemmas: FxHashMap<Box<str>, Box<str>>,
    /// Phrases of each language: lemmas between spaces.
    phrases: [FxHashSet<Box<str>>; 2],
    /// Longest phrase, in words, by its first word.
    longest: [FxHashMap<Box<str>, u8>; 2],
    /// Names of the lists, by spelling in small letters and language.
    names: [FxHashMap<Box<str>, (usize, f32)>; 2],
    entries: Vec<NameEntry>,
    /// Equivalents learned from parallel text: English key and weight, best first.
    learned: FxHashMap<Box<str>, Vec<(Box<str>, f32)>>,
    titles: Vec<TitleEntry>,
    title_forms: FxHashSet<Box<str>>,
    /// How common forms are: band 1 (the commonest) to 5.
    bands: [FxHashMap<Box<str>, u8>; 2],
    never_merge: FxHashSet<(Box<str>, Box<str>)>,
}

impl Lexicon {
    /// The built-in one, parsed once.
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Lexicon> = OnceLock::new();
        BUILTIN.get_or_init(Self::load_builtin)
    }

    fn load_builtin() -> Self {
        let mut lexicon = lists::load();
        let wrong = learned::load(include_str!("../../glossary/learned.tsv"), &mut lexicon);
        assert!(wrong.is_empty(), "glossary/learned.tsv: lines {wrong:?}");
        lexicon
    }

    /// The English equivalents of an Indonesian headword or phrase, likeliest first.
    pub fn senses(&self, headword: &str) -> &[Sense] {
        self.words.get(headword).map_or(&[], Vec::as_slice)
    }

    /// Whether the lists have this Indonesian form as a headword.
    pub fn is_indonesian(&self, form: &str) -> bool {
        self.words.contains_key(form)
    }

    /// Whether the lists have this English form, or one that it is inflected from.
    pub fn is_english(&self, form: &str) -> bool {
        self.english.contains(form) || self.english.contains(self.lemma(form).as_str())
    }

    /// Whether a form in small letters is a common word of the language.
    pub fn is_common(&self, form: &str, lang: Lang) -> bool {
        match lang {
            Lang::En => self.is_english(form),
            Lang::Id => {
                self.is_indonesian(form)
                    || crate::language::indonesian::readings(form)
                        .iter()
                        .any(|r| r.steps <= 2 && self.is_indonesian(&r.base))
            }
        }
    }

    /// The lemma of an English form in small letters.
    pub fn lemma(&self, form: &str) -> String {
        match self.lemmas.get(form) {
            Some(known) => known.to_string(),
            None => lemma(form, &self.english),
        }
    }

    /// Indonesian headwords with this English equivalent.
    pub fn headwords(&self, english: &str) -> &[(Box<str>, f32)] {
        self.reverse.get(english).map_or(&[], Vec::as_slice)
    }

    /// How many words the longest known phrase that begins with `first` has.
    pub fn longest_phrase(&self, lang: Lang, first: &str) -> usize {
        self.longest[lang.index()].get(first).map_or(0, |&n| usize::from(n))
    }

    /// Whether `joined` (lemmas between spaces) is a known phrase or name of several words.
    pub fn is_phrase(&self, lang: Lang, joined: &str) -> bool {
        self.phrases[lang.index()].contains(joined)
    }

    /// The listed name with this spelling (in small letters), and how exactly it is meant.
    pub fn name(&self, lang: Lang, spelling: &str) -> Option<(&NameEntry, f32)> {
        self.names[lang.index()].get(spelling).map(|&(at, w)| (&self.entries[at], w))
    }

    /// Every listed name.
    pub fn names(&self) -> &[NameEntry] {
        &self.entries
    }

    /// Every listed office and honorific.
    pub fn titles(&self) -> &[TitleEntry] {
        &self.titles
    }

    /// Whether the lists forbid two names, in small letters, to be taken for one.
    pub fn never_merge(&self, a: &str, b: &str) -> bool {
        let pair = |x: &str, y: &str| self.never_merge.contains(&(x.into(), y.into()));
        pair(a, b) || pair(b, a)
    }
}

pub use lists::name_key;

impl Lexicon {
    /// Whether the form (small letters) is an office or honorific.
    pub fn is_title(&self, form: &str) -> bool {
        self.title_forms.contains(form)
    }
}

impl Lexicon {
    /// Whether the lists know an Indonesian form only as a function word.
    pub fn is_function(&self, form: &str) -> bool {
        let senses = self.senses(form);
        let function =
            |pos: &str| matches!(pos, "conj" | "prep" | "pron" | "part" | "interj" | "det");
        !senses.is_empty() && senses.iter().all(|s| function(&s.pos))
    }
}

/// Share of sentences that have a form, by its band of commonness; the last for forms of no band.
/// Bands hold about 100, 300, 800, 2,000 and 4,500 forms; by Zipf's law a form of rank r stands in
/// about one word of 10 r, and a sentence has about 20 words.
const BAND_SHARE: [f32; 6] = [0.06, 0.012, 0.003, 0.001, 0.0003, 0.00002];
/// A form of no band whose base is common is this much rarer than the base.
const INFLECTED: f32 = 0.25;

impl Lexicon {
    /// The share of sentences of general text that have this form.
    pub fn share(&self, lang: Lang, class: Class, form: &str) -> f32 {
        if class == Class::Number {
            return number_share(form);
        }
        let bands = &self.bands[lang.index()];
        let known = |f: &str| bands.get(f).map(|&b| BAND_SHARE[usize::from(b.clamp(1, 5)) - 1]);
        if let Some(share) = known(form) {
            return share;
        }
        let base = match lang {
            Lang::En => known(&self.lemma(form)),
            Lang::Id if form.contains(' ') => None,
            Lang::Id => crate::language::indonesian::readings(form)
                .iter()
                .filter(|r| r.steps <= 2)
                .filter_map(|r| known(&r.base).map(|s| s * INFLECTED.powi(i32::from(r.steps) - 1)))
                .max_by(f32::total_cmp),
        };
        base.map_or(BAND_SHARE[5], |s| (s * INFLECTED).max(BAND_SHARE[5]))
    }
}

/// Small whole numbers stand in many sentences: two reports that both say "two" share little.
fn number_share(form: &str) -> f32 {
    match form.parse::<f64>() {
        Ok(v) if v <= 12.0 && v.fract() == 0.0 => BAND_SHARE[1],
        Ok(v) if v <= 100.0 && v.fract() == 0.0 => BAND_SHARE[2],
        Ok(v) if (1990.0..2030.0).contains(&v) => BAND_SHARE[2],
        _ => BAND_SHARE[5],
    }
}
