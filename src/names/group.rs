//! Which spellings mean one name.
//!
//! Certain links first (the lists, the text's own short forms), then spellings with one re-spelling
//! key that are also alike enough, then bare surnames; pairs of `never_merge.csv` are never linked.

use super::sets::Sets;
use super::{Acronym, Found};
use crate::lexicon::{Lexicon, NameEntry, name_key, respell};
use crate::model::{EntryKind, Lang};
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// One name with all its spellings.
#[derive(Debug, Clone, PartialEq)]
pub struct Grouped {
    /// What it names, by the lists, else by most of its mentions.
    pub kind: EntryKind,
    /// The lists' entry.
    pub listed: Option<(String, String, bool)>,
    /// Spellings, most frequent first.
    pub spellings: Vec<Spelling>,
    /// Whether a text introduced one of them as a short form of another.
    pub acronym: bool,
}

/// A spelling of a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Spelling {
    /// As written.
    pub text: String,
    /// Occurrences in Indonesian and English text.
    pub counts: [usize; 2],
    /// Articles that have it.
    pub articles: Vec<usize>,
    /// Why it belongs to the group.
    pub reason: &'static str,
    pub(super) kinds: BTreeMap<EntryKind, usize>,
    /// The names that articles take it for a part or a longer form of.
    of: BTreeMap<String, usize>,
}

/// One in so many mentions beside the full name is enough: articles without it say nothing against.
const OWNED: usize = 5;

/// What a name stands for elsewhere in its group.
pub(super) const PART: &str = "part of the full name in the same article";
/// An office or a body without the place it is at.
pub(super) const PLACELESS: &str = "without where it is, the same event";
/// With fewer of its words.
pub(super) const FEWER: &str = "with fewer words, the same event";
/// A name with its title, kind or short form.
pub(super) const LONGER: &str = "with a title, kind of place or short form";

impl Spelling {
    /// The name that most of its mentions belong to, if not most stand for themselves.
    fn owner(&self) -> Option<String> {
        let (of, count) = self.of.iter().max_by_key(|(of, count)| (**count, of.len()))?;
        (count * OWNED >= self.total()).then(|| of.clone())
    }

    /// Whether it is mostly an office: "Kepala Badan Pusat Statistik (BPS)" does not make BPS one.
    fn is_title(&self) -> bool {
        self.kinds.get(&EntryKind::Title).copied().unwrap_or(0) * 2 > self.total()
    }

    /// Whether the lists may mean this name: a person's surname is no holiday.
    fn may_be(&self, kind: EntryKind) -> bool {
        let people = self.kinds.get(&EntryKind::Person).copied().unwrap_or(0);
        people * 2 <= self.total()
            || matches!(kind, EntryKind::Person | EntryKind::Name)
            || self.text.contains(' ')
    }

    /// Whether it is more than the name: Dr. Saraswati, wilayah Kursk.
    pub fn is_longer(&self) -> bool {
        self.reason == LONGER
    }

    /// Whether it is less than the name: SAR Kupang of Kantor SAR Kupang.
    pub fn is_part(&self) -> bool {
        matches!(self.reason, PART | super::shorter::NEAR)
    }

    /// Whether it is an office without the place it is at, which any place has.
    pub fn is_bare(&self) -> bool {
        self.reason == PLACELESS && self.is_title()
    }

    /// Whether another spelling of the group is the fuller name: an office without the place it is at
    /// is another's too, a body without it is still the body.
    pub fn is_shortened(&self) -> bool {
        self.is_part() || self.reason == FEWER || self.is_bare()
    }

    /// Occurrences in both languages.
    pub fn total(&self) -> usize {
        self.counts[0] + self.counts[1]
    }
}

/// How boldly spellings are put together.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Spellings of one key must also be this alike once re-spelled (normalised edit distance):
    /// keys without vowels are shared by Bush and Basha.
    alike: f64,
    /// Whether bare surnames are still to be joined here: the finder of whole names has done it.
    surnames: bool,
}

