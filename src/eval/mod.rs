//! How good results are, against gold made by hand.
//!
//! Takes a gold folder (`sentences.tsv`, `gold.tsv`, `scope.tsv`) and a `pairs.csv` or `facts.csv`;
//! gives [`PairQuality`] and how far scores are probabilities ([`reliability`], [`brier`]). A row is
//! matched to gold sentences by its text, so that another way of cutting sentences is no
//! disadvantage. For a text and its translation: gold beads by line numbers, and [`BeadQuality`].

mod beads;
mod calibration;
mod facts;
mod gold;
mod pairs;

pub use beads::{BeadQuality, Beads, read_beads, read_gold_beads, score_beads};
pub use calibration::{Bin, brier, reliability};
pub use facts::{is_facts, read_facts};
pub use gold::{Gold, Grade};
pub use pairs::{PairQuality, PairRow, Prf, judge, read_pairs, score_pairs};
