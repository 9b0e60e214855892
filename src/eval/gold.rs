//! The gold folder.

use crate::error::{Error, Result};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// What the annotator said of two sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// They state the same fact: must be found.
    Same,
    /// They share a part: may be found.
    Overlap,
    /// Nobody could be blamed for either: not counted.
    Doubtful,
}

/// A gold set.
#[derive(Debug, Default)]
pub struct Gold {
    /// Sentences of each article: id and words.
    pub sentences: FxHashMap<String, Vec<(String, Vec<String>)>>,
    /// Article of each sentence.
    pub article_of: FxHashMap<String, String>,
    /// Grades by pair of sentence ids, smaller first.
    pub grades: FxHashMap<(String, String), Grade>,
    /// Pairs of articles that were annotated, smaller first.
    pub scope: FxHashSet<(String, String)>,
}

/// Two names in order.
pub(super) fn unordered(a: &str, b: &str) -> (String, String) {
    if a <= b { (a.to_owned(), b.to_owned()) } else { (b.to_owned(), a.to_owned()) }
}

/// Letters and digits in small letters, the form in which texts are compared.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfkc().flat_map(char::to_lowercase).collect();
    plain
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|w| !w.is_empty())
        .map(str::to_owned)
        .collect()
}

fn tsv(path: &Path, fields: usize) -> Result<Vec<Vec<String>>> {
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, "reading", e))?;
    let mut rows = Vec::new();
    for (at, line) in text.lines().enumerate().skip(1).filter(|(_, l)| !l.is_empty()) {
        let row: Vec<String> = line.split('\t').map(str::to_owned).collect();
        if row.len() < fields {
            return Err(Error::input(
                path,
                Some(at as u64 + 1),
                format!("{} fields between tabs", row.len()),
                format!("expected {fields}"),
            ));
        }
        rows.push(row);
    }
    Ok(rows)
}

impl Gold {
    /// Reads a gold folder.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut gold = Self::default();
        for row in tsv(&folder.join("sentences.tsv"), 3)? {
            gold.article_of.insert(row[0].clone(), row[1].clone());
            gold.sentences
                .entry(row[1].clone())
                .or_default()
                .push((row[0].clone(), words(&row[2])));
        }
        let path = folder.join("gold.tsv");
        for (at, row) in tsv(&path, 3)?.into_iter().enumerate() {
            let grade = match row[2].as_str() {
                "same" => Grade::Same,
                "overlap" => Grade::Overlap,
                "doubtful" => Grade::Doubtful,
                other => {
                    let line = Some(at as u64 + 2);
                    let found = format!("grade {other}");
                    return Err(Error::input(
                        path,
                        line,
                        found,
                        "expected same, overlap or doubtful",
                    ));
                }
            };
            gold.grades.insert(unordered(&row[0], &row[1]), grade);
        }
        for row in tsv(&folder.join("scope.tsv"), 2)? {
            gold.scope.insert(unordered(&row[0], &row[1]));
        }
        Ok(gold)
    }
}
