//! What the checker takes from `names`: where names stand, which of them the grouping holds to be
//! one, what a text abbreviates. The only file of this room that knows that one.

use crate::analyse::Analyser;
use crate::lexicon::Lexicon;
use crate::model::{Analysed, Lang};
use crate::names;

pub(super) use crate::names::{Acronym, Found, Grouped};

/// The names of one analysed sentence.
pub(super) fn mentions(
    text: &str,
    lang: Lang,
    sentence: &Analysed,
    analyser: &Analyser<'_>,
    lexicon: &Lexicon,
) -> Vec<Found> {
    names::mentions(text, lang, sentence, analyser.vocabulary.forms(), lexicon)
}

/// Short forms that a text introduces in brackets.
pub(super) fn acronyms(text: &str) -> Vec<Acronym> {
    names::acronyms(text)
}

/// Mentions of all articles of a file, grouped by name.
pub(super) fn group(
    found: &[(usize, Lang, Found)],
    acronyms: &[Acronym],
    lexicon: &Lexicon,
) -> Vec<Grouped> {
    names::group(found, acronyms, lexicon, names::Rules::CHECK)
}
