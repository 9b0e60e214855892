//! A glossary as padan writes it, or any CSV with columns `indonesian` and `english`.

use crate::error::{Error, Result};
use crate::model::{COLUMNS, Entry, EntryKind, Kept, Origin, Status};
use std::path::Path;
use std::sync::Arc;

/// Reads a glossary. Each row's fields are kept as written, so that it can be written again
/// unchanged.
pub fn glossary(path: &Path) -> Result<Vec<Entry>> {
    let bytes = super::bytes(path)?;
    let (text, _) = super::decode(path, bytes)?;
    let text = text.trim_start_matches('\u{FEFF}');
    let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(text.as_bytes());
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
    let columns: Arc<[String]> = header.iter().map(|h| h.trim().to_owned()).collect();
    let wrong = |e: csv::Error| {
        let line = e.position().map(csv::Position::line);
        Error::input(path, line, e.to_string(), format!("expected {} fields", columns.len()))
    };
    let (mut out, mut record) = (Vec::new(), csv::StringRecord::new());
    let mut from = offset(reader.position());
    while reader.read_record(&mut record).map_err(wrong)? {
        let to = offset(reader.position());
        let raw = text.get(from..to).unwrap_or("").trim_matches(['\r', '\n']).to_owned();
        from = to;
        let fields: Vec<String> = record.iter().map(str::to_owned).collect();
        let kept: Vec<&str> =
            at.iter().map(|p| p.and_then(|n| record.get(n)).unwrap_or("")).collect();
        let mut row = entry(&kept);
        row.kept = Some(Kept { columns: columns.clone(), fields, raw });
        out.push(row);
    }
    Ok(out)
}

fn offset(position: &csv::Position) -> usize {
    usize::try_from(position.byte()).unwrap_or(usize::MAX)
}

fn entry(kept: &[&str]) -> Entry {
    let list = |n: usize| -> Vec<String> {
        kept[n].split('|').map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
    };
    let number = |n: usize| kept[n].trim().parse().unwrap_or(0);
    Entry {
        indonesian: kept[0].to_owned(),
        english: kept[1].to_owned(),
        kind: EntryKind::from_name(kept[2]).unwrap_or(EntryKind::Term),
        status: Status::from_name(kept[3]).unwrap_or(Status::Approved),
        confidence: kept[4].trim().parse().unwrap_or(1.0),
        origin: Origin::Seed,
        variants_indonesian: list(6),
        variants_english: list(7),
        count_indonesian: number(8),
        count_english: number(9),
        articles: number(10),
        case_sensitive: kept[11].trim() == "true",
        note: kept[12].to_owned(),
        example_indonesian: kept[13].to_owned(),
        example_english: kept[14].to_owned(),
        kept: None,
    }
}
