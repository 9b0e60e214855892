//! A glossary as padan writes it, or any CSV with columns `indonesian` and `english`.

use crate::error::{Error, Result};
use crate::model::{COLUMNS, Entry, EntryKind, Origin, Status};
use std::path::Path;

/// Reads a glossary. Each row's fields are kept as written, so that it can be written again
/// unchanged.
pub fn glossary(path: &Path) -> Result<Vec<Entry>> {
    let bytes = super::bytes(path)?;
    let (text, _) = super::decode(path, bytes)?;
    let mut reader = csv::ReaderBuilder::new()
        .flexible(false)
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let header = reader
        .headers()
        .map_err(|e| Error::input(path, Some(1), e.to_string(), "expected a header row"))?
        .clone();
    let at: Vec<Option<usize>> = COLUMNS
        .iter()
        .map(|c| header.iter().position(|h| h.trim().eq_ignore_ascii_case(c)))
        .collect();
    for (column, place) in COLUMNS.iter().zip(&at).take(2) {
        if place.is_none() {
            let found = format!("columns {}", header.iter().collect::<Vec<_>>().join(", "));
            return Err(Error::input(
                path,
                Some(1),
                found,
                format!("expected a column `{column}`"),
            ));
        }
    }
    let mut out = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| {
            let line = e.position().map(csv::Position::line);
            Error::input(path, line, e.to_string(), format!("expected {} fields", header.len()))
        })?;
        let kept: Vec<String> =
            at.iter().map(|p| p.and_then(|n| record.get(n)).unwrap_or("").to_owned()).collect();
        out.push(entry(kept));
    }
    Ok(out)
}

fn entry(kept: Vec<String>) -> Entry {
    let list = |n: usize| -> Vec<String> {
        kept[n].split('|').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
    };
    let number = |n: usize| kept[n].trim().parse().unwrap_or(0);
    Entry {
        indonesian: kept[0].clone(),
        english: kept[1].clone(),
        kind: EntryKind::from_name(&kept[2]).unwrap_or(EntryKind::Term),
        status: Status::from_name(&kept[3]).unwrap_or(Status::Approved),
        confidence: kept[4].trim().parse().unwrap_or(1.0),
        origin: Origin::Seed,
        variants_indonesian: list(6),
        variants_english: list(7),
        count_indonesian: number(8),
        count_english: number(9),
        articles: number(10),
        case_sensitive: kept[11].trim() == "true",
        note: kept[12].clone(),
        example_indonesian: kept[13].clone(),
        example_english: kept[14].clone(),
        kept: Some(kept),
    }
}
