//! Glossaries: how right they are on gold, and how a user's own rows fare.

use crate::support::{padan, padan_ok, root, rows};
use padan::glossary::compose_phrase;
use padan::lexicon::Lexicon;
use padan::model::{Entry, Style};
use padan::pipeline::{self, Corpus};
use padan::settings::Settings;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const EVENTS: [&str; 6] = [
    "badminton-final",
    "dengue-trial",
    "election-ruling",
    "ferry-accident",
    "moscow-visit",
    "rate-decision",
];

fn entries(input: &Path, style: &Style) -> Vec<Entry> {
    let options = padan::read::Options::default();
    let loaded = padan::read::articles(&[input.to_owned()], &options).unwrap();
    let (lexicon, settings) = (Lexicon::builtin(), Settings::default());
    let corpus = Corpus::new(loaded.articles, lexicon, &settings);
    let names = pipeline::names(&corpus, lexicon);
    let pairs = padan::comparable::pairs(&corpus, &settings);
    pipeline::glossary(&corpus, &names, &pairs, lexicon, style, Vec::new())
}

/// One form for spellings that differ in capitals, hyphens, articles and the two Englishes.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace('’', "'");
    let text = ["the ", "a ", "an "].iter().find_map(|a| text.strip_prefix(a)).unwrap_or(&text);
    let parts: Vec<&str> = text.split([' ', '-', '.']).filter(|p| !p.is_empty()).collect();
    let joined = parts.join(" ");
    let joined = joined.replace("defence", "defense").replace("organisation", "organization");
    joined.replace("centre", "center")
}

/// The form, its plural and its singular.
fn forms(text: &str) -> Vec<String> {
    let p = plain(text);
    let mut out = vec![format!("{p}s")];
    if let Some(single) = p.strip_suffix('s') {
        out.push(single.to_owned());
    }
    if let Some(stem) = p.strip_suffix("ies") {
        out.push(format!("{stem}y"));
    }
    out.push(p);
    out
}

/// Rows of a gold file: Indonesian spellings, English answers.
fn gold(path: &Path) -> Vec<(Vec<String>, Vec<String>)> {
    let text = fs::read_to_string(path).unwrap();
    let list = |f: &str| f.split('|').map(str::to_owned).collect::<Vec<_>>();
    text.lines()
        .skip(1)
        .map(|line| {
            let mut fields = line.split('\t');
            (list(fields.next().unwrap()), list(fields.next().unwrap()))
        })
        .collect()
}

/// Gold rows, those found, and those right; and by origin how many were right of how many.
#[derive(Default)]
struct Measured {
    rows: usize,
    found: usize,
    right: usize,
    origins: BTreeMap<String, (usize, usize)>,
}

impl Measured {
    fn add(&mut self, entries: &[Entry], gold: &[(Vec<String>, Vec<String>)]) {
        let mut by_form: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
        for e in entries {
            for form in std::iter::once(&e.indonesian).chain(&e.variants_indonesian) {
                by_form.entry(plain(form)).or_default().push(e);
            }
        }
        for (spellings, answers) in gold {
            let answers: Vec<String> = answers.iter().flat_map(|a| forms(a)).collect();
            let got: Vec<&&Entry> =
                spellings.iter().filter_map(|s| by_form.get(&plain(s))).flatten().collect();
            let is_right = |e: &Entry| forms(&e.english).iter().any(|f| answers.contains(f));
            self.rows += 1;
            self.found += usize::from(!got.is_empty());
            self.right += usize::from(got.iter().any(|e| is_right(e)));
            if let Some(e) = got.first() {
                let name = format!("{} {:.2}", e.origin.name(), e.confidence);
                let origin = self.origins.entry(name).or_default();
                origin.0 += usize::from(is_right(e));
                origin.1 += 1;
            }
        }
    }

    fn hold(&self, name: &str) {
        let found = self.found as f64 / self.rows as f64;
        let right = self.right as f64 / self.found as f64;
        for (origin, (right, all)) in &self.origins {
            println!("  {origin}: {right} of {all} right");
        }
        for (what, value) in [("found", found), ("right", right)] {
            let figure = format!("terms {name} {what}");
            println!("{figure}: {value:.3}");
            let floor = crate::quality::floor(&figure);
            assert!(value >= floor, "{figure}: {value:.4} is under its floor {floor}");
        }
    }
}

#[test]
fn quality_of_terms_of_events() {
    let mut all = Measured::default();
    for event in EVENTS {
        let entries = entries(&root("corpus").join(event), &Style::default());
        all.add(&entries, &gold(&root("tests/gold").join(event).join("terms.tsv")));
    }
    all.hold("events");
}

