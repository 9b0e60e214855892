//! Which parts of two names belong together, and what that says in numbers.

use super::fold::{Folded, Part, Piece};
use super::similar::{FLOOR, Link, alike, spelled};
use crate::lexicon::Lexicon;
use crate::model::Lang;

/// How many numbers describe a pair.
pub const FEATURES: usize = 19;

/// What each number is.
pub const NAMES: [&str; FEATURES] = [
    "constant",
    "matched parts unlike",
    "least alike part unlike",
    "parts of both left over",
    "parts of one left over",
    "bare name",
    "initials",
    "by list",
    "numbers differ",
    "letters alike",
    "parts of both left over, bodies",
    "parts of one left over, bodies",
    "short form of the other",
    "listed as one",
    "listed as two",
    "known words of both left over, bodies",
    "family name left over",
    "other script",
    "a body beside a person",
];

/// Which way a number may speak: 1 for one name, -1 against, 0 either. A fit on few pairs would
/// else take chance for knowledge.
pub const SIGNS: [i8; FEATURES] =
    [0, -1, -1, -1, -1, -1, 0, 0, -1, 1, -1, -1, 1, 1, -1, -1, -1, 0, -1];

/// A part or run of parts of one name beside one of the other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Match {
    a: (usize, usize),
    b: (usize, usize),
    alike: f32,
    link: Link,
}

/// Two names compared part by part.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pairing {
    /// The numbers.
    pub numbers: [f32; FEATURES],
    /// What matches what, and what is left over, in words.
    pub reason: String,
}

/// Runs of so many parts are put together: Jin-ping, Jinping.
const LONGEST_RUN: usize = 3;

/// What is put together must be nearly the same, letter by letter.
const TOGETHER: f32 = 0.86;

fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(|p| p.text.as_str()).collect()
}

fn candidates(a: &Folded, b: &Folded, body: bool, lexicon: &Lexicon) -> Vec<Match> {
    let mut out = Vec::new();
    for i in 0..a.pieces.len() {
        for j in 0..b.pieces.len() {
            let (x, y) = (&a.pieces[i], &b.pieces[j]);
            let (sim, link) = alike(x, y, body, lexicon);
            if sim >= FLOOR {
                out.push(Match { a: (i, i + 1), b: (j, j + 1), alike: sim, link });
            }
            for run in 2..=LONGEST_RUN {
                run_match(a, b, (i, i + run), (j, j + 1), &mut out);
                run_match(a, b, (i, i + 1), (j, j + run), &mut out);
            }
        }
    }
    out
}

fn run_match(a: &Folded, b: &Folded, x: (usize, usize), y: (usize, usize), out: &mut Vec<Match>) {
    if x.1 > a.pieces.len() || y.1 > b.pieces.len() {
        return;
    }
    let (left, right) = (&a.pieces[x.0..x.1], &b.pieces[y.0..y.1]);
    let number = |p: &Piece| matches!(p.part, Part::Number | Part::Suffix);
    if left.iter().chain(right).any(number) {
        return;
    }
    let skeletal = left[0].skeletal || right[0].skeletal;
    let (l, r) = (joined(left), joined(right));
    let sim = spelled(&l, &r, skeletal);
    let initials = left.iter().chain(right).filter(|p| p.part == Part::Initial).count() > 1;
    if (l.len().min(r.len()) > 3 || initials && l == r) && sim >= TOGETHER {
        out.push(Match { a: x, b: y, alike: sim - 0.01, link: Link::Spelling });
    }
}

fn weight(pieces: &[Piece], run: (usize, usize)) -> f32 {
    pieces[run.0..run.1].iter().map(|p| p.weight).sum()
}

