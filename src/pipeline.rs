//! The order of the stages for articles (`mining` has the one for collections of sentences).

pub use crate::collecting::{glossary, pairs_of};
pub use crate::memory::Memory;

use crate::align;
use crate::analyse::Vocabulary;
use crate::glossary;
use crate::lexicon::{Lexicon, Meanings};
use crate::model::{
    Analysed, Article, Fact, Kind, Lang, Pair, Sentence, Side, Style, VariantGroup,
};
use crate::names::{self, Acronym, Found, Grouped};
use crate::score::Space;
use crate::segment;
use crate::settings::Settings;
use rayon::prelude::*;

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
        Self::remembering(articles, &Memory::new(lexicon), settings)
    }

    /// The same where other articles went before, and others may follow: what is found of a word is
    /// found once for all of them.
    pub fn remembering(articles: Vec<Article>, memory: &Memory<'_>, settings: &Settings) -> Self {
        let worked: Vec<(Vec<Sentence>, Vec<Analysed>, Vocabulary)> = articles
            .par_iter()
            .map(|article| {
                let sentences = segment::sentences(article);
                let mut analyser = memory.analyser();
                let analysed = sentences
                    .iter()
                    .map(|s| analyser.sentence(s.span.of(&article.text), article.lang))
                    .collect();
                let vocabulary = analyser.take_vocabulary();
                memory.put_back_analyser(analyser);
                (sentences, analysed, vocabulary)
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
        let space = space(&vocabulary, counts, &acronyms, &memory.meanings, settings);
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

    /// The sentences of a side as one.
    pub(crate) fn whole(&self, side: &Side) -> Analysed {
        let mut out = Analysed::default();
        let list = &self.sentences[side.article];
        let start = list[side.first].span.start;
        for n in side.range() {
            let one = &self.analysed[side.article][n];
            let (words, bytes) = (out.words.len(), list[n].span.start - start);
            out.words.extend(one.words.iter().map(|&w| {
                let mut word = w;
                word.span.start += bytes;
                word.span.end += bytes;
                word
            }));
            out.numerals.extend(one.numerals.iter().map(|&(word, v)| (word + words, v)));
            out.negations = out.negations.saturating_add(one.negations);
        }
        out
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
    meanings: &Meanings<'_>,
    settings: &Settings,
) -> Space {
    let aliases = acronyms.iter().map(|a| (a.short.clone(), a.long.clone()));
    let (forms, parts) = vocabulary.with_parts(meanings.lexicon());
    let meant = meanings.of(&forms, aliases);
    let sentences = vocabulary.sentence_counts();
    Space::new(&forms, sentences, meant, counts, parts, &settings.weights)
}

/// Every short form that the articles introduce, once.
fn introduced(articles: &[Article]) -> Vec<Acronym> {
    let mut all: Vec<Acronym> =
        articles.par_iter().flat_map_iter(|a| names::acronyms(&a.text)).collect();
    all.sort();
    all.dedup();
    all
}

/// The groups of sentences that state one fact.
pub fn facts(pairs: &[Pair]) -> Vec<Fact> {
    align::facts(pairs)
}

/// The names of a corpus, their spellings grouped.
pub fn names(corpus: &Corpus, lexicon: &Lexicon) -> Vec<Grouped> {
    let sentences = corpus.articles.iter().zip(&corpus.sentences).flat_map(|(article, all)| {
        let plain = all.iter().filter(|s| s.kind == Kind::Sentence);
        plain.map(|s| (s.span.of(&article.text), article.lang))
    });
    let introduced = names::Introduced::new(&corpus.acronyms, sentences, lexicon);
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
