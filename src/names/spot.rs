//! Where names stand in an article, whole: for the glossary and the variants.
//!
//! A sentence is read from left to right, the longest known thing first: listed names, offices,
//! bodies, places with their kind, then runs of capitals. Then the article as a whole decides what
//! one sentence cannot: whose surname stands alone, whether a capital only opens a sentence.

use super::mention::Found;
use super::resolve::resolve;
use super::words::{Token, tokens};
use crate::language::naming::{Naming, naming};
use crate::language::{Abbreviation, Facts, facts};
use crate::lexicon::{Lexicon, NameEntry, name_key};
use crate::model::{EntryKind, Kind, Lang, Span};
use rustc_hash::FxHashMap;

/// The longest name or office looked for, in words.
const LONGEST: usize = 8;

/// A piece of a sentence that may be a name.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// What will be told of it.
    pub(super) found: Found,
    /// Whether the capital that makes it a name opens a sentence.
    pub(super) opens: bool,
    /// Whether the lists have it.
    pub(super) listed: bool,
    /// Whether something beside it says that it is a person.
    pub(super) person: bool,
    /// Whether it is a common word, no name unless the article says so.
    pub(super) weak: bool,
}

/// The short forms that texts introduce, by the first word of the long form.
#[derive(Debug, Default)]
pub struct Introduced<'a> {
    long: FxHashMap<&'a str, Vec<&'a str>>,
    short: FxHashMap<&'a str, &'a str>,
}

impl<'a> Introduced<'a> {
    /// Of the corpus.
    pub fn new(acronyms: &'a [super::Acronym]) -> Self {
        let mut out = Self::default();
        for a in acronyms {
            let first = a.long.split(' ').next().unwrap_or("");
            out.long.entry(first).or_default().push(&a.long);
            out.short.insert(&a.short, &a.long);
        }
        out
    }
}

/// Every name of an article, sentence after sentence; spans lie within the sentences.
pub fn article(
    sentences: &[(&str, Kind)],
    lang: Lang,
    introduced: &Introduced<'_>,
    lexicon: &Lexicon,
) -> Vec<Found> {
    let mut spots = Vec::new();
    let mut outlets = Vec::new();
    let mut small = rustc_hash::FxHashSet::default();
    for (text, kind) in sentences {
        let cut = tokens(text, facts(lang));
        for t in cut.iter().filter(|t| !t.is_capital()) {
            small.insert(t.lower.clone());
        }
        let mut reader = Reader {
            text,
            tokens: &cut,
            lang,
            facts: facts(lang),
            naming: naming(),
            introduced,
            lexicon,
            out: Vec::new(),
        };
        match kind {
            Kind::Sentence => reader.sentence(),
            Kind::Heading => reader.heading(),
            Kind::Noise => reader.noise(&mut outlets),
        }
        spots.append(&mut reader.out);
    }
    resolve(spots, &small, lexicon)
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token<'a>],
    pub(super) lang: Lang,
    pub(super) facts: &'static Facts,
    pub(super) naming: &'static Naming,
    introduced: &'a Introduced<'a>,
    pub(super) lexicon: &'a Lexicon,
    pub(super) out: Vec<Spot>,
}

impl<'a> Reader<'a> {
    /// JAKARTA, BERJAGA: only what the lists have.
    pub(super) fn shouted(&mut self, at: usize) {
        let word = self.tokens[at].text;
        let mut letters = word.chars();
        let title: String =
            letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect();
        if let Some((entry, _)) = self.lexicon.name(self.lang, &name_key(&title)) {
            let kind = entry.kind;
            if matches!(kind, EntryKind::Place | EntryKind::Country | EntryKind::Media) {
                self.push(at, at + 1, kind, Some(title));
                self.keep();
            }
        }
    }

    fn heading(&mut self) {
        let mut at = 0;
        while at < self.tokens.len() {
            match self.listed(at) {
                Some((used, entry)) if used > 1 => {
                    let kind = entry.kind;
                    self.push_listed(at, at + used, kind);
                    at += used;
                }
                _ => at += 1,
            }
        }
    }

