//! Articles in any order, of one language or two: which of their sentences state the same fact.

use crate::align::{self, Index, witness};
use crate::model::{Analysed, Evidence, Kind, Lang, Pair, Side, Word};
use crate::pipeline::Corpus;
use crate::score::{self, Comparer, Features, Locals, Surface};
use crate::settings::Settings;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// What is known of the sentences to align before any two are compared.
struct Ground<'a> {
    corpus: &'a Corpus,
    /// The sentences to align, by article and number.
    places: Vec<(usize, usize)>,
    /// The number of each among them.
    numbers: FxHashMap<(usize, usize), usize>,
    /// The number of each article's first one.
    firsts: Vec<usize>,
    surface: Surface,
    locals: Locals,
    contexts: FxHashMap<(usize, usize), f32>,
}

impl<'a> Ground<'a> {
    /// With the pairs of sentences worth comparing, by number, the lower first.
    fn new(corpus: &'a Corpus, settings: &Settings) -> (Self, Vec<(usize, usize)>) {
        let places = corpus.to_align();
        let sentences: Vec<&Analysed> =
            places.iter().map(|&(a, n)| &corpus.analysed[a][n]).collect();
        let index = Index::new(&corpus.space, &sentences);
        let mut links: Vec<(usize, usize)> = (0..places.len())
            .into_par_iter()
            .map_init(Vec::new, |sums, here| {
                let own = places[here].0;
                let other = |s: usize| places[s].0 != own;
                let near =
                    index.nearest(&corpus.space, sentences[here], settings.candidates, sums, other);
                near.into_iter().map(|s| (here.min(s), here.max(s))).collect::<Vec<_>>()
            })
            .flatten_iter()
            .collect();
        links.par_sort_unstable();
        links.dedup();
        let texts =
            places.iter().map(|&(a, n)| corpus.sentences[a][n].span.of(&corpus.articles[a].text));
        let mut firsts = vec![0; corpus.articles.len()];
        for (at, &(article, _)) in places.iter().enumerate().rev() {
            firsts[article] = at;
        }
        let ground = Self {
            corpus,
            numbers: places.iter().enumerate().map(|(at, &place)| (place, at)).collect(),
            firsts,
            surface: Surface::new(texts),
            locals: Locals::new(&corpus.space, &corpus.analysed),
            contexts: contexts(corpus, &places, &links),
            places,
        };
        (ground, links)
    }

    /// The sentences of a side as one.
    fn sentence(&self, side: &Side) -> Cow<'a, Analysed> {
        if side.count == 1 {
            Cow::Borrowed(&self.corpus.analysed[side.article][side.first])
        } else {
            Cow::Owned(self.corpus.whole(side))
        }
    }

    /// What two sides have in common.
    fn features(&self, comparer: &mut Comparer<'_>, left: &Side, right: &Side) -> Features {
        let (a, b) = (self.sentence(left), self.sentence(right));
        let mut features = comparer.features(&a, &b);
        let numbers = |side: &Side| {
            let article = side.article;
            side.range().filter_map(move |n| self.numbers.get(&(article, n)).copied())
        };
        for x in numbers(left) {
            for y in numbers(right) {
                features.surface = features.surface.max(self.surface.cosine(x, y));
            }
        }
        features.places = [left, right]
            .map(|side| numbers(side).next().map_or(0, |first| first - self.firsts[side.article]));
        let articles = [left.article, right.article];
        let context = (articles[0].min(articles[1]), articles[0].max(articles[1]));
        features.context = self.contexts.get(&context).copied().unwrap_or(0.0);
        features.local = comparer.local(&self.locals, &a, &b, articles);
        features.flow = comparer.flow(&a, &b);
        features
    }

    /// Every pair worth comparing, from `least` on.
    fn scored(&self, links: &[(usize, usize)], least: f64) -> Vec<(Pair, Features)> {
        let mut pairs: Vec<(Pair, Features)> = links
            .par_iter()
            .map_init(
                || Comparer::new(&self.corpus.space),
                |comparer, &(x, y)| {
                    let (x, y) = oriented(self.corpus, self.places[x], self.places[y]);
                    let (left, right) = (Side::one(x.0, x.1), Side::one(y.0, y.1));
                    let features = self.features(comparer, &left, &right);
                    let score = score::probability(&features);
                    (Pair { left, right, score, evidence: Vec::new() }, features)
                },
            )
            .filter(|(pair, _)| pair.score >= least)
            .collect();
        pairs.sort_by(|(a, _), (b, _)| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
        pairs
    }
}

