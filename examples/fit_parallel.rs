//! Fits the weights of parallel mode on documents with known beads, or measures those shipped.
//!
//! ```sh
//! cargo run --release --example fit_parallel -- measure FOLDER...
//! cargo run --release --example fit_parallel -- fit FOLDER... -- FOLDER... > src/bitext/weights.rs
//! ```
//!
//! Weights of beads by themselves are fitted on the first folders, best without stretches where the
//! reference follows the line and the words do not; those of beads in their documents on the second,
//! with such stretches. A third group is measured.
//!
//! A folder holds one folder a condition, in it documents as `X.id.txt` and `X.en.txt` (a sentence a
//! line) and `X.gold.tsv` (a bead a line: left lines, tab, right lines, counted from 0, with commas).
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints figures")]

use padan::bitext::{
    self, Document, MODEL, Model, Net, Posteriors, Prepared, Scores, Source, Step,
};
use padan::lexicon::Lexicon;
use padan::pipeline::Corpus;
use padan::settings::Settings;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

type Beads = BTreeSet<(Vec<usize>, Vec<usize>)>;
/// Condition, counts, and each bead's probability with whether it is right.
type Measured = (String, Tally, Vec<(f64, bool)>);

struct Doc {
    name: String,
    condition: String,
    corpus: Corpus,
    gold: Beads,
}

fn gold(path: &Path) -> Beads {
    let ids = |field: &str| field.split(',').filter_map(|n| n.parse().ok()).collect::<Vec<usize>>();
    std::fs::read_to_string(path)
        .unwrap_or_default()
        .lines()
        .filter_map(|l| l.split_once('\t'))
        .map(|(l, r)| (ids(l), ids(r)))
        .collect()
}

fn documents(folders: &[String]) -> Vec<Doc> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in folders {
        for condition in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            for file in std::fs::read_dir(condition.path()).into_iter().flatten().flatten() {
                if file.path().to_string_lossy().ends_with(".gold.tsv") {
                    paths.push(file.path());
                }
            }
        }
    }
    paths.sort();
    let options = padan::read::Options { lines: true, ..Default::default() };
    paths
        .par_iter()
        .filter_map(|path| {
            let stem = path.to_string_lossy().replace(".gold.tsv", "");
            let inputs = [format!("{stem}.id.txt").into(), format!("{stem}.en.txt").into()];
            let loaded = padan::read::articles(&inputs, &options).ok()?;
            let corpus = Corpus::new(loaded.articles, Lexicon::builtin(), &Settings::sentences());
            let condition = path.parent()?.file_name()?.to_string_lossy().into_owned();
            let name = Path::new(&stem).file_name()?.to_string_lossy().into_owned();
            Some(Doc { name, condition, corpus, gold: gold(path) })
        })
        .collect()
}

fn prepare(doc: &Doc, model: &Model, keep: bool) -> Prepared {
    let side = |a: usize| -> Vec<Source<'_>> {
        doc.corpus.sentences[a]
            .iter()
            .zip(&doc.corpus.analysed[a])
            .map(|(s, analysed)| Source { analysed, text: s.span.of(&doc.corpus.articles[a].text) })
            .collect()
    };
    Prepared::new(&doc.corpus.space, &side(0), &side(1), model, keep)
}

/// A document with the path that its gold leaves within reach.
struct Case {
    prepared: Prepared,
    path: Posteriors,
}

fn span((first, count): (u32, u8)) -> Vec<usize> {
    (first as usize..first as usize + usize::from(count)).collect()
}

