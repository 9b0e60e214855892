//! Names and terms with their English.
//!
//! Takes groups of spellings, analysed sentences and pairs; gives glossary entries, each with where its
//! English came from and how sure that is.

mod name_english;
mod names;
mod seed;
mod terms;

pub use names::{name_entries, variant_groups};
pub use seed::with_seed;
pub use terms::{TermText, term_entries};
