//! Reading articles: files, folders and standard input in, [`Article`]s out.
//!
//! Takes paths and [`Options`]; gives decoded texts with their metadata, language and the way
//! back to the bytes on disk. A file that cannot be used is named in [`Loaded::problems`], and
//! the rest is read all the same.

mod corpus;
mod decode;
mod detect;
mod finish;
mod folder;
mod front;
mod glossary;
#[cfg(feature = "html")]
mod html;
mod jsonl;
mod meta;
mod name_pairs;
#[cfg(feature = "html")]
mod page;
mod paired;
mod parallel;
mod settle;
mod source;
mod stream;
mod style;
mod table;
mod units;
mod xml;

pub use decode::decode;
pub use detect::detect;
pub use glossary::glossary;
pub use name_pairs::NamePairs;
pub use paired::{Paired, PairedSide, paired};
pub use parallel::{Parallel, parallel, parallel_blocks};
pub use style::style;
pub use table::{Row, Table, table};
pub use units::{file_text, units};

use crate::error::{Error, Result};
use crate::model::{Article, FileText, Lang};
use rayon::prelude::*;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// How to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Whether the first problem ends the reading.
    pub strict: bool,
    /// Whether each line is one sentence; front matter is not looked for then.
    pub lines: bool,
    /// The language of every article, whatever names and metadata say.
    pub lang: Option<Lang>,
}

/// What was read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The articles, in the order of the inputs, each with an id of its own.
    pub articles: Vec<Article>,
    /// What could not be read, or not wholly; the rest went on.
    pub problems: Vec<Error>,
}

/// Reads the articles of `inputs`: each a file, a folder, or `-` for standard input.
///
/// A folder that has a `corpus.toml` is read as that file lists it, any other with every
/// readable file below it. Without [`Options::strict`] nothing is fatal.
pub fn articles(inputs: &[PathBuf], options: &Options) -> Result<Loaded> {
    let mut problems = Vec::new();
    let sources = folder::sources(inputs, &mut problems);
    let read: Vec<_> = sources.par_iter().map(|s| finish::read(s, options)).collect();
    let mut drafts = Vec::new();
    for (mut some, trouble) in read {
        drafts.append(&mut some);
        problems.extend(trouble);
    }
    let articles = settle::settle(drafts, &mut problems);
    if options.strict && !problems.is_empty() {
        return Err(problems.swap_remove(0));
    }
    Ok(Loaded { articles, problems })
}

/// The articles of a file whose text is at hand: one that an editor holds open.
pub fn articles_of(file: &FileText, options: &Options) -> Result<Loaded> {
    let source = source::Source::new(file.path.clone())?;
    let (drafts, mut problems) =
        finish::read_text(&source, file.text.clone(), file.offsets.clone(), options);
    let articles = settle::settle(drafts, &mut problems);
    Ok(Loaded { articles, problems })
}

/// Reads a file of sentences, one a line: decoded, without byte order mark and line ends.
/// Empty lines stay, so that the index of a line is its number less one.
pub fn lines(path: &Path) -> Result<Vec<String>> {
    let (text, _) = decode(path, bytes(path)?)?;
    let end = if text.contains('\n') { '\n' } else { '\r' };
    let mut lines: Vec<String> =
        text.split(end).map(|l| l.strip_suffix('\r').unwrap_or(l).to_owned()).collect();
    if lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    Ok(lines)
}

/// The content of a file, or of standard input for `-`.
fn bytes(path: &Path) -> Result<Vec<u8>> {
    let read = if source::is_stdin(path) {
        let mut all = Vec::new();
        std::io::stdin().lock().read_to_end(&mut all).map(|_| all)
    } else {
        std::fs::read(path)
    };
    read.map_err(|e| match e.kind() {
        ErrorKind::NotFound => {
            Error::input(path, None, "there is no such file or folder", "check the name")
        }
        _ => Error::io(path, "reading", e),
    })
}

#[cfg(test)]
mod tests;
