//! Short forms that no list has, of names that the same article, or one about the same, has in full.

use super::group::{FEWER, PART, PLACELESS, Spelling};
use super::people::is_nick;
use super::sets::Sets;
use crate::language::naming::naming;
use crate::lexicon::{Lexicon, name_key};
use crate::model::{EntryKind, Lang};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// A name in so many articles (a company of the daily press) does not tell that two are about one
/// event.
const EVERYWHERE: usize = 20;
/// Names in more articles than this are compared only within an article: all pairs would take long.
const MOST_ARTICLES: usize = 20;
/// Shorter short forms fit too many names: Ani, Edi.
const SHORTEST: usize = 4;
/// An office of so many words (Kepala Bidang Humas) is one that a text tells of one body only.
const SPECIAL: usize = 3;

/// What a surname or a given name stands for in another article.
pub(super) const NEAR: &str = "part of a full name of the same event";

/// Which articles are about one event: they share a full name that no list has.
pub(super) struct Related {
    names: FxHashMap<usize, FxHashSet<usize>>,
}

impl Related {
    /// `name` gives what spellings of one name share.
    pub(super) fn new(
        spellings: &[Spelling],
        listed: &[Option<usize>],
        mut name: impl FnMut(usize) -> usize,
    ) -> Self {
        let mut names: FxHashMap<usize, FxHashSet<usize>> = FxHashMap::default();
        for (n, s) in spellings.iter().enumerate() {
            let full = s.text.contains(' ') && !s.is_longer() && listed[n].is_none();
            if !full || s.kinds.contains_key(&EntryKind::Title) || s.articles.len() > EVERYWHERE {
                continue;
            }
            for article in &s.articles {
                names.entry(*article).or_default().insert(name(n));
            }
        }
        Self { names }
    }

    /// Whether two spellings stand in one article, or in two about one event.
    pub(super) fn near(&self, a: &Spelling, b: &Spelling) -> bool {
        if a.articles.iter().any(|x| b.articles.contains(x)) {
            return true;
        }
        if a.articles.len().max(b.articles.len()) > MOST_ARTICLES {
            return false;
        }
        let of = |x: &usize| self.names.get(x);
        a.articles.iter().filter_map(of).any(|x| {
            b.articles.iter().filter_map(of).any(|y| x.iter().any(|name| y.contains(name)))
        })
    }
}

/// Joins each short form with the one name that it can be short for.
pub(super) fn join(
    spellings: &mut [Spelling],
    listed: &[Option<usize>],
    related: &Related,
    lexicon: &Lexicon,
    sets: &mut Sets,
) {
    let of = [
        (nicknames(spellings, listed, lexicon), "short for a name of the same event"),
        (single(spellings, listed, lexicon), NEAR),
        (initials(spellings), "initials of a name of the same event"),
        (offices(spellings, listed, lexicon), PLACELESS),
        (super::fewer::candidates(spellings, lexicon), FEWER),
        (super::fewer::of_that_state(spellings), "of the state told of before"),
        (super::fewer::of_that_place(spellings), "of the place told of before"),
        (bare(spellings, listed), "without its legal form, trade or address"),
    ];
    for (candidates, reason) in of {
        for (short, longer) in candidates {
            let mut roots: Vec<usize> = longer
                .into_iter()
                .filter(|&l| related.near(&spellings[short], &spellings[l]))
                .filter(|&l| listed[short].is_none() || listed[l].is_none())
                .filter(|&l| {
                    let lower = [l, short].map(|n| spellings[n].text.to_lowercase());
                    !lexicon.never_merge(&lower[0], &lower[1])
                })
                .map(|l| sets.root(l))
                .collect();
            let own = sets.root(short);
            roots.retain(|&root| root != own);
            roots.sort_unstable();
            roots.dedup();
            if let [only] = roots[..] {
                spellings[short].reason = reason;
                sets.join(only, short);
            }
        }
    }
    wars(spellings, listed, related, lexicon, sets);
}

type Candidates = Vec<(usize, Vec<usize>)>;

fn is_person(s: &Spelling) -> bool {
    s.kinds.keys().all(|k| matches!(k, EntryKind::Person | EntryKind::Name))
}

/// Single names that no list has and that are no words.
fn lone(
    spellings: &[Spelling],
    listed: &[Option<usize>],
    lexicon: &Lexicon,
) -> BTreeMap<String, usize> {
    let all = spellings.iter().enumerate().filter(|(n, s)| {
        let person = is_person(s) && s.kinds.contains_key(&EntryKind::Person);
        let word = s.text.chars().all(char::is_alphabetic) && s.text.chars().count() >= SHORTEST;
        person
            && word
            && listed[*n].is_none()
            && s.reason == "as written"
            && !lexicon.is_common(&s.text.to_lowercase(), Lang::Id)
    });
    all.map(|(n, s)| (s.text.to_lowercase(), n)).collect()
}

