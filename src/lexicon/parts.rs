//! How a word reads in English inside a phrase, from `glossary/parts.csv`.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// A word's place in a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartRole {
    /// What is described: bantuan in bantuan militer, "aid".
    Head,
    /// What describes: senjata in program senjata, "weapons".
    Modifier,
    /// A verb before its object: menjatuhkan in menjatuhkan sanksi, "impose".
    Verb,
    /// An object behind its verb: serangan in melancarkan serangan, "an attack".
    Object,
    /// A head that English joins with "of": armada in armada satelit, "fleet".
    Of,
}

impl PartRole {
    fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "head" => Self::Head,
            "modifier" => Self::Modifier,
            "verb" => Self::Verb,
            "object" => Self::Object,
            "of" => Self::Of,
            _ => return None,
        })
    }
}

/// The English readings of an Indonesian headword in that place, likeliest first.
///
/// # Panics
/// If a row of the list, which is part of the program and checked by `tests/lists.rs`, is wrong.
pub fn part(headword: &str, role: PartRole) -> &'static [String] {
    type List = FxHashMap<(String, PartRole), Vec<String>>;
    static LIST: OnceLock<List> = OnceLock::new();
    let list = LIST.get_or_init(|| {
        let text = include_str!("../../glossary/parts.csv");
        csv::Reader::from_reader(text.as_bytes())
            .records()
            .map(|row| {
                let row = row.unwrap_or_else(|e| panic!("glossary/parts.csv: {e}"));
                let role = PartRole::from_name(&row[1])
                    .unwrap_or_else(|| panic!("glossary/parts.csv: {} is no role", &row[1]));
                let english = row[2].split('|').map(str::to_owned).collect();
                ((row[0].to_owned(), role), english)
            })
            .collect()
    });
    list.get(&(headword.to_owned(), role)).map_or(&[], Vec::as_slice)
}
