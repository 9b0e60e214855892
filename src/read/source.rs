//! What a file's name tells: format, language, id.

use super::meta::Meta;
use crate::error::{Error, Result};
use crate::model::Lang;
use std::ffi::OsStr;
use std::path::{Component, Path, PathBuf};

/// The forms of input files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// Plain text and Markdown.
    Plain,
    /// One JSON object a line, each an article.
    Jsonl,
    /// A table with a header row, each row an article.
    Csv,
    /// The same between tabs.
    Tsv,
    /// A saved web page.
    Html,
}

/// The endings that are read, for messages.
pub(super) const ENDINGS: &str =
    ".txt, .text, .md, .markdown, .jsonl, .ndjson, .csv, .tsv, .html or .htm";

/// One file to read.
#[derive(Debug)]
pub(super) struct Source {
    /// Where it lies.
    pub(super) path: PathBuf,
    /// What it holds.
    pub(super) format: Format,
    /// The name without language and format endings.
    pub(super) stem: String,
    /// The language that the name or the folder tells.
    pub(super) lang: Option<Lang>,
    /// What a `corpus.toml` tells of it.
    pub(super) listed: Meta,
    /// Names of the folders it lies in, the nearest first.
    pub(super) folders: Vec<String>,
    /// The same for the `corpus.toml` that names its id.
    pub(super) corpus: Vec<String>,
}

/// Whether `path` stands for standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The format of a file ending, lower case; `id` and `en` mark plain text of that language.
pub(super) fn format(ending: &str) -> Option<Format> {
    Some(match ending {
        "txt" | "text" | "md" | "markdown" | "id" | "en" => Format::Plain,
        "jsonl" | "ndjson" => Format::Jsonl,
        "csv" => Format::Csv,
        "tsv" => Format::Tsv,
        "html" | "htm" => Format::Html,
        _ => return None,
    })
}

/// The ending of a file name in lower case, or an empty string.
pub(super) fn ending(path: &Path) -> String {
    path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase()
}

impl Source {
    /// The file at `path`; a name without any ending is taken for plain text.
    pub(super) fn new(path: PathBuf) -> Result<Self> {
        let ending = ending(&path);
        let format = match ending.as_str() {
            "" => Format::Plain,
            other => format(other).ok_or_else(|| {
                Error::input(
                    &path,
                    None,
                    format!("a .{other} file cannot be read"),
                    format!("expected {ENDINGS}"),
                )
            })?,
        };
        let (stem, lang) = if is_stdin(&path) {
            ("stdin".to_owned(), None)
        } else {
            stem_and_lang(&path, &ending)
        };
        let folders = folders(&path);
        Ok(Self { path, format, stem, lang, listed: Meta::default(), folders, corpus: Vec::new() })
    }
}

fn exact(code: &str) -> Option<Lang> {
    match code.to_ascii_lowercase().as_str() {
        "id" => Some(Lang::Id),
        "en" => Some(Lang::En),
        _ => None,
    }
}

/// Takes the format's and the language's ending off the name: `x.id.txt`, `x.en`; `x_en.txt`
/// and a folder `en` tell the language, but stay.
fn stem_and_lang(path: &Path, ending: &str) -> (String, Option<Lang>) {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    if let Some(lang) = exact(ending) {
        return (stem, Some(lang));
    }
    if let Some((rest, code)) = stem.rsplit_once('.')
        && !rest.is_empty()
        && let Some(lang) = exact(code)
    {
        return (rest.to_owned(), Some(lang));
    }
    let lang = stem
        .rsplit_once('_')
        .and_then(|(_, code)| exact(code))
        .or_else(|| exact(&stem))
        .or_else(|| path.parent()?.file_name()?.to_str().and_then(exact));
    (stem, lang)
}

/// Names of the folders above `path`, the nearest first.
pub(super) fn folders(path: &Path) -> Vec<String> {
    let mut names = Vec::new();
    if is_stdin(path) {
        return names;
    }
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    for part in full.parent().unwrap_or(Path::new("")).components() {
        match part {
            Component::Normal(name) => names.push(name.to_string_lossy().into_owned()),
            Component::ParentDir => {
                names.pop();
            }
            _ => {}
        }
    }
    names.reverse();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(path: &str) -> (String, Option<Lang>, Format) {
        let source = Source::new(PathBuf::from(path)).unwrap();
        (source.stem, source.lang, source.format)
    }

    #[test]
    fn names_tell_language_and_id() {
        let id = Some(Lang::Id);
        let en = Some(Lang::En);
        assert_eq!(parts("a/x.id.txt"), ("x".into(), id, Format::Plain));
        assert_eq!(parts("a/x_en.md"), ("x_en".into(), en, Format::Plain));
        assert_eq!(parts("en/x.html"), ("x".into(), en, Format::Html));
        assert_eq!(parts("corpus.EN"), ("corpus".into(), en, Format::Plain));
        assert_eq!(parts("b/v1.2.txt"), ("v1.2".into(), None, Format::Plain));
        assert_eq!(parts("-"), ("stdin".into(), None, Format::Plain));
        assert!(Source::new(PathBuf::from("x.pdf")).is_err());
    }

    #[test]
    fn folders_are_named_from_the_nearest() {
        assert_eq!(folders(Path::new("/a/b/../c/x.txt")), ["c", "a"]);
    }
}
