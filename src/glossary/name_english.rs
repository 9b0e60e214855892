//! English for names that no list and no English text has, put together from their parts.
//!
//! Indonesian puts the kind first and the owner last (Institut Maritim Surabaya); English turns it
//! round (Surabaya Maritime Institute). Nothing is made where a part has no English.

use crate::language::naming::naming;
use crate::lexicon::{Lexicon, NameEntry, TitleEntry, name_key};
use crate::model::{EntryKind, Lang};
use rustc_hash::FxHashMap;

/// Puts English together.
#[derive(Debug)]
pub(super) struct Composer<'a> {
    lexicon: &'a Lexicon,
    /// Offices by each Indonesian form in small letters.
    titles: FxHashMap<String, Vec<&'a TitleEntry>>,
    /// English that the texts give for Indonesian names.
    known: FxHashMap<String, String>,
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

/// What the kinds of place that belong to a name become behind it.
const PLACES: [(&str, &str); 14] = [
    ("alun-alun", "Square"),
    ("bandara", "Airport"),
    ("gedung", "building"),
    ("gereja", "Church"),
    ("istana", "Palace"),
    ("jembatan", "Bridge"),
    ("kompleks", "complex"),
    ("museum", "Museum"),
    ("pasar", "Market"),
    ("pelabuhan", "port"),
    ("pulau", "Island"),
    ("stadion", "Stadium"),
    ("sungai", "River"),
    ("terminal", "terminal"),
];

/// Words before an office that are no office themselves.
const BEFORE: [(&str, &str); 7] = [
    ("bekas", "former"),
    ("kepala", "chief"),
    ("mantan", "former"),
    ("penjabat", "acting"),
    ("pj", "acting"),
    ("plt", "acting"),
    ("wakil", "deputy"),
];

/// Heads of bodies whose usual English is not the word's first meaning.
const HEADS: [(&str, &str); 7] = [
    ("badan", "Agency"),
    ("dinas", "Office"),
    ("kantor", "Office"),
    ("lembaga", "Institute"),
    ("perwakilan", "Office"),
    ("satuan", "Unit"),
    ("tentara", "Army"),
];

impl<'a> Composer<'a> {
    /// With the English that the texts give, by Indonesian name.
    pub(super) fn new(lexicon: &'a Lexicon, known: FxHashMap<String, String>) -> Self {
        let mut titles: FxHashMap<String, Vec<&TitleEntry>> = FxHashMap::default();
        for t in lexicon.titles() {
            for form in std::iter::once(&t.indonesian).chain(&t.variants_indonesian) {
                titles.entry(form.to_lowercase()).or_default().push(t);
            }
        }
        Self { lexicon, titles, known }
    }

    /// English for an Indonesian name of a kind.
    pub(super) fn english(&self, name: &str, kind: EntryKind) -> Option<String> {
        let words: Vec<&str> = name.split(' ').collect();
        match kind {
            EntryKind::Title => self.title(&words),
            EntryKind::Event => self.strife(&words),
            EntryKind::Place | EntryKind::Country => {
                self.side(&words).or_else(|| self.place(&words))
            }
            EntryKind::Organisation => self.body(&words),
            _ => None,
        }
    }

