//! Mining, learning and looking up, as a user runs them.

use crate::support::{padan, padan_ok, root, rows, text};
use std::fs;

/// Every 8th pair of a file: its Indonesian side, and its English side in another order.
fn shuffled(file: &str) -> (Vec<String>, Vec<String>, Vec<usize>) {
    let pairs: Vec<(String, String)> = text(file)
        .lines()
        .step_by(8)
        .map(|l| l.split_once('\t').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap())
        .collect();
    let count = pairs.len();
    // A step that shares no factor with the count visits every line once.
    let step =
        (7..count).find(|s| (2..=*s).all(|d| s % d != 0 || !count.is_multiple_of(d))).unwrap();
    let order: Vec<usize> = (0..count).map(|n| n * step % count).collect();
    let right = order.iter().map(|&n| pairs[n].1.clone()).collect();
    (pairs.into_iter().map(|p| p.0).collect(), right, order)
}

/// The sentences are padan's own and its table has learned from them, so this is no measure of
/// quality on other text: it guards against a change that breaks mining.
#[test]
fn each_line_finds_its_translation() {
    let folder = tempfile::tempdir().unwrap();
    let (left, right, order) = shuffled("corpus/parallel/everyday-03.tsv");
    fs::write(folder.path().join("id.txt"), left.join("\n") + "\n").unwrap();
    fs::write(folder.path().join("en.txt"), right.join("\r\n") + "\r\n").unwrap();
    let args = [
        "mine",
        "id.txt",
        "en.txt",
        "--retrieval",
        "forward",
        "--min-score",
        "0",
        "--output",
        "m.tsv",
    ];
    padan_ok(folder.path(), &args);
    let mined = fs::read_to_string(folder.path().join("m.tsv")).unwrap();
    let mut found = 0;
    for line in mined.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        assert_eq!(fields.len(), 5, "{line}");
        let score: f64 = fields[0].parse().unwrap();
        assert!((0.0..=1.0).contains(&score), "{line}");
        let (l, r): (usize, usize) = (fields[1].parse().unwrap(), fields[2].parse().unwrap());
        assert_eq!((fields[3], fields[4]), (left[l - 1].as_str(), right[r - 1].as_str()));
        found += usize::from(order[r - 1] == l - 1);
    }
    let share = found as f64 / left.len() as f64;
    println!("first rank everyday: {share:.3} of {}", left.len());
    let floor: f64 = rows(&root("tests/floors.csv"))
        .into_iter()
        .find(|r| r[0] == "first rank everyday")
        .map(|r| r[1].parse().unwrap())
        .unwrap();
    assert!(share >= floor, "{share:.3} is under its floor {floor}");
}

#[test]
fn the_built_in_table_is_what_its_command_makes() {
    let folder = tempfile::tempdir().unwrap();
    let mut files: Vec<String> = fs::read_dir(root("corpus/parallel"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "tsv"))
        .map(|p| p.to_string_lossy().into_owned())
        .collect();
    files.sort();
    let table = folder.path().join("learned.tsv").to_string_lossy().into_owned();
    for threads in ["1", "2"] {
        let mut args = vec!["train", "--threads", threads, "--output", &table];
        args.extend(files.iter().map(String::as_str));
        padan_ok(&root("."), &args);
        let made = fs::read_to_string(&table).unwrap();
        assert!(
            made == text("glossary/learned.tsv"),
            "run `padan train corpus/parallel/*.tsv --output glossary/learned.tsv`"
        );
    }
}

#[test]
fn a_users_table_is_laid_over_the_built_in_one() {
    let folder = tempfile::tempdir().unwrap();
    let tmx = "<?xml version=\"1.0\"?><tmx version=\"1.4\"><header/><body>\
        <tu><tuv xml:lang=\"id\"><seg>zirbo &amp; kata</seg></tuv><tuv xml:lang=\"en-GB\"><seg>frobnicator and word</seg></tuv></tu>\
        <tu><tuv xml:lang=\"id\"><seg>zirbo besar</seg></tuv><tuv xml:lang=\"en\"><seg>big frobnicator</seg></tuv></tu>\
        </body></tmx>";
    fs::write(folder.path().join("a.tmx"), tmx).unwrap();
    fs::write(folder.path().join("b.tsv"), "zirbo kecil\tsmall frobnicator\nno tab here\n")
        .unwrap();
    let said = padan_ok(folder.path(), &["train", "a.tmx", "b.tsv", "--output", "own.tsv"]);
    assert!(said.contains("b.tsv:2"), "{said}");
    let out = padan(folder.path(), &["lookup", "zirbo", "--lexicon", "own.tsv"]);
    let shown = String::from_utf8_lossy(&out.stdout);
    assert!(shown.contains("frobnicator"), "{shown}");
    let without = padan(folder.path(), &["lookup", "zirbo"]);
    assert!(String::from_utf8_lossy(&without.stdout).contains("not in the lists"));
}

#[test]
fn lookup_shows_analysis_equivalents_and_names() {
    let out = padan(&root("."), &["lookup", "dikerahkan", "Korut", "kerja sama"]);
    let shown = String::from_utf8_lossy(&out.stdout);
    for expected in ["from mengerahkan", "deploy", "North Korea", "cooperation"] {
        assert!(shown.contains(expected), "no {expected} in:\n{shown}");
    }
}
