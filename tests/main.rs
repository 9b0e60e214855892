//! Every test that needs files: one binary, a module a topic.
#![expect(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod architecture;
mod check;
mod command;
mod corpus;
mod glossary;
mod lists;
#[cfg(feature = "lsp")]
mod lsp;
mod mining;
mod morphology;
mod names;
mod parallel;
mod planting;
mod quality;
mod sarif;
mod segment;
mod support;
