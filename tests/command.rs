//! The command as a user meets it.

use crate::support::{padan, padan_ok, root, rows};
use std::fs;

#[test]
fn build_writes_every_file_with_its_columns() {
    let out = tempfile::tempdir().unwrap();
    let said = padan_ok(&root("."), &["build", "corpus", "--out", &out.path().to_string_lossy()]);
    for (file, columns) in [
        (
            "pairs.csv",
            "pair,score,shape,left_article,left_lang,left_sentences,left_start,left_end,left_text,right_article,right_lang,right_sentences,right_start,right_end,right_text,evidence",
        ),
        ("parallel.csv", "indonesian,english,score,left_article,right_article"),
        ("facts.csv", "fact,article,lang,sentences,start,end,text"),
        (
            "glossary.csv",
            "indonesian,english,type,status,confidence,origin,variants_indonesian,variants_english,count_indonesian,count_english,articles,case_sensitive,note,example_indonesian,example_english",
        ),
        ("variants.csv", "name,type,preferred,variant,count,articles,reason"),
    ] {
        let rows = rows(&out.path().join(file));
        assert_eq!(rows[0].join(","), columns, "{file}");
        assert!(rows.len() > 20, "{file}: {} rows", rows.len());
    }
    assert!(said.contains("98 articles") && said.contains("glossary"), "{said}");
}

#[test]
fn the_same_bytes_twice_and_with_one_thread_and_two() {
    let out = tempfile::tempdir().unwrap();
    let folder = |n: &str| out.path().join(n).to_string_lossy().into_owned();
    padan_ok(&root("."), &["build", "corpus", "--out", &folder("a"), "--threads", "1"]);
    padan_ok(&root("."), &["build", "corpus", "--out", &folder("b"), "--threads", "2"]);
    padan_ok(&root("."), &["build", "corpus", "--out", &folder("c"), "--threads", "2"]);
    for file in ["pairs.csv", "parallel.csv", "facts.csv", "glossary.csv", "variants.csv"] {
        let read = |n: &str| fs::read(out.path().join(n).join(file)).unwrap();
        assert!(read("a") == read("b") && read("b") == read("c"), "{file} differs");
    }
}

#[test]
fn offsets_point_into_the_file_on_disk() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("pairs.csv").to_string_lossy().into_owned();
    padan_ok(&root("."), &["align", "corpus/ferry-accident", "--output", &file]);
    let mut checked = 0;
    for row in rows(&out.path().join("pairs.csv")).iter().skip(1) {
        for (article, lang, start, end, text) in [(3, 4, 6, 7, 8), (9, 10, 12, 13, 14)] {
            let path =
                root("corpus/ferry-accident").join(format!("{}.{}.txt", row[article], row[lang]));
            let bytes = fs::read(&path).unwrap();
            let span = row[start].parse::<usize>().unwrap()..row[end].parse::<usize>().unwrap();
            assert_eq!(std::str::from_utf8(&bytes[span]).unwrap(), row[text], "{}", row[article]);
            checked += 1;
        }
    }
    assert!(checked > 20, "{checked} sides");
}

#[test]
fn bad_input_is_named_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write(
        "a.id.txt",
        "Gempa mengguncang kota itu pada Senin pagi. Tidak ada korban jiwa.\n".as_bytes(),
    );
    write("b.en.txt", b"An earthquake shook the city on Monday morning. Nobody was killed.\n");
    write(
        "copy.id.txt",
        "Gempa mengguncang kota itu pada Senin pagi. Tidak ada korban jiwa.\n".as_bytes(),
    );
    write("empty.txt", b"");
    write("binary.txt", &[0, 1, 2, 3, 0, 0, 7, 200, 0, 9]);
    write("rows.jsonl", b"{\"id\": \"x\", \"text\": \"Hujan deras turun di kota ini sejak pagi dan banjir mulai naik.\"}\n{\"id\": \"y\", \"text\": }\n");
    let out = padan(folder.path(), &["sentences", "."]);
    let (text, said) = (String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert_eq!(out.status.code(), Some(0), "{said}");
    for name in ["empty.txt", "binary.txt", "copy.id.txt", "rows.jsonl:2"] {
        assert!(said.contains(name), "nothing is said of {name}:\n{said}");
    }
    assert!(text.contains("Gempa mengguncang") && text.contains("Hujan deras"), "{text}");
    let strict = padan(folder.path(), &["sentences", ".", "--strict"]);
    assert_eq!(strict.status.code(), Some(2));
    assert!(strict.stdout.is_empty());
}

