//! How the data files of a language are laid out. The build script reads them too.

/// The rows of a data file: fields between tabs, without comments and empty lines.
pub(crate) fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines()
        .filter(|l| !l.trim().is_empty() && !l.starts_with('#'))
        .map(|l| l.split('\t').collect())
}
