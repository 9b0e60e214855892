//! Names: where they stand, which spellings mean one, what they name.
//!
//! Takes sentences with their analysis; gives mentions and, from them, groups of spellings.

mod acronym;
mod canonical;
pub mod compare;
mod credits;
mod events;
mod fewer;
mod firms;
mod group;
mod heading;
mod introduced;
mod mention;
mod offices;
mod people;
mod places;
mod resolve;
mod runs;
mod sets;
mod shorter;
mod slavic;
mod special;
mod spot;
mod take;
mod words;

pub use acronym::{Acronym, acronyms};
pub use group::{Grouped, Rules, Spelling, group};
pub use introduced::Introduced;
pub use mention::{Found, mentions};
pub use spot::article;
