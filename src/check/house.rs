//! The user's glossary: what it forbids, what it prefers, what it says in the other language.

use super::matcher::{self, Case, Matcher};
use super::named;
use super::spellings::Spellings;
use super::words::{Words, is_all_capitals};
use crate::lexicon::{Lexicon, name_key, respell};
use crate::model::{Entry, Lang, Rule, Status};
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;

/// What a spelling is in a row.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Role {
    /// The form to use.
    Head,
    /// A short form or a fuller one: not the headword, and not wrong.
    Short,
    /// Another spelling, and what stands for it.
    Variant(String),
    /// Not to be used.
    Forbidden,
}

/// What a spelling is used for.
#[derive(Debug, Clone)]
pub(super) struct Use {
    row: u32,
    role: Role,
}

/// A spelling of the glossary in a text.
pub(super) type Hit<'p> = matcher::Hit<'p, Use>;

/// The rows that have each headword, of one language.
type Heads = FxHashMap<Box<str>, Vec<u32>>;

/// The glossary, ready to be looked for in texts of either language.
#[derive(Debug)]
pub(super) struct House<'a> {
    lexicon: &'a Lexicon,
    rows: Vec<Entry>,
    /// So many of them are the glossary's; those behind are house style's.
    own: usize,
    spellings: [Spellings<Use>; 2],
    /// For each headword of a forbidden row the rows that someone agreed on: what stands there
    /// cannot be wrong.
    agreed: [Heads; 2],
}

/// What is wrong with a spelling.
#[derive(Debug)]
pub(super) struct Judged<'a> {
    pub(super) rule: Rule,
    /// What to write instead, as the glossary has it.
    pub(super) suggestions: Vec<String>,
    /// Whether the replacement means just the same.
    pub(super) exact: bool,
    pub(super) note: &'a str,
    /// Whether house style alone says so.
    pub(super) style: bool,
}

fn key(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.is_ascii() && !text.bytes().any(|b| b.is_ascii_uppercase()) {
        text.into()
    } else {
        text.to_lowercase().into()
    }
}

fn side(entry: &Entry, lang: Lang) -> (&str, &[String]) {
    match lang {
        Lang::Id => (&entry.indonesian, &entry.variants_indonesian),
        Lang::En => (&entry.english, &entry.variants_english),
    }
}

fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Id => Lang::En,
        Lang::En => Lang::Id,
    }
}

const LANGS: [Lang; 2] = [Lang::Id, Lang::En];

impl<'a> House<'a> {
    pub(super) fn new(rows: Vec<Entry>, own: usize, lexicon: &'a Lexicon) -> Self {
        let of = |lang| {
            rayon::join(
                || Spellings::new(&rows, |row, each| looked_for(row, lang, each)),
                || agreed(&rows, lang),
            )
        };
        let ((id, agreed_id), (en, agreed_en)) = rayon::join(|| of(Lang::Id), || of(Lang::En));
        Self { lexicon, rows, own, spellings: [id, en], agreed: [agreed_id, agreed_en] }
    }

    /// The glossary's spellings in a text.
    pub(super) fn scan(&self, lang: Lang, text: &str, words: &Words) -> Vec<Hit<'_>> {
        if self.rows.is_empty() {
            return Vec::new();
        }
        let make = |rows: &[u32]| self.ready(rows, lang);
        let spellings = &self.spellings[lang.index()];
        matcher::scan(lang, text, words, |first| spellings.beginning(first, make))
    }

    /// The spellings of some rows in one language.
    fn ready(&self, rows: &[u32], lang: Lang) -> Matcher<Use> {
        let mut matcher = Matcher::new(lang);
        for &at in rows {
            let row = &self.rows[at as usize];
            match row.status {
                Status::Approved | Status::Preferred => {
                    add_agreed(&mut matcher, at, row, lang, self.lexicon);
                }
                Status::Forbidden => add_forbidden(&mut matcher, at, row, lang, &self.agreed),
                Status::Proposed => {}
            }
        }
        matcher.finish();
        matcher
    }

    /// The agreed rows that a found spelling stands for.
    pub(super) fn agreed(&self, hit: &Hit<'_>) -> impl Iterator<Item = (u32, &Entry)> {
        let uses = hit.uses().iter().filter(|u| u.role != Role::Forbidden);
        uses.map(|u| (u.row, &self.rows[u.row as usize]))
    }

    /// What is wrong with a found spelling, if anything.
    pub(super) fn judge(&self, lang: Lang, hit: &Hit<'_>) -> Option<Judged<'_>> {
        let uses = hit.uses();
        if uses.iter().any(|u| matches!(u.role, Role::Head | Role::Short)) {
            return None;
        }
        let mut suggestions: Vec<String> = Vec::new();
        let mut forbidden = None;
        for u in uses {
            match &u.role {
                Role::Variant(instead) => suggestions.push(instead.clone()),
                Role::Forbidden => {
                    forbidden.get_or_insert(u.row);
                    let row = &self.rows[u.row as usize];
                    suggestions.extend(replacements(&self.rows, &self.agreed, row, lang));
                }
                Role::Head | Role::Short => {}
            }
        }
        let mut seen = FxHashSet::default();
        suggestions.retain(|s| seen.insert(s.clone()));
        let row = forbidden.or(uses.first().map(|u| u.row))?;
        let exact = suggestions.iter().all(|s| !is_short_form(hit.written(), s));
        let rule = if forbidden.is_some() { Rule::Forbidden } else { Rule::Variant };
        let style = uses.iter().all(|u| u.row as usize >= self.own);
        Some(Judged { rule, suggestions, exact, note: self.rows[row as usize].note.trim(), style })
    }
}

