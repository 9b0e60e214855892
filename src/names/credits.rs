//! Names in lines that are no sentences: datelines, bylines, sources.

use super::spot::{Reader, Witness};
use crate::model::EntryKind;

/// Short forms of editors (KOR, Edo) have no more letters.
const SHORTEST: usize = 3;

impl Reader<'_> {
    /// JAKARTA, MIMBAR —; Pewarta: Maria F. Nenabu; (Bagas T./Muria Pos). `outlets` are the papers
    /// that the article's dateline names.
    pub(super) fn noise(&mut self, outlets: &mut Vec<String>) {
        let line = self.text.trim();
        let credit = self.tokens.first().is_some_and(|t| self.naming.is_cue("credit", &t.lower))
            && self.tokens.get(1).is_some_and(|t| t.apart);
        if credit {
            let sources = self.tokens[0].lower == "sumber";
            if self.tokens[0].lower == "foto" {
                self.bracket(outlets);
            } else {
                self.pieces(1, if sources { EntryKind::Media } else { EntryKind::Person }, outlets);
            }
        } else if self.tokens.first().is_some_and(|t| self.naming.is_cue("see", &t.lower)) {
            self.heading();
        } else if line.ends_with(['-', '–', '—']) {
            self.pieces(0, EntryKind::Media, outlets);
        } else if line.starts_with('(') && line.ends_with(')') {
            self.bracket(outlets);
        }
    }

    /// What such a line names needs no other witness.
    pub(super) fn keep(&mut self) {
        if let Some(last) = self.out.last_mut() {
            last.witness = Witness::Listed;
        }
    }

    /// What stands in the last brackets.
    fn bracket(&mut self, outlets: &mut Vec<String>) {
        if let Some(open) = (0..self.tokens.len()).rev().find(|&n| self.tokens[n].is_bracketed()) {
            self.pieces(open, EntryKind::Person, outlets);
        }
    }

    /// The names between commas, brackets and strokes; places and sites tell themselves.
    fn pieces(&mut self, from: usize, kind: EntryKind, outlets: &mut Vec<String>) {
        let mut at = from;
        let mut said = 0;
        while at < self.tokens.len() {
            let mut end = at + 1;
            while end < self.tokens.len() && !self.tokens[end].apart {
                end += 1;
            }
            let t = &self.tokens[at];
            let text = self.slice(at, end);
            // Mei Simatupang is no month.
            let named = end > at + 1 && kind == EntryKind::Person && from == 1;
            let calendar = !named
                && (self.facts.months.contains_key(&*t.lower)
                    || self.facts.weekdays.contains_key(&*t.lower));
            let capital = (at..end).all(|n| self.tokens[n].is_capital());
            if t.is_site() {
                self.push(at, end, EntryKind::Media, None);
            } else if let Some((used, entry)) = self.listed(at)
                && at + used == end
                && (t.is_shouted() || text.chars().count() > SHORTEST)
            {
                let kind = entry.kind;
                self.push(at, end, kind, None);
                self.keep();
            } else if capital && !calendar && text.chars().count() > SHORTEST && t.lower != "dok" {
                let before = self.out.len();
                if t.is_shouted() && end == at + 1 {
                    self.shouted(at);
                }
                let known = self.out.len() > before;
                let outlet = outlets.contains(&text);
                // (Bagas T./Muria Pos): who, then for whom.
                let kind =
                    if said > 0 && kind == EntryKind::Person { EntryKind::Media } else { kind };
                said += usize::from(!outlet);
                let kind = if outlet { EntryKind::Media } else { kind };
                // Short forms of editors (KOR, Edo) are no names to list.
                if !known && (kind == EntryKind::Media || end > at + 1 || text.len() > SHORTEST) {
                    self.push(at, end, kind, None);
                    self.keep();
                    if kind == EntryKind::Media && !outlet {
                        outlets.push(text);
                    }
                }
            }
            at = end;
        }
    }
}
