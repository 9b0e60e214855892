//! The checker: errors planted into our own clean texts, alarms on untouched ones, the command.

mod rules;

use crate::planting::{Kind, Planter, glossary};
use crate::support::{padan, root};
use padan::check::Checker;
use padan::lexicon::Lexicon;
use padan::model::{Article, FileText, Finding, Offsets, Rule};
use padan::read;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn articles(folder: &Path) -> Vec<Article> {
    let options = read::Options::default();
    read::articles(&[folder.to_path_buf()], &options).unwrap().articles
}

fn file_text(path: &Path, text: &str) -> FileText {
    FileText {
        path: path.to_path_buf(),
        bytes: text.as_bytes().to_vec(),
        text: text.to_owned(),
        offsets: Offsets::Shift(0),
    }
}

fn check_article(checker: &Checker<'_>, article: &Article) -> Vec<Finding> {
    checker.articles(&file_text(&article.path, &article.text), &[article])
}

fn check_pair(checker: &Checker<'_>, id: &str, en: &str) -> Vec<Finding> {
    let file = file_text(Path::new("pair.tsv"), &format!("{id}\t{en}\n"));
    let (units, problems) = read::units(&file).unwrap().unwrap();
    assert!(problems.is_empty() && units.len() == 1, "{id}\t{en}");
    checker.units(&file, &units)
}

/// Rows of our own parallel text.
fn pairs() -> Vec<(String, String)> {
    let mut out = Vec::new();
    for name in [
        "everyday-01",
        "everyday-02",
        "everyday-03",
        "news-01",
        "news-02",
        "reports-01",
        "talks-01",
    ] {
        let text = fs::read_to_string(root(&format!("corpus/parallel/{name}.tsv"))).unwrap();
        let rows = text.lines().filter_map(|l| l.split_once('\t'));
        out.extend(rows.map(|(id, en)| (id.to_owned(), en.to_owned())));
    }
    out
}

/// Least share of planted errors that is found: over all, and of each kind.
const FOUND: f64 = 0.99;
const FOUND_OF_A_KIND: f64 = 0.98;

#[test]
fn planted_errors_are_found() {
    let glossary = glossary();
    let checker = Checker::new(glossary.clone(), Lexicon::builtin());
    let mut planter = Planter::new(&glossary);
    let mut tally: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    let mut missed = Vec::new();
    for article in articles(&root("corpus")) {
        let before = check_article(&checker, &article);
        for kind in Kind::IN_ARTICLES {
            for planted in planter.article(kind, &article) {
                let changed = Article { text: planted.text.clone(), ..article.clone() };
                let found = check_article(&checker, &changed).iter().any(|f| {
                    f.rule == kind.rule()
                        && f.place.byte_start < planted.end
                        && planted.start < f.place.byte_end
                        && !before.iter().any(|b| b.found == f.found && b.place == f.place)
                        // Of two spellings either may be called the other one.
                        || kind == Kind::MixedName && f.rule == kind.rule() && f.message.contains(&planted.written)
                });
                let entry = tally.entry(kind).or_default();
                *entry = (entry.0 + usize::from(found), entry.1 + 1);
                if !found {
                    let line = planted.text[..planted.end].rfind('\n').map_or(0, |n| n + 1);
                    let rest = &planted.text[line..];
                    let around = rest.lines().next().unwrap_or_default();
                    missed
                        .push(format!("{kind:?} {} in {}: {around}", planted.written, article.id));
                }
            }
        }
    }
    for (id, en) in pairs() {
        for kind in Kind::IN_PAIRS {
            let Some((id, en, written)) = planter.pair(kind, &id, &en) else { continue };
            let found = check_pair(&checker, &id, &en).iter().any(|f| kind.is_told_by(f.rule));
            let entry = tally.entry(kind).or_default();
            *entry = (entry.0 + usize::from(found), entry.1 + 1);
            if !found {
                missed.push(format!("{kind:?} {written}: {id} | {en}"));
            }
        }
    }
    let (found, planted) = tally.values().fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let share = |found: usize, planted: usize| found as f64 / planted as f64;
    println!("found {found} of {planted} planted errors: {:.4}", share(found, planted));
    for (kind, (found, planted)) in &tally {
        println!("  {kind:?} {found} of {planted}: {:.4}", share(*found, *planted));
    }
    println!("missed:\n{}", missed.join("\n"));
    assert_eq!(
        tally.len(),
        Kind::IN_ARTICLES.len() + Kind::IN_PAIRS.len(),
        "a kind was not planted"
    );
    for (kind, (found, planted)) in &tally {
        assert!(*planted >= 40, "{kind:?}: only {planted} planted");
        assert!(share(*found, *planted) >= FOUND_OF_A_KIND, "{kind:?}: {found} of {planted}");
    }
    assert!(planted >= 400 && share(found, planted) >= FOUND, "{found} of {planted}");
}

