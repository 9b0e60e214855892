//! From the inputs to the files to read.

use super::corpus;
use super::source::{ENDINGS, Source, ending, format, is_stdin};
use crate::error::Error;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How many names a message lists.
const SHOWN: usize = 8;

/// The files of `inputs`, in order; what cannot be read goes to `problems`.
pub(super) fn sources(inputs: &[PathBuf], problems: &mut Vec<Error>) -> Vec<Source> {
    let mut all = Vec::new();
    for input in inputs {
        if !is_stdin(input) && input.is_dir() {
            folder(input, &mut all, problems);
        } else {
            match Source::new(input.clone()) {
                Ok(source) => all.push(source),
                Err(problem) => problems.push(problem),
            }
        }
    }
    let mut seen = BTreeSet::new();
    let mut again = Vec::new();
    all.retain(|source| {
        let real = source.path.canonicalize().unwrap_or_else(|_| source.path.clone());
        let new = seen.insert(real);
        if !new {
            again.push(source.path.clone());
        }
        new
    });
    if let [first, others @ ..] = &again[..] {
        let more = match others.len() {
            0 => String::new(),
            more => format!(", and {more} more"),
        };
        problems.push(Error::input(first, None, format!("given twice{more}"), "it is read once"));
    }
    all
}

fn folder(top: &Path, all: &mut Vec<Source>, problems: &mut Vec<Error>) {
    let before = (all.len(), problems.len());
    let mut unknown = Vec::new();
    walk(top, all, &mut unknown, problems);
    if !unknown.is_empty() {
        let names: Vec<String> = unknown
            .iter()
            .take(SHOWN)
            .map(|p| p.strip_prefix(top).unwrap_or(p).display().to_string())
            .collect();
        let more = if unknown.len() > SHOWN { ", ..." } else { "" };
        let s = if unknown.len() == 1 { "file is" } else { "files are" };
        problems.push(Error::input(
            top,
            None,
            format!("{} {s} left out: {}{more}", unknown.len(), names.join(", ")),
            format!("expected {ENDINGS}"),
        ));
    }
    if before == (all.len(), problems.len()) {
        let found = "the folder has no file to read";
        problems.push(Error::input(top, None, found, format!("expected {ENDINGS}")));
    }
}

/// Every file below `folder`, sorted by path; a folder with a `corpus.toml` as that lists it.
/// Links to folders are not followed.
fn walk(
    folder: &Path,
    all: &mut Vec<Source>,
    unknown: &mut Vec<PathBuf>,
    problems: &mut Vec<Error>,
) {
    let list = folder.join("corpus.toml");
    if list.is_file() {
        corpus::sources(&list, all, problems);
        return;
    }
    let mut entries = Vec::new();
    match std::fs::read_dir(folder) {
        Ok(found) => {
            for entry in found {
                match entry {
                    Ok(entry) => entries.push(entry),
                    Err(e) => problems.push(Error::io(folder, "listing", e)),
                }
            }
        }
        Err(e) => problems.push(Error::io(folder, "listing", e)),
    }
    entries.sort_by_key(std::fs::DirEntry::path);
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type().is_ok_and(|t| t.is_dir()) {
            walk(&path, all, unknown, problems);
        } else if path.is_file() && !is_about(&name) {
            let known = format(&ending(&path)).is_some();
            match Source::new(path) {
                Ok(source) if known => all.push(source),
                Ok(source) => unknown.push(source.path),
                Err(Error::Input { path, .. }) => unknown.push(path),
                Err(other) => problems.push(other),
            }
        }
    }
}

/// Files that tell about a folder and are no articles: `README.md`, `LICENSE-MIT`, `licence.txt`;
/// but `license-plates.txt` may be an article.
fn is_about(name: &str) -> bool {
    const ABOUT: [&str; 5] = ["README", "LICENSE", "LICENCE", "COPYING", "NOTICE"];
    let stem = name.split('.').next().unwrap_or(name);
    matches!(name, "corpus.toml" | "articles.toml")
        || ABOUT.iter().any(|about| name.starts_with(about) || stem.eq_ignore_ascii_case(about))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_a_folder() {
        let top = tempfile::tempdir().unwrap();
        for name in [
            "b.txt",
            "a/z.md",
            "license-fee.txt",
            ".x.txt",
            "readme.md",
            "LICENSE-MIT",
            "c.pdf",
            "d",
        ] {
            let path = top.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "isi").unwrap();
        }
        let mut problems = Vec::new();
        let found = sources(&[top.path().to_path_buf()], &mut problems);
        let names: Vec<_> =
            found.iter().map(|s| s.path.strip_prefix(top.path()).unwrap().to_owned()).collect();
        assert_eq!(names, [Path::new("a/z.md"), Path::new("b.txt"), Path::new("license-fee.txt")]);
        assert_eq!(problems.len(), 1);
        let message = problems[0].to_string();
        assert!(message.contains("2 files are left out: c.pdf, d"), "{message}");
    }

    #[test]
    fn nothing_to_read_and_the_same_twice() {
        let top = tempfile::tempdir().unwrap();
        let mut problems = Vec::new();
        assert!(sources(&[top.path().to_path_buf()], &mut problems).is_empty());
        assert!(problems[0].to_string().contains("no file to read"));
        let path = top.path().join("notice-board.txt");
        std::fs::write(&path, "isi").unwrap();
        problems.clear();
        assert_eq!(sources(&[path.clone(), path], &mut problems).len(), 1);
        assert!(problems[0].to_string().contains("given twice"));
    }
}
