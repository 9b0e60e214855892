//! How good results are, against gold made by hand.
//!
//! Takes a gold folder (`sentences.tsv`, `gold.tsv`, `scope.tsv`) and a `pairs.csv`; gives
//! [`PairQuality`]. A row is matched to gold sentences by its text, so that another way of cutting
//! sentences is no disadvantage.

mod gold;
mod pairs;

pub use gold::{Gold, Grade};
pub use pairs::{PairQuality, PairRow, Prf, read_pairs, score_pairs};
