//! `glossary.csv`: padan's columns, and whatever columns a user's own glossary has.

use crate::model::{COLUMNS, Entry, Kept};
use std::io::{Result, Write};
use std::sync::Arc;

/// Writes a glossary. Rows of a user's file are written as they lie there; the first such file
/// decides the order of the columns, and what padan or another file has more follows behind.
pub fn glossary(out: &mut dyn Write, entries: &[Entry]) -> Result<()> {
    let columns = columns(entries);
    let csv = |out: &mut dyn Write, row: &[&str]| -> Result<()> {
        let mut w = csv::WriterBuilder::new().from_writer(out);
        w.write_record(row)?;
        w.flush()
    };
    let header: Vec<&str> = columns.iter().map(String::as_str).collect();
    csv(out, &header)?;
    for entry in entries {
        match &entry.kept {
            Some(kept) if !kept.raw.is_empty() && columns.starts_with(&kept.columns) => {
                out.write_all(kept.raw.as_bytes())?;
                out.write_all(",".repeat(columns.len() - kept.columns.len()).as_bytes())?;
                out.write_all(b"\n")?;
            }
            Some(kept) => {
                let row: Vec<&str> = columns.iter().map(|c| field(kept, c)).collect();
                csv(out, &row)?;
            }
            None => {
                let own = fields(entry);
                let row: Vec<&str> =
                    columns.iter().map(|c| place(c).map_or("", |n| own[n].as_str())).collect();
                csv(out, &row)?;
            }
        }
    }
    out.flush()
}

/// The columns of the first user's file, then padan's, then those of further files.
fn columns(entries: &[Entry]) -> Vec<String> {
    let mut files: Vec<&Arc<[String]>> = Vec::new();
    for kept in entries.iter().filter_map(|e| e.kept.as_ref()) {
        if files.last().is_none_or(|f| !Arc::ptr_eq(f, &kept.columns)) {
            files.push(&kept.columns);
        }
    }
    let mut out: Vec<String> = files.first().map(|f| f.to_vec()).unwrap_or_default();
    let more = COLUMNS.iter().map(|c| (*c).to_owned());
    for column in more.chain(files.iter().skip(1).flat_map(|f| f.iter().cloned())) {
        if !out.iter().any(|c| c.eq_ignore_ascii_case(&column)) {
            out.push(column);
        }
    }
    out
}

fn field<'a>(kept: &'a Kept, column: &str) -> &'a str {
    let at = kept.columns.iter().position(|c| c.eq_ignore_ascii_case(column));
    at.and_then(|n| kept.fields.get(n)).map_or("", String::as_str)
}

fn place(column: &str) -> Option<usize> {
    COLUMNS.iter().position(|c| c.eq_ignore_ascii_case(column))
}

fn fields(e: &Entry) -> [String; COLUMNS.len()] {
    [
        e.indonesian.clone(),
        e.english.clone(),
        e.kind.name().to_owned(),
        e.status.name().to_owned(),
        format!("{:.2}", e.confidence),
        e.origin.name().to_owned(),
        e.variants_indonesian.join("|"),
        e.variants_english.join("|"),
        e.count_indonesian.to_string(),
        e.count_english.to_string(),
        e.articles.to_string(),
        e.case_sensitive.to_string(),
        e.note.clone(),
        e.example_indonesian.clone(),
        e.example_english.clone(),
    ]
}
