//! What is kept from one document to the next: many documents have most of their words in common.

use crate::analyse::Analyser;
use crate::lexicon::{Lexicon, Meanings};
use std::sync::{Mutex, PoisonError};

/// What was found of words, for one corpus after the other or for several at a time. It holds as
/// many words as its parts allow, and changes no result.
#[derive(Debug)]
pub struct Memory<'a> {
    lexicon: &'a Lexicon,
    analysers: Idle<Analyser<'a>>,
    pub(crate) meanings: Meanings<'a>,
}

impl<'a> Memory<'a> {
    /// With nothing in it.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, analysers: Idle::default(), meanings: Meanings::new(lexicon) }
    }

    pub(crate) fn analyser(&self) -> Analyser<'a> {
        self.analysers.take().unwrap_or_else(|| Analyser::new(self.lexicon))
    }

    /// To be given an analyser whose vocabulary was taken.
    pub(crate) fn put_back_analyser(&self, analyser: Analyser<'a>) {
        self.analysers.put(analyser);
    }
}

/// Tools that nobody uses: each worker takes one, so that nobody waits for another's work.
#[derive(Debug)]
struct Idle<T>(Mutex<Vec<T>>);

impl<T> Default for Idle<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Idle<T> {
    fn take(&self) -> Option<T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop()
    }

    fn put(&self, tool: T) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(tool);
    }
}
