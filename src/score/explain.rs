//! Why a pair has its score, in words.

use super::{Comparer, Space};
use crate::language::{Abbreviation, facts};
use crate::model::{Analysed, Class, Conflict, Evidence, Lang, Numeral};

/// At most this many reasons are shown.
const MOST: usize = 8;
/// At most this many words of a side are shown that the other does not account for.
const MOST_ALONE: usize = 6;
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
            Class::Name if only_goes_with(&x, space.lang(word.id)) => continue,
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

/// Whether a word only goes with a name (Capt., S.H., PT, an initial): it is no reason by itself. X
/// is a site.
fn only_goes_with(written: &str, lang: Lang) -> bool {
    let bare = written.trim_end_matches('.');
    let kind = facts(lang).abbreviations.get(bare);
    (bare.chars().count() == 1 && bare != "X")
        || matches!(kind, Some(Abbreviation::Title | Abbreviation::Degree | Abbreviation::Company))
}

/// What each side says that the other does not account for; to be asked right after [`evidence`].
pub fn alone(
    space: &Space,
    comparer: &Comparer<'_>,
    a: (&Analysed, &str),
    b: (&Analysed, &str),
) -> Vec<Evidence> {
    let of = |(sentence, text): (&Analysed, &str), matches: &[(f32, u32)]| -> Vec<String> {
        let mut open: Vec<(f32, usize)> = sentence
            .words
            .iter()
            .zip(matches)
            .enumerate()
            .filter(|(_, (word, found))| {
                found.0 < WEAKEST
                    && !matches!(space.class(word.id), Class::Function | Class::Negation)
            })
            .map(|(at, (word, _))| (space.info(word.id), at))
            .collect();
        open.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
        open.truncate(MOST_ALONE);
        open.iter().map(|&(_, at)| sentence.words[at].span.of(text).to_owned()).collect()
    };
    let (left, right) = (of(a, &comparer.left), of(b, &comparer.right));
    let mut out = Vec::new();
    if !left.is_empty() {
        out.push(Evidence::OnlyLeft(left));
    }
    if !right.is_empty() {
        out.push(Evidence::OnlyRight(right));
    }
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