    fn sentence(&mut self) {
        let capitals = self.tokens.iter().filter(|t| t.is_shouted()).count();
        let shouting = capitals * 2 > self.tokens.len() && self.tokens.len() > 1;
        let mut at = 0;
        // An office or honorific stands before what comes.
        let mut before: Option<(usize, usize)> = None;
        let mut honour: Option<usize> = None;
        while at < self.tokens.len() {
            let t = &self.tokens[at];
            if t.is_site() {
                self.push(at, at + 1, EntryKind::Media, None);
                at += 1;
                continue;
            }
            let heads = self.naming.is_cue("owner", &t.lower)
                || self.naming.is_cue("body", &t.lower)
                || self.naming.honorifics.contains(&*t.lower);
            let known = self.knows_shout(at) || heads;
            if t.is_shouted() && t.text.len() > 3 && (shouting || !known) {
                self.shouted(at);
                at += 1;
                continue;
            }
            if shouting {
                at += 1;
                continue;
            }
            if t.apart {
                honour = None;
            }
            let commas = t.apart && !self.comma_before(at);
            if commas {
                before = None;
            }
            let listed = self.listed(at).map(|(used, e)| (used, e.kind));
            let longer = |end: &usize| listed.is_none_or(|(used, _)| at + used <= *end);
            if let Some(end) = self.long_form(at).filter(longer) {
                let office = self.office_end(at).is_some();
                let kind = match listed {
                    Some((used, kind)) if at + used == end => kind,
                    _ if office => EntryKind::Title,
                    _ => EntryKind::Organisation,
                };
                self.body(at, end, kind, &mut before);
                if kind == EntryKind::Title {
                    before = Some((at, end));
                }
                at = end;
                continue;
            }
            let special = self.ship(at).or_else(|| self.strife(at)).or_else(|| self.national(at));
            if let Some(end) = special {
                at = end;
                continue;
            }
            if self.is_honour(at) {
                honour.get_or_insert(at);
                if t.is_shouted() && self.office_end(at) == Some(at + 1) {
                    self.push(at, at + 1, EntryKind::Title, None);
                }
                at += 1;
                continue;
            }
            let named = |end: usize| honour.is_some() && end == at + 1;
            let end = self.office_end(at).filter(|e| !self.is_family(at, *e) && !named(*e));
            if let Some(end) = end.filter(longer) {
                at = self.take_office(at, end, &mut before);
                continue;
            }
            let person = before.is_some() || honour.is_some() || self.is_person_cue(at);
            let rather = |l: &(usize, EntryKind)| {
                !self.begins_person(at, *l, person) && !self.goes_on(at, *l)
            };
            if let Some((used, kind)) = listed.filter(rather) {
                at = self.take_listed(at, used, kind, &mut before);
                honour = None;
                continue;
            }
            if let Some(end) = self.body_end(at, before.is_some()) {
                self.body(at, end, EntryKind::Organisation, &mut before);
                at = end;
                honour = None;
                continue;
            }
            if let Some(end) = self.spot_end(at, before.is_some()) {
                self.push(at, end, EntryKind::Place, self.place_core(at, end));
                self.with_office(at, end, &mut before);
                at = end;
                continue;
            }
            if let Some(end) = self.short_form(at, &mut before).or_else(|| self.pair(at)) {
                at = end;
                continue;
            }
            let end = self.run_end(at, person);
            if end > at {
                if self.is_ruled(at, end, before) {
                    self.push(at, end, EntryKind::Place, None);
                    self.with_office(at, end, &mut before);
                } else {
                    let rank = before.filter(|(s, e)| *e == at && self.is_rank(*s)).map(|(s, _)| s);
                    self.take_run(at, end, person, honour.take().or(rank));
                    before = None;
                }
                at = end;
                continue;
            }
            self.weak(at);
            if !t.is_capital() && !self.naming.is_cue("area", &t.lower) {
                before = None;
            }
            at += 1;
        }
    }

