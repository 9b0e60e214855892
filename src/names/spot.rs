//! Where names stand in an article, whole: for the glossary and the variants.
//!
//! A sentence is read from left to right, the longest known thing first: listed names, offices,
//! bodies, places with their kind, then runs of capitals. Then the article as a whole decides what
//! one sentence cannot: whose surname stands alone, whether a capital only opens a sentence.

use super::introduced::Introduced;
use super::mention::Found;
use super::resolve::resolve;
use super::words::{Token, tokens};
use crate::language::naming::{Naming, naming};
use crate::language::{Facts, facts};
use crate::lexicon::{Lexicon, NameEntry, name_key};
use crate::model::{EntryKind, Kind, Lang, Span};

/// The longest name or office looked for, in words.
const LONGEST: usize = 8;

/// A piece of a sentence that may be a name.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    /// What will be told of it.
    pub(super) found: Found,
    /// Whether the capital that makes it a name opens a sentence.
    pub(super) opens: bool,
    /// What says that it is a name.
    pub(super) witness: Witness,
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
    resolve(&spots, &small, lexicon)
}

/// An office or honorific before what comes, by its words.
#[derive(Debug, Default)]
struct Ahead {
    office: Option<(usize, usize)>,
    honour: Option<usize>,
}

/// What says that a spot is a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Witness {
    /// Only its capital.
    Capital,
    /// The lists, or the line that it stands in.
    Listed,
    /// Something beside it says that it is a person.
    Person,
    /// Nothing: a common word, no name unless the article has it in a full name.
    Nothing,
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token<'a>],
    pub(super) lang: Lang,
    pub(super) facts: &'static Facts,
    pub(super) naming: &'static Naming,
    pub(super) introduced: &'a Introduced<'a>,
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

    pub(super) fn sentence(&mut self) {
        let capitals = self.tokens.iter().filter(|t| t.is_shouted()).count();
        let shouting = capitals * 2 > self.tokens.len() && self.tokens.len() > 1;
        let mut ahead = Ahead::default();
        let mut at = 0;
        while at < self.tokens.len() {
            if let Some(end) = self.site_or_shout(at, shouting) {
                at = end;
                continue;
            }
            let t = &self.tokens[at];
            if self.is_retired(at) {
                at += 1;
                continue;
            }
            if t.apart && !at.checked_sub(1).is_some_and(|before| self.is_retired(before)) {
                ahead.honour = None;
                let short = |n: usize| self.tokens.get(n).is_some_and(Token::is_bracketed);
                // Kepala Dinas Pekerjaan Umum (PU) Kabupaten ...: the short form ends nothing.
                if !self.comma_before(at) && !short(at) && !at.checked_sub(1).is_some_and(short) {
                    ahead.office = None;
                }
            }
            let listed = self.listed(at).map(|(used, e)| (used, e.kind));
            at = match self.fixed(at, listed, &mut ahead) {
                Some(end) => end,
                None => self.open(at, listed, &mut ahead),
            };
        }
    }

    /// Sites, and words in capitals that are no short forms; in a sentence of capitals all.
    fn site_or_shout(&mut self, at: usize, shouting: bool) -> Option<usize> {
        let t = &self.tokens[at];
        if t.is_site() {
            self.push(at, at + 1, EntryKind::Media, None);
            return Some(at + 1);
        }
        let heads = self.naming.is_cue("owner", &t.lower)
            || self.naming.is_cue("body", &t.lower)
            || self.naming.honorifics.contains(&*t.lower);
        let known = self.knows_shout(at) || heads;
        if t.is_shouted() && t.text.len() > 3 && (shouting || !known) {
            self.shouted(at);
            return Some(at + 1);
        }
        shouting.then_some(at + 1)
    }

    /// What is known by its words: long forms, ships, wars, honorifics, offices.
    fn fixed(
        &mut self,
        at: usize,
        listed: Option<(usize, EntryKind)>,
        ahead: &mut Ahead,
    ) -> Option<usize> {
        let longer = |end: &usize| listed.is_none_or(|(used, _)| at + used <= *end);
        if let Some(end) = self.long_form(at).filter(longer) {
            let office = self.office_end(at).is_some();
            let kind = match listed {
                Some((used, kind)) if at + used == end => kind,
                _ if office => EntryKind::Title,
                _ => EntryKind::Organisation,
            };
            let far = self.body(at, end, kind, &mut ahead.office);
            if kind == EntryKind::Title {
                ahead.office = Some((at, end));
            }
            return Some(far);
        }
        let special = self.ship(at).or_else(|| self.strife(at));
        let special = special.or_else(|| self.national(at)).or_else(|| self.channel(at));
        if special.is_some() {
            return special;
        }
        if self.is_honour(at) {
            ahead.honour.get_or_insert(at);
            self.rank(at);
            return Some(at + 1);
        }
        let named = |end: usize| ahead.honour.is_some() && end == at + 1;
        let end = self.office_end(at).map(|end| self.office_before_body(at, end));
        let end = end.filter(|e| !self.is_family(at, *e) && !named(*e));
        end.filter(longer).map(|end| self.take_office(at, end, &mut ahead.office))
    }

    /// Listed names, bodies, places, runs of capitals; gives where to go on.
    fn open(&mut self, at: usize, listed: Option<(usize, EntryKind)>, ahead: &mut Ahead) -> usize {
        let person = ahead.office.is_some()
            || ahead.honour.is_some()
            || self.is_person_cue(at)
            || self.is_apposed(at);
        let rather =
            |l: &(usize, EntryKind)| !self.begins_person(at, *l, person) && !self.goes_on(at, *l);
        if let Some((used, kind)) = listed.filter(rather) {
            ahead.honour = None;
            return self.take_listed(at, used, kind, &mut ahead.office);
        }
        let firm = self.firm_end(at, ahead.office.is_some());
        if let Some(end) = firm.or_else(|| self.body_end(at, ahead.office.is_some())) {
            let end = self.body(at, end, EntryKind::Organisation, &mut ahead.office);
            ahead.honour = None;
            return end;
        }
        if let Some(end) = self.event(at) {
            return end;
        }
        if let Some(end) = self.spot_end(at, ahead.office.is_some()) {
            return self.take_spot(at, end, &mut ahead.office);
        }
        if self.is_lone_side(at) {
            return self.take_side(at);
        }
        if let Some(end) = self
            .short_form(at, &mut ahead.office)
            .or_else(|| self.pair(at))
            .or_else(|| self.way(at))
            .or_else(|| self.before_larger(at))
        {
            return end;
        }
        let end = self.run_end(at, person);
        if end > at {
            if self.is_ruled(at, end, ahead.office) {
                self.push(at, end, EntryKind::Place, None);
                self.with_office(at, end, &mut ahead.office);
            } else {
                let rank = ahead.office.filter(|(s, e)| *e == at && self.is_rank(*s));
                let honour = ahead.honour.take().or(rank.map(|(s, _)| s));
                self.take_run(at, end, person, honour);
                self.government(at, end, ahead.office);
                ahead.office = None;
            }
            return end;
        }
        self.weak(at);
        let t = &self.tokens[at];
        if !t.is_capital() && !self.naming.is_cue("area", &t.lower) {
            ahead.office = None;
        }
        at + 1
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

    pub(super) fn push_listed(&mut self, at: usize, end: usize, kind: EntryKind) {
        self.push(at, end, kind, None);
        if let Some(last) = self.out.last_mut() {
            last.witness = Witness::Listed;
        }
    }

    pub(super) fn add(&mut self, found: Found, at: usize, listed: bool) {
        let opens = self.tokens[at].opens;
        let witness = if listed { Witness::Listed } else { Witness::Capital };
        self.out.push(Spot { found, opens, witness });
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
        // tim SAR gabungan: a body in small letters with a short form in its name.
        let next = self.tokens.get(at + 1).is_some_and(|n| n.is_shouted() && !n.apart);
        let inside = next && self.lang == Lang::Id && self.naming.is_cue("body", &t.lower);
        if !t.is_capital() && !inside && !t.text.starts_with(|c: char| c.is_ascii_digit()) {
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
            let alone = alone && !self.is_itself(at, entry);
            (!small && !alone).then_some((used, entry))
        })
    }

    /// Whether the dictionary has a word only as the name that it is: Kemenkes, Natal.
    pub(super) fn is_itself(&self, at: usize, entry: &NameEntry) -> bool {
        let senses = self.lexicon.senses(&self.tokens[at].lower);
        let same = |e: &str| {
            let mut all = std::iter::once(&entry.english).chain(&entry.variants_english);
            all.any(|v| v.to_lowercase() == e.to_lowercase())
        };
        matches!(entry.kind, EntryKind::Organisation | EntryKind::Event)
            && senses.iter().any(|s| same(s.english))
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

    pub(super) fn is_office(&self, at: usize, end: usize) -> bool {
        let joined: Vec<&str> = (at..end).map(|n| self.tokens[n].lower.as_str()).collect();
        // Wakil juru bicara: whatever office there is may have a deputy.
        let deputy = end > at + 2 && joined[0] == "wakil";
        self.lexicon.is_title(&joined.join(" "))
            || deputy && self.lexicon.is_title(&joined[1..].join(" "))
    }

    pub(super) fn is_common(&self, lower: &str) -> bool {
        self.facts.function.contains(lower)
            || self.facts.starters.contains(lower)
            || self.lexicon.is_common(lower, self.lang)
    }
}
