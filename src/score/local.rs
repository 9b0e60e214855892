//! What two sentences share that is rare in their own two articles, and how far it stands together.
//!
//! All sentences of two reports of one event name its people and places; what only one sentence on
//! each side has tells which belong together. And words that belong to one statement stand near each
//! other on both sides.

use super::combine::log;
use super::{Comparer, Space};
use crate::lexicon::Concept;
use crate::model::{Analysed, Class, Role};
use rustc_hash::{FxHashMap, FxHashSet};

/// What two sentences share, weighed by how few sentences of their two articles have it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Local {
    /// Words that both have and that hardly any other sentence of the articles has; half for each
    /// side.
    pub unique: f32,
    /// Share accounted for, on the side where it is lower.
    pub low: f32,
    /// The same on the other side.
    pub high: f32,
    /// Share of what is told (matter and acts) accounted for, on the side where it is lower.
    pub claim_low: f32,
    /// The same on the other side.
    pub claim_high: f32,
    /// What both share.
    pub shared: f32,
    /// What both share of what is told.
    pub claim_shared: f32,
}

impl Local {
    pub(super) fn vector(&self) -> [f32; 10] {
        let (low, high) = (self.low, self.high);
        [
            log(self.unique),
            low,
            high,
            low * low,
            high * high,
            2.0 * low * high / (low + high + 1e-6),
            self.claim_low,
            self.claim_high,
            log(self.shared),
            log(self.claim_shared),
        ]
    }
}

/// How far what two sentences share stands together: lower and higher side, number by number.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Flow {
    /// The lower of both sides.
    pub low: Together,
    /// The higher.
    pub high: Together,
}

/// One side's words that are accounted for, by where they stand.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Together {
    /// Share of neighbouring words of which both are found, near each other too.
    pub near: f32,
    /// Share of the sentence in its best run of words that are accounted for.
    pub run: f32,
    /// Information of those neighbours.
    pub near_shared: f32,
    /// Information of that run.
    pub run_shared: f32,
}

impl Together {
    pub(super) fn vector(&self) -> [f32; 4] {
        [self.near, self.run, log(self.near_shared), log(self.run_shared)]
    }
}

/// Concepts of this weight belong to what a sentence says.
const HAS: f32 = 0.5;
/// By concepts of this weight a word is looked for elsewhere.
const STANDS_FOR: f32 = 0.7;
/// A match from here on is one.
const FOUND: f32 = 0.6;
/// In at most this many sentences of both articles together a word is unique.
const FEW: u16 = 4;
/// A match from here on counts for neighbours.
const NEAR_FOUND: f32 = 0.4;
/// Two words stand near each other up to this many words apart.
const APART: u32 = 4;
/// A word accounted for by less than this ends a run rather than lengthens it.
const RUN: f32 = 0.45;

/// In how many sentences of each article each concept stands.
#[derive(Debug)]
pub struct Locals {
    articles: Vec<(FxHashMap<Concept, u16>, usize)>,
}

impl Locals {
    /// Of articles, each with its sentences.
    pub fn new(space: &Space, articles: &[Vec<Analysed>]) -> Self {
        let count = |sentences: &Vec<Analysed>| {
            let mut holders: FxHashMap<Concept, u16> = FxHashMap::default();
            let mut met: FxHashSet<Concept> = FxHashSet::default();
            for sentence in sentences {
                met.clear();
                for word in &sentence.words {
                    for &(concept, weight) in space.meaning(word.id) {
                        if weight >= HAS && met.insert(concept) {
                            let holders = holders.entry(concept).or_default();
                            *holders = holders.saturating_add(1);
                        }
                    }
                }
            }
            (holders, sentences.len())
        };
        Self { articles: articles.iter().map(count).collect() }
    }

