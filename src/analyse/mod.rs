//! Sentences to words, phrases, names, numbers and days.
//!
//! Takes a sentence's text and language; gives an [`Analysed`] sentence whose words are forms of a
//! [`Vocabulary`]. Each worker fills a vocabulary of its own; [`Vocabulary::absorb`] joins them in
//! the order of the texts, so that results do not depend on the number of threads.

mod forms;
mod number;
mod parts;
mod reading;
pub(crate) mod token;

pub use number::value_of;

use crate::language::facts;
use crate::lexicon::Lexicon;
use crate::model::{Analysed, Class, Form, Lang, Numeral, Span, Token, TokenKind, Word, WordId};
use forms::{is_particle, is_shouting, name_text, span_of, split_compounds};
use number::Stream;
use reading::{Capital, Reading, Readings, class_of};
use rustc_hash::FxHashMap;

/// The forms of a run, and how many sentences have each.
#[derive(Debug, Default, Clone)]
pub struct Vocabulary {
    ids: FxHashMap<Form, WordId>,
    forms: Vec<Form>,
    sentences: Vec<u32>,
}

impl Vocabulary {
    /// The form's number; made if new.
    pub fn intern(&mut self, form: Form) -> WordId {
        if let Some(&id) = self.ids.get(&form) {
            return id;
        }
        let id = WordId::try_from(self.forms.len()).unwrap_or(WordId::MAX);
        self.forms.push(form.clone());
        self.sentences.push(0);
        self.ids.insert(form, id);
        id
    }

    /// The form with that number.
    pub fn form(&self, id: WordId) -> &Form {
        &self.forms[id as usize]
    }

    /// Every form, by number.
    pub fn forms(&self) -> &[Form] {
        &self.forms
    }

    /// In how many sentences each form stands.
    pub fn sentence_counts(&self) -> &[u32] {
        &self.sentences
    }

    /// Takes over the forms of `other`, and gives the words of the sentences analysed with it
    /// their numbers here.
    pub fn absorb(&mut self, other: Self, sentences: &mut [Analysed]) {
        let renamed: Vec<WordId> = other
            .forms
            .into_iter()
            .zip(other.sentences)
            .map(|(form, count)| {
                let id = self.intern(form);
                self.sentences[id as usize] += count;
                id
            })
            .collect();
        for word in sentences.iter_mut().flat_map(|s| &mut s.words) {
            word.id = renamed[word.id as usize];
        }
    }
}

/// Analyses sentences of both languages; keeps its buffers, and what it found of each word, between
/// them.
pub struct Analyser<'a> {
    lexicon: &'a Lexicon,
    /// The forms met since it was last taken out.
    pub vocabulary: Vocabulary,
    readings: Readings,
    /// The number in the vocabulary of each reading that was met as a word, by language.
    words: [Vec<WordId>; 2],
    tokens: Vec<Token>,
    /// The reading of each token.
    numbers: Vec<u32>,
    joined: String,
    met: Vec<WordId>,
}

/// More words of a language are not kept from one vocabulary to the next: they take about 40 MB.
const MOST: usize = 200_000;
/// A reading that was not yet met as a word.
const UNMET: WordId = WordId::MAX;

impl std::fmt::Debug for Analyser<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Analyser")
            .field("forms", &self.vocabulary.forms.len())
            .finish_non_exhaustive()
    }
}

