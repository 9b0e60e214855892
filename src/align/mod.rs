//! Scores to pairs, and pairs to facts.

mod candidates;
mod facts;

pub use candidates::Index;
pub use facts::facts;
