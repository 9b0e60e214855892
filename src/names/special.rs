//! Names with a word that tells what they name: ships, wars, bodies that every state has.

use super::spot::Reader;
use crate::lexicon::name_key;
use crate::model::{EntryKind, Lang};

/// The longest name of a war, in words.
const LONGEST_WAR: usize = 5;
/// The longest name of a body that every state has, without the state.
const LONGEST_BODY: usize = 3;

impl Reader<'_> {
    /// A ship: KMP Bunga Lontar.
    pub(super) fn ship(&mut self, at: usize) -> Option<usize> {
        let t = &self.tokens[at];
        if !t.is_shouted() || !self.naming.is_cue("craft", &t.lower) || t.text.len() > 3 {
            return None;
        }
        let mut end = at + 1;
        while end < self.tokens.len() && !self.tokens[end].apart && self.tokens[end].is_capital() {
            end += 1;
        }
        if end == at + 1 {
            return None;
        }
        let core = self.slice(at + 1, end);
        self.push(at, end, EntryKind::Name, Some(core.clone()));
        self.push(at + 1, end, EntryKind::Name, None);
        Some(end)
    }

    /// A war: perang Rusia-Ukraina, konflik Rusia dan Ukraina, Perang Korea.
    pub(super) fn strife(&mut self, at: usize) -> Option<usize> {
        if !self.naming.is_cue("strife", &self.tokens[at].lower) || self.lang == Lang::En {
            return None;
        }
        let next = at + 1;
        if next >= self.tokens.len() || self.tokens[next].apart {
            return None;
        }
        let most = LONGEST_WAR.min(self.tokens.len() - at);
        let known = (2..=most).rev().map(|n| at + n).find(|&end| {
            let found = self.lexicon.name(self.lang, &name_key(&self.slice(at, end)));
            found.is_some_and(|(e, _)| e.kind == EntryKind::Event)
        });
        if let Some(end) = known {
            self.push(at, end, EntryKind::Event, None);
            return Some(end);
        }
        let state = |n: usize| {
            let (used, entry) = self.listed(n)?;
            matches!(entry.kind, EntryKind::Country | EntryKind::Place).then_some(n + used)
        };
        let two = |word: &str| {
            word.split_once('-').is_some_and(|(a, b)| {
                let known = |w| self.lexicon.name(self.lang, &name_key(w)).is_some();
                known(a) && known(b)
            })
        };
        let end = if two(self.tokens[next].text) {
            next + 1
        } else {
            let first = state(next)?;
            let and = self.tokens.get(first).is_some_and(|t| t.lower == "dan" && !t.apart);
            (and && first + 1 < self.tokens.len()).then(|| state(first + 1)).flatten()?
        };
        self.push(at, end, EntryKind::Event, None);
        Some(end)
    }

    /// A body that every state has, with its state: pasukan Korea Utara.
    pub(super) fn national(&mut self, at: usize) -> Option<usize> {
        let most = LONGEST_BODY.min(self.tokens.len() - at);
        let state = (1..=most).rev().map(|n| at + n).find(|&end| {
            let joined: Vec<&str> = (at..end).map(|n| self.tokens[n].lower.as_str()).collect();
            self.naming.national.contains_key(&*joined.join(" "))
        })?;
        if !(at + 1..=state).all(|n| self.tokens.get(n).is_some_and(|t| !t.apart)) {
            return None;
        }
        let (used, entry) = self.listed(state)?;
        if !matches!(entry.kind, EntryKind::Country | EntryKind::Place)
            || entry.adjectives.is_empty()
        {
            return None;
        }
        let kind = entry.kind;
        self.push(at, state + used, EntryKind::Organisation, None);
        self.keep();
        self.push(state, state + used, kind, None);
        self.keep();
        Some(state + used)
    }
}
