//! The word table: what an Indonesian or English form means.
//!
//! Takes padan's lists (`glossary/`, packed by the build script); gives, for a form, the concepts it stands for,
//! each with a weight: how well the concept accounts for the word.

mod concepts;
mod format;
mod kin;
mod learned;
mod lists;
mod meaning;
mod meanings;
mod parts;
pub mod respell;
mod role;
mod spelling;
mod store;
mod termhood;

pub use concepts::{Concept, Concepts, Space};
pub use format::name_key;
pub use learned::LEARNED_COLUMNS;
pub use lists::{NameEntry, Sense, TitleEntry};
pub use meanings::{Meanings, Meant};
pub use parts::{PartRole, part};
pub use spelling::{Misspelling, misspellings};
pub use termhood::{Termhood, termhood};

use crate::language::english::lemma;
use crate::model::{Class, Lang};
use format::BETWEEN;
use lists::{Run, Tables, run};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::sync::OnceLock;
use std::sync::atomic::AtomicU32;

/// Everything known of words before a run.
#[derive(Debug)]
pub struct Lexicon {
    /// Concepts of the lists.
    pub concepts: Concepts,
    tables: Tables,
    /// The senses of each headword, likeliest first, headword after headword.
    senses: Vec<Sense>,
    /// The headwords of each English key, key after key.
    headwords: Vec<(&'static str, f32)>,
    /// The senses of each of them.
    headword_senses: Vec<Run>,
    /// The groups of synonyms of each member, by language, member after member.
    groups: [Vec<(&'static str, f32)>; 2],
    /// Learned English keys of each Indonesian key, key after key.
    equivalents: Vec<(Cow<'static, str>, f32)>,
    /// For each English key, at the place of its first headword: what [`Lexicon::english_kin`] needs
    /// of it again and again.
    norms: Vec<AtomicU32>,
    entries: Vec<NameEntry>,
    titles: Vec<TitleEntry>,
    /// What a user's table says, after what is built in, for the keys that it has.
    own: FxHashMap<Box<str>, Vec<(Cow<'static, str>, f32)>>,
}

impl Lexicon {
    /// The built-in one, made ready once.
    pub fn builtin() -> &'static Self {
        static BUILTIN: OnceLock<Lexicon> = OnceLock::new();
        BUILTIN.get_or_init(lists::load)
    }

    /// The English equivalents of an Indonesian headword or phrase, likeliest first.
    pub fn senses(&self, headword: &str) -> &[Sense] {
        run(self.tables.words.get(headword), &self.senses)
    }

    /// Whether the lists have this Indonesian form as a headword.
    pub fn is_indonesian(&self, form: &str) -> bool {
        self.tables.words.contains(form)
    }

    /// Whether the lists have this English form, or one that it is inflected from.
    pub fn is_english(&self, form: &str) -> bool {
        let english = &self.tables.english;
        english.contains(form) || english.contains(&self.lemma(form))
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

    /// The key under which an English word or phrase is compared: American lemmas between spaces,
    /// without a leading article.
    pub fn english_key(&self, phrase: &str) -> String {
        format::english_key(phrase, |word| self.lemma(word))
    }

    /// The lemma of an English form in small letters.
    pub fn lemma(&self, form: &str) -> String {
        match self.tables.lemmas.get(form) {
            Some(mut known) => known.text().to_owned(),
            None => lemma(form, |word| self.tables.english.contains(word)),
        }
    }

    /// Indonesian headwords with this English equivalent.
    pub fn headwords(&self, english: &str) -> &[(&'static str, f32)] {
        run(self.tables.reverse.get(english), &self.headwords)
    }

    /// The same: how well each is accounted for, and its senses.
    fn headword_senses(&self, english: &str) -> impl Iterator<Item = (f32, &[Sense])> {
        let found = self.tables.reverse.get(english);
        let headwords = run(found, &self.headwords).iter();
        let senses = run(found, &self.headword_senses).iter();
        headwords.zip(senses).map(|((_, weight), senses)| (*weight, senses.of(&self.senses)))
    }

    /// The groups of synonyms that hold this word or phrase (an English one by its key), each with
    /// how well it stands for it.
    pub fn synonyms(&self, lang: Lang, member: &str) -> &[(&'static str, f32)] {
        run(self.tables.synonyms[lang.index()].get(member), &self.groups[lang.index()])
    }

    /// How many words the longest known phrase that begins with `first` has.
    pub fn longest_phrase(&self, lang: Lang, first: &str) -> usize {
        self.tables.longest[lang.index()].get(first).map_or(0, |mut f| f.number())
    }

    /// Whether `joined` (lemmas between spaces) is a known phrase or name of several words.
    pub fn is_phrase(&self, lang: Lang, joined: &str) -> bool {
        self.tables.phrases[lang.index()].contains(joined)
    }

    /// The listed name with this spelling (in small letters), and how exactly it is meant.
    pub fn name(&self, lang: Lang, spelling: &str) -> Option<(&NameEntry, f32)> {
        let mut found = self.tables.names[lang.index()].get(spelling)?;
        Some((&self.entries[found.number()], found.weight()))
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
        let pair = |x: &str, y: &str| self.tables.never_merge.contains(&format!("{x}{BETWEEN}{y}"));
        pair(a, b) || pair(b, a)
    }
}

impl Lexicon {
    /// Whether the form (small letters) is an office or honorific.
    pub fn is_title(&self, form: &str) -> bool {
        self.tables.title_forms.contains(form)
    }
}

impl Lexicon {
    /// Whether the lists know an Indonesian form only as a function word.
    pub fn is_function(&self, form: &str) -> bool {
        let senses = self.senses(form);
        let function =
            |pos: &str| matches!(pos, "conj" | "prep" | "pron" | "part" | "interj" | "det");
        !senses.is_empty() && senses.iter().all(|s| function(s.pos))
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
        let bands = &self.tables.bands[lang.index()];
        let known = |f: &str| bands.get(f).map(|mut f| BAND_SHARE[f.number().clamp(1, 5) - 1]);
        if let Some(share) = known(form) {
            return share;
        }
        if class != Class::Name && form.contains(' ') {
            // A phrase is rarer than its rarest word, by how much nobody knows.
            let parts = form.split(' ').map(|part| self.share(lang, Class::Word, part));
            let rarest = parts.min_by(f32::total_cmp).unwrap_or(BAND_SHARE[5]);
            return (rarest * INFLECTED).max(BAND_SHARE[5]);
        }
        let base = match lang {
            Lang::En => known(&self.lemma(form)),
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
