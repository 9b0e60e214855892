//! Pairs from two large collections of sentences in any order.
//!
//! Like `pipeline`, it joins the stages; here the unit is a line, not an article.

use crate::align::{Index, Link, Retrieval, retrieve};
use crate::analyse::{Analyser, Vocabulary};
use crate::lexicon::{Lexicon, Meanings};
use crate::model::{Analysed, Lang};
use crate::pipeline::space;
use crate::score::{Comparer, Features, Space};
use crate::settings::Settings;
use rayon::prelude::*;

/// A mined pair: lines counted from 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mined {
    /// Probability that the two translate each other.
    pub score: f64,
    /// Line of the left file.
    pub left: usize,
    /// Line of the right file.
    pub right: usize,
}

/// Two collections, analysed, in one space.
#[derive(Debug)]
pub struct Collections {
    sides: [Vec<Analysed>; 2],
    space: Space,
}

/// Lines that one worker analyses at a time.
const CHUNK: usize = 2048;

impl Collections {
    /// Analyses the lines of both sides.
    pub fn new(
        left: (&[String], Lang),
        right: (&[String], Lang),
        lexicon: &Lexicon,
        settings: &Settings,
    ) -> Self {
        let mut vocabulary = Vocabulary::default();
        let mut counts = [0_usize; 2];
        let sides = [left, right].map(|(lines, lang)| {
            counts[lang.index()] += lines.len();
            analysed(lines, lang, lexicon, &mut vocabulary)
        });
        let space = space(&vocabulary, counts, &[], &Meanings::new(lexicon), settings);
        Self { sides, space }
    }
}

fn analysed(
    lines: &[String],
    lang: Lang,
    lexicon: &Lexicon,
    all: &mut Vocabulary,
) -> Vec<Analysed> {
    let parts: Vec<(Vec<Analysed>, Vocabulary)> = lines
        .par_chunks(CHUNK)
        .map_init(
            || Analyser::new(lexicon),
            |analyser, chunk| {
                let units = chunk.iter().map(|l| analyser.sentence(l, lang)).collect();
                (units, analyser.take_vocabulary())
            },
        )
        .collect();
    let mut out = Vec::with_capacity(lines.len());
    for (mut units, own) in parts {
        all.absorb(own, &mut units);
        out.append(&mut units);
    }
    out
}

/// How many candidates a sentence gets from the index before exact comparison.
const CANDIDATES: usize = 64;
/// How many of them stay: more are never the best of either side.
const KEPT: usize = 6;
/// How many of a sentence's best links tell how high its scores run in general.
const NEIGHBOURS: usize = 2;

/// Every link worth a look, both ways, with its features: each once, by left and right line.
pub fn links(collections: &Collections) -> Vec<(usize, usize, Features)> {
    let [left, right] = &collections.sides;
    let space = &collections.space;
    let mut links: Vec<(usize, usize, Features)> = Vec::new();
    for (from, to, turned) in [(left, right, false), (right, left, true)] {
        let target: Vec<&Analysed> = to.iter().collect();
        let index = Index::new(space, &target);
        let mut found: Vec<(usize, usize, Features)> = from
            .par_iter()
            .enumerate()
            .map_init(
                || (Vec::new(), Comparer::new(space)),
                |(sums, comparer), (at, sentence)| {
                    let near = index.nearest(space, sentence, CANDIDATES, sums, |_| true);
                    let mut best: Vec<(usize, usize, Features)> = near
                        .into_iter()
                        .map(|n| {
                            let (l, r) = if turned { (n, at) } else { (at, n) };
                            (l, r, comparer.features(&left[l], &right[r]))
                        })
                        .collect();
                    best.sort_by(|a, b| b.2.likeness().total_cmp(&a.2.likeness()));
                    best.truncate(KEPT);
                    best
                },
            )
            .flatten_iter()
            .collect();
        links.append(&mut found);
    }
    links.par_sort_unstable_by_key(|&(l, r, _)| (l, r));
    links.dedup_by_key(|&mut (l, r, _)| (l, r));
    links
}

/// How a link ranks among its rivals: twice its likeness less the mean of the nearest neighbours on
/// each side (cross-domain similarity local scaling; Conneau, Lample, Ranzato, Denoyer and Jégou
/// 2018), which repairs sentences that are near to everything.
pub fn margins(links: &[(usize, usize, Features)]) -> Vec<f64> {
    let likeness: Vec<f64> = links.iter().map(|(_, _, f)| f64::from(f.likeness())).collect();
    let mean = |side: fn(&(usize, usize, Features)) -> usize| -> Vec<f64> {
        let count = links.iter().map(|l| side(l) + 1).max().unwrap_or(0);
        let mut best: Vec<Vec<f64>> = vec![Vec::new(); count];
        for (link, &value) in links.iter().zip(&likeness) {
            let mine = &mut best[side(link)];
            let at = mine.partition_point(|&v| v > value);
            if at < NEIGHBOURS {
                mine.insert(at, value);
                mine.truncate(NEIGHBOURS);
            }
        }
        best.into_iter().map(|b| b.iter().sum::<f64>() / NEIGHBOURS as f64).collect()
    };
    let (left, right) = (mean(|l| l.0), mean(|l| l.1));
    links
        .iter()
        .zip(&likeness)
        .map(|(&(l, r, _), &value)| 2.0 * value - left[l] - right[r])
        .collect()
}

/// Pairs of two collections.
pub fn mine(collections: &Collections, retrieval: Retrieval, min_score: f64) -> Vec<Mined> {
    let links = links(collections);
    let margins = margins(&links);
    let ranked: Vec<Link> = links.iter().zip(&margins).map(|(&(l, r, _), &m)| (l, r, m)).collect();
    let mut out: Vec<Mined> = retrieve(ranked, retrieval)
        .into_iter()
        .filter_map(|(left, right, margin)| {
            // Links are sorted by their lines, and what is retrieved is one of them.
            let at = links.binary_search_by_key(&(left, right), |&(l, r, _)| (l, r)).ok()?;
            let score = crate::score::mined_probability(&links[at].2, margin);
            Some(Mined { score, left, right })
        })
        .filter(|m| m.score >= min_score)
        .collect();
    out.sort_by(|a, b| b.score.total_cmp(&a.score).then((a.left, a.right).cmp(&(b.left, b.right))));
    out
}
