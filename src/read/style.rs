//! `padan.toml`: a newsroom's house style.

use crate::error::{Error, Result};
use crate::model::Style;
use std::path::Path;
use toml::de::{DeTable, DeValue};

const EXPECTED: &str = "expected [style] with prefer = [\"Tiongkok\", \"Kyiv\"]";

/// The house style of a `padan.toml`. Tables of other names are left to other tools.
pub fn style(path: &Path) -> Result<Style> {
    let bytes = super::bytes(path)?;
    let Ok(text) = String::from_utf8(bytes) else {
        return Err(Error::input(path, None, "it is not UTF-8", "save it as UTF-8"));
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let wrong = |at: usize, found: String| {
        let before = text.get(..at).unwrap_or(text);
        let line = before.bytes().filter(|b| *b == b'\n').count() as u64 + 1;
        Error::input(path, Some(line), found, EXPECTED)
    };
    let table = DeTable::parse(text)
        .map_err(|e| wrong(e.span().map_or(0, |s| s.start), e.message().to_owned()))?;
    let mut out = Style::default();
    let Some(section) = table.get_ref().get("style") else { return Ok(out) };
    let Some(section_table) = section.get_ref().as_table() else {
        return Err(wrong(section.span().start, "`style` is no table".to_owned()));
    };
    for (key, value) in section_table {
        let list = (key.get_ref() == "prefer").then(|| value.get_ref().as_array()).flatten();
        let Some(list) = list else {
            return Err(wrong(key.span().start, format!("`{}`", key.get_ref())));
        };
        for item in list {
            match item.get_ref() {
                DeValue::String(s) if !s.trim().is_empty() => {
                    out.prefer.push(s.trim().to_owned());
                }
                _ => return Err(wrong(item.span().start, "no spelling".to_owned())),
            }
        }
    }
    Ok(out)
}
