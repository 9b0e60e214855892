//! Fits the weights of `padan compare` on pairs of names, and measures them.
//!
//! ```sh
//! cargo run --release --example fit_names -- tests/gold/name_pairs.csv [--wrong]
//! ```
//!
//! Rows of the set `dev` are fitted on; the figures for dev are of pairs left out (each fifth in
//! turn). Of the set `test` nothing but its figures is shown. `--wrong` lists the pairs of dev that
//! the weights in use get wrong.

use padan::learn::{Example, logistic};
use padan::lexicon::Lexicon;
use padan::model::EntryKind;
use padan::names::compare::{DEFAULT_CUT, FEATURES, NAMES, SIGNS, compare, numbers};

/// Found by measuring 0.3 to 10 on pairs left out.
const RIDGE: f64 = 1.0;
const FOLDS: usize = 5;

struct Row {
    names: [String; 2],
    kind: Option<EntryKind>,
    same: bool,
    dev: bool,
    numbers: [f32; FEATURES],
}

fn main() {
    let mut rows = Vec::new();
    let lexicon = Lexicon::builtin();
    let wrong = std::env::args().any(|a| a == "--wrong");
    let ridge = std::env::var("RIDGE").ok().and_then(|r| r.parse().ok()).unwrap_or(RIDGE);
    for path in std::env::args().skip(1).filter(|a| !a.starts_with("--")) {
        let mut reader = csv::Reader::from_path(&path).expect("the file is readable");
        let head = reader.headers().expect("a header").clone();
        let at = |name: &str| head.iter().position(|h| h == name);
        for record in reader.records() {
            let record = record.expect("a record");
            let get = |name: &str| at(name).and_then(|n| record.get(n)).unwrap_or("");
            let kind = EntryKind::from_name(get("type"));
            let (a, b) = (get("name1").to_owned(), get("name2").to_owned());
            rows.push(Row {
                numbers: numbers(&a, &b, kind, lexicon).0,
                names: [a, b],
                kind,
                same: matches!(get("same"), "true" | "1" | "yes"),
                dev: get("set") != "test",
            });
        }
    }
    let dev: Vec<&Row> = rows.iter().filter(|r| r.dev).collect();
    // Numbers whose weight would have the wrong sign are left out, and the rest fitted again.
    let fit = |rows: &[&Row]| {
        let mut out = [false; FEATURES];
        loop {
            let kept: Vec<[f32; FEATURES]> = rows
                .iter()
                .map(|r| std::array::from_fn(|n| if out[n] { 0.0 } else { r.numbers[n] }))
                .collect();
            let examples: Vec<Example<'_>> = rows
                .iter()
                .zip(&kept)
                .map(|(r, numbers)| {
                    let label = f64::from(u8::from(r.same));
                    Example { numbers, label, weight: 1.0 }
                })
                .collect();
            let weights = logistic(&examples, ridge);
            let wrong = |n: &usize| !out[*n] && weights[*n] * f64::from(SIGNS[*n]) < -1e-6;
            match (0..FEATURES).find(wrong) {
                Some(n) => out[n] = true,
                None => return weights,
            }
        }
    };
    let said = |weights: &[f64], r: &Row| {
        weights.iter().zip(r.numbers).map(|(w, n)| w * f64::from(n)).sum::<f64>() >= 0.0
    };
    let mut held = Vec::new();
    for fold in 0..FOLDS {
        let (mut on, mut off) = (Vec::new(), Vec::new());
        for (n, r) in dev.iter().enumerate() {
            if n % FOLDS == fold { off.push(*r) } else { on.push(*r) }
        }
        let weights = fit(&on);
        held.extend(off.into_iter().map(|r| (r.same, said(&weights, r))));
    }
    tell("dev, left out", &held);
    let own = |r: &Row| {
        let c = compare(&r.names[0], &r.names[1], r.kind, lexicon);
        if wrong && r.dev && c.same != r.same {
            let k = r.kind.map_or("", EntryKind::name);
            println!(
                "  {} {:.2} {} | {} ({k}): {}",
                r.same, c.score, r.names[0], r.names[1], c.reason
            );
        }
        (r.same, c.score >= DEFAULT_CUT)
    };
    tell("dev, weights in use", &dev.iter().map(|r| own(r)).collect::<Vec<_>>());
    let test: Vec<_> = rows.iter().filter(|r| !r.dev).map(own).collect();
    tell("test, weights in use", &test);
    println!("weights fitted on dev:");
    for (name, w) in NAMES.iter().zip(fit(&dev)) {
        println!("    {w:.2}, // {name}");
    }
}

fn tell(what: &str, answers: &[(bool, bool)]) {
    let count =
        |a: bool, b: bool| answers.iter().filter(|(x, y)| (*x, *y) == (a, b)).count() as f64;
    let (tp, fp, miss) = (count(true, true), count(false, true), count(true, false));
    let (p, r) = (tp / (tp + fp).max(1.0), tp / (tp + miss).max(1.0));
    println!(
        "{what}: {} pairs, precision {p:.3} recall {r:.3} F1 {:.3}",
        answers.len(),
        2.0 * p * r / (p + r).max(1e-9)
    );
}
