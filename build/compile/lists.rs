//! The lists, read and brought into the form in which they are looked up.

use super::english::{american, lemma};
use super::format::{english_key, learned_rows, name_key};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

/// One English equivalent of a headword.
pub(super) struct Sense {
    pub(super) english: String,
    pub(super) pos: String,
    pub(super) key: String,
    pub(super) weight: f32,
}

/// A row of `names.csv` or `regions.csv`; variants and adjectives as in the list, between bars.
pub(super) struct Name {
    pub(super) fields: [String; 6],
    pub(super) region: bool,
}

/// Everything the lists say. What is walked when the tables are written is in a fixed order.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) words: BTreeMap<String, Vec<Sense>>,
    pub(super) reverse: BTreeMap<String, Vec<(String, f32)>>,
    pub(super) learned: BTreeMap<String, Vec<(String, f32)>>,
    /// Members of synonym groups, by language: names of the groups, each with how well it stands for the member.
    pub(super) synonyms: [BTreeMap<String, Vec<(String, f32)>>; 2],
    pub(super) english: BTreeSet<String>,
    pub(super) lemmas: BTreeMap<String, String>,
    pub(super) phrases: [BTreeSet<String>; 2],
    pub(super) longest: [BTreeMap<String, usize>; 2],
    pub(super) names: [BTreeMap<String, (usize, f32)>; 2],
    pub(super) bands: [BTreeMap<String, u32>; 2],
    pub(super) title_forms: BTreeSet<String>,
    pub(super) never_merge: BTreeSet<(String, String)>,
    pub(super) entries: Vec<Name>,
    pub(super) titles: Vec<[String; 5]>,
}

const ID: usize = 0;
const EN: usize = 1;

/// What the second, third ... equivalent is worth: translators use them all, the first most.
const RANK_WEIGHTS: [f32; 7] = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7];
/// How exactly an adjective means the name: "Rusia" stands for both Russia and Russian.
const ADJECTIVE: f32 = 0.97;

/// The rows of a list without its header, each with its place: `file:line`.
fn rows<const N: usize>(folder: &Path, file: &str) -> Result<Vec<(String, [String; N])>, String> {
    let path = folder.join(file);
    let mut reader =
        csv::Reader::from_path(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut out = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| format!("{}: {e}", path.display()))?;
        let line = record.position().map_or(0, csv::Position::line);
        let place = format!("glossary/{file}:{line}");
        let fields: Vec<String> = record.iter().map(str::to_owned).collect();
        let fields = fields
            .try_into()
            .map_err(|f: Vec<String>| format!("{place}: {} columns, expected {N}", f.len()))?;
        out.push((place, fields));
    }
    Ok(out)
}

fn several(field: &str) -> impl Iterator<Item = &str> {
    field.split('|').map(str::trim).filter(|s| !s.is_empty())
}

impl Lists {
    /// Reads every list.
    pub(super) fn read(folder: &Path) -> Result<Self, String> {
        let mut lists = Self::default();
        let words = rows::<3>(folder, "words.csv")?;
        lists.add_english(&words);
        for (_, [headword, pos, english]) in &words {
            let headword = headword.to_lowercase();
            for (rank, english) in english.split('|').enumerate() {
                let weight = RANK_WEIGHTS.get(rank).copied().unwrap_or(0.7);
                lists.add_sense(&headword, english, pos, weight);
            }
            if headword.contains(' ') {
                lists.add_phrase(ID, &headword);
            }
        }
        for (place, [form, lang, band]) in rows::<3>(folder, "common.csv")? {
            let lang = match lang.as_str() {
                "id" => ID,
                "en" => EN,
                other => return Err(format!("{place}: language {other}, expected id or en")),
            };
            let Ok(band @ 1..=5) = band.parse() else {
                return Err(format!("{place}: band {band}, expected 1 to 5"));
            };
            lists.bands[lang].insert(form, band);
        }
        for (_, [a, b, _]) in rows::<3>(folder, "never_merge.csv")? {
            lists.never_merge.insert((a.to_lowercase(), b.to_lowercase()));
        }
        lists.read_names(folder)?;
        lists.read_learned(folder)?;
        lists.read_synonyms(folder)?;
        Ok(lists)
    }

    fn read_names(&mut self, folder: &Path) -> Result<(), String> {
        for (_, row) in rows::<7>(folder, "names.csv")? {
            let [indonesian, english, kind, own, other, adjective, _] = row;
            let fields = [indonesian, english, kind, own, other, adjective];
            self.add_name(Name { fields, region: false });
        }
        for (_, [code, indonesian, english]) in rows::<3>(folder, "regions.csv")? {
            // The hand-made list is the better one: a region it has is not added again.
            if !self.names[EN].contains_key(&english.to_lowercase())
                && !self.names[ID].contains_key(&indonesian.to_lowercase())
            {
                let numeric = code.bytes().all(|b| b.is_ascii_digit());
                let kind = if numeric { "place" } else { "country" }.to_owned();
                let none = String::new;
                let fields = [indonesian, english, kind, none(), none(), none()];
                self.add_name(Name { fields, region: true });
            }
        }
        for (_, [indonesian, english, country, own, other, _]) in rows::<6>(folder, "titles.csv")? {
            self.add_title([indonesian, english, country, own, other]);
        }
        Ok(())
    }

