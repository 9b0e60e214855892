//! From a form to the concepts it stands for.

use super::concepts::{Concept, Concepts, Space};
use super::{Lexicon, name_key, respell};
use crate::language::indonesian;
use crate::model::{Class, Form, Lang};
use snowball_stemmers_rs::{Algorithm, Stemmer};

/// Concepts of one form, each with how well it accounts for the form.
pub(super) type Meaning = Vec<(Concept, f32)>;

/// A form's own spelling stands for it fully; every step away costs. The values are ordered by
/// what they mean and checked by the gold: see `docs/scoring.md`.
mod weights {
    /// An English lemma that the lists give for an Indonesian word.
    pub(super) const TRANSLATION: f32 = 0.95;
    /// A word of the same English family: deploy, deployment.
    pub(super) const FAMILY: f32 = 0.75;
    /// One clitic or the passive taken off.
    pub(super) const STEP: [f32; 4] = [1.0, 0.95, 0.8, 0.65];
    /// The root of a derived Indonesian word.
    pub(super) const ROOT: f32 = 0.8;
    /// A form that stands for its base this well shares the synonyms of the base.
    pub(super) const FAITHFUL: f32 = 0.75;
    /// An English word of kindred meaning, times the likeness.
    pub(super) const PIVOT: f32 = 0.7;
    /// A part of a known phrase.
    pub(super) const PART: f32 = 0.55;
    /// A part of a person's name.
    pub(super) const NAME_PART: f32 = 0.85;
    /// Another spelling of a name.
    pub(super) const RESPELLED: f32 = 0.9;
    /// A word of unknown meaning that English has with the same or a kindred spelling.
    pub(super) const COGNATE: f32 = 0.85;
    /// A round value among those that round to it, and one of those.
    pub(super) const ROUND: f32 = 0.95;
    pub(super) const ROUNDED: f32 = 0.7;
    /// A year or month that a full date shares.
    pub(super) const DATE_PART: f32 = 0.35;
}

/// Finds what forms stand for; numbers the concepts that it meets over the lexicon's.
pub(super) struct Finder<'a> {
    lexicon: &'a Lexicon,
    pub(super) concepts: Concepts,
    stemmer: Stemmer,
    buffer: String,
}

impl std::fmt::Debug for Finder<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Finder").field("concepts", &self.concepts.len()).finish_non_exhaustive()
    }
}

