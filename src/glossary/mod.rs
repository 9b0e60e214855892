//! Names and terms with their English.
//!
//! Takes groups of spellings, analysed sentences and pairs; gives glossary entries, each with where its
//! English came from and how sure that is.

mod candidates;
mod compose;
mod english;
mod heads;
mod names;
mod seed;
mod terms;

pub use names::{name_entries, variant_groups};
pub use seed::with_seed;
pub use terms::{Links, TermText, term_entries};
