//! Where padan stands: one table of pairs, facts and calibration on the gold in `tests/gold`, and of
//! beads on documents with gold.
//!
//! ```sh
//! cargo run --release --example quality
//! cargo run --release --example quality -- --articles ARTICLES GOLD --documents FOLDER
//! ```
//!
//! `--articles` adds articles of one event with their gold, `--documents` a folder of documents
//! (`NAME.id.txt`, `NAME.en.txt`, `NAME.gold.tsv`, a sentence a line); both may be given again.

use padan::comparable;
use padan::eval::{
    Beads, Gold, PairRow, brier, read_gold_beads, reliability, score_beads, score_pairs,
};
use padan::lexicon::Lexicon;
use padan::model::{Lang, Side};
use padan::pipeline::{Corpus, facts};
use padan::settings::Settings;
use std::path::{Path, PathBuf};

/// Fainter pairs are not looked at for calibration: there are thousands, nearly all of them none.
const FAINTEST: f64 = 0.05;

struct Event {
    corpus: Corpus,
    gold: Gold,
    /// All pairs that stand a chance.
    open: Vec<PairRow>,
    /// Those of the default threshold.
    kept: Vec<PairRow>,
    /// What the facts imply.
    facts: Vec<PairRow>,
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut events: Vec<Event> = Vec::new();
    for folder in folders(&root.join("tests/gold")) {
        let name = folder.file_name().expect("a folder has a name");
        events.push(event(&root.join("corpus").join(name), &folder));
    }
    let own = events.len();
    let mut documents: Vec<PathBuf> = Vec::new();
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let mut path = || PathBuf::from(args.next().expect("a path follows"));
        match arg.as_str() {
            "--articles" => events.push(event(&path(), &path())),
            "--documents" => documents.push(path()),
            _ => panic!("{arg}: say --articles ARTICLES GOLD or --documents FOLDER"),
        }
    }
    println!("| what | precision | recall | F1 | best F1 | at | average precision |");
    println!("|---|---:|---:|---:|---:|---:|---:|");
    for (name, x, y) in [
        ("pairs, Indonesian–Indonesian", Lang::Id, Lang::Id),
        ("pairs, Indonesian–English", Lang::Id, Lang::En),
        ("pairs, English–English", Lang::En, Lang::En),
    ] {
        row(name, &events[..own], Some((x, y)), |e| &e.kept);
    }
    row("pairs, all", &events[..own], None, |e| &e.kept);
    row("facts, all", &events[..own], None, |e| &e.facts);
    for (n, further) in events[own..].iter().enumerate() {
        let one = std::slice::from_ref(further);
        row(&format!("pairs, further articles {}", n + 1), one, None, |e| &e.kept);
        row(&format!("facts, further articles {}", n + 1), one, None, |e| &e.facts);
    }
    let judged: Vec<(f64, f64)> =
        events[..own].iter().flat_map(|e| score_pairs(&e.gold, &e.open).judged).collect();
    println!("\nBrier score {:.3}; score and share that is right:\n", brier(&judged));
    println!("| score | right | pairs |\n|---:|---:|---:|");
    for bin in reliability(&judged) {
        println!("| {:.2} | {:.2} | {} |", bin.score, bin.right, bin.rows);
    }
    if !documents.is_empty() {
        println!("\n| documents | strict F1 | lenient F1 |\n|---|---:|---:|");
    }
    for folder in &documents {
        let q = score_beads(aligned(folder).iter().map(|(gold, found)| (gold, found)));
        let name = folder.file_name().unwrap_or_default().to_string_lossy();
        println!("| {name} | {:.4} | {:.4} |", q.strict.f1, q.lenient.f1);
    }
}

fn folders(of: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(of).expect("the folder is readable");
    let mut found: Vec<PathBuf> =
        entries.flatten().map(|e| e.path()).filter(|p| p.is_dir()).collect();
    found.sort();
    found
}

