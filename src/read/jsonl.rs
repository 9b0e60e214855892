//! JSON Lines: one object a line, each an article.

use super::decode::{Mapped, is_blank};
use super::finish::Piece;
use super::meta::Meta;
use crate::error::Error;
use crate::model::Offsets;
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::BTreeMap;
use std::path::Path;

/// Fields that may hold the text, the first found is taken.
pub(super) const TEXT: [&str; 3] = ["text", "body", "content"];

/// The articles of a decoded file; `offsets` lead from `text` to the disk.
pub(super) fn pieces(
    path: &Path,
    text: &str,
    offsets: &Offsets,
    problems: &mut Vec<Error>,
) -> Vec<Piece> {
    let mut out = Vec::new();
    let (mut start, mut record) = (0, 0);
    for (number, line) in (1_u64..).zip(text.split_inclusive('\n')) {
        if !is_blank(line) {
            record += 1;
            match piece(line.trim_end(), start, offsets) {
                Ok(piece) => out.push(Piece { line: Some(number), record: Some(record), ..piece }),
                Err((found, expected)) => {
                    problems.push(Error::input(path, Some(number), found, expected));
                }
            }
        }
        start += line.len();
    }
    out
}

type Trouble = (String, String);

/// Reads one line that starts at byte `start` of the decoded file.
fn piece(line: &str, start: usize, offsets: &Offsets) -> Result<Piece, Trouble> {
    let broken = |e: &serde_json::Error| {
        let message = e.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let found = format!("no valid JSON at column {} ({message})", e.column());
        (found, "expected one JSON object a line; the row is left out".to_owned())
    };
    let fields: BTreeMap<String, &RawValue> = serde_json::from_str(line).map_err(|e| broken(&e))?;
    let field = TEXT.iter().find_map(|&name| {
        fields.get(name).filter(|raw| raw.get() != "null").map(|raw| (name, *raw))
    });
    let Some((name, raw)) = field else {
        let found = format!("no field `text`, `body` or `content` among {}", names(&fields));
        return Err((found, "expected the article's text; the row is left out".to_owned()));
    };
    let Ok(parsed) = serde_json::from_str::<String>(raw.get()) else {
        let found = format!("`{name}` is no valid string");
        return Err((found, "expected the article's text; the row is left out".to_owned()));
    };
    if is_blank(&parsed) {
        let expected = "expected the article's text; the row is left out".to_owned();
        return Err((format!("`{name}` is empty"), expected));
    }
    // The raw value is a part of the line: its address tells where.
    let at = start + (raw.get().as_ptr().addr() - line.as_ptr().addr());
    let (text, offsets) = unescaped(raw.get(), |byte| offsets.on_disk(at + byte))
        .filter(|(text, _)| *text == parsed)
        .unwrap_or_else(|| {
            let place = u32::try_from(offsets.on_disk(at)).unwrap_or(u32::MAX);
            let table = vec![place; parsed.len() + 1];
            (parsed, Offsets::Table(table))
        });
    let mut own = Meta::default();
    for (key, raw) in &fields {
        match serde_json::from_str(raw.get()) {
            Ok(Value::String(value)) => own.set(key, &value),
            Ok(Value::Number(value)) => own.set(key, &value.to_string()),
            _ => true,
        };
    }
    Ok(Piece { text, offsets, own, ..Piece::default() })
}

fn names(fields: &BTreeMap<String, &RawValue>) -> String {
    let some: Vec<&str> = fields.keys().take(8).map(String::as_str).collect();
    if some.is_empty() { "none".to_owned() } else { some.join(", ") }
}

/// A string literal's text, each byte with its place; `place` tells it for a byte of `raw`.
fn unescaped(raw: &str, place: impl Fn(usize) -> usize) -> Option<(String, Offsets)> {
    let inside = raw.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = Mapped::default();
    let mut at = 0;
    while let Some(c) = inside[at..].chars().next() {
        let (c, length) = if c == '\\' { escape(&inside[at..])? } else { (c, c.len_utf8()) };
        out.push(c, place(at + 1));
        at += length;
    }
    Some(out.finish(place(at + 1)))
}

/// The character of the escape at the start of `rest`, and the escape's length.
fn escape(rest: &str) -> Option<(char, usize)> {
    let c = match rest.as_bytes().get(1)? {
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        b'u' => {
            let unit = |from: usize| u16::from_str_radix(rest.get(from..from + 4)?, 16).ok();
            let first = unit(2)?;
            if !(0xD800..0xE000).contains(&first) {
                return Some((char::from_u32(first.into())?, 6));
            }
            if rest.get(6..8)? != "\\u" {
                return None;
            }
            let c = char::decode_utf16([first, unit(8)?]).next()?.ok()?;
            return Some((c, 12));
        }
        other => char::from(*other),
    };
    Some((c, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str) -> (Vec<Piece>, Vec<String>) {
        let mut problems = Vec::new();
        let pieces = pieces(Path::new("x.jsonl"), file, &Offsets::Shift(0), &mut problems);
        (pieces, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn escapes_lead_back() {
        let file = concat!(
            "\n{\"id\": 7, \"title\": \"J\", \"x\": [1], ",
            r#""text": "Kata \"ya\"\n\u00e9\ud83d\ude00 é\/ habis.", "lang": "id"}"#,
            "\r\n"
        );
        let (pieces, problems) = read(file);
        assert!(problems.is_empty(), "{problems:?}");
        let piece = &pieces[0];
        assert_eq!(piece.text, "Kata \"ya\"\né😀 é/ habis.");
        assert_eq!((piece.line, piece.record), (Some(2), Some(1)));
        assert_eq!(piece.own.id.as_deref(), Some("7"));
        assert_eq!(piece.own.lang.as_deref(), Some("id"));
        for (at, c) in piece.text.char_indices() {
            let (from, to) = (piece.offsets.on_disk(at), piece.offsets.on_disk(at + c.len_utf8()));
            let again: String = serde_json::from_str(&format!("\"{}\"", &file[from..to])).unwrap();
            assert_eq!(again, c.to_string());
        }
        assert!(file[piece.offsets.on_disk(piece.text.len())..].starts_with("\", \"lang\""));
    }

    #[test]
    fn body_and_content_stand_in() {
        let (pieces, _) =
            read("{\"content\":\"c\",\"body\":\"b\",\"text\":null}\n{\"content\":\"c\"}");
        assert_eq!((pieces[0].text.as_str(), pieces[1].text.as_str()), ("b", "c"));
    }

    #[test]
    fn broken_rows_are_named_and_the_rest_goes_on() {
        let (pieces, problems) = read(
            "{\"text\":\"a\"}\n{\"text\":\"b\n{\"x\":1}\n{\"text\":5}\n{\"text\":\" \"}\n{\"text\":\"c\"}\n",
        );
        assert_eq!(pieces.len(), 2);
        assert_eq!(pieces[1].record, Some(6));
        assert!(problems[0].starts_with("x.jsonl:2: no valid JSON at column 10"), "{problems:?}");
        assert!(problems[1].starts_with("x.jsonl:3: no field"), "{problems:?}");
        assert!(problems[2].contains("`text` is no valid string"), "{problems:?}");
        assert!(problems[3].contains("`text` is empty"), "{problems:?}");
    }
}
