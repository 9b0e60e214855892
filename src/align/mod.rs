//! Scores to pairs, and pairs to facts.

mod candidates;
mod facts;
mod select;

pub use candidates::Index;
pub use facts::facts;
pub use select::select;
