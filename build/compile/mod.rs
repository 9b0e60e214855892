//! From the lists in `glossary/` to the built-in tables. A test includes this file and checks that
//! the program holds what it makes.

#[path = "../../src/language/english.rs"]
#[expect(unreachable_pub, reason = "in the library these are public")]
mod english;
#[path = "../../src/lexicon/format.rs"]
#[expect(unreachable_pub, reason = "in the library some are public")]
mod format;
mod lists;
mod pack;
#[path = "../../src/language/rows.rs"]
mod rows;

use std::path::Path;

/// The two files that are built into the program.
pub(crate) struct Tables {
    /// Every spelling.
    pub(crate) text: String,
    /// The tables that refer to it.
    pub(crate) numbers: Vec<u8>,
}

/// Reads the lists of `folder`; what is wrong with them is told with file and line.
pub(crate) fn compile(folder: &Path) -> Result<Tables, String> {
    let lists = lists::Lists::read(folder)?;
    pack::pack(&lists)
}
