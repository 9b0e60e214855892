//! What the pairs around a pair say of it: rivals, neighbours and witnesses.
//!
//! A rival pairs one of the two sentences with another sentence of the other's article. A neighbour
//! pairs the sentences before or behind them. A witness is a sentence of a third article: it speaks
//! for a pair if it agrees with both sides, and against it if it agrees with one alone. Where nobody
//! speaks, a pair stays on its side of one half, so that articles on other matters change nothing.
//!
//! The probabilities of all pairs are weighed together in rounds, each with what the one before has
//! found (relaxation labelling, Rosenfeld, Hummel and Zucker 1976), by weights fitted on events that
//! the probabilities were not fitted on (stacking, Wolpert 1992).

use crate::model::{self, Pair, Side, log_odds, probability};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// How many numbers tell what speaks for and against a pair.
pub const TESTIMONY: usize = 17;
/// How many times the pairs are weighed; a third round changes little.
pub const ROUNDS: usize = 2;
/// A pair less probable than this is no witness, and none makes it probable.
pub const FAINTEST: f64 = 0.02;
/// Log odds beyond this are the model's own certainty, not the text's.
const SUREST: f64 = 1e-4;
/// A sentence that agrees with both sides by less is not named as a witness.
const AGREES: f64 = 0.5;
/// A neighbour one sentence farther on one side speaks this much less.
const ASIDE: f64 = 0.7;

/// Names of the numbers, as in `witnesses.tsv`.
pub const NAMES: [&str; TESTIMONY] = [
    "own",
    "rival",
    "lesser rival",
    "outdone",
    "witness",
    "witnesses",
    "witness against",
    "lesser witness against",
    "in step",
    "beside",
    "second witness",
    "articles that agree",
    "witness beyond own",
    "against beyond own",
    "witnesses beyond own",
    "rival of a lead",
    "rival for a lead",
];

/// The pairs of a run as links between their sides.
struct Links {
    /// Both sides of each pair.
    ends: Vec<(usize, usize)>,
    /// Every side, in order of article and sentence.
    sides: Vec<(usize, usize)>,
    numbers: FxHashMap<(usize, usize), usize>,
    /// The pairs of each side, in order of the other.
    of: Vec<Vec<(usize, usize)>>,
    /// The sides that are the first sentence of their article.
    leads: Vec<bool>,
}

impl Links {
    /// `own` is how probable each is by itself, `leads` the first sentence of each article.
    fn new(pairs: &[Pair], own: &[f64], leads: &[usize]) -> Self {
        let place = |side: &Side| (side.article, side.first);
        let mut sides: Vec<(usize, usize)> =
            pairs.iter().flat_map(|p| [place(&p.left), place(&p.right)]).collect();
        sides.sort_unstable();
        sides.dedup();
        let numbers: FxHashMap<(usize, usize), usize> =
            sides.iter().enumerate().map(|(at, &side)| (side, at)).collect();
        let ends: Vec<(usize, usize)> =
            pairs.iter().map(|p| (numbers[&place(&p.left)], numbers[&place(&p.right)])).collect();
        let mut of = vec![Vec::new(); sides.len()];
        for (at, &(a, b)) in ends.iter().enumerate().filter(|&(at, _)| own[at] >= FAINTEST) {
            of[a].push((b, at));
            of[b].push((a, at));
        }
        for list in &mut of {
            list.sort_unstable();
        }
        let leads = sides.iter().map(|&(article, first)| leads[article] == first).collect();
        Self { ends, sides, numbers, of, leads }
    }

    /// How probable the pair of two sides is; 0 where they are not compared.
    fn between(&self, a: usize, b: usize, scores: &[f64]) -> f64 {
        let list = &self.of[a];
        list.binary_search_by_key(&b, |l| l.0).map_or(0.0, |at| scores[list[at].1])
    }

    /// The most probable pair of a side within an article, but for the one with `but`.
    fn rival(&self, side: usize, article: usize, but: usize, scores: &[f64]) -> f64 {
        let list = &self.of[side];
        let first = list.partition_point(|l| self.sides[l.0].0 < article);
        list[first..]
            .iter()
            .take_while(|l| self.sides[l.0].0 == article)
            .filter(|l| l.0 != but)
            .fold(0.0, |most, l| most.max(scores[l.1]))
    }

