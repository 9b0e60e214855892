//! Non-standard Indonesian spellings, from `glossary/spelling.csv`.

/// A non-standard spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelling {
    /// As it should not be written.
    pub nonstandard: String,
    /// As it should.
    pub standard: String,
    /// Whether it is wrong only in one of its meanings.
    pub context: bool,
    /// Whether it is what people say: within a quotation it stays.
    pub spoken: bool,
}

/// Every row of the list. It is part of the program and checked by `tests/lists.rs`, so a wrong
/// row is a bug and stops the program with its place.
///
/// # Panics
/// If a row is no record of three fields.
pub fn misspellings() -> Vec<Misspelling> {
    let mut reader =
        csv::Reader::from_reader(include_str!("../../glossary/spelling.csv").as_bytes());
    reader
        .records()
        .map(|row| {
            let row = row.unwrap_or_else(|e| panic!("glossary/spelling.csv: {e}"));
            Misspelling {
                nonstandard: row[0].to_owned(),
                standard: row[1].to_owned(),
                context: &row[2] == "context",
                spoken: &row[2] == "spoken",
            }
        })
        .collect()
}