/// The matches to keep: the most alike first, then what tells more, then what stands alike.
fn chosen(a: &Folded, b: &Folded, mut all: Vec<Match>) -> Vec<Match> {
    let rank = |m: &Match| m.alike * (weight(&a.pieces, m.a) + weight(&b.pieces, m.b));
    let place = |m: &Match| m.a.0.abs_diff(m.b.0);
    all.sort_by(|x, y| rank(y).total_cmp(&rank(x)).then_with(|| place(x).cmp(&place(y))));
    let (mut used_a, mut used_b) = (vec![false; a.pieces.len()], vec![false; b.pieces.len()]);
    let mut out: Vec<Match> = Vec::new();
    for m in all {
        if used_a[m.a.0..m.a.1].contains(&true) || used_b[m.b.0..m.b.1].contains(&true) {
            continue;
        }
        used_a[m.a.0..m.a.1].fill(true);
        used_b[m.b.0..m.b.1].fill(true);
        out.push(m);
    }
    out.sort_by_key(|m| m.a);
    out
}

/// Compares two names part by part.
pub(super) fn pairing(a: &Folded, b: &Folded, body: bool, lexicon: &Lexicon) -> Pairing {
    let kept = chosen(a, b, candidates(a, b, body, lexicon));
    let left = |folded: &Folded, side: fn(&Match) -> (usize, usize)| -> Vec<usize> {
        (0..folded.pieces.len())
            .filter(|&n| kept.iter().all(|m| !(side(m).0..side(m).1).contains(&n)))
            .collect()
    };
    let (left_a, left_b) = (left(a, |m| m.a), left(b, |m| m.b));
    let sum =
        |f: &Folded, which: &[usize]| -> f32 { which.iter().map(|&n| f.pieces[n].weight).sum() };
    let (over_a, over_b) = (sum(a, &left_a), sum(b, &left_b));
    let total = |f: &Folded| f.pieces.iter().map(|p| p.weight).sum::<f32>().max(0.1);
    let (least, most) = (total(a).min(total(b)), total(a).max(total(b)));
    let mut numbers = [0.0_f32; FEATURES];
    numbers[0] = 1.0;
    let of = |m: &Match| weight(&a.pieces, m.a) + weight(&b.pieces, m.b);
    let matched: f32 = kept.iter().map(of).sum::<f32>().max(0.1);
    numbers[1] = kept.iter().map(|m| of(m) * (1.0 - m.alike)).sum::<f32>() / matched;
    let spelled = |m: &&Match| m.link == Link::Spelling;
    numbers[2] = kept.iter().filter(spelled).map(|m| 1.0 - m.alike).fold(0.0, f32::max);
    let conflict = over_a.min(over_b) / least;
    let extra = (over_a - over_b).abs() / most;
    numbers[3] = conflict;
    numbers[4] = extra;
    let words = |f: &Folded| f.pieces.iter().filter(|p| p.part == Part::Word).count();
    let of_words =
        |m: &&Match| a.pieces[m.a.0].part == Part::Word && b.pieces[m.b.0].part == Part::Word;
    let together = kept.iter().filter(of_words).count();
    let single = words(a).min(words(b)) == 1 && words(a).max(words(b)) > 1;
    let joined = kept.iter().any(|m| m.a.1 - m.a.0 + m.b.1 - m.b.0 > 2);
    numbers[5] = f32::from(!body && (single && !joined || together == 0));
    let by = |link: Link| kept.iter().filter(|m| m.link == link).map(of).sum::<f32>() / matched;
    numbers[6] = by(Link::Initial);
    // Lists and scripts explain letters that differ, not parts that are left over.
    let explained = f32::from(conflict == 0.0);
    numbers[7] = by(Link::Listed) * explained;
    numbers[8] = figures(a, b);
    numbers[9] = letters(a, b);
    if body {
        numbers[10] = conflict;
        numbers[11] = extra;
    }
    numbers[12] = f32::from(is_short_for(a, b) || is_short_for(b, a));
    if body {
        numbers[15] = f32::from(known_apart(a, b, [&left_a, &left_b], lexicon));
    }
    let family = |f: &Folded, rest: &[usize]| f.family.is_some_and(|n| rest.contains(&n));
    numbers[16] = f32::from(family(a, &left_a)) + f32::from(family(b, &left_b));
    numbers[17] = f32::from(a.foreign != b.foreign) * explained;
    Pairing { numbers, reason: reason(a, b, &kept, &left_a, &left_b) }
}

