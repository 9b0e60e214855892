//! Fits the weights of comparable mode on the gold in `tests/gold`, and measures them on events that
//! they were not fitted on.
//!
//! ```sh
//! cargo run --release --example fit_comparable -- measure
//! cargo run --release --example fit_comparable -- fit [ARTICLES GOLD]... > src/score/model.tsv
//! ```
//!
//! `measure` leaves out one event after the other, fits on the rest, and scores the event left out.
//! `fit` takes further articles with their gold: those shipped are fitted on the events of
//! `corpus/` and one set of real articles that is not ours to publish.

use padan::align::select;
use padan::comparable::scored_pairs;
use padan::eval::{Gold, Grade, PairRow, judge, reliability, score_pairs};
use padan::learn::{Example, logistic};
use padan::lexicon::Lexicon;
use padan::model::{Lang, Pair, Side};
use padan::pipeline::Corpus;
use padan::score::{FEATURES, WEIGHED, weighed, weighed_names};
use padan::settings::{DEFAULT_MIN_SCORE, Settings};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A pair that shares a part is right to be found, so a probability must count it as right.
const OVERLAP: f64 = 1.0;
/// Less probable pairs that are none teach nothing.
const PLAIN: f64 = 0.003;
/// Found by measuring 1 to 30 on events left out: 5 to 20 are alike.
const RIDGE: f64 = 10.0;
/// With products: 30 to 300 are alike.
const RIDGE_OF_PRODUCTS: f64 = 100.0;

/// A pair of sentences with what the gold says of it.
struct Row {
    pair: Pair,
    numbers: Box<[f32; WEIGHED]>,
    /// `None` for pairs that count neither way.
    label: Option<f64>,
    cross: bool,
    /// The events of its two articles.
    events: [usize; 2],
}

