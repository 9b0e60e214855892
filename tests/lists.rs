//! The lists in `glossary/`: sorted, unique, well formed.

use crate::support::{root, rows, text};
use padan::model::Lang;
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
fn synonyms() {
    let all = check("synonyms.csv", &["lang", "likeness", "members"], &[0, 1, 2]);
    for row in &all {
        assert!(["en", "id"].contains(&row[0].as_str()), "{row:?}");
        assert!(["0.55", "0.7", "0.85", "0.95"].contains(&row[1].as_str()), "{row:?}");
        let members: Vec<&str> = row[2].split('|').collect();
        let different: BTreeSet<&str> = members.iter().copied().collect();
        assert!(members.len() >= 2 && different.len() == members.len(), "{row:?}");
    }
    assert!(all.len() > 6_000, "{} groups", all.len());
    let lexicon = padan::lexicon::Lexicon::builtin();
    let groups = |lang, word| -> BTreeSet<&str> {
        lexicon.synonyms(lang, word).iter().map(|(group, _)| *group).collect()
    };
    assert!(!groups(Lang::Id, "tewas").is_disjoint(&groups(Lang::Id, "meninggal dunia")));
    assert!(groups(Lang::En, "rise").is_disjoint(&groups(Lang::En, "fall")));
}

#[test]
fn spelling() {
    let all = check("spelling.csv", &["nonstandard", "standard", "note"], &[0]);
    let wrong: BTreeSet<&str> =
        all.iter().filter(|r| r[2] != "context").map(|r| r[0].as_str()).collect();
    for row in &all {
        assert_ne!(row[0], row[1], "{row:?}");
        assert!(matches!(row[2].as_str(), "" | "context" | "spoken"), "{row:?}");
        assert!(
            !wrong.contains(row[1].as_str()),
            "{row:?}: the standard form is listed as non-standard"
        );
    }
}

#[test]
fn termhood() {
    let all = check("termhood.csv", &["indonesian", "termhood"], &[0]);
    let lexicon = padan::lexicon::Lexicon::builtin();
    for row in all {
        assert!(matches!(row[1].as_str(), "term" | "everyday" | "loose"), "{row:?}");
        assert!(lexicon.is_indonesian(&row[0]), "{row:?}: words.csv has no such headword");
        assert!(padan::lexicon::termhood(&row[0]).is_some(), "{row:?}");
    }
}

#[test]
fn parts() {
    let all = check("parts.csv", &["indonesian", "role", "english"], &[0, 1]);
    let lexicon = padan::lexicon::Lexicon::builtin();
    for row in all {
        let roles = ["head", "modifier", "object", "of", "verb"];
        assert!(roles.contains(&row[1].as_str()), "{row:?}");
        assert!(lexicon.is_indonesian(&row[0]), "{row:?}: words.csv has no such headword");
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

/// What the build script makes of the lists, made again here.
#[path = "../build/compile/mod.rs"]
mod compile;

#[test]
fn the_program_holds_what_the_lists_say() {
    let made = compile::compile(&root("glossary")).unwrap();
    let text = include_str!(concat!(env!("OUT_DIR"), "/lexicon.txt"));
    let numbers = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));
    assert!(made.text == text && made.numbers == numbers, "run `cargo build` to pack the lists");
    let size = text.len() + numbers.len();
    assert!(size < 12_000_000, "{size} bytes are built into every copy of the program");
}

#[test]
fn every_row_of_the_lists_is_found() {
    let lexicon = padan::lexicon::Lexicon::builtin();
    let of = |name: &str| rows(&root("glossary").join(name)).into_iter().skip(1);
    for row in of("words.csv") {
        let senses = lexicon.senses(&row[0].to_lowercase());
        for english in row[2].split('|') {
            let key = lexicon.english_key(english);
            assert!(senses.iter().any(|s| s.key == key), "{row:?}: {senses:?}");
            let heads = lexicon.headwords(&key);
            assert!(heads.iter().any(|(h, _)| *h == row[0].to_lowercase()), "{row:?}: {heads:?}");
        }
    }
    for row in of("names.csv") {
        let id = row[3].split('|').chain([row[0].as_str()]).map(|s| (Lang::Id, s));
        let en = row[4].split('|').chain([row[1].as_str()]).map(|s| (Lang::En, s));
        for (lang, spelling) in id.chain(en).filter(|(_, s)| !s.is_empty()) {
            let key = padan::lexicon::name_key(spelling);
            assert!(lexicon.name(lang, &key).is_some(), "{row:?}: {key}");
        }
    }
    for row in of("never_merge.csv") {
        let (a, b) = (row[0].to_lowercase(), row[1].to_lowercase());
        assert!(lexicon.never_merge(&a, &b) && lexicon.never_merge(&b, &a), "{row:?}");
        assert!(!lexicon.never_merge(&a, "nobody at all"), "{row:?}");
    }
    for row in of("titles.csv") {
        assert!(lexicon.is_title(&row[0].to_lowercase()), "{row:?}");
    }
    let learned = text("glossary/learned.tsv");
    for line in learned.lines().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let found = lexicon.learned(fields[0]);
        assert!(found.iter().any(|(e, w)| e == fields[1] && *w > 0.0), "{line}: {found:?}");
    }
    for none in ["xqzzy", "", "ü", "kata kata kata kata"] {
        assert!(lexicon.senses(none).is_empty() && lexicon.name(Lang::Id, none).is_none());
    }
}

#[test]
fn lists_of_names_in_general() {
    for (name, text) in padan::language::naming::FILES {
        let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with('#')).collect();
        assert!(lines.len() > 5, "{name}");
        for pair in lines.windows(2) {
            assert!(
                pair[0] < pair[1],
                "{name}.txt: {:?} does not belong after {:?}",
                pair[1],
                pair[0]
            );
        }
        for word in lines.iter().flat_map(|l| l.split([' ', '\t'])) {
            assert!(
                !word.is_empty() && word.is_ascii() && word == word.to_lowercase(),
                "{name}: {word}"
            );
        }
    }
}
