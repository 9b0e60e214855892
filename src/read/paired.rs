//! A `pairs.csv` of padan, to use its pairs again.

use crate::error::{Error, Result};
use std::path::Path;

/// One side of a row: sentences of one article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairedSide {
    /// The article's id.
    pub article: String,
    /// First sentence, as numbered in files.
    pub first: u32,
    /// Last sentence.
    pub last: u32,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct Paired {
    /// Its score.
    pub score: f64,
    /// Both sides.
    pub sides: [PairedSide; 2],
}

const COLUMNS: [&str; 5] =
    ["score", "left_article", "left_sentences", "right_article", "right_sentences"];

/// The rows that have sentences on both sides.
pub fn paired(path: &Path) -> Result<Vec<Paired>> {
    let table = super::table(path)?;
    let mut at = [0; COLUMNS.len()];
    for (place, column) in at.iter_mut().zip(COLUMNS) {
        *place = table.column(column).ok_or_else(|| {
            let found = format!("columns {}", table.header.join(", "));
            let expected = format!("expected a pairs.csv of padan, with a column `{column}`");
            Error::input(path, Some(1), found, expected)
        })?;
    }
    let mut out = Vec::new();
    for row in &table.rows {
        let field = |n: usize| row.fields[at[n]].trim();
        if field(2).is_empty() || field(4).is_empty() {
            continue;
        }
        let wrong = |found: &str| {
            Error::input(path, Some(row.line), format!("`{found}`"), "expected a number, or 4-5")
        };
        let side = |article: usize| -> Result<PairedSide> {
            let numbers = field(article + 1);
            let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
            let number = |n: &str| n.trim().parse::<u32>().map_err(|_| wrong(numbers));
            let article = field(article).to_owned();
            Ok(PairedSide { article, first: number(first)?, last: number(last)? })
        };
        let score = field(0).parse().map_err(|_| wrong(field(0)))?;
        out.push(Paired { score, sides: [side(1)?, side(3)?] });
    }
    if let Some(problem) = table.problems.into_iter().next() {
        return Err(problem);
    }
    Ok(out)
}