impl<'a> Analyser<'a> {
    /// With an empty vocabulary.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self {
            lexicon,
            vocabulary: Vocabulary::default(),
            readings: Readings::default(),
            words: Default::default(),
            tokens: Vec::new(),
            numbers: Vec::new(),
            joined: String::new(),
            met: Vec::new(),
        }
    }

    /// The forms met so far; the next sentences fill a new vocabulary. What was found of each word
    /// stays.
    pub fn take_vocabulary(&mut self) -> Vocabulary {
        self.words = Default::default();
        self.readings.forget_beyond(MOST);
        std::mem::take(&mut self.vocabulary)
    }

    /// The units of one sentence.
    pub fn sentence(&mut self, text: &str, lang: Lang) -> Analysed {
        let mut tokens = std::mem::take(&mut self.tokens);
        token::tokens(text, &mut tokens);
        split_compounds(text, &mut tokens);
        self.numbers.clear();
        for token in &tokens {
            self.numbers.push(self.readings.number(token.span.of(text), lang, self.lexicon));
        }
        let readings = std::mem::take(&mut self.readings);
        let words: Vec<&Reading> = self.numbers.iter().map(|&n| readings.get(n, lang)).collect();
        let stream = Stream { text, tokens: &tokens, words: &words, lang, facts: facts(lang) };
        let out = self.units(stream);
        self.readings = readings;
        self.tokens = tokens;
        out
    }

    /// The numbers and days of a text, whatever phrases they stand in, each with its bytes.
    pub fn numerals(&mut self, text: &str, lang: Lang) -> Vec<(Span, Numeral)> {
        let mut tokens = std::mem::take(&mut self.tokens);
        token::tokens(text, &mut tokens);
        split_compounds(text, &mut tokens);
        self.numbers.clear();
        for token in &tokens {
            self.numbers.push(self.readings.number(token.span.of(text), lang, self.lexicon));
        }
        let one = self.readings.number("one", lang, self.lexicon);
        let mut words: Vec<&Reading> =
            self.numbers.iter().map(|&n| self.readings.get(n, lang)).collect();
        if lang == Lang::En {
            number::spell_out(&mut tokens, &mut words, self.readings.get(one, lang));
        }
        let s = Stream { text, tokens: &tokens, words: &words, lang, facts: facts(lang) };
        let (mut out, mut at) = (Vec::new(), 0);
        while at < tokens.len() {
            match number::date(s, at).or_else(|| number::number(s, at)) {
                Some((used, value)) => {
                    out.push((span_of(s, at, used), value));
                    at += used;
                }
                None => at += 1,
            }
        }
        self.tokens = tokens;
        out
    }

    fn units(&mut self, s: Stream<'_>) -> Analysed {
        let mut out = Analysed::default();
        let shouting = is_shouting(s);
        let mut first_word = true;
        let mut at = 0;
        while at < s.tokens.len() {
            let token = s.tokens[at];
            let opens = first_word;
            if token.kind != TokenKind::Mark {
                first_word = false;
            } else if matches!(token.span.of(s.text), "\"" | "“" | ":" | "‘") {
                first_word = true;
            }
            let may_be = token.kind == TokenKind::Number || s.words[at].numeral;
            let found = || number::date(s, at).or_else(|| number::number(s, at));
            let found = may_be.then(found).flatten();
            if let (Some((1, Numeral::Value(_))), Some((a, b))) = (found, number::result(s, at)) {
                out.numerals.push((out.words.len(), Numeral::Value(a)));
                let form = Form::new(s.lang, Class::Number, format!("{a}-{b}"));
                self.push(form, span_of(s, at, 3), &mut out);
                at += 3;
                continue;
            }
            if let Some((used, value)) = found {
                self.push_numeral(s, at, used, value, &mut out);
                at += used;
                continue;
            }
            if token.kind == TokenKind::Mark {
                at += 1;
                continue;
            }
            if token::is_currency(s.text, s.tokens, at) {
                // The amount tells what is meant; papers give it in one currency or another.
                let form = Form::new(s.lang, Class::Function, &*s.words[at].lower);
                self.push(form, token.span, &mut out);
                at += 1;
                continue;
            }
            let used = self.phrase(s, at);
            if used > 1 {
                let listed = self.lexicon.name(s.lang, &self.joined).is_some()
                    && token.span.of(s.text).starts_with(char::is_uppercase);
                let form = if listed {
                    Form::new(s.lang, Class::Name, name_text(s, at, used))
                } else {
                    let class = class_of(&self.joined, s.lang, s.facts, self.lexicon);
                    let parts = &s.words[at..at + used];
                    let denied = parts.iter().any(|w| s.facts.negation.contains(&*w.lower));
                    out.negations += u8::from(denied);
                    Form::new(s.lang, class, self.joined.as_str())
                };
                self.push(form, span_of(s, at, used), &mut out);
                at += used;
                continue;
            }
            let used = self.name_run(s, at, opens, shouting);
            if used > 0 {
                let form = Form::new(s.lang, Class::Name, name_text(s, at, used));
                self.push(form, span_of(s, at, used), &mut out);
                at += used;
                continue;
            }
            out.negations += u8::from(s.words[at].class == Class::Negation);
            let id = self.word(s, at);
            out.words.push(Word { id, span: token.span });
            at += 1;
        }
        self.count(&out);
        out
    }

    /// The token as a word of the vocabulary.
    fn word(&mut self, s: Stream<'_>, at: usize) -> WordId {
        let number = self.numbers[at] as usize;
        let known = &mut self.words[s.lang.index()];
        if known.len() <= number {
            known.resize(number + 1, UNMET);
        }
        if known[number] == UNMET {
            let Reading { class, lower, .. } = s.words[at];
            let form = Form::new(s.lang, *class, lower.clone());
            known[number] = self.vocabulary.intern(form);
        }
        known[number]
    }

    fn push(&mut self, form: Form, span: Span, out: &mut Analysed) {
        let id = self.vocabulary.intern(form);
        out.words.push(Word { id, span });
    }

    fn push_numeral(
        &mut self,
        s: Stream<'_>,
        at: usize,
        used: usize,
        value: Numeral,
        out: &mut Analysed,
    ) {
        let (class, text) = match value {
            Numeral::Value(v) => (Class::Number, format!("{v}")),
            Numeral::Percent(v) => (Class::Number, format!("{v}%")),
            Numeral::Date(y, m, d) => (Class::Date, format!("{y}-{m}-{d}")),
        };
        out.numerals.push((out.words.len(), value));
        self.push(Form::new(s.lang, class, text), span_of(s, at, used), out);
    }

    fn count(&mut self, sentence: &Analysed) {
        self.met.clear();
        self.met.extend(sentence.words.iter().map(|w| w.id));
        self.met.sort_unstable();
        self.met.dedup();
        for &id in &self.met {
            self.vocabulary.sentences[id as usize] += 1;
        }
    }

    /// How many tokens from `at` make a known phrase; its lemmas are left in `self.joined`.
    fn phrase(&mut self, s: Stream<'_>, at: usize) -> usize {
        let longest = s.words[at].longest_phrase();
        let most = (1..longest)
            .find(|&k| s.tokens.get(at + k).is_none_or(|t| t.kind != TokenKind::Word))
            .unwrap_or(longest);
        (2..=most).rev().find(|&used| self.is_phrase(s, at, used)).unwrap_or(0)
    }

    fn is_phrase(&mut self, s: Stream<'_>, at: usize, used: usize) -> bool {
        let words = &s.words[at..at + used];
        // As written, then with the first and last word reduced to what a dictionary lists.
        if self.is_joined_phrase(s.lang, words.iter().map(|w| &*w.lower)) {
            return true;
        }
        match s.lang {
            Lang::En => {
                words.iter().any(|w| w.inflected())
                    && self.is_joined_phrase(s.lang, words.iter().map(|w| w.lemma()))
            }
            Lang::Id => words[used - 1].bare.iter().any(|last| {
                let before = words[..used - 1].iter().map(|w| &*w.lower);
                self.is_joined_phrase(s.lang, before.chain(std::iter::once(&**last)))
            }),
        }
    }

    /// Whether the words are a known phrase; they are left in `self.joined`.
    fn is_joined_phrase<'w>(&mut self, lang: Lang, words: impl Iterator<Item = &'w str>) -> bool {
        join(words, &mut self.joined);
        self.lexicon.is_phrase(lang, &self.joined)
    }

    /// How many tokens from `at` are one name; 0 if `at` is none.
    fn name_run(&self, s: Stream<'_>, at: usize, opens: bool, shouting: bool) -> usize {
        if shouting || !is_name(s, at, opens) {
            return 0;
        }
        if s.words[at].listed {
            return 1;
        }
        let mut end = at + 1;
        loop {
            // A linking particle belongs to a name only if a name follows.
            let linked = s.words.get(end).is_some_and(|w| is_particle(&w.lower, s.lang))
                && end + 1 < s.tokens.len();
            let next = if linked { end + 1 } else { end };
            let is_next = next < s.tokens.len()
                && s.tokens[next].spaced
                && is_name(s, next, false)
                && !s.words[next].acronym
                && !s.words[end - 1].acronym
                && !s.words[next].listed
                && self.phrase_free(s, next);
            if !is_next {
                return end - at;
            }
            end = next + 1;
        }
    }

    fn phrase_free(&self, s: Stream<'_>, at: usize) -> bool {
        let longest = s.words[at].longest.min(s.words.len() - at);
        let mut joined = String::new();
        (2..=longest).all(|used| {
            join(s.words[at..at + used].iter().map(|w| &*w.lower), &mut joined);
            !self.lexicon.is_phrase(s.lang, &joined)
        })
    }
}

fn is_name(s: Stream<'_>, at: usize, opens: bool) -> bool {
    s.tokens[at].kind == TokenKind::Word
        && match s.words[at].capital {
            Capital::No => false,
            Capital::Inside => !opens,
            Capital::Yes => true,
        }
}

fn join<'w>(words: impl Iterator<Item = &'w str>, out: &mut String) {
    out.clear();
    for word in words {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
}
