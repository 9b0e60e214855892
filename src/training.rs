//! From files of parallel text to a learned table: joins analysis and learning.

use crate::analyse::Analyser;
use crate::learn::{Learner, Translation};
use crate::lexicon::Lexicon;
use crate::model::{Lang, WordId};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// A sentence pair, Indonesian first.
pub type TextPair = (String, String);

/// Learns a table from sentence pairs that come in blocks, so that the text need not be held in
/// memory.
#[derive(Debug)]
pub struct Trainer<'a> {
    lexicon: &'a Lexicon,
    learner: Learner,
    pairs: usize,
}

/// Pairs that one worker analyses at a time.
const CHUNK: usize = 1024;
/// What was linked less often than this is chance.
const FEWEST: f32 = 1.2;

impl<'a> Trainer<'a> {
    /// With no text yet.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, learner: Learner::new(), pairs: 0 }
    }

    /// How many pairs were added.
    pub fn pairs(&self) -> usize {
        self.pairs
    }

    /// Adds sentence pairs. How the text is cut into blocks makes no difference.
    pub fn add(&mut self, pairs: &[TextPair]) {
        self.pairs += pairs.len();
        let lexicon = self.lexicon;
        let blocks: Vec<Block> = pairs
            .par_chunks(CHUNK)
            .map_init(|| Analyser::new(lexicon), |analyser, chunk| block(analyser, lexicon, chunk))
            .collect();
        for block in blocks {
            let numbers = [0, 1].map(|side| -> Vec<u32> {
                block.keys[side].iter().map(|k| self.learner.number(side, k)).collect()
            });
            for sides in &block.pairs {
                let [left, right] = [0, 1].map(|side| -> Vec<u32> {
                    sides[side].iter().map(|&key| numbers[side][key as usize]).collect()
                });
                self.learner.add_numbers(&left, &right);
            }
        }
    }

    /// The table; the lists enter as pairs of their own. `round` is told how far the work is.
    pub fn learn(mut self, round: impl FnMut(usize, usize)) -> Vec<Translation> {
        for (headword, english) in self.lexicon.listed() {
            for key in english {
                self.learner.add(std::iter::once(headword), std::iter::once(key));
            }
        }
        self.learner.learn(round).into_iter().filter(|t| t.count >= FEWEST).collect()
    }
}

/// Learns a table from sentence pairs, all at hand.
pub fn train(
    pairs: &[TextPair],
    lexicon: &Lexicon,
    round: impl FnMut(usize, usize),
) -> Vec<Translation> {
    let mut trainer = Trainer::new(lexicon);
    trainer.add(pairs);
    trainer.learn(round)
}

/// Some sentence pairs as numbers of keys.
#[derive(Default)]
struct Block {
    /// The keys of each side, in the order in which they were met.
    keys: [Vec<String>; 2],
    pairs: Vec<[Vec<u32>; 2]>,
}

fn block(analyser: &mut Analyser<'_>, lexicon: &Lexicon, chunk: &[TextPair]) -> Block {
    let mut out = Block::default();
    let mut numbers: [FxHashMap<String, u32>; 2] = Default::default();
    // A form's key is found once: it takes morphology.
    let mut known: FxHashMap<WordId, Option<u32>> = FxHashMap::default();
    for (id, en) in chunk {
        let pair = [(id, Lang::Id), (en, Lang::En)].map(|(text, lang)| {
            let side = lang.index();
            let units = analyser.sentence(text, lang);
            let key = |word: WordId| {
                *known.entry(word).or_insert_with(|| {
                    let key = lexicon.key(analyser.vocabulary.form(word))?;
                    let next = u32::try_from(out.keys[side].len()).unwrap_or(u32::MAX);
                    Some(*numbers[side].entry(key).or_insert_with_key(|key| {
                        out.keys[side].push(key.clone());
                        next
                    }))
                })
            };
            units.words.iter().map(|w| w.id).filter_map(key).collect::<Vec<u32>>()
        });
        out.pairs.push(pair);
    }
    analyser.take_vocabulary();
    out
}
