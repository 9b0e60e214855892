//! Names in headings.

use super::spot::Reader;
use crate::model::EntryKind;

/// Shorter words (di, dan, itu) are small in any headline.
const TELLING: usize = 4;

impl Reader<'_> {
    /// A headline with the capitals of a sentence is read as one. Where every word has a capital, only
    /// what the lists have is told, and places by their kind; the article may know other words of it.
    pub(super) fn heading(&mut self) {
        if self.is_in_sentence_case() {
            self.sentence();
            return;
        }
        let mut at = 0;
        while at < self.tokens.len() {
            at = self
                .addressed(at)
                .or_else(|| self.listed_in_title(at))
                .or_else(|| self.spot_in_title(at))
                .unwrap_or_else(|| {
                    self.weak(at);
                    at + 1
                });
        }
    }

    /// Whether most of the longer words behind the first are small.
    fn is_in_sentence_case(&self) -> bool {
        let long = |n: &usize| self.tokens[*n].text.chars().count() >= TELLING;
        let all: Vec<usize> = (1..self.tokens.len()).filter(long).collect();
        let small = all.iter().filter(|n| !self.tokens[**n].is_capital()).count();
        small * 2 > all.len()
    }

    fn listed_in_title(&mut self, at: usize) -> Option<usize> {
        let (used, entry) = self.listed(at)?;
        let kind = entry.kind;
        let t = &self.tokens[at];
        let single = used == 1;
        let common = self.lexicon.is_common(&t.lower, self.lang) && !self.is_itself(at, entry);
        let shouting = self.tokens.iter().all(|t| t.is_shouted() || !t.is_capital());
        let named = matches!(
            kind,
            EntryKind::Place
                | EntryKind::Country
                | EntryKind::Organisation
                | EntryKind::Media
                | EntryKind::Event
                | EntryKind::Person
        );
        let short = t.is_shouted() && !shouting;
        if single && !(named && (short || !common && !t.is_shouted())) {
            return None;
        }
        self.sorted(at, at + used, kind);
        self.push_listed(at, at + used, kind);
        Some(at + used)
    }

    /// Bu Sumarni: a form of address and a name that is no word.
    fn addressed(&mut self, at: usize) -> Option<usize> {
        let next = self.tokens.get(at + 1).filter(|n| !n.apart && n.is_capital())?;
        let known = self.is_common(&next.lower) || self.listed(at + 1).is_some();
        if !self.is_honour(at) || next.is_shouted() || known {
            return None;
        }
        let core = self.slice(at + 1, at + 2);
        self.push(at, at + 2, EntryKind::Person, Some(core));
        self.keep();
        self.push(at + 1, at + 2, EntryKind::Person, None);
        self.keep();
        Some(at + 2)
    }

    /// Pasar Wonokromo: a kind of place and the words behind it that are no common ones.
    fn spot_in_title(&mut self, at: usize) -> Option<usize> {
        let t = &self.tokens[at];
        if !t.is_capital() || !self.naming.is_cue("spot", &t.lower) {
            return None;
        }
        let named = |n: usize| {
            self.tokens.get(n).is_some_and(|t| {
                !t.apart && t.is_capital() && !t.is_shouted() && !self.is_common(&t.lower)
            })
        };
        let end = (at + 1..=self.tokens.len()).find(|&n| !named(n))?;
        if end == at + 1 {
            return None;
        }
        self.push_listed(at, end, EntryKind::Place);
        Some(end)
    }
}