    /// The most probable pair so many sentences away on the left and the right.
    fn near(&self, pair: usize, steps: &[(isize, isize, f64)], scores: &[f64]) -> f64 {
        let (a, b) = self.ends[pair];
        let moved = |side: usize, by: isize| {
            let (article, first) = self.sides[side];
            self.numbers.get(&(article, first.checked_add_signed(by)?)).copied()
        };
        steps.iter().fold(0.0, |most, &(left, right, share)| {
            let there = moved(a, left).zip(moved(b, right));
            most.max(there.map_or(0.0, |(a, b)| share * self.between(a, b, scores)))
        })
    }

    fn third(&self, pair: usize, scores: &[f64]) -> Third {
        let (a, b) = self.ends[pair];
        let own = [self.sides[a].0, self.sides[b].0];
        let others = |side: usize| {
            self.of[side].iter().filter(move |l| !own.contains(&self.sides[l.0].0)).copied()
        };
        let mut third = Third::default();
        let mut doubt = 1.0;
        let (mut article, mut agree) = (usize::MAX, 0.0);
        for (c, link) in others(a) {
            let (one, other) = (scores[link], self.between(b, c, scores));
            third.note(one.min(other), self.sides[c].0);
            third.against[0] = third.against[0].max(one * (1.0 - other));
            if self.sides[c].0 != article {
                doubt *= 1.0 - agree;
                third.articles += agree;
                (article, agree) = (self.sides[c].0, 0.0);
            }
            agree = agree.max(one * other);
        }
        doubt *= 1.0 - agree;
        third.articles += agree;
        third.together = 1.0 - doubt;
        for (c, link) in others(b) {
            let other = self.between(a, c, scores);
            third.against[1] = third.against[1].max(scores[link] * (1.0 - other));
        }
        third
    }
}

/// What the sentences of other articles say.
#[derive(Default)]
struct Third {
    /// The best two that agree with both sides: with the one they agree with less.
    best: [f64; 2],
    /// The article of the best, if it rather agrees than not.
    article: Option<usize>,
    /// That any article agrees with both.
    together: f64,
    /// How many articles agree with both.
    articles: f64,
    /// The strongest that agrees with the left side alone, and with the right alone.
    against: [f64; 2],
}

impl Third {
    fn note(&mut self, agrees: f64, article: usize) {
        if agrees > self.best[0] {
            self.best = [agrees, self.best[0]];
            self.article = (agrees > AGREES).then_some(article);
        } else {
            self.best[1] = self.best[1].max(agrees);
        }
    }
}

const IN_STEP: [(isize, isize, f64); 6] =
    [(-1, -1, 1.0), (1, 1, 1.0), (-1, -2, ASIDE), (-2, -1, ASIDE), (1, 2, ASIDE), (2, 1, ASIDE)];
const BESIDE: [(isize, isize, f64); 4] = [(0, 1, 1.0), (0, -1, 1.0), (1, 0, 1.0), (-1, 0, 1.0)];

/// What speaks for and against each pair, by [`NAMES`]. `leads` is the number of the first sentence
/// of each article, `own` how probable each pair is by itself, `scores` how probable it is so far.
pub fn testimonies(
    pairs: &[Pair],
    leads: &[usize],
    own: &[f64],
    scores: &[f64],
) -> Vec<[f32; TESTIMONY]> {
    testimonies_of(&Links::new(pairs, own, leads), own, scores)
}

