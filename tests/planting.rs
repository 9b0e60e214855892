//! Errors of every kind, planted into clean texts; the same ones each time.

use padan::lexicon::misspellings;
use padan::model::{Article, Entry, EntryKind, Lang, Rule, Sentence, Status};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Forbidden,
    Variant,
    MixedName,
    Spelling,
    Acronym,
    LostNumber,
    ChangedNumber,
    WrongScale,
    ChangedDate,
    LostName,
    MissingTerm,
}

impl Kind {
    pub(crate) const IN_ARTICLES: [Self; 5] =
        [Self::Forbidden, Self::Variant, Self::MixedName, Self::Spelling, Self::Acronym];
    pub(crate) const IN_PAIRS: [Self; 6] = [
        Self::LostNumber,
        Self::ChangedNumber,
        Self::WrongScale,
        Self::ChangedDate,
        Self::LostName,
        Self::MissingTerm,
    ];

    pub(crate) fn rule(self) -> Rule {
        match self {
            Self::Forbidden => Rule::Forbidden,
            Self::Variant => Rule::Variant,
            Self::MixedName => Rule::MixedName,
            Self::Spelling => Rule::Spelling,
            Self::Acronym => Rule::Acronym,
            Self::LostNumber | Self::ChangedNumber | Self::WrongScale => Rule::Number,
            Self::ChangedDate => Rule::Date,
            Self::LostName => Rule::Name,
            Self::MissingTerm => Rule::Term,
        }
    }
}

impl Kind {
    /// A number may be part of a day, a name the glossary's.
    pub(crate) fn is_told_by(self, rule: Rule) -> bool {
        rule == self.rule()
            || matches!(self, Self::LostNumber | Self::ChangedNumber) && rule == Rule::Date
            || self == Self::LostName && rule == Rule::Term
    }
}

/// At most so many errors of one kind go into one article, each into a copy of its own.
const PER_ARTICLE: usize = 4;
/// So many pairs get an error of a kind.
const PER_KIND: usize = 120;

fn entry(id: &str, en: &str, status: Status, variants: [&str; 2]) -> Entry {
    let list = |v: &str| v.split('|').filter(|s| !s.is_empty()).map(str::to_owned).collect();
    Entry {
        variants_indonesian: list(variants[0]),
        variants_english: list(variants[1]),
        ..Entry::given(id.to_owned(), en.to_owned(), EntryKind::Term, status)
    }
}

/// A house glossary for our own articles: what is preferred stands in them, what is forbidden or
/// not preferred does not.
pub(crate) fn glossary() -> Vec<Entry> {
    use Status::{Approved, Forbidden, Preferred};
    let mut out = Vec::new();
    for (id, en, bad_id, bad_en) in [
        ("kapal", "ferry", "bahtera", "ferryboat"),
        ("penumpang", "passenger", "pelancong", "voyager"),
        ("nyamuk", "mosquito", "rengit", "skeeter"),
        ("mahkamah", "court", "majelis peradilan", "tribunal hall"),
        ("Rusia", "Russia", "Rossia", "Rossiya"),
        ("Jakarta", "Jakarta", "Betawi", "Batavia"),
        ("pertandingan", "match", "perlawanan bola", "tourney"),
        ("suku bunga", "interest rate", "rente bank", "usury rate"),
    ] {
        out.push(entry(id, en, Preferred, ["", ""]));
        out.push(entry(bad_id, en, Forbidden, ["", ""]));
        out.push(entry(id, bad_en, Forbidden, ["", ""]));
    }
    for (id, en, variants_id, variants_en) in [
        ("Ukraina", "Ukraine", "Ukrania|Ukrayna", "Ukrania"),
        ("Korea Utara", "North Korea", "Korea Oetara", "N. Korea"),
        ("Moskow", "Moscow", "Mosko|Moscou", "Moskva"),
        ("Kupang", "Kupang", "Koepang", "Koepang"),
        ("Yogyakarta", "Yogyakarta", "Djokjakarta", "Djokjakarta"),
        ("Bank Indonesia", "Bank Indonesia", "Bank Endonesia", "Indonesia Bank"),
        ("vaksin", "vaccine", "faccin", "vaxine"),
        ("pengadilan", "court of law", "pangadilan", "courthouse of law"),
        ("juara", "champion", "jawara", "champ"),
        ("persen", "percent", "per sen", "per-centum"),
    ] {
        out.push(entry(id, en, Approved, [variants_id, variants_en]));
    }
    out
}

