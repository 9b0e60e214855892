//! How long until the built-in lists are ready?

use padan::lexicon::Lexicon;

fn main() {
    divan::main();
}

/// Each time anew: `Lexicon::builtin()` keeps what it has made.
#[divan::bench]
fn lexicon() -> (Lexicon, Vec<usize>) {
    Lexicon::with_table("")
}
