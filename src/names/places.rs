//! What is told of places: with their kind, several of one kind, sides of the world.

use super::mention::Found;
use super::spot::Reader;
use super::words::Token;
use crate::model::{EntryKind, Lang, Span};

impl Reader<'_> {
    /// A place with its kind, and the name alone where people use both; with the office over it.
    pub(super) fn take_spot(
        &mut self,
        at: usize,
        end: usize,
        office: &mut Option<(usize, usize)>,
    ) -> usize {
        let core = self.place_core(at, end);
        let area = self.naming.is_cue("area", &self.tokens[at].lower);
        self.push(at, end, EntryKind::Place, core.clone());
        // Kota Tua is no town called Tua.
        let quarter = self.tokens[at].lower == "kota" && self.is_common(&self.tokens[at + 1].lower);
        if area && core.is_some() && !quarter {
            self.push(at + 1, end, EntryKind::Place, None);
        }
        self.numbered(at, end, EntryKind::Place);
        self.with_office(at, end, office);
        if area { self.second_place(end) } else { end }
    }

    /// Kapanewon Sewon dan Kasihan: two places of one kind, whatever else the second word means.
    fn second_place(&mut self, end: usize) -> usize {
        let next = end + 1;
        let and = self.tokens.get(end).is_some_and(|t| t.lower == "dan" && !t.apart);
        let named = self.tokens.get(next).is_some_and(|t| {
            !t.apart && t.is_capital() && !t.is_shouted() && !self.naming.is_cue("body", &t.lower)
        });
        let goes_on = self.tokens.get(next + 1).is_some_and(|t| t.is_capital() && !t.apart);
        if !and
            || !named
            || goes_on
            || self.listed(next).is_some()
            || self.office_end(next).is_some()
        {
            return end;
        }
        self.push(next, next + 1, EntryKind::Place, None);
        self.keep();
        next + 1
    }

    /// Barat in "tanggapan Barat": a side of the world stands for its countries where nothing beside it
    /// has a capital.
    pub(super) fn is_lone_side(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        let capital =
            |n: Option<usize>| n.and_then(|n| self.tokens.get(n)).is_some_and(Token::is_capital);
        self.lang == Lang::Id
            && self.is_side(at)
            && self.lexicon.name(Lang::Id, &format!("dunia {}", t.lower)).is_some()
            && t.is_capital()
            && !t.is_shouted()
            && !t.opens
            && !capital(at.checked_sub(1))
            && (!capital(Some(at + 1)) || self.tokens[at + 1].apart)
    }

    /// Such a side, and with the word for countries before it: negara-negara Barat.
    pub(super) fn take_side(&mut self, at: usize) -> usize {
        let world = Some(format!("Dunia {}", self.tokens[at].text));
        self.push(at, at + 1, EntryKind::Place, world.clone());
        self.keep();
        let before = at.checked_sub(1).filter(|_| !self.tokens[at].apart);
        if let Some(b) = before
            && matches!(&*self.tokens[b].lower, "negara" | "negara-negara" | "dunia")
        {
            self.push(b, at + 1, EntryKind::Place, world);
            self.keep();
        }
        at + 1
    }

    /// The end of a place that stands directly behind a body: its branch there.
    pub(super) fn branch_end(&self, at: usize) -> Option<usize> {
        let t = self.tokens.get(at)?;
        if t.apart || !t.is_capital() {
            return None;
        }
        let listed = self.listed(at).filter(|(_, e)| e.kind == EntryKind::Place);
        listed.map(|(used, _)| at + used).or_else(|| self.spot_end(at, true))
    }

    /// Kupang-Sabu: a way between two places, of which one is listed.
    pub(super) fn way(&mut self, at: usize) -> Option<usize> {
        let t = &self.tokens[at];
        let (first, second) = t.text.split_once('-').filter(|_| t.is_capital())?;
        let place = |word: &str| {
            let key = crate::lexicon::name_key(word);
            self.lexicon.name(self.lang, &key).is_some_and(|(e, _)| e.kind == EntryKind::Place)
        };
        let word = |w: &str| {
            w.chars().count() > 2
                && w.starts_with(char::is_uppercase)
                && w.chars().all(char::is_alphabetic)
        };
        let alone = !self.tokens.get(at + 1).is_some_and(|n| n.is_capital() && !n.apart);
        if !word(first) || !word(second) || place(first) == place(second) || !alone {
            return None;
        }
        let start = t.span.start;
        let behind = start + first.len() + 1;
        for (word, from) in [(first, start), (second, behind)] {
            let span = Span::new(from, from + word.len());
            self.add(
                Found { span, text: word.to_owned(), kind: EntryKind::Place, of: None },
                at,
                true,
            );
        }
        Some(at + 1)
    }
}
