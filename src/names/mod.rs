//! Names: where they stand, which spellings mean one, what they name.
//!
//! Takes sentences with their analysis; gives mentions and, from them, groups of spellings.

mod acronym;
mod group;
mod mention;

pub use acronym::{Acronym, acronyms};
pub use group::{Grouped, group};
pub use mention::{Found, mentions};