    /// In how many sentences of two articles a word's meanings stand, at most.
    fn holders(&self, space: &Space, word: u32, [a, b]: [usize; 2]) -> u16 {
        let of = |article: usize, c| self.articles[article].0.get(c).copied().unwrap_or(0);
        let strong = space.meaning(word).iter().filter(|(_, weight)| *weight >= STANDS_FOR);
        strong.map(|(c, _)| of(a, c).saturating_add(of(b, c))).max().unwrap_or(1)
    }
}

impl Comparer<'_> {
    /// What the two sentences last compared share that is rare in their articles.
    pub fn local(
        &self,
        locals: &Locals,
        a: &Analysed,
        b: &Analysed,
        articles: [usize; 2],
    ) -> Local {
        let sentences = articles.map(|k| locals.articles[k].1).iter().sum::<usize>() as f32;
        let mut out = Local::default();
        let mut sums = [[0.0_f32; 4]; 2];
        for (side, (sentence, matches)) in
            [(a, &self.left), (b, &self.right)].into_iter().enumerate()
        {
            for (word, &(likeness, _)) in sentence.words.iter().zip(matches) {
                if matches!(self.space().class(word.id), Class::Function | Class::Negation) {
                    continue;
                }
                let holders = locals.holders(self.space(), word.id, articles);
                let rarity = ((sentences + 1.0) / (f32::from(holders) + 0.5)).ln();
                let sums = &mut sums[side];
                sums[0] += rarity * likeness;
                sums[1] += rarity;
                if matches!(self.space().role(word.id), Role::Matter | Role::Act) {
                    sums[2] += rarity * likeness;
                    sums[3] += rarity;
                }
                if likeness >= FOUND && holders <= FEW {
                    out.unique += 0.5;
                }
            }
        }
        let share = |sums: &[f32; 4], at: usize| sums[at] / sums[at + 1].max(0.1);
        let all = sums.each_ref().map(|s| share(s, 0));
        let claim = sums.each_ref().map(|s| share(s, 2));
        out.low = all[0].min(all[1]);
        out.high = all[0].max(all[1]);
        out.claim_low = claim[0].min(claim[1]);
        out.claim_high = claim[0].max(claim[1]);
        out.shared = f32::midpoint(sums[0][0], sums[1][0]);
        out.claim_shared = f32::midpoint(sums[0][2], sums[1][2]);
        out
    }

    /// How far what the two sentences last compared share stands together.
    pub fn flow(&self, a: &Analysed, b: &Analysed) -> Flow {
        let [x, y] = [(a, &self.left), (b, &self.right)].map(|(s, m)| self.together(s, m));
        let each = |of: fn(f32, f32) -> f32| Together {
            near: of(x.near, y.near),
            run: of(x.run, y.run),
            near_shared: of(x.near_shared, y.near_shared),
            run_shared: of(x.run_shared, y.run_shared),
        };
        Flow { low: each(f32::min), high: each(f32::max) }
    }

    fn together(&self, sentence: &Analysed, matches: &[(f32, u32)]) -> Together {
        let mut before: Option<(f32, f32, u32)> = None;
        let (mut near, mut neighbours, mut total) = (0.0, 0.0, 1.0);
        let (mut run, mut best) = (0.0_f32, 0.0_f32);
        for (word, &(likeness, other)) in sentence.words.iter().zip(matches) {
            if matches!(self.space().class(word.id), Class::Function | Class::Negation) {
                continue;
            }
            let info = self.space().info(word.id);
            total += info;
            if let Some((last_info, last_likeness, last_other)) = before {
                let both = info.min(last_info);
                neighbours += both;
                let found = likeness >= NEAR_FOUND && last_likeness >= NEAR_FOUND;
                if found && other != last_other && other.abs_diff(last_other) <= APART {
                    near += both * likeness.min(last_likeness);
                }
            }
            before = Some((info, likeness, other));
            run = (run + info * (likeness - RUN)).max(0.0);
            best = best.max(run);
        }
        Together {
            near: near / neighbours.max(1.0),
            run: best / total,
            near_shared: near,
            run_shared: best,
        }
    }
}