    fn read_learned(&mut self, folder: &Path) -> Result<(), String> {
        let path = folder.join("learned.tsv");
        let table =
            std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        for row in learned_rows(&table) {
            let (indonesian, english, weight) = row.map_err(|line| {
                format!("glossary/learned.tsv:{line}: expected the columns that padan train writes")
            })?;
            let list = self.learned.entry(indonesian.to_owned()).or_default();
            list.push((english.to_owned(), weight));
        }
        Ok(())
    }

    fn read_synonyms(&mut self, folder: &Path) -> Result<(), String> {
        for (at, (place, [lang, likeness, members])) in
            rows::<3>(folder, "synonyms.csv")?.into_iter().enumerate()
        {
            let lang = match lang.as_str() {
                "id" => ID,
                "en" => EN,
                other => return Err(format!("{place}: language {other}, expected id or en")),
            };
            let Ok(likeness @ 0.0..=1.0) = likeness.parse::<f32>() else {
                return Err(format!("{place}: likeness {likeness}, expected 0 to 1"));
            };
            for member in several(&members) {
                let key = if lang == EN { self.key(member) } else { member.to_lowercase() };
                // Two members meet in their group: the product of both weights is the likeness.
                let groups = self.synonyms[lang].entry(key).or_default();
                groups.push((at.to_string(), likeness.sqrt()));
            }
        }
        Ok(())
    }

    /// Every single English word of the list, and which of them are inflected forms of others.
    fn add_english(&mut self, words: &[(String, [String; 3])]) {
        let mut known: HashSet<String> = HashSet::new();
        for (_, [_, _, english]) in words {
            for word in english.split('|').flat_map(str::split_whitespace) {
                known.insert(american(&word.to_lowercase()).into_owned());
            }
        }
        // Plural headwords such as "troops" stay as they are only if their singular is unknown.
        let plural = |w: &str| {
            w.len() > 3
                && w.ends_with('s')
                && !w.ends_with("ss")
                && known.contains(&w[..w.len() - 1])
        };
        self.english = known.iter().filter(|w| !plural(w)).cloned().collect();
        let lemmas: HashSet<&str> = self.english.iter().map(String::as_str).collect();
        for (_, [_, _, english]) in words {
            for word in english.split(['|', ' ', '-']).filter(|w| !w.is_empty()) {
                let word = word.to_lowercase();
                let lemma_of = |w: &String| lemma(w, |w| lemmas.contains(w));
                self.lemmas.entry(word).or_insert_with_key(lemma_of);
            }
        }
    }

    fn key(&self, phrase: &str) -> String {
        english_key(phrase, |word| match self.lemmas.get(word) {
            Some(known) => known.clone(),
            None => lemma(word, |w| self.english.contains(w)),
        })
    }

    fn add_sense(&mut self, headword: &str, english: &str, pos: &str, weight: f32) {
        let key = self.key(english);
        if key.contains(' ') {
            self.add_phrase(EN, &key);
        }
        self.reverse.entry(key.clone()).or_default().push((headword.to_owned(), weight));
        let senses = self.words.entry(headword.to_owned()).or_default();
        if !senses.iter().any(|s| s.key == key) {
            let (english, pos) = (english.to_owned(), pos.to_owned());
            senses.push(Sense { english, pos, key, weight });
        }
    }

    fn add_phrase(&mut self, lang: usize, joined: &str) {
        let count = joined.split(' ').count();
        let first = joined.split(' ').next().unwrap_or(joined);
        let longest = self.longest[lang].entry(first.to_owned()).or_default();
        *longest = (*longest).max(count);
        self.phrases[lang].insert(joined.to_owned());
    }

    fn add_name(&mut self, name: Name) {
        let at = self.entries.len();
        let [indonesian, english, _, own, other, adjectives] = &name.fields;
        let spellings = [(ID, indonesian.as_str(), 1.0), (EN, english.as_str(), 1.0)].into_iter();
        let spellings = spellings
            .chain(several(own).map(|v| (ID, v, 1.0)))
            .chain(several(other).map(|v| (EN, v, 1.0)))
            .chain(several(adjectives).map(|v| (EN, v, ADJECTIVE)));
        for (lang, spelling, weight) in spellings {
            let lower = name_key(spelling);
            if lower.contains(' ') {
                self.add_phrase(lang, &lower);
            }
            self.names[lang].entry(lower).or_insert((at, weight));
        }
        self.entries.push(name);
    }

    fn add_title(&mut self, title: [String; 5]) {
        let [indonesian, english, country, own, other] = &title;
        if country.is_empty() {
            for form in std::iter::once(indonesian.as_str()).chain(several(own)) {
                let lower = form.to_lowercase();
                if lower.contains(' ') {
                    self.add_phrase(ID, &lower);
                }
                let english = std::iter::once(english.as_str()).chain(several(other));
                for (rank, e) in english.enumerate() {
                    let weight = RANK_WEIGHTS.get(rank).copied().unwrap_or(0.8);
                    self.add_sense(&lower, e, "n", weight);
                }
            }
        }
        for form in [indonesian.as_str(), english.as_str()]
            .into_iter()
            .chain(several(own))
            .chain(several(other))
        {
            self.title_forms.insert(form.to_lowercase());
        }
        self.titles.push(title);
    }
}
