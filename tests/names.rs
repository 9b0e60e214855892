//! `padan compare`, and how many names of the gold the glossary and the variants have.

use crate::support::{padan, padan_ok, root, rows};
use padan::lexicon::Lexicon;
use padan::model::{Entry, EntryKind, Style, VariantGroup};
use padan::names::compare::compare;
use padan::pipeline::{self, Corpus};
use padan::settings::Settings;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn hold(name: &str, measured: f64) {
    println!("{name}: {measured:.3}");
    let floor: f64 = rows(&root("tests/floors.csv"))
        .into_iter()
        .find(|r| r[0] == name)
        .unwrap_or_else(|| panic!("tests/floors.csv has no {name}"))[1]
        .parse()
        .unwrap();
    assert!(measured >= floor, "{name}: {measured:.4} is under its floor {floor}");
}

fn f1(right: f64, said: f64, there: f64) -> f64 {
    2.0 * right / (said + there).max(1.0)
}

#[test]
fn pairs_of_names() {
    let all = rows(&root("tests/gold/name_pairs.csv"));
    let at = |name: &str| all[0].iter().position(|h| h == name).unwrap();
    let (a, b, kind, same, set) = (at("name1"), at("name2"), at("type"), at("same"), at("set"));
    for part in ["dev", "test"] {
        let (mut right, mut said, mut there) = (0.0, 0.0, 0.0);
        for row in all[1..].iter().filter(|r| r[set] == part) {
            let kind = EntryKind::from_name(&row[kind]);
            let c = compare(&row[a], &row[b], kind, Lexicon::builtin());
            let gold = row[same] == "true";
            right += f64::from(u8::from(c.same && gold));
            said += f64::from(u8::from(c.same));
            there += f64::from(u8::from(gold));
        }
        assert!(there > 100.0, "{part}: only {there} pairs of one name");
        hold(&format!("name pairs {part}"), f1(right, said, there));
    }
}

/// The names of a gold file: spellings and right English.
fn gold(path: &Path) -> Vec<(Vec<String>, Vec<String>)> {
    let text = std::fs::read_to_string(path).unwrap();
    let split =
        |f: &str| -> Vec<String> { f.split('|').map(plain).filter(|s| !s.is_empty()).collect() };
    text.lines()
        .skip(1)
        .map(|l| l.split('\t').collect::<Vec<_>>())
        .map(|f| (split(f[1]), split(f[2])))
        .collect()
}

/// A spelling without what readers do not see: capitals, hyphens, an article, British spelling.
fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    let lower = ["the ", "a ", "an "].iter().find_map(|a| lower.strip_prefix(a)).unwrap_or(&lower);
    let words: Vec<&str> = lower.split([' ', '-', '.']).filter(|w| !w.is_empty()).collect();
    let one = words.join(" ");
    one.replace("defence", "defense")
        .replace("organisation", "organization")
        .replace("centre", "center")
}

fn is_right(english: &str, answers: &[String]) -> bool {
    let e = plain(english);
    answers.iter().any(|a| *a == e || format!("{e}s") == *a || e.strip_suffix('s') == Some(a))
}

/// Names found with right English, of all; and pairs of spellings put together: right, said, there.
fn judge(
    gold: &[(Vec<String>, Vec<String>)],
    glossary: &[Entry],
    variants: &[VariantGroup],
) -> ([usize; 2], [f64; 3]) {
    let mut english: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for e in glossary {
        for form in std::iter::once(&e.indonesian).chain(&e.variants_indonesian) {
            english.entry(plain(form)).or_default().push(&e.english);
        }
    }
    let mut group: BTreeMap<String, usize> = BTreeMap::new();
    for (n, g) in variants.iter().enumerate() {
        for row in &g.rows {
            group.insert(plain(&row.variant), n);
        }
    }
    let (mut both, mut counts) = (0, [0.0; 3]);
    let mut spellings: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, (forms, answers)) in gold.iter().enumerate() {
        let got = forms.iter().filter_map(|f| english.get(f)).flatten();
        both += usize::from(got.into_iter().any(|e| is_right(e, answers)));
        for form in forms {
            spellings.entry(form).or_insert(n);
        }
    }
    let all: Vec<(&str, usize)> = spellings.into_iter().collect();
    for (i, (a, m)) in all.iter().enumerate() {
        for (b, n) in &all[i + 1..] {
            let said = group.get(*a).is_some_and(|g| group.get(*b) == Some(g));
            counts[0] += f64::from(u8::from(m == n && said));
            counts[1] += f64::from(u8::from(said));
            counts[2] += f64::from(u8::from(m == n));
        }
    }
    ([both, gold.len()], counts)
}

fn built(input: &Path) -> (Vec<Entry>, Vec<VariantGroup>) {
    let options = padan::read::Options::default();
    let loaded = padan::read::articles(&[input.to_owned()], &options).unwrap();
    let lexicon = Lexicon::builtin();
    let corpus = Corpus::new(loaded.articles, lexicon, &Settings::default());
    let names = pipeline::names(&corpus, lexicon);
    let style = Style::default();
    let variants = pipeline::variant_groups(&corpus, &names, lexicon, &style);
    let pairs = padan::comparable::pairs(&corpus, &Settings::default());
    (pipeline::glossary(&corpus, &names, &pairs, lexicon, &style, Vec::new()), variants)
}