impl<'a> Finder<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
        Self {
            lexicon,
            concepts: Concepts::over(lexicon.concepts.len()),
            stemmer: Stemmer::create(Algorithm::English),
            buffer: String::new(),
        }
    }

    fn concept(&mut self, space: Space, name: &str) -> Concept {
        if let Some(c) = self.lexicon.concepts.get(space, name, &mut self.buffer) {
            return c;
        }
        self.concepts.intern(space, name, &mut self.buffer)
    }

    /// What `form` stands for: every concept once, with its best weight, in the order in which they
    /// are met. `long` is what the run's own texts introduce it for.
    pub(super) fn find(&mut self, form: &Form, long: Option<&str>) -> Meaning {
        let mut out = Meaning::new();
        match form.class {
            Class::Number => self.number(form, &mut out),
            Class::Date => self.date(form, &mut out),
            Class::Name => self.name(form, long, &mut out),
            Class::Word | Class::Function | Class::Negation => {
                self.word(form.lang, &form.text, 1.0, &mut out);
            }
        }
        each_once(&out)
    }

    fn number(&mut self, form: &Form, out: &mut Meaning) {
        let plain = form.text.trim_end_matches('%');
        let c = self.concept(Space::Number, &form.text);
        out.push((c, 1.0));
        if plain.len() < form.text.len() {
            let c = self.concept(Space::Number, plain);
            out.push((c, 0.9));
        }
        if let Some((a, b)) = plain.split_once('-') {
            for part in [a, b] {
                let c = self.concept(Space::Number, part);
                out.push((c, weights::PART));
            }
        }
        if let Some((round, exact)) = plain.parse().ok().and_then(rounded) {
            let c = self.concept(Space::Number, &format!("~{round}"));
            out.push((c, if exact { weights::ROUND } else { weights::ROUNDED }));
        }
    }

    fn date(&mut self, form: &Form, out: &mut Meaning) {
        let mut parts = form.text.split('-');
        let (year, month, day) =
            (parts.next().unwrap_or("0"), parts.next().unwrap_or("0"), parts.next().unwrap_or("0"));
        if day != "0" {
            let c = self.concept(Space::Date, &format!("{month}-{day}"));
            out.push((c, 1.0));
        }
        let c = self.concept(Space::Date, &format!("m{month}"));
        out.push((c, if day == "0" { 0.9 } else { weights::DATE_PART }));
        if year != "0" {
            let c = self.concept(Space::Number, year);
            out.push((c, if day == "0" { 0.8 } else { weights::DATE_PART }));
        }
    }

    fn name(&mut self, form: &Form, long: Option<&str>, out: &mut Meaning) {
        let key = name_key(&form.text);
        let listed = self.lexicon.name(form.lang, &key).map(|(e, w)| (name_key(&e.english), w));
        if let Some((english, weight)) = &listed {
            let c = self.concept(Space::Listed, english);
            out.push((c, *weight));
        }
        let c = self.concept(Space::Name, &key);
        out.push((c, 1.0));
        if let Some(long) = long {
            self.long_form(form.lang, long, out);
        }
        let respelled = respell::key(&form.text);
        // Short keys are shared by names that have nothing to do with each other.
        if respelled.len() >= 4 && !form.text.chars().all(char::is_uppercase) {
            let c = self.concept(Space::Key, &respelled);
            out.push((c, weights::RESPELLED));
        }
        if key.contains(' ') {
            let common = if listed.is_some() { weights::PART } else { weights::NAME_PART };
            for part in key.split(' ').filter(|p| p.len() >= 3) {
                let c = self.concept(Space::Name, part);
                out.push((c, common));
                let respelled = respell::key(part);
                if respelled.len() >= 4 {
                    let c = self.concept(Space::Key, &respelled);
                    out.push((c, common * weights::RESPELLED));
                }
                if listed.is_some() {
                    self.word(form.lang, part, weights::PART, out);
                }
            }
        } else {
            // A capital may still be a common word: "Revolusi", "Parliament".
            self.word(form.lang, &key.to_lowercase(), weights::COGNATE, out);
        }
    }

    /// What a short form stands for: the long form as a name, as a listed name, and its words.
    fn long_form(&mut self, lang: Lang, long: &str, out: &mut Meaning) {
        let key = name_key(long);
        let c = self.concept(Space::Name, &key);
        out.push((c, 1.0));
        let lower = long.to_lowercase();
        let parts = lower.split_whitespace().count() as f32;
        self.word(lang, &lower, 1.0, out);
        // Of many words each is only a part of what the short form says.
        let facts = crate::language::facts(lang);
        for part in lower.split_whitespace().filter(|p| p.len() >= 3 && !facts.function.contains(p))
        {
            self.word(lang, part, (weights::PART * 2.0 / parts).min(weights::PART), out);
        }
    }

    fn word(&mut self, lang: Lang, text: &str, factor: f32, out: &mut Meaning) {
        match lang {
            Lang::Id => self.indonesian(text, factor, out),
            Lang::En => self.english(text, factor, out),
        }
        if let Some((entry, weight)) = self.lexicon.name(lang, text) {
            let english = name_key(&entry.english);
            let c = self.concept(Space::Listed, &english);
            out.push((c, weight * factor));
        }
    }

    fn indonesian(&mut self, text: &str, factor: f32, out: &mut Meaning) {
        let own = self.concept(Space::Indonesian, text);
        out.push((own, factor));
        self.synonyms(Lang::Id, text, factor, out);
        let direct = self.translations(text, factor, out);

        let readings = if text.contains(' ') { Vec::new() } else { indonesian::readings(text) };
        let mut nearest = None;
        for reading in readings.iter().filter(|r| self.lexicon.is_indonesian(&r.base)) {
            let first = *nearest.get_or_insert(reading.steps);
            if reading.steps > first + 1 {
                break;
            }
            let step =
                weights::STEP.get(usize::from(reading.steps)).copied().unwrap_or(0.5) * factor;
            let c = self.concept(Space::Indonesian, &reading.base);
            let own = step * if reading.steps == 1 { 1.0 } else { weights::ROOT };
            out.push((c, own));
            if own >= weights::FAITHFUL {
                self.synonyms(Lang::Id, &reading.base, own, out);
            }
            if !direct && reading.steps == first {
                self.translations(&reading.base, step, out);
            } else if reading.steps <= 2 {
                self.translations(&reading.base, step * weights::FAMILY, out);
            }
        }
        if text.contains(' ') {
            for part in text.split(' ').filter(|p| p.len() >= 3) {
                let c = self.concept(Space::Indonesian, part);
                out.push((c, weights::PART * factor));
                self.translations(part, weights::PART * factor, out);
            }
        } else if !direct && nearest.is_none() {
            self.cognates(text, factor, out);
        }
    }

    /// English lemmas of an Indonesian headword; whether there is any.
    fn translations(&mut self, headword: &str, factor: f32, out: &mut Meaning) -> bool {
        let lexicon = self.lexicon;
        let senses = lexicon.senses(headword);
        for sense in senses {
            let shared = sense.headwords.count as f32;
            let weight = weights::TRANSLATION * sense.weight * factor * specificity(shared);
            self.english_concepts(sense.key, weight, sense.pos == "n", out);
        }
        let learned = lexicon.learned(headword);
        for (key, weight) in learned {
            self.english_concepts(key, weight * factor, false, out);
        }
        !senses.is_empty() || !learned.is_empty()
    }

    /// The groups of synonyms that hold a word or phrase.
    fn synonyms(&mut self, lang: Lang, member: &str, factor: f32, out: &mut Meaning) {
        let space = if lang == Lang::Id { Space::IndonesianGroup } else { Space::EnglishGroup };
        let lexicon = self.lexicon;
        for (group, weight) in lexicon.synonyms(lang, member) {
            let c = self.concept(space, group);
            out.push((c, weight * factor));
        }
    }

    /// The lemma, its family, and for a phrase its parts if they say much.
    fn english_concepts(&mut self, key: &str, weight: f32, parts: bool, out: &mut Meaning) {
        let c = self.concept(Space::English, key);
        out.push((c, weight));
        self.synonyms(Lang::En, key, weight, out);
        if key.contains(' ') {
            let facts = crate::language::facts(Lang::En);
            for part in key.split(' ').filter(|p| parts && !facts.function.contains(p)) {
                let c = self.concept(Space::English, part);
                out.push((c, weight * weights::PART));
            }
        } else if key.len() > 3 {
            let stem = self.stemmer.stem(key).into_owned();
            let c = self.concept(Space::Stem, &stem);
            out.push((c, weight * weights::FAMILY));
        }
    }

    fn english(&mut self, text: &str, factor: f32, out: &mut Meaning) {
        let lexicon = self.lexicon;
        let key = if text.contains(' ') { text.to_owned() } else { lexicon.lemma(text) };
        self.english_concepts(&key, factor, true, out);
        if key != text && lexicon.is_english(text) {
            let c = self.concept(Space::English, text);
            out.push((c, factor));
        }
        for (other, likeness) in lexicon.english_kin(&key) {
            let c = self.concept(Space::English, other);
            out.push((c, likeness * factor * weights::PIVOT));
        }
    }

    /// A word of no list: English may have it in the same or a kindred spelling.
    fn cognates(&mut self, text: &str, factor: f32, out: &mut Meaning) {
        if text.len() < 4 {
            return;
        }
        let c = self.concept(Space::English, text);
        out.push((c, factor * weights::COGNATE));
        for (from, to) in LOAN_ENDINGS {
            if let Some(stem) = text.strip_suffix(from).filter(|s| s.len() >= 3) {
                let english = format!("{}{to}", stem.replace('k', "c").replace("sy", "sh"));
                let c = self.concept(Space::English, &english);
                out.push((c, factor * weights::COGNATE));
                let stem = self.stemmer.stem(&english).into_owned();
                let c = self.concept(Space::Stem, &stem);
                out.push((c, factor * weights::COGNATE * weights::FAMILY));
            }
        }
    }
}

