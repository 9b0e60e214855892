//! Why a pair has its score, in words.

use super::{Comparer, Space};
use crate::model::{Analysed, Class, Conflict, Evidence, Numeral};

/// At most this many reasons are shown.
const MOST: usize = 8;
/// A weaker match is no reason.
const WEAKEST: f32 = 0.4;

/// The strongest matches of two sentences, then what does not fit.
pub fn evidence(
    space: &Space,
    comparer: &mut Comparer<'_>,
    a: (&Analysed, &str),
    b: (&Analysed, &str),
) -> Vec<Evidence> {
    comparer.features(a.0, b.0);
    let mut found: Vec<(f32, usize, Evidence)> = Vec::new();
    for (at, word) in a.0.words.iter().enumerate() {
        let (likeness, other) = comparer.left[at];
        let class = space.class(word.id);
        if likeness < WEAKEST || matches!(class, Class::Function | Class::Negation) {
            continue;
        }
        let other = &b.0.words[other as usize];
        let (x, y) = (word.span.of(a.1).to_owned(), other.span.of(b.1).to_owned());
        let reason = match class {
            Class::Name => Evidence::Name(x),
            Class::Number | Class::Date => Evidence::Number(x),
            _ => Evidence::Words(x, y),
        };
        found.push((space.info(word.id) * likeness, at, reason));
    }
    found.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    let mut out: Vec<Evidence> = Vec::new();
    for (_, _, reason) in found {
        if out.len() < MOST && !out.contains(&reason) {
            out.push(reason);
        }
    }
    against(a, b, comparer, &mut out);
    out
}

fn against(
    a: (&Analysed, &str),
    b: (&Analysed, &str),
    comparer: &Comparer<'_>,
    out: &mut Vec<Evidence>,
) {
    // A figure stands against a figure, a day against a day.
    let open = |s: (&Analysed, &str), matches: &[(f32, u32)], day: bool| -> Vec<String> {
        s.0.numerals
            .iter()
            .filter(|(word, value)| {
                matches[*word].0 < WEAKEST && matches!(value, Numeral::Date(..)) == day
            })
            .map(|&(word, _)| s.0.words[word].span.of(s.1).to_owned())
            .collect()
    };
    for day in [false, true] {
        let left = open(a, &comparer.left, day);
        let right = open(b, &comparer.right, day);
        for (x, y) in left.into_iter().zip(right) {
            out.push(Evidence::Against(Conflict::Number(x, y)));
        }
    }
    if (a.0.negations > 0) != (b.0.negations > 0) {
        out.push(Evidence::Against(Conflict::Negation));
    }
}