/// So many words may hold one false alarm.
const WORDS_PER_ALARM: usize = 2000;

/// What the untouched articles of `corpus/` rightly are told, judged by reading each: the spelling
/// list's own words, names that an article does write in two ways, short forms that it never explains.
const RIGHT: [(&str, &str); 17] = [
    ("badminton-final-gaspol", "Smash"),
    ("badminton-final-gaspol", "Gimana"),
    ("chip-plant-kliknusa", "Gimana"),
    ("dengue-trial-kabarkilat", "nggak"),
    ("asean-statement-sentak", "nggak"),
    ("dengue-trial-suara-mataram", "Soetarjo"),
    ("flash-flood-mimbar-raya", "hektar"),
    ("graft-arrest-detakinfo", "PKRM"),
    ("graft-arrest-cakrawala", "PKRM"),
    ("graft-arrest-jakarta-sentinel", "PKRM"),
    ("quake-alert-pelita-raya", "NRA"),
    ("data-leak-detak-pagi", "BLW"),
    ("data-leak-detak-pagi", "PDNS"),
    ("data-leak-pelita-raya", "BLW"),
    ("data-leak-pelita-raya", "PDNS"),
    ("data-leak-pelita-raya", "PDP"),
    ("", "dollar"),
];

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn untouched_articles_raise_few_false_alarms() {
    let checker = Checker::new(glossary(), Lexicon::builtin());
    let (mut count, mut false_alarms, mut right) = (0, Vec::new(), 0);
    for article in articles(&root("corpus")) {
        count += words(&article.text);
        for f in check_article(&checker, &article) {
            if RIGHT.iter().any(|(id, word)| article.id.starts_with(id) && f.found == *word) {
                right += 1;
            } else {
                false_alarms.push(format!("{}: {} [{}]", article.id, f.message, f.rule.name()));
            }
        }
    }
    println!(
        "{} false alarms in {count} words, {right} right ones\n{}",
        false_alarms.len(),
        false_alarms.join("\n")
    );
    assert!(count > 30_000, "{count} words");
    assert!(right >= 24, "only {right} of what is wrong in corpus/ is found");
    assert!(false_alarms.len() * WORDS_PER_ALARM <= count, "{false_alarms:#?}");
}

#[test]
fn untouched_translations_raise_few_false_alarms() {
    let checker = Checker::new(Vec::new(), Lexicon::builtin());
    let (mut count, mut alarms) = (0, Vec::new());
    for (id, en) in pairs() {
        count += words(&id) + words(&en);
        for f in check_pair(&checker, &id, &en) {
            // Everyday talk holds colloquial words, which the spelling list rightly marks.
            if f.rule != Rule::Spelling {
                alarms.push(f.message);
            }
        }
    }
    println!("{} alarms in {count} words of translations", alarms.len());
    assert!(count > 100_000, "{count} words");
    assert!(alarms.len() * WORDS_PER_ALARM <= count, "{alarms:#?}");
}

