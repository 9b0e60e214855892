//! Every test that needs files: one binary, a module a topic.

mod segment;
mod support;