/// Gives every spelling of a row that is looked for in texts of one language.
fn looked_for(row: &Entry, lang: Lang, each: &mut dyn FnMut(&str)) {
    if row.status != Status::Proposed {
        let (head, variants) = side(row, lang);
        each(head);
        for variant in variants {
            each(variant);
        }
    }
}

/// The agreed rows of each headword that a forbidden row has too.
fn agreed(rows: &[Entry], lang: Lang) -> Heads {
    let head = |row| key(side(row, lang).0);
    let mut out: Heads = rows
        .iter()
        .filter(|row| row.status == Status::Forbidden)
        .map(|row| (head(row).into(), Vec::new()))
        .collect();
    if !out.is_empty() {
        for (at, row) in rows.iter().enumerate().filter(|(_, row)| is_agreed(row)) {
            if let Some(list) = out.get_mut(&*head(row)) {
                list.push(narrow(at));
            }
        }
    }
    out.retain(|head, list| !head.is_empty() && !list.is_empty());
    out
}

fn add_agreed(matcher: &mut Matcher<Use>, at: u32, row: &Entry, lang: Lang, lexicon: &Lexicon) {
    let (head, variants) = side(row, lang);
    let head = head.trim();
    if head.is_empty() {
        return;
    }
    let case = |text: &str| if row.case_sensitive { Case::Exact } else { Case::of(text) };
    matcher.add(head, case(head), Use { row: at, role: Role::Head });
    for variant in variants.iter().map(|v| v.trim()).filter(|v| *v != head) {
        // "North Korean" is no spelling of North Korea, and not wrong either.
        let role = if lang == Lang::En && is_adjective(variant, head, lexicon) {
            Role::Short
        } else {
            role(variant, head, row.status)
        };
        // One that differs in capitals alone must be told from the headword.
        let case = if key(variant) == key(head) { Case::Exact } else { case(variant) };
        matcher.add(variant, case, Use { row: at, role });
    }
}

