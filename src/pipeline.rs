//! The order of the stages for articles (`mining` has the one for collections of sentences).

pub use crate::collecting::{glossary, pairs_of};

use crate::align::{self, Index};
use crate::analyse::{Analyser, Vocabulary};
use crate::glossary;
use crate::lexicon::{Lexicon, Meanings};
use crate::model::{
    Analysed, Article, Fact, Kind, Lang, Pair, Sentence, Side, Style, VariantGroup, Word,
};
use crate::names::{self, Acronym, Found, Grouped};
use crate::score::{self, Comparer, Features, Space, Surface};
use crate::segment;
use crate::settings::Settings;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Articles with their sentences, analysed, in the common space.
#[derive(Debug)]
pub struct Corpus {
    /// The articles as read.
    pub articles: Vec<Article>,
    /// The sentences of each.
    pub sentences: Vec<Vec<Sentence>>,
    /// The analysis of each sentence; headings and noise too.
    pub analysed: Vec<Vec<Analysed>>,
    /// The forms met.
    pub vocabulary: Vocabulary,
    /// What they mean.
    pub space: Space,
    /// Short forms that the articles introduce.
    pub acronyms: Vec<Acronym>,
}

impl Corpus {
    /// Cuts and analyses articles.
    pub fn new(articles: Vec<Article>, lexicon: &Lexicon, settings: &Settings) -> Self {
        let worked: Vec<(Vec<Sentence>, Vec<Analysed>, Vocabulary)> = articles
            .par_iter()
            .map(|article| {
                let sentences = segment::sentences(article);
                let mut analyser = Analyser::new(lexicon);
                let analysed = sentences
                    .iter()
                    .map(|s| analyser.sentence(s.span.of(&article.text), article.lang))
                    .collect();
                (sentences, analysed, analyser.vocabulary)
            })
            .collect();
        let mut vocabulary = Vocabulary::default();
        let (mut sentences, mut analysed) = (Vec::new(), Vec::new());
        for (cut, mut units, own) in worked {
            vocabulary.absorb(own, &mut units);
            sentences.push(cut);
            analysed.push(units);
        }
        let mut counts = [0_usize; 2];
        for (article, list) in articles.iter().zip(&sentences) {
            counts[article.lang.index()] += list.len();
        }
        let acronyms = introduced(&articles);
        let space = space(&vocabulary, counts, &acronyms, lexicon, settings);
        Self { articles, sentences, analysed, vocabulary, space, acronyms }
    }

    /// The text of a side, as it stands in the article.
    pub fn text(&self, side: &Side) -> &str {
        let list = &self.sentences[side.article];
        if side.count == 0 {
            return "";
        }
        let (first, last) = (list[side.first].span, list[side.first + side.count - 1].span);
        &self.articles[side.article].text[first.start..last.end]
    }

    /// Every sentence to align, by article and number.
    pub(crate) fn to_align(&self) -> Vec<(usize, usize)> {
        self.sentences
            .iter()
            .enumerate()
            .flat_map(|(a, list)| {
                list.iter()
                    .enumerate()
                    .filter(|(_, s)| s.kind == Kind::Sentence)
                    .map(move |(n, _)| (a, n))
            })
            .collect()
    }
}

pub(crate) fn space(
    vocabulary: &Vocabulary,
    counts: [usize; 2],
    acronyms: &[Acronym],
    lexicon: &Lexicon,
    settings: &Settings,
) -> Space {
    let aliases = acronyms.iter().map(|a| (a.short.clone(), a.long.clone()));
    let mut meanings = Meanings::new(lexicon).with_aliases(aliases);
    let table: Vec<_> = vocabulary.forms().iter().map(|f| meanings.of(f)).collect();
    let forms = vocabulary.forms();
    let shares: Vec<f32> =
        forms.par_iter().map(|f| lexicon.share(f.lang, f.class, &f.text)).collect();
    Space::new(
        vocabulary.forms(),
        vocabulary.sentence_counts(),
        &table,
        &shares,
        forms.par_iter().map(|f| lexicon.role(f)).collect(),
        counts,
        meanings.english_concepts_of(),
        &settings.weights,
    )
}

/// Every short form that the articles introduce, once.
fn introduced(articles: &[Article]) -> Vec<Acronym> {
    let mut all: Vec<Acronym> =
        articles.par_iter().flat_map_iter(|a| names::acronyms(&a.text)).collect();
    all.sort();
    all.dedup();
    all
}