/// The gold as certain posteriors.
fn certain(prepared: &Prepared, gold: &Beads) -> Posteriors {
    let found = &prepared.found;
    let is = |b: &bitext::Bead| gold.contains(&(span(b.left), span(b.right)));
    let worth = |b: &bitext::Bead| f32::from(b.left.1 + b.right.1);
    let full: HashSet<usize> =
        gold.iter().filter(|b| !b.1.is_empty()).flat_map(|b| b.0.clone()).collect();
    let path = prepared.best(
        &|at| if is(&found.singles[at]) { 2.0 } else { -1.0 },
        &|at| if is(&found.joined[at]) { worth(&found.joined[at]) } else { -1.0 },
        &|at| {
            let swap = &found.swaps[at];
            let right = swap.pairs.iter().all(|&p| is(&found.singles[p]));
            let (spare, _) = prepared.spare(at);
            if right && spare.iter().all(|s| !full.contains(s)) {
                2.0 * swap.pairs.len() as f32 + 0.1
            } else {
                -1.0
            }
        },
    );
    let (n, m) = prepared.sizes();
    let mut out = Posteriors {
        singles: vec![0.0; found.singles.len()],
        joined: vec![0.0; found.joined.len()],
        swaps: vec![0.0; found.swaps.len()],
        left_gaps: vec![[0.0; 2]; n],
        right_gaps: vec![[0.0; 2]; m],
        whole: 0.0,
    };
    let (mut i, mut j) = (0, 0);
    for step in path {
        let (l, r) = match step {
            Step::Single(at) => {
                out.singles[at] = 1.0;
                (found.singles[at].left, found.singles[at].right)
            }
            Step::Joined(at) => {
                out.joined[at] = 1.0;
                (found.joined[at].left, found.joined[at].right)
            }
            Step::Swap(at) => {
                out.swaps[at] = 1.0;
                (found.swaps[at].left, found.swaps[at].right)
            }
        };
        gap_run(&mut out, (i, j), (l.0 as usize, r.0 as usize));
        (i, j) = (l.0 as usize + usize::from(l.1), r.0 as usize + usize::from(r.1));
    }
    gap_run(&mut out, (i, j), (n, m));
    out
}

fn gap_run(out: &mut Posteriors, from: (usize, usize), to: (usize, usize)) {
    for (k, x) in (from.0..to.0).enumerate() {
        out.left_gaps[x][usize::from(k > 0)] = 1.0;
    }
    for (k, y) in (from.1..to.1).enumerate() {
        out.right_gaps[y][usize::from(k > 0)] = 1.0;
    }
}

/// Sums of numbers by kind, weighed by how often each bead is taken.
struct Counts {
    single: Vec<f64>,
    joined: Vec<f64>,
    gap: Vec<f64>,
    swap: Vec<f64>,
}

fn add(to: &mut [f64], vector: &[f32], times: f32) {
    if times.abs() > 1e-7 {
        for (t, v) in to.iter_mut().zip(vector) {
            *t += f64::from(times * v);
        }
    }
}

/// How many numbers a net has.
const NET: usize = bitext::BEAD + bitext::UNITS * (bitext::BEAD + 1);

/// The slope of a net's numbers for one bead.
fn add_net(to: &mut [f64], net: &Net, vector: &[f32; bitext::BEAD], times: f32) {
    const BEAD: usize = bitext::BEAD;
    let (plain, rest) = to.split_at_mut(BEAD);
    let (units, worth) = rest.split_at_mut(bitext::UNITS * BEAD);
    add(plain, vector, times);
    for (n, unit) in net.units.iter().enumerate() {
        let said: f32 = unit.iter().zip(vector).map(|(a, b)| a * b).sum();
        if said > 0.0 {
            worth[n] += f64::from(times * said);
            add(&mut units[n * BEAD..(n + 1) * BEAD], vector, times * net.worth[n]);
        }
    }
}

fn flat_net(net: &Net) -> Vec<f32> {
    [&net.plain[..], &net.units.concat(), &net.worth].concat()
}

fn net_of(numbers: &[f64]) -> Net {
    const BEAD: usize = bitext::BEAD;
    let (plain, rest) = numbers.split_at(BEAD);
    let (units, worth) = rest.split_at(bitext::UNITS * BEAD);
    Net {
        plain: narrow(plain),
        units: std::array::from_fn(|n| narrow(&units[n * BEAD..(n + 1) * BEAD])),
        worth: narrow(worth),
    }
}