/// Terms for missing ones: in none of them is there a second way to say it in our pairs.
const TERMS: [(&str, &str); 14] = [
    ("vaksin", "vaccine"),
    ("kapal", "ferry"),
    ("nyamuk", "mosquito"),
    ("penumpang", "passenger"),
    ("pertandingan", "match"),
    ("Rusia", "Russia"),
    ("Jakarta", "Jakarta"),
    ("Ukraina", "Ukraine"),
    ("suku bunga", "interest rate"),
    ("persen", "percent"),
    ("Yogyakarta", "Yogyakarta"),
    ("Kupang", "Kupang"),
    ("Bank Indonesia", "Bank Indonesia"),
    ("juara", "champion"),
];

/// A planted error: the whole text, where the error stands, and the error itself.
pub(crate) struct Planted {
    pub(crate) text: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) written: String,
}

pub(crate) struct Planter {
    state: u64,
    /// Right words to wrong ones, by kind and language.
    swaps: BTreeMap<(Kind, bool), Vec<(String, String)>>,
    /// Wrong words that somebody may say.
    spoken: BTreeSet<String>,
    planted: BTreeMap<Kind, usize>,
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '\'' | '’')
}

/// Whole words `word` of a text, with capitals as written.
fn places(text: &str, word: &str) -> Vec<usize> {
    text.match_indices(word)
        .map(|(at, _)| at)
        .filter(|&at| {
            !text[..at].ends_with(is_word) && !text[at + word.len()..].starts_with(is_word)
        })
        .collect()
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

impl Planter {
    pub(crate) fn new(glossary: &[Entry]) -> Self {
        let mut swaps: BTreeMap<(Kind, bool), Vec<(String, String)>> = BTreeMap::new();
        let mut spoken = BTreeSet::new();
        for row in glossary {
            for other in glossary.iter().filter(|o| o.status == Status::Forbidden) {
                if row.status != Status::Preferred {
                    continue;
                }
                if row.english == other.english && row.indonesian != other.indonesian {
                    let list = swaps.entry((Kind::Forbidden, false)).or_default();
                    list.push((row.indonesian.clone(), other.indonesian.clone()));
                }
                if row.indonesian == other.indonesian && row.english != other.english {
                    let list = swaps.entry((Kind::Forbidden, true)).or_default();
                    list.push((row.english.clone(), other.english.clone()));
                }
            }
            for variant in &row.variants_indonesian {
                let list = swaps.entry((Kind::Variant, false)).or_default();
                list.push((row.indonesian.clone(), variant.clone()));
            }
            for variant in &row.variants_english {
                let list = swaps.entry((Kind::Variant, true)).or_default();
                list.push((row.english.clone(), variant.clone()));
            }
        }
        for row in misspellings() {
            if !row.context && !row.standard.contains(' ') {
                if row.spoken {
                    spoken.insert(row.nonstandard.clone());
                }
                let list = swaps.entry((Kind::Spelling, false)).or_default();
                list.push((row.standard, row.nonstandard));
            }
        }
        Self { state: 20_241_029, swaps, spoken, planted: BTreeMap::new() }
    }

    /// A number below `count`: a linear congruential generator (Knuth's constants).
    fn below(&mut self, count: usize) -> usize {
        self.state = self
            .state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.state >> 33).unwrap() % count
    }

    /// Copies of an article with one error each.
    pub(crate) fn article(&mut self, kind: Kind, article: &Article) -> Vec<Planted> {
        let mut spots: Vec<(usize, usize, String)> = match kind {
            Kind::MixedName => mixed(article),
            Kind::Acronym => self.acronyms(article),
            _ => {
                let list = self.swaps.get(&(kind, article.lang == Lang::En)).cloned();
                let mut spots = swapped(article, &list.unwrap_or_default());
                spots.retain(|(at, _, wrong)| {
                    !self.spoken.contains(&wrong.to_lowercase()) || !is_said(&article.text, *at)
                });
                spots
            }
        };
        let mut out = Vec::new();
        while !spots.is_empty() && out.len() < PER_ARTICLE {
            let chosen = self.below(spots.len());
            let (start, end, written) = spots.swap_remove(chosen);
            let text = format!("{}{written}{}", &article.text[..start], &article.text[end..]);
            out.push(Planted {
                text,
                start,
                end: start + written.len(),
                written: written.trim().to_owned(),
            });
        }
        out
    }

    fn acronyms(&mut self, article: &Article) -> Vec<(usize, usize, String)> {
        let place = if article.lang == Lang::Id { " dari" } else { " from" };
        let sentences = padan::segment::sentences(article);
        let mut out = Vec::new();
        for (at, _) in article.text.match_indices(", ") {
            let before = &article.text[..at];
            if in_sentence(&sentences, at) && before.ends_with(char::is_lowercase) {
                const LETTERS: &[u8] = b"BDFGHJKLMNPQRSTVWZ";
                let short: String =
                    (0..4).map(|_| char::from(LETTERS[self.below(LETTERS.len())])).collect();
                out.push((at, at, format!("{place} {short}")));
            }
        }
        out
    }

    /// A pair with one error, and the error; none where this pair can have none of that kind.
    pub(crate) fn pair(
        &mut self,
        kind: Kind,
        id: &str,
        en: &str,
    ) -> Option<(String, String, String)> {
        if self.planted.get(&kind).is_some_and(|n| *n >= PER_KIND) {
            return None;
        }
        let (en, written) = match kind {
            Kind::LostNumber => lost_number(en),
            Kind::ChangedNumber => changed_number(en),
            Kind::WrongScale => wrong_scale(id, en),
            Kind::ChangedDate => changed_date(en),
            Kind::LostName => lost_name(id, en),
            Kind::MissingTerm => missing_term(id, en),
            _ => None,
        }?;
        *self.planted.entry(kind).or_default() += 1;
        Some((id.to_owned(), en, written))
    }
}

