//! English for the common words inside names: what a body is about.

use super::compose::compose_phrase;
use super::name_english::{Composer, capitals, is_acronym};
use crate::lexicon::{PartRole, part};

/// Nouns for what a body does that head what it does it with, and the English of names: Lembaga Kajian
/// Industri, Badan Pengelola Air.
const DEEDS: [(&str, &str); 14] = [
    ("kajian", "Studies"),
    ("pelaksana", "Implementation"),
    ("pelindung", "Protection"),
    ("pemantau", "Monitoring"),
    ("pengatur", "Regulatory"),
    ("pengawas", "Supervisory"),
    ("pengelola", "Management"),
    ("pengembang", "Development"),
    ("pengkajian", "Studies"),
    ("penyalur", "Distribution"),
    ("penyelenggara", "Management"),
    ("penelitian", "Research"),
    ("riset", "Research"),
    ("studi", "Studies"),
];

/// Whether a word heads what a body does.
pub(super) fn is_deed(word: &str) -> bool {
    DEEDS.iter().any(|(deed, _)| *deed == word)
}

impl Composer<'_> {
    /// Common words that describe, the last first, on each side of "dan"; the usual reading first.
    pub(super) fn phrase(&self, words: &[&str]) -> Vec<String> {
        let lower = words.join(" ").to_lowercase();
        let mut out: Vec<String> = Vec::new();
        if words.iter().any(|w| w.ends_with(',')) {
            return self.enumerated(words).into_iter().collect();
        }
        if words.len() == 1 {
            out.extend(part(&lower, PartRole::Modifier).iter().map(|e| capitals(e)));
        }
        // What a body does, and with what.
        if let Some((first, rest)) = words.split_first().filter(|(_, rest)| !rest.is_empty())
            && let Some((_, deed)) = DEEDS.iter().find(|(w, _)| *w == first.to_lowercase())
        {
            out.extend(self.phrase(rest).iter().map(|what| format!("{what} {deed}")));
        }
        let senses = self.lexicon.senses(&lower);
        for pos in ["n", "adj", "v"] {
            out.extend(senses.iter().filter(|s| s.pos == pos).map(|s| capitals(s.english)));
        }
        if out.is_empty() && words.contains(&"dan") {
            return self.joined(words);
        }
        if words.len() > 1 {
            out.extend(compose_phrase(&lower, self.lexicon).iter().map(|e| capitals(e)));
            out.extend(self.word_by_word(words));
        }
        if out.is_empty()
            && let [word] = words
            && is_acronym(word)
        {
            out.push((*word).to_owned());
        }
        out.dedup();
        out
    }

    /// Data, Informasi, dan Komunikasi.
    fn enumerated(&self, words: &[&str]) -> Option<String> {
        let joined = words.join(" ").replace(", dan ", " dan ").replace(" dan ", ", ");
        let items: Option<Vec<String>> = joined
            .split(", ")
            .map(|item| self.phrase(&item.split(' ').collect::<Vec<_>>()).into_iter().next())
            .collect();
        let items = items?;
        let (last, first) = items.split_last()?;
        Some(format!("{} and {last}", first.join(", ")))
    }

    /// Minyak dan Gas Bumi. What describes the second describes the first too: Pencegahan dan
    /// Pengendalian Penyakit.
    fn joined(&self, words: &[&str]) -> Vec<String> {
        let first = |words: &[&str]| self.phrase(words).into_iter().next();
        // Minyak dan Gas Bumi are two things; what is done is done to one, and Nasional tells both.
        let deed = |w: &str| w.to_lowercase().starts_with("pe") && w.ends_with("an");
        let tells = |w: &&str| {
            let senses = self.lexicon.senses(&w.to_lowercase());
            senses.first().is_some_and(|s| s.pos == "adj")
        };
        if words.iter().position(|w| *w == "dan") == Some(1)
            && words.len() > 3
            && (deed(words[0]) && deed(words[2]) || words[3..].iter().all(tells))
            && words[3..].iter().all(|w| *w != "dan")
        {
            let shared = first(&words[3..]).zip(first(&words[..3]));
            return shared.map(|(shared, both)| format!("{shared} {both}")).into_iter().collect();
        }
        let sides: Option<Vec<String>> = words.split(|w| *w == "dan").map(first).collect();
        sides.map(|s| s.join(" and ")).into_iter().collect()
    }

    fn word_by_word(&self, words: &[&str]) -> Option<String> {
        let noun = |w: &&str| {
            let senses = self.lexicon.senses(&w.to_lowercase());
            let sense = senses.iter().find(|s| s.pos == "n").or_else(|| senses.first());
            sense.map(|s| capitals(s.english)).or_else(|| is_acronym(w).then(|| (*w).to_owned()))
        };
        let all: Option<Vec<String>> = words.iter().rev().map(noun).collect();
        all.map(|all| all.join(" "))
    }
}