#[expect(clippy::cast_possible_truncation, reason = "the model weighs numbers of this size")]
fn testimonies_of(links: &Links, own: &[f64], scores: &[f64]) -> Vec<[f32; TESTIMONY]> {
    (0..links.ends.len())
        .into_par_iter()
        .map(|pair| {
            let (a, b) = links.ends[pair];
            let score = scores[pair];
            let rivals = [
                links.rival(a, links.sides[b].0, b, scores),
                links.rival(b, links.sides[a].0, a, scores),
            ];
            // What opens an article is told again below: rivals of that speak less.
            let lead = [a, b].map(|side| f64::from(u8::from(links.leads[side])));
            let (of_lead, for_lead) = (
                (rivals[0] * lead[1]).max(rivals[1] * lead[0]),
                (rivals[0] * lead[0]).max(rivals[1] * lead[1]),
            );
            let (rival, lesser) = (rivals[0].max(rivals[1]), rivals[0].min(rivals[1]));
            let third = links.third(pair, scores);
            let (against, little) =
                (third.against[0].max(third.against[1]), third.against[0].min(third.against[1]));
            let beyond = |other: f64| (other - score).max(0.0);
            let odds = own[pair].max(SUREST) / (1.0 - own[pair]).max(SUREST);
            [
                odds.ln(),
                rival,
                lesser,
                beyond(rival),
                third.best[0],
                third.together,
                against,
                little,
                links.near(pair, &IN_STEP, scores),
                links.near(pair, &BESIDE, scores),
                third.best[1],
                third.articles.ln_1p(),
                beyond(third.best[0]),
                beyond(against),
                third.together * (1.0 - score),
                of_lead,
                for_lead,
            ]
            .map(|x| x as f32)
        })
        .collect()
}

/// How probable a pair is by what speaks for and against it.
pub fn heard(testimony: &[f32; TESTIMONY], weights: &[f64]) -> f64 {
    let said = testimony.iter().map(|&x| f64::from(x));
    probability(log_odds(said, weights.iter().copied()))
}

/// Weighs single pairs with what the others say of them; gives for each the article of the sentence
/// that agrees most with both sides, if it rather agrees than not.
pub fn hear(pairs: &mut [Pair], leads: &[usize]) -> Vec<Option<usize>> {
    let own: Vec<f64> = pairs.iter().map(|p| p.score).collect();
    let links = Links::new(pairs, &own, leads);
    let mut scores = own.clone();
    for weights in rounds() {
        let all = testimonies_of(&links, &own, &scores);
        scores = all.iter().map(|testimony| heard(testimony, weights)).collect();
    }
    for (pair, &score) in pairs.iter_mut().zip(&scores) {
        pair.score = score;
    }
    (0..pairs.len()).map(|pair| links.third(pair, &scores).article).collect()
}

/// The weights of each round; fitted by `cargo run --release --example fit_comparable -- witnesses`.
fn rounds() -> &'static [Vec<f64>; ROUNDS] {
    static WEIGHTS: OnceLock<[Vec<f64>; ROUNDS]> = OnceLock::new();
    WEIGHTS.get_or_init(|| {
        model::weights("witnesses.tsv", include_str!("witnesses.tsv"), NAMES.iter())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(left: (usize, usize), right: (usize, usize), score: f64) -> Pair {
        Pair {
            left: Side::one(left.0, left.1),
            right: Side::one(right.0, right.1),
            score,
            evidence: Vec::new(),
        }
    }

    fn first_of(mut pairs: Vec<Pair>) -> f64 {
        hear(&mut pairs, &[0; 4]);
        pairs[0].score
    }

    #[test]
    fn who_speaks_for_a_pair_and_who_against() {
        let doubtful = || pair((0, 3), (1, 5), 0.45);
        let alone = first_of(vec![doubtful()]);
        assert!((0.4..0.5).contains(&alone), "{alone}");
        // A third article agrees with both.
        let witness = [pair((0, 3), (2, 1), 0.95), pair((1, 5), (2, 1), 0.95)];
        assert!(first_of([vec![doubtful()], witness.to_vec()].concat()) > 0.6);
        // It agrees with one alone.
        assert!(first_of(vec![doubtful(), pair((0, 3), (2, 1), 0.95)]) < alone);
        // One of the two has a better partner; that says less of what opens an article.
        let rival = first_of(vec![doubtful(), pair((0, 3), (1, 8), 0.95)]);
        assert!(rival < alone - 0.1);
        assert!(first_of(vec![pair((0, 3), (1, 0), 0.45), pair((0, 3), (1, 8), 0.95)]) > rival);
        // Those before them agree.
        assert!(first_of(vec![doubtful(), pair((0, 2), (1, 4), 0.95)]) > alone);
        // Others speak of other things.
        let apart = first_of(vec![doubtful(), pair((2, 1), (3, 1), 0.95)]);
        assert!((apart - alone).abs() < 1e-9);
    }
}