#[test]
fn clean_articles_are_quiet() {
    let checker = Checker::new(Vec::new(), Lexicon::builtin());
    let (mut count, mut told) = (0, Vec::new());
    for article in articles(&root("tests/check/clean")) {
        if article.id == "README" {
            continue;
        }
        count += words(&article.text);
        let found = check_article(&checker, &article);
        told.extend(found.into_iter().map(|f| format!("{}: {}", article.id, f.message)));
    }
    assert!(count > 17_000, "{count} words");
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn numbers_of_translations_both_ways() {
    let checker = Checker::new(Vec::new(), Lexicon::builtin());
    for (id, en, rule) in [
        ("Korban 10.000 orang.", "There were 10,000 victims.", None),
        ("Korban 10.000 orang.", "There were 10 victims.", Some(Rule::Number)),
        ("Korban banyak.", "There were 10,000 victims.", Some(Rule::Number)),
        ("Korban 10.000 orang.", "There were many victims.", Some(Rule::Number)),
        ("Biayanya Rp5 M.", "It cost Rp 5 billion.", None),
        ("Biayanya Rp5 M.", "It cost Rp 5 million.", Some(Rule::Number)),
        ("Biayanya Rp5 miliar.", "It cost Rp 5 trillion.", Some(Rule::Number)),
        ("Naik 1,5 persen.", "It rose 1.5 percent.", None),
        ("Naik 1,5 persen.", "It rose 15 percent.", Some(Rule::Number)),
        ("Pada Senin hujan.", "It rained on Monday.", None),
        ("Pada Senin hujan.", "It rained.", Some(Rule::Date)),
        ("Hujan turun.", "It rained on Monday.", Some(Rule::Date)),
        ("Ia ke Surabaya.", "He went to the city.", Some(Rule::Name)),
        ("Ia ke kota itu.", "He went to Surabaya.", Some(Rule::Name)),
    ] {
        let found = check_pair(&checker, id, en);
        assert_eq!(found.first().map(|f| f.rule), rule, "{id} | {en}: {found:?}");
        assert!(found.len() <= 1, "{id} | {en}: {found:?}");
    }
}

/// Words of the seeds that are rightly marked, judged by reading: non-standard by the dictionary,
/// and one name in two spellings.
const RIGHT_IN_SEEDS: [&str; 5] =
    ["mengkonfirmasi", "mempengaruhi", "dimana", "respon", "Zelensky"];

#[test]
fn the_seeds_raise_few_false_alarms() {
    let folder = root("../shared/seeds");
    if !folder.is_dir() {
        return;
    }
    let checker = Checker::new(Vec::new(), Lexicon::builtin());
    let (mut count, mut wrong) = (0, Vec::new());
    for article in articles(&folder) {
        count += words(&article.text);
        let found = check_article(&checker, &article);
        wrong.extend(found.into_iter().filter(|f| !RIGHT_IN_SEEDS.contains(&f.found.as_str())));
    }
    assert!(count > 2000);
    assert!(wrong.len() * WORDS_PER_ALARM <= count, "{wrong:#?}");
}

const HEADER: &str = "indonesian,english,type,status,variants_indonesian,variants_english,note\n";

fn house(folder: &Path) -> String {
    let rows = "Kyiv,Kyiv,place,preferred,Kiev,Kiev,\nVolodymyr Zelenskyy,Volodymyr Zelenskyy,person,approved,Zelensky|Zelenskyy,Zelensky|Zelenskyy,\nTiongkok,China,country,preferred,,,\nCina,China,country,forbidden,,,kata lama\nKorea Utara,North Korea,country,approved,Korut,N. Korea|North Korean,\nAS,United States,country,approved,Amerika Serikat,US|U.S.,\nsanksi,sanctions,term,approved,,,\n";
    let path = folder.join("house.csv");
    fs::write(&path, format!("{HEADER}{rows}")).unwrap();
    path.to_string_lossy().into_owned()
}

fn run(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let out = padan(folder, args);
    (
        out.status.code().unwrap(),
        String::from_utf8_lossy(&out.stdout).into_owned(),
        String::from_utf8_lossy(&out.stderr).into_owned(),
    )
}

#[test]
fn affixes_and_clitics_are_no_errors_and_hide_none() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path());
    let fine = "Korut-lah yang di-Zelenskyy-kan. Kyiv-nya aman. AS-nya setuju, as roda itu patah.\nLihat https://contoh.id/Kiev atau tulis ke kiev@contoh.id.\n> Kiev dalam kutipan\nKata dia, \"Kiev [sic] itu\".\nKievan Rus bukan kota itu.\n";
    fs::write(folder.path().join("fine.id.md"), fine).unwrap();
    let (code, out, said) = run(folder.path(), &["check", "fine.id.md", "--glossary", &house]);
    assert_eq!((code, out.as_str()), (0, ""), "{said}");
    let wrong = "Kiev-nya aman dan di-Zelensky-kan. KIEV, Kievlah, apotiknya. Cina-lah itu.\n";
    fs::write(folder.path().join("wrong.id.md"), wrong).unwrap();
    let (code, out, _) =
        run(folder.path(), &["check", "wrong.id.md", "--glossary", &house, "--fix"]);
    assert_eq!((code, out.as_str()), (0, ""), "all of it can be put right");
    let now = fs::read_to_string(folder.path().join("wrong.id.md")).unwrap();
    assert_eq!(
        now,
        "Kyiv-nya aman dan di-Zelenskyy-kan. KYIV, Kyivlah, apoteknya. Tiongkok-lah itu.\n"
    );
}

