//! How far a name reaches that no list has.

use super::spot::Reader;
use super::words::Token;
use crate::language::Abbreviation;
use crate::model::{EntryKind, Lang};

/// The name of a company has so many words before its head's may follow.
const OWN_NAME: usize = 3;

/// A word of letters, with inner hyphens and apostrophes, or an abbreviation of one.
fn is_plain(token: &Token<'_>) -> bool {
    let core = token.text.trim_end_matches('.');
    token.is_initial() || core.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
}

impl Reader<'_> {
    /// Whether a listed single word rather begins a person's name: Danang Soetopo, where Danang is a
    /// city's name too.
    pub(super) fn begins_person(
        &self,
        at: usize,
        (used, kind): (usize, EntryKind),
        person: bool,
    ) -> bool {
        if used > 1 || matches!(kind, EntryKind::Country | EntryKind::Title) {
            return false;
        }
        if self.tokens[at].is_shouted() {
            return false;
        }
        let body = matches!(kind, EntryKind::Organisation | EntryKind::Media);
        let next = at + 1;
        let follows = next < self.tokens.len() && self.is_unknown(next) && !self.tokens[next].apart;
        if !follows {
            return false;
        }
        // "Kupang Yohanis Radja" begins with a place unless a person is expected here.
        match kind {
            // "Kapolda Kepri Yopi Tarigan": with two more names the place is one.
            EntryKind::Place => {
                let third = self.tokens.get(next + 1);
                person && !body && !third.is_some_and(|t| !t.apart && t.is_capital())
            }
            EntryKind::Person | EntryKind::Organisation | EntryKind::Media => false,
            _ => true,
        }
    }

    /// Whether a listed name is only the beginning of a longer one: Dewan Keamanan Nasional dan
    /// Pertahanan, Nusantara Masters.
    pub(super) fn goes_on(&self, at: usize, (used, kind): (usize, EntryKind)) -> bool {
        let next = at + used;
        let body =
            kind == EntryKind::Organisation && self.naming.is_cue("body", &self.tokens[at].lower);
        let Some(t) = self.tokens.get(next).filter(|t| !t.apart) else {
            return false;
        };
        if t.lower == "dan" && body {
            return self.tokens.get(next + 1).is_some_and(|t| {
                t.is_capital()
                    && self.is_common(&t.lower)
                    && !self.naming.is_cue("body", &t.lower)
                    && self.listed(next + 1).is_none()
                    && self.office_end(next + 1).is_none()
            });
        }
        if !t.is_capital() {
            return false;
        }
        let person = next + 1 < self.tokens.len()
            && !self.tokens[next + 1].apart
            && (self.is_unknown(next + 1) || self.tokens[next + 1].is_initial());
        match kind {
            EntryKind::Organisation if used == 1 && !person => {
                self.naming.is_cue("owner", &self.tokens[at].lower)
            }
            // RSUD is a word; RSUD Prof. Dr. W. Z. Johannes is a name.
            EntryKind::Term if used == 1 => self.naming.is_cue("owner", &self.tokens[at].lower),
            EntryKind::Organisation => {
                body && !person
                    && self.is_common(&t.lower)
                    && !t.is_shouted()
                    && !self.is_calendar(&t.lower)
                    && self.listed(next).is_none()
                    && self.spot_end(next, true).is_none()
                    && self.office_end(next).is_none()
            }
            EntryKind::Place => used == 1 && self.naming.is_cue("contest", &t.lower),
            // Budi Hartono Wijaya is not the Budi Hartono of the lists.
            EntryKind::Person => self.lang == Lang::Id && self.is_unknown(next),
            _ => false,
        }
    }

    /// How far an office goes on in common words with capitals: Direktur Jenderal Perhubungan Laut.
    pub(super) fn office_extended(&self, end: usize) -> usize {
        let common = |n: usize| {
            self.tokens.get(n).is_some_and(|t| {
                !t.apart
                    && t.is_capital()
                    && !t.is_shouted()
                    && is_plain(t)
                    && self.is_common(&t.lower)
                    && !self.facts.function.contains(&*t.lower)
                    && !self.naming.honorifics.contains(&*t.lower)
                    && !self.is_calendar(&t.lower)
                    && self.listed(n).is_none()
                    && (n > end || !self.naming.is_cue("spot", &t.lower))
                    && (n > end || !self.naming.is_cue("area", &t.lower))
                    && !self.naming.is_cue("body", &t.lower)
                    && !self.naming.is_cue("owner", &t.lower)
            })
        };
        let mut far = end;
        while common(far)
            || self.tokens.get(far).is_some_and(|t| t.lower == "dan" && !t.apart) && common(far + 1)
        {
            far += 1;
        }
        if far > end
            && let Some(list) = self.enumerated(far)
        {
            return list;
        }
        // One common word before an unknown one is a first name: Direktur Bagus Prasetyo.
        let unknown = far < self.tokens.len() && !self.tokens[far].apart && self.is_unknown(far);
        if far == end + 1 && unknown { end } else { far }
    }

    /// A word with a capital that no list knows.
    fn is_unknown(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        t.is_capital()
            && !t.is_shouted()
            && self.listed(at).is_none()
            && !self.is_common(&t.lower)
            && self.office_end(at).is_none()
            && !self.is_calendar(&t.lower)
    }

    pub(super) fn is_calendar(&self, lower: &str) -> bool {
        self.facts.months.contains_key(lower) || self.facts.weekdays.contains_key(lower)
    }

    /// The end of a body's name that no list has and that begins here: Dinas Kesehatan DIY.
    pub(super) fn body_end(&self, at: usize, office: bool) -> Option<usize> {
        let t = &self.tokens[at];
        if !t.is_capital() || t.is_shouted() && t.text.len() > 5 {
            return None;
        }
        if self.lang == Lang::En {
            return self.english_body(at);
        }
        let hospital = t.lower == "rumah"
            && self.tokens.get(at + 1).is_some_and(|n| n.lower == "sakit" && n.is_capital());
        let owner = hospital || self.naming.is_cue("owner", &t.lower);
        if !owner && !self.naming.is_cue("body", &t.lower) {
            return None;
        }
        let (mut end, mut known, mut n) = (at + 1, false, at + 1);
        while n < self.tokens.len() {
            let next = &self.tokens[n];
            if next.apart {
                let Some(far) = self.enumerated(n).filter(|_| n > at + 1 && !owner) else { break };
                (n, end, known) = (far, far, true);
                continue;
            }
            if next.is_capital() && !self.is_calendar(&next.lower) {
                // After "Kepala Dinas Kesehatan" two unknown words are a person.
                let two = n + 1 < self.tokens.len()
                    && !self.tokens[n + 1].apart
                    && self.is_unknown(n)
                    && (self.is_unknown(n + 1) || self.tokens[n + 1].is_initial());
                let title =
                    next.text.strip_suffix('.').and_then(|w| self.facts.abbreviations.get(w));
                if !owner && title == Some(&Abbreviation::Title) && next.text != "St." {
                    break;
                }
                let firm = next.lower == "tbk";
                if known && office && two && !firm && (!owner || n - at >= OWN_NAME) {
                    break;
                }
                if n > at + 1 && known && !owner && self.office_end(n).is_some_and(|e| e > n + 1) {
                    break;
                }
                if self.tokens[n - 1].lower == "tbk" {
                    break;
                }
                // Kepala Stasiun Geofisika Mataram Ardhianto: behind the place stands who holds it.
                if known && office && self.is_unknown(n) && self.is_listed_place(n - 1) {
                    break;
                }
                if let Some((used, _)) = self.listed(n).filter(|(used, _)| *used > 1) {
                    n += used;
                } else {
                    n += 1;
                }
                known |= !self.is_unknown(n - 1);
                end = n;
            } else if self.naming.is_cue("link", &next.lower)
                && self.tokens.get(n + 1).is_some_and(|t| t.is_capital() && !t.apart)
                && !owner
            {
                // Two bodies joined by "dan" are two.
                let other = &self.tokens[n + 1];
                if self.naming.is_cue("body", &other.lower) || self.listed(n + 1).is_some() {
                    break;
                }
                n += 1;
            } else {
                break;
            }
        }
        // A single word that only opens a sentence heads no body: "Rumah ..." needs another capital.
        let end = if office { self.body_before_person(at, end) } else { end };
        (end > at + 1).then_some(end)
    }

    /// Pulau Ndao, Jl. Sunan Muria, Gedung MK: the kind of place and its name.
    /// After an office two unknown words behind the place are its holder.
    pub(super) fn spot_end(&self, at: usize, office: bool) -> Option<usize> {
        let t = &self.tokens[at];
        let area = self.naming.is_cue("area", &t.lower);
        if !t.is_capital() || !(area || self.naming.is_cue("spot", &t.lower)) {
            return None;
        }
        let mut end = at + 1;
        while end < self.tokens.len()
            && !self.tokens[end].apart
            && end - at < 5
            && self.tokens[end].is_capital()
            && !self.is_calendar(&self.tokens[end].lower)
            && !self.is_holder(at, end, office)
            && !(end > at + 1
                && self.office_end(end).is_some()
                && self.tokens.get(end + 1).is_some_and(|t| t.is_capital() && !t.apart))
        {
            end += 1;
        }
        // A number of a house: Jl. Medan Merdeka Barat No. 6.
        if end > at + 2 && self.tokens[end - 1].lower == "no" {
            end -= 1;
        }
        (end > at + 1).then_some(end)
    }

    fn is_holder(&self, at: usize, end: usize, office: bool) -> bool {
        let t = &self.tokens[end];
        let title = t.text.strip_suffix('.').and_then(|w| self.facts.abbreviations.get(w));
        if office && title == Some(&Abbreviation::Title) && t.text != "St." {
            return true;
        }
        let next = self.tokens.get(end + 1).is_some_and(|n| !n.apart && n.is_capital());
        office && end > at + 1 && next && !self.is_common(&t.lower) && self.listed(end).is_none()
    }

    /// The name without the kind of place, where people use both: Semau beside Pulau Semau.
    pub(super) fn place_core(&self, at: usize, end: usize) -> Option<String> {
        let lower = &self.tokens[at].lower;
        // Kawasan Industri Terpadu Batang: the words are the name.
        let words = end > at + 2
            && lower == "kawasan"
            && self.is_common(&self.tokens[at + 1].lower)
            && self.listed(at + 1).is_none();
        (!words && (self.naming.is_cue("area", lower) || lower == "pulau"))
            .then(|| self.slice(at + 1, end))
    }

    /// The end of a run of capitals that is one name; `at` if none begins here.
    pub(super) fn run_end(&self, at: usize, person: bool) -> usize {
        let t = &self.tokens[at];
        let next_up = |n: usize| {
            self.tokens.get(n).is_some_and(|t| !t.apart && t.is_capital() && !t.is_shouted())
        };
        if !t.is_capital() || self.is_calendar(&t.lower) || self.facts.function.contains(&*t.lower)
        {
            return at;
        }
        // Foto: ... above a picture.
        if self.naming.is_cue("credit", &t.lower) && t.opens {
            return at;
        }
        if t.is_shouted() && !t.is_initial() {
            let named = self.is_introduced(t.text) || self.is_suspect(at);
            return if named { at + 1 } else { at };
        }
        // Rp120, M.Kes., No.: figures, degrees and abbreviations are no names by themselves.
        if !is_plain(t)
            || self.facts.abbreviations.contains_key(t.text.trim_end_matches('.'))
                && t.text != "St."
        {
            return at;
        }
        let common = self.is_common(&t.lower);
        if common && (t.opens && !person || !next_up(at + 1)) {
            return if self.is_doubled(at) { at + 1 } else { at };
        }
        // Two common words with capitals are a heading or a rank, not a name.
        if common && !person && !self.is_sorted(at) && self.is_common(&self.tokens[at + 1].lower) {
            return at;
        }
        let mut end = at + 1;
        while let Some(n) = self.next_of_run(at, end) {
            end = n;
        }
        // An initial alone names nobody.
        if end == at + 1 && t.is_initial() {
            return at;
        }
        if end == at + 1 && t.text.chars().count() < 2 {
            return at;
        }
        end
    }

    /// Where the run goes on to, from `end`.
    fn next_of_run(&self, at: usize, end: usize) -> Option<usize> {
        let t = self.tokens.get(end)?;
        // Bonifasius "Bonny" Hutauruk.
        if t.is_quoted()
            && t.is_capital()
            && self.tokens.get(end + 1).is_some_and(Token::is_capital)
        {
            return Some(end + 1);
        }
        let after_quote = end > at && self.tokens[end - 1].is_quoted();
        if t.apart && !after_quote {
            return None;
        }
        let lower = &t.lower;
        if self.naming.is_cue("inside", lower) && (!t.is_capital() || lower == "al") {
            let far = (end + 1..(end + 3).min(self.tokens.len())).find(|&n| {
                !self.naming.is_cue("inside", &self.tokens[n].lower) || self.tokens[n].is_capital()
            })?;
            return (!self.tokens[far].apart && self.tokens[far].is_capital()).then_some(far + 1);
        }
        if t.is_initial() || t.text.ends_with('.') && t.is_capital() && t.text.len() <= 5 {
            return Some(end + 1);
        }
        if !t.is_capital() || t.is_shouted() || self.is_calendar(lower) || !is_plain(t) {
            return None;
        }
        if self.facts.function.contains(&**lower) {
            return None;
        }
        // "Sabu Raijua Regent Daud Rihi Kana": an office ends what stands before it.
        if self.lang == Lang::En && self.office_end(end).is_some() {
            return None;
        }
        if let Some((used, entry)) = self.listed(end) {
            let other = matches!(entry.kind, EntryKind::Country | EntryKind::Title)
                || used > 1
                || self.tokens[end].is_shouted();
            return (!other).then_some(end + 1);
        }
        Some(end + 1)
    }
}
