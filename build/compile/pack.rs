//! The lists as two files: every spelling once, and tables of numbers.

use super::Tables;
use super::format::{BETWEEN, LENGTH_BITS, NUMBER_BITS, Part, hash, mark};
use super::lists::Lists;
use std::collections::{BTreeMap, HashMap};

/// How many parts there are.
const PARTS: usize = Part::Titles as usize + 1;
/// A table is at most this full: half empty, a look-up seldom meets a second record.
const FULL: (usize, usize) = (1, 2);

#[derive(Default)]
struct Packer {
    text: String,
    places: HashMap<String, u32>,
    directory: Vec<u32>,
    body: Vec<u32>,
}

/// Writes the lists as tables.
pub(super) fn pack(lists: &Lists) -> Result<Tables, String> {
    let mut packer = Packer::default();
    packer.words(lists)?;
    packer.forms(lists)?;
    packer.table(Part::TitleForms, lists.title_forms.iter().map(|f| (f.as_str(), vec![])))?;
    let never: Vec<String> =
        lists.never_merge.iter().map(|(a, b)| format!("{a}{BETWEEN}{b}")).collect();
    packer.table(Part::NeverMerge, never.iter().map(|p| (p.as_str(), vec![])))?;
    packer.records(lists)?;
    let start = number(PARTS * 2)?;
    let directory =
        packer.directory.chunks(2).flat_map(|part| [part[0] + start, part[1]]).collect::<Vec<_>>();
    let numbers = directory.iter().chain(&packer.body).flat_map(|n| n.to_le_bytes()).collect();
    Ok(Tables { text: packer.text, numbers })
}

fn number(n: usize) -> Result<u32, String> {
    u32::try_from(n).map_err(|_| format!("the lists are too large for the tables: {n}"))
}

/// Where the lists of all keys lie in another part: first and count.
fn runs<T>(lists: &BTreeMap<String, Vec<T>>) -> Result<BTreeMap<&str, [u32; 2]>, String> {
    let mut first = 0;
    lists
        .iter()
        .map(|(key, list)| {
            let run = [number(first)?, number(list.len())?];
            first += list.len();
            Ok((key.as_str(), run))
        })
        .collect()
}

impl Packer {
    fn spelling(&mut self, text: &str) -> Result<u32, String> {
        if let Some(&place) = self.places.get(text) {
            return Ok(place);
        }
        let start = self.text.len();
        if text.len() >= 1 << LENGTH_BITS || start >= 1 << (u32::BITS - LENGTH_BITS) {
            return Err(format!(
                "no room for {text:?} at {start}: LENGTH_BITS in src/lexicon/format.rs divides the bits between length and place"
            ));
        }
        let place = number(start << LENGTH_BITS | text.len())?;
        self.text.push_str(text);
        self.places.insert(text.to_owned(), place);
        Ok(place)
    }

    fn begin(&mut self, part: Part, records: usize) -> Result<(), String> {
        assert_eq!(self.directory.len(), part as usize * 2, "parts are written in order");
        self.directory.extend([number(self.body.len())?, number(records)?]);
        Ok(())
    }

    fn table<'a>(
        &mut self,
        part: Part,
        entries: impl Iterator<Item = (&'a str, Vec<u32>)>,
    ) -> Result<(), String> {
        let entries: Vec<(&str, Vec<u32>)> = entries.collect();
        self.begin(part, entries.len())?;
        let slots = (entries.len() * FULL.1 / FULL.0).next_power_of_two().max(2);
        let mut table = vec![0_u32; slots];
        for (at, (key, _)) in entries.iter().enumerate() {
            let hash = hash(key);
            let mut slot = hash as usize % slots;
            while table[slot] != 0 {
                slot = (slot + 1) % slots;
            }
            if at + 1 >= 1 << NUMBER_BITS {
                return Err(format!("{part:?}: more than {at} entries"));
            }
            table[slot] = mark(hash) | number(at + 1)?;
        }
        self.body.push(number(slots)?);
        self.body.append(&mut table);
        for (key, value) in entries {
            assert_eq!(value.len(), part.width(), "{part:?}");
            let place = self.spelling(key)?;
            self.body.push(place);
            self.body.extend(value);
        }
        Ok(())
    }