/// What the numbers of a path sum to, less those of the gold. `document`: the second set.
fn slope(
    case: &Case,
    model: &Model,
    p: &Posteriors,
    known: Option<(&Document, &Scores, &Scores)>,
) -> Counts {
    use bitext::{GAP, KNOWN, KNOWN_GAP, KNOWN_SWAP, SWAP};
    let found = &case.prepared.found;
    let (bead, gap, swap) =
        if known.is_some() { (KNOWN, KNOWN_GAP, KNOWN_SWAP) } else { (NET, GAP, SWAP) };
    let mut out = Counts {
        single: vec![0.0; bead],
        joined: vec![0.0; bead],
        gap: vec![0.0; gap],
        swap: vec![0.0; swap],
    };
    let mut singles: Vec<f32> =
        p.singles.iter().zip(&case.path.singles).map(|(p, g)| p - g).collect();
    let mut gaps: [Vec<[f32; 2]>; 2] =
        [(&p.left_gaps, &case.path.left_gaps), (&p.right_gaps, &case.path.right_gaps)]
            .map(|(p, g)| p.iter().zip(g).map(|(p, g)| [p[0] - g[0], p[1] - g[1]]).collect());
    for at in 0..found.swaps.len() {
        let times = p.swaps[at] - case.path.swaps[at];
        match known {
            Some((d, _, scores)) => {
                let inside = case.prepared.inside(scores, at);
                add(
                    &mut out.swap,
                    &d.swap(found.swaps[at].left.0, inside, found.swaps[at].pairs.len()),
                    times,
                );
            }
            None => add(&mut out.swap, &case.prepared.swap(at), times),
        }
        for &pair in &found.swaps[at].pairs {
            singles[pair] += times;
        }
        let spare = case.prepared.spare(at);
        for (side, spare) in [spare.0, spare.1].iter().enumerate() {
            for &s in spare {
                gaps[side][s][0] += times;
            }
        }
    }
    for (at, &times) in singles.iter().enumerate() {
        if times.abs() > 1e-6 {
            match known {
                Some((d, ..)) => add(&mut out.single, &d.bead(&found.singles[at]), times),
                None => add_net(&mut out.single, &model.single, &found.vectors[at], times),
            }
        }
    }
    for at in 0..found.joined.len() {
        let times = p.joined[at] - case.path.joined[at];
        if times.abs() > 1e-6 {
            if let Some((d, ..)) = known {
                add(&mut out.joined, &d.bead(&found.joined[at]), times);
            } else {
                let vector = &found.vectors[found.singles.len() + at];
                add_net(&mut out.joined, &model.joined, vector, times);
            }
        }
    }
    for side in [0, 1] {
        for (s, times) in gaps[side].iter().enumerate() {
            for on in [0, 1] {
                match known {
                    Some((d, first, _)) => {
                        let base = if side == 0 {
                            first.left_gaps[s][on]
                        } else {
                            first.right_gaps[s][on]
                        };
                        add(&mut out.gap, &d.gap((side == 1, s), base, on == 1), times[on]);
                    }
                    None => add(&mut out.gap, &case.prepared.gap(side == 1, s, on == 1), times[on]),
                }
            }
        }
    }
    out
}

/// Steps down a slope, each number at its own pace (Kingma and Ba's Adam).
struct Descent {
    mean: Vec<f64>,
    square: Vec<f64>,
    round: i32,
}

impl Descent {
    fn new(size: usize) -> Self {
        Self { mean: vec![0.0; size], square: vec![0.0; size], round: 0 }
    }

