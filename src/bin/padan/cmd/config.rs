//! What a project's `padan.toml` says to the checker.
//!
//! House style (`[style]`, preferred spellings) joins the checker as rows beside those of the
//! glossary; `padan check` takes it from `--config` or the current folder, the editor from here.

use padan::model::Style;
use std::path::{Path, PathBuf};

/// Its name, in the root of a project.
pub(crate) const NAME: &str = "padan.toml";

/// The glossaries that `padan.toml` in `folder` names under `[check] glossary`, a name or a list
/// of names; none where there is no such file. Other sections are other commands' affair.
pub(crate) fn glossaries(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let path = folder.join(NAME);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(padan::Error::io(&path, "reading", e).into()),
    };
    let table: toml::Table = text.parse().map_err(|e: toml::de::Error| {
        let line = e.span().map(|s| text[..s.start].matches('\n').count() as u64 + 1);
        padan::Error::input(&path, line, e.message().to_owned(), "expected TOML")
    })?;
    let Some(named) = table.get("check").and_then(|c| c.get("glossary")) else {
        return Ok(Vec::new());
    };
    let one = |v: &toml::Value| v.as_str().map(|name| folder.join(name));
    let all = match named {
        toml::Value::Array(list) => list.iter().map(one).collect(),
        other => one(other).map(|path| vec![path]),
    };
    all.ok_or_else(|| {
        let found = "[check] glossary is neither a file name nor a list of them";
        padan::Error::input(&path, None, found, "expected glossary = \"house.csv\"").into()
    })
}

/// The house style of the `padan.toml` in `folder`; that of this run where there is none.
pub(crate) fn style(folder: &Path) -> anyhow::Result<Style> {
    let path = folder.join(NAME);
    if path.is_file() { Ok(padan::read::style(&path)?) } else { Ok(super::style().clone()) }
}
