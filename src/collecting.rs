//! Names, offices and terms of a corpus, as a glossary.

use crate::glossary::{self, Links, TermText};
use crate::lexicon::Lexicon;
use crate::model::{Entry, EntryKind, Lang, Origin, Pair, Side, Style};
use crate::names::Grouped;
use crate::pipeline::Corpus;
use crate::read::{Paired, PairedSide};
use crate::score;
use rustc_hash::{FxHashMap, FxHashSet};

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
    let mut entries =
        glossary::name_entries(names, &texts, lexicon, |name, lang| examples.with(name, lang));
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
    // What the list of offices has is the better row: it knows the country's English.
    let titles = glossary::title_entries(&texts, lexicon);
    let offices: FxHashSet<String> = titles
        .iter()
        .flat_map(|t| std::iter::once(&t.indonesian).chain(&t.variants_indonesian))
        .map(|s| bare(s))
        .collect();
    entries.retain(|e| {
        let listed = e.origin == Origin::Lexicon && e.indonesian.contains(' ');
        e.kind != EntryKind::Title || listed || !offices.contains(&bare(&e.indonesian))
    });
    for entry in &mut entries {
        as_listed_term(entry, lexicon);
    }
    let mut taken: FxHashSet<String> = entries
        .iter()
        .flat_map(|e| std::iter::once(&e.indonesian).chain(&e.variants_indonesian))
        .map(|s| s.to_lowercase())
        .collect();
    let titles = glossary::with_titles(titles, &mut terms);
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

/// An office as it is compared: Drs. is Drs.
fn bare(office: &str) -> String {
    office.to_lowercase().trim_end_matches('.').to_owned()
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

/// A listed term that a text gives a short form, Surat Berharga Negara (SBN), was taken for a name
/// without English: it has the list's.
fn as_listed_term(entry: &mut Entry, lexicon: &Lexicon) {
    if entry.kind == EntryKind::Term && entry.english == entry.indonesian {
        spell_out(entry, lexicon);
    }
    if entry.origin != Origin::Acronym || entry.english != entry.indonesian {
        return;
    }
    if let Some(sense) = lexicon.senses(&entry.indonesian.to_lowercase()).first() {
        sense.english.clone_into(&mut entry.english);
        entry.kind = EntryKind::Term;
        entry.origin = Origin::Lexicon;
        entry.confidence = LISTED_TERM;
    } else if let Some(english) =
        glossary::compose_regular(&entry.indonesian.to_lowercase(), lexicon)
    {
        entry.english = english;
        entry.kind = EntryKind::Term;
        entry.origin = Origin::Composed;
        entry.confidence = COMPOSED_TERM;
    }
}

/// A listed term that English articles call by its Indonesian letters too (KPR) means something in
/// English, which a translator looks up.
fn spell_out(entry: &mut Entry, lexicon: &Lexicon) {
    let key = crate::lexicon::name_key(&entry.indonesian);
    if let Some((name, _)) = lexicon.name(Lang::Id, &key) {
        name.english.clone_into(&mut entry.english);
    }
}

/// How often the list's English is right for a term (measured for terms of the lexicon).
const LISTED_TERM: f64 = 0.92;
/// The same for one put together by rule.
const COMPOSED_TERM: f64 = 0.8;
