//! Names that their surroundings or other sentences tell: companies without their legal form, people
//! between commas, small places before larger ones, bodies of English texts.

use super::introduced::is_area;
use super::spot::Reader;
use crate::model::{EntryKind, Lang};

/// A verb with a prefix has more letters than these: me-nilai, ber-kata.
const SHORTEST_VERB: usize = 5;
/// Longer runs between commas are headings of something.
const LONGEST_NAME: usize = 4;
/// A person behind a body has at least two names, else the word is the body's.
const PERSON: usize = 2;

impl Reader<'_> {
    /// The end of a company's name that some text has with its legal form or its trade: Arvena of Arvena
    /// Semiconductor, with what it trades in or where.
    pub(super) fn firm_end(&self, at: usize, office: bool) -> Option<usize> {
        let all = self.introduced.firms.get(self.tokens[at].text)?;
        let fits = |name: &&Vec<String>| {
            name.iter().enumerate().all(|(n, word)| {
                self.tokens.get(at + n).is_some_and(|t| t.text == word && (n == 0 || !t.apart))
            })
        };
        let name = all.iter().filter(fits).max_by_key(|name| name.len())?;
        let mut end = at + name.len();
        let more = |n: usize| {
            self.tokens.get(n).is_some_and(|t| {
                let told = self.naming.is_cue("trade", &t.lower);
                !t.apart && t.is_capital() && (told || is_area(t, self.lang, self.lexicon))
            })
        };
        while more(end) {
            end += 1;
        }
        // Without an office before it, a name that goes on is another's.
        let goes_on = self.tokens.get(end).is_some_and(|t| {
            !t.apart
                && t.is_capital()
                && !self.is_common(&t.lower)
                && self.office_end(end).is_none()
        });
        (office || !goes_on).then_some(end)
    }

    /// The end of a body that the texts have alone, where the person who runs it stands behind: Ketua
    /// Yayasan Arga Murni Tanjung.
    pub(super) fn body_before_person(&self, at: usize, end: usize) -> usize {
        let known = |e: &usize| self.introduced.bodies.contains(&self.slice(at, *e));
        if known(&end) {
            return end;
        }
        (at + PERSON..end.saturating_sub(PERSON - 1)).rev().find(known).unwrap_or(end)
    }

    /// Peneliti itu, Lintang Sari, menilai: capitals between commas before a verb.
    pub(super) fn is_apposed(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        if self.lang == Lang::En || !t.apart || !self.comma_before(at) || t.is_shouted() {
            return false;
        }
        let name = |n: usize| {
            let t = &self.tokens[n];
            (n == at || !t.apart)
                && t.is_capital()
                && !t.is_shouted()
                && !self.naming.is_cue("body", &t.lower)
                && !self.naming.is_cue("owner", &t.lower)
        };
        let end = (at..self.tokens.len()).find(|&n| !name(n)).unwrap_or(self.tokens.len());
        let verb = self.tokens.get(end).is_some_and(|t| {
            let prefixed = t.lower.len() > SHORTEST_VERB
                && (t.lower.starts_with("me") || t.lower.starts_with("ber"));
            !t.is_capital() && (prefixed || self.naming.is_cue("speech", &t.lower))
        });
        (PERSON..=LONGEST_NAME).contains(&(end - at)) && verb && self.comma_before(end)
    }

    /// Di Batang, Jawa Tengah: a place whose name is a word too, before the larger one around it.
    pub(super) fn before_larger(&mut self, at: usize) -> Option<usize> {
        let t = &self.tokens[at];
        let before = at.checked_sub(1).filter(|_| !t.apart && !t.opens && t.is_capital())?;
        let there = self.naming.is_cue("at", &self.tokens[before].lower);
        let larger = self.tokens.get(at + 1).is_some_and(|n| n.apart && n.is_capital())
            && self.comma_before(at + 1)
            && self.listed(at + 1).is_some_and(|(_, e)| e.kind == EntryKind::Place);
        if !there || !larger || t.is_shouted() {
            return None;
        }
        self.push(at, at + 1, EntryKind::Place, None);
        self.keep();
        Some(at + 1)
    }

    /// kawasan industri Nongsa: a kind of place of several words, in small letters.
    pub(super) fn estate(&mut self, at: usize, end: usize, kind: EntryKind) {
        let Some(start) = at.checked_sub(2).filter(|_| !self.tokens[at].apart) else { return };
        let (first, second) = (&self.tokens[start], &self.tokens[at - 1]);
        let small = !first.is_capital() && !second.is_capital() && !second.apart;
        let area = self.naming.is_cue("area", &first.lower);
        let known =
            || self.naming.heads.contains_key(&*format!("{} {}", first.lower, second.lower));
        let place = matches!(kind, EntryKind::Place | EntryKind::Name | EntryKind::Person);
        if small && area && place && known() {
            self.push(start, end, EntryKind::Place, None);
            self.keep();
        }
    }

    /// English bodies end in their head, or have it before "of".
    pub(super) fn english_body(&self, at: usize) -> Option<usize> {
        if self.tokens[at].opens && self.facts.function.contains(&*self.tokens[at].lower) {
            return None;
        }
        let (mut end, mut n) = (at + 1, at + 1);
        let head = |k: usize| {
            let lower = &self.tokens[k].lower;
            self.naming.is_cue("body", lower) || self.naming.is_cue("owner", lower)
        };
        let mut linked = false;
        let mut best = None;
        while n < self.tokens.len() && (!self.tokens[n].apart || self.is_owned_word(n)) {
            let next = &self.tokens[n];
            if next.is_capital() && !self.is_calendar(&next.lower) {
                n += 1;
                end = n;
            } else if self.naming.is_cue("link", &next.lower)
                && self.tokens.get(n + 1).is_some_and(|t| {
                    !t.apart && (t.is_capital() || self.naming.is_cue("link", &t.lower))
                })
            {
                // "Theresia Gunarso of the Surabaya Maritime Institute" is a person and a body.
                if next.lower == "of" && !linked && !head(n - 1) {
                    break;
                }
                linked |= head(n - 1);
                n += 1;
            } else {
                break;
            }
            if head(end - 1) || linked || self.tokens[at].text == "PT" {
                best = Some(end);
            }
        }
        best.filter(|e| e - at > 1)
    }

    /// People's Work Party: the word before is a common one, no owner with a name.
    fn is_owned_word(&self, at: usize) -> bool {
        let (before, t) = (&self.tokens[at - 1], &self.tokens[at]);
        let between = &self.text[before.span.end..t.span.start];
        matches!(between, "'s " | "’s ") && self.is_common(&before.lower) && t.is_capital()
    }
}
