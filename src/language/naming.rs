//! What is known of names in general, whatever their language: data files under `language/names/`.

use super::rows::rows;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

/// Words of one line of a file are one class; a word may be of several.
pub type Classes = FxHashMap<&'static str, Vec<usize>>;

/// The lists.
#[derive(Debug)]
pub struct Naming {
    /// Given names that are one in several languages or for short.
    pub given: Classes,
    /// East Asian family names as romanisations write them.
    pub family: Classes,
    /// Forms of address, ranks, offices.
    pub honorifics: FxHashSet<&'static str>,
    /// Degrees behind a name.
    pub degrees: FxHashSet<&'static str>,
    /// Small words inside names.
    pub particles: FxHashSet<&'static str>,
    /// Legal forms of companies.
    pub legal: Classes,
    /// Common words of organisations' names with their translations.
    pub bodies: Classes,
    /// Bodies that every state has, with their English.
    pub national: FxHashMap<&'static str, &'static str>,
    /// Of their English words, those that texts use for one and the same body, with the commonest.
    pub national_classes: FxHashMap<&'static str, &'static str>,
    /// What heads the names of bodies and places, with its English.
    pub heads: FxHashMap<&'static str, Head>,
    /// Words beside names in running text, by kind.
    cues: FxHashMap<&'static str, FxHashSet<&'static str>>,
}

/// What English puts for the head of a name, and where.
#[derive(Debug, Clone)]
pub struct Head {
    /// The usual word first; `*` is the place of what it is about.
    pub english: Vec<&'static str>,
    /// Where it stands.
    pub place: HeadPlace,
}

/// Where English has the head of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadPlace {
    /// Arga Sejahtera Foundation.
    Behind,
    /// Faculty of Medicine.
    Of,
    /// Mount Merapi.
    First,
    /// Teluk Bintuni, a town: only the texts tell a bay from it.
    Kept,
}

impl Head {
    fn read(row: &[&'static str]) -> Option<(&'static str, Self)> {
        let place = match row.get(2) {
            Some(&"of") => HeadPlace::Of,
            Some(&"first") => HeadPlace::First,
            Some(&"kept") => HeadPlace::Kept,
            _ => HeadPlace::Behind,
        };
        Some((*row.first()?, Self { english: row.get(1)?.split('|').collect(), place }))
    }
}

impl Naming {
    /// Whether a word (small letters) is a cue of that kind: the kinds stand in `cues.txt`.
    pub fn is_cue(&self, kind: &str, word: &str) -> bool {
        self.cues.get(kind).is_some_and(|words| words.contains(word))
    }

    /// Whether two words are of one class.
    pub fn kin(classes: &Classes, a: &str, b: &str) -> bool {
        match (classes.get(a), classes.get(b)) {
            (Some(x), Some(y)) => x.iter().any(|c| y.contains(c)),
            _ => false,
        }
    }
}

/// The files, name first; tests check that their lines are sorted.
pub const FILES: [(&str, &str); 10] = [
    ("given", include_str!("names/given.txt")),
    ("family", include_str!("names/family.txt")),
    ("honorifics", include_str!("names/honorifics.txt")),
    ("degrees", include_str!("names/degrees.txt")),
    ("particles", include_str!("names/particles.txt")),
    ("legal", include_str!("names/legal.txt")),
    ("bodies", include_str!("names/bodies.txt")),
    ("cues", include_str!("names/cues.txt")),
    ("national", include_str!("names/national.txt")),
    ("heads", include_str!("names/heads.txt")),
];

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|l| !l.starts_with('#') && !l.trim().is_empty())
}

fn classes(file: &'static str) -> Classes {
    let mut out = Classes::default();
    for (class, line) in lines(file).enumerate() {
        for word in line.split(' ') {
            out.entry(word).or_default().push(class);
        }
    }
    out
}

fn words(file: &'static str) -> FxHashSet<&'static str> {
    lines(file).flat_map(|line| line.split(' ')).collect()
}

/// The lists, parsed once.
pub fn naming() -> &'static Naming {
    static NAMING: OnceLock<Naming> = OnceLock::new();
    NAMING.get_or_init(|| {
        let [given, family, honorifics, degrees, particles, legal, bodies, cues, national, heads] =
            FILES.map(|(_, f)| f);
        Naming {
            given: classes(given),
            family: classes(family),
            honorifics: words(honorifics),
            degrees: words(degrees),
            particles: words(particles),
            legal: classes(legal),
            bodies: classes(bodies),
            national: rows(national)
                .filter_map(|row| Some((*row.first()?, *row.get(1)?)))
                .collect(),
            national_classes: rows(national)
                .filter_map(|row| Some((*row.get(1)?, *row.get(2)?)))
                .collect(),
            heads: rows(heads).filter_map(|row| Head::read(&row)).collect(),
            cues: rows(cues)
                .filter_map(|row| Some((*row.first()?, row.get(1)?.split(' ').collect())))
                .collect(),
        }
    })
}
