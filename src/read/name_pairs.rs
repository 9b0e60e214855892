//! Pairs of names to compare: a CSV with the columns `name1` and `name2`, and any others.

use crate::error::{Error, Result};
use crate::model::EntryKind;
use std::path::Path;

/// A file of pairs, every field as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePairs {
    /// The names of its columns.
    pub header: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    names: [usize; 2],
    kind: Option<usize>,
}

impl NamePairs {
    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = super::bytes(path)?;
        let (text, _) = super::decode(path, bytes)?;
        let mut reader =
            csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
        let header: Vec<String> = reader
            .headers()
            .map_err(|e| Error::input(path, Some(1), e.to_string(), "expected a header row"))?
            .iter()
            .map(str::to_owned)
            .collect();
        let at = |name: &str| header.iter().position(|h| h.trim().eq_ignore_ascii_case(name));
        let (Some(first), Some(second)) = (at("name1"), at("name2")) else {
            let found = format!("columns {}", header.join(", "));
            let expected = "expected the columns `name1` and `name2`";
            return Err(Error::input(path, Some(1), found, expected));
        };
        let kind = at("type");
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|e| {
                let line = e.position().map(csv::Position::line);
                Error::input(path, line, e.to_string(), format!("expected {} fields", header.len()))
            })?;
            rows.push(record.iter().map(str::to_owned).collect());
        }
        Ok(Self { header, rows, names: [first, second], kind })
    }

    /// The two names of a row.
    pub fn names<'r>(&self, row: &'r [String]) -> (&'r str, &'r str) {
        (&row[self.names[0]], &row[self.names[1]])
    }

    /// What a row says that its names name; none where it says nothing that padan knows.
    pub fn kind(&self, row: &[String]) -> Option<EntryKind> {
        let written = row[self.kind?].trim().to_ascii_lowercase();
        EntryKind::from_name(&written).filter(|k| *k != EntryKind::Name).or(
            match written.as_str() {
                "per" | "people" | "human" | "individual" => Some(EntryKind::Person),
                "company" | "legalentity" | "publicbody" | "group" | "vessel" | "airplane"
                | "vehicle" => Some(EntryKind::Organisation),
                "loc" | "gpe" | "location" | "city" | "address" => Some(EntryKind::Place),
                _ => None,
            },
        )
    }
}
