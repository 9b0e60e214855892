//! The English texts of a run, to look phrases up in.

use super::TermText;
use crate::language::english::american;
use crate::lexicon::Lexicon;
use crate::model::{Lang, Span};
use rustc_hash::{FxHashMap, FxHashSet};

/// Where a phrase stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hit {
    /// Index of the text.
    pub(super) text: usize,
    /// First word.
    first: usize,
}

/// Every word of the English texts by its lemma.
pub(super) struct English<'a> {
    texts: &'a [TermText<'a>],
    lexicon: &'a Lexicon,
    /// By text: the lemmas' numbers and where they stand; empty for Indonesian texts.
    words: Vec<Vec<(u32, Span)>>,
    numbers: FxHashMap<String, u32>,
    places: Vec<Vec<Hit>>,
}

impl<'a> English<'a> {
    /// An index over the English among `texts`.
    pub(super) fn new(texts: &'a [TermText<'a>], lexicon: &'a Lexicon) -> Self {
        let mut out = Self {
            texts,
            lexicon,
            words: vec![Vec::new(); texts.len()],
            numbers: FxHashMap::default(),
            places: Vec::new(),
        };
        let mut lemmas: FxHashMap<&str, String> = FxHashMap::default();
        for (at, t) in texts.iter().enumerate().filter(|(_, t)| t.lang == Lang::En) {
            for span in words(t.text) {
                let word = span.of(t.text);
                let lemma = lemmas.entry(word).or_insert_with(|| out.lemma(word)).clone();
                let next = u32::try_from(out.places.len()).unwrap_or(u32::MAX);
                let number = *out.numbers.entry(lemma).or_insert(next);
                if number == next {
                    out.places.push(Vec::new());
                }
                let first = out.words[at].len();
                out.places[number as usize].push(Hit { text: at, first });
                out.words[at].push((number, span));
            }
        }
        out
    }

    fn lemma(&self, word: &str) -> String {
        let lower = word.to_lowercase();
        let bare = lower.strip_suffix("'s").or(lower.strip_suffix("’s")).unwrap_or(&lower);
        self.lexicon.lemma(bare)
    }

    /// Where a phrase stands, in any inflection and either spelling.
    pub(super) fn find(&self, phrase: &str) -> Vec<Hit> {
        let mut key = Vec::new();
        for span in words(phrase) {
            match self.numbers.get(&self.lemma(span.of(phrase))) {
                Some(&n) => key.push(n),
                None => return Vec::new(),
            }
        }
        // The rarest word leads.
        let rarest = (0..key.len()).min_by_key(|&k| self.places[key[k] as usize].len());
        let Some(rarest) = rarest else { return Vec::new() };
        self.places[key[rarest] as usize]
            .iter()
            .filter_map(|hit| {
                let first = hit.first.checked_sub(rarest)?;
                let there = self.words[hit.text].get(first..first + key.len())?;
                there
                    .iter()
                    .zip(&key)
                    .all(|((n, _), k)| n == k)
                    .then_some(Hit { text: hit.text, first })
            })
            .collect()
    }

    /// How often the texts say a phrase in these very words; what it has in capitals (US, WHO) is no
    /// pronoun.
    pub(super) fn said(&self, phrase: &str) -> usize {
        let all: Vec<&str> = words(phrase).into_iter().map(|span| span.of(phrase)).collect();
        let is_said = |hit: &Hit, n: usize, word: &str| {
            let there = self.words[hit.text].get(hit.first + n);
            let there = there.map_or("", |(_, span)| span.of(self.texts[hit.text].text));
            let there = there.strip_suffix("'s").or(there.strip_suffix("’s")).unwrap_or(there);
            let word = word.strip_suffix("'s").unwrap_or(word);
            let shouted = word.chars().all(char::is_uppercase);
            there == word || !shouted && there.to_lowercase() == word.to_lowercase()
        };
        let hits = self.find(phrase).into_iter();
        hits.filter(|hit| all.iter().enumerate().all(|(n, word)| is_said(hit, n, word))).count()
    }

    /// The phrase in the spelling (defence or defense) that the text has at `hit`; what stands behind
    /// "of" in the number that the text has: release of mosquitoes.
    pub(super) fn respelled(&self, phrase: &str, hit: Hit) -> String {
        let mut out = String::new();
        let mut end = 0;
        let spans = words(phrase);
        let counted = spans.len().checked_sub(1).filter(|_| phrase.contains(" of "));
        for (n, span) in spans.into_iter().enumerate() {
            out.push_str(&phrase[end..span.start]);
            end = span.end;
            let own = span.of(phrase);
            let there = self.words[hit.text].get(hit.first + n).map(|(_, s)| s);
            let there = there.map_or("", |s| s.of(self.texts[hit.text].text)).to_lowercase();
            let same = american(&there) == american(&own.to_lowercase());
            let plural = counted == Some(n) && there.ends_with('s') && !there.ends_with("'s");
            if (same || plural) && own.chars().all(char::is_lowercase) {
                out.push_str(&there);
            } else {
                out.push_str(own);
            }
        }
        out.push_str(&phrase[end..]);
        out
    }

    /// The words of a stretch of a text as a dictionary has them: in small letters, the last one
    /// singular if the texts have it so.
    pub(super) fn stretch(&self, text: usize, span: Span) -> String {
        let t = self.texts[text].text;
        let lower = span.of(t).to_lowercase();
        let Some(last) = words(&lower).last().copied() else { return lower };
        let lemma = self.lemma(last.of(&lower));
        let forms: FxHashSet<String> = self
            .numbers
            .get(&lemma)
            .map(|&n| self.places[n as usize].as_slice())
            .unwrap_or_default()
            .iter()
            .map(|h| self.words[h.text][h.first].1.of(self.texts[h.text].text).to_lowercase())
            .collect();
        if forms.contains(&lemma) && last.of(&lower).starts_with(&lemma) {
            return format!("{}{lemma}", &lower[..last.start]);
        }
        lower
    }
}

/// Words of a text: letters and digits, with apostrophes inside.
pub(super) fn words(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() || (matches!(c, '\'' | '’') && start.is_some());
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                out.push(Span { start: from, end: at });
                start = None;
            }
            _ => {}
        }
    }
    if let Some(from) = start {
        out.push(Span { start: from, end: text.len() });
    }
    for span in &mut out {
        let bare = text[span.start..span.end].trim_end_matches(['\'', '’']).len();
        span.end = span.start + bare;
    }
    out
}