/// Articles read and compared together: one event, or all.
struct Run {
    corpus: Corpus,
    rows: Vec<Row>,
}

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let events: Vec<String> = names(&root.join("tests/gold"));
    let golds: Vec<Gold> = events
        .iter()
        .map(|e| Gold::read(&root.join("tests/gold").join(e)).expect("the gold is readable"))
        .collect();
    let mut inputs: Vec<PathBuf> = vec![root.join("corpus")];
    inputs.extend(events.iter().map(|e| root.join("corpus").join(e)));
    let mut runs: Vec<Run> = inputs.iter().map(|input| run(input, &events, &golds)).collect();
    match std::env::args().nth(1).as_deref() {
        Some("measure") => measure(&runs, &events, &golds),
        Some("fit") => {
            let further: Vec<String> = std::env::args().skip(2).collect();
            for pair in further.chunks_exact(2) {
                let gold = Gold::read(Path::new(&pair[1])).expect("the gold is readable");
                runs.push(run(Path::new(&pair[0]), &[], &[gold]));
            }
            let models = [false, true].map(|cross| fit(&runs, cross, None));
            println!("number\tsame\tcross");
            for (at, name) in weighed_names().enumerate() {
                println!("{name}\t{:.5}\t{:.5}", models[0][at], models[1][at]);
            }
        }
        _ => eprintln!("say measure or fit"),
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is readable");
    let folders = entries.flatten().filter(|e| e.path().is_dir());
    let mut names: Vec<String> =
        folders.map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn run(input: &Path, events: &[String], golds: &[Gold]) -> Run {
    let loaded = padan::read::articles(&[input.to_owned()], &padan::read::Options::default())
        .expect("the corpus is readable");
    let mut settings = Settings::default();
    let corpus = Corpus::new(loaded.articles, Lexicon::builtin(), &settings);
    settings.min_score = 0.0;
    let event = |article: usize| {
        if events.is_empty() {
            return 0;
        }
        let path = &corpus.articles[article].path;
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
        events.iter().position(|e| **e == *folder.to_string_lossy()).expect("an event has gold")
    };
    let rows = scored_pairs(&corpus, &settings)
        .into_par_iter()
        .map(|(pair, features)| {
            let events = [event(pair.left.article), event(pair.right.article)];
            let text = |side: &Side| (corpus.articles[side.article].id.as_str(), corpus.text(side));
            let label = if events[0] == events[1] {
                match judge(&golds[events[0]], text(&pair.left), text(&pair.right)) {
                    None | Some(Some(Grade::Doubtful)) => None,
                    Some(Some(Grade::Same)) => Some(1.0),
                    Some(Some(Grade::Overlap)) => Some(OVERLAP),
                    Some(None) => Some(0.0),
                }
            } else {
                // Reports of different events state no fact in common.
                Some(0.0)
            };
            let numbers = weighed(&features);
            Row { numbers, label, cross: features.cross > 0.0, events, pair }
        })
        .collect();
    Run { corpus, rows }
}

/// Fits on every row that does not touch the event `without`: once on all, without products, then
/// without the pairs that are plainly none, so that the weights are set by those that are hard to
/// tell.
fn fit(runs: &[Run], cross: bool, without: Option<usize>) -> Vec<f64> {
    let rows = runs
        .iter()
        .flat_map(|r| &r.rows)
        .filter(|r| r.cross == cross && without.is_none_or(|e| !r.events.contains(&e)))
        .filter_map(|r| Some((&r.numbers[..], r.label?)));
    let example = |(numbers, label)| Example { numbers, label, weight: 1.0 };
    let singles: Vec<Example<'_>> =
        rows.clone().map(|(numbers, label)| example((&numbers[..FEATURES], label))).collect();
    let first = logistic(&singles, RIDGE);
    let open: Vec<Example<'_>> = rows
        .filter(|&(numbers, label)| {
            label > 0.0 || probability(&numbers[..FEATURES], &first) > PLAIN
        })
        .map(example)
        .collect();
    logistic(&open, RIDGE_OF_PRODUCTS)
}

fn probability(numbers: &[f32], model: &[f64]) -> f64 {
    let sum: f64 = numbers.iter().zip(model).map(|(&x, w)| f64::from(x) * w).sum();
    1.0 / (1.0 + (-sum).exp())
}

fn measure(runs: &[Run], events: &[String], golds: &[Gold]) {
    let held: Vec<[Vec<f64>; 2]> = (0..events.len())
        .into_par_iter()
        .map(|e| [false, true].map(|cross| fit(runs, cross, Some(e))))
        .collect();
    // The run of event e is the one behind the run of all.
    let found: Vec<Vec<PairRow>> = (0..events.len())
        .map(|e| {
            let Run { corpus, rows } = &runs[e + 1];
            let mut pairs: Vec<Pair> = rows
                .iter()
                .map(|row| {
                    let model = &held[e][usize::from(row.cross)];
                    Pair { score: probability(&row.numbers[..], model), ..row.pair.clone() }
                })
                .collect();
            select(&mut pairs);
            let side = |s: &Side| (corpus.articles[s.article].id.clone(), corpus.text(s).into());
            pairs
                .iter()
                .map(|p| PairRow { score: p.score, left: side(&p.left), right: side(&p.right) })
                .collect()
        })
        .collect();
    println!(
        "| languages | precision | recall | F1 | best F1 | at |\n|---|---:|---:|---:|---:|---:|"
    );
    let mut judged = Vec::new();
    for (name, x, y) in [
        ("Indonesian–Indonesian", Lang::Id, Lang::Id),
        ("Indonesian–English", Lang::Id, Lang::En),
        ("English–English", Lang::En, Lang::En),
    ] {
        let mut gold = Gold::default();
        let mut rows = Vec::new();
        for (e, one) in golds.iter().enumerate() {
            let articles = &runs[e + 1].corpus.articles;
            let lang = |id: &str| articles.iter().find(|a| a.id == id).map(|a| a.lang);
            gold.sentences.extend(one.sentences.clone());
            gold.article_of.extend(one.article_of.clone());
            gold.grades.extend(one.grades.clone());
            let of_this_kind = one.scope.iter().filter(|(a, b)| {
                let both: BTreeSet<_> = [lang(a), lang(b)].into();
                both == [Some(x), Some(y)].into()
            });
            gold.scope.extend(of_this_kind.cloned());
            rows.extend(found[e].iter().cloned());
        }
        let kept: Vec<PairRow> =
            rows.iter().filter(|r| r.score >= DEFAULT_MIN_SCORE).cloned().collect();
        let (q, all) = (score_pairs(&gold, &kept), score_pairs(&gold, &rows));
        judged.extend(all.judged);
        let (p, r, f) = (q.all.precision, q.all.recall, q.all.f1);
        println!(
            "| {name} | {p:.3} | {r:.3} | {f:.3} | {:.3} | {:.2} |",
            all.best.f1, all.best_cut
        );
    }
    println!("\nBrier {:.4} over all pairs looked at\n", padan::eval::brier(&judged));
    println!("| mean score | share right | pairs |\n|---:|---:|---:|");
    for bin in reliability(&judged) {
        println!("| {:.2} | {:.2} | {} |", bin.score, bin.right, bin.rows);
    }
}
