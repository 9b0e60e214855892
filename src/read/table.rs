//! Tables: CSV and TSV with a header row.
//!
//! The reader is its own, and not the `csv` crate's, because it must say where on disk each
//! character of a field lies, and because one stray quote must not swallow the rows after it.

use super::decode::{Mapped, decode, is_blank};
use super::finish::Piece;
use super::jsonl::TEXT;
use super::meta::Meta;
use super::source::ending;
use crate::error::{Error, Result};
use crate::model::{Lang, Offsets, Passage, Unit};
use std::path::Path;

/// A table as texts.
#[derive(Debug)]
pub struct Table {
    /// Names of the columns, as written.
    pub header: Vec<String>,
    /// The rows that have as many fields as the header.
    pub rows: Vec<Row>,
    /// The rows that have not.
    pub problems: Vec<Error>,
}

/// A row of a [`Table`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line it starts on, counted from 1.
    pub line: u64,
    /// Its fields, without quotes.
    pub fields: Vec<String>,
}

impl Table {
    /// Which column has this name, in whatever case.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|h| h.trim().eq_ignore_ascii_case(name))
    }
}

/// Reads a table: `.tsv` between tabs, any other between commas, semicolons or tabs as its
/// header shows. Quotes as in RFC 4180; a quote that is never closed is an ordinary character.
pub fn table(path: &Path) -> Result<Table> {
    let (text, _) = decode(path, super::bytes(path)?)?;
    let (header, records, problems) = parse(path, &text);
    let rows = records
        .iter()
        .map(|r| Row { line: r.line, fields: r.fields.iter().map(|f| f.text(&text)).collect() })
        .collect();
    let header = header.iter().map(|f| f.text(&text)).collect();
    Ok(Table { header, rows, problems })
}

/// A field's bytes in the text, inside its quotes.
#[derive(Debug, Clone, Copy)]
struct Field {
    start: usize,
    end: usize,
    quoted: bool,
}

impl Field {
    fn text(self, all: &str) -> String {
        let raw = &all[self.start..self.end];
        if self.quoted { raw.replace("\"\"", "\"") } else { raw.to_owned() }
    }

    fn mapped(self, all: &str, offsets: &Offsets) -> (String, Offsets) {
        let mut out = Mapped::default();
        let mut doubled = false;
        for (at, c) in all[self.start..self.end].char_indices() {
            doubled = self.quoted && c == '"' && !doubled;
            if !doubled {
                // A doubled quote lies where its first half does.
                let back = usize::from(self.quoted && c == '"');
                out.push(c, offsets.on_disk(self.start + at - back));
            }
        }
        out.finish(offsets.on_disk(self.end))
    }
}

struct Record {
    line: u64,
    /// Counted from 1, rows that do not fit included.
    number: usize,
    fields: Vec<Field>,
}

/// The header, the rows that fit it, and the others as problems.
fn parse(path: &Path, text: &str) -> (Vec<Field>, Vec<Record>, Vec<Error>) {
    let (mut at, mut line) = (0, 1_u64);
    let first = text.lines().next().unwrap_or_default();
    let delimiter = match first.strip_prefix("sep=").map(str::as_bytes) {
        // What Excel writes above the header.
        Some([stated]) => {
            at = text.find('\n').map_or(text.len(), |end| end + 1);
            line += 1;
            *stated
        }
        _ if ending(path) == "tsv" => b'\t',
        _ => delimiter(first),
    };
    let mut header: Vec<Field> = Vec::new();
    let (mut records, mut problems, mut number) = (Vec::new(), Vec::new(), 0);
    while at < text.len() {
        let (fields, next) = record(text, at, delimiter);
        let empty = fields.iter().all(|f| is_blank(&text[f.start..f.end]));
        if header.is_empty() {
            if !empty {
                header = fields;
            }
        } else if fields.len() == header.len() {
            number += 1;
            records.push(Record { line, number, fields });
        } else if fields.len() > 1 || !empty {
            number += 1;
            let s = if fields.len() == 1 { "" } else { "s" };
            problems.push(Error::input(
                path,
                Some(line),
                format!("a row of {} field{s}", fields.len()),
                format!("expected {} as in the header; the row is left out", header.len()),
            ));
        }
        line += text[at..next].bytes().filter(|b| *b == b'\n').count() as u64;
        at = next;
    }
    (header, records, problems)
}

fn delimiter(header: &str) -> u8 {
    let count = |d: u8| header.bytes().filter(|b| *b == d).count();
    let mut best = b',';
    for other in [b';', b'\t'] {
        if count(other) > count(best) {
            best = other;
        }
    }
    best
}

