//! What several topics need.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A path inside the project.
pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A file of the project as text.
pub(crate) fn text(path: &str) -> String {
    let path = root(path);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Runs the command in `folder`.
pub(crate) fn padan(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_padan"))
        .args(args)
        .current_dir(folder)
        .output()
        .unwrap_or_else(|e| panic!("padan {args:?}: {e}"))
}

/// Runs the command, which must succeed, and gives what it said on standard error.
pub(crate) fn padan_ok(folder: &Path, args: &[&str]) -> String {
    let out = padan(folder, args);
    let said = String::from_utf8_lossy(&out.stderr).into_owned();
    assert!(out.status.success(), "padan {args:?}: {}\n{said}", out.status);
    said
}

/// The rows of a CSV file, header first.
pub(crate) fn rows(path: &Path) -> Vec<Vec<String>> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .unwrap_or_else(|e| panic!("{}: {e}", path.display()))
        .records()
        .map(|r| {
            let r = r.unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            r.iter().map(str::to_owned).collect()
        })
        .collect()
}
