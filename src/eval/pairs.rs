//! Precision and recall of pairs.

use super::gold::{Gold, Grade, unordered, words};
use crate::error::{Error, Result};
use rustc_hash::FxHashSet;
use std::path::Path;

/// A row of `pairs.csv`, as far as it is scored.
#[derive(Debug, Clone, PartialEq)]
pub struct PairRow {
    /// Its score.
    pub score: f64,
    /// Left article's id and text.
    pub left: (String, String),
    /// Right article's id and text.
    pub right: (String, String),
}

/// Precision, recall and their harmonic mean.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Prf {
    /// Of the rows, the share that is right.
    pub precision: f64,
    /// Of the gold, the share that was found.
    pub recall: f64,
    /// Their harmonic mean.
    pub f1: f64,
}

impl Prf {
    /// From precision and recall.
    pub fn new(precision: f64, recall: f64) -> Self {
        let sum = precision + recall;
        let f1 = if sum > 0.0 { 2.0 * precision * recall / sum } else { 0.0 };
        Self { precision, recall, f1 }
    }
}

/// What scoring found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PairQuality {
    /// Rows that were scored.
    pub rows: usize,
    /// Rows whose text is in no gold sentence.
    pub unmatched: usize,
    /// Pairs of grade `same` in scope.
    pub same: usize,
    /// Of all rows.
    pub all: Prf,
    /// At the best cut of the scores.
    pub best: Prf,
    /// That cut.
    pub best_cut: f64,
    /// Average precision.
    pub average: f64,
    /// Of each row: its score, the share that is right, and whether it was found in the gold.
    pub judged: Vec<(f64, f64)>,
}

/// The named columns of a table, each row with its line.
pub(super) fn table<const N: usize>(
    path: &Path,
    names: [&str; N],
    kind: &str,
) -> Result<Vec<(u64, [String; N])>> {
    let fail = |line: Option<u64>, found: String, expected: String| {
        Error::input(path, line, found, expected)
    };
    let mut reader = csv::Reader::from_path(path)
        .map_err(|e| fail(None, e.to_string(), format!("expected a {kind}")))?;
    let header = reader
        .headers()
        .map_err(|e| fail(Some(1), e.to_string(), "expected a header row".to_owned()))?
        .clone();
    let mut at = [0; N];
    for (place, name) in at.iter_mut().zip(names) {
        *place = header.iter().position(|h| h.trim_start_matches('\u{FEFF}') == name).ok_or_else(
            || {
                let expected = format!("expected the columns of a {kind}");
                fail(Some(1), format!("no column {name}"), expected)
            },
        )?;
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|e| {
            let line = e.position().map(csv::Position::line);
            fail(line, e.to_string(), "expected as many fields as the header".to_owned())
        })?;
        let line = record.position().map_or(0, csv::Position::line);
        rows.push((line, at.map(|n| record.get(n).unwrap_or("").to_owned())));
    }
    Ok(rows)
}

/// Reads the columns of a `pairs.csv` that are scored; rows with an empty side are passed over.
pub fn read_pairs(path: &Path) -> Result<Vec<PairRow>> {
    let names = ["score", "left_article", "left_text", "right_article", "right_text"];
    let mut rows = Vec::new();
    for (line, [score, la, lt, ra, rt]) in table(path, names, "pairs.csv")? {
        if lt.is_empty() || rt.is_empty() {
            continue;
        }
        let score = score.parse().map_err(|_| {
            Error::input(path, Some(line), format!("score {score:?}"), "expected a number")
        })?;
        rows.push(PairRow { score, left: (la, lt), right: (ra, rt) });
    }
    Ok(rows)
}

/// Share of the shorter list that lies inside the longer one, in order (longest common
/// subsequence).
fn shared_run(a: &[String], b: &[String]) -> f64 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return 0.0;
    }
    let mut row = vec![0_usize; long.len() + 1];
    for x in short {
        let mut diagonal = 0;
        for (j, y) in long.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[long.len()] as f64 / short.len() as f64
}

/// The gold sentences that a text holds.
fn sentence_ids<'a>(gold: &'a Gold, article: &str, text: &str) -> Vec<&'a str> {
    const INSIDE: f64 = 0.9;
    let mine = words(text);
    let mut found: Vec<(&str, usize)> = Vec::new();
    for (id, theirs) in gold.sentences.get(article).map_or(&[][..], Vec::as_slice) {
        if mine.len().min(theirs.len()) >= 2 && shared_run(&mine, theirs) >= INSIDE {
            found.push((id, theirs.len()));
        }
    }
    // A fragment may lie inside several sentences: keep the closest unless the row spans more.
    if found.len() > 1 && found.iter().map(|f| f.1).sum::<usize>() as f64 > 1.3 * mine.len() as f64
    {
        found.sort_by_key(|f| f.1.abs_diff(mine.len()));
        found.truncate(1);
    }
    found.into_iter().map(|f| f.0).collect()
}

