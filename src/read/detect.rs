//! Which language a text is in: a vote of its function words, then letter statistics.

use super::decode::cut;
use crate::language::facts;
use crate::model::Lang;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;
use whatlang::Detector;

/// What can be said of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is one of the two.
    Is(Lang),
    /// It is another one, of this name.
    Other(&'static str),
    /// Nothing: names, figures, too little text.
    Unknown,
}

/// The language of a text or of a line; none for bare names, figures and other languages.
pub fn detect(text: &str) -> Option<Lang> {
    match judge(text) {
        Verdict::Is(lang) => Some(lang),
        Verdict::Other(_) | Verdict::Unknown => None,
    }
}

/// Marks of one language that are also names of people when they have a capital.
const NAMES_TOO: &[&str] = &[
    "ada", "am", "an", "august", "dia", "do", "he", "ia", "lima", "march", "may", "me", "mine",
    "my", "nor", "sang", "she", "si", "so", "will", "you",
];

/// So much of a long text is enough.
const ENOUGH: usize = 20_000;

/// A text in which fewer words than this are known function words may be of a third language.
const FEW: f64 = 0.13;

pub(super) fn judge(text: &str) -> Verdict {
    let text = cut(text, ENOUGH);
    let votes = Votes::count(text);
    let [id, en] = votes.hits;
    if votes.letters >= 40
        && votes.share() < FEW
        && let Some(info) = whatlang::detect(text)
        && info.is_reliable()
        && !matches!(info.lang(), whatlang::Lang::Ind | whatlang::Lang::Eng)
    {
        return Verdict::Other(info.lang().eng_name());
    }
    if id > 2 * en {
        Verdict::Is(Lang::Id)
    } else if en > 2 * id {
        Verdict::Is(Lang::En)
    } else if let Some(lang) = votes.by_letters(text) {
        Verdict::Is(lang)
    } else if id == en {
        Verdict::Unknown
    } else {
        Verdict::Is(if id > en { Lang::Id } else { Lang::En })
    }
}

struct Votes {
    /// Marks of each language.
    hits: [usize; 2],
    words: usize,
    /// Words without a capital: no names.
    small: usize,
    letters: usize,
}

impl Votes {
    fn count(text: &str) -> Self {
        let mut votes = Self { hits: [0, 0], words: 0, small: 0, letters: 0 };
        let shouted = !text.chars().any(char::is_lowercase);
        let inner = |c: char| c.is_alphabetic() || matches!(c, '\'' | '’');
        for word in text.split(|c| !inner(c)) {
            let word = word.trim_matches(['\'', '’']);
            let Some(first) = word.chars().next() else { continue };
            votes.words += 1;
            votes.letters += word.chars().count();
            votes.small += usize::from(first.is_lowercase());
            // AS, US and the initial of A. Wijaya are no words.
            let short_form = word.chars().all(char::is_uppercase) && (!shouted || word.len() <= 2);
            if short_form {
                continue;
            }
            let low = word.to_lowercase();
            if first.is_uppercase() && !shouted && NAMES_TOO.contains(&low.as_str()) {
                continue;
            }
            if let Some(lang) = mark(&low) {
                votes.hits[lang.index()] += 1;
            }
        }
        votes
    }

    fn share(&self) -> f64 {
        self.hits[0].max(self.hits[1]) as f64 / self.words.max(1) as f64
    }

    /// Letter statistics, where there is text enough that is not only names.
    fn by_letters(&self, text: &str) -> Option<Lang> {
        if self.small < 3 || self.letters < 25 {
            return None;
        }
        let detector = Detector::with_allowlist(vec![whatlang::Lang::Ind, whatlang::Lang::Eng]);
        let info = detector.detect(text).filter(whatlang::Info::is_reliable)?;
        match info.lang() {
            whatlang::Lang::Ind => Some(Lang::Id),
            whatlang::Lang::Eng => Some(Lang::En),
            _ => None,
        }
    }
}

/// The language that a word in small letters speaks for.
fn mark(word: &str) -> Option<Lang> {
    static MARKS: OnceLock<FxHashMap<&'static str, Lang>> = OnceLock::new();
    let known = MARKS.get_or_init(|| {
        let of = |lang: Lang| {
            let facts = facts(lang);
            // Short month names are too much like other words.
            let calendar = facts.months.keys().chain(facts.weekdays.keys());
            let long = calendar.chain(facts.numbers.keys()).copied().filter(|w| w.len() > 3);
            let mut words: Vec<_> = long.chain(facts.function.iter().copied()).collect();
            words.sort_unstable();
            words.dedup();
            words
        };
        let (indonesian, english) = (of(Lang::Id), of(Lang::En));
        let only = |words: &[&'static str], others: &[&'static str], lang| {
            let own = words.iter().filter(|w| others.binary_search(w).is_err());
            own.map(|w| (*w, lang)).collect::<Vec<_>>()
        };
        let id = only(&indonesian, &english, Lang::Id);
        let en = only(&english, &indonesian, Lang::En);
        id.into_iter().chain(en).collect()
    });
    if let Some(lang) = known.get(word) {
        return Some(*lang);
    }
    let (_, tail) = word.rsplit_once(['\'', '’'])?;
    matches!(tail, "s" | "t" | "re" | "ve" | "ll").then_some(Lang::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_lines() {
        for line in [
            "Harga beras naik lagi di pasar.",
            "Menteri itu tiba pada Selasa",
            "MENTERI ITU AKAN TIBA",
            "AS dan Rusia bertemu",
            "Pemerintah menyiapkan bantuan pangan warga terdampak banjir bandang",
        ] {
            assert_eq!(detect(line), Some(Lang::Id), "{line}");
        }
        for line in [
            "Rice prices rose again in the market.",
            "The minister arrived on Tuesday",
            "Moscow's envoy lands",
            "PRICES ARE RISING AGAIN",
        ] {
            assert_eq!(detect(line), Some(Lang::En), "{line}");
        }
    }

    #[test]
    fn bare_names_tell_nothing() {
        for line in [
            "Choe Son Hui",
            "Vladimir Putin, Sergei Lavrov, Kim Jong Un",
            "A. Wijaya",
            "An Se-young",
            "He Jiting",
            "Theresa May",
            "12.500",
            "",
            "AS",
        ] {
            assert_eq!(detect(line), None, "{line}");
        }
    }

    #[test]
    fn other_languages() {
        for (text, name) in [
            (
                "De minister kwam dinsdag aan in de hoofdstad en sprak daar met zijn collega over \
                 de hulp aan boeren die door het water hun oogst hadden verloren.",
                "Dutch",
            ),
            (
                "Le ministre est arrivé mardi dans la capitale où il a parlé avec son collègue de \
                 l’aide aux paysans dont les récoltes ont été perdues.",
                "French",
            ),
            (
                "Министр прибыл во вторник в столицу и говорил с коллегой о помощи крестьянам.",
                "Russian",
            ),
        ] {
            assert_eq!(judge(text), Verdict::Other(name), "{text}");
        }
    }

    #[test]
    fn malay_counts_as_indonesian() {
        let text = "Menteri itu tiba di ibu negara pada hari Selasa dan bercakap dengan rakan \
                    sejawatnya tentang bantuan kepada para petani yang kehilangan hasil tuaian.";
        assert_eq!(detect(text), Some(Lang::Id));
    }
}