fn corpus(inputs: &[PathBuf], lines: bool, settings: &Settings) -> Corpus {
    let options = padan::read::Options { lines, ..padan::read::Options::default() };
    let loaded = padan::read::articles(inputs, &options).expect("the articles are readable");
    Corpus::new(loaded.articles, Lexicon::builtin(), settings)
}

fn event(input: &Path, gold: &Path) -> Event {
    let settings = Settings::default();
    let corpus = corpus(&[input.to_owned()], false, &settings);
    let gold = Gold::read(gold).expect("the gold is readable");
    let mut all = Settings::default();
    all.min_score = FAINTEST;
    let side = |s: &Side| (corpus.articles[s.article].id.clone(), corpus.text(s).to_owned());
    let pair = |score: f64, left: &Side, right: &Side| PairRow {
        score,
        left: side(left),
        right: side(right),
    };
    let rows = |settings: &Settings| -> Vec<PairRow> {
        let found = comparable::pairs(&corpus, settings);
        found.iter().map(|p| pair(p.score, &p.left, &p.right)).collect()
    };
    let (open, kept) = (rows(&all), rows(&settings));
    let mut implied = Vec::new();
    for fact in facts(&comparable::pairs(&corpus, &settings)) {
        implied.extend(fact.pairs().map(|(left, right)| pair(1.0, left, right)));
    }
    Event { corpus, gold, open, kept, facts: implied }
}

fn row(
    name: &str,
    events: &[Event],
    of: Option<(Lang, Lang)>,
    rows: impl Fn(&Event) -> &Vec<PairRow>,
) {
    let mut gold = Gold::default();
    let (mut all, mut open) = (Vec::new(), Vec::new());
    for event in events {
        let lang = |id: &str| event.corpus.articles.iter().find(|a| a.id == id).map(|a| a.lang);
        gold.sentences.extend(event.gold.sentences.clone());
        gold.article_of.extend(event.gold.article_of.clone());
        gold.grades.extend(event.gold.grades.clone());
        let wanted = event.gold.scope.iter().filter(|(a, b)| {
            of.is_none_or(|(x, y)| {
                let both = (lang(a), lang(b));
                both == (Some(x), Some(y)) || both == (Some(y), Some(x))
            })
        });
        gold.scope.extend(wanted.cloned());
        all.extend(rows(event).iter().cloned());
        open.extend(event.open.iter().cloned());
    }
    let (q, best) = (score_pairs(&gold, &all), score_pairs(&gold, &open));
    let (p, r, f) = (q.all.precision, q.all.recall, q.all.f1);
    if name.starts_with("facts") {
        println!("| {name} | {p:.3} | {r:.3} | {f:.3} | | | |");
    } else {
        println!(
            "| {name} | {p:.3} | {r:.3} | {f:.3} | {:.3} | {:.2} | {:.3} |",
            best.best.f1, best.best_cut, best.average
        );
    }
}

/// Gold and found beads of every document of a folder.
fn aligned(folder: &Path) -> Vec<(Beads, Beads)> {
    let entries = std::fs::read_dir(folder).expect("the folder is readable");
    let mut golds: Vec<PathBuf> = entries
        .flatten()
        .map(|e| e.path())
        .filter(|p| p.to_string_lossy().ends_with(".gold.tsv"))
        .collect();
    golds.sort();
    golds
        .iter()
        .map(|gold| {
            let name = gold.to_string_lossy().replace(".gold.tsv", "");
            let texts = ["id", "en"].map(|lang| PathBuf::from(format!("{name}.{lang}.txt")));
            let corpus = corpus(&texts, true, &Settings::sentences());
            let lines = |side: &Side| {
                let list = &corpus.sentences[side.article];
                side.range().map(|n| list[n].number as usize).collect::<Vec<_>>()
            };
            let beads = padan::parallel::beads(&corpus);
            let both = beads.iter().filter(|b| b.left.count > 0 && b.right.count > 0);
            let found = both.map(|b| (lines(&b.left), lines(&b.right))).collect();
            (read_gold_beads(gold).expect("gold beads"), found)
        })
        .collect()
}