/// Sobolev of Arkady Sobolev, whom another article has in full.
fn single(spellings: &[Spelling], listed: &[Option<usize>], lexicon: &Lexicon) -> Candidates {
    let short = lone(spellings, listed, lexicon);
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate() {
        // What opens a longer name may be a place: Batang Sari Yulizar.
        let two = s.text.split(' ').count() == 2;
        if !is_person(s) || !two || s.is_longer() || s.is_part() {
            continue;
        }
        let lower = s.text.to_lowercase();
        let ends = [lower.split(' ').next(), lower.rsplit(' ').next()];
        for alone in ends.into_iter().flatten().filter_map(|w| short.get(w)) {
            out.entry(*alone).or_default().push(n);
        }
    }
    out.into_iter().collect()
}

/// Melki of Melkianus, Rani of Maharani: people are called by the beginning or end of a name.
fn nicknames(spellings: &[Spelling], listed: &[Option<usize>], lexicon: &Lexicon) -> Candidates {
    let short = lone(spellings, listed, lexicon);
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate() {
        if !is_person(s) || listed[n].is_some() || s.is_longer() || s.reason == PART {
            continue;
        }
        for part in s.text.to_lowercase().split(' ') {
            let cuts = part.char_indices().map(|(at, _)| at).skip(1);
            for piece in cuts.flat_map(|at| [&part[..at], &part[at..]]) {
                if let Some(&nick) = short.get(piece)
                    && nick != n
                    && is_nick(piece, part)
                {
                    out.entry(nick).or_default().push(n);
                }
            }
        }
    }
    out.into_iter().collect()
}

/// FOT of Fransiskus Ola Tokan: the police give initials of a suspect.
fn initials(spellings: &[Spelling]) -> Candidates {
    let mut short: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate() {
        let capitals = s.text.len() > 1 && s.text.bytes().all(|b| b.is_ascii_uppercase());
        if capitals && s.kinds.contains_key(&EntryKind::Person) {
            short.insert(&s.text, n);
        }
    }
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate().filter(|(_, s)| is_person(s) && !s.is_longer()) {
        let firsts: String = s.text.split(' ').filter_map(|w| w.chars().next()).collect();
        if let Some(&found) = short.get(firsts.as_str()).filter(|&&found| found != n) {
            out.entry(found).or_default().push(n);
        }
    }
    out.into_iter().collect()
}

/// Whether an office is held at a body and not over a state or town.
fn is_body(owner: &str, lexicon: &Lexicon) -> bool {
    let first = owner.split(' ').next().unwrap_or("");
    let listed = lexicon.name(Lang::Id, &name_key(owner));
    listed.map_or_else(
        || {
            naming().is_cue("body", &first.to_lowercase())
                || first.len() > 1 && first.chars().all(char::is_uppercase)
        },
        |(e, _)| matches!(e.kind, EntryKind::Organisation | EntryKind::Media),
    )
}

/// Ketua KPU beside Ketua KPU Teluk Seruni, Komisi IX beside Komisi IX DPR. Offices that any state
/// or town has (Presiden, Bupati) stay apart: they are rather words than names.
fn offices(spellings: &[Spelling], listed: &[Option<usize>], lexicon: &Lexicon) -> Candidates {
    let mut short: FxHashMap<&str, (usize, bool)> = FxHashMap::default();
    for (n, s) in spellings.iter().enumerate() {
        let words: Vec<&str> = s.text.split(' ').collect();
        let office = lexicon.is_title(&s.text.to_lowercase());
        let owned = (1..words.len()).any(|at| {
            let rest = words[at..].join(" ");
            let body = naming().is_cue("body", &words[at].to_lowercase())
                || rest.chars().all(char::is_uppercase);
            let named = lexicon.name(Lang::Id, &name_key(&rest)).is_some();
            body && named && lexicon.is_title(&words[..at].join(" ").to_lowercase())
        });
        // Kepala Bidang Humas says enough; what it is held at may tell it from no other here.
        let special = words.len() >= SPECIAL;
        // Penjabat Bupati says no more than Bupati.
        let ruler = words.last().is_some_and(|w| naming().is_cue("ruler", &w.to_lowercase()));
        if words.len() > 1
            && !ruler
            && !s.text.contains('(')
            && s.counts[0] > 0
            && listed[n].is_none()
            && (owned || special || !office)
        {
            short.insert(&s.text, (n, owned || !office));
        }
    }
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate() {
        let body = |s: &Spelling| {
            s.kinds.keys().all(|k| matches!(k, EntryKind::Title | EntryKind::Organisation))
        };
        if !body(s) || s.is_longer() {
            continue;
        }
        for (at, _) in s.text.match_indices(' ') {
            if let Some(&(bare, told)) = short.get(&s.text[..at])
                && body(&spellings[bare])
                && spellings[bare].kinds.keys().eq(s.kinds.keys())
                && (told || is_body(&s.text[at + 1..], lexicon))
            {
                out.entry(bare).or_default().push(n);
            }
        }
    }
    out.into_iter().collect()
}

