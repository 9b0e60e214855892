//! Aligns Indonesian and English sentences that state the same fact, and builds glossaries of
//! names and terms.
#![warn(missing_docs, clippy::print_stdout, clippy::print_stderr)]

pub mod align;
pub mod analyse;
pub mod bitext;
pub mod check;
mod collecting;
pub mod comparable;
mod error;
pub mod eval;
pub mod export;
pub mod glossary;
pub mod language;
pub mod learn;
pub mod lexicon;
mod memory;
pub mod mining;
pub mod model;
pub mod names;
pub mod parallel;
pub mod pipeline;
pub mod read;
pub mod score;
pub mod segment;
pub mod settings;
pub mod training;

pub use error::{Error, Result};
