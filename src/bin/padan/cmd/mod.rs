//! One small file a command.

pub(crate) mod align;
mod batch;
pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod compare;
pub(crate) mod config;
pub(crate) mod eval;
pub(crate) mod glossary;
pub(crate) mod lookup;
#[cfg(feature = "lsp")]
pub(crate) mod lsp;
pub(crate) mod mine;
pub(crate) mod sentences;
pub(crate) mod train;
pub(crate) mod variants;

use crate::args::{Inputs, Language};
use crate::say;
use padan::lexicon::Lexicon;
use padan::model::{Lang, Style};
use padan::pipeline::Corpus;
use padan::settings::Settings;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// Reads and analyses the articles; says what was set aside.
pub(crate) fn corpus(inputs: &Inputs, lines: bool, settings: &Settings) -> anyhow::Result<Corpus> {
    let lang = inputs.lang.map(lang);
    let options = padan::read::Options { strict: inputs.strict, lines, lang };
    let bar = say::busy("reading articles");
    let loaded = padan::read::articles(&inputs.paths, &options)?;
    bar.finish_and_clear();
    say::problems(&loaded.problems);
    if loaded.articles.is_empty() {
        anyhow::bail!(
            "no article could be read; give files or folders with .txt, .md, .jsonl, .csv or .html articles"
        );
    }
    let bar = say::busy("analysing sentences");
    let corpus = Corpus::new(loaded.articles, lexicon(), settings);
    bar.finish_and_clear();
    Ok(corpus)
}

/// To a file, whole, or to standard output.
pub(crate) fn output(
    path: Option<&Path>,
    fill: impl FnOnce(&mut dyn Write) -> std::io::Result<()>,
) -> anyhow::Result<()> {
    if let Some(path) = path {
        Ok(padan::export::write_whole(path, fill)?)
    } else {
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        fill(&mut out)?;
        Ok(out.flush()?)
    }
}

/// Seed glossaries, in order.
pub(crate) fn seeds(paths: &[PathBuf]) -> anyhow::Result<Vec<padan::model::Entry>> {
    let mut out = Vec::new();
    for path in paths {
        out.extend(padan::read::glossary(path)?);
    }
    Ok(out)
}

pub(crate) fn lang(language: Language) -> Lang {
    match language {
        Language::Id => Lang::Id,
        Language::En => Lang::En,
    }
}

static STYLE: OnceLock<Style> = OnceLock::new();

/// The house style of this run.
pub(crate) fn style() -> &'static Style {
    STYLE.get_or_init(Style::default)
}

/// Takes the house style from a file, or from `padan.toml` if the current folder has one.
pub(crate) fn use_style(path: Option<&Path>) -> anyhow::Result<()> {
    let here = Path::new("padan.toml");
    if let Some(path) = path.or(here.is_file().then_some(here)) {
        let _ = STYLE.set(padan::read::style(path)?);
    }
    Ok(())
}

static OWN: OnceLock<Lexicon> = OnceLock::new();

/// The lexicon of this run: the built-in one, or the user's table over it.
pub(crate) fn lexicon() -> &'static Lexicon {
    OWN.get().unwrap_or_else(|| Lexicon::builtin())
}

/// Lays a learned table over the built-in lexicon for this run.
pub(crate) fn use_lexicon(path: &Path) -> anyhow::Result<()> {
    let table = std::fs::read_to_string(path).map_err(|e| padan::Error::io(path, "reading", e))?;
    let (lexicon, wrong) = Lexicon::with_table(&table);
    for line in wrong.iter().take(5) {
        let found = "a row that is no word pair";
        let e = padan::Error::input(
            path,
            Some(*line as u64),
            found,
            "expected the columns that padan train writes",
        );
        say::problems(&[e]);
    }
    let _ = OWN.set(lexicon);
    Ok(())
}