#[test]
fn ignores_need_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let text = "padan:ignore spelling (nama toko)\nApotik itu tutup.\nApotik lain buka. <!-- padan: ignore spelling (nama toko) -->\n<!-- padan: ignore spelling -->\nApotik ketiga juga.\nApotik keempat.\n";
    fs::write(folder.path().join("a.id.txt"), text).unwrap();
    let (code, out, _) = run(folder.path(), &["check", "a.id.txt", "--format", "json"]);
    let found: Vec<serde_json::Value> =
        out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    let rules: Vec<(u64, &str)> =
        found.iter().map(|f| (f["line"].as_u64().unwrap(), f["rule"].as_str().unwrap())).collect();
    assert_eq!((code, rules.as_slice()), (1, &[(4, "ignore"), (6, "spelling")][..]), "{out}");
    let whole =
        format!("padan: ignore-file spelling (contoh)\n{}", "Apotik itu tutup.\n".repeat(3));
    fs::write(folder.path().join("b.id.txt"), whole).unwrap();
    assert_eq!(run(folder.path(), &["check", "b.id.txt"]).0, 0);
}

#[test]
fn a_fix_keeps_encoding_mark_and_line_ends() {
    let folder = tempfile::tempdir().unwrap();
    let text = "\u{FEFF}Pemilik apotik di kafé itu bicara.\r\nIjin usaha apotik \u{201C}Sehat\u{201D} habis.\r\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let wanted = text.replace("apotik", "apotek").replace("Ijin", "Izin");
    let wanted16: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let latin = |s: &str| -> Vec<u8> {
        let plain = s.trim_start_matches('\u{FEFF}').replace(['\u{201C}', '\u{201D}'], "\"");
        plain.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
    };
    for (name, before, after) in [
        ("a.id.txt", text.as_bytes().to_vec(), wanted.as_bytes().to_vec()),
        ("b.id.txt", utf16, wanted16),
        ("c.id.txt", latin(text), latin(&wanted)),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, &before).unwrap();
        let (code, diff, _) = run(folder.path(), &["check", name, "--diff"]);
        assert!(
            code == 1 && diff.contains("-Pemilik apotik") && diff.contains("+Izin usaha apotek"),
            "{diff}"
        );
        assert_eq!(fs::read(&path).unwrap(), before, "--diff changes nothing");
        let (code, out, said) = run(folder.path(), &["check", name, "--fix"]);
        assert_eq!(code, 0, "{out}{said}");
        assert_eq!(fs::read(&path).unwrap(), after, "{name}");
    }
    // Inside JSON, a table and XML too; what would need escaping is left alone.
    fs::write(folder.path().join("d.jsonl"), "{\"text\": \"Kata \\\"apotik\\\" itu sudah tidak dipakai lagi di sini.\", \"lang\": \"id\"}\n").unwrap();
    assert_eq!(run(folder.path(), &["check", "d.jsonl", "--fix"]).0, 0);
    let now = fs::read_to_string(folder.path().join("d.jsonl")).unwrap();
    assert!(now.contains("\\\"apotek\\\" itu"), "{now}");
}

