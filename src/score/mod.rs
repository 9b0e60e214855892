//! How likely two sentences state the same fact.
//!
//! Takes analysed sentences with the meanings and the information of their words ([`Space`]);
//! gives [`Features`] of a pair, and a probability from them.

mod combine;
mod compare;
mod explain;
mod local;
mod surface;
mod weights;

pub use combine::{FEATURES, Features, NAMES, Part};
pub use compare::Comparer;
pub use explain::{alone, evidence};
pub use local::{Flow, Local, Locals, Together};
pub use surface::Surface;
pub use weights::{WEIGHED, mined_probability, probability, weighed, weighed_names};

use crate::lexicon::{Concept, Meant};
use crate::model::{Analysed, Class, Form, Lang, Role, WordId};
use crate::settings::Weights;
use rustc_hash::FxHashMap;

/// Sentences in the common space: what every word means and how much it tells.
#[derive(Debug)]
pub struct Space {
    /// First entry of each word in `entries`; one more for the end.
    starts: Vec<u32>,
    entries: Vec<(Concept, f32)>,
    /// How much each word tells.
    info: Vec<f32>,
    class: Vec<Class>,
    /// What part each word has in a report.
    role: Vec<Role>,
    lang: Vec<Lang>,
    /// The words that a phrase is made of, by word.
    parts: FxHashMap<WordId, Box<[WordId]>>,
    /// How many concepts there are.
    concepts: usize,
    /// Which of them are English.
    english: Vec<bool>,
}

impl Space {
    /// Joins the meanings of a vocabulary with how rare its words are. `sentences` counts the
    /// sentences of each language.
    pub fn new(
        forms: &[Form],
        counts: &[u32],
        meant: Meant,
        sentences: [usize; 2],
        parts: FxHashMap<WordId, Box<[WordId]>>,
        weights: &Weights,
    ) -> Self {
        let Meant { starts, entries, shares, roles, english } = meant;
        let info = forms
            .iter()
            .zip(counts.iter().chain(std::iter::repeat(&0)))
            .zip(&shares)
            .map(|((form, &count), &share)| {
                weights.information(form.class, count, sentences[form.lang.index()], share)
            })
            .collect();
        Self {
            starts,
            entries,
            info,
            class: forms.iter().map(|f| f.class).collect(),
            role: roles,
            lang: forms.iter().map(|f| f.lang).collect(),
            parts,
            concepts: english.len(),
            english,
        }
    }

    /// What a word means.
    pub fn meaning(&self, word: WordId) -> &[(Concept, f32)] {
        let at = word as usize;
        &self.entries[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The words that a phrase is made of; none for a single word.
    pub fn parts(&self, word: WordId) -> &[WordId] {
        self.parts.get(&word).map_or(&[], |p| p)
    }

    /// How much a word tells.
    pub fn info(&self, word: WordId) -> f32 {
        self.info[word as usize]
    }

    /// What kind of form it is.
    pub fn class(&self, word: WordId) -> Class {
        self.class[word as usize]
    }

    /// What part it has in a report.
    pub fn role(&self, word: WordId) -> Role {
        self.role[word as usize]
    }

    /// Its language.
    pub fn lang(&self, word: WordId) -> Lang {
        self.lang[word as usize]
    }

    /// Whether a concept is English.
    pub fn is_english(&self, concept: Concept) -> bool {
        self.english[concept as usize]
    }

    /// How many concepts there are.
    pub fn concepts(&self) -> usize {
        self.concepts
    }

    /// How much a sentence tells.
    pub fn total(&self, sentence: &Analysed) -> f32 {
        sentence.words.iter().map(|w| self.info(w.id)).sum()
    }
}

/// How well one form accounts for another, from 0 to 1, by the best of their common concepts.
pub fn likeness(space: &Space, a: WordId, b: WordId) -> f32 {
    let (mut x, mut y) = (space.meaning(a).iter().peekable(), space.meaning(b).iter().peekable());
    let mut best = 0.0_f32;
    while let (Some((c, v)), Some((d, w))) = (x.peek(), y.peek()) {
        match c.cmp(d) {
            std::cmp::Ordering::Less => _ = x.next(),
            std::cmp::Ordering::Greater => _ = y.next(),
            std::cmp::Ordering::Equal => {
                best = best.max(v * w);
                x.next();
                y.next();
            }
        }
    }
    best
}