/// Pairs of single sentences with their features.
pub fn scored_pairs(corpus: &Corpus, settings: &Settings) -> Vec<(Pair, Features)> {
    let (ground, links) = Ground::new(corpus, settings);
    ground.scored(&links, settings.min_score)
}

/// The number of the first sentence to align of each article.
pub fn leads(corpus: &Corpus) -> Vec<usize> {
    let mut first = vec![usize::MAX; corpus.articles.len()];
    for (article, sentence) in corpus.to_align() {
        first[article] = first[article].min(sentence);
    }
    first
}

/// How much each two articles have in common, where any of their sentences are compared. Each word
/// of an article counts once.
fn contexts(
    corpus: &Corpus,
    places: &[(usize, usize)],
    links: &[(usize, usize)],
) -> FxHashMap<(usize, usize), f32> {
    let mut wanted: Vec<(usize, usize)> = links
        .iter()
        .map(|&(x, y)| (places[x].0.min(places[y].0), places[x].0.max(places[y].0)))
        .collect();
    wanted.sort_unstable();
    wanted.dedup();
    let whole: Vec<Analysed> = corpus
        .analysed
        .iter()
        .map(|sentences| {
            let mut words: Vec<Word> = sentences.iter().flat_map(|s| s.words.clone()).collect();
            words.sort_unstable_by_key(|w| w.id);
            words.dedup_by_key(|w| w.id);
            Analysed { words, ..Analysed::default() }
        })
        .collect();
    wanted
        .par_iter()
        .map_init(
            || Comparer::new(&corpus.space),
            |comparer, &(a, b)| ((a, b), comparer.common(&whole[a], &whole[b])),
        )
        .collect()
}

/// The pairs of a corpus with their reasons.
pub fn pairs(corpus: &Corpus, settings: &Settings) -> Vec<Pair> {
    let (ground, links) = Ground::new(corpus, settings);
    // Rivals and witnesses are looked for among all pairs that stand a chance, then the cut is made.
    let open = settings.min_score.min(witness::FAINTEST);
    let mut pairs: Vec<Pair> = ground.scored(&links, open).into_iter().map(|(p, _)| p).collect();
    let witnesses = witness::hear(&mut pairs, &leads(corpus));
    for (pair, article) in pairs.iter_mut().zip(witnesses) {
        let id = |article: usize| Evidence::Witness(corpus.articles[article].id.clone());
        pair.evidence.extend(article.map(id));
    }
    align::select(&mut pairs);
    pairs.retain(|p| p.score >= settings.min_score.min(align::WEAKEST_PART));
    let mut comparer = Comparer::new(&corpus.space);
    let follows = |article: usize, first: usize, second: usize| {
        let list = &corpus.sentences[article];
        first < second && list[first + 1..second].iter().all(|s| s.kind == Kind::Noise)
    };
    let mut pairs = align::join(pairs, settings.min_score, follows, |left, right| {
        score::probability(&ground.features(&mut comparer, left, right))
    });
    pairs.par_iter_mut().for_each_init(
        || Comparer::new(&corpus.space),
        |comparer, pair| {
            let (l, r) = (ground.sentence(&pair.left), ground.sentence(&pair.right));
            let left = (&*l, corpus.text(&pair.left));
            let right = (&*r, corpus.text(&pair.right));
            let witness = std::mem::take(&mut pair.evidence);
            pair.evidence = score::evidence(&corpus.space, comparer, left, right);
            pair.evidence.extend(witness);
            if settings.explain {
                pair.evidence.extend(score::alone(&corpus.space, comparer, left, right));
            }
        },
    );
    pairs
}

/// Indonesian left where the languages differ, else in the order of the articles.
fn oriented(
    corpus: &Corpus,
    x: (usize, usize),
    y: (usize, usize),
) -> ((usize, usize), (usize, usize)) {
    let lang = |p: (usize, usize)| corpus.articles[p.0].lang;
    if lang(x) == Lang::En && lang(y) == Lang::Id { (y, x) } else { (x, y) }
}