    fn step(&mut self, weights: &mut [f64], slope: &[f64], pace: f64) {
        self.round += 1;
        for at in 0..weights.len() {
            self.mean[at] = 0.9 * self.mean[at] + 0.1 * slope[at];
            self.square[at] = 0.99 * self.square[at] + 0.01 * slope[at] * slope[at];
            let m = self.mean[at] / (1.0 - 0.9_f64.powi(self.round));
            let s = self.square[at] / (1.0 - 0.99_f64.powi(self.round));
            weights[at] -= pace * m / (s.sqrt() + 1e-9);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "weights are printed with four decimals")]
fn narrow<const N: usize>(from: &[f64]) -> [f32; N] {
    let mut out = [0.0; N];
    for (o, f) in out.iter_mut().zip(from) {
        *o = *f as f32;
    }
    out
}

const ROUNDS: usize = 200;
/// Each round looks at one document in so many.
const BATCHES: usize = 2;
/// The longest step, reached after the first rounds and then given up bit by bit: the weights that
/// a fit begins with are good, and a first step of full length would lose them.
const PACE: f64 = 0.02;
const RAMP: usize = 40;
const RIDGE: f64 = 2e-4;

/// A document whose reference costs more than this for each sentence follows the line where the words
/// do not, over a whole stretch: it says nothing of how far words are to be trusted.
const SLIPPED: f64 = 0.25;

/// The documents with the paths of their references.
fn cases(docs: &[Doc], model: &Model) -> Vec<Case> {
    docs.par_iter()
        .map(|d| {
            let prepared = prepare(d, model, true);
            let path = certain(&prepared, &d.gold);
            Case { prepared, path }
        })
        .collect()
}

/// Whether the words agree with a document's reference by and large.
fn agrees(case: &Case, model: &Model) -> bool {
    let scores = case.prepared.scores(model);
    let loss = case.prepared.posteriors(&scores).whole - value(&case.path, &scores);
    let (lefts, rights) = case.prepared.sizes();
    loss <= SLIPPED * (lefts + rights) as f64
}

/// Beads by themselves are fitted on the first documents, beads in their documents on the second.
fn fit(docs: &[Doc], whole: &[Doc]) -> Model {
    use bitext::{GAP, KNOWN, KNOWN_GAP, SWAP};
    let mut model = MODEL;
    let mut cases = cases(docs, &model);
    eprintln!("{} documents", cases.len());
    let flat = |m: &Model, known: bool| -> Vec<f64> {
        let parts = if known {
            [&m.known_single[..], &m.known_joined, &m.known_gap, &m.known_swap].concat()
        } else {
            [&flat_net(&m.single)[..], &flat_net(&m.joined), &m.gap, &m.swap].concat()
        };
        parts.into_iter().map(f64::from).collect()
    };
    for known in [false, true] {
        if known {
            if !whole.is_empty() {
                cases = self::cases(whole, &model);
                let all = cases.len();
                cases.retain(|case| agrees(case, &model));
                eprintln!("{} of {all} documents agree with their words", cases.len());
            }
            model.known_single = [0.0; KNOWN];
            model.known_single[bitext::DOCUMENT] = 1.0;
            model.known_joined = model.known_single;
            model.known_gap = [0.0; KNOWN_GAP];
            model.known_gap[2 * bitext::DOCUMENT] = 1.0;
        }
        let mut weights = flat(&model, known);
        let mut descent = Descent::new(weights.len());
        let rounds = ROUNDS;
        let mut documents: Vec<(Document, Scores)> = Vec::new();
        for round in 0..rounds {
            // A third of the way on, documents are looked at again, with what is fitted so far.
            if known && (round == 0 || round == rounds / 3 || round == 2 * rounds / 3) {
                let looks = if round == 0 { 0 } else { bitext::LOOKS - 1 };
                documents = cases.par_iter().map(|c| look(&c.prepared, &model, looks)).collect();
            }
            let parts: Vec<(f64, f64, Vec<f64>)> = cases
                .par_iter_mut()
                .enumerate()
                .filter(|(n, _)| n % BATCHES == round % BATCHES)
                .map(|(n, case)| {
                    let counts = if known {
                        let (d, first) = &documents[n];
                        let scores = case.prepared.known_scores(&model, d, first);
                        let p = case.prepared.posteriors(&scores);
                        (p.whole, slope(case, &model, &p, Some((d, first, &scores))), scores)
                    } else {
                        rescore(&mut case.prepared, &model);
                        let scores = case.prepared.scores(&model);
                        let p = case.prepared.posteriors(&scores);
                        (p.whole, slope(case, &model, &p, None), scores)
                    };
                    let (whole, c, scores) = counts;
                    let loss = whole - value(&case.path, &scores);
                    let beads = f64::from(case.path.singles.iter().sum::<f32>());
                    (loss, beads, [c.single, c.joined, c.gap, c.swap].concat())
                })
                .collect();
            let mut slope = vec![0.0; weights.len()];
            let (mut loss, mut beads) = (0.0, 0.0);
            for (l, b, part) in parts {
                loss += l;
                beads += b;
                for (s, p) in slope.iter_mut().zip(part) {
                    *s += p;
                }
            }
            for (s, w) in slope.iter_mut().zip(&weights) {
                *s = *s / beads + RIDGE * w;
            }
            let ramp = (round + 1).min(RAMP) as f64 / RAMP as f64;
            let pace = PACE * ramp * (1.0 - round as f64 / rounds as f64).max(0.02);
            descent.step(&mut weights, &slope, pace);
            let (s, j) = if known { (KNOWN, 2 * KNOWN) } else { (NET, 2 * NET) };
            let g = j + if known { KNOWN_GAP } else { GAP };
            if known {
                model.known_single = narrow(&weights[..s]);
                model.known_joined = narrow(&weights[s..j]);
                model.known_gap = narrow(&weights[j..g]);
                model.known_swap = narrow(&weights[g..]);
            } else {
                model.single = net_of(&weights[..s]);
                model.joined = net_of(&weights[s..j]);
                model.gap = narrow(&weights[j..g]);
                model.swap = narrow(&weights[g..g + SWAP]);
            }
            if round % 20 == 0 || round + 1 == rounds {
                eprintln!("round {round}: loss a bead {:.5}", loss / beads);
            }
        }
        if !known {
            cases.par_iter_mut().for_each(|c| rescore(&mut c.prepared, &model));
        }
    }
    tempered(model)
}

/// How far the numbers of a bead and a gap are trusted against what is known of their document: the
/// path is surer of itself than it is right where a reference follows the line. Found on the fitting
/// documents with such stretches, so that complete texts lose nothing.
const TRUST: f32 = 0.85;

/// Takes a part of what beads and gaps tell by themselves away.
fn tempered(mut model: Model) -> Model {
    model.known_single[bitext::DOCUMENT] *= TRUST;
    model.known_joined[bitext::DOCUMENT] *= TRUST;
    model.known_gap[2 * bitext::DOCUMENT] *= TRUST;
    model
}

/// What is known of a document after a first look and `looks` more.
fn look(prepared: &Prepared, model: &Model, looks: usize) -> (Document, Scores) {
    let first = prepared.scores(model);
    let mut document = prepared.document(&prepared.posteriors(&first));
    for _ in 0..looks {
        let known = prepared.known_scores(model, &document, &first);
        document = prepared.document(&prepared.posteriors(&known));
    }
    (document, first)
}

/// Log odds of a path.
fn value(path: &Posteriors, scores: &Scores) -> f64 {
    let sum = |p: &[f32], s: &[f32]| -> f64 {
        p.iter().zip(s).filter(|(p, _)| **p > 0.0).map(|(p, s)| f64::from(p * s)).sum()
    };
    let gaps = |p: &[[f32; 2]], s: &[[f32; 2]]| -> f64 {
        p.iter().zip(s).map(|(p, s)| f64::from(p[0] * s[0] + p[1] * s[1])).sum()
    };
    sum(&path.singles, &scores.singles)
        + sum(&path.joined, &scores.joined)
        + sum(&path.swaps, &scores.swaps)
        + gaps(&path.left_gaps, &scores.left_gaps)
        + gaps(&path.right_gaps, &scores.right_gaps)
}

/// Log odds of every bead anew.
fn rescore(prepared: &mut Prepared, model: &Model) {
    let found = &mut prepared.found;
    let (singles, joined) = found.vectors.split_at(found.singles.len());
    for (bead, v) in found.singles.iter_mut().zip(singles) {
        bead.base = model.single.score(v);
    }
    for (bead, v) in found.joined.iter_mut().zip(joined) {
        bead.base = model.joined.score(v);
    }
}

/// Right, found and gold beads; then right and found by tenths of probability.
#[derive(Default, Clone)]
struct Tally {
    right: usize,
    found: usize,
    gold: usize,
    shapes: BTreeMap<String, [usize; 3]>,
}

/// What was found in place of each gold bead that was missed.
fn errors(doc: &Doc, beads: &[bitext::Aligned]) {
    for (l, r) in doc.gold.iter().filter(|b| !b.0.is_empty() && !b.1.is_empty()) {
        let same =
            |b: &&bitext::Aligned| b.left.clone().eq(l.clone()) && b.right.clone().eq(r.clone());
        if beads.iter().any(|b| same(&b)) {
            continue;
        }
        let touching = beads.iter().filter(|b| {
            l.iter().any(|n| b.left.contains(n)) || r.iter().any(|n| b.right.contains(n))
        });
        let found: Vec<String> =
            touching.map(|b| format!("{:?}~{:?} {:.2}", b.left, b.right, b.probability)).collect();
        eprintln!("{} {} {l:?}~{r:?}: {}", doc.condition, doc.name, found.join(", "));
    }
}

fn measure(docs: &[Doc], model: &Model) {
    let results: Vec<Measured> = docs
        .par_iter()
        .map(|d| {
            let prepared = prepare(d, model, false);
            let beads = bitext::align_prepared(&prepared, model);
            if std::env::var_os("ERRORS").is_some() {
                errors(d, &beads);
            }
            let mut tally = Tally::default();
            let mut scored = Vec::new();
            let shape = |l: usize, r: usize| format!("{}-{}", l.min(5), r.min(5));
            for b in &beads {
                let bead = (b.left.clone().collect(), b.right.clone().collect());
                let right = d.gold.contains(&bead);
                scored.push((b.probability, right));
                let row = tally.shapes.entry(shape(b.left.len(), b.right.len())).or_default();
                row[0] += usize::from(right);
                row[1] += 1;
                if !b.left.is_empty() && !b.right.is_empty() {
                    tally.found += 1;
                    tally.right += usize::from(right);
                }
            }
            for (l, r) in &d.gold {
                tally.shapes.entry(shape(l.len(), r.len())).or_default()[2] += 1;
                tally.gold += usize::from(!l.is_empty() && !r.is_empty());
            }
            (d.condition.clone(), tally, scored)
        })
        .collect();
    let mut by: BTreeMap<String, Tally> = BTreeMap::new();
    let mut bins = [(0.0, 0_usize, 0_usize); 10];
    let (mut brier, mut count) = (0.0, 0_usize);
    for (condition, t, scored) in results {
        let sum = by.entry(condition).or_default();
        sum.right += t.right;
        sum.found += t.found;
        sum.gold += t.gold;
        for (shape, n) in t.shapes {
            let row = sum.shapes.entry(shape).or_default();
            (0..3).for_each(|k| row[k] += n[k]);
        }
        for (p, right) in scored {
            let bin = (0..9).find(|b| p < f64::from(b + 1) / 10.0).unwrap_or(9);
            let cell = &mut bins[usize::try_from(bin).unwrap_or(9)];
            *cell = (cell.0 + p, cell.1 + 1, cell.2 + usize::from(right));
            brier += (p - f64::from(u8::from(right))).powi(2);
            count += 1;
        }
    }
    for (condition, t) in &by {
        let (p, r) = (t.right as f64 / t.found as f64, t.right as f64 / t.gold as f64);
        println!("{condition:14} strict F1 {:.4}  P {p:.4}  R {r:.4}", 2.0 * p * r / (p + r));
        if std::env::var_os("SHAPES").is_some() {
            for (shape, [right, found, gold]) in &t.shapes {
                println!("    {shape}: right {right} of {found} found, {gold} gold");
            }
        }
    }
    println!("Brier score {:.4} over {count} beads", brier / count as f64);
    for (sum, n, right) in bins {
        if n > 0 {
            println!("  said {:.3}  is {:.3}  of {n}", sum / n as f64, right as f64 / n as f64);
        }
    }
}

fn print(model: &Model) {
    println!(
        "{}",
        include_str!("../src/bitext/weights.rs")
            .split("/// What the program ships.")
            .next()
            .unwrap_or("")
    );
    println!("/// What the program ships.\n#[rustfmt::skip]\npub const MODEL: Model = Model {{");
    for (name, net) in [("single", &model.single), ("joined", &model.joined)] {
        println!("    {name}: Net {{\n        plain: [");
        print_rows(&net.plain, "            ");
        println!("        ],\n        units: [");
        for unit in &net.units {
            println!("            [");
            print_rows(unit, "                ");
            println!("            ],");
        }
        println!("        ],\n        worth: [");
        print_rows(&net.worth, "            ");
        println!("        ],\n    }},");
    }
    let rows: [(&str, &[f32]); 6] = [
        ("gap", &model.gap),
        ("swap", &model.swap),
        ("known_single", &model.known_single),
        ("known_joined", &model.known_joined),
        ("known_gap", &model.known_gap),
        ("known_swap", &model.known_swap),
    ];
    for (name, numbers) in rows {
        println!("    {name}: [");
        print_rows(numbers, "        ");
        println!("    ],");
    }
    println!("}};");
}

fn print_rows(numbers: &[f32], indent: &str) {
    for line in numbers.chunks(8) {
        let parts: Vec<String> = line.iter().map(|n| format!("{n:.4}")).collect();
        println!("{indent}{},", parts.join(", "));
    }
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((task, folders)) = args.split_first() else {
        eprintln!("usage: fit_parallel measure|fit FOLDER...");
        std::process::exit(2);
    };
    let mut groups = folders.split(|f| f == "--");
    let docs = documents(groups.next().unwrap_or_default());
    if task == "fit" {
        let whole = documents(groups.next().unwrap_or_default());
        let tested = groups.next().unwrap_or_default();
        let model = fit(&docs, &whole);
        print(&model);
        for folder in tested {
            println!("// {folder}");
            measure(&documents(std::slice::from_ref(folder)), &model);
        }
    } else {
        measure(&docs, &MODEL);
    }
}