#[test]
fn nothing_readable_is_an_error_with_advice() {
    let folder = tempfile::tempdir().unwrap();
    let out = padan(folder.path(), &["build", "nowhere", "--out", "out"]);
    let said = String::from_utf8_lossy(&out.stderr);
    assert_eq!(out.status.code(), Some(2), "{said}");
    assert!(said.contains("nowhere"), "{said}");
    assert!(!folder.path().join("out").exists());
}

#[test]
fn eval_judges_pairs_against_gold() {
    let out = tempfile::tempdir().unwrap();
    let file = out.path().join("pairs.csv").to_string_lossy().into_owned();
    padan_ok(&root("."), &["align", "corpus/dengue-trial", "--output", &file]);
    let judged = padan(&root("."), &["eval", "--gold", "tests/gold/dengue-trial", &file]);
    let text = String::from_utf8_lossy(&judged.stdout);
    assert!(text.contains("same pairs 90") && text.contains("F1"), "{text}");
}

#[test]
fn a_seed_glossary_is_kept_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let row = "Korut,Norkor,country,approved,,house style,,,,,,,\"with, comma\",,";
    let header = "indonesian,english,type,status,confidence,origin,variants_indonesian,variants_english,count_indonesian,count_english,articles,case_sensitive,note,example_indonesian,example_english";
    fs::write(folder.path().join("seed.csv"), format!("{header}\n{row}\n")).unwrap();
    let seed = folder.path().join("seed.csv").to_string_lossy().into_owned();
    let out = padan(&root("."), &["glossary", "corpus/moscow-visit", "--seed", &seed]);
    let text = String::from_utf8_lossy(&out.stdout);
    assert_eq!(text.lines().nth(1), Some(row), "the seed's row comes first, unchanged");
}

#[test]
fn parallel_mode_puts_every_sentence_in_exactly_one_bead() {
    let folder = tempfile::tempdir().unwrap();
    let id = "Hujan turun sejak pagi.\nKami menunggu di stasiun.\nKereta datang terlambat dua jam, dan semua orang marah.\nAkhirnya kami pulang.\n";
    let en = "It has been raining since morning.\nThe train came two hours late.\nEverybody was angry.\nIn the end we went home.\n";
    fs::write(folder.path().join("a.id.txt"), id).unwrap();
    fs::write(folder.path().join("a.en.txt"), en).unwrap();
    let args =
        ["align", "--mode", "parallel", "--lines", "a.id.txt", "a.en.txt", "--output", "b.csv"];
    padan_ok(folder.path(), &args);
    let beads = rows(&folder.path().join("b.csv"));
    for column in [5, 11] {
        let mut lines: Vec<usize> = Vec::new();
        for row in beads.iter().skip(1).filter(|r| !r[column].is_empty()) {
            let (first, last) = row[column].split_once('-').unwrap_or((&row[column], &row[column]));
            lines.extend(first.parse::<usize>().unwrap()..=last.parse::<usize>().unwrap());
        }
        assert_eq!(lines, [1, 2, 3, 4], "column {column}: {beads:?}");
    }
    let bead = |left: &str, right: &str| beads.iter().any(|r| r[5] == left && r[11] == right);
    assert!(bead("1", "1") && bead("2", "") && bead("3", "2-3") && bead("4", "4"), "{beads:?}");
}