/// Whether a quotation of the same line is open, as our articles mark them.
fn is_said(text: &str, at: usize) -> bool {
    let line = text[..at].rfind('\n').map_or(0, |n| n + 1);
    let before = &text[line..at];
    let curly = before.matches('“').count() > before.matches('”').count();
    curly || before.matches('"').count() % 2 == 1
}

/// Right words of an article with the wrong ones in their place.
fn swapped(article: &Article, list: &[(String, String)]) -> Vec<(usize, usize, String)> {
    let mut out = Vec::new();
    for (right, wrong) in list {
        for (right, wrong) in
            [(right.clone(), wrong.clone()), (capitalised(right), capitalised(wrong))]
        {
            for at in places(&article.text, &right).into_iter().filter(|at| *at >= article.body) {
                // A capital elsewhere than at the start of a sentence is a name's.
                let lower = wrong.starts_with(char::is_lowercase);
                let opens =
                    article.text[..at].trim_end_matches(' ').ends_with(['.', '\n', '"', '“']);
                let name = !list.iter().any(|(r, _)| *r == right);
                if lower || !name || opens && article.text[..at].ends_with([' ', '\n', '"', '“'])
                {
                    out.push((at, at + right.len(), wrong.clone()));
                }
            }
        }
    }
    out.sort();
    out.dedup();
    out
}

/// Full names of people that stand at least twice in a text by their last part, one of them spelled
/// in another way.
fn mixed(article: &Article) -> Vec<(usize, usize, String)> {
    let mut out = Vec::new();
    let text = &article.text;
    let sentences = padan::segment::sentences(article);
    let mut words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| {
            w.len() >= 6
                && w.starts_with(char::is_uppercase)
                && w.chars().skip(1).all(char::is_lowercase)
        })
        .collect();
    words.sort_unstable();
    words.dedup();
    for word in words {
        let lower = word.to_lowercase();
        // A word that the text also has in small letters is no name.
        let mut all = places(text, word);
        all.retain(|at| in_sentence(&sentences, *at));
        let month = [Lang::Id, Lang::En]
            .iter()
            .any(|lang| padan::language::facts(*lang).months.contains_key(lower.as_str()));
        if month || all.len() < 2 || !places(text, &lower).is_empty() || is_listed_word(&lower) {
            continue;
        }
        if let Some(at) = all.iter().skip(1).find(|at| is_inside(text, **at)) {
            out.extend(respelled(word).into_iter().map(|wrong| (*at, at + word.len(), wrong)));
        }
    }
    out
}

fn is_listed_word(lower: &str) -> bool {
    let lexicon = padan::lexicon::Lexicon::builtin();
    lexicon.is_common(lower, Lang::Id) || lexicon.is_common(lower, Lang::En)
}

/// Within a line, behind a small letter: not where a sentence starts, nor in a name of several words.
fn is_inside(text: &str, at: usize) -> bool {
    text[..at].strip_suffix(' ').is_some_and(|b| b.ends_with(char::is_lowercase))
        && !text[at..].split(' ').nth(1).is_some_and(|w| w.starts_with(char::is_uppercase))
        && text[..at]
            .trim_end()
            .rsplit(' ')
            .next()
            .is_some_and(|w| w.starts_with(char::is_lowercase))
}

fn in_sentence(sentences: &[Sentence], at: usize) -> bool {
    sentences
        .iter()
        .any(|s| s.kind == padan::model::Kind::Sentence && (s.span.start..s.span.end).contains(&at))
}

