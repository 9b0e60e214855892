//! Two sentences held against each other, word by word.

use super::{Features, Flow, Local, Part, Space};
use crate::lexicon::Concept;
use crate::model::{Analysed, Class, Lang, Numeral, Role, WordId};

/// Compares one sentence with many: its concepts are laid out once.
#[derive(Debug)]
pub struct Comparer<'a> {
    space: &'a Space,
    /// For each concept: the round in which it was set, the weight, and the word.
    cells: Vec<(u32, f32, u32)>,
    round: u32,
    /// Best match of each word of the left and the right sentence: likeness, and the other word.
    pub left: Vec<(f32, u32)>,
    /// The same for the right sentence.
    pub right: Vec<(f32, u32)>,
}

impl<'a> Comparer<'a> {
    /// For a run's space.
    pub fn new(space: &'a Space) -> Self {
        Self {
            space,
            cells: vec![(0, 0.0, 0); space.concepts()],
            round: 0,
            left: Vec::new(),
            right: Vec::new(),
        }
    }

    /// The space in which sentences are compared.
    pub(super) fn space(&self) -> &Space {
        self.space
    }

    /// How well `b` accounts for each word of `a`: into `out`.
    fn account(&mut self, a: &Analysed, b: &Analysed, out: &mut Vec<(f32, u32)>) {
        self.round += 1;
        let through_english = if self.is_lang(a, Lang::Id) && self.is_lang(b, Lang::Id) {
            THROUGH_ENGLISH
        } else {
            1.0
        };
        for (at, word) in b.words.iter().enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            self.lay_out(word.id, 1.0, at);
            for &part in self.space.parts(word.id) {
                self.lay_out(part, PART, at);
            }
        }
        out.clear();
        for word in &a.words {
            let whole = self.best(self.space.meaning(word.id), through_english);
            let parts = self.by_parts(word.id, through_english);
            out.push(if parts.0 > whole.0 { parts } else { whole });
        }
    }

    /// Puts down what a word means, each concept with its best weight; the word stands at `at`.
    fn lay_out(&mut self, word: WordId, factor: f32, at: u32) {
        for &(concept, weight) in self.space.meaning(word) {
            let cell = &mut self.cells[concept as usize];
            let weight = weight * factor;
            if cell.0 != self.round || cell.1 < weight {
                *cell = (self.round, weight, at);
            }
        }
    }

    /// How well a phrase is accounted for by what accounts for its words.
    fn by_parts(&self, word: WordId, through_english: f32) -> (f32, u32) {
        let (mut sum, mut all, mut best) = (0.0, 0.0, (0.0, u32::MAX));
        for &part in self.space.parts(word) {
            let info = self.space.info(part);
            let found = self.best(self.space.meaning(part), through_english);
            sum += info * found.0;
            all += info;
            if info * found.0 > best.0 {
                best = (info * found.0, found.1);
            }
        }
        (if all > 0.0 { WHOLE * sum / all } else { 0.0 }, best.1)
    }

    fn best(&self, meaning: &[(Concept, f32)], through_english: f32) -> (f32, u32) {
        let mut best = (0.0, u32::MAX);
        for &(concept, weight) in meaning {
            let (round, other, at) = self.cells[concept as usize];
            if round != self.round {
                continue;
            }
            let path = if self.space.is_english(concept) { through_english } else { 1.0 };
            let likeness = weight * other * path;
            if likeness > best.0 {
                best = (likeness, at);
            }
        }
        best
    }

    /// Everything the probability is made from. The matches stay in `left` and `right`.
    pub fn features(&mut self, a: &Analysed, b: &Analysed) -> Features {
        let mut left = std::mem::take(&mut self.left);
        let mut right = std::mem::take(&mut self.right);
        self.account(a, b, &mut left);
        self.account(b, a, &mut right);
        let (l, r) = (self.side(a, &left), self.side(b, &right));
        let (agree, clash) = numbers(a, b, &left, &right);
        self.left = left;
        self.right = right;
        let shared = f32::midpoint(l.matched, r.matched);
        let (low, high) = if l.coverage() < r.coverage() { (l, r) } else { (r, l) };
        Features {
            low: low.coverage(),
            high: high.coverage(),
            shared,
            short: l.total.min(r.total),
            names_low: l.name_coverage().min(r.name_coverage()),
            names_missed: l.names_missed().min(r.names_missed()),
            names_shared: f32::midpoint(l.names_matched, r.names_matched),
            numbers_agree: agree,
            numbers_clash: clash,
            negation: f32::from(u8::from((a.negations > 0) != (b.negations > 0))),
            length: ((l.total + 1.0) / (r.total + 1.0)).ln().abs(),
            cross: f32::from(u8::from(self.crosses(a, b))),
            exact_low: low.exact_coverage(),
            exact_high: high.exact_coverage(),
            surface: 0.0,
            context: 0.0,
            english: f32::from(u8::from(self.is_lang(a, Lang::En) && self.is_lang(b, Lang::En))),
            claim: Part::of(&l, &r, &[Role::Matter, Role::Act]),
            act: Part::of(&l, &r, &[Role::Act]),
            who: Part::of(&l, &r, &[Role::Who]),
            figures: Part::of(&l, &r, &[Role::Figure]),
            reports: [l, r].map(|side| side.roles[Role::Report as usize].1 > 0.0),
            places: [0, 0],
            local: Local::default(),
            flow: Flow::default(),
        }
    }

    /// How much two texts have in common, from 0 to 1: the harmonic mean of what each accounts for.
    pub fn common(&mut self, a: &Analysed, b: &Analysed) -> f32 {
        let f = self.features(a, b);
        2.0 * f.low * f.high / (f.low + f.high).max(1e-6)
    }

    fn is_lang(&self, sentence: &Analysed, lang: Lang) -> bool {
        sentence.words.first().is_some_and(|w| self.space.lang(w.id) == lang)
    }

    fn crosses(&self, a: &Analysed, b: &Analysed) -> bool {
        match (a.words.first(), b.words.first()) {
            (Some(x), Some(y)) => self.space.lang(x.id) != self.space.lang(y.id),
            _ => false,
        }
    }

    fn side(&self, sentence: &Analysed, matches: &[(f32, u32)]) -> SideSums {
        let mut sums = SideSums::default();
        for (word, &(likeness, _)) in sentence.words.iter().zip(matches) {
            let info = self.space.info(word.id);
            sums.total += info;
            sums.matched += info * likeness;
            if likeness > EXACT {
                sums.exact += info;
            }
            let role = &mut sums.roles[self.space.role(word.id) as usize];
            role.0 += info * likeness;
            role.1 += info;
            if self.space.class(word.id) == Class::Name {
                sums.names += info;
                sums.names_matched += info * likeness;
            }
        }
        sums
    }
}