/// The events that have a file of gold.
fn events_with(file: &str, least: usize) -> Vec<PathBuf> {
    let mut events: Vec<_> = std::fs::read_dir(root("tests/gold"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.join(file).is_file())
        .collect();
    events.sort();
    assert!(events.len() >= least, "{events:?}");
    events
}

/// `names_later.tsv` is another annotator's, made when the rules stood.
#[test]
fn names_of_the_gold() {
    let whole = built(&root("corpus"));
    for (label, file, each, least) in [
        ("events", "names.tsv", true, 6),
        ("corpus", "names.tsv", false, 6),
        ("later events", "names_later.tsv", true, 3),
    ] {
        let events = events_with(file, least);
        let (mut rows, mut pairs) = ([0, 0], [0.0; 3]);
        for event in &events {
            let own = each.then(|| built(&root("corpus").join(event.file_name().unwrap())));
            let (glossary, variants) = own.as_ref().unwrap_or(&whole);
            let (r, p) = judge(&gold(&event.join(file)), glossary, variants);
            rows = [rows[0] + r[0], rows[1] + r[1]];
            pairs = [pairs[0] + p[0], pairs[1] + p[1], pairs[2] + p[2]];
        }
        hold(&format!("names {label}"), rows[0] as f64 / rows[1] as f64);
        hold(&format!("name groups {label}"), f1(pairs[0], pairs[1], pairs[2]));
    }
    let seeds = root("../shared/seeds");
    let own = root("../shared/gold/seeds/names.tsv");
    if seeds.is_dir() && own.is_file() {
        let (glossary, variants) = built(&seeds);
        let (r, p) = judge(&gold(&own), &glossary, &variants);
        hold("names seeds", r[0] as f64 / r[1] as f64);
        hold("name groups seeds", f1(p[0], p[1], p[2]));
    }
}

#[test]
fn what_must_be_one_name_and_what_must_not() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("a.id.txt"),
        "Presiden Ukraina Volodymyr Zelenskiy bertemu Menteri Luar Negeri Choe Son Hui di Kiev. \
         Kata Zelenskiy, perundingan dengan Choe berjalan baik. Pasukan Korut tidak disebut.\n\n\
         Sehari sebelumnya Kim Jong Un berbicara tentang Kim Jong Il di Korea Utara (Korut).\n",
    )
    .unwrap();
    std::fs::write(
        folder.path().join("b.id.txt"),
        "Presiden Volodymyr Zelensky dan Choe Son-hui bertemu di Kyiv. Menurut Zelensky, Korea \
         Selatan ikut hadir. Iran dan Irak tidak.\n",
    )
    .unwrap();
    let (glossary, variants) = built(folder.path());
    let group = |name: &str| -> BTreeSet<String> {
        let found = variants.iter().find(|g| g.rows.iter().any(|r| r.variant == name));
        found.map(|g| g.rows.iter().map(|r| r.variant.clone()).collect()).unwrap_or_default()
    };
    for (a, b) in [
        ("Zelenskiy", "Volodymyr Zelensky"),
        ("Choe", "Choe Son-hui"),
        ("Kiev", "Kyiv"),
        ("Korut", "Korea Utara"),
    ] {
        assert!(group(a).contains(b), "{a}: {:?}", group(a));
    }
    for (a, b) in
        [("Kim Jong Un", "Kim Jong Il"), ("Korea Utara", "Korea Selatan"), ("Iran", "Irak")]
    {
        assert!(!group(a).contains(b) && !group(a).is_empty(), "{a}: {:?}", group(a));
    }
    let heads: Vec<&str> = glossary.iter().map(|e| e.indonesian.as_str()).collect();
    assert!(!heads.iter().any(|h| matches!(*h, "Pasukan" | "Kata" | "Sehari")), "{heads:?}");
    // No name, but what a dictionary has: with its English, or not at all.
    let troops = glossary.iter().find(|e| e.indonesian == "Pasukan Korut");
    assert!(troops.is_none_or(|e| e.english == "North Korean troops"), "{troops:?}");
}

#[test]
fn compare_keeps_every_column() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("pairs.csv");
    std::fs::write(
        &file,
        "id,name1,name2,type,note\n1,Zelenskiy,Zelensky,person,\"a, b\"\n2,Iran,Irak,country,\n",
    )
    .unwrap();
    let said = padan_ok(folder.path(), &["compare", "--file", "pairs.csv", "--output", "out.csv"]);
    assert!(said.contains("2 pairs: 1 of one name, 1 of two"), "{said}");
    let out = rows(&folder.path().join("out.csv"));
    assert_eq!(out[0], ["id", "name1", "name2", "type", "note", "score", "same", "reason"]);
    assert_eq!((out[1][4].as_str(), out[1][6].as_str()), ("a, b", "true"));
    assert_eq!((out[2][0].as_str(), out[2][6].as_str()), ("2", "false"));
    let score: f64 = out[1][5].parse().unwrap();
    assert!((0.5..=1.0).contains(&score));

    let one = padan(folder.path(), &["compare", "Moskow", "Moscow"]);
    assert!(one.status.success());
    assert!(String::from_utf8_lossy(&one.stdout).contains("\ttrue\t"));
    for (content, told) in [("a,b\n1,2\n", "pairs.csv:1"), ("name1,name2\nx\n", "pairs.csv:2")] {
        std::fs::write(&file, content).unwrap();
        let out = padan(folder.path(), &["compare", "--file", "pairs.csv"]);
        assert_eq!(out.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&out.stderr).contains(told), "{out:?}");
    }
    assert_eq!(padan(folder.path(), &["compare", "Moskow"]).status.code(), Some(2));
}
