//! Sentences to words, phrases, names, numbers and days.
//!
//! Takes a sentence's text and language; gives an [`Analysed`] sentence whose words are forms of a
//! [`Vocabulary`]. Each worker fills a vocabulary of its own; [`Vocabulary::absorb`] joins them in
//! the order of the texts, so that results do not depend on the number of threads.

mod forms;
mod number;
pub(crate) mod token;

pub use number::value_of;

use crate::language::facts;
use crate::lexicon::Lexicon;
use crate::model::{Analysed, Class, Form, Lang, Numeral, Span, Token, TokenKind, Word, WordId};
use forms::{
    is_acronym, is_particle, is_shouting, name_text, normal_form, span_of, split_compounds,
};
use number::Stream;
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

/// Analyses sentences of both languages; keeps its buffers between them.
pub struct Analyser<'a> {
    lexicon: &'a Lexicon,
    /// The forms met so far.
    pub vocabulary: Vocabulary,
    tokens: Vec<Token>,
    lower: Vec<String>,
    joined: String,
}

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
            tokens: Vec::new(),
            lower: Vec::new(),
            joined: String::new(),
        }
    }

    /// The units of one sentence.
    pub fn sentence(&mut self, text: &str, lang: Lang) -> Analysed {
        let mut tokens = std::mem::take(&mut self.tokens);
        token::tokens(text, &mut tokens);
        split_compounds(text, &mut tokens);
        let mut lower = std::mem::take(&mut self.lower);
        lower.truncate(tokens.len());
        for (at, token) in tokens.iter().enumerate() {
            if at == lower.len() {
                lower.push(String::new());
            }
            lower[at].clear();
            normal_form(token.span.of(text), lang, &mut lower[at]);
        }
        let stream = Stream { text, tokens: &tokens, lower: &lower, lang, facts: facts(lang) };
        let out = self.units(stream);
        self.tokens = tokens;
        self.lower = lower;
        out
    }

    /// The numbers and days of a text, whatever phrases they stand in, each with its bytes.
    pub fn numerals(&mut self, text: &str, lang: Lang) -> Vec<(Span, Numeral)> {
        let mut tokens = std::mem::take(&mut self.tokens);
        token::tokens(text, &mut tokens);
        split_compounds(text, &mut tokens);
        let mut lower: Vec<String> = Vec::with_capacity(tokens.len());
        for token in &tokens {
            let mut form = String::new();
            normal_form(token.span.of(text), lang, &mut form);
            lower.push(form);
        }
        if lang == Lang::En {
            number::spell_out(&mut tokens, &mut lower);
        }
        let s = Stream { text, tokens: &tokens, lower: &lower, lang, facts: facts(lang) };
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
            let found = number::date(s, at).or_else(|| number::number(s, at));
            if let Some((used, value)) = found {
                self.push_numeral(s, at, used, value, &mut out);
                at += used;
                continue;
            }
            if token.kind == TokenKind::Mark {
                at += 1;
                continue;
            }
            let used = self.phrase(s, at);
            if used > 1 {
                let listed = self.lexicon.name(s.lang, &self.joined).is_some()
                    && token.span.of(s.text).starts_with(char::is_uppercase);
                let form = if listed {
                    Form { lang: s.lang, class: Class::Name, text: name_text(s, at, used).into() }
                } else {
                    let class = self.class_of(s, &self.joined);
                    let denied =
                        (at..at + used).any(|k| s.facts.negation.contains(s.lower[k].as_str()));
                    out.negations += u8::from(denied);
                    Form { lang: s.lang, class, text: self.joined.as_str().into() }
                };
                self.push(form, span_of(s, at, used), &mut out);
                at += used;
                continue;
            }
            let used = self.name_run(s, at, opens, shouting);
            if used > 0 {
                let text = name_text(s, at, used);
                let form = Form { lang: s.lang, class: Class::Name, text: text.into() };
                self.push(form, span_of(s, at, used), &mut out);
                at += used;
                continue;
            }
            let class = self.class_of(s, &s.lower[at]);
            out.negations += u8::from(class == Class::Negation);
            let form = Form { lang: s.lang, class, text: s.lower[at].as_str().into() };
            self.push(form, token.span, &mut out);
            at += 1;
        }
        self.count(&out);
        out
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
        self.push(Form { lang: s.lang, class, text: text.into() }, span_of(s, at, used), out);
    }

    /// Function words are those of the language's file, and what the lists call a conjunction, a
    /// pronoun and the like, phrases too: "akan tetapi".
    fn class_of(&self, s: Stream<'_>, lower: &str) -> Class {
        if s.facts.negation.contains(lower) || lower.ends_with("n't") {
            Class::Negation
        } else if s.facts.function.contains(lower)
            || (s.lang == Lang::Id && self.lexicon.is_function(lower))
            || (lower.contains(' ') && lower.split(' ').all(|w| s.facts.function.contains(w)))
        {
            Class::Function
        } else {
            Class::Word
        }
    }

    fn count(&mut self, sentence: &Analysed) {
        let mut ids: Vec<WordId> = sentence.words.iter().map(|w| w.id).collect();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            self.vocabulary.sentences[id as usize] += 1;
        }
    }

    /// How many tokens from `at` make a known phrase; its lemmas are left in `self.joined`.
    fn phrase(&mut self, s: Stream<'_>, at: usize) -> usize {
        let first = match s.lang {
            Lang::Id => s.lower[at].clone(),
            Lang::En => self.lexicon.lemma(&s.lower[at]),
        };
        let longest = self.lexicon.longest_phrase(s.lang, &first).max(if s.lang == Lang::En {
            self.lexicon.longest_phrase(s.lang, &s.lower[at])
        } else {
            0
        });
        let most = (1..longest)
            .find(|&k| s.tokens.get(at + k).is_none_or(|t| t.kind != TokenKind::Word))
            .unwrap_or(longest);
        for used in (2..=most).rev() {
            if self.is_phrase(s, at, used, &first) {
                return used;
            }
        }
        0
    }

    fn is_phrase(&mut self, s: Stream<'_>, at: usize, used: usize, first: &str) -> bool {
        let lexicon = self.lexicon;
        // As written, then with the first and last word reduced to what a dictionary lists.
        self.join(s, at, used, &s.lower[at], &s.lower[at + used - 1]);
        if lexicon.is_phrase(s.lang, &self.joined) {
            return true;
        }
        match s.lang {
            Lang::En => {
                let words: Vec<String> =
                    (at..at + used).map(|k| lexicon.lemma(&s.lower[k])).collect();
                self.joined = words.join(" ");
                lexicon.is_phrase(s.lang, &self.joined)
            }
            Lang::Id => crate::language::indonesian::without_clitics(&s.lower[at + used - 1])
                .into_iter()
                .any(|last| {
                    self.join(s, at, used, first, last);
                    lexicon.is_phrase(s.lang, &self.joined)
                }),
        }
    }

    fn join(&mut self, s: Stream<'_>, at: usize, used: usize, first: &str, last: &str) {
        self.joined.clear();
        for k in at..at + used {
            if k > at {
                self.joined.push(' ');
            }
            self.joined.push_str(match k {
                _ if k == at => first,
                _ if k == at + used - 1 => last,
                _ => &s.lower[k],
            });
        }
    }

    /// How many tokens from `at` are one name; 0 if `at` is none.
    fn name_run(&self, s: Stream<'_>, at: usize, opens: bool, shouting: bool) -> usize {
        if !self.is_name(s, at, opens, shouting) {
            return 0;
        }
        let mut end = at + 1;
        loop {
            // A linking particle belongs to a name only if a name follows.
            let linked = s.lower.get(end).is_some_and(|w| is_particle(w, s.lang))
                && end + 1 < s.tokens.len();
            let next = if linked { end + 1 } else { end };
            let is_next = s.tokens.get(next).is_some_and(|t| t.kind == TokenKind::Word)
                && s.tokens[next].spaced
                && self.is_name(s, next, false, shouting)
                && !is_acronym(s.tokens[next].span.of(s.text))
                && !is_acronym(s.tokens[end - 1].span.of(s.text))
                && self.lexicon.name(s.lang, &s.lower[next]).is_none()
                && self.phrase_free(s, next);
            let listed = self.lexicon.name(s.lang, &s.lower[at]).is_some();
            if !is_next || listed {
                return end - at;
            }
            end = next + 1;
        }
    }

    fn phrase_free(&self, s: Stream<'_>, at: usize) -> bool {
        let longest = self.lexicon.longest_phrase(s.lang, &s.lower[at]);
        (2..=longest).all(|used| {
            at + used > s.lower.len()
                || !self.lexicon.is_phrase(s.lang, &s.lower[at..at + used].join(" "))
        })
    }

    fn is_name(&self, s: Stream<'_>, at: usize, opens: bool, shouting: bool) -> bool {
        let token = s.tokens[at];
        if token.kind != TokenKind::Word || shouting {
            return false;
        }
        let written = token.span.of(s.text);
        if !written.starts_with(char::is_uppercase) {
            return false;
        }
        if is_acronym(written) {
            return true;
        }
        let lower = s.lower[at].as_str();
        if s.facts.function.contains(lower)
            || s.facts.months.contains_key(lower)
            || s.facts.weekdays.contains_key(lower)
        {
            return false;
        }
        // A capital inside a sentence that no word list knows is a name; at its start the
        // capital proves nothing, but an unknown word still is likelier a name.
        if self.lexicon.name(s.lang, lower).is_some() {
            return true;
        }
        !(self.lexicon.is_common(lower, s.lang) || opens && s.facts.starters.contains(lower))
    }
}
