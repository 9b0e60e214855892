//! A word table from parallel text.
//!
//! Takes sentence pairs as lists of word keys; gives the pairs of keys that translate each other,
//! with a probability in each direction: IBM model 1 (Brown, Della Pietra, Della Pietra and Mercer
//! 1993) by expectation–maximisation in both directions at once, with a null word, and with
//! Bayesian smoothing that keeps rare words from collecting whatever is left over (Riley and Gildea
//! 2012). What is kept is what both directions agree on.

mod links;
mod logistic;
mod model;
mod text;

pub use logistic::{Example, logistic, through_zero};
pub use model::{Learner, Translation};
