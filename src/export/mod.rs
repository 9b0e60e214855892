//! Results to files: written whole or not at all.

mod atomic;
mod diff;
mod findings;
mod glossary;
mod sarif;
mod tables;

pub use atomic::{replace_whole, write_whole};
pub use diff::diff;
pub use findings::{findings_github, findings_json, findings_text};
pub use glossary::glossary;
pub use sarif::findings_sarif;
pub use tables::{EvidenceText, appended, facts, pairs, parallel, score_text, sentences, variants};
