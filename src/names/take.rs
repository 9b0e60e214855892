//! What is told of a name once it is known where it ends: with its office, its branch, its kind.

use super::mention::Found;
use super::spot::{Reader, Witness};
use super::words::Token;
use crate::language::Abbreviation;
use crate::lexicon::name_key;
use crate::model::{EntryKind, Lang, Span};

impl Reader<'_> {
    /// A short form that some text introduces: Wamenkes, PKTY.
    pub(super) fn short_form(
        &mut self,
        at: usize,
        office: &mut Option<(usize, usize)>,
    ) -> Option<usize> {
        let t = &self.tokens[at];
        let long = self.introduced.short.get(t.text)?.to_lowercase();
        let words: Vec<&str> = long.split(' ').collect();
        let title = (1..=words.len()).any(|n| self.lexicon.is_title(&words[..n].join(" ")));
        let kind = if title { EntryKind::Title } else { EntryKind::Organisation };
        self.push(at, at + 1, kind, None);
        if title {
            *office = Some((at, at + 1));
        }
        Some(at + 1)
    }

    /// Two names of the lists joined by a hyphen: Rusia-Ukraina.
    pub(super) fn pair(&mut self, at: usize) -> Option<usize> {
        let t = &self.tokens[at];
        let (first, second) = t.text.split_once('-').filter(|_| t.is_capital())?;
        let start = t.span.start;
        let behind = start + first.len() + 1;
        let mut both = Vec::new();
        for (word, from) in [(first, start), (second, behind)] {
            let (entry, _) = self.lexicon.name(self.lang, &name_key(word))?;
            let span = Span::new(from, from + word.len());
            both.push(Found { span, text: word.to_owned(), kind: entry.kind, of: None });
        }
        for found in both {
            self.add(found, at, true);
        }
        Some(at + 1)
    }

    /// A common word with a capital: a name only if the article has it in a full name.
    pub(super) fn weak(&mut self, at: usize) {
        let t = &self.tokens[at];
        if t.is_capital()
            && !t.is_shouted()
            && t.text.chars().count() > 2
            && !self.facts.function.contains(&*t.lower)
        {
            self.push(at, at + 1, EntryKind::Name, None);
            if let Some(last) = self.out.last_mut() {
                last.witness = Witness::Nothing;
            }
        }
    }

    /// Kang is a form of address in Bandung and a family in Seoul.
    pub(super) fn is_family(&self, at: usize, end: usize) -> bool {
        end == at + 1
            && self.naming.family.contains_key(&*self.tokens[at].lower)
            && self.tokens.get(end).is_some_and(|t| t.is_capital() && !t.apart)
    }

    /// A listed name; with the office before it, also the two together: Sekretaris Jenderal NATO.
    pub(super) fn take_listed(
        &mut self,
        at: usize,
        used: usize,
        kind: EntryKind,
        office: &mut Option<(usize, usize)>,
    ) -> usize {
        let mut end = at + used;
        self.sorted(at, end, kind);
        self.estate(at, end, kind);
        self.numbered(at, end, kind);
        if kind == EntryKind::Currency && self.tokens[at].is_shouted() {
            return end;
        }
        self.push_listed(at, end, kind);
        if kind == EntryKind::Person {
            self.government(at, end, *office);
        }
        if kind == EntryKind::Title {
            // The office without its country is a title too.
            if let Some(bare) = (at + 1..end).rev().find(|e| self.is_office(at, *e)) {
                self.push(at, bare, EntryKind::Title, None);
            }
            *office = Some((at, end));
            return end;
        }
        // Kabupaten Kulon Progo is listed as the place; so is the name alone.
        if kind == EntryKind::Place
            && self.naming.is_cue("area", &self.tokens[at].lower)
            && self.listed(at + 1).is_some_and(|(n, _)| at + 1 + n == end)
        {
            self.push_listed(at + 1, end, kind);
        }
        // KPU Teluk Seruni, OJK Jawa Timur: the body's branch there.
        if kind == EntryKind::Organisation
            && let Some(branch) = self.branch_end(end)
        {
            self.push(at, branch, EntryKind::Organisation, None);
            self.office_without_branch(at, end, branch, *office);
            end = branch;
        }
        if kind == EntryKind::Organisation {
            end = self.of_the_state(at, end);
            end = self.of_another_state(at, end);
            self.headquarters(at, end);
            self.abroad(at, end, kind);
            self.in_region(at, end);
            self.here(at, end);
            if self.is_numbered(at) {
                self.owner_of(at, end, kind);
            }
        }
        self.bracketed(at, end, kind);
        let body = matches!(
            kind,
            EntryKind::Organisation | EntryKind::Country | EntryKind::Place | EntryKind::Media
        );
        if let Some((start, before)) = *office
            && body
        {
            // "Pejabat AS" that only opens a sentence is no title.
            let first = &self.tokens[start];
            let holder = self.tokens.get(end).is_some_and(Token::is_capital);
            let office_like = before - start > 1
                || first.is_capital() && !first.opens
                || holder
                || kind == EntryKind::Organisation && self.leads(start);
            if before == at && self.joins(start, end) && office_like {
                self.push(start, end, EntryKind::Title, None);
                self.bracketed(start, end, EntryKind::Title);
                self.seat(start, before, end);
                *office = Some((start, end));
            }
        } else {
            *office = None;
        }
        if matches!(kind, EntryKind::Place | EntryKind::Country) {
            return self.side(at, end);
        }
        end
    }

    /// Ukraina timur, timur jauh Rusia; wilayah Kursk.
    pub(super) fn side(&mut self, at: usize, end: usize) -> usize {
        let core = self.slice(at, end);
        if at > 0 && !self.tokens[at].apart {
            let before = &self.tokens[at - 1];
            if self.naming.is_cue("area", &before.lower) {
                self.push(at - 1, end, EntryKind::Place, Some(core));
            } else if at > 1
                && (before.lower == "jauh" && self.is_side(at - 2)
                    || self.is_side(at - 1) && self.tokens[at - 2].lower == "ujung")
            {
                self.push(at - 2, end, EntryKind::Place, None);
            }
        }
        let next = self.tokens.get(end);
        if next.is_some_and(|n| !n.apart) && self.is_side(end) && self.lang == Lang::Id {
            let more = usize::from(
                self.tokens.get(end + 1).is_some_and(|n| n.lower == "laut" || n.lower == "daya"),
            );
            self.push(at, end + 1 + more, EntryKind::Place, None);
            return end + 1 + more;
        }
        end
    }

    pub(super) fn is_side(&self, at: usize) -> bool {
        self.naming.is_cue("side", &self.tokens[at].lower)
    }

    /// A body's name with what it introduces, and with the office before it.
    pub(super) fn body(
        &mut self,
        at: usize,
        end: usize,
        kind: EntryKind,
        office: &mut Option<(usize, usize)>,
    ) -> usize {
        self.push(at, end, kind, None);
        self.owner_of(at, end, kind);
        self.abroad(at, end, kind);
        // Kantor SAR Kupang: the body without the word for its house.
        let house = self.naming.is_cue("house", &self.tokens[at].lower);
        if house && end > at + 2 && self.tokens[at + 1].is_shouted() {
            self.push(at + 1, end, kind, Some(self.slice(at, end)));
        }
        self.bracketed(at, end, kind);
        let end = if kind == EntryKind::Organisation { self.of_the_state(at, end) } else { end };
        self.with_office(at, end, office);
        end
    }

    pub(super) fn joins(&self, start: usize, end: usize) -> bool {
        (start + 1..end).all(|n| !self.tokens[n].apart)
    }

    /// A person, or a name of a kind that its surroundings tell.
    pub(super) fn take_run(&mut self, at: usize, end: usize, person: bool, honour: Option<usize>) {
        let before = at.checked_sub(1).filter(|_| !self.tokens[at].apart);
        let place = before.is_some_and(|b| {
            let lower = &self.tokens[b].lower;
            self.naming.is_cue("at", lower) || self.naming.is_cue("area", lower)
        });
        let after = self.tokens.get(end);
        let speaks = after.is_some_and(|t| self.naming.is_cue("speech", &t.lower) && !t.apart);
        let aged = self.text[self.tokens[end - 1].span.end..].starts_with(" (")
            && after
                .is_some_and(|t| t.is_bracketed() && t.text.bytes().all(|b| b.is_ascii_digit()));
        let initials = (at..end).any(|n| self.tokens[n].is_initial());
        let acronym = end - at == 1 && self.tokens[at].is_shouted() && !self.is_suspect(at);
        let certain = person || speaks || aged || initials;
        let last = &self.tokens[end - 1].lower;
        let headed = end - at > 1
            && !certain
            && (self.naming.is_cue("body", last) || self.naming.is_cue("owner", last));
        let contest = end - at > 1 && !certain && self.naming.is_cue("contest", last);
        // Deposit Facility: words of a dictionary make no person unless something says so.
        let words = (at..end).all(|n| {
            let lower = &self.tokens[n].lower;
            [Lang::Id, Lang::En].iter().any(|lang| self.lexicon.is_common(lower, *lang))
        });
        // "Sabu Raijua Regent Daud Rihi Kana": what stands before an office over a place is the place.
        let ruled = self.lang == Lang::En
            && after.is_some_and(|t| {
                !t.apart && t.is_capital() && self.naming.is_cue("ruler", &t.lower)
            });
        let kind = match () {
            () if ruled => EntryKind::Place,
            () if acronym || headed => EntryKind::Organisation,
            () if contest => EntryKind::Event,
            () if certain => EntryKind::Person,
            () if place => EntryKind::Place,
            () if end - at > 1 && !words => EntryKind::Person,
            () => EntryKind::Name,
        };
        self.sorted(at, end, kind);
        self.estate(at, end, kind);
        self.numbered(at, end, kind);
        self.push(at, end, kind, None);
        if certain
            && !acronym
            && let Some(last) = self.out.last_mut()
        {
            last.witness = Witness::Person;
        }
        let core = self.slice(at, end);
        if kind == EntryKind::Place
            && let Some(b) = before.filter(|b| self.naming.is_cue("area", &self.tokens[*b].lower))
        {
            self.push(b, end, EntryKind::Place, Some(core));
            return;
        }
        let mut last = end;
        while self
            .tokens
            .get(last)
            .is_some_and(|t| t.text.contains('.') && self.naming.degrees.contains(&*t.lower))
        {
            last += 1;
        }
        let first = honour.unwrap_or(at);
        if kind == EntryKind::Person && (first < at || last > end) {
            // Kol. (Purn.) H. Surya Dharmawan: with the rank, and without it.
            let inner = (first..at).find(|&n| self.is_retired(n)).map_or(at, |n| n + 1);
            if inner < at {
                self.push(inner, last, kind, Some(core.clone()));
            }
            self.push(first, last, kind, Some(core));
        }
    }

    /// Dr., H., Letkol: before a name, no part of it.
    pub(super) fn is_honour(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        let next =
            self.tokens.get(at + 1).is_some_and(|n| n.is_capital() && !n.apart || n.text == "dr.")
                || self.is_retired(at + 1);
        if next && t.text == "H." && self.lang == Lang::Id {
            return true;
        }
        if t.text == "St." || self.listed(at).is_some_and(|(used, _)| used > 1) {
            return false;
        }
        let title = t.text.strip_suffix('.').and_then(|w| self.facts.abbreviations.get(w));
        if next && t.text.len() > 2 && title == Some(&Abbreviation::Title) && t.lower != "jl" {
            return true;
        }
        let dotted = t.text.ends_with('.')
            || t.text.len() > 1 && !t.is_capital()
            || matches!(&*t.lower, "pak" | "bu" | "hj");
        let short = t.text.len() > 2 || t.lower == "bu" || t.text == "H." || t.text == "R.";
        next && short
            && (t.is_capital() || matches!(&*t.lower, "dr" | "drg" | "drh"))
            && (self.naming.honorifics.contains(&*t.lower)
                && (dotted || t.is_shouted() || t.lower.len() <= 7)
                || t.text == "R.")
            && self.office_end(at).is_none_or(|e| e == at + 1)
            && !matches!(
                &*t.lower,
                "presiden"
                    | "president"
                    | "senator"
                    | "minister"
                    | "governor"
                    | "mayor"
                    | "chief"
                    | "king"
                    | "queen"
                    | "prime"
                    | "judge"
                    | "vice"
                    | "wakil"
                    | "deputy"
                    | "chairman"
            )
    }

    pub(super) fn is_person_cue(&self, at: usize) -> bool {
        at > 0 && !self.tokens[at].apart && {
            let lower = &self.tokens[at - 1].lower;
            self.naming.is_cue("person", lower)
                || self.naming.is_cue("speech", lower) && lower != "menurut"
                || lower == "menurut" && !self.tokens[at].is_shouted()
        }
    }
}
