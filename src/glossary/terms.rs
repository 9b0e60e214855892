//! Terms: words of a subject, listed phrases, and noun phrases, each with its English.

use super::candidates::{Candidate, Heads, Place, candidates};
use super::compose::{self, Choice};
use super::english::{English, Hit};
use crate::language::indonesian;
use crate::lexicon::Lexicon;
use crate::model::{Analysed, Class, Entry, EntryKind, Form, Lang, Origin, Span, Status, WordId};
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// One Indonesian or English sentence to look for terms in.
#[derive(Debug, Clone, Copy)]
pub struct TermText<'a> {
    /// Its article.
    pub article: usize,
    /// Its language.
    pub lang: Lang,
    /// As written.
    pub text: &'a str,
    /// Its analysis.
    pub analysed: &'a Analysed,
}

/// Which texts state the same, and which of their words mean the same.
pub struct Links<'a> {
    /// For each Indonesian text the English texts of its pairs; empty for others.
    pub partners: Vec<Vec<usize>>,
    /// How well an English form accounts for an Indonesian one, from 0 to 1.
    pub likeness: &'a (dyn Fn(WordId, WordId) -> f32 + Sync),
}

impl std::fmt::Debug for Links<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Links").field("partners", &self.partners).finish_non_exhaustive()
    }
}

/// An equivalent that stands in one paired sentence outweighs one that the lists put four ranks
/// (4 x 0.15) before it: what a translator wrote here says more than what is written elsewhere.
const PAIRED: f64 = 0.9;
/// One that the English articles have at all, and that often, is worth two ranks at most: they
/// tell of the same matter, but perhaps not this part of it.
const SEEN: f64 = 0.08;
const MOST_SEEN: f64 = 0.3;
/// A learned equivalent has up to two ranks.
const LEARNED: f64 = 0.3;
/// Words that the lists themselves put together belong together: military aid.
const TOGETHER: f64 = 0.2;
/// A pair brings one sentence of about twenty words, an article's neighbourhood about as many more:
/// a word that one sentence in twenty has is met by chance.
const SENTENCES_OF_A_PAIR: f64 = 20.0;
/// Words of a paired sentence this alike are links.
const LINKED: f32 = 0.5;
/// A word of general text must be met at least this much as often as there: in a long run a common
/// word that is met now and then is no term of it.
const WEIRDNESS: f64 = 0.2;
/// What ke-...-an and peN-...-an make counts as two affixes.
const MOST_AFFIXES: u8 = 2;
/// Phrases of more parts that are met once are seldom one term.
const MOST_PARTS_ONCE: usize = 2;

/// Terms of the Indonesian sentences with their English.
pub fn term_entries(
    texts: &[TermText<'_>],
    forms: &[Form],
    lexicon: &Lexicon,
    links: &Links<'_>,
) -> Vec<Entry> {
    let heads = Heads::new(forms, texts, lexicon);
    let found: Vec<(String, Candidate)> = candidates(texts, &heads).into_iter().collect();
    let english = English::new(texts, lexicon);
    let sentences = texts.iter().filter(|t| t.lang == Lang::Id).count();
    let named = forms
        .iter()
        .filter(|f| f.class == Class::Name && f.lang == Lang::Id)
        .flat_map(|f| f.text.split(' ').map(str::to_lowercase))
        .collect();
    let work = Work { texts, forms, lexicon, links, english, sentences, named };
    let entries: Vec<Entry> =
        found.par_iter().filter_map(|(term, candidate)| work.entry(term, candidate)).collect();
    independent(entries, &found)
}

/// Drops phrases put together from words that stand only inside longer ones that are entries
/// (what C-value takes off).
fn independent(entries: Vec<Entry>, found: &[(String, Candidate)]) -> Vec<Entry> {
    let of: FxHashMap<&str, &Candidate> = found.iter().map(|(t, c)| (t.as_str(), c)).collect();
    let mut covered: FxHashMap<(usize, usize), Vec<usize>> = FxHashMap::default();
    for entry in &entries {
        let places = of.get(entry.indonesian.as_str()).map_or(&[][..], |c| &c.places[..]);
        for place in places.iter().filter(|p| p.count > 1) {
            for unit in place.first..place.first + place.count {
                covered.entry((place.text, unit)).or_default().push(place.count);
            }
        }
    }
    let inside = |c: &Candidate| {
        c.places.iter().all(|p| {
            covered.get(&(p.text, p.first)).is_some_and(|l| l.iter().any(|n| *n > p.count))
        })
    };
    entries
        .into_iter()
        .filter(|e| {
            let candidate = of.get(e.indonesian.as_str());
            let put_together = e.origin == Origin::Composed && e.count_english == 0;
            candidate.is_none_or(|c| c.parts.len() == 1 || !put_together || !inside(c))
        })
        .collect()
}

struct Work<'a> {
    texts: &'a [TermText<'a>],
    forms: &'a [Form],
    lexicon: &'a Lexicon,
    links: &'a Links<'a>,
    english: English<'a>,
    sentences: usize,
    /// Words, in small letters, that stand in names.
    named: FxHashSet<String>,
}

