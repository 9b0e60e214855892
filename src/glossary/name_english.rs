//! English for names that no list and no English text has, put together from their parts.
//!
//! Indonesian puts the kind first and the owner last (Institut Maritim Surabaya); English turns it
//! round (Surabaya Maritime Institute). Nothing is made where a part has no English. Of several ways
//! to say it the English texts decide; the first is the usual one.

use super::english::English;
use crate::language::naming::naming;
use crate::lexicon::{Lexicon, NameEntry, TitleEntry, name_key};
use crate::model::{EntryKind, Lang};
use rustc_hash::FxHashMap;

/// Puts English together.
pub(super) struct Composer<'a> {
    pub(super) lexicon: &'a Lexicon,
    /// Offices by each Indonesian form in small letters.
    pub(super) titles: FxHashMap<String, Vec<&'a TitleEntry>>,
    /// English that the texts give for Indonesian names.
    known: FxHashMap<String, String>,
    texts: &'a English<'a>,
}

/// Sides of a country or town, as adjectives.
const SIDES: [(&str, &str); 9] = [
    ("timur laut", "northeastern"),
    ("timur", "eastern"),
    ("tenggara", "southeastern"),
    ("selatan", "southern"),
    ("barat daya", "southwestern"),
    ("barat laut", "northwestern"),
    ("barat", "western"),
    ("utara", "northern"),
    ("tengah", "central"),
];

impl<'a> Composer<'a> {
    /// With the English that the texts give, by Indonesian name.
    pub(super) fn new(
        lexicon: &'a Lexicon,
        texts: &'a English<'a>,
        known: FxHashMap<String, String>,
    ) -> Self {
        let mut titles: FxHashMap<String, Vec<&TitleEntry>> = FxHashMap::default();
        for t in lexicon.titles() {
            for form in std::iter::once(&t.indonesian).chain(&t.variants_indonesian) {
                titles.entry(form.to_lowercase()).or_default().push(t);
            }
        }
        Self { lexicon, titles, known, texts }
    }

    /// English for a name with these Indonesian spellings, the headword first: what the English
    /// texts have, else the usual way to say the headword.
    pub(super) fn english(&self, spellings: &[&str], kind: EntryKind) -> Option<String> {
        let mut usual = None;
        let mut best: Option<(usize, String)> = None;
        for spelling in spellings {
            for choice in self.choices(spelling, kind) {
                let said = self.texts.said(&choice);
                if said > best.as_ref().map_or(0, |(most, _)| *most) {
                    best = Some((said, choice.clone()));
                }
                // Dr. and Capt. are the same in English.
                if spelling.ends_with('.') && choice == **spelling {
                    return Some(choice);
                }
                usual.get_or_insert(choice);
            }
        }
        best.map(|(_, english)| english).or(usual)
    }

    /// The ways to say a name of a kind, the usual one first.
    fn choices(&self, name: &str, kind: EntryKind) -> Vec<String> {
        let words: Vec<&str> = name.split(' ').collect();
        let mut out = match kind {
            EntryKind::Title => self.title(&words),
            EntryKind::Event => match self.strife(&words) {
                Some(strife) => vec![strife],
                None => self.event(&words),
            },
            EntryKind::Place | EntryKind::Country => match self.side(&words) {
                Some(side) => vec![side],
                None => self.place(&words),
            },
            EntryKind::Organisation => self.bodies(&words),
            _ => Vec::new(),
        };
        let mut seen = rustc_hash::FxHashSet::default();
        out.retain(|e| seen.insert(e.clone()));
        out
    }

