//! Many texts with their translations, one after the other in one process.

use super::{lang, lexicon};
use crate::args::Align;
use crate::say;
use anyhow::Context;
use padan::model::Article;
use padan::pipeline::Memory;
use padan::settings::Settings;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// So many documents are held at a time: enough for every core, and little memory.
const AT_A_TIME: usize = 64;

/// One row of a list: a text, its translation, and the file for their beads.
struct Row {
    /// The list and the line, for errors.
    place: String,
    texts: [PathBuf; 2],
    output: PathBuf,
}

/// Aligns what the lists name; a row that cannot be done is told, and the rest goes on.
pub(crate) fn run(args: &Align) -> anyhow::Result<()> {
    let strict = args.articles.strict;
    let (mut beads, mut done, mut failed) = (0, 0, 0);
    let mut note = |error: anyhow::Error| {
        if strict {
            return Err(error);
        }
        failed += 1;
        say::line(&format!("note: {error:#}"));
        Ok(())
    };
    let mut rows = Vec::new();
    for list in &args.articles.paths {
        let text = std::fs::read_to_string(list).with_context(|| list.display().to_string())?;
        for (n, line) in text.lines().enumerate() {
            match row(list, n + 1, line) {
                Ok(row) => rows.extend(row),
                Err(error) => note(error)?,
            }
        }
    }
    let memory = Memory::new(lexicon());
    let settings = Settings::sentences();
    let bar = say::steps("aligning");
    bar.set_length(rows.len() as u64);
    for some in rows.chunks(AT_A_TIME) {
        let read: Vec<anyhow::Result<[Article; 2]>> =
            some.par_iter().map(|row| texts(args, row)).collect();
        let mut outputs = Vec::new();
        let mut documents = Vec::new();
        for (row, read) in some.iter().zip(read) {
            match read {
                Ok(articles) => {
                    outputs.push(row);
                    documents.push(articles);
                }
                Err(error) => note(error)?,
            }
        }
        let aligned = padan::parallel::documents(documents, &memory, &settings);
        for (row, (corpus, pairs)) in outputs.into_iter().zip(aligned) {
            let written = padan::export::write_whole(&row.output, |w| {
                padan::export::pairs(w, &corpus, &pairs)
            });
            match written.with_context(|| row.place.clone()) {
                Ok(()) => (beads, done) = (beads + pairs.len(), done + 1),
                Err(error) => note(error)?,
            }
        }
        bar.inc(some.len() as u64);
    }
    bar.finish_and_clear();
    let texts = say::count(done, "text", "texts");
    say::line(&format!(
        "{} in {texts} with their translations.",
        say::count(beads, "bead", "beads")
    ));
    if failed > 0 {
        let rows = say::count(failed, "row of the list was", "rows of the list were");
        anyhow::bail!("{rows} not aligned; see the notes above");
    }
    Ok(())
}

/// A row, if the line is neither blank nor a comment.
fn row(list: &Path, number: usize, line: &str) -> anyhow::Result<Option<Row>> {
    let place = format!("{}:{number}", list.display());
    if line.trim().is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    let fields: Vec<&str> = line.split('\t').collect();
    let [left, right, output] = fields[..] else {
        anyhow::bail!(
            "{place}: expected a text, its translation and an output file between tabs, found {}",
            say::count(fields.len(), "field", "fields")
        );
    };
    Ok(Some(Row { place, texts: [left.into(), right.into()], output: output.into() }))
}

fn texts(args: &Align, row: &Row) -> anyhow::Result<[Article; 2]> {
    let lang = args.articles.lang.map(lang);
    let options = padan::read::Options { strict: true, lines: args.lines, lang };
    let loaded = padan::read::articles(&row.texts, &options).with_context(|| row.place.clone())?;
    let found = loaded.articles.len();
    loaded.articles.try_into().map_err(|_| {
        anyhow::anyhow!(
            "{}: expected one article in each of the two files, found {found}",
            row.place
        )
    })
}
