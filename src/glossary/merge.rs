//! One glossary from two, and what changed between two.

use crate::model::{Entry, Kept};
use rustc_hash::FxHashMap;
use std::fmt;
use std::sync::Arc;

/// Something that two rows disagree on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Collision {
    /// One headword with two English forms.
    English {
        /// The headword.
        indonesian: String,
        /// Its English in each.
        english: [String; 2],
    },
    /// One spelling under two headwords.
    Spelling {
        /// The spelling.
        spelling: String,
        /// The headwords.
        headwords: [String; 2],
    },
}

impl fmt::Display for Collision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::English { indonesian, english: [a, b] } => {
                write!(f, "{indonesian}: \"{a}\" in one glossary, \"{b}\" in the other")
            }
            Self::Spelling { spelling, headwords: [a, b] } => {
                write!(f, "{spelling}: a spelling of \"{a}\" and of \"{b}\"")
            }
        }
    }
}

fn key(entry: &Entry) -> (String, String) {
    (entry.indonesian.trim().to_lowercase(), entry.english.trim().to_lowercase())
}

/// The rows of `a`, then those of `b` that `a` lacks. A row that both have keeps what `a` says and
/// takes from `b` what `a` leaves empty, and the variants that only `b` has. Rows that collide are
/// both kept.
pub fn merge(a: Vec<Entry>, b: Vec<Entry>) -> (Vec<Entry>, Vec<Collision>) {
    let mut out = a;
    let mut at: FxHashMap<(String, String), usize> = FxHashMap::default();
    for (n, entry) in out.iter().enumerate() {
        at.entry(key(entry)).or_insert(n);
    }
    for entry in b {
        if let Some(&n) = at.get(&key(&entry)) {
            join(&mut out[n], &entry);
        } else {
            at.insert(key(&entry), out.len());
            out.push(entry);
        }
    }
    let collisions = collisions(&out);
    (out, collisions)
}

/// Fills a row from another of the same headword and English.
fn join(own: &mut Entry, other: &Entry) {
    let union = |into: &mut Vec<String>, from: &[String]| {
        for v in from {
            if !into.contains(v) {
                into.push(v.clone());
            }
        }
    };
    union(&mut own.variants_indonesian, &other.variants_indonesian);
    union(&mut own.variants_english, &other.variants_english);
    let (Some(kept), Some(more)) = (&own.kept, &other.kept) else { return };
    let mut columns = kept.columns.to_vec();
    let mut fields = kept.fields.clone();
    for (column, value) in more.columns.iter().zip(&more.fields) {
        match columns.iter().position(|c| c.eq_ignore_ascii_case(column)) {
            None => {
                columns.push(column.clone());
                fields.push(value.clone());
            }
            Some(n) if column.starts_with("variants_") => {
                let lists = [
                    ("variants_indonesian", &own.variants_indonesian),
                    ("variants_english", &own.variants_english),
                ];
                if let Some((_, list)) = lists.iter().find(|(c, _)| column.eq_ignore_ascii_case(c))
                {
                    fields[n] = list.join("|");
                }
            }
            Some(n) if fields[n].trim().is_empty() => fields[n].clone_from(value),
            Some(_) => {}
        }
    }
    if fields != kept.fields {
        own.kept = Some(Kept { columns: Arc::from(columns), fields, raw: String::new() });
    }
}

