//! English for offices: what they are for, where they are held, for whom they work.

use super::name_english::{Composer, is_acronym, is_numeral, is_proper};
use crate::language::naming::naming;
use crate::lexicon::TitleEntry;
use crate::model::Lang;

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

/// Offices that English puts before another as an adjective.
const OF_OFFICE: [(&str, &str); 5] = [
    ("king", "royal"),
    ("mayor", "mayoral"),
    ("president", "presidential"),
    ("prime minister", "prime ministerial"),
    ("vice president", "vice presidential"),
];

/// A longer name stands behind its office: head of the Tenau Maritime Meteorology Station.
const LONGEST_BEFORE: usize = 4;
/// So many ways to say an owner are tried with each way to say an office.
const TRIED: usize = 8;

impl Composer<'_> {
    /// Ketua KPU, Presiden Ukraina, Menteri Luar Negeri AS.
    pub(super) fn title(&self, words: &[&str]) -> Vec<String> {
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
        let rows = |n: usize| self.titles.get(&words.get(..n)?.join(" ").to_lowercase());
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
        let out: Vec<String> = (1..=words.len()).rev().filter_map(held).flatten().collect();
        // What no reading has English for stays as it is: Bupati Sukamaju.
        let kept = |n: usize| rows(n).map(|all| self.held_by(all, &words[n..]));
        let last = || (1..words.len()).rev().filter(|n| is_proper(&words[*n..])).find_map(kept);
        if out.is_empty() { last().unwrap_or_default() } else { out }
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
        if owners.is_empty() {
            out.extend(self.of_an_office(&offices, rest));
        }
        // Ketua DPRD Sukamaju: letters of a body begin no other reading.
        let lettered = rows[0].indonesian.rsplit(' ').next().is_some_and(is_acronym);
        if owners.is_empty() && out.is_empty() && lettered && is_proper(rest) {
            return self.held_by(rows, rest);
        }
        out.extend(self.with_owners(general, &offices, &owners, rest));
        out
    }

    /// An office whose owner has no English: its name stands.
    fn held_by(&self, rows: &[&TitleEntry], rest: &[&str]) -> Vec<String> {
        let general = rows.iter().find(|t| t.country.is_empty()).or_else(|| rows.first());
        let Some(general) = general else { return Vec::new() };
        let ways = std::iter::once(&general.english).chain(&general.variants_english);
        let offices: Vec<String> = ways.cloned().collect();
        self.with_owners(general, &offices, &[rest.join(" ")], rest)
    }

    /// Juru Bicara Presiden, ajudan Bupati Sukamaju: one who works for another.
    fn of_an_office(&self, offices: &[String], rest: &[&str]) -> Vec<String> {
        let bosses = self.title(rest);
        let Some(boss) = bosses.first() else { return Vec::new() };
        let adjective = OF_OFFICE.iter().find(|(office, _)| office == boss);
        let mut out = Vec::new();
        for office in offices {
            out.extend(adjective.map(|(_, adjective)| format!("{adjective} {office}")));
            out.push(format!("{boss}'s {office}"));
            for boss in bosses.iter().take(TRIED) {
                out.extend(["for", "of", "to"].map(|link| format!("{office} {link} the {boss}")));
            }
        }
        out
    }

    /// The ways to put an office and where it is held together.
    fn with_owners(
        &self,
        general: &TitleEntry,
        offices: &[String],
        owners: &[String],
        rest: &[&str],
    ) -> Vec<String> {
        let mut out = Vec::new();
        let Some(name) = owners.first() else { return out };
        // KPU chairman, Foreign Ministry spokesperson, but head of the Yogyakarta Health Office.
        let long = name.split(' ').count() > LONGEST_BEFORE
            || [" of ", " for "].iter().any(|w| name.contains(w));
        let runs = ["head", "director", "secretary of", "deputy", "member"];
        let before = self.is_place(rest)
            || is_acronym(name)
            || !runs.iter().any(|r| general.english.starts_with(r));
        let firm = matches!(&*rest[0].to_lowercase(), "pt" | "cv" | "pb" | "bank" | "firma");
        // The Health Office, but BP Batam and House Commission XI.
        let first = name.split(' ').next().unwrap_or_default();
        let named = firm || is_acronym(first) || name.rsplit(' ').next().is_some_and(is_numeral);
        let the = if self.is_headed(rest) && name.contains(' ') && !named { "the " } else { "" };
        out.push(if before && !long {
            format!("{name} {}", general.english)
        } else {
            format!("{} of {the}{name}", general.english)
        });
        for office in offices {
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
}