/// How far the numbers in two names differ: Unit 5, Unit 6.
fn figures(a: &Folded, b: &Folded) -> f32 {
    let of = |f: &Folded| -> Vec<String> {
        let mut out: Vec<String> = f
            .pieces
            .iter()
            .filter(|p| matches!(p.part, Part::Number | Part::Suffix))
            .map(|p| p.text.trim_start_matches('0').replace("senior", "sr").replace("junior", "jr"))
            .collect();
        out.sort();
        out
    };
    let (x, y) = (of(a), of(b));
    match () {
        () if x == y => 0.0,
        () if x.is_empty() || y.is_empty() => 0.5,
        () => 1.0,
    }
}

/// Pairs of letters in common (Dice), whatever the parts.
fn letters(a: &Folded, b: &Folded) -> f32 {
    let of = |f: &Folded| {
        let mut words: Vec<&str> = f.pieces.iter().map(|p| p.text.as_str()).collect();
        words.sort_unstable();
        words.concat()
    };
    #[expect(clippy::cast_possible_truncation, reason = "a share of 0 to 1")]
    let alike = strsim::sorensen_dice(&of(a), &of(b)) as f32;
    alike
}

/// Whether `short` is made of the first letters of the words of `long`.
fn is_short_for(short: &Folded, long: &Folded) -> bool {
    let names = |f: &Folded| -> Vec<String> {
        let kept = f.pieces.iter().filter(|p| !matches!(p.part, Part::Legal | Part::Particle));
        kept.map(|p| p.text.clone()).collect()
    };
    let (short, long) = (names(short), names(long));
    let [word] = &short[..] else { return false };
    let small =
        |w: &str| matches!(w, "and" | "of" | "for" | "dan" | "untuk" | "the" | "et" | "de" | "la");
    let firsts: String =
        long.iter().filter(|w| !small(w)).filter_map(|w| w.chars().next()).collect();
    long.len() > 1 && word.len() > 1 && *word == firsts
}

/// Whether both names have a word left over that the lists know, each another: Utara and Selatan,
/// Rusia and Ukraina, Southern and Eastern.
fn known_apart(a: &Folded, b: &Folded, left: [&[usize]; 2], lexicon: &Lexicon) -> bool {
    let known = |p: &Piece| {
        let listed = |lang| lexicon.name(lang, &p.text).is_some();
        p.part == Part::Body
            || listed(Lang::Id)
            || listed(Lang::En)
            || lexicon.is_common(&p.text, Lang::Id)
            || lexicon.is_common(&p.text, Lang::En)
    };
    left[0].iter().any(|&n| known(&a.pieces[n])) && left[1].iter().any(|&n| known(&b.pieces[n]))
}

fn text(pieces: &[Piece], run: (usize, usize)) -> String {
    pieces[run.0..run.1].iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn reason(a: &Folded, b: &Folded, kept: &[Match], left_a: &[usize], left_b: &[usize]) -> String {
    let mut out = Vec::new();
    for m in kept {
        let (x, y) = (text(&a.pieces, m.a), text(&b.pieces, m.b));
        out.push(match m.link {
            _ if x == y => x,
            Link::Spelling | Link::Initial => format!("{x}~{y}"),
            Link::Listed => format!("{x}={y}"),
        });
    }
    for (side, folded, left) in [("first", a, left_a), ("second", b, left_b)] {
        if !left.is_empty() {
            let words: Vec<&str> = left.iter().map(|&n| folded.pieces[n].text.as_str()).collect();
            out.push(format!("only {side}: {}", words.join(" ")));
        }
    }
    out.join("; ")
}
