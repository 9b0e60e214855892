//! Names: where they stand, which spellings mean one, what they name.
//!
//! Takes sentences with their analysis; gives mentions and, from them, groups of spellings.

mod acronym;
mod canonical;
pub mod compare;
mod credits;
mod group;
mod mention;
mod people;
mod resolve;
mod runs;
mod shorter;
mod special;
mod spot;
mod take;
mod words;

pub use acronym::{Acronym, acronyms};
pub use group::{Grouped, Rules, Spelling, group};
pub use mention::{Found, mentions};
pub use spot::{Introduced, article};
