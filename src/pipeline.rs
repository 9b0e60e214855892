//! The order of the stages for articles (`mining` has the one for collections of sentences).

use crate::align::{self, Index};
use crate::analyse::{Analyser, Vocabulary};
use crate::glossary::{self, Links, TermText};
use crate::lexicon::{Lexicon, Meanings};
use crate::model::{
    Analysed, Article, Entry, Fact, Kind, Lang, Origin, Pair, Sentence, Side, Style, VariantGroup, Word,
};
use crate::names::{self, Acronym, Found, Grouped};
use crate::read::{Paired, PairedSide};
use crate::score::{self, Comparer, Features, Space, Surface};
use crate::segment;
use crate::settings::Settings;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

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
    fn to_align(&self) -> Vec<(usize, usize)> {
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
    let shares: Vec<f32> =
        vocabulary.forms().iter().map(|f| lexicon.share(f.lang, f.class, &f.text)).collect();
    Space::new(
        vocabulary.forms(),
        vocabulary.sentence_counts(),
        &table,
        &shares,
        vocabulary.forms().iter().map(|f| lexicon.role(f)).collect(),
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
    let found: Vec<Vec<(usize, Lang, Found)>> = (0..corpus.articles.len())
        .into_par_iter()
        .map(|a| {
            let article = &corpus.articles[a];
            let kept = corpus.sentences[a]
                .iter()
                .zip(&corpus.analysed[a])
                .filter(|(s, _)| s.kind != Kind::Noise);
            kept.flat_map(|(s, units)| {
                let text = s.span.of(&article.text);
                names::mentions(text, article.lang, units, corpus.vocabulary.forms(), lexicon)
            })
            .map(|m| (a, article.lang, m))
            .collect()
        })
        .collect();
    let found: Vec<_> = found.into_iter().flatten().collect();
    names::group(&found, &corpus.acronyms, lexicon)
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

/// Names and terms with their English; the seed's rows first. `pairs` say which sentences state the
/// same.
pub fn glossary(
    corpus: &Corpus,
    names: &[Grouped],
    pairs: &[Pair],
    lexicon: &Lexicon,
    style: &Style,
    seed: Vec<Entry>,
) -> Vec<Entry> {
    let places = corpus.to_align();
    let texts: Vec<TermText<'_>> = places
        .iter()
        .map(|&(a, n)| TermText {
            article: a,
            lang: corpus.articles[a].lang,
            text: corpus.sentences[a][n].span.of(&corpus.articles[a].text),
            analysed: &corpus.analysed[a][n],
        })
        .collect();
    let examples = Examples::new(&texts);
    let mut entries = glossary::name_entries(names, |name, lang| examples.with(name, lang));
    let links = Links {
        partners: partners(corpus, &places, pairs),
        likeness: &|a, b| score::likeness(&corpus.space, a, b),
    };
    let mut terms = glossary::term_entries(&texts, corpus.vocabulary.forms(), lexicon, &links);
    // A term in capitals (a headline's, a sentence's first word) is no name.
    let known: FxHashSet<String> = terms.iter().map(|t| t.indonesian.clone()).collect();
    entries.retain(|e| {
        e.origin != Origin::SameSpelling || !known.contains(&e.indonesian.to_lowercase())
    });
    let mut taken: FxHashSet<String> = entries
        .iter()
        .flat_map(|e| std::iter::once(&e.indonesian).chain(&e.variants_indonesian))
        .map(|s| s.to_lowercase())
        .collect();
    let titles = glossary::with_titles(glossary::title_entries(&texts, lexicon), &mut terms);
    for entry in titles.into_iter().chain(terms) {
        if taken.insert(entry.indonesian.to_lowercase()) {
            entries.push(entry);
        }
    }
    glossary::style_entries(&mut entries, style, lexicon);
    entries.sort_by(|a, b| {
        (a.indonesian.to_lowercase(), &a.indonesian)
            .cmp(&(b.indonesian.to_lowercase(), &b.indonesian))
    });
    glossary::with_seed(seed, entries)
}

/// Pairs that a file has, as pairs of the corpus; and how many rows name no sentence of it.
pub fn pairs_of(corpus: &Corpus, rows: &[Paired]) -> (Vec<Pair>, usize) {
    let articles: FxHashMap<&str, usize> =
        corpus.articles.iter().enumerate().map(|(n, a)| (a.id.as_str(), n)).collect();
    let side = |s: &PairedSide| -> Option<Side> {
        let article = *articles.get(s.article.as_str())?;
        let list = &corpus.sentences[article];
        let first = list.iter().position(|x| x.number == s.first)?;
        let last = list.iter().position(|x| x.number == s.last).filter(|&l| l >= first)?;
        Some(Side { article, first, count: last - first + 1 })
    };
    let mut out = Vec::new();
    for row in rows {
        if let (Some(left), Some(right)) = (side(&row.sides[0]), side(&row.sides[1])) {
            out.push(Pair { left, right, score: row.score, evidence: Vec::new() });
        }
    }
    let strange = rows.len() - out.len();
    (out, strange)
}

/// For each sentence, in the order of `places`, the English ones that state the same.
fn partners(corpus: &Corpus, places: &[(usize, usize)], pairs: &[Pair]) -> Vec<Vec<usize>> {
    let at: FxHashMap<(usize, usize), usize> =
        places.iter().enumerate().map(|(n, &p)| (p, n)).collect();
    let mut out = vec![Vec::new(); places.len()];
    for pair in pairs {
        let langs = [&pair.left, &pair.right].map(|s| corpus.articles[s.article].lang);
        if langs != [Lang::Id, Lang::En] {
            continue;
        }
        for left in pair.left.range().filter_map(|n| at.get(&(pair.left.article, n))) {
            let right = pair.right.range().filter_map(|n| at.get(&(pair.right.article, n)));
            out[*left].extend(right.copied());
        }
    }
    out
}

/// Finds sentences that hold a spelling, by the words they begin with.
struct Examples<'a> {
    texts: &'a [TermText<'a>],
    by_word: FxHashMap<&'a str, Vec<usize>>,
}

impl<'a> Examples<'a> {
    fn new(texts: &'a [TermText<'a>]) -> Self {
        let mut by_word: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (at, t) in texts.iter().enumerate() {
            for word in words(t.text) {
                let list = by_word.entry(word).or_default();
                if list.last() != Some(&at) {
                    list.push(at);
                }
            }
        }
        Self { texts, by_word }
    }

    /// The first sentence of the language with that spelling.
    fn with(&self, name: &str, lang: usize) -> String {
        let rarest = words(name).filter_map(|w| self.by_word.get(w)).min_by_key(|l| l.len());
        let holds = |at: &&usize| {
            let t = &self.texts[**at];
            t.lang.index() == lang && t.text.contains(name)
        };
        let found = rarest.and_then(|list| list.iter().find(holds));
        found.map(|&at| self.texts[at].text.to_owned()).unwrap_or_default()
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty())
}