/// An equivalent with what speaks for it.
struct Weighed {
    choice: Choice,
    hits: Vec<Hit>,
    /// Paired sentences that have it.
    paired: usize,
    /// Whether the lists put its words together.
    known: bool,
    value: f64,
}

impl Work<'_> {
    fn entry(&self, term: &str, candidate: &Candidate) -> Option<Entry> {
        let single = candidate.parts.len() == 1;
        let is_listed = !self.lexicon.senses(term).is_empty();
        if single && !self.is_frequent(term, candidate) {
            return None;
        }
        // Met only with a capital, and as a name's part elsewhere: a name at a sentence's beginning.
        if single && candidate.small == 0 && self.named.contains(term) {
            return None;
        }
        if !single && !candidate.domain {
            return None;
        }
        let partners: FxHashSet<usize> = candidate
            .places
            .iter()
            .flat_map(|p| self.links.partners.get(p.text).into_iter().flatten().copied())
            .collect();
        let choices = if is_listed {
            compose::listed(term, self.lexicon)
        } else {
            compose::composed(&candidate.parts, candidate.verbal, self.lexicon)
        };
        let mut weighed: Vec<Weighed> =
            choices.into_iter().map(|c| self.weigh(term, candidate, c, &partners)).collect();
        weighed.sort_by(|a, b| b.value.total_cmp(&a.value));
        let best = weighed.first();
        if !is_listed
            && best.is_none_or(|b| b.paired == 0)
            && candidate.parts.len() > 1
            && !candidate.verbal
            && let Some((text, count)) = self.linked(candidate)
        {
            return Some(self.linked_entry(term, candidate, &text, count));
        }
        let best = best?;
        if !is_listed && !Self::is_composed_well(best, candidate) {
            return None;
        }
        let (origin, confidence) = if best.paired > 0 {
            (Origin::Aligned, if is_listed { ALIGNED_LISTED } else { ALIGNED_COMPOSED })
        } else if is_listed {
            (Origin::Lexicon, LISTED)
        } else if best.known || !best.hits.is_empty() {
            (Origin::Composed, COMPOSED_SEEN)
        } else {
            (Origin::Composed, COMPOSED)
        };
        let shown = best.hits.iter().find(|h| partners.contains(&h.text)).or(best.hits.first());
        let spelled = |w: &Weighed| {
            let hit = w.hits.iter().find(|h| partners.contains(&h.text)).or(w.hits.first());
            hit.map_or_else(
                || w.choice.english.clone(),
                |h| self.english.respelled(&w.choice.english, *h),
            )
        };
        let others = weighed.iter().skip(1).filter(|w| w.paired > 0).take(MOST_VARIANTS);
        let mut entry = self.blank(term, candidate);
        entry.english = spelled(best);
        entry.variants_english = others.map(spelled).filter(|e| *e != entry.english).collect();
        entry.origin = origin;
        entry.confidence = confidence;
        entry.count_english = best.hits.len();
        if let Some(hit) = shown {
            self.texts[hit.text].text.clone_into(&mut entry.example_english);
            entry.example_indonesian = self.example(candidate, hit.text);
        }
        Some(entry)
    }

    /// Whether the run has a word often enough for what general text has.
    fn is_frequent(&self, term: &str, candidate: &Candidate) -> bool {
        let share = f64::from(self.lexicon.share(Lang::Id, Class::Word, term));
        candidate.places.len() as f64 >= WEIRDNESS * share * self.sentences as f64
    }

    fn weigh(
        &self,
        term: &str,
        candidate: &Candidate,
        choice: Choice,
        partners: &FxHashSet<usize>,
    ) -> Weighed {
        let is_listed = !self.lexicon.senses(term).is_empty();
        let hits = self.english.find(&choice.english);
        let mut at: Vec<usize> =
            hits.iter().map(|h| h.text).filter(|t| partners.contains(t)).collect();
        if is_listed && !at.is_empty() {
            at.retain(|&t| self.is_its_own(term, candidate, &choice.english, t));
        }
        at.dedup();
        let paired = at.len();
        let key = self.lexicon.english_key(&choice.english);
        let known = !is_listed && !self.lexicon.headwords(&key).is_empty();
        let learned = self.lexicon.learned(term).iter().find(|(k, _)| **k == *key);
        let value = choice.prior
            + PAIRED * (1.0 + paired as f64).ln() * self.telling(&choice.english)
            + (SEEN * (1.0 + hits.len() as f64).ln()).min(MOST_SEEN)
            + learned.map_or(0.0, |(_, w)| LEARNED * f64::from(*w))
            + if known { TOGETHER } else { 0.0 };
        Weighed { choice, hits, paired, known, value }
    }

    /// Whether that an English sentence has an equivalent speaks for this word: not if the word it is
    /// made from (saksi of kesaksian) or another word of the sentence has it earlier in its list, as
    /// "witness".
    fn is_its_own(&self, term: &str, candidate: &Candidate, english: &str, text: usize) -> bool {
        let weight_of = |word: &str, noun: bool| {
            let senses = self.lexicon.senses(word).iter();
            let same = senses.filter(|s| s.english == english && (!noun || s.pos == "n"));
            same.map(|s| s.weight).fold(0.0_f32, f32::max)
        };
        let own = weight_of(term, false);
        if own >= 1.0 {
            return true;
        }
        let bases = indonesian::readings(term);
        if bases.iter().any(|r| r.steps <= MOST_AFFIXES && weight_of(&r.base, true) > own) {
            return false;
        }
        let stated =
            |place: &&Place| self.links.partners.get(place.text).is_some_and(|p| p.contains(&text));
        candidate.places.iter().filter(stated).any(|place| {
            let words = self.texts[place.text].analysed.words.iter().enumerate();
            let others = words.filter(|(n, _)| *n < place.first || *n >= place.first + place.count);
            let mut forms = others.map(|(_, w)| &self.forms[w.id as usize]);
            !forms.any(|f| f.class == Class::Word && weight_of(&f.text, false) > own)
        })
    }

    /// How much it tells that a sentence has an equivalent: little if most sentences have it.
    fn telling(&self, english: &str) -> f64 {
        let share = |w: &str| self.lexicon.share(Lang::En, Class::Word, w);
        let lower = english.to_lowercase();
        let rarest = lower.split([' ', '-']).map(share).fold(1.0_f32, f32::min);
        (1.0 - f64::from(rarest) * SENTENCES_OF_A_PAIR).max(0.0)
    }

    /// English put together by rule is shown if a text or the lists have it, or if every part is
    /// regular.
    fn is_composed_well(best: &Weighed, candidate: &Candidate) -> bool {
        let verb = candidate.verbal && !best.choice.regular;
        if best.paired > 0 || !verb && (best.known || !best.hits.is_empty()) {
            return true;
        }
        // Where it only stands in the middle of longer phrases, its words may not belong together.
        let apart = candidate.later < candidate.places.len();
        let short = candidate.parts.len() <= MOST_PARTS_ONCE || candidate.places.len() > 1;
        best.choice.regular && short && apart
    }

    /// What paired sentences have where the parts' translations stand together, and how often.
    fn linked(&self, candidate: &Candidate) -> Option<(Stretch, usize)> {
        let mut found: Vec<(Stretch, usize)> = Vec::new();
        for place in &candidate.places {
            for &other in self.links.partners.get(place.text).into_iter().flatten() {
                let own = &self.texts[place.text].analysed.words[place.first..][..place.count];
                let Some(stretch) = self.stretch(own.iter().map(|w| w.id), other) else { continue };
                match found.iter_mut().find(|(s, _)| s.english == stretch.english) {
                    Some((_, n)) => *n += 1,
                    None => found.push((stretch, 1)),
                }
            }
        }
        found.into_iter().max_by_key(|(_, n)| *n)
    }

    /// The stretch of an English sentence whose words are linked with all of `own`, and only they.
    fn stretch(&self, own: impl Iterator<Item = WordId>, text: usize) -> Option<Stretch> {
        let there = &self.texts[text].analysed.words;
        let mut at: Vec<usize> = Vec::new();
        for id in own {
            let best = there
                .iter()
                .enumerate()
                .filter(|(_, w)| self.forms[w.id as usize].class == Class::Word)
                .map(|(n, w)| (n, (self.links.likeness)(id, w.id)))
                .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
            if best.1 < LINKED {
                return None;
            }
            at.push(best.0);
        }
        // English describes in front: the order is the reverse, without gaps.
        if !at.windows(2).all(|w| w[0] == w[1] + 1) {
            return None;
        }
        let (last, first) = (*at.first()?, *at.last()?);
        let span = Span::new(there[first].span.start, there[last].span.end);
        let plain = span.of(self.texts[text].text);
        let clean = plain.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’'));
        clean.then(|| Stretch { english: self.english.stretch(text, span), text })
    }

    fn linked_entry(
        &self,
        term: &str,
        candidate: &Candidate,
        stretch: &Stretch,
        count: usize,
    ) -> Entry {
        let mut entry = self.blank(term, candidate);
        entry.english.clone_from(&stretch.english);
        entry.origin = Origin::Aligned;
        entry.confidence = if count > 1 { LINKED_OFTEN } else { LINKED_ONCE };
        entry.count_english = self.english.find(&stretch.english).len();
        self.texts[stretch.text].text.clone_into(&mut entry.example_english);
        entry.example_indonesian = self.example(candidate, stretch.text);
        entry
    }

    /// A sentence with the term, if possible one that says what the English one says.
    fn example(&self, candidate: &Candidate, english: usize) -> String {
        let paired =
            |text: usize| self.links.partners.get(text).is_some_and(|p| p.contains(&english));
        let places = &candidate.places;
        let place = places.iter().find(|p| paired(p.text)).or(places.first());
        place.map(|p| self.texts[p.text].text.to_owned()).unwrap_or_default()
    }

    fn blank(&self, term: &str, candidate: &Candidate) -> Entry {
        let mut articles: Vec<usize> =
            candidate.places.iter().map(|p| self.texts[p.text].article).collect();
        articles.dedup();
        let first = candidate.places.first().map_or("", |p| self.texts[p.text].text);
        Entry {
            indonesian: term.to_owned(),
            english: String::new(),
            kind: EntryKind::Term,
            status: Status::Proposed,
            confidence: 0.0,
            origin: Origin::Composed,
            variants_indonesian: candidate.spellings.clone(),
            variants_english: Vec::new(),
            count_indonesian: candidate.places.len(),
            count_english: 0,
            articles: articles.len(),
            case_sensitive: false,
            note: String::new(),
            example_indonesian: first.to_owned(),
            example_english: String::new(),
            kept: None,
        }
    }
}

/// English found by links.
struct Stretch {
    english: String,
    text: usize,
}

/// More English variants than these help nobody.
const MOST_VARIANTS: usize = 3;

// How often each way to English was right on gold: see `docs/glossary.md`.
const ALIGNED_LISTED: f64 = 0.97;
const ALIGNED_COMPOSED: f64 = 0.95;
const LINKED_OFTEN: f64 = 0.8;
const LINKED_ONCE: f64 = 0.6;
const LISTED: f64 = 0.92;
const COMPOSED_SEEN: f64 = 0.85;
const COMPOSED: f64 = 0.8;
