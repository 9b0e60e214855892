//! Non-standard Indonesian spellings, and when a word only looks like one.

use super::matcher::{Case, Hit, Matcher};
use super::words::{Joint, Words, fold, is_all_capitals, is_capital};
use crate::language::{Facts, facts};
use crate::lexicon::{Lexicon, misspellings};
use crate::model::{EntryKind, Lang};

/// So many words on either side tell the tongue that a word stands in.
const WINDOW: usize = 6;
/// One word that no list knows may be a slip or a new one.
const STRANGE: usize = 2;
/// Indonesian shares every second word with its neighbours: one strange word for two known ones.
const SHARE: usize = 2;

/// What a listed form is.
#[derive(Debug)]
pub(super) enum Use {
    Wrong(Wrong),
    /// A listed name: what it holds is part of it (Institut Teknologi Sepuluh Nopember).
    Name,
}

/// A row of the list.
#[derive(Debug)]
pub(super) struct Wrong {
    /// What to write instead.
    pub(super) standard: String,
    /// Whether people say it so: what somebody said may have it.
    pub(super) spoken: bool,
}

/// The list of misspellings, with the names that hold some.
#[derive(Debug)]
pub(super) struct Standard {
    matcher: Matcher<Use>,
}

impl Standard {
    pub(super) fn new(lexicon: &Lexicon) -> Self {
        let mut matcher = Matcher::new(Lang::Id);
        let numbers = &facts(Lang::Id).numbers;
        for row in misspellings() {
            // Wrong in one meaning only, or "ke empat kota": nothing tells without reading.
            let ordinal =
                row.nonstandard.strip_prefix("ke ").is_some_and(|n| numbers.contains_key(n));
            // What differs by a mark at its end alone (isya') cannot be told from the standard form.
            let mut folded = String::new();
            fold(row.nonstandard.trim_end_matches(['\'', '’']), &mut folded);
            let same = folded == row.standard;
            if !row.context && !ordinal && !same {
                let case = Case::of(&row.nonstandard);
                let wrong = Wrong { standard: row.standard, spoken: row.spoken };
                matcher.add(&row.nonstandard, case, Use::Wrong(wrong));
            }
        }
        // Of a currency or a term only the headword is a standard form.
        let proper =
            |kind| !matches!(kind, EntryKind::Currency | EntryKind::Term | EntryKind::Title);
        for entry in lexicon.names().iter().filter(|e| proper(e.kind)) {
            let forms = [&entry.indonesian, &entry.english].into_iter();
            for form in forms.chain(&entry.variants_indonesian).chain(&entry.variants_english) {
                if form.contains([' ', '-']) {
                    matcher.add(form, Case::of(form), Use::Name);
                }
            }
        }
        matcher.finish();
        Self { matcher }
    }

    /// The misspellings of an Indonesian text, each with its row.
    pub(super) fn scan<'a>(
        &'a self,
        text: &'a str,
        words: &'a Words,
        lexicon: &'a Lexicon,
    ) -> impl Iterator<Item = (Hit<'a, Use>, &'a Wrong)> {
        let there = Context { text, words, lexicon, english: facts(Lang::En) };
        self.matcher.scan(text, words).into_iter().filter_map(move |hit| {
            let wrong = hit.uses().iter().find_map(|u| match u {
                Use::Wrong(wrong) => Some(wrong),
                Use::Name => None,
            })?;
            there.is_wrong(&hit, hit.written()).then_some((hit, wrong))
        })
    }
}

struct Context<'a> {
    text: &'a str,
    words: &'a Words,
    lexicon: &'a Lexicon,
    english: &'static Facts,
}

