//! From files of parallel text to a learned table: joins analysis and learning.

use crate::analyse::Analyser;
use crate::learn::{Learner, Translation};
use crate::lexicon::Lexicon;
use crate::model::Lang;
use rayon::prelude::*;

/// Learns a table from sentence pairs, Indonesian left; the lists enter as pairs of their own.
/// `round` is told how far the work is.
pub fn train(
    pairs: &[(String, String)],
    lexicon: &Lexicon,
    round: impl FnMut(usize, usize),
) -> Vec<Translation> {
    const CHUNK: usize = 2048;
    let keys: Vec<[Vec<String>; 2]> = pairs
        .par_chunks(CHUNK)
        .map(|chunk| {
            let mut analyser = Analyser::new(lexicon);
            chunk
                .iter()
                .map(|(id, en)| {
                    [(id, Lang::Id), (en, Lang::En)].map(|(text, lang)| {
                        let units = analyser.sentence(text, lang);
                        let form = |w: &crate::model::Word| analyser.vocabulary.form(w.id);
                        units.words.iter().filter_map(|w| lexicon.key(form(w))).collect()
                    })
                })
                .collect::<Vec<_>>()
        })
        .flatten_iter()
        .collect();
    let mut learner = Learner::new();
    for [left, right] in &keys {
        learner.add(left.iter().map(String::as_str), right.iter().map(String::as_str));
    }
    for (headword, english) in lexicon.listed() {
        for key in english {
            learner.add(std::iter::once(headword), std::iter::once(key));
        }
    }
    learner.learn(round).into_iter().filter(|t| t.count >= FEWEST).collect()
}

/// What was linked less often than this is chance.
const FEWEST: f32 = 1.2;
