//! One error type: what failed, and where.

use std::path::PathBuf;

/// What can go wrong, each with its place: the file, and the line or record where there is one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder could not be read or written.
    #[error("{path}: {action} failed", path = path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What was being done: `reading`, `writing`, `listing`.
        action: &'static str,
        /// The system's own words.
        #[source]
        source: std::io::Error,
    },
    /// An input file is not what it should be; the rest of the work can go on without it.
    #[error("{}{}: {found}; {expected}", path.display(), line.map(|n| format!(":{n}")).unwrap_or_default())]
    Input {
        /// The file.
        path: PathBuf,
        /// The line or record, counted from 1, where one is known.
        line: Option<u64>,
        /// What was found.
        found: String,
        /// What was expected, or what to do.
        expected: String,
    },
    /// A setting is out of its range or unknown.
    #[error("setting {name}: {message}")]
    Setting {
        /// The setting's name.
        name: String,
        /// What is wrong with it.
        message: String,
    },
}

impl Error {
    /// An error about the content of `path`, at `line` if known.
    pub fn input(
        path: impl Into<PathBuf>,
        line: Option<u64>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self::Input { path: path.into(), line, found: found.into(), expected: expected.into() }
    }

    /// A failed system call on `path`.
    pub fn io(path: impl Into<PathBuf>, action: &'static str, source: std::io::Error) -> Self {
        Self::Io { path: path.into(), action, source }
    }
}

/// The library's result.
pub type Result<T, E = Error> = std::result::Result<T, E>;