    pub(super) fn listed(&self, name: &str) -> Option<&'a NameEntry> {
        let found = self.lexicon.name(Lang::Id, &name_key(name)).map(|(entry, _)| entry);
        // Minangkabau is a people, and the name of an airport.
        found.filter(|e| {
            !matches!(e.kind, EntryKind::Currency | EntryKind::People | EntryKind::Language)
        })
    }

    /// What a listed name or one of the texts is in English; a short form that both languages use
    /// stays.
    pub(super) fn known(&self, words: &[&str]) -> Option<String> {
        let joined = words.join(" ");
        if let Some(entry) = self.listed(&joined) {
            // English papers in Indonesia write KPU, OJK and Bawaslu too.
            let other = entry.variants_english.iter().any(|v| is_acronym(v) && *v != joined);
            let both = entry.kind == EntryKind::Organisation
                && words.len() == 1
                && if is_acronym(&joined) {
                    entry.variants_english.contains(&joined) || joined.len() > 2 && !other
                } else {
                    // Bawaslu spares three words, Polda only one.
                    entry.variants_english.contains(&joined) && entry.english.split(' ').count() > 2
                };
            return Some(if both { joined } else { entry.english.clone() });
        }
        self.known.get(&joined).cloned()
    }

    /// Every way to say a listed name or one of the texts, the usual one first.
    pub(super) fn forms(&self, words: &[&str]) -> Vec<String> {
        let mut out: Vec<String> = self.known(words).into_iter().collect();
        if let Some(entry) = self.listed(&words.join(" ")) {
            out.extend(std::iter::once(&entry.english).chain(&entry.variants_english).cloned());
        }
        // NATO-Ukraina.
        if let [pair] = words
            && out.is_empty()
            && let Some((a, b)) = pair.split_once('-')
        {
            out.extend(self.known(&[a]).zip(self.known(&[b])).map(|(a, b)| format!("{a}-{b}")));
        }
        out
    }

    pub(super) fn adjective(&self, words: &[&str]) -> Option<String> {
        let entry = self.listed(&words.join(" "))?;
        entry.adjectives.first().cloned().filter(|_| entry.kind == EntryKind::Country)
    }

    /// perang Rusia-Ukraina, konflik Rusia dan Ukraina, invasi Rusia.
    fn strife(&self, words: &[&str]) -> Option<String> {
        let (head, rest) = words.split_first()?;
        let sense = self.lexicon.senses(&head.to_lowercase()).first()?.english;
        let joined = rest.join(" ");
        let pair = joined.split_once('-').or_else(|| joined.split_once(" dan "));
        let Some((a, b)) = pair else {
            let waged = naming().is_cue("strife", &head.to_lowercase());
            return self.adjective(rest).filter(|_| waged).map(|a| format!("{a} {sense}"));
        };
        let (a, b) = (self.listed(a)?, self.listed(b)?);
        Some(format!("{}-{} {sense}", a.english, b.english))
    }

    /// Ukraina timur.
    fn side(&self, words: &[&str]) -> Option<String> {
        let joined = words.join(" ");
        for far in ["timur jauh ", "ujung timur "] {
            if let Some(rest) = joined.to_lowercase().strip_prefix(far) {
                return self.adjective(&[rest]).map(|a| format!("{a} Far East"));
            }
        }
        SIDES.iter().find_map(|(side, english)| {
            let end = joined.len().checked_sub(side.len())?;
            let tail = joined.get(end..)?;
            let rest = joined.get(..end)?.trim_end();
            if rest.is_empty() || tail.to_lowercase() != *side {
                return None;
            }
            let entry = self.listed(rest)?;
            // Lombok Utara is a regency, North Lombok; Lombok utara a part of the island.
            let named = tail.starts_with(char::is_uppercase) && entry.kind == EntryKind::Place;
            let side = match english.strip_suffix("ern").filter(|_| named) {
                Some(side) => capitals(side),
                None if named => capitals(english),
                None => (*english).to_owned(),
            };
            Some(format!("{side} {}", entry.english))
        })
    }

    pub(super) fn is_place(&self, words: &[&str]) -> bool {
        let listed = self.listed(&words.join(" ")).is_some_and(|e| e.kind == EntryKind::Place);
        listed || words.first().is_some_and(|w| naming().is_cue("spot", &w.to_lowercase()))
    }
}

pub(super) fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c.is_numeric())
}

pub(super) fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
}

pub(super) fn is_proper(words: &[&str]) -> bool {
    words.iter().all(|w| w.starts_with(char::is_uppercase))
}

pub(super) fn capitals(phrase: &str) -> String {
    let one = |w: &str| {
        let mut chars = w.chars();
        chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
    };
    let small = |w: &str| matches!(w, "of" | "the" | "and" | "for" | "to" | "in");
    let words = phrase.split(' ').map(|w| if small(w) { w.to_owned() } else { one(w) });
    words.collect::<Vec<_>>().join(" ")
}