    /// A short form that some text introduces: Wamenkes, PKTY.
    fn short_form(&mut self, at: usize, office: &mut Option<(usize, usize)>) -> Option<usize> {
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
    fn pair(&mut self, at: usize) -> Option<usize> {
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
    fn weak(&mut self, at: usize) {
        let t = &self.tokens[at];
        if t.is_capital()
            && !t.is_shouted()
            && t.text.chars().count() > 2
            && !self.facts.function.contains(&*t.lower)
        {
            self.push(at, at + 1, EntryKind::Name, None);
            if let Some(last) = self.out.last_mut() {
                last.weak = true;
            }
        }
    }

    /// Letkol, Kompol: ranks that stand before a name like Dr.
    fn is_rank(&self, at: usize) -> bool {
        let lower = &self.tokens[at].lower;
        self.naming.honorifics.contains(&**lower)
            && !self.naming.is_cue("person", lower)
            && !self.naming.is_cue("ruler", lower)
            && lower.len() < 7
    }

    /// Kang is a form of address in Bandung and a family in Seoul.
    fn is_family(&self, at: usize, end: usize) -> bool {
        end == at + 1
            && self.naming.family.contains_key(&*self.tokens[at].lower)
            && self.tokens.get(end).is_some_and(|t| t.is_capital() && !t.apart)
    }

    /// An office, with what it is for, and with the office it stands behind: Penjabat Bupati.
    fn take_office(&mut self, at: usize, end: usize, office: &mut Option<(usize, usize)>) -> usize {
        let t = &self.tokens[at];
        let named = self.tokens.get(end).is_some_and(|n| n.is_capital() && !n.apart);
        if end - at > 1 || t.is_capital() && (!t.opens || named) {
            self.push(at, end, EntryKind::Title, None);
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
        {
            self.push(start, end, EntryKind::Title, None);
            first = start;
        }
        let far = if t.is_capital() { self.office_extended(end) } else { end };
        if far > end {
            self.push(first, far, EntryKind::Title, None);
        }
        *office = Some((first, far));
        far
    }

    /// A listed name; with the office before it, also the two together: Sekretaris Jenderal NATO.
    fn take_listed(
        &mut self,
        at: usize,
        used: usize,
        kind: EntryKind,
        office: &mut Option<(usize, usize)>,
    ) -> usize {
        let mut end = at + used;
        if kind == EntryKind::Currency && self.tokens[at].is_shouted() {
            return end;
        }
        self.push_listed(at, end, kind);
        if kind == EntryKind::Title {
            // The office without its country is a title too.
            if let Some(bare) = (at + 1..end).rev().find(|e| self.is_office(at, *e)) {
                self.push(at, bare, EntryKind::Title, None);
            }
            *office = Some((at, end));
            return end;
        }
        // KPU Teluk Seruni, OJK Jawa Timur: the body's branch there.
        if kind == EntryKind::Organisation
            && let Some(branch) = self.branch_end(end)
        {
            self.push(at, branch, EntryKind::Organisation, None);
            end = branch;
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
            let holder = self.tokens.get(end).is_some_and(|t| t.is_capital());
            let office_like = before - start > 1 || first.is_capital() && !first.opens || holder;
            if before == at && self.joins(start, end) && office_like {
                self.push(start, end, EntryKind::Title, None);
                self.bracketed(start, end, EntryKind::Title);
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
    fn side(&mut self, at: usize, end: usize) -> usize {
        let core = self.slice(at, end);
        if at > 0 && !self.tokens[at].apart {
            let before = &self.tokens[at - 1];
            if self.naming.is_cue("area", &before.lower) {
                self.push(at - 1, end, EntryKind::Place, Some(core));
            } else if before.lower == "jauh" && at > 1 && self.is_side(at - 2) {
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

    fn is_side(&self, at: usize) -> bool {
        self.naming.is_cue("side", &self.tokens[at].lower)
    }

    /// A body's name with what it introduces, and with the office before it.
    fn body(
        &mut self,
        at: usize,
        end: usize,
        kind: EntryKind,
        office: &mut Option<(usize, usize)>,
    ) {
        self.push(at, end, kind, None);
        // Komisi IX DPR: the body that it belongs to.
        if let Some(last) = (at + 1..end).find(|&n| {
            self.listed(n).is_some_and(|(used, e)| {
                n + used == end && matches!(e.kind, EntryKind::Organisation | EntryKind::Place)
            })
        }) {
            let kind = self.listed(last).map_or(kind, |(_, e)| e.kind);
            self.push_listed(last, end, kind);
        }
        self.bracketed(at, end, kind);
        self.with_office(at, end, office);
    }

    /// The name with its short form: Otoritas Jasa Keuangan (OJK).
    fn bracketed(&mut self, at: usize, end: usize, kind: EntryKind) {
        let core = self.slice(at, end);
        if let Some(short) = self.tokens.get(end).filter(|t| t.bracket) {
            let close = self.text[short.span.end..].starts_with(')');
            let entry =
                |name: &str| self.lexicon.name(self.lang, &name_key(name)).map(|(e, _)| &e.english);
            let one = entry(short.text).is_some() && entry(short.text) == entry(&core);
            if close && (one || self.is_introduced(short.text)) {
                let span = Span::new(self.tokens[at].span.start, short.span.end + 1);
                let text = span.of(self.text).to_owned();
                self.add(Found { span, text, kind, of: Some(core) }, at, false);
            }
        }
    }

    /// The office before a name, and the name, as one title.
    fn with_office(&mut self, at: usize, end: usize, office: &mut Option<(usize, usize)>) {
        if let Some((start, before)) = *office
            && before == at
            && self.joins(start, end)
            && (self.tokens[start].is_capital() || before - start > 1)
        {
            self.push(start, end, EntryKind::Title, None);
            self.bracketed(start, end, EntryKind::Title);
            *office = Some((start, end));
        }
    }

    /// Bupati Sabu Raijua, Drs. H. Daud Rihi Kana: the name between an office over a place and its
    /// holder is the place's.
    fn is_ruled(&self, at: usize, end: usize, office: Option<(usize, usize)>) -> bool {
        let Some((_, before)) = office else { return false };
        before == at
            && self.naming.is_cue("ruler", &self.tokens[before - 1].lower)
            && self.comma_before(end.min(self.tokens.len() - 1))
            && self.tokens.get(end).is_some_and(|t| t.is_capital())
    }

    fn joins(&self, start: usize, end: usize) -> bool {
        (start + 1..end).all(|n| !self.tokens[n].apart)
    }

    /// A person, or a name of a kind that its surroundings tell.
    fn take_run(&mut self, at: usize, end: usize, person: bool, honour: Option<usize>) {
        let before = at.checked_sub(1).filter(|_| !self.tokens[at].apart);
        let place = before.is_some_and(|b| {
            let lower = &self.tokens[b].lower;
            self.naming.is_cue("at", lower) || self.naming.is_cue("area", lower)
        });
        let after = self.tokens.get(end);
        let speaks = after.is_some_and(|t| self.naming.is_cue("speech", &t.lower) && !t.apart);
        let aged = self.text[self.tokens[end - 1].span.end..].starts_with(" (")
            && after.is_some_and(|t| t.bracket && t.text.bytes().all(|b| b.is_ascii_digit()));
        let initials = (at..end).any(|n| self.tokens[n].is_initial());
        let acronym = end - at == 1 && self.tokens[at].is_shouted();
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
        let kind = match () {
            () if acronym || headed => EntryKind::Organisation,
            () if contest => EntryKind::Event,
            () if certain => EntryKind::Person,
            () if place => EntryKind::Place,
            () if end - at > 1 && !words => EntryKind::Person,
            () => EntryKind::Name,
        };
        self.push(at, end, kind, None);
        if let Some(last) = self.out.last_mut() {
            last.person = certain && !acronym;
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
            self.push(first, last, kind, Some(core));
        }
    }

    pub(super) fn comma_before(&self, at: usize) -> bool {
        at > 0 && self.text[self.tokens[at - 1].span.end..].starts_with(", ")
    }

    pub(super) fn slice(&self, at: usize, end: usize) -> String {
        let span = Span::new(self.tokens[at].span.start, self.tokens[end - 1].span.end);
        let text = span.of(self.text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub(super) fn push(&mut self, at: usize, end: usize, kind: EntryKind, of: Option<String>) {
        let span = Span::new(self.tokens[at].span.start, self.tokens[end - 1].span.end);
        self.add(Found { span, text: self.slice(at, end), kind, of }, at, false);
    }

    fn push_listed(&mut self, at: usize, end: usize, kind: EntryKind) {
        self.push(at, end, kind, None);
        if let Some(last) = self.out.last_mut() {
            last.listed = true;
        }
    }

    fn add(&mut self, found: Found, at: usize, listed: bool) {
        let opens = self.tokens[at].opens;
        self.out.push(Spot { found, opens, listed, person: false, weak: false });
    }

    fn knows_shout(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        self.is_introduced(t.text) || self.lexicon.name(self.lang, &name_key(t.text)).is_some()
    }

    pub(super) fn is_introduced(&self, short: &str) -> bool {
        self.introduced.short.contains_key(short)
    }

    /// The end of a long form that begins here and that some text gives a short form for.
    fn long_form(&self, at: usize) -> Option<usize> {
        let t = &self.tokens[at];
        let rest = &self.text[t.span.start..];
        let all = self.introduced.long.get(t.text)?;
        let long = all.iter().filter(|l| rest.starts_with(**l)).max_by_key(|l| l.len())?;
        let until = t.span.start + long.len();
        let end = (at..self.tokens.len()).find(|&n| self.tokens[n].span.end == until)?;
        Some(end + 1)
    }

    /// The longest listed name that begins here.
    pub(super) fn listed(&self, at: usize) -> Option<(usize, &'a NameEntry)> {
        let t = &self.tokens[at];
        if !t.is_capital() && !t.text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let most = self.together(at);
        // Badan Meteorologi, Klimatologi, dan Geofisika is one name, commas and all.
        let commas = (most + 1..=LONGEST.min(self.tokens.len() - at)).rev().find_map(|used| {
            let text = self.slice(at, at + used);
            let (entry, _) = self.lexicon.name(self.lang, &name_key(&text))?;
            text.contains(", ").then_some((used, entry))
        });
        if commas.is_some() {
            return commas;
        }
        (1..=most).rev().find_map(|used| {
            let last = &self.tokens[at + used - 1];
            let small = !last.is_capital() && used > 1 && !self.whole_is_known(at, used);
            let (entry, _) = self.lexicon.name(self.lang, &name_key(&self.slice(at, at + used)))?;
            let alone = used == 1 && t.opens && !t.is_shouted() && self.is_common(&t.lower);
            (!small && !alone).then_some((used, entry))
        })
    }

    fn whole_is_known(&self, at: usize, used: usize) -> bool {
        self.lexicon.is_phrase(self.lang, &name_key(&self.slice(at, at + used)))
    }

    /// How many words stand together from here.
    fn together(&self, at: usize) -> usize {
        let most = LONGEST.min(self.tokens.len() - at);
        (1..most).find(|&n| self.tokens[at + n].apart).unwrap_or(most)
    }

    /// The end of an office that begins here.
    pub(super) fn office_end(&self, at: usize) -> Option<usize> {
        let most = self.together(at);
        (1..=most).rev().map(|used| at + used).find(|&end| self.is_office(at, end))
    }

    fn is_office(&self, at: usize, end: usize) -> bool {
        let joined: Vec<&str> = (at..end).map(|n| self.tokens[n].lower.as_str()).collect();
        self.lexicon.is_title(&joined.join(" "))
    }

    pub(super) fn is_common(&self, lower: &str) -> bool {
        self.facts.function.contains(lower)
            || self.facts.starters.contains(lower)
            || self.lexicon.is_common(lower, self.lang)
    }

    fn is_honour(&self, at: usize) -> bool {
        let t = &self.tokens[at];
        let next =
            self.tokens.get(at + 1).is_some_and(|n| n.is_capital() && !n.apart || n.text == "dr.");
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
        let short = t.text.len() > 2 || t.text == "H." || t.text == "R.";
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

    fn is_person_cue(&self, at: usize) -> bool {
        at > 0 && !self.tokens[at].apart && {
            let lower = &self.tokens[at - 1].lower;
            self.naming.is_cue("person", lower)
                || self.naming.is_cue("speech", lower) && lower != "menurut"
                || lower == "menurut" && !self.tokens[at].is_shouted()
        }
    }
}