/// Another annotator's terms, made when the rules stood.
#[test]
fn quality_of_terms_of_later_events() {
    let mut all = Measured::default();
    for event in ["chip-plant", "graft-arrest", "prisoner-swap"] {
        let entries = entries(&root("corpus").join(event), &Style::default());
        all.add(&entries, &gold(&root("tests/gold").join(event).join("terms_later.tsv")));
    }
    all.hold("later events");
}

#[test]
fn quality_of_terms_of_the_whole_corpus() {
    let entries = entries(&root("corpus"), &Style::default());
    let mut all = Measured::default();
    for event in EVENTS {
        all.add(&entries, &gold(&root("tests/gold").join(event).join("terms.tsv")));
    }
    all.hold("corpus");
    // Nothing is a headword twice.
    let mut heads: Vec<String> = entries.iter().map(|e| e.indonesian.to_lowercase()).collect();
    heads.sort();
    let all = heads.len();
    heads.dedup();
    assert!(all - heads.len() <= MOST_DOUBLES, "{} headwords are there twice", all - heads.len());
}

/// Names that are spelled alike and are two: a newspaper and a place.
const MOST_DOUBLES: usize = 5;

#[test]
fn quality_of_terms_without_english() {
    let (seeds, gold_file) = (root("../shared/seeds"), root("../shared/gold/seeds/terms.tsv"));
    if !seeds.exists() || !gold_file.exists() {
        eprintln!("skipped: ../shared is not there");
        return;
    }
    let mut all = Measured::default();
    all.add(&entries(&seeds, &Style::default()), &gold(&gold_file));
    all.hold("seeds");
}

#[test]
fn english_puts_what_describes_in_front() {
    let lexicon = Lexicon::builtin();
    for (indonesian, english) in [
        ("rudal balistik jarak pendek", "short-range ballistic missile"),
        ("kerja sama militer", "military cooperation"),
        ("bantuan militer", "military aid"),
        ("program senjata nuklir", "nuclear weapons program"),
        ("melanggar resolusi", "violate a resolution"),
    ] {
        let choices = compose_phrase(indonesian, lexicon);
        assert_eq!(choices.first().map(String::as_str), Some(english), "{indonesian}: {choices:?}");
    }
}

/// Writes files into a folder and runs `padan glossary` there.
fn run(files: &[(&str, &str)], args: &[&str]) -> (String, String, Option<i32>) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let out = padan(folder.path(), args);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&out.stdout), text(&out.stderr), out.status.code())
}

const ARTICLE: &str = "Menlu Korut Choe Son Hui bertemu Menlu AS di Tiongkok kemarin. \
    Rudal balistik itu ditembakkan tentara pada hari itu juga. \
    Bantuan militer bagi Ukraina dikirim lewat darat.\n";

#[test]
fn everyday_words_are_no_terms() {
    let (out, ..) = run(&[("a.id.txt", ARTICLE)], &["glossary", "a.id.txt"]);
    let heads: Vec<&str> = out.lines().filter_map(|l| l.split(',').next()).collect();
    for term in ["rudal balistik", "rudal", "tentara", "bantuan militer", "menteri luar negeri"] {
        assert!(heads.contains(&term) || term == "menteri luar negeri", "{term}: {heads:?}");
    }
    for junk in ["hari", "hari itu", "kemarin", "itu", "bertemu", "dikirim"] {
        assert!(!heads.contains(&junk), "{junk}: {heads:?}");
    }
}

#[test]
fn offices_have_the_english_of_their_country() {
    let text = "Menteri Pertahanan Inggris bertemu Menhan Jepang. Menlu AS ikut hadir.\n";
    let (out, ..) = run(&[("a.id.txt", text)], &["glossary", "a.id.txt"]);
    for (head, english) in [
        ("Menteri Pertahanan Inggris", "British defence secretary"),
        ("menteri pertahanan", "defense minister"),
    ] {
        let line = out.lines().find(|l| l.starts_with(&format!("{head},")));
        let line = line.unwrap_or_else(|| panic!("no {head} in\n{out}"));
        assert!(line.to_lowercase().contains(&english.to_lowercase()), "{line}");
    }
    assert!(out.contains("US Secretary of State"), "{out}");
}

#[test]
fn house_style_decides_the_headword() {
    let config = "[style]\nprefer = [\"Tiongkok\"]\n";
    let files =
        [("a.id.txt", "Pejabat China tiba di Jakarta. China senang.\n"), ("s.toml", config)];
    let (plain, ..) = run(&files, &["glossary", "a.id.txt"]);
    assert!(plain.lines().any(|l| l.starts_with("China,China,")), "{plain}");
    let (styled, ..) = run(&files, &["glossary", "a.id.txt", "--config", "s.toml"]);
    let line = styled.lines().find(|l| l.starts_with("Tiongkok,China,")).unwrap();
    assert!(line.contains(",China,"), "the displaced spelling is a variant: {line}");
    // A padan.toml in the folder is found by itself.
    let files = [files[0], ("padan.toml", config)];
    let (found, ..) = run(&files, &["variants", "a.id.txt"]);
    assert!(found.contains(",Tiongkok,China,"), "{found}");
    let (_, said, code) = run(
        &[files[0], ("padan.toml", "[style]\nprefer = \"Tiongkok\"\n")],
        &["glossary", "a.id.txt"],
    );
    assert_eq!(code, Some(2));
    assert!(said.contains("padan.toml:2"), "{said}");
}