/// A forbidden row forbids its Indonesian, unless another row prefers that; its English only
/// where it is no other row's preferred English and it is clear that the English is meant: the
/// Indonesian is the same, empty, or preferred elsewhere.
fn add_forbidden(
    matcher: &mut Matcher<Use>,
    at: u32,
    row: &Entry,
    lang: Lang,
    agreed: &[Heads; 2],
) {
    let heads = LANGS.map(|lang| key(side(row, lang).0));
    let fine = LANGS.map(|lang| {
        let head = &heads[lang.index()];
        head.is_empty() || agreed[lang.index()].contains_key(&**head)
    });
    let meant = lang == Lang::Id || fine[0] || heads[0] == heads[1];
    let (head, variants) = side(row, lang);
    let head = Some(head).filter(|_| meant && !fine[lang.index()]);
    for text in head.into_iter().chain(variants.iter().map(String::as_str)) {
        let case = if row.case_sensitive { Case::Exact } else { Case::of(text) };
        matcher.add(text.trim(), case, Use { row: at, role: Role::Forbidden });
    }
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn is_agreed(row: &Entry) -> bool {
    matches!(row.status, Status::Approved | Status::Preferred)
}

/// What agreed rows have for the other side of a forbidden row, preferred ones first.
fn replacements(rows: &[Entry], agreed: &[Heads; 2], row: &Entry, lang: Lang) -> Vec<String> {
    let own = key(side(row, lang).0);
    let there = other(lang);
    let mut found: Vec<&Entry> = agreed[there.index()]
        .get(&*key(side(row, there).0))
        .map_or(&[][..], Vec::as_slice)
        .iter()
        .map(|&at| &rows[at as usize])
        .filter(|r| !side(r, lang).0.trim().is_empty() && key(side(r, lang).0) != own)
        .collect();
    if found.iter().any(|r| r.status == Status::Preferred) {
        found.retain(|r| r.status == Status::Preferred);
    }
    found.iter().map(|r| side(r, lang).0.trim().to_owned()).collect()
}

/// What a variant of an agreed row is: `approved` says that the row is right, so its short forms
/// are fine; `preferred` says that the headword is to be used.
fn role(variant: &str, head: &str, status: Status) -> Role {
    let (v, h): (Vec<&str>, Vec<&str>) =
        (variant.split_whitespace().collect(), head.split_whitespace().collect());
    if v.len() < h.len()
        && let Some(part) = part_of(&v, &h)
    {
        return if key(&part) == key(variant) { Role::Short } else { Role::Variant(part) };
    }
    let fuller = v.len() > h.len() && part_of(&h, &v).is_some_and(|p| key(&p) == key(head));
    if status == Status::Approved && (fuller || is_short_form(variant, head)) {
        return Role::Short;
    }
    Role::Variant(head.to_owned())
}

/// Whether an English variant is the adjective or the people of a name.
fn is_adjective(variant: &str, head: &str, lexicon: &Lexicon) -> bool {
    const LONGEST_ENDING: usize = 4;
    let (v, h) = (key(variant), key(head));
    let ending = v
        .strip_prefix(&*h)
        .is_some_and(|e| (1..=LONGEST_ENDING).contains(&e.len()) && !e.contains(' '));
    let name = name_key(variant);
    ending && head.starts_with(char::is_uppercase)
        || lexicon.name(Lang::En, &name).is_some_and(|(entry, _)| {
            entry.adjectives.iter().any(|a| name_key(a) == name)
                && (name_key(&entry.english) == name_key(head)
                    || entry.variants_english.iter().any(|e| name_key(e) == name_key(head)))
        })
}

/// The words of `whole` that `part` is a spelling of, in order: Zelensky of Volodymyr Zelenskyy.
fn part_of(part: &[&str], whole: &[&str]) -> Option<String> {
    let mut rest = whole.iter();
    let mut out: Vec<&str> = Vec::new();
    for word in part {
        out.push(rest.find(|w| key(w) == key(word) || is_respelled(w, word))?);
    }
    Some(out.join(" "))
}

/// Whether two words are spellings of one name.
pub(super) fn is_respelled(a: &str, b: &str) -> bool {
    // Spares most pairs the making of keys: no re-spelling is twice as long.
    if a.len() * 2 < b.len() || b.len() * 2 < a.len() {
        return false;
    }
    let x = respell::key(a);
    x.len() >= 3 && x == respell::key(b)
}

/// Whether `short` is made of letters of `long`: KPU, Korut, Menlu.
fn is_short_form(short: &str, long: &str) -> bool {
    let first = |s: &str| s.chars().next().map(|c| c.to_lowercase().next().unwrap_or(c));
    if short.contains(' ') || short.len() >= long.len() {
        return false;
    }
    is_all_capitals(short)
        || long.contains(' ')
            && first(short) == first(long)
            && named::acronyms(&format!("{long} ({short})")).iter().any(|a| a.short == short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_of_variants() {
        let role = |v: &str, h: &str| role(v, h, Status::Approved);
        assert_eq!(role("Zelensky", "Volodymyr Zelenskyy"), Role::Variant("Zelenskyy".into()));
        assert_eq!(role("Zelenskyy", "Volodymyr Zelenskyy"), Role::Short);
        assert_eq!(role("Korut", "Korea Utara"), Role::Short);
        assert_eq!(role("Kiev", "Kyiv"), Role::Variant("Kyiv".into()));
        assert_eq!(role("Kota Kyiv", "Kyiv"), Role::Short);
        assert_eq!(role("Cina", "Tiongkok"), Role::Variant("Tiongkok".into()));
    }
}
