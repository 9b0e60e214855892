//! Every test that needs files: one binary, a module a topic.

mod architecture;
mod command;
mod corpus;
mod lists;
mod quality;
mod segment;
mod support;