impl Context<'_> {
    fn is_wrong(&self, hit: &Hit<'_, Use>, listed: &str) -> bool {
        // "malu" is not "mal" with a clitic: the whole word may be a standard one.
        if hit.clitic && self.lexicon.is_indonesian(self.words.key(hit.first + hit.count - 1)) {
            return false;
        }
        !self.is_bound(hit)
            && !self.may_be_name(hit, listed)
            && !self.is_foreign(hit, listed)
            && !self.is_in_dialect(hit)
    }

    fn word(&self, at: usize) -> &str {
        self.words.atoms.get(at).map_or("", |a| a.span.of(self.text))
    }

    /// A part of a compound between hyphens; a prefix, a clitic or its own double leaves it free.
    fn is_bound(&self, hit: &Hit<'_, Use>) -> bool {
        let end = hit.first + hit.count;
        let free = |neighbour: usize, allowed: &[&str]| {
            let key = self.words.key(neighbour);
            allowed.contains(&key) || hit.count == 1 && key == self.words.key(hit.first)
        };
        self.words.joint(hit.first) == Joint::Hyphen && !free(hit.first - 1, &PREFIXES)
            || self.words.joint(end) == Joint::Hyphen && !free(end, &SUFFIXES)
    }

    /// A capital where the list has none, elsewhere than at the start of a sentence.
    fn may_be_name(&self, hit: &Hit<'_, Use>, listed: &str) -> bool {
        if is_all_capitals(hit.span.of(self.text)) {
            // Between words in capitals it is a heading; alone it is an acronym.
            let shouted = |at: usize| is_all_capitals(self.word(at));
            return hit.count == 1
                && !(hit.first > 0 && shouted(hit.first - 1) || shouted(hit.first + 1));
        }
        if is_capital(listed) {
            return hit.count == 1 && self.follows_name(hit.first);
        }
        let inside = (hit.first + 1..hit.first + hit.count).any(|at| is_capital(self.word(at)));
        inside
            || is_capital(self.word(hit.first))
                && (!opens(&self.text[..hit.span.start])
                    || self.lexicon.name(Lang::Id, self.words.key(hit.first)).is_some())
    }

    /// Bambang Muharram: behind a name that the lists do not know, which no common word is.
    fn follows_name(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.words.joint(at) == Joint::Space)
        else {
            return false;
        };
        let (word, key) = (self.word(before), self.words.key(before));
        is_capital(word)
            && !is_all_capitals(word)
            && !opens(&self.text[..self.words.atoms[before].span.start])
            && !self.lexicon.is_common(key, Lang::Id)
            && !self.lexicon.is_title(key)
            && self.lexicon.name(Lang::Id, key).is_none()
    }

    /// Among words of another tongue of the country: "jaman saiki angel golek rejeki".
    fn is_in_dialect(&self, hit: &Hit<'_, Use>) -> bool {
        let end = hit.first + hit.count;
        let goes_on = |at: usize| matches!(self.words.joint(at), Joint::Space | Joint::StopSpace);
        let near = (hit.first.saturating_sub(WINDOW)..hit.first)
            .rev()
            .take_while(|n| goes_on(n + 1))
            .chain((end..end + WINDOW).take_while(|n| goes_on(*n)));
        let (mut strange, mut plain) = (0, 0);
        for at in near {
            let (word, key) = (self.word(at), self.words.key(at));
            if is_capital(word) || !word.chars().all(char::is_alphabetic) {
                continue;
            }
            let known =
                self.lexicon.is_common(key, Lang::Id) || facts(Lang::Id).function.contains(key);
            // What English has as well says nothing: angel, sing.
            if !known && self.lexicon.is_english(key) {
                continue;
            }
            (strange, plain) = (strange + usize::from(!known), plain + usize::from(known));
        }
        strange >= STRANGE && strange * SHARE >= plain
    }

    /// A word that English has as well, beside an English one: "the best original song".
    fn is_foreign(&self, hit: &Hit<'_, Use>, listed: &str) -> bool {
        let key = self.words.key(hit.first);
        let name = is_capital(listed);
        if !name && (hit.count > 1 || !self.lexicon.is_english(key)) {
            return false;
        }
        let english = |at: usize| {
            let key = self.words.key(at);
            // AS is a country, as a conjunction.
            let known = !is_all_capitals(self.word(at))
                && (self.english.function.contains(key) || self.lexicon.is_english(key));
            let indonesian = self.lexicon.is_common(key, Lang::Id);
            !indonesian && known
        };
        let end = hit.first + hit.count;
        hit.first > 0 && self.words.joint(hit.first) == Joint::Space && english(hit.first - 1)
            || self.words.joint(end) == Joint::Space && english(end)
    }
}

/// Prefixes that a hyphen may join to a word or a name.
const PREFIXES: [&str; 22] = [
    "di", "ke", "se", "ber", "ter", "per", "me", "mem", "men", "meng", "meny", "pe", "pem", "pen",
    "peng", "pra", "pasca", "non", "anti", "pro", "eks", "antar",
];
/// What a hyphen may join behind.
const SUFFIXES: [&str; 8] = ["nya", "lah", "kah", "pun", "ku", "mu", "kan", "i"];

/// Whether a sentence, a quotation or a title begins behind `before`.
pub(super) fn opens(before: &str) -> bool {
    let trimmed = before
        .trim_end_matches([' ', '\t', '\u{A0}', '(', '[', '*', '_', '#', '-', '–', '—', '\'', '‘']);
    if trimmed.is_empty() || trimmed.len() < before.trim_end_matches([' ', '\u{A0}']).len() {
        return true;
    }
    trimmed.ends_with(['.', '!', '?', ':', ';', '\n', '\r', '"', '“', '”', '«', '…', '|', '>'])
}