#[test]
fn seeds_keep_their_bytes_and_columns() {
    let seed = "no,indonesian,english,owner\n\"7\",rudal,\"projectile\",desk\n";
    let other = "indonesian,english,owner,since\ntentara,troops,me,2024\n";
    let files = [("a.id.txt", ARTICLE), ("s.csv", seed), ("o.csv", other)];
    let args = ["glossary", "a.id.txt", "--seed", "s.csv", "--seed", "o.csv"];
    let (out, _, code) = run(&files, &args);
    assert_eq!(code, Some(0));
    let mut lines = out.lines();
    let header = lines.next().unwrap();
    assert!(header.starts_with("no,indonesian,english,owner,type,status"), "{header}");
    assert!(header.ends_with("example_english,since"), "{header}");
    let first = lines.next().unwrap();
    assert!(first.starts_with("\"7\",rudal,\"projectile\",desk,"), "{first}");
    let second = lines.next().unwrap();
    assert!(second.starts_with(",tentara,troops,me,") && second.ends_with(",2024"), "{second}");
    assert_eq!(out.matches(",rudal,").count(), 1, "the seed's headword is not proposed again");
}

#[test]
fn merging_loses_nothing_and_tells_collisions() {
    let a = "indonesian,english,variants_indonesian,owner\nrudal,missile,peluru kendali,desk\nsanksi,sanction,,\n";
    let b = "indonesian,english,note,variants_indonesian\nrudal,missile,hardware,misil\nsanksi,penalty,,\nroket,rocket,,peluru kendali\n";
    let files = [("a.csv", a), ("b.csv", b)];
    let (out, said, code) = run(&files, &["glossary", "merge", "a.csv", "b.csv"]);
    assert_eq!(code, Some(0));
    let rudal = out.lines().find(|l| l.starts_with("rudal,")).unwrap();
    assert!(
        ["peluru kendali|misil", "desk", "hardware"].iter().all(|part| rudal.contains(part)),
        "{rudal}"
    );
    assert_eq!(out.lines().filter(|l| l.starts_with("sanksi,")).count(), 2);
    assert!(said.contains("\"sanction\"") && said.contains("\"penalty\""), "{said}");
    assert!(said.contains("peluru kendali"), "{said}");
    // Merged with itself a glossary is the same.
    let (same, ..) = run(&files, &["glossary", "merge", "a.csv", "a.csv"]);
    assert!(same.lines().zip(a.lines()).all(|(x, y)| x.starts_with(y)), "{same}");
}

#[test]
fn a_diff_reads_like_a_changelog() {
    let a = "indonesian,english,status\nrudal,missile,proposed\nsanksi,sanction,proposed\n";
    let b = "indonesian,english,status\nrudal,missile,approved\nroket,rocket,proposed\n";
    let files = [("a.csv", a), ("b.csv", b)];
    let (out, _, code) = run(&files, &["glossary", "diff", "a.csv", "b.csv"]);
    assert_eq!(code, Some(0));
    let expected = "Added (1)\n- roket = rocket\n\nRemoved (1)\n- sanksi = sanction\n\n\
        Changed (1)\n- rudal: status: proposed -> approved\n\n";
    assert_eq!(out, expected);
    let (_, said, code) = run(&files, &["glossary", "diff", "a.csv", "gone.csv"]);
    assert_eq!(code, Some(2), "{said}");
}

#[test]
fn given_pairs_decide_the_english() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write("a.id.txt", "Polisi menyelidiki wabah itu. Harga beras naik tajam di pasar.\n");
    write("b.en.txt", "Rice got dearer at the bazaar. Officers looked into the epidemic.\n");
    write(
        "p.csv",
        "score,left_article,left_sentences,right_article,right_sentences\n0.9,a,1,b,2\n0.9,x,1,b,1\n",
    );
    let args = ["glossary", "a.id.txt", "b.en.txt", "--pairs", "p.csv", "--output", "g.csv"];
    let said = padan_ok(folder.path(), &args);
    assert!(said.contains("1 row of articles or sentences not given"), "{said}");
    let all = rows(&folder.path().join("g.csv"));
    let wabah = all.iter().find(|r| r[0] == "wabah").unwrap();
    assert_eq!((wabah[1].as_str(), wabah[5].as_str()), ("epidemic", "aligned"), "{wabah:?}");
    assert!(wabah[14].contains("Officers"), "{wabah:?}");
}