    fn table_of_runs(&mut self, part: Part, runs: BTreeMap<&str, [u32; 2]>) -> Result<(), String> {
        self.table(part, runs.into_iter().map(|(key, run)| (key, run.to_vec())))
    }

    fn words(&mut self, lists: &Lists) -> Result<(), String> {
        self.table_of_runs(Part::Words, runs(&lists.words)?)?;
        self.table_of_runs(Part::Reverse, runs(&lists.reverse)?)?;
        self.table_of_runs(Part::Learned, runs(&lists.learned)?)?;
        for (part, lang) in [(Part::SynonymsId, 0), (Part::SynonymsEn, 1)] {
            self.table_of_runs(part, runs(&lists.synonyms[lang])?)?;
        }
        self.table(Part::English, lists.english.iter().map(|w| (w.as_str(), vec![])))?;
        let mut lemmas = Vec::new();
        for (form, lemma) in &lists.lemmas {
            lemmas.push((form.as_str(), vec![self.spelling(lemma)?]));
        }
        self.table(Part::Lemmas, lemmas.into_iter())
    }

    fn forms(&mut self, lists: &Lists) -> Result<(), String> {
        for (lang, part) in [Part::PhrasesId, Part::PhrasesEn].into_iter().enumerate() {
            self.table(part, lists.phrases[lang].iter().map(|p| (p.as_str(), vec![])))?;
        }
        for (lang, part) in [Part::LongestId, Part::LongestEn].into_iter().enumerate() {
            let mut entries = Vec::new();
            for (first, &longest) in &lists.longest[lang] {
                entries.push((first.as_str(), vec![number(longest)?]));
            }
            self.table(part, entries.into_iter())?;
        }
        for (lang, part) in [Part::NamesId, Part::NamesEn].into_iter().enumerate() {
            let mut entries = Vec::new();
            for (spelling, &(at, weight)) in &lists.names[lang] {
                entries.push((spelling.as_str(), vec![number(at)?, weight.to_bits()]));
            }
            self.table(part, entries.into_iter())?;
        }
        for (lang, part) in [Part::BandsId, Part::BandsEn].into_iter().enumerate() {
            self.table(part, lists.bands[lang].iter().map(|(f, &b)| (f.as_str(), vec![b])))?;
        }
        Ok(())
    }

    fn records(&mut self, lists: &Lists) -> Result<(), String> {
        let (senses, headwords) = (runs(&lists.words)?, runs(&lists.reverse)?);
        self.begin(Part::Senses, lists.words.values().map(Vec::len).sum())?;
        for sense in lists.words.values().flatten() {
            self.texts([&sense.english, &sense.pos, &sense.key])?;
            self.body.push(sense.weight.to_bits());
            self.body.extend(headwords[sense.key.as_str()]);
        }
        self.begin(Part::Headwords, lists.reverse.values().map(Vec::len).sum())?;
        for (headword, weight) in lists.reverse.values().flatten() {
            self.texts([headword])?;
            self.body.push(weight.to_bits());
            self.body.extend(senses[headword.as_str()]);
        }
        for (part, runs) in [
            (Part::Equivalents, &lists.learned),
            (Part::GroupsId, &lists.synonyms[0]),
            (Part::GroupsEn, &lists.synonyms[1]),
        ] {
            self.begin(part, runs.values().map(Vec::len).sum())?;
            for (text, weight) in runs.values().flatten() {
                self.texts([text])?;
                self.body.push(weight.to_bits());
            }
        }
        self.begin(Part::Entries, lists.entries.len())?;
        for name in &lists.entries {
            self.texts(name.fields.each_ref())?;
            self.body.push(u32::from(name.region));
        }
        self.begin(Part::Titles, lists.titles.len())?;
        for title in &lists.titles {
            self.texts(title.each_ref())?;
        }
        Ok(())
    }

    fn texts<const N: usize>(&mut self, texts: [&String; N]) -> Result<(), String> {
        for text in texts {
            let place = self.spelling(text)?;
            self.body.push(place);
        }
        Ok(())
    }
}
