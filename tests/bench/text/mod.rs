//! The text that the benchmarks work on: the project's own sentence pairs.
#![allow(dead_code, reason = "no benchmark wants all of it")]

use padan::model::Lang;
use std::path::{Path, PathBuf};

/// A path inside the project.
pub(crate) fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every sentence pair of `corpus/parallel`, Indonesian first.
pub(crate) fn pairs() -> Vec<(String, String)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(root("corpus/parallel"))
        .expect("corpus/parallel is part of the project")
        .map(|e| e.expect("its files can be listed").path())
        .filter(|p| p.extension().is_some_and(|e| e == "tsv"))
        .collect();
    files.sort();
    let read = padan::read::parallel(&files).expect("corpus/parallel is readable");
    assert!(read.pairs.len() > 8_000 && read.problems.is_empty(), "{:?}", read.problems);
    read.pairs
}

/// One side of them.
pub(crate) fn sentences(lang: Lang) -> Vec<String> {
    let side = |(id, en): (String, String)| if lang == Lang::Id { id } else { en };
    pairs().into_iter().map(side).collect()
}
