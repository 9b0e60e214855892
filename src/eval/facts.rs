//! Facts as pairs: every two sentences of one fact, from different articles, are said to agree.

use super::pairs::{PairRow, table};
use crate::error::{Error, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// Whether a file is a `facts.csv`, by its header.
pub fn is_facts(path: &Path) -> Result<bool> {
    let mut reader = csv::Reader::from_path(path).map_err(|e| {
        Error::input(path, None, e.to_string(), "expected a pairs.csv or facts.csv")
    })?;
    let header = reader
        .headers()
        .map_err(|e| Error::input(path, Some(1), e.to_string(), "expected a header row"))?;
    Ok(header.get(0).is_some_and(|h| h.trim_start_matches('\u{FEFF}') == "fact"))
}

/// The pairs that the groups of a `facts.csv` imply.
pub fn read_facts(path: &Path) -> Result<Vec<PairRow>> {
    let mut groups: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (_, [fact, article, text]) in table(path, ["fact", "article", "text"], "facts.csv")? {
        groups.entry(fact).or_default().push((article, text));
    }
    let mut rows = Vec::new();
    for members in groups.values() {
        for (at, left) in members.iter().enumerate() {
            for right in members[at + 1..].iter().filter(|r| r.0 != left.0) {
                rows.push(PairRow { score: 1.0, left: left.clone(), right: right.clone() });
            }
        }
    }
    Ok(rows)
}
