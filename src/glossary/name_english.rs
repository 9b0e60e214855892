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
    titles: FxHashMap<String, Vec<&'a TitleEntry>>,
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

/// Words before an office that are no office themselves.
const BEFORE: [(&str, &[&str]); 10] = [
    ("bekas", &["former", "ex"]),
    ("eks", &["former", "ex"]),
    ("kepala", &["chief", "head"]),
    ("mantan", &["former", "ex"]),
    ("penjabat", &["acting"]),
    ("pj", &["acting"]),
    ("pjs", &["acting"]),
    ("plh", &["acting"]),
    ("plt", &["acting"]),
    ("wakil", &["deputy", "vice"]),
];

/// A longer name stands behind its office: head of the Tenau Maritime Meteorology Station.
const LONGEST_BEFORE: usize = 4;
/// So many ways to say an owner are tried with each way to say an office.
const TRIED: usize = 8;

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
        out
    }

    pub(super) fn adjective(&self, words: &[&str]) -> Option<String> {
        let entry = self.listed(&words.join(" "))?;
        entry.adjectives.first().cloned().filter(|_| entry.kind == EntryKind::Country)
    }

    /// Ketua KPU, Presiden Ukraina, Menteri Luar Negeri AS.
    fn title(&self, words: &[&str]) -> Vec<String> {
        let Some((first, office)) = words.split_first() else { return Vec::new() };
        if let Some((last, rank)) = words.split_last()
            && last.starts_with('(')
            && naming().is_cue("retired", &last.to_lowercase().replace(['(', ')', '.'], ""))
        {
            let ranks = self.title(rank);
            let abbreviated = ranks.iter().filter(|r| r.ends_with('.'));
            let short: Vec<String> = abbreviated.map(|r| format!("{r} (ret.)")).collect();
            return ranks.iter().map(|r| format!("retired {r}")).chain(short).collect();
        }
        let rows = |n: usize| self.titles.get(&words[..n].join(" ").to_lowercase());
        if let Some((_, before)) = BEFORE.iter().find(|(w, _)| *w == first.to_lowercase())
            && !(2..=words.len()).any(|n| (n > 2 || n == words.len()) && rows(n).is_some())
            && (rows(2).is_none() || self.forms(&words[2..]).is_empty())
        {
            let offices = self.title(office);
            if !offices.is_empty() {
                let all =
                    offices.iter().flat_map(|o| before.iter().map(move |b| format!("{b} {o}")));
                return all.collect();
            }
        }
        // Ketua Komisi I DPR is the chairman of Komisi I, not the I of a Ketua Komisi.
        let number = |n: usize| words.get(n).is_some_and(|w| is_numeral(w));
        let held = |n: usize| rows(n).filter(|_| !number(n)).map(|all| self.held(all, &words[n..]));
        (1..=words.len()).rev().filter_map(held).flatten().collect()
    }

    /// An office that someone holds: `rest` says where.
    fn held(&self, rows: &[&TitleEntry], rest: &[&str]) -> Vec<String> {
        let ways = |t: &TitleEntry| {
            std::iter::once(&t.english).chain(&t.variants_english).cloned().collect()
        };
        let general = rows.iter().find(|t| t.country.is_empty()).or_else(|| rows.first());
        let Some(general) = general else { return Vec::new() };
        let offices: Vec<String> = ways(general);
        if rest.is_empty() {
            return offices;
        }
        if let Some(entry) = self.listed(&rest.join(" "))
            && let Some(own) = rows.iter().find(|t| t.country == entry.english)
        {
            return ways(own);
        }
        let mut out = Vec::new();
        if let Some(adjective) = self.adjective(rest) {
            out.extend(offices.iter().map(|o| format!("{adjective} {o}")));
        }
        let mut owners = self.owner_forms(rest);
        owners.extend(self.forms(rest));
        owners.extend(self.bodies(rest));
        if owners.is_empty() {
            let fields = self.field_at(&offices, rest);
            if !fields.is_empty() {
                out.extend(fields);
                return out;
            }
        }
        if owners.is_empty() {
            owners = self.field(&general.english, rest);
        }
        if owners.is_empty() && is_proper(rest) {
            owners.push(rest.join(" "));
        }
        let Some(name) = owners.first() else { return out };
        // KPU chairman, Foreign Ministry spokesperson, but head of the Yogyakarta Health Office.
        let long = name.split(' ').count() > LONGEST_BEFORE
            || [" of ", " for "].iter().any(|w| name.contains(w));
        let runs = ["head", "director", "secretary of", "deputy", "member"];
        let before = self.is_place(rest)
            || is_acronym(name)
            || !runs.iter().any(|r| general.english.starts_with(r));
        let firm = matches!(&*rest[0].to_lowercase(), "pt" | "cv" | "pb" | "bank" | "firma");
        let the = if self.is_headed(rest) && name.contains(' ') && !firm { "the " } else { "" };
        out.push(if before && !long {
            format!("{name} {}", general.english)
        } else {
            format!("{} of {the}{name}", general.english)
        });
        for office in &offices {
            for owner in owners.iter().take(TRIED) {
                out.extend([
                    format!("{owner} {office}"),
                    format!("{owner}'s {office}"),
                    format!("{office} of {owner}"),
                    format!("{office} at {owner}"),
                ]);
                // "governor of the Primorye region" says nothing of Primorye alone.
                if owner.contains(' ') {
                    out.push(format!("{office} of the {owner}"));
                }
            }
        }
        out
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

    /// Direktur Penyidikan KPK: what an office is for, and where it is.
    fn field_at(&self, offices: &[String], rest: &[&str]) -> Vec<String> {
        let body = |w: &str| naming().is_cue("body", &w.to_lowercase());
        let cut =
            (1..rest.len()).find(|&n| body(rest[n]) || self.listed(&rest[n..].join(" ")).is_some());
        let Some((field, owner)) = cut.map(|n| rest.split_at(n)) else { return Vec::new() };
        let fields = self.field(&offices[0], field);
        let mut owners = self.forms(owner);
        owners.extend(self.bodies(owner));
        let mut out = Vec::new();
        for office in offices {
            for field in fields.iter().map(|f| f.to_lowercase()).take(TRIED) {
                for owner in owners.iter().take(TRIED) {
                    // KPK investigation director, but section chief at the High Prosecutor's Office.
                    if owner.contains(' ') {
                        out.push(format!("{field} {office} at the {owner}"));
                    }
                    out.extend([
                        format!("{owner} {field} {office}"),
                        format!("{owner} {office} of {field}"),
                        format!("{owner} {office} for {field}"),
                        format!("{office} of {field} at {owner}"),
                    ]);
                }
            }
        }
        out
    }

    /// What an office is for, where its holder runs a field and not a place: Direktur Jenderal
    /// Perhubungan Laut.
    fn field(&self, office: &str, rest: &[&str]) -> Vec<String> {
        let runs = ["director", "deputy", "head", "minister", "secretary"];
        let place = rest.first().is_some_and(|w| naming().is_cue("spot", &w.to_lowercase()));
        let common =
            rest.iter().all(|w| *w == "dan" || self.lexicon.is_common(&w.to_lowercase(), Lang::Id));
        if !place && common && runs.iter().any(|r| office.starts_with(r)) {
            self.phrase(rest)
        } else {
            Vec::new()
        }
    }

    fn is_place(&self, words: &[&str]) -> bool {
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
