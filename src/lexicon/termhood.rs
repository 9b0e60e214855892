//! Whether a word is a term of a subject, or everyday language, from `glossary/termhood.csv`.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// What a word is to a glossary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Termhood {
    /// A term of a subject, however common it is.
    Term,
    /// A word that no translator looks up: no entry alone, nor as the head of a phrase.
    Everyday,
    /// Says which, when or how many: never a part of a term.
    Loose,
}

/// What the list says of an Indonesian headword in small letters.
///
/// # Panics
/// If a row of the list, which is part of the program and checked by `tests/lists.rs`, is wrong.
pub fn termhood(headword: &str) -> Option<Termhood> {
    static LIST: OnceLock<FxHashMap<String, Termhood>> = OnceLock::new();
    LIST.get_or_init(|| {
        let text = include_str!("../../glossary/termhood.csv");
        csv::Reader::from_reader(text.as_bytes())
            .records()
            .map(|row| {
                let row = row.unwrap_or_else(|e| panic!("glossary/termhood.csv: {e}"));
                let kind = match &row[1] {
                    "term" => Termhood::Term,
                    "everyday" => Termhood::Everyday,
                    "loose" => Termhood::Loose,
                    other => panic!("glossary/termhood.csv: {other} is no kind"),
                };
                (row[0].to_owned(), kind)
            })
            .collect()
    })
    .get(headword)
    .copied()
}