/// Pairs among articles in any order, of one language or two, with their features.
pub fn scored_pairs(corpus: &Corpus, settings: &Settings) -> Vec<(Pair, Features)> {
    let places = corpus.to_align();
    let sentences: Vec<&Analysed> = places.iter().map(|&(a, n)| &corpus.analysed[a][n]).collect();
    let index = Index::new(&corpus.space, &sentences);
    let surface = Surface::new(
        places.iter().map(|&(a, n)| corpus.sentences[a][n].span.of(&corpus.articles[a].text)),
    );
    let mut links: Vec<(usize, usize)> = (0..places.len())
        .into_par_iter()
        .map_init(Vec::new, |sums, here| {
            let own = places[here].0;
            let near =
                index.nearest(&corpus.space, sentences[here], settings.candidates, sums, |s| {
                    places[s].0 != own
                });
            near.into_iter().map(|s| (here.min(s), here.max(s))).collect::<Vec<_>>()
        })
        .flatten_iter()
        .collect();
    links.par_sort_unstable();
    links.dedup();
    let contexts = contexts(corpus, &places, &links);
    let mut firsts = vec![0; corpus.articles.len()];
    for (at, &(article, _)) in places.iter().enumerate().rev() {
        firsts[article] = at;
    }
    let mut pairs: Vec<(Pair, Features)> = links
        .par_iter()
        .map_init(
            || Comparer::new(&corpus.space),
            |comparer, &(x, y)| {
                let cosine = surface.cosine(x, y);
                let order = [x, y].map(|k| k - firsts[places[k].0]);
                let (x, y) = oriented(corpus, places[x], places[y]);
                let mut features =
                    comparer.features(&corpus.analysed[x.0][x.1], &corpus.analysed[y.0][y.1]);
                features.surface = cosine;
                features.places = order;
                features.context = contexts[&(x.0.min(y.0), x.0.max(y.0))];
                let score = score::probability(&features);
                let pair = Pair {
                    left: Side::one(x.0, x.1),
                    right: Side::one(y.0, y.1),
                    score,
                    evidence: Vec::new(),
                };
                (pair, features)
            },
        )
        .filter(|(pair, _)| pair.score >= settings.min_score)
        .collect();
    pairs.sort_by(|(a, _), (b, _)| (&a.left, &a.right).cmp(&(&b.left, &b.right)));
    pairs
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

/// Fainter pairs cannot outdo one that is kept.
const FAINTEST: f64 = 0.05;

/// The pairs of a corpus with their reasons.
pub fn pairs(corpus: &Corpus, settings: &Settings) -> Vec<Pair> {
    // Rivals are looked for among all pairs that stand a chance, then the cut is made.
    let open = Settings { min_score: settings.min_score.min(FAINTEST), ..settings.clone() };
    let mut pairs: Vec<Pair> = scored_pairs(corpus, &open).into_iter().map(|(p, _)| p).collect();
    align::select(&mut pairs);
    pairs.retain(|p| p.score >= settings.min_score);
    pairs.par_iter_mut().for_each_init(
        || Comparer::new(&corpus.space),
        |comparer, pair| {
            let (l, r) = (&pair.left, &pair.right);
            pair.evidence = score::evidence(
                &corpus.space,
                comparer,
                (&corpus.analysed[l.article][l.first], corpus.text(l)),
                (&corpus.analysed[r.article][r.first], corpus.text(r)),
            );
        },
    );
    pairs
}

/// The groups of sentences that state one fact.
pub fn facts(pairs: &[Pair]) -> Vec<Fact> {
    align::facts(pairs)
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

/// The names of a corpus, their spellings grouped.
pub fn names(corpus: &Corpus, lexicon: &Lexicon) -> Vec<Grouped> {
    let introduced = names::Introduced::new(&corpus.acronyms);
    let found: Vec<Vec<(usize, Lang, Found)>> = corpus
        .articles
        .par_iter()
        .enumerate()
        .map(|(a, article)| {
            let sentences: Vec<(&str, Kind)> =
                corpus.sentences[a].iter().map(|s| (s.span.of(&article.text), s.kind)).collect();
            names::article(&sentences, article.lang, &introduced, lexicon)
                .into_iter()
                .map(|m| (a, article.lang, m))
                .collect()
        })
        .collect();
    let found: Vec<_> = found.into_iter().flatten().collect();
    names::group(&found, &corpus.acronyms, lexicon, names::Rules::GLOSSARY)
}

/// The groups as rows of `variants.csv`.
pub fn variant_groups(
    corpus: &Corpus,
    names: &[Grouped],
    lexicon: &Lexicon,
    style: &Style,
) -> Vec<VariantGroup> {
    let mut groups = glossary::variant_groups(names, |a| corpus.articles[a].id.clone());
    glossary::style_groups(&mut groups, style, lexicon);
    groups
}