/// The fields of the record at byte `at`, and where the next record starts.
fn record(text: &str, mut at: usize, delimiter: u8) -> (Vec<Field>, usize) {
    let bytes = text.as_bytes();
    let ends = |b: Option<&u8>| b.is_none_or(|b| *b == delimiter || matches!(b, b'\n' | b'\r'));
    let mut fields = Vec::new();
    loop {
        let field = closing_quote(bytes, at).filter(|&q| ends(bytes.get(q + 1))).map_or_else(
            || {
                let length = bytes[at..].iter().position(|b| ends(Some(b)));
                Field { start: at, end: at + length.unwrap_or(bytes.len() - at), quoted: false }
            },
            |end| Field { start: at + 1, end, quoted: true },
        );
        at = field.end + usize::from(field.quoted);
        fields.push(field);
        match &bytes[at..] {
            [] => return (fields, at),
            [b'\r', b'\n', ..] => return (fields, at + 2),
            [b'\n' | b'\r', ..] => return (fields, at + 1),
            _ => at += 1,
        }
    }
}

/// Where the quote at `at` is closed.
fn closing_quote(bytes: &[u8], at: usize) -> Option<usize> {
    if bytes.get(at) != Some(&b'"') {
        return None;
    }
    let mut at = at + 1;
    loop {
        at += bytes[at..].iter().position(|b| *b == b'"')?;
        if bytes.get(at + 1) != Some(&b'"') {
            return Some(at);
        }
        at += 2;
    }
}

/// The articles of a decoded table; `offsets` lead from `text` to the disk.
pub(super) fn pieces(
    path: &Path,
    text: &str,
    offsets: &Offsets,
    problems: &mut Vec<Error>,
) -> Vec<Piece> {
    let (header, records, trouble) = parse(path, text);
    let names: Vec<String> =
        header.iter().map(|f| f.text(text).trim().to_ascii_lowercase()).collect();
    let column = TEXT.iter().find_map(|name| names.iter().position(|n| n == name));
    let Some(column) = column else {
        let found = format!("no column `text`, `body` or `content` among {}", names.join(", "));
        problems.push(Error::input(path, Some(1), found, "name the column with the articles"));
        return Vec::new();
    };
    problems.extend(trouble);
    let mut out = Vec::new();
    for record in records {
        let (body, offsets) = record.fields[column].mapped(text, offsets);
        if is_blank(&body) {
            let found = format!("`{}` is empty", names[column]);
            let expected = "expected the article's text; the row is left out";
            problems.push(Error::input(path, Some(record.line), found, expected));
            continue;
        }
        let mut own = Meta::default();
        for (name, field) in names.iter().zip(&record.fields) {
            own.set(name, &field.text(text));
        }
        let (line, record) = (Some(record.line), Some(record.number));
        out.push(Piece { text: body, offsets, own, line, record, ..Piece::default() });
    }
    out
}

/// The columns of the two sides of a row, by name; with each the column that tells its language.
const SIDES: [[&str; 2]; 4] = [
    ["indonesian", "english"],
    ["id", "en"],
    ["indonesia", "inggris"],
    ["left_text", "right_text"],
];

/// The rows of a bilingual table; none if it is another table. A glossary is not meant: its rows
/// are no sentences.
pub(super) fn units(
    path: &Path,
    text: &str,
    offsets: &Offsets,
    problems: &mut Vec<Error>,
) -> Option<Vec<Unit>> {
    let (header, records, trouble) = parse(path, text);
    let names: Vec<String> =
        header.iter().map(|f| f.text(text).trim().to_ascii_lowercase()).collect();
    let column = |name: &str| names.iter().position(|n| n == name);
    let is_glossary = column("status").is_some() && column("variants_indonesian").is_some();
    let sides = SIDES.iter().find_map(|[l, r]| Some([column(l)?, column(r)?]));
    let (columns, plain) = match sides {
        Some(columns) if !is_glossary => (columns, false),
        // Without a header: Indonesian, a tab, English.
        None if ending(path) == "tsv"
            && header.len() >= 2
            && !names.iter().any(|n| TEXT.contains(&n.as_str())) =>
        {
            ([0, 1], true)
        }
        _ => return None,
    };
    let langs = [column("left_lang"), column("right_lang")];
    let top = Record { line: 1, number: 0, fields: header };
    let mut out = Vec::new();
    for record in plain.then_some(top).into_iter().chain(records) {
        let stated =
            langs.map(|l| l.and_then(|at| Lang::from_code(record.fields[at].text(text).trim())));
        let lang = match stated {
            [None, _] | [_, None] => [Lang::Id, Lang::En],
            [Some(left), Some(right)] => [left, right],
        };
        // Pairs within one language are no translations.
        if lang[0] == lang[1] {
            continue;
        }
        let [left, right] = [0, 1].map(|n| {
            let (body, offsets) = record.fields[columns[n]].mapped(text, offsets);
            Passage { lang: lang[n], text: body, offsets }
        });
        let first = record.fields[0];
        let start = offsets.on_disk(first.start - usize::from(first.quoted));
        let (indonesian, english) = if lang[0] == Lang::Id { (left, right) } else { (right, left) };
        out.push(Unit { indonesian, english, start });
    }
    problems.extend(trouble);
    Some(out)
}

#[cfg(test)]
#[path = "table_tests.rs"]
mod tests;
