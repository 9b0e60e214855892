//! Names and terms with their English.
//!
//! Takes groups of spellings, analysed sentences and pairs; gives glossary entries, each with where its
//! English came from and how sure that is.

mod body_english;
mod candidates;
mod compose;
mod cut;
mod english;
mod heads;
mod merge;
mod modifiers;
mod name_english;
mod names;
mod office_english;
mod seed;
mod style;
mod terms;
mod titles;

pub use compose::{compose_phrase, compose_regular};
pub use merge::{Change, Collision, changes, collisions, merge};
pub use names::{name_entries, variant_groups};
pub use seed::with_seed;
pub use style::{style_entries, style_groups};
pub use terms::{Links, TermText, term_entries};
pub use titles::{title_entries, with_titles};