/// What the gold says of two texts, each with its article: the best grade of any two sentences in
/// them. `None` where the two articles were not compared by hand; `Some(None)` where they were and
/// the pair was not listed.
pub fn judge(gold: &Gold, left: (&str, &str), right: (&str, &str)) -> Option<Option<Grade>> {
    if !gold.scope.contains(&unordered(left.0, right.0)) {
        return None;
    }
    let (l, r) = (sentence_ids(gold, left.0, left.1), sentence_ids(gold, right.0, right.1));
    let grades = l.iter().flat_map(|a| r.iter().map(move |b| gold.grades.get(&unordered(a, b))));
    Some(grades.flatten().copied().min())
}

/// Scores rows against gold, by the rule of the gold's makers: a row that spans several sentences
/// counts by the share of its sentences that have an accepted partner in it; precision is over
/// rows, recall over the pairs of grade `same`; rows outside the scope and doubtful ones are
/// passed over.
pub fn score_pairs(gold: &Gold, rows: &[PairRow]) -> PairQuality {
    let must: FxHashSet<&(String, String)> = gold
        .grades
        .iter()
        .filter(|(pair, grade)| {
            **grade == Grade::Same
                && gold
                    .article_of
                    .get(&pair.0)
                    .zip(gold.article_of.get(&pair.1))
                    .is_some_and(|(a, b)| gold.scope.contains(&unordered(a, b)))
        })
        .map(|(pair, _)| pair)
        .collect();
    let mut quality = PairQuality { same: must.len(), ..PairQuality::default() };
    let mut judged: Vec<Judged> = Vec::new();
    for row in rows {
        if !gold.scope.contains(&unordered(&row.left.0, &row.right.0)) {
            continue;
        }
        let left = sentence_ids(gold, &row.left.0, &row.left.1);
        let right = sentence_ids(gold, &row.right.0, &row.right.1);
        if left.is_empty() || right.is_empty() {
            quality.unmatched += 1;
            judged.push((row.score, 0.0, Vec::new()));
            continue;
        }
        let links: Vec<(&str, &str)> =
            left.iter().flat_map(|&a| right.iter().map(move |&b| (a, b))).collect();
        let grade = |(a, b): &(&str, &str)| gold.grades.get(&unordered(a, b)).copied();
        let good: Vec<&(&str, &str)> = links
            .iter()
            .filter(|l| matches!(grade(l), Some(Grade::Same | Grade::Overlap)))
            .collect();
        if good.is_empty() {
            if !links.iter().any(|l| grade(l) == Some(Grade::Doubtful)) {
                judged.push((row.score, 0.0, Vec::new()));
            }
            continue;
        }
        let covered: FxHashSet<&str> = good.iter().flat_map(|l| [l.0, l.1]).collect();
        let share = covered.len() as f64 / (left.len() + right.len()) as f64;
        let found =
            links.iter().map(|(a, b)| unordered(a, b)).filter(|l| must.contains(l)).collect();
        judged.push((row.score, share, found));
    }
    judged.sort_by(|a, b| b.0.total_cmp(&a.0));
    sweep(judged, &mut quality);
    quality
}

/// Score of a row, the share of it that is right, and the gold pairs it finds.
type Judged = (f64, f64, Vec<(String, String)>);

fn sweep(judged: Vec<Judged>, quality: &mut PairQuality) {
    quality.rows = judged.len();
    let same = quality.same.max(1) as f64;
    let mut right = 0.0;
    let mut found: FxHashSet<(String, String)> = FxHashSet::default();
    for (n, (score, share, links)) in judged.iter().enumerate() {
        right += share;
        let before = found.len();
        found.extend(links.iter().cloned());
        let precision = right / (n + 1) as f64;
        quality.average += precision * (found.len() - before) as f64 / same;
        quality.all = Prf::new(precision, found.len() as f64 / same);
        let cut_here = judged.get(n + 1).is_none_or(|next| next.0 < *score);
        if cut_here && quality.all.f1 > quality.best.f1 {
            quality.best = quality.all;
            quality.best_cut = *score;
        }
    }
    quality.judged = judged.into_iter().map(|(score, share, _)| (score, share)).collect();
}
