//! Fits the weights of comparable mode on the gold in `tests/gold`, and measures them on events that
//! they were not fitted on.
//!
//! ```sh
//! cargo run --release --example fit_comparable -- measure [ARTICLES GOLD]...
//! cargo run --release --example fit_comparable -- fit [ARTICLES GOLD]... > src/score/model.tsv
//! cargo run --release --example fit_comparable -- witnesses [ARTICLES GOLD]... > src/align/witnesses.tsv
//! ```
//!
//! `measure` leaves out one event after the other, fits on the rest, and scores the event left out.
//! All take further articles with their gold: what is shipped is fitted on the events of `corpus/`
//! and one set of real articles that is not ours to publish.

use padan::align::{select, witness};
use padan::comparable::{leads, scored_pairs};
use padan::eval::{Gold, Grade, PairRow, judge, reliability, score_pairs};
use padan::learn::{Example, logistic, through_zero};
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

/// The gold of every event, and the runs: all of `corpus/` first, then event by event.
struct Fitting {
    golds: Vec<Gold>,
    runs: Vec<Run>,
    /// How many events are ours, the first ones; the others come from the command line.
    ours: usize,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let fitting = Fitting::new(args.get(1..).unwrap_or_default());
    match args.first().map(String::as_str) {
        Some("measure") => fitting.measure(),
        Some("fit") => {
            let models = [false, true].map(|cross| fitting.fit(cross, None));
            println!("number\tsame\tcross");
            for (at, name) in weighed_names().enumerate() {
                println!("{name}\t{:.5}\t{:.5}", models[0][at], models[1][at]);
            }
        }
        Some("witnesses") => {
            let (rounds, _) = fitting.witnesses(&fitting.left_out(), None);
            println!("number\tfirst\tsecond");
            for (at, name) in witness::NAMES.iter().enumerate() {
                println!("{name}\t{:.5}\t{:.5}", rounds[0][at], rounds[1][at]);
            }
        }
        _ => eprintln!("say measure, fit or witnesses"),
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

/// Reads and compares; `event` tells the event of an article by its file.
fn run(input: &Path, golds: &[Gold], event: impl Fn(&Path) -> usize + Sync) -> Run {
    let loaded = padan::read::articles(&[input.to_owned()], &padan::read::Options::default())
        .expect("the corpus is readable");
    let mut settings = Settings::default();
    let corpus = Corpus::new(loaded.articles, Lexicon::builtin(), &settings);
    settings.min_score = 0.0;
    let rows = scored_pairs(&corpus, &settings)
        .into_par_iter()
        .map(|(pair, features)| {
            let events =
                [&pair.left, &pair.right].map(|side| event(&corpus.articles[side.article].path));
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

fn probability(numbers: &[f32], model: &[f64]) -> f64 {
    let numbers = numbers.iter().map(|&x| f64::from(x));
    padan::model::probability(padan::model::log_odds(numbers, model.iter().copied()))
}

impl Fitting {
    /// Our events, and those of `further`: articles, gold, articles, gold.
    fn new(further: &[String]) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let events: Vec<String> = names(&root.join("tests/gold"));
        let mut sets: Vec<(PathBuf, PathBuf)> = events
            .iter()
            .map(|e| (root.join("corpus").join(e), root.join("tests/gold").join(e)))
            .collect();
        sets.extend(further.chunks_exact(2).map(|s| (PathBuf::from(&s[0]), PathBuf::from(&s[1]))));
        let golds: Vec<Gold> =
            sets.iter().map(|(_, gold)| Gold::read(gold).expect("the gold is readable")).collect();
        let mut runs = vec![run(&root.join("corpus"), &golds, |path| {
            let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
            events.iter().position(|e| **e == *folder.to_string_lossy()).expect("it has gold")
        })];
        runs.extend(sets.iter().enumerate().map(|(e, (input, _))| run(input, &golds, |_| e)));
        Self { golds, runs, ours: events.len() }
    }

    fn events(&self) -> std::ops::Range<usize> {
        0..self.golds.len()
    }

    /// Fits on every row that does not touch the event `without`: once on all, without products,
    /// then without the pairs that are plainly none, so that the weights are set by those that are
    /// hard to tell.
    fn fit(&self, cross: bool, without: Option<usize>) -> Vec<f64> {
        let rows = self
            .runs
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

    /// How probable each row of each run is, by weights fitted without its event; without that of
    /// its left side where it has two.
    fn left_out(&self) -> Vec<Vec<f64>> {
        let models: Vec<[Vec<f64>; 2]> = self
            .events()
            .into_par_iter()
            .map(|e| [false, true].map(|cross| self.fit(cross, Some(e))))
            .collect();
        let score =
            |r: &Row| probability(&r.numbers[..], &models[r.events[0]][usize::from(r.cross)]);
        self.runs.iter().map(|run| run.rows.iter().map(score).collect()).collect()
    }

    /// The weights of what other pairs say, fitted without an event, and how probable they make
    /// each row. `own` is how probable each row is by itself.
    fn witnesses(
        &self,
        own: &[Vec<f64>],
        without: Option<usize>,
    ) -> (Vec<Vec<f64>>, Vec<Vec<f64>>) {
        let pairs: Vec<Vec<Pair>> =
            self.runs.iter().map(|run| run.rows.iter().map(|r| r.pair.clone()).collect()).collect();
        let first: Vec<Vec<usize>> = self.runs.iter().map(|run| leads(&run.corpus)).collect();
        let mut scores = own.to_vec();
        let mut rounds = Vec::new();
        for _ in 0..witness::ROUNDS {
            let said: Vec<Vec<_>> = (0..self.runs.len())
                .map(|r| witness::testimonies(&pairs[r], &first[r], &own[r], &scores[r]))
                .collect();
            let mut examples: Vec<Example<'_>> = Vec::new();
            for (n, run) in self.runs.iter().enumerate() {
                for ((row, said), own) in run.rows.iter().zip(&said[n]).zip(&own[n]) {
                    let left_out = without.is_some_and(|e| row.events.contains(&e));
                    // Pairs of one event stand in its own run.
                    let twice = n == 0 && row.events[0] == row.events[1];
                    if left_out || twice || *own < witness::FAINTEST {
                        continue;
                    }
                    let example = |label| Example { numbers: &said[..], label, weight: 1.0 };
                    examples.extend(row.label.map(example));
                }
            }
            let weights = through_zero(&examples, RIDGE);
            for (scores, said) in scores.iter_mut().zip(&said) {
                *scores = said.iter().map(|s| witness::heard(s, &weights)).collect();
            }
            rounds.push(weights);
        }
        (rounds, scores)
    }

    fn measure(&self) {
        let own = self.left_out();
        println!("By themselves:\n");
        self.table(&own[1..]);
        let heard: Vec<Vec<f64>> = self
            .events()
            .into_par_iter()
            .map(|e| self.witnesses(&own, Some(e)).1.swap_remove(e + 1))
            .collect();
        println!("\nWith what other pairs say:\n");
        self.table(&heard);
    }

    /// The figures of all pairs, given how probable each row is.
    fn table(&self, scores: &[Vec<f64>]) {
        let found: Vec<Vec<PairRow>> = self
            .events()
            .map(|e| {
                let Run { corpus, rows } = &self.runs[e + 1];
                let mut pairs: Vec<Pair> = rows
                    .iter()
                    .zip(&scores[e])
                    .map(|(row, &score)| Pair { score, ..row.pair.clone() })
                    .collect();
                select(&mut pairs);
                let side =
                    |s: &Side| (corpus.articles[s.article].id.clone(), corpus.text(s).into());
                pairs
                    .iter()
                    .map(|p| PairRow { score: p.score, left: side(&p.left), right: side(&p.right) })
                    .collect()
            })
            .collect();
        println!(
            "| languages | precision | recall | F1 | best F1 | at |\n|---|---:|---:|---:|---:|---:|"
        );
        let ours = 0..self.ours;
        let mut judged = Vec::new();
        for (name, x, y) in [
            ("Indonesian–Indonesian", Lang::Id, Lang::Id),
            ("Indonesian–English", Lang::Id, Lang::En),
            ("English–English", Lang::En, Lang::En),
        ] {
            judged.extend(self.row(name, ours.clone(), &found, Some((x, y))));
        }
        for further in self.ours..self.golds.len() {
            self.row("further articles", further..further + 1, &found, None);
        }
        println!("\nBrier {:.4} over all pairs looked at\n", padan::eval::brier(&judged));
        println!("| mean score | share right | pairs |\n|---:|---:|---:|");
        for bin in reliability(&judged) {
            println!("| {:.2} | {:.2} | {} |", bin.score, bin.right, bin.rows);
        }
    }

    /// Prints the figures of some events and of some languages; gives what each score was worth.
    fn row(
        &self,
        name: &str,
        events: std::ops::Range<usize>,
        found: &[Vec<PairRow>],
        of: Option<(Lang, Lang)>,
    ) -> Vec<(f64, f64)> {
        let mut gold = Gold::default();
        let mut rows = Vec::new();
        for e in events {
            let one = &self.golds[e];
            let articles = &self.runs[e + 1].corpus.articles;
            let lang = |id: &str| articles.iter().find(|a| a.id == id).map(|a| a.lang);
            gold.sentences.extend(one.sentences.clone());
            gold.article_of.extend(one.article_of.clone());
            gold.grades.extend(one.grades.clone());
            let of_this_kind = one.scope.iter().filter(|(a, b)| {
                let both: BTreeSet<_> = [lang(a), lang(b)].into();
                of.is_none_or(|(x, y)| both == [Some(x), Some(y)].into())
            });
            gold.scope.extend(of_this_kind.cloned());
            rows.extend(found[e].iter().cloned());
        }
        let kept: Vec<PairRow> =
            rows.iter().filter(|r| r.score >= DEFAULT_MIN_SCORE).cloned().collect();
        let (q, all) = (score_pairs(&gold, &kept), score_pairs(&gold, &rows));
        let (p, r, f) = (q.all.precision, q.all.recall, q.all.f1);
        println!(
            "| {name} | {p:.3} | {r:.3} | {f:.3} | {:.3} | {:.2} |",
            all.best.f1, all.best_cut
        );
        all.judged
    }
}