/// Every concept where it is first met, with its best weight.
fn each_once(met: &[(Concept, f32)]) -> Meaning {
    let mut out = Meaning::with_capacity(met.len());
    for &(concept, weight) in met {
        match out.iter_mut().find(|(known, _)| *known == concept) {
            Some((_, best)) => *best = best.max(weight),
            None => out.push((concept, weight)),
        }
    }
    out
}

/// A value to two figures, as papers round it, and whether it has no more. Small values, years and
/// times of the day are not rounded.
fn rounded(value: f64) -> Option<(f64, bool)> {
    if value < 20.0 || (1900.0..2100.0).contains(&value) {
        return None;
    }
    let unit = 10_f64.powf(value.log10().floor() - 1.0);
    let round = (value / unit).round() * unit;
    Some((round, (round - value).abs() < 1e-9 * value))
}

/// How well one English word stands for any of the headwords that share it: give and get translate
/// too many to tell that two of them mean the same.
fn specificity(headwords: f32) -> f32 {
    const FEW: f32 = 6.0;
    (FEW / headwords.max(FEW)).sqrt()
}

/// Endings of loan words and what English has for them (the spelling guide's rules; the share of
/// words that follow each was counted on a dictionary).
const LOAN_ENDINGS: [(&str, &str); 16] = [
    ("asi", "ation"),
    ("isasi", "ization"),
    ("si", "tion"),
    ("si", "sion"),
    ("logi", "logy"),
    ("isme", "ism"),
    ("grafi", "graphy"),
    ("is", "ist"),
    ("ik", "ic"),
    ("if", "ive"),
    ("itas", "ity"),
    ("ansi", "ance"),
    ("ensi", "ence"),
    ("al", "al"),
    ("or", "or"),
    ("en", "ent"),
];
