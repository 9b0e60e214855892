//! The lists in `glossary/`: sorted, unique, well formed.

use crate::support::{root, rows};
use std::collections::BTreeSet;

const POS: &[&str] =
    &["n", "v", "adj", "adv", "pron", "num", "prep", "conj", "part", "interj", "det"];
const TYPES: &[&str] = &[
    "person",
    "place",
    "country",
    "organisation",
    "media",
    "title",
    "event",
    "people",
    "language",
    "currency",
    "name",
    "term",
];

/// Checks header, order, uniqueness of `key` columns, and stray spaces; gives the rows.
fn check(name: &str, header: &[&str], key: &[usize]) -> Vec<Vec<String>> {
    let mut all = rows(&root("glossary").join(name));
    assert_eq!(all.remove(0), header, "{name}: header");
    let mut seen = BTreeSet::new();
    for (at, row) in all.iter().enumerate() {
        let line = at + 2;
        assert_eq!(row.len(), header.len(), "{name}:{line}: {row:?}");
        for field in row {
            let tidy = field.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(*field, tidy, "{name}:{line}: stray space");
            assert!(
                field.is_empty() || field.split('|').all(|v| !v.is_empty() && v.trim() == v),
                "{name}:{line}: an empty or padded part in {field:?}"
            );
        }
        let key: Vec<&str> = key.iter().map(|&k| row[k].as_str()).collect();
        assert!(seen.insert(key.join("\t")), "{name}:{line}: {key:?} is there twice");
        if at > 0 {
            assert!(all[at - 1] < *row, "{name}:{line}: not sorted after {:?}", all[at - 1]);
        }
    }
    all
}

#[test]
fn words() {
    let all = check("words.csv", &["indonesian", "pos", "english"], &[0, 1]);
    for row in &all {
        assert!(POS.contains(&row[1].as_str()), "{row:?}");
        let parts: Vec<&str> = row[2].split('|').collect();
        assert!((1..=7).contains(&parts.len()), "{row:?}");
        assert!(!row[0].contains('|'), "{row:?}");
    }
    let heads: BTreeSet<&str> = all.iter().map(|r| r[0].as_str()).collect();
    let phrases = heads.iter().filter(|h| h.contains(' ')).count();
    assert!(heads.len() >= 12_000, "{} headwords", heads.len());
    assert!(phrases >= 1_500, "{phrases} phrases");
}

#[test]
fn names() {
    let header = [
        "indonesian",
        "english",
        "type",
        "variants_indonesian",
        "variants_english",
        "adjective_english",
        "note",
    ];
    for row in check("names.csv", &header, &[0, 1]) {
        assert!(TYPES.contains(&row[2].as_str()), "{row:?}");
        assert!(!row[0].is_empty() && !row[1].is_empty(), "{row:?}");
    }
}

#[test]
fn regions() {
    check("regions.csv", &["code", "indonesian", "english"], &[0]);
}

#[test]
fn titles() {
    let header =
        ["indonesian", "english", "country", "variants_indonesian", "variants_english", "note"];
    check("titles.csv", &header, &[0, 2]);
}

#[test]
fn never_merge() {
    for row in check("never_merge.csv", &["name1", "name2", "reason"], &[0, 1]) {
        assert!(row[0] < row[1], "{row:?}: the smaller name comes first");
    }
}

#[test]
fn spelling() {
    let all = check("spelling.csv", &["nonstandard", "standard", "note"], &[0]);
    let wrong: BTreeSet<&str> =
        all.iter().filter(|r| r[2].is_empty()).map(|r| r[0].as_str()).collect();
    for row in &all {
        assert_ne!(row[0], row[1], "{row:?}");
        assert!(
            !wrong.contains(row[1].as_str()),
            "{row:?}: the standard form is listed as non-standard"
        );
    }
}

#[test]
fn common() {
    let all = check("common.csv", &["form", "language", "band"], &[0, 1]);
    for row in all {
        assert!(matches!(row[1].as_str(), "id" | "en"), "{row:?}");
        assert!(matches!(row[2].as_str(), "1" | "2" | "3" | "4" | "5"), "{row:?}");
    }
}