impl Rules {
    /// The checker shows what it finds to a person, who decides.
    pub const CHECK: Self = Self { alike: 0.6, surnames: true };
    /// A glossary is taken at its word: at .75 Maran and Maharani stay apart, Fachri and Fahri not.
    pub const GLOSSARY: Self = Self { alike: 0.75, surnames: false };
}

/// Groups the mentions of a corpus: article, language, mention.
pub fn group(
    found: &[(usize, Lang, Found)],
    acronyms: &[Acronym],
    lexicon: &Lexicon,
    rules: Rules,
) -> Vec<Grouped> {
    let mut spellings = collect(found);
    let mut sets = Sets::new(spellings.len());
    let at: FxHashMap<String, usize> =
        spellings.iter().enumerate().map(|(n, s)| (s.text.clone(), n)).collect();
    let mut listed: Vec<Option<usize>> = vec![None; spellings.len()];
    let entry_at: FxHashMap<&str, usize> =
        lexicon.names().iter().enumerate().map(|(n, e)| (e.english.as_str(), n)).collect();

    let mut first_of: FxHashMap<usize, usize> = FxHashMap::default();
    let mut owned: Vec<(usize, String)> = Vec::new();
    for (n, s) in spellings.iter_mut().enumerate() {
        if let Some(of) = s.owner() {
            s.reason = if s.text.contains(&of) { LONGER } else { PART };
            owned.push((n, of));
            continue;
        }
        let lang = if s.counts[0] >= s.counts[1] { Lang::Id } else { Lang::En };
        let other = if lang == Lang::Id { Lang::En } else { Lang::Id };
        let key = name_key(&s.text);
        let entry = lexicon.name(lang, &key).or_else(|| lexicon.name(other, &key));
        let entry = entry.filter(|(e, _)| {
            rules.surnames || s.may_be(e.kind) && !is_redefined(&s.text, e, acronyms)
        });
        if let Some(e) = entry.and_then(|(e, _)| entry_at.get(e.english.as_str())) {
            listed[n] = Some(*e);
            s.reason = "listed";
            let first = *first_of.entry(*e).or_insert(n);
            sets.join(first, n);
        }
    }
    // Where texts have a town and a regency of one name, the bare name is the town's.
    let regency = |text: &str, of: &str| {
        let town = format!("Kota {of}");
        text.starts_with("Kabupaten ")
            && (at.contains_key(&town) || lexicon.name(Lang::Id, &name_key(&town)).is_some())
    };
    owned.retain(|(n, of)| !regency(&spellings[*n].text, of));
    for (n, of) in &owned {
        let key = name_key(of);
        let entry = lexicon.name(Lang::Id, &key).or_else(|| lexicon.name(Lang::En, &key));
        if let Some(&full) = at.get(of) {
            sets.join(full, *n);
        } else if let Some(e) = entry.and_then(|(e, _)| entry_at.get(e.english.as_str())) {
            listed[*n] = Some(*e);
            let first = *first_of.entry(*e).or_insert(*n);
            sets.join(first, *n);
        }
    }
    let mut introduced: FxHashSet<usize> = FxHashSet::default();
    for a in acronyms {
        if let (Some(&long), Some(&short)) = (at.get(&a.long), at.get(&a.short))
            && (listed[short].is_none() || listed[long].is_none())
            && spellings[long].is_title() == spellings[short].is_title()
        {
            spellings[short].reason = "short form given in the text";
            introduced.insert(long);
            introduced.insert(short);
            sets.join(long, short);
        }
    }
    respelled(&mut spellings, &listed, lexicon, rules, &mut sets);
    if rules.surnames {
        surnames(&mut spellings, &listed, lexicon, &mut sets);
    } else {
        let related = super::shorter::Related::new(&spellings, &listed, |n| n);
        super::people::join(&mut spellings, &listed, &related, lexicon, |a, b| sets.join(a, b));
        super::canonical::join(&mut spellings, &listed, lexicon, |a, b| sets.join(a, b));
        // PT Lontar Bahari Lestari (LBL): the text says it, whatever stands before the long form.
        for (n, of) in &owned {
            let short = spellings[*n].text.strip_suffix(')').and_then(|t| t.rsplit_once('('));
            if spellings[*n].kinds.contains_key(&EntryKind::Title) {
                continue;
            }
            if let Some((_, short)) = short
                && let (Some(&long), Some(&short)) = (at.get(of), at.get(short))
                && (listed[short].is_none() || listed[long].is_none())
            {
                spellings[short].reason = "short form given in the text";
                introduced.insert(long);
                sets.join(long, short);
            }
        }
        let related = super::shorter::Related::new(&spellings, &listed, |n| sets.root(n));
        super::shorter::join(&mut spellings, &listed, &related, lexicon, &mut sets);
    }
    build(spellings, &listed, &introduced, &mut sets, lexicon)
}