/// A spelling that another newsroom might use.
fn respelled(word: &str) -> Vec<String> {
    const SPELLINGS: usize = 2;
    const CHANGES: [(&str, &str); 12] = [
        ("u", "oe"),
        ("v", "w"),
        ("y", "i"),
        ("j", "dj"),
        ("kh", "h"),
        ("f", "ph"),
        ("k", "kk"),
        ("n", "nn"),
        ("s", "ss"),
        ("t", "th"),
        ("d", "dh"),
        ("i", "y"),
    ];
    if !word.is_ascii() {
        return Vec::new();
    }
    let rest = &word[1..];
    CHANGES
        .iter()
        .filter(|(from, to)| rest.contains(from) && !rest.contains(to))
        .map(|(from, to)| format!("{}{}", &word[..1], rest.replacen(from, to, 1)))
        .take(SPELLINGS)
        .collect()
}

/// The first number in digits of an English sentence that is no year of a date and no code.
fn number(en: &str) -> Option<(usize, usize)> {
    let mut at = 0;
    for word in en.split(' ') {
        let core = word.trim_matches(|c: char| !c.is_ascii_alphanumeric());
        let start = at + word.find(core).unwrap_or(0);
        at += word.len() + 1;
        let digits = core.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
        let currency = word.starts_with(['$', '(']);
        if core.len() >= 2 && digits && core.starts_with(|c: char| c.is_ascii_digit()) && !currency
        {
            return Some((start, start + core.len()));
        }
    }
    None
}

fn lost_number(en: &str) -> Option<(String, String)> {
    let (start, end) = number(en)?;
    let out = format!("{}several{}", &en[..start], &en[end..]);
    Some((out, en[start..end].to_owned()))
}

fn changed_number(en: &str) -> Option<(String, String)> {
    let (start, end) = number(en)?;
    let mut digits: Vec<u8> = en.as_bytes()[start..end].to_vec();
    digits[0] = if digits[0] == b'9' { b'3' } else { digits[0] + 1 };
    let written = String::from_utf8(digits).ok()?;
    Some((format!("{}{written}{}", &en[..start], &en[end..]), written))
}

fn wrong_scale(id: &str, en: &str) -> Option<(String, String)> {
    for (indonesian, right, wrong) in [
        ("juta", "million", "billion"),
        ("miliar", "billion", "million"),
        ("triliun", "trillion", "billion"),
        ("ribu", "thousand", "million"),
    ] {
        if !places(id, indonesian).is_empty() && places(en, right).len() == 1 {
            let at = places(en, right)[0];
            return Some((
                format!("{}{wrong}{}", &en[..at], &en[at + right.len()..]),
                wrong.to_owned(),
            ));
        }
    }
    None
}

fn changed_date(en: &str) -> Option<(String, String)> {
    const NAMES: [(&str, &str); 17] = [
        ("Monday", "Tuesday"),
        ("Tuesday", "Wednesday"),
        ("Wednesday", "Thursday"),
        ("Thursday", "Friday"),
        ("Friday", "Monday"),
        ("Saturday", "Sunday"),
        ("Sunday", "Saturday"),
        ("January", "February"),
        ("February", "June"),
        ("April", "July"),
        ("June", "September"),
        ("July", "October"),
        ("September", "November"),
        ("October", "December"),
        ("November", "January"),
        ("December", "April"),
        ("August", "October"),
    ];
    NAMES.iter().find_map(|(right, wrong)| {
        let at = *places(en, right).first()?;
        // The eve of a day has another name in Indonesian.
        let rest = &en[at + right.len()..];
        if rest.starts_with(" night") || rest.starts_with(" evening") {
            return None;
        }
        Some((format!("{}{wrong}{rest}", &en[..at]), (*wrong).to_owned()))
    })
}

/// A name that both sides write alike, taken out of the English.
fn lost_name(id: &str, en: &str) -> Option<(String, String)> {
    let names: Vec<&str> = id
        .split(|c: char| !c.is_alphabetic())
        .filter(|w| {
            w.len() >= 5
                && w.starts_with(char::is_uppercase)
                && w.chars().skip(1).all(char::is_lowercase)
        })
        .filter(|w| !is_listed_word(&w.to_lowercase()))
        .collect();
    names.iter().find_map(|name| {
        let at = *places(id, name).first()?;
        let alone = is_inside(id, at);
        let there = places(en, name);
        if !alone || there.len() != 1 || id.matches(name).count() != 1 {
            return None;
        }
        let out = format!("{}it{}", &en[..there[0]], &en[there[0] + name.len()..]);
        Some((out, (*name).to_owned()))
    })
}

fn missing_term(id: &str, en: &str) -> Option<(String, String)> {
    TERMS.iter().find_map(|(indonesian, english)| {
        let (left, right) = (places(id, indonesian), places(en, english));
        let others = en.to_lowercase().matches(&english.to_lowercase()).count();
        (left.len() == 1 && right.len() == 1 && others == 1).then(|| {
            let out = format!("{}something{}", &en[..right[0]], &en[right[0] + english.len()..]);
            (out, (*english).to_owned())
        })
    })
}
