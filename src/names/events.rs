//! Events by what heads their names: Hari Persatuan Nasional, Konferensi Iklim, Operasi Lilin.

use super::spot::Reader;
use crate::model::EntryKind;

impl Reader<'_> {
    /// The end of an event that begins here and that no list has.
    pub(super) fn event(&mut self, at: usize) -> Option<usize> {
        let t = &self.tokens[at];
        if !t.is_capital() || t.is_shouted() && t.lower != "ktt" {
            return None;
        }
        if !self.naming.is_cue("occasion", &t.lower) {
            return None;
        }
        let mut end = at + 1;
        while self.goes_with_event(end) {
            end += 1;
        }
        // Hari Wibowo is a person.
        let words = (at + 1..end).all(|n| self.is_common(&self.tokens[n].lower));
        if end == at + 1 || t.lower == "hari" && !words {
            return None;
        }
        self.push(at, end, EntryKind::Event, None);
        self.numbered(at, end, EntryKind::Event);
        self.bracketed(at, end, EntryKind::Event);
        Some(end)
    }

    fn goes_with_event(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|t| {
            let calendar = self.facts.months.contains_key(&*t.lower)
                || self.facts.weekdays.contains_key(&*t.lower);
            let small = self.facts.function.contains(&*t.lower);
            !t.apart && t.is_capital() && !calendar && !small && self.office_end(at).is_none()
        })
    }
}
