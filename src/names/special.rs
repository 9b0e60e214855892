//! Names with a word that tells what they name: ships, wars, bodies that every state has.

use super::mention::Found;
use super::spot::Reader;
use super::words::Token;
use crate::lexicon::{NameEntry, name_key};
use crate::model::{EntryKind, Lang, Span};

/// The longest name of a war, in words.
const LONGEST_WAR: usize = 5;
/// The longest name of a body that every state has, without the state.
const LONGEST_BODY: usize = 3;
/// The longest name of a sort of ship that has a short form, in words.
const LONGEST_SHIP: usize = 4;

/// Shorter English words (of, and) tell nothing of a body.
const TELLING: usize = 4;

/// The longest initials that stand for a suspect.
const MOST_INITIALS: usize = 4;

impl Reader<'_> {
    /// FOT (52): the police give initials and age.
    pub(super) fn is_suspect(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        let short = (2..=MOST_INITIALS).contains(&t.text.len())
            && t.text.bytes().all(|b| b.is_ascii_uppercase());
        short
            && self.text[t.span.end..].starts_with(" (")
            && self.tokens.get(at + 1).is_some_and(|n| {
                n.is_bracketed() && n.text.len() == 2 && n.text.bytes().all(|b| b.is_ascii_digit())
            })
    }

    /// Mori/Hayakawa: two who play together, of whom one has a name that is no word.
    pub(super) fn is_doubled(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        let stroke = |from: usize, to: usize| &self.text[from..to] == "/";
        let name = |n: &Token<'_>| n.is_capital() && !n.is_shouted() && !self.is_common(&n.lower);
        let before = at.checked_sub(1).map(|b| &self.tokens[b]);
        before.is_some_and(|b| name(b) && stroke(b.span.end, t.span.start))
            || self.tokens.get(at + 1).is_some_and(|n| name(n) && stroke(t.span.end, n.span.start))
    }

    /// A ship: KMP Bunga Lontar.
    pub(super) fn ship(&mut self, at: usize) -> Option<usize> {
        let t = &self.tokens[at];
        if !t.is_shouted() || !self.naming.is_cue("craft", &t.lower) || t.text.len() > 3 {
            return None;
        }
        // Kapal Motor Penyeberangan (KMP) Bunga Lontar.
        let closes = |n: usize| self.closes(at) && n == at + 1;
        let mut end = at + 1;
        while end < self.tokens.len()
            && (!self.tokens[end].apart || closes(end))
            && self.tokens[end].is_capital()
        {
            end += 1;
        }
        if end == at + 1 {
            return None;
        }
        let core = self.slice(at + 1, end);
        // KN SAR Sasando: what it serves is no part of its name.
        if end > at + 2 && self.tokens[at + 1].is_shouted() {
            self.push(at, end, EntryKind::Name, None);
            self.push(at + 2, end, EntryKind::Name, Some(self.slice(at, end)));
            return Some(end);
        }
        self.push(at, end, EntryKind::Name, Some(core.clone()));
        self.push(at + 1, end, EntryKind::Name, None);
        let head = (at.saturating_sub(LONGEST_SHIP)..at).rev().find(|&n| {
            let t = &self.tokens[n];
            t.lower.len() > 3 && self.naming.is_cue("craft", &t.lower)
        });
        if let Some(head) = head.filter(|_| t.is_bracketed()) {
            let core = self.slice(at + 1, end);
            self.push(head, end, EntryKind::Name, Some(core));
        }
        Some(end)
    }

    /// Whether a bracket around this one word closes right behind it, and the text goes on.
    fn closes(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        t.is_bracketed() && self.text[t.span.end..].starts_with(") ")
    }

    /// (Purn.) behind a rank: no part of the name, and no end of what stands before it.
    pub(super) fn is_retired(&self, at: usize) -> bool {
        let t = self.tokens.get(at);
        t.is_some_and(|t| t.is_bracketed() && self.naming.is_cue("retired", &t.lower))
    }

    /// A network, by the words before it: akun media sosial X.
    pub(super) fn channel(&mut self, at: usize) -> Option<usize> {
        let t = &self.tokens[at];
        let before = at.checked_sub(1).filter(|_| t.is_capital() && !t.apart)?;
        let cue = |n: usize, kind: &str| self.naming.is_cue(kind, &self.tokens[n].lower);
        let alone = !self.tokens.get(at + 1).is_some_and(|n| n.is_capital() && !n.apart);
        if t.text == "X" && alone && self.naming.is_cue("via", &self.tokens[before].lower) {
            self.push_listed(at, at + 1, EntryKind::Media);
            return Some(at + 1);
        }
        let start = if cue(before, "channel") {
            before
        } else {
            let joined = !self.tokens[before].apart && cue(before, "social");
            before.checked_sub(1).filter(|_| joined).filter(|&n| cue(n, "media"))?
        };
        let (used, kind) = self.listed(at).map_or((1, EntryKind::Media), |(n, e)| (n, e.kind));
        let end = at + used;
        let core = self.slice(at, end);
        self.push_listed(at, end, kind);
        self.push(start, end, kind, Some(core.clone()));
        let account =
            start.checked_sub(1).filter(|&n| self.naming.is_cue("account", &self.tokens[n].lower));
        if let Some(account) = account {
            self.push(account, end, kind, Some(core));
        }
        Some(end)
    }

    /// Whether the word before says that a name comes: program Samudra Petang.
    pub(super) fn is_sorted(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|_| !self.tokens[at].apart);
        before.is_some_and(|b| self.naming.is_cue("sort", &self.tokens[b].lower))
    }

    /// A name with the word before it that says what sort it is: jurnal Tropical Medicine Review.
    pub(super) fn sorted(&mut self, at: usize, end: usize, kind: EntryKind) {
        let before = at.checked_sub(1).filter(|_| !self.tokens[at].apart);
        let person = matches!(kind, EntryKind::Person | EntryKind::Title);
        if let Some(b) = before
            && !(person && end - at == 1)
            && self.naming.is_cue("sort", &self.tokens[b].lower)
        {
            self.push(b, end, kind, Some(self.slice(at, end)));
        }
    }

    /// A contest with its year, a street with the number of a house.
    pub(super) fn numbered(&mut self, at: usize, end: usize, kind: EntryKind) {
        let figures = |n: usize| {
            let t = self.tokens.get(n)?;
            t.text.bytes().all(|b| b.is_ascii_digit()).then_some((t.text.len(), t.apart))
        };
        let year = kind == EntryKind::Event && figures(end) == Some((4, false));
        let house = kind == EntryKind::Place
            && self.tokens.get(end).is_some_and(|t| t.lower == "no" && !t.apart)
            && figures(end + 1).is_some();
        let more = usize::from(year) + 2 * usize::from(house);
        if more > 0 {
            self.push(at, end + more, kind, Some(self.slice(at, end)));
        }
    }

    /// Kementerian Luar Negeri RI: the body of one's own state.
    pub(super) fn of_the_state(&mut self, at: usize, end: usize) -> usize {
        let own = self
            .tokens
            .get(end)
            .is_some_and(|t| !t.apart && t.is_shouted() && self.naming.is_cue("own", &t.lower));
        if own {
            self.push(at, end + 1, EntryKind::Organisation, Some(self.slice(at, end)));
            self.push_listed(end, end + 1, EntryKind::Country);
        }
        end + usize::from(own)
    }

    /// The name with its short form: Otoritas Jasa Keuangan (OJK).
    pub(super) fn bracketed(&mut self, at: usize, end: usize, kind: EntryKind) {
        let core = self.slice(at, end);
        if let Some(short) = self.tokens.get(end).filter(|t| t.is_bracketed()) {
            let close = self.text[short.span.end..].starts_with(')');
            let entry =
                |name: &str| self.lexicon.name(self.lang, &name_key(name)).map(|(e, _)| &e.english);
            let one = entry(short.text).is_some() && entry(short.text) == entry(&core);
            if close && (one || self.is_introduced(short.text)) {
                let span = Span::new(self.tokens[at].span.start, short.span.end + 1);
                let text = span.of(self.text).to_owned();
                self.add(Found { span, text, kind, of: Some(core) }, at, false);
                if kind == EntryKind::Title {
                    self.bracket_within(at, end);
                }
            }
        }
    }

    /// Menteri Luar Negeri (Menlu) Korea Utara (Korut): an office with its short form inside.
    pub(super) fn bracket_within(&mut self, at: usize, end: usize) {
        if !self.closes(end) {
            return;
        }
        let Some((used, _)) = self.listed(end + 1).filter(|(_, e)| e.kind == EntryKind::Country)
        else {
            return;
        };
        let far = end + 1 + used;
        let core = format!("{} {}", self.slice(at, end), self.slice(end + 1, far));
        let mut until = self.tokens[far - 1].span.end;
        if let Some(short) = self.tokens.get(far).filter(|t| t.is_bracketed())
            && self.is_introduced(short.text)
            && self.text[short.span.end..].starts_with(')')
        {
            until = short.span.end + 1;
        }
        let span = Span::new(self.tokens[at].span.start, until);
        let text = span.of(self.text).to_owned();
        self.add(Found { span, text, kind: EntryKind::Title, of: Some(core) }, at, false);
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
            let Some(first) = state(next) else {
                // perang Putin: told of by who wages it.
                let (used, _) = self.listed(next).filter(|(_, e)| e.kind == EntryKind::Person)?;
                self.push(at, next + used, EntryKind::Event, None);
                return None;
            };
            let and = self.tokens.get(first).is_some_and(|t| t.lower == "dan" && !t.apart);
            let both = (and && first + 1 < self.tokens.len()).then(|| state(first + 1)).flatten();
            let Some(end) = both else {
                // perang Rusia: one side, of a war that the texts name elsewhere. Its state is a name too.
                self.push(at, first, EntryKind::Event, None);
                return None;
            };
            end
        };
        self.push(at, end, EntryKind::Event, None);
        Some(end)
    }

    /// The end of words that mean a state told of before: negara itu.
    fn that_state(&self, at: usize) -> Option<usize> {
        let state = self.tokens.get(at)?;
        let that = self
            .tokens
            .get(at + 1)
            .is_some_and(|t| !t.apart && matches!(&*t.lower, "itu" | "tersebut"));
        (that && matches!(&*state.lower, "negara" | "negeri")).then_some(at + 2)
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
        if let Some(end) = self.that_state(state) {
            self.push(at, end, EntryKind::Organisation, None);
            self.keep();
            return Some(end);
        }
        let (used, entry) = self.listed(state)?;
        if entry.kind == EntryKind::Organisation && self.is_sort_of(at, state, entry) {
            self.push(
                at,
                state + used,
                EntryKind::Organisation,
                Some(self.slice(state, state + used)),
            );
            return None;
        }
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
        let end = state + used;
        // Tentara Korea Utara (Korut): the short form is the state's, unless the list has it otherwise.
        let same = self.listed(end.min(self.tokens.len() - 1)).map(|(_, e)| &e.english);
        if same == Some(&entry.english) {
            self.bracketed(state, end, kind);
        } else {
            self.bracketed(at, end, EntryKind::Organisation);
        }
        Some(end)
    }

    /// dinas intelijen NIS: what a body is before the body, one word of its English told too.
    fn is_sort_of(&self, at: usize, end: usize, entry: &NameEntry) -> bool {
        let joined: Vec<&str> = (at..end).map(|n| self.tokens[n].lower.as_str()).collect();
        let Some(english) = self.naming.national.get(&*joined.join(" ")) else { return false };
        let own = entry.english.to_lowercase();
        let words = || english.split(' ').filter(|w| w.len() >= TELLING);
        self.tokens[end].is_shouted() && words().any(|w| own.split(' ').any(|o| o == w))
    }
}