/// Whether the texts say that a short form means something else than in the list: KMP is a party
/// coalition there, a ferry here.
fn is_redefined(short: &str, entry: &NameEntry, acronyms: &[Acronym]) -> bool {
    let mut given = acronyms.iter().filter(|a| a.short == short).peekable();
    let words = |name: &str| -> Vec<String> {
        name.to_lowercase().split(' ').filter(|w| w.len() > 3).map(str::to_owned).collect()
    };
    let listed: Vec<String> = [&entry.indonesian, &entry.english]
        .into_iter()
        .chain(&entry.variants_indonesian)
        .chain(&entry.variants_english)
        .flat_map(|n| words(n))
        .collect();
    given.peek().is_some() && !given.any(|a| words(&a.long).iter().any(|w| listed.contains(w)))
}

fn collect(found: &[(usize, Lang, Found)]) -> Vec<Spelling> {
    let mut by_text: BTreeMap<&str, Spelling> = BTreeMap::new();
    for (article, lang, mention) in found {
        let s = by_text.entry(mention.text.as_str()).or_insert_with(|| Spelling {
            text: mention.text.clone(),
            counts: [0; 2],
            articles: Vec::new(),
            reason: "as written",
            kinds: BTreeMap::new(),
            of: BTreeMap::new(),
        });
        if let Some(of) = &mention.of {
            *s.of.entry(of.clone()).or_default() += 1;
        }
        s.counts[lang.index()] += 1;
        if s.articles.last() != Some(article) {
            s.articles.push(*article);
        }
        *s.kinds.entry(mention.kind).or_default() += 1;
    }
    by_text.into_values().collect()
}

fn respelled(
    spellings: &mut [Spelling],
    listed: &[Option<usize>],
    lexicon: &Lexicon,
    rules: Rules,
    sets: &mut Sets,
) {
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, s) in spellings.iter().enumerate() {
        let key = respell::key(&s.text);
        if key.len() >= 3 && !s.is_longer() && s.reason != PART {
            by_key.entry(key).or_default().push(n);
        }
    }
    for members in by_key.values().filter(|m| m.len() > 1) {
        for (i, &a) in members.iter().enumerate() {
            for &b in &members[i + 1..] {
                let both_listed = listed[a].is_some() && listed[b].is_some();
                let (x, y) = (
                    respell::respelled(&spellings[a].text),
                    respell::respelled(&spellings[b].text),
                );
                if both_listed
                    || spellings[a].is_title() != spellings[b].is_title()
                    || strsim::normalized_levenshtein(&x, &y) < rules.alike
                    || lexicon.never_merge(
                        &spellings[a].text.to_lowercase(),
                        &spellings[b].text.to_lowercase(),
                    )
                {
                    continue;
                }
                let rarer = if spellings[a].total() <= spellings[b].total() { a } else { b };
                if spellings[rarer].reason == "as written" {
                    spellings[rarer].reason = "same name re-spelled";
                }
                sets.join(a, b);
            }
        }
    }
}

