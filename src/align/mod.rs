//! Scores to pairs, and pairs to facts.

mod candidates;
mod facts;
mod join;
mod retrieve;
mod select;
pub mod witness;

pub use candidates::Index;
pub use facts::facts;
pub use join::{WEAKEST_PART, join};
pub use retrieve::{Link, Retrieval, retrieve};
pub use select::select;