/// How well a part of a phrase stands for itself: in a phrase a word may mean something else.
const PART: f32 = 0.7;
/// How well all words of a phrase stand for the phrase.
const WHOLE: f32 = 0.95;
/// Likeness above which two words are one: the same form, or one that differs by a clitic.
const EXACT: f32 = 0.94;

/// Two Indonesian words that share an English equivalent are alike this far: the equivalents of one
/// word are not all alike.
const THROUGH_ENGLISH: f32 = 0.6;

#[derive(Debug, Default, Clone, Copy)]
struct SideSums {
    total: f32,
    matched: f32,
    exact: f32,
    names: f32,
    names_matched: f32,
    /// By role: what is accounted for, and all.
    roles: [(f32, f32); Role::COUNT],
}

impl Part {
    /// The words of some roles on both sides.
    fn of(left: &SideSums, right: &SideSums, roles: &[Role]) -> Self {
        let sum = |side: &SideSums| {
            roles.iter().fold((0.0_f32, 0.0_f32), |(matched, all), &role| {
                let (m, a) = side.roles[role as usize];
                (matched + m, all + a)
            })
        };
        let (l, r) = (sum(left), sum(right));
        let both = l.1 > 0.0 && r.1 > 0.0;
        let (x, y) = if both { (l.0 / l.1, r.0 / r.1) } else { (0.0, 0.0) };
        Self {
            low: x.min(y),
            high: x.max(y),
            missing: !both,
            shared: f32::midpoint(l.0, r.0),
            short: l.1.min(r.1),
        }
    }
}

impl SideSums {
    fn coverage(self) -> f32 {
        if self.total > 0.0 { self.matched / self.total } else { 0.0 }
    }

    fn exact_coverage(self) -> f32 {
        if self.total > 0.0 { self.exact / self.total } else { 0.0 }
    }

    /// 1 where there are no names.
    fn name_coverage(self) -> f32 {
        if self.names > 0.0 { self.names_matched / self.names } else { 1.0 }
    }

    fn names_missed(self) -> f32 {
        self.names - self.names_matched
    }
}

/// A match below this says nothing about a number: another figure, not a rounded one.
const SAME_NUMBER: f32 = 0.6;

/// How many figures agree, and how many stand against each other: figures of one kind that
/// neither side finds in the other.
fn numbers(a: &Analysed, b: &Analysed, left: &[(f32, u32)], right: &[(f32, u32)]) -> (f32, f32) {
    let mut agree = 0.0;
    let mut open = [[0.0_f32; 2]; 2];
    for (side, (sentence, matches)) in [(a, left), (b, right)].into_iter().enumerate() {
        for &(word, value) in &sentence.numerals {
            if matches[word].0 >= SAME_NUMBER {
                agree += 0.5;
            } else {
                let kind = usize::from(matches!(value, Numeral::Date(..)));
                open[side][kind] += 1.0;
            }
        }
    }
    (agree, open[0][0].min(open[1][0]) + open[0][1].min(open[1][1]))
}
