//! Results to files: written whole or not at all.

mod atomic;
mod tables;

pub use atomic::write_whole;
pub use tables::{EvidenceText, facts, glossary, pairs, parallel, score_text, sentences, variants};
