//! Figures that must not fall: `tests/floors.csv` holds what was reached. A better figure raises
//! its floor in the same change; a floor never goes down.

use crate::support::{root, rows};
use padan::comparable::pairs;
use padan::eval::{Gold, PairRow, score_pairs};
use padan::lexicon::Lexicon;
use padan::model::{Article, Lang, Side};
use padan::pipeline::Corpus;
use padan::settings::Settings;
use std::path::{Path, PathBuf};

fn corpus(input: &Path) -> Corpus {
    let loaded = padan::read::articles(&[input.to_owned()], &padan::read::Options::default())
        .unwrap_or_else(|e| panic!("{}: {e}", input.display()));
    Corpus::new(loaded.articles, Lexicon::builtin(), &Settings::default())
}

/// The pairs of a corpus as rows of a file.
fn found(corpus: &Corpus) -> Vec<PairRow> {
    let id = |article: usize| corpus.articles[article].id.clone();
    pairs(corpus, &Settings::default())
        .iter()
        .map(|p| PairRow {
            score: p.score,
            left: (id(p.left.article), corpus.text(&p.left).to_owned()),
            right: (id(p.right.article), corpus.text(&p.right).to_owned()),
        })
        .collect()
}

/// F1 over several gold sets of the pairs of one combination of languages, or of all.
fn f1(sets: &[(PathBuf, PathBuf)], of: Option<(Lang, Lang)>) -> f64 {
    f1_of(sets, of, found)
}

fn f1_of(
    sets: &[(PathBuf, PathBuf)],
    of: Option<(Lang, Lang)>,
    rows: fn(&Corpus) -> Vec<PairRow>,
) -> f64 {
    let mut gold = Gold::default();
    let mut all = Vec::new();
    let mut articles: Vec<Article> = Vec::new();
    for (input, folder) in sets {
        let corpus = corpus(input);
        all.extend(rows(&corpus));
        articles.extend(corpus.articles);
        let one = Gold::read(folder).unwrap();
        gold.sentences.extend(one.sentences);
        gold.article_of.extend(one.article_of);
        gold.grades.extend(one.grades);
        gold.scope.extend(one.scope);
    }
    let lang = |id: &str| articles.iter().find(|a| a.id == id).map(|a| a.lang);
    if let Some((x, y)) = of {
        gold.scope.retain(|(a, b)| {
            let both = (lang(a), lang(b));
            both == (Some(x), Some(y)) || both == (Some(y), Some(x))
        });
    }
    score_pairs(&gold, &all).all.f1
}

pub(crate) fn floor(name: &str) -> f64 {
    rows(&root("tests/floors.csv"))
        .into_iter()
        .find(|r| r[0] == name)
        .unwrap_or_else(|| panic!("tests/floors.csv has no {name}"))[1]
        .parse()
        .unwrap()
}

fn hold(name: &str, measured: f64) {
    println!("{name}: {measured:.3}");
    let floor = floor(name);
    assert!(measured >= floor, "{name}: {measured:.4} is under its floor {floor}");
}

fn own_gold() -> Vec<(PathBuf, PathBuf)> {
    let mut events: Vec<PathBuf> = std::fs::read_dir(root("tests/gold"))
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_dir())
        .collect();
    events.sort();
    events.into_iter().map(|g| (root("corpus").join(g.file_name().unwrap()), g)).collect()
}

#[test]
fn pairs_of_the_corpus() {
    let sets = own_gold();
    hold("pairs id-id", f1(&sets, Some((Lang::Id, Lang::Id))));
    hold("pairs id-en", f1(&sets, Some((Lang::Id, Lang::En))));
    hold("pairs en-en", f1(&sets, Some((Lang::En, Lang::En))));
}

/// What the facts imply: every two sentences of one fact, from different articles, agree.
fn implied(corpus: &Corpus) -> Vec<PairRow> {
    let side = |s: &Side| (corpus.articles[s.article].id.clone(), corpus.text(s).to_owned());
    let mut rows = Vec::new();
    for fact in padan::pipeline::facts(&pairs(corpus, &Settings::default())) {
        let row = |(left, right)| PairRow { score: 1.0, left: side(left), right: side(right) };
        rows.extend(fact.pairs().map(row));
    }
    rows
}

#[test]
fn facts_of_the_corpus() {
    let sets = own_gold();
    hold("facts", f1_of(&sets, None, implied));
}

/// The real articles are not ours to publish; where they lie beside the project they are measured.
#[test]
fn pairs_of_the_seeds() {
    let shared = root("../shared");
    if !shared.is_dir() {
        println!("no ../shared: nothing to measure");
        return;
    }
    let sets = [(shared.join("seeds"), shared.join("gold/seeds"))];
    hold("pairs seeds", f1(&sets, None));
    hold("facts seeds", f1_of(&sets, None, implied));
}