/// A single name joins the full name that has it as first or last part, if only one does.
fn surnames(
    spellings: &mut [Spelling],
    listed: &[Option<usize>],
    lexicon: &Lexicon,
    sets: &mut Sets,
) {
    let mut owners: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (n, s) in spellings.iter().enumerate() {
        let person = s.kinds.keys().any(|k| matches!(k, EntryKind::Person | EntryKind::Name));
        if listed[n].is_some() || !person {
            continue;
        }
        let parts: Vec<String> = name_key(&s.text).split(' ').map(respell::key).collect();
        if parts.len() >= 2 {
            for part in [&parts[0], &parts[parts.len() - 1]] {
                owners.entry(part.clone()).or_default().push(n);
            }
        }
    }
    for n in 0..spellings.len() {
        if listed[n].is_some() || spellings[n].text.contains([' ', '.']) {
            continue;
        }
        let key = respell::key(&spellings[n].text);
        let Some(full) = owners.get(&key).filter(|_| key.len() >= 2) else { continue };
        let mut roots: Vec<usize> = full
            .iter()
            .filter(|&&o| spellings[o].articles.iter().any(|a| spellings[n].articles.contains(a)))
            .filter(|&&o| {
                let (x, y) = (spellings[o].text.to_lowercase(), spellings[n].text.to_lowercase());
                !lexicon.never_merge(&x, &y)
            })
            .map(|&o| sets.root(o))
            .collect();
        roots.sort_unstable();
        roots.dedup();
        if let [only] = roots[..] {
            spellings[n].reason = "part of the full name in the same article";
            sets.join(only, n);
        }
    }
}

fn build(
    spellings: Vec<Spelling>,
    listed: &[Option<usize>],
    introduced: &FxHashSet<usize>,
    sets: &mut Sets,
    lexicon: &Lexicon,
) -> Vec<Grouped> {
    let mut groups: BTreeMap<usize, (Vec<usize>, Vec<Spelling>)> = BTreeMap::new();
    for (n, s) in spellings.into_iter().enumerate() {
        let slot = groups.entry(sets.root(n)).or_default();
        slot.0.push(n);
        slot.1.push(s);
    }
    // A war told of by one side, a body of "that state", are no names of their own.
    let half = |s: &Spelling| {
        let war = s.kinds.contains_key(&EntryKind::Event);
        let told = super::shorter::one_side(&s.text, lexicon).is_some()
            || super::shorter::is_someones(&s.text, lexicon);
        war && told
            || super::fewer::without_state(&s.text).is_some()
            || super::fewer::without_place(&s.text).is_some()
    };
    // Nor is a common word for an office or a trade: Pejabat, Sekretaris. The list of offices has it.
    let trade = |s: &Spelling| {
        s.kinds.keys().all(|k| *k == EntryKind::Title)
            && s.text.chars().all(char::is_alphabetic)
            && lexicon.is_common(&s.text.to_lowercase(), Lang::Id)
    };
    groups
        .into_values()
        .filter(|(_, all)| {
            let one = all.iter().all(|s| s.text.to_lowercase() == all[0].text.to_lowercase());
            !(one && all.iter().all(trade))
        })
        .filter(|(members, all)| {
            members.iter().any(|&m| listed[m].is_some()) || !all.iter().all(half)
        })
        .map(|(members, mut spellings)| {
            let entry = members.iter().find_map(|&m| listed[m]).map(|e| &lexicon.names()[e]);
            spellings.sort_by(|a, b| b.total().cmp(&a.total()).then_with(|| a.text.cmp(&b.text)));
            let mut votes: BTreeMap<EntryKind, usize> = BTreeMap::new();
            for (kind, count) in spellings.iter().flat_map(|s| &s.kinds) {
                if *kind != EntryKind::Name {
                    *votes.entry(*kind).or_default() += count;
                }
            }
            let voted = votes
                .into_iter()
                .max_by_key(|&(_, count)| count)
                .map_or(EntryKind::Name, |(k, _)| k);
            Grouped {
                kind: entry.map_or(voted, |e| e.kind),
                listed: entry.map(|e| (e.indonesian.clone(), e.english.clone(), e.region)),
                acronym: members.iter().any(|m| introduced.contains(m)),
                spellings,
            }
        })
        .collect()
}