#[test]
fn translations_are_checked_both_ways() {
    let folder = tempfile::tempdir().unwrap();
    let house = house(folder.path());
    let rows = [
        (
            "Korban 10.000 orang, kerugian Rp1,5 triliun.",
            "There were 10,000 victims and Rp 1.5 trillion in losses.",
            "",
        ),
        ("Kerugian 1,5 miliar dolar AS.", "Losses of $1.5 million.", "number"),
        ("Anggaran Rp2 M itu turun 5 persen.", "The Rp 2 billion budget fell 5 percent.", ""),
        ("Pada Selasa (29/10) hujan turun.", "It rained on Tuesday, Oct. 29.", ""),
        ("Pada Selasa (29/10) hujan turun.", "It rained on Wednesday, Oct. 29.", "date"),
        ("Pada 29 Oktober hujan turun.", "It rained on October 28.", "date"),
        ("Dua ratus lima puluh rumah rusak.", "250 houses were damaged.", ""),
        ("Rumah rusak.", "250 houses were damaged.", "number"),
        ("Harganya Rp15.000.", "It costs $15,000.", "number"),
        ("Harga naik 12 persen.", "Prices rose by 12.", "number"),
        ("Presiden Joko Widodo tiba di Surabaya.", "The president arrived in Surabaya.", "name"),
        ("Sanksi baru berlaku besok.", "New measures apply tomorrow.", "term"),
        ("Sanksi baru berlaku besok.", "New sanctions apply tomorrow.", ""),
        ("Pasukan Korut tiba.", "North Korean troops arrived.", ""),
        ("Pasukannya tiba.", "North Korean troops arrived.", "term"),
    ];
    let mut csv = String::from("indonesian,english,score\n");
    for (id, en, _) in rows {
        csv.extend(["\"", id, "\",\"", en, "\",0.9\n"]);
    }
    fs::write(folder.path().join("parallel.csv"), &csv).unwrap();
    let units: Vec<String> = rows
        .iter()
        .map(|(id, en, _)| format!("<tu><tuv xml:lang=\"id\"><seg>{id}</seg></tuv><tuv xml:lang=\"en\"><seg>{en}</seg></tuv></tu>\n"))
        .collect();
    let units = units.concat();
    fs::write(
        folder.path().join("m.tmx"),
        format!("<tmx version=\"1.4\"><body>\n{units}</body></tmx>\n"),
    )
    .unwrap();
    for (file, before) in [("parallel.csv", 2), ("m.tmx", 2)] {
        let (code, out, said) =
            run(folder.path(), &["check", file, "--glossary", &house, "--format", "json"]);
        assert_eq!(code, 1, "{said}");
        let mut found = vec![""; rows.len()];
        let lines: Vec<serde_json::Value> =
            out.lines().map(|l| serde_json::from_str(l).unwrap()).collect();
        for line in &lines {
            let row = usize::try_from(line["line"].as_u64().unwrap()).unwrap() - before;
            found[row] = line["rule"].as_str().unwrap();
        }
        for (row, found) in rows.iter().zip(&found) {
            assert_eq!(row.2, *found, "{file}: {row:?}\n{out}");
        }
    }
}

#[test]
fn places_are_right_in_every_format() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.id.txt"), "Kafé itu dekat apotik.\n").unwrap();
    let (_, out, _) = run(folder.path(), &["check", "a.id.txt"]);
    let lines: Vec<&str> = out.lines().collect();
    assert!(lines[0].starts_with("a.id.txt:1:16: warning: "), "{out}");
    assert_eq!((lines[1], lines[2]), ("    Kafé itu dekat apotik.", "                   ^^^^^^"));
    let (_, out, _) = run(folder.path(), &["check", "a.id.txt", "--format", "github"]);
    assert!(
        out.starts_with(
            "::warning file=a.id.txt,line=1,endLine=1,col=16,endColumn=22,title=padan spelling::"
        ),
        "{out}"
    );
    let (code, out, _) = run(folder.path(), &["check", "a.id.txt", "--format", "sarif"]);
    assert_eq!(code, 1);
    let log: serde_json::Value = serde_json::from_str(&out).unwrap();
    let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    for (name, value) in [
        ("startLine", 1),
        ("startColumn", 16),
        ("endColumn", 22),
        ("charOffset", 15),
        ("charLength", 6),
        ("byteOffset", 16),
        ("byteLength", 6),
    ] {
        assert_eq!(region[name], value, "{name} of {region}");
    }
}

#[test]
fn what_cannot_be_read_is_told_by_the_exit_status() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.id.txt"), "Semua baik di kota itu.\n").unwrap();
    assert_eq!(run(folder.path(), &["check", "a.id.txt"]).0, 0);
    let (code, _, said) = run(folder.path(), &["check", "a.id.txt", "nowhere.txt"]);
    assert!(code == 2 && said.contains("nowhere.txt"), "{said}");
    let (code, _, said) = run(folder.path(), &["check", "a.id.txt", "--glossary", "none.csv"]);
    assert!(code == 2 && said.contains("none.csv"), "{said}");
}