    fn listed(&self, name: &str) -> Option<&'a NameEntry> {
        let found = self.lexicon.name(Lang::Id, &name_key(name)).map(|(entry, _)| entry);
        found.filter(|e| e.kind != EntryKind::Currency)
    }

    /// What a listed name or one of the texts is in English; a short form that both languages use
    /// stays.
    fn known(&self, words: &[&str]) -> Option<String> {
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

    fn name(&self, words: &[&str]) -> Option<String> {
        self.known(words).or_else(|| self.body(words))
    }

    /// The likeliest English noun for a word, else whatever it means.
    fn noun(&self, word: &str) -> Option<&'static str> {
        let senses = self.lexicon.senses(word);
        senses.iter().find(|s| s.pos == "n").or_else(|| senses.first()).map(|s| s.english)
    }

    fn adjective(&self, words: &[&str]) -> Option<String> {
        let entry = self.listed(&words.join(" "))?;
        entry.adjectives.first().cloned().filter(|_| entry.kind == EntryKind::Country)
    }

    /// Ketua KPU, Presiden Ukraina, Menteri Luar Negeri AS.
    fn title(&self, words: &[&str]) -> Option<String> {
        let (first, office) = words.split_first()?;
        if let Some((_, prefix)) = BEFORE.iter().find(|(w, _)| *w == first.to_lowercase())
            && !(2..=words.len()).any(|n| {
                (n > 2 || n == words.len())
                    && self.titles.contains_key(&words[..n].join(" ").to_lowercase())
            })
            && let Some(office) = self.title(office)
        {
            return Some(format!("{prefix} {office}"));
        }
        (1..=words.len()).rev().find_map(|n| {
            let all = self.titles.get(&words[..n].join(" ").to_lowercase())?;
            let rest = &words[n..];
            let general = all.iter().find(|t| t.country.is_empty()).or_else(|| all.first())?;
            if rest.is_empty() {
                return Some(general.english.clone());
            }
            if let Some(entry) = self.listed(&rest.join(" "))
                && let Some(own) = all.iter().find(|t| t.country == entry.english)
            {
                return Some(own.english.clone());
            }
            if let Some(adjective) = self.adjective(rest) {
                return Some(format!("{adjective} {}", general.english));
            }
            let name = self
                .name(rest)
                .or_else(|| self.field(&general.english, rest))
                .or_else(|| is_proper(rest).then(|| rest.join(" ")))?;
            // KPU chairman, Foreign Ministry spokesperson, but head of the Yogyakarta Health Office.
            let long = name.split(' ').count() > 3;
            let runs = ["head", "director", "secretary of", "deputy", "member"];
            let before =
                self.is_place(rest) || !runs.iter().any(|r| general.english.starts_with(r));
            Some(if before && !long {
                format!("{name} {}", general.english)
            } else {
                let the = if self.is_headed(rest) && name.contains(' ') { "the " } else { "" };
                format!("{} of {the}{name}", general.english)
            })
        })
    }

    /// perang Rusia-Ukraina, konflik Rusia dan Ukraina.
    fn strife(&self, words: &[&str]) -> Option<String> {
        let (head, rest) = words.split_first()?;
        let sense = self.lexicon.senses(&head.to_lowercase()).first()?.english;
        let joined = rest.join(" ");
        let pair = joined.split_once('-').or_else(|| joined.split_once(" dan "));
        let (a, b) = pair?;
        let (a, b) = (self.listed(a)?, self.listed(b)?);
        Some(format!("{}-{} {sense}", a.english, b.english))
    }

    /// Ukraina timur.
    fn side(&self, words: &[&str]) -> Option<String> {
        let joined = words.join(" ");
        if let Some(rest) = joined.strip_prefix("timur jauh ") {
            return self.adjective(&[rest]).map(|a| format!("{a} Far East"));
        }
        SIDES.iter().find_map(|(side, english)| {
            let end = joined.len().checked_sub(side.len())?;
            let tail = joined.get(end..)?;
            let rest = joined.get(..end)?.trim_end();
            if rest.is_empty() || tail.to_lowercase() != *side {
                return None;
            }
            Some(format!("{english} {}", self.listed(rest)?.english))
        })
    }

    /// Gedung MK.
    fn place(&self, words: &[&str]) -> Option<String> {
        let (head, rest) = words.split_first()?;
        let name = self.listed(&rest.join(" ")).map(|e| e.english.clone());
        let name = name.or_else(|| self.known(rest)).unwrap_or_else(|| rest.join(" "));
        if naming().is_cue("area", &head.to_lowercase()) && !rest.is_empty() {
            return Some(name);
        }
        let kind = PLACES.iter().find(|(k, _)| *k == head.to_lowercase())?.1;
        (!rest.is_empty()).then(|| format!("{name} {kind}"))
    }

    /// Institut Maritim Surabaya, Yayasan Arga Sejahtera, Dinas Kesehatan DIY.
    fn body(&self, words: &[&str]) -> Option<String> {
        let (head, rest) = words.split_first()?;
        for n in 1..words.len() {
            let body = naming().national.get(&*words[..n].join(" ").to_lowercase());
            let state = self.listed(&words[n..].join(" "));
            if let (Some(body), Some(state)) = (body, state) {
                return state.adjectives.first().map(|adjective| format!("{adjective} {body}"));
            }
        }
        if rest.is_empty() || !self.is_headed(words) {
            return None;
        }
        // A listed beginning, and where it is: Kepolisian Daerah NTT.
        for n in (1..words.len()).rev() {
            let (body, owner) = words.split_at(n);
            let body_entry = self
                .listed(&body.join(" "))
                .filter(|e| e.kind == EntryKind::Organisation && e.english != e.indonesian);
            if body_entry.is_some() && is_proper(owner) {
                let place = self.known(owner).unwrap_or_else(|| owner.join(" "));
                return Some(format!("{place} {}", self.known(body)?));
            }
        }
        let lower = head.to_lowercase();
        let usual = HEADS.iter().find(|(h, _)| *h == lower).map(|(_, e)| *e);
        let english = capitals(usual.or_else(|| self.noun(&lower))?);
        // Komisi IX DPR.
        if let Some((number, owner)) = rest.split_first()
            && is_numeral(number)
        {
            let owner = self.listed(&owner.join(" ")).map(|e| format!("{} ", e.english));
            return Some(format!("{}{english} {number}", owner.unwrap_or_default()));
        }
        // What foundations and universities are called is a name: Yayasan Arga Sejahtera.
        let common = |w: &&&str| self.lexicon.is_common(&w.to_lowercase(), Lang::Id);
        let own = !rest.first().is_some_and(|w| common(&w)) || rest.iter().all(|w| common(&w));
        if naming().is_cue("owner", &lower) && own {
            let company = matches!(lower.as_str(), "pt" | "cv" | "pb" | "bank" | "firma");
            return (!company).then(|| format!("{} {english}", rest.join(" ")));
        }
        // The owner is what stands last and is a name.
        let mut cut = rest.len();
        for n in 0..rest.len() {
            let tail = &rest[n..];
            if self.listed(&tail.join(" ")).is_some() || tail.iter().all(|w| self.is_unknown(w)) {
                cut = n;
                break;
            }
        }
        let (modifiers, owner) = rest.split_at(cut);
        let owner = (!owner.is_empty()).then(|| {
            self.listed(&owner.join(" ")).map_or_else(|| owner.join(" "), |e| e.english.clone())
        });
        let middle = self.phrase(modifiers)?;
        // Cambodian Defense Ministry, but National Security and Defense Council of Ukraine.
        if let Some(country) = rest.get(cut..).and_then(|w| self.listed(&w.join(" ")))
            && country.kind == EntryKind::Country
        {
            return Some(match country.adjectives.first() {
                Some(adjective) if cut < 2 => format!("{adjective} {middle} {english}"),
                _ => format!("{middle} {english} of {}", country.english),
            });
        }
        let all = [owner.unwrap_or_default(), middle, english];
        Some(all.iter().filter(|p| !p.is_empty()).cloned().collect::<Vec<_>>().join(" "))
    }

    /// Whether the words begin with what heads a body's name, listed or not.
    fn is_headed(&self, words: &[&str]) -> bool {
        let Some(first) = words.first().map(|w| w.to_lowercase()) else { return false };
        let listed = |n: usize| self.listed(&words[..n].join(" "));
        naming().is_cue("body", &first)
            || naming().is_cue("owner", &first)
            || (1..=words.len())
                .any(|n| listed(n).is_some_and(|e| e.kind == EntryKind::Organisation))
    }

    /// What an office is for, where its holder runs a field and not a place: Direktur Jenderal
    /// Perhubungan Laut.
    fn field(&self, office: &str, rest: &[&str]) -> Option<String> {
        let runs = ["director", "deputy", "head", "minister", "secretary"];
        let place = rest.first().is_some_and(|w| naming().is_cue("spot", &w.to_lowercase()));
        let common = rest.iter().all(|w| self.lexicon.is_common(&w.to_lowercase(), Lang::Id));
        (!place && common && runs.iter().any(|r| office.starts_with(r)))
            .then(|| self.phrase(rest))
            .flatten()
    }

    /// Common words, the last first, on each side of "dan".
    fn phrase(&self, words: &[&str]) -> Option<String> {
        let mut parts = Vec::new();
        // Pencegahan dan Pengendalian Penyakit: what describes the second describes the first too.
        if let Some(at) = words.iter().position(|w| *w == "dan")
            && at == 1
            && words.len() > 3
        {
            let shared = self.phrase(&words[3..])?;
            return Some(format!("{shared} {}", self.phrase(&words[..3])?));
        }
        for group in words.split(|w| *w == "dan") {
            let mut words = Vec::new();
            for w in group.iter().rev() {
                match self.noun(&w.to_lowercase()) {
                    Some(noun) => words.push(capitals(noun)),
                    None if is_acronym(w) => words.push((*w).to_owned()),
                    None => return None,
                }
            }
            parts.push(words.join(" "));
        }
        Some(parts.join(" and "))
    }

    fn is_place(&self, words: &[&str]) -> bool {
        let listed = self.listed(&words.join(" ")).is_some_and(|e| e.kind == EntryKind::Place);
        listed || words.first().is_some_and(|w| naming().is_cue("spot", &w.to_lowercase()))
    }

    fn is_unknown(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        word.starts_with(char::is_uppercase)
            && !self.lexicon.is_common(&lower, Lang::Id)
            && self.listed(word).is_none()
    }
}

