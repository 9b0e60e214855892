//! One text and its translation: every sentence of both is in exactly one bead.

use crate::bitext::{self, Aligned, MODEL, Source};
use crate::model::{Article, Kind, Lang, Pair, Side};
use crate::pipeline::{Corpus, Memory};
use crate::score::{self, Comparer};
use crate::settings::Settings;
use rayon::prelude::*;

/// The sentences of an article that are aligned, by number: headings too, noise not.
fn kept(corpus: &Corpus, article: usize) -> Vec<usize> {
    let list = corpus.sentences[article].iter().enumerate();
    list.filter(|(_, s)| s.kind != Kind::Noise).map(|(n, _)| n).collect()
}

/// The first two articles of a corpus: the Indonesian one left where the languages differ.
fn order(corpus: &Corpus) -> [usize; 2] {
    let turned = corpus.articles[0].lang == Lang::En && corpus.articles[1].lang == Lang::Id;
    if turned { [1, 0] } else { [0, 1] }
}

/// The beads of the first two articles of a corpus, with their reasons.
pub fn beads(corpus: &Corpus) -> Vec<Pair> {
    let order = order(corpus);
    let kept = order.map(|a| kept(corpus, a));
    let [left, right] = [0, 1].map(|side| sources(corpus, order[side], &kept[side]));
    let mut pairs: Vec<Pair> = bitext::align(&corpus.space, &left, &right, &MODEL)
        .iter()
        .map(|bead| pair(order, &kept, bead))
        .collect();
    pairs.par_iter_mut().filter(|p| p.left.count > 0 && p.right.count > 0).for_each_init(
        || Comparer::new(&corpus.space),
        |comparer, pair| {
            let (l, r) = (corpus.whole(&pair.left), corpus.whole(&pair.right));
            let (x, y) = (corpus.text(&pair.left), corpus.text(&pair.right));
            pair.evidence = score::evidence(&corpus.space, comparer, (&l, x), (&r, y));
        },
    );
    pairs
}

/// Many texts, each with its translation: what became of them and their beads, in the order of the
/// documents. All cores share the work, and what is found of a word is found once for all documents.
pub fn documents(
    documents: Vec<[Article; 2]>,
    memory: &Memory<'_>,
    settings: &Settings,
) -> Vec<(Corpus, Vec<Pair>)> {
    documents
        .into_par_iter()
        .map(|articles| {
            let corpus = Corpus::remembering(articles.into(), memory, settings);
            let beads = beads(&corpus);
            (corpus, beads)
        })
        .collect()
}

/// Whether the first two articles of a corpus are a text and its translation.
pub fn judge(corpus: &Corpus) -> bitext::Judgement {
    let order = order(corpus);
    let kept = order.map(|a| kept(corpus, a));
    let [left, right] = [0, 1].map(|side| sources(corpus, order[side], &kept[side]));
    bitext::judge(&corpus.space, &left, &right)
}

fn sources<'a>(corpus: &'a Corpus, article: usize, kept: &[usize]) -> Vec<Source<'a>> {
    let text = &corpus.articles[article].text;
    kept.iter()
        .map(|&n| Source {
            analysed: &corpus.analysed[article][n],
            text: corpus.sentences[article][n].span.of(text),
        })
        .collect()
}

fn pair(order: [usize; 2], kept: &[Vec<usize>; 2], bead: &Aligned) -> Pair {
    let side = |k: usize, range: &std::ops::Range<usize>| {
        let first = kept[k].get(range.start).copied().unwrap_or(0);
        let end = if range.is_empty() { first } else { kept[k][range.end - 1] + 1 };
        Side { article: order[k], first, count: end - first }
    };
    Pair {
        left: side(0, &bead.left),
        right: side(1, &bead.right),
        score: bead.probability,
        evidence: Vec::new(),
    }
}