/// What the rows of a glossary disagree on.
pub fn collisions(entries: &[Entry]) -> Vec<Collision> {
    let mut out = Vec::new();
    let mut heads: FxHashMap<String, &Entry> = FxHashMap::default();
    let mut spellings: FxHashMap<String, &Entry> = FxHashMap::default();
    for entry in entries {
        let (head, english) = key(entry);
        if let Some(other) = heads.get(&head) {
            if key(other).1 != english {
                out.push(Collision::English {
                    indonesian: entry.indonesian.clone(),
                    english: [other.english.clone(), entry.english.clone()],
                });
            }
        } else {
            heads.insert(head.clone(), entry);
        }
        for spelling in std::iter::once(&entry.indonesian).chain(&entry.variants_indonesian) {
            let lower = spelling.to_lowercase();
            match spellings.get(&lower) {
                Some(other) if key(other).0 != head => out.push(Collision::Spelling {
                    spelling: spelling.clone(),
                    headwords: [other.indonesian.clone(), entry.indonesian.clone()],
                }),
                Some(_) => {}
                None => {
                    spellings.insert(lower, entry);
                }
            }
        }
    }
    out
}

/// What one row became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Only the second glossary has it: headword, English.
    Added(String, String),
    /// Only the first has it.
    Removed(String, String),
    /// Both have it, with these differences, in words.
    Changed(String, Vec<String>),
}

/// What changed from `a` to `b`, by headword.
pub fn changes(a: &[Entry], b: &[Entry]) -> Vec<Change> {
    let head = |e: &Entry| key(e).0;
    let mut left: FxHashMap<String, Vec<&Entry>> = FxHashMap::default();
    for entry in a {
        left.entry(head(entry)).or_default().push(entry);
    }
    let mut out = Vec::new();
    for entry in b {
        let rows = left.entry(head(entry)).or_default();
        let same = rows.iter().position(|e| key(e) == key(entry)).or(match rows.len() {
            1 => Some(0),
            _ => None,
        });
        match same.map(|n| rows.remove(n)) {
            None => out.push(Change::Added(entry.indonesian.clone(), entry.english.clone())),
            Some(old) => {
                let told = differences(old, entry);
                if !told.is_empty() {
                    out.push(Change::Changed(entry.indonesian.clone(), told));
                }
            }
        }
    }
    let mut gone: Vec<&Entry> = left.into_values().flatten().collect();
    gone.sort_by_key(|e| key(e));
    out.extend(gone.iter().map(|e| Change::Removed(e.indonesian.clone(), e.english.clone())));
    out
}

fn differences(old: &Entry, new: &Entry) -> Vec<String> {
    let mut out = Vec::new();
    let mut field = |what: &str, a: &str, b: &str| {
        if a != b {
            let shown = |s: &str| if s.is_empty() { "none".to_owned() } else { s.to_owned() };
            out.push(format!("{what}: {} -> {}", shown(a), shown(b)));
        }
    };
    field("spelling", &old.indonesian, &new.indonesian);
    field("English", &old.english, &new.english);
    field("type", old.kind.name(), new.kind.name());
    field("status", old.status.name(), new.status.name());
    field("note", &old.note, &new.note);
    for (what, a, b) in [
        ("Indonesian variant", &old.variants_indonesian, &new.variants_indonesian),
        ("English variant", &old.variants_english, &new.variants_english),
    ] {
        out.extend(b.iter().filter(|v| !a.contains(v)).map(|v| format!("{what} added: {v}")));
        out.extend(a.iter().filter(|v| !b.contains(v)).map(|v| format!("{what} removed: {v}")));
    }
    if let (Some(x), Some(y)) = (&old.kept, &new.kept) {
        let own = |k: &Kept, c: &str| {
            let at = k.columns.iter().position(|d| d.eq_ignore_ascii_case(c));
            at.and_then(|n| k.fields.get(n)).cloned().unwrap_or_default()
        };
        let known = |c: &String| crate::model::COLUMNS.iter().any(|d| d.eq_ignore_ascii_case(c));
        let mut columns: Vec<&String> = x.columns.iter().filter(|c| !known(c)).collect();
        columns.extend(y.columns.iter().filter(|c| !known(c) && !x.columns.contains(c)));
        for column in columns {
            let (a, b) = (own(x, column), own(y, column));
            if a != b {
                out.push(format!("{column}: {a} -> {b}"));
            }
        }
    }
    out
}
