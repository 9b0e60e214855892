//! Offices and ranks: with where they are held, with what they are for.

use super::mention::Found;
use super::spot::Reader;
use super::words::Token;
use crate::model::{EntryKind, Span};

/// A body in the name of an office has at least a head and what it is for.
const SHORTEST_SEAT: usize = 2;

/// The readers' own state, whose bodies need not be followed by it.
const HOME: &str = "Indonesia";

/// The longest list of words in the name of a body, to its last "dan".
const LONGEST_LIST: usize = 8;

impl Reader<'_> {
    /// Letkol, Kompol: ranks that stand before a name like Dr.
    pub(super) fn is_rank(&self, at: usize) -> bool {
        let lower = &self.tokens[at].lower;
        self.naming.honorifics.contains(&**lower)
            && !self.naming.is_cue("person", lower)
            && !self.naming.is_cue("ruler", lower)
            && lower.len() < 7
    }

    /// An office, with what it is for, and with the office it stands behind: Penjabat Bupati.
    pub(super) fn take_office(
        &mut self,
        at: usize,
        end: usize,
        office: &mut Option<(usize, usize)>,
    ) -> usize {
        let t = &self.tokens[at];
        let named = self.tokens.get(end).is_some_and(|n| n.is_capital() && !n.apart);
        if end - at > 1 || t.is_capital() && (!t.opens || named) {
            self.push(at, end, EntryKind::Title, None);
            self.bracketed(at, end, EntryKind::Title);
        }
        if let Some(bare) = (at + 1..end).rev().find(|e| {
            self.is_office(at, *e) && self.listed(*e).is_some_and(|(used, _)| e + used == end)
        }) {
            self.push(at, bare, EntryKind::Title, None);
        }
        let mut first = at;
        if let Some((start, before)) = *office
            && before == at
            && !self.is_rank(at)
            && self.joins(start, end)
            // Kapolda Sumatera Barat Inspektur Jenderal ...: two offices of one man.
            && self.is_office(start, before)
            // Kuasa hukum nakhoda: whose lawyer, but mantan bupati.
            && (t.is_capital() || before - start == 1)
        {
            self.push(start, end, EntryKind::Title, None);
            first = start;
        }
        // Letkol Inf., Kombes Pol.: the rank without its corps.
        if end - at > 1 && self.is_rank(at) && self.is_office(at, at + 1) {
            self.push(at, at + 1, EntryKind::Title, None);
        }
        let far = if t.is_capital() { self.office_extended(end) } else { end };
        if far > end {
            self.push(first, far, EntryKind::Title, None);
        }
        self.seat(first, far, far);
        *office = Some((first, far));
        far
    }

    /// The office before a name, and the name, as one title.
    pub(super) fn with_office(
        &mut self,
        at: usize,
        end: usize,
        office: &mut Option<(usize, usize)>,
    ) {
        if let Some((start, before)) = *office
            && before == at
            && self.joins(start, end)
            && (self.tokens[start].is_capital() || before - start > 1 || self.leads(start))
        {
            self.push(start, end, EntryKind::Title, None);
            self.bracketed(start, end, EntryKind::Title);
            self.seat(start, before, end);
            *office = Some((start, end));
        }
    }

    /// Bupati Sabu Raijua, Drs. H. Daud Rihi Kana: the name between an office over a place and its
    /// holder is the place's.
    pub(super) fn is_ruled(&self, at: usize, end: usize, office: Option<(usize, usize)>) -> bool {
        let Some((_, before)) = office else { return false };
        before == at
            && self.naming.is_cue("ruler", &self.tokens[before - 1].lower)
            && self.comma_before(end.min(self.tokens.len() - 1))
            && self.tokens.get(end).is_some_and(Token::is_capital)
    }

    /// Ketua Komisi I DPR: the chairman of a listed body, though there is an office Ketua Komisi.
    pub(super) fn office_before_body(&self, at: usize, end: usize) -> usize {
        let body = |n: usize| {
            let listed = self.listed(n).filter(|(_, e)| e.kind == EntryKind::Organisation);
            listed.is_some_and(|(used, _)| used > 1 && n + used > end)
        };
        (at + 1..end).find(|&n| self.is_office(at, n) && body(n)).unwrap_or(end)
    }

    /// The end of a list of words behind a comma: Pusat Data, Informasi, dan Komunikasi Kebencanaan.
    pub(super) fn enumerated(&self, at: usize) -> Option<usize> {
        let item = |n: usize| {
            self.tokens.get(n).is_some_and(|t| {
                t.is_capital()
                    && !t.is_shouted()
                    && self.is_common(&t.lower)
                    && !self.naming.is_cue("body", &t.lower)
                    && self.listed(n).is_none()
                    && self.office_end(n).is_none()
            })
        };
        let joined =
            |n: usize| self.tokens.get(n).is_some_and(|t| !t.apart || self.comma_before(n));
        let and = (at..(at + LONGEST_LIST).min(self.tokens.len()))
            .find(|&n| !joined(n) || !item(n))
            .filter(|&n| n > at && joined(n) && self.tokens[n].lower == "dan")?;
        let end = (and + 1..=self.tokens.len())
            .find(|&n| !item(n) || n > and + 1 && self.tokens[n].apart)?;
        (end > and + 1 && !self.tokens[and + 1].apart).then_some(end)
    }

    pub(super) fn is_listed_place(&self, at: usize) -> bool {
        self.listed(at).is_some_and(|(used, e)| used == 1 && e.kind == EntryKind::Place)
    }

    /// Whether an office in small letters is held at a body: ketua KPU, but not negara anggota NATO.
    pub(super) fn leads(&self, start: usize) -> bool {
        let states = start
            .checked_sub(1)
            .is_some_and(|b| matches!(&*self.tokens[b].lower, "negara" | "negara-negara"));
        self.naming.is_cue("leader", &self.tokens[start].lower) && !states
    }

    /// Kepala Dinas Kesehatan DIY: the body that the office is at.
    pub(super) fn seat(&mut self, start: usize, before: usize, end: usize) {
        let body = (start + 1..before).find(|&n| {
            let t = &self.tokens[n];
            t.is_capital() && self.naming.is_cue("body", &t.lower)
        });
        // Ketua DPRD Kupang: the letters of a body, and where it is.
        let lettered = |n: usize| end > before && n + 1 == before && self.tokens[n].is_shouted();
        if let Some(body) = body.filter(|&n| before - n >= SHORTEST_SEAT || lettered(n)) {
            self.push(body, end, EntryKind::Organisation, None);
        }
    }

    /// Letkol, Kol. (Purn.): a rank before a name, alone and with the word that says it is over.
    pub(super) fn rank(&mut self, at: usize) {
        let t = &self.tokens[at];
        let written = t.text.ends_with('.') && self.lexicon.is_title(&t.text.to_lowercase());
        if self.office_end(at) != Some(at + 1) && !written {
            return;
        }
        self.push(at, at + 1, EntryKind::Title, None);
        if !self.is_retired(at + 1) {
            return;
        }
        let close = self.text[self.tokens[at + 1].span.start..].find(')');
        if let Some(close) = close {
            let start = self.tokens[at].span.start;
            let span = Span::new(start, self.tokens[at + 1].span.start + close + 1);
            let text = span.of(self.text).to_owned();
            self.add(Found { span, text, kind: EntryKind::Title, of: None }, at, true);
        }
    }

    /// markas PBB, kantor pusat WHO: where a body sits, in small letters.
    pub(super) fn headquarters(&mut self, at: usize, end: usize) {
        let small = |n: usize, words: &[&str]| words.contains(&&*self.tokens[n].lower);
        if self.tokens[at].apart || at == 0 {
            return;
        }
        let two = at > 1
            && (small(at - 1, &["besar"]) && small(at - 2, &["markas"])
                || small(at - 1, &["pusat"]) && small(at - 2, &["kantor"]));
        let start = if two { at - 2 } else { at - 1 };
        if two || small(start, &["markas"]) {
            self.push(start, end, EntryKind::Organisation, None);
            self.keep();
        }
    }

    /// pemerintahan Presiden Joe Biden: those who govern under someone.
    pub(super) fn government(&mut self, first: usize, end: usize, office: Option<(usize, usize)>) {
        let start = office.filter(|(_, before)| *before == first).map_or(first, |(s, _)| s);
        let before = start.checked_sub(1).filter(|_| self.joins(start, end));
        if let Some(b) = before.filter(|_| !self.tokens[start].apart)
            && self.naming.is_cue("reign", &self.tokens[b].lower)
        {
            self.push(b, end, EntryKind::Organisation, None);
            self.keep();
        }
    }

    /// Komisi IX DPR: the body that it belongs to.
    pub(super) fn owner_of(&mut self, at: usize, end: usize, kind: EntryKind) {
        if let Some(last) = (at + 1..end).find(|&n| {
            self.listed(n).is_some_and(|(used, e)| {
                n + used == end && matches!(e.kind, EntryKind::Organisation | EntryKind::Place)
            })
        }) {
            let kind = self.listed(last).map_or(kind, |(_, e)| e.kind);
            self.push_listed(last, end, kind);
            if kind == EntryKind::Organisation {
                self.bracketed(last, end, kind);
                self.push_bare(at, last);
            }
        }
    }

    /// Kementerian Luar Negeri UEA: a body of one's own state, and the same of another.
    pub(super) fn of_another_state(&mut self, at: usize, end: usize) -> usize {
        let headed = end > at + 1 && self.naming.is_cue("body", &self.tokens[at].lower);
        let joined = self.tokens.get(end).is_some_and(|t| !t.apart);
        let state = (headed && joined).then(|| self.listed(end)).flatten();
        let Some((used, entry)) = state.filter(|(_, e)| e.kind == EntryKind::Country) else {
            return end;
        };
        if entry.adjectives.is_empty() || entry.english == HOME {
            return end;
        }
        self.push(at, end + used, EntryKind::Organisation, None);
        self.push_listed(end, end + used, EntryKind::Country);
        end + used
    }

    /// Ketua Bawaslu of Ketua Bawaslu Teluk Seruni.
    pub(super) fn office_without_branch(
        &mut self,
        at: usize,
        end: usize,
        branch: usize,
        office: Option<(usize, usize)>,
    ) {
        if let Some((start, before)) = office
            && before == at
            && self.joins(start, branch)
        {
            self.push(start, end, EntryKind::Title, Some(self.slice(start, branch)));
        }
    }

    /// Pertamina wilayah Jatim: a body there.
    pub(super) fn in_region(&mut self, at: usize, end: usize) {
        let there = self.tokens.get(end).is_some_and(|t| {
            !t.apart && matches!(&*t.lower, "wilayah" | "cabang" | "daerah" | "perwakilan")
        });
        if !there || end + 1 >= self.tokens.len() || self.tokens[end + 1].apart {
            return;
        }
        if let Some((used, _)) = self.listed(end + 1).filter(|(_, e)| e.kind == EntryKind::Place) {
            let core = self.slice(at, end);
            self.push(at, end + 1 + used, EntryKind::Organisation, Some(core));
        }
    }

    /// KPU setempat: the body of the place that the text is about.
    pub(super) fn here(&mut self, at: usize, end: usize) {
        if self.tokens.get(end).is_some_and(|t| !t.apart && t.lower == "setempat") {
            self.push(at, end + 1, EntryKind::Organisation, None);
            self.keep();
        }
    }

    /// Whether a head with a number begins here: Komisi IX.
    pub(super) fn is_numbered(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|t| {
            t.text.chars().all(|c| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X'))
        })
    }

    /// Komisi IX of Komisi IX DPR.
    pub(super) fn push_bare(&mut self, at: usize, last: usize) {
        if last == at + 2 && self.is_numbered(at) {
            self.push(at, last, EntryKind::Organisation, None);
        }
    }

    /// Kedutaan Besar RI di Moskwa: where a body sits that is its owner's everywhere.
    pub(super) fn abroad(&mut self, at: usize, end: usize, kind: EntryKind) {
        let sits = self.naming.is_cue("seat", &self.tokens[at].lower);
        let there = self.tokens.get(end).is_some_and(|t| t.lower == "di" && !t.apart);
        if !sits || !there || end + 1 >= self.tokens.len() || self.tokens[end + 1].apart {
            return;
        }
        let place = self.listed(end + 1).filter(|(_, e)| e.kind == EntryKind::Place);
        let far = place.map(|(used, _)| end + 1 + used).or_else(|| self.spot_end(end + 1, false));
        if let Some(far) = far {
            self.push(at, far, kind, Some(self.slice(at, end)));
        }
    }
}