fn is_acronym(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c.is_numeric())
}

fn is_numeral(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
}

fn is_proper(words: &[&str]) -> bool {
    words.iter().all(|w| w.starts_with(char::is_uppercase))
}

fn capitals(phrase: &str) -> String {
    let one = |w: &str| {
        let mut chars = w.chars();
        chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
    };
    let small = |w: &str| matches!(w, "of" | "the" | "and" | "for" | "to" | "in");
    let words = phrase.split(' ').map(|w| if small(w) { w.to_owned() } else { one(w) });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_of_parts() {
        let composer = Composer::new(Lexicon::builtin(), FxHashMap::default());
        for (name, kind, english) in [
            ("Ukraina timur", EntryKind::Place, "eastern Ukraine"),
            ("timur jauh Rusia", EntryKind::Place, "Russian Far East"),
            ("Institut Maritim Surabaya", EntryKind::Organisation, "Surabaya Maritime Institute"),
            ("Yayasan Arga Sejahtera", EntryKind::Organisation, "Arga Sejahtera Foundation"),
            ("konflik Rusia dan Ukraina", EntryKind::Event, "Russia-Ukraine conflict"),
        ] {
            assert_eq!(composer.english(name, kind).as_deref(), Some(english), "{name}");
        }
        assert_eq!(composer.english("Gilbert Rozman", EntryKind::Person), None);
    }
}
