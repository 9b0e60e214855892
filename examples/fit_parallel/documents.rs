//! Documents with known beads, and their references as paths.

use padan::bitext::{self, Model, Posteriors, Prepared, Source, Step};
use padan::lexicon::Lexicon;
use padan::pipeline::Corpus;
use padan::settings::Settings;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

pub(super) type Beads = BTreeSet<(Vec<usize>, Vec<usize>)>;

pub(super) struct Doc {
    pub(super) name: String,
    pub(super) condition: String,
    pub(super) corpus: Corpus,
    pub(super) gold: Beads,
}

pub(super) fn gold(path: &Path) -> Beads {
    let ids = |field: &str| field.split(',').filter_map(|n| n.parse().ok()).collect::<Vec<usize>>();
    std::fs::read_to_string(path)
        .unwrap_or_default()
        .lines()
        .filter_map(|l| l.split_once('\t'))
        .map(|(l, r)| (ids(l), ids(r)))
        .collect()
}

pub(super) fn documents(folders: &[String]) -> Vec<Doc> {
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

pub(super) fn prepare(doc: &Doc, model: &Model, keep: bool) -> Prepared {
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
pub(super) struct Case {
    pub(super) prepared: Prepared,
    pub(super) path: Posteriors,
}

pub(super) fn span((first, count): (u32, u8)) -> Vec<usize> {
    (first as usize..first as usize + usize::from(count)).collect()
}

/// The gold as certain posteriors.
pub(super) fn certain(prepared: &Prepared, gold: &Beads) -> Posteriors {
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
    let beads = [found.singles.len(), found.joined.len(), found.swaps.len()];
    let mut out = Posteriors::none(beads, (n, m));
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

pub(super) fn gap_run(out: &mut Posteriors, from: (usize, usize), to: (usize, usize)) {
    for (k, x) in (from.0..to.0).enumerate() {
        out.left_gaps[x][usize::from(k > 0)] = 1.0;
    }
    for (k, y) in (from.1..to.1).enumerate() {
        out.right_gaps[y][usize::from(k > 0)] = 1.0;
    }
}