/// Andalan Prima Sekuritas of PT Andalan Prima Sekuritas Tbk., a paper of its site.
fn bare(spellings: &[Spelling], listed: &[Option<usize>]) -> Candidates {
    let at: FxHashMap<&str, usize> =
        spellings.iter().enumerate().map(|(n, s)| (s.text.as_str(), n)).collect();
    let mut out: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate() {
        let mut words: Vec<&str> = s.text.split(' ').collect();
        // As, an aksjeselskap's, is a state behind an office.
        let body = s.kinds.keys().all(|k| *k == EntryKind::Organisation);
        let legal = |w: &str| {
            let lower = w.trim_end_matches('.').to_lowercase();
            naming().legal.contains_key(&*lower) && body
        };
        if words.len() > 1 && words.last().is_some_and(|w| legal(w)) {
            words.pop();
        }
        let mut rest = &words[..];
        if rest.len() > 1 && legal(rest[0]) {
            rest = &rest[1..];
        }
        // Arvena of Arvena Semiconductor, but Bank Arga stays: a trade's word alone names nothing.
        if let [name, trade] = rest
            && body
            && !naming().is_cue("trade", &name.to_lowercase())
            && naming().is_cue("trade", &trade.to_lowercase())
        {
            rest = &rest[..1];
        }
        let core = rest.join(" ");
        let core = match core.rsplit_once('.') {
            Some((name, _)) if s.kinds.contains_key(&EntryKind::Media) => name.to_owned(),
            _ => core,
        };
        if let Some(&short) = at.get(core.as_str()).filter(|&&short| short != n)
            && listed[short].is_none()
            && spellings[short].reason == "as written"
        {
            out.entry(short).or_default().push(n);
        }
    }
    out.into_iter().collect()
}

/// The state that a war is told of by one side: perang Rusia.
pub(super) fn one_side<'a>(text: &str, lexicon: &'a Lexicon) -> Option<&'a str> {
    let (head, state) = text.split_once(' ')?;
    if !naming().is_cue("war", &head.to_lowercase()) {
        return None;
    }
    let (entry, _) = lexicon.name(Lang::Id, &name_key(state))?;
    (entry.kind == EntryKind::Country).then_some(entry.english.as_str())
}

/// Whether a war is told of by who wages it: perang Putin.
pub(super) fn is_someones(text: &str, lexicon: &Lexicon) -> bool {
    let Some((head, who)) = text.split_once(' ') else { return false };
    let person =
        lexicon.name(Lang::Id, &name_key(who)).is_some_and(|(e, _)| e.kind == EntryKind::Person);
    person && naming().is_cue("war", &head.to_lowercase())
}

/// perang Rusia is perang Rusia-Ukraina where texts tell of no other war of that state.
fn wars(
    spellings: &mut [Spelling],
    listed: &[Option<usize>],
    related: &Related,
    lexicon: &Lexicon,
    sets: &mut Sets,
) {
    let event = |s: &Spelling| s.kinds.contains_key(&EntryKind::Event);
    let mut of: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    let mut waged: Vec<usize> = Vec::new();
    for (n, s) in spellings.iter().enumerate().filter(|(_, s)| event(s)) {
        let sides = s.text.split([' ', '-']).collect::<Vec<_>>();
        if sides.len() < 3 || !naming().is_cue("strife", &sides[0].to_lowercase()) {
            continue;
        }
        for (from, to) in (1..sides.len()).flat_map(|a| (a + 1..=sides.len()).map(move |b| (a, b)))
        {
            let side = lexicon.name(Lang::Id, &name_key(&sides[from..to].join(" ")));
            if let Some((entry, _)) = side {
                of.entry(&entry.english).or_default().push(n);
                waged.push(n);
            }
        }
    }
    for n in 0..spellings.len() {
        if listed[n].is_some() || !event(&spellings[n]) {
            continue;
        }
        let text = &spellings[n].text;
        let all: Vec<usize> = match one_side(text, lexicon) {
            Some(side) => of.get(side).cloned().unwrap_or_default(),
            None if is_someones(text, lexicon) => waged
                .iter()
                .copied()
                .filter(|&w| related.near(&spellings[w], &spellings[n]))
                .collect(),
            None => Vec::new(),
        };
        let mut roots: Vec<usize> = all.into_iter().map(|war| sets.root(war)).collect();
        roots.sort_unstable();
        roots.dedup();
        if let [only] = roots[..] {
            spellings[n].reason = "the only war of that state in the texts";
            sets.join(only, n);
        }
    }
}
