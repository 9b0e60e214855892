use super::{corpus, output, seeds};
use crate::args::{Glossary, GlossaryWork};
use crate::say;
use padan::glossary::{Change, changes, merge};
use padan::model::Pair;
use padan::pipeline::{self, Corpus};
use padan::settings::Settings;
use std::io::Write;
use std::path::Path;

pub(crate) fn run(args: &Glossary) -> anyhow::Result<()> {
    match &args.work {
        Some(GlossaryWork::Merge { a, b, output }) => return merged(a, b, output.as_deref()),
        Some(GlossaryWork::Diff { a, b }) => return differences(a, b),
        None => {}
    }
    let seed = seeds(&args.seed)?;
    for collision in padan::glossary::collisions(&seed) {
        say::line(&format!("Collision: {collision}."));
    }
    let corpus = corpus(&args.articles, false, &Settings::default())?;
    let bar = say::busy("collecting names and terms");
    let names = pipeline::names(&corpus, super::lexicon());
    let pairs = match &args.pairs {
        Some(path) => given(&corpus, path)?,
        None => padan::comparable::pairs(&corpus, &Settings::default()),
    };
    let entries =
        pipeline::glossary(&corpus, &names, &pairs, super::lexicon(), super::style(), seed);
    bar.finish_and_clear();
    output(args.output.as_deref(), |w| padan::export::glossary(w, &entries))?;
    say::line(&format!("{}.", say::count(entries.len(), "entry", "entries")));
    Ok(())
}

/// The pairs of a file; says how many rows are of other articles.
fn given(corpus: &Corpus, path: &Path) -> anyhow::Result<Vec<Pair>> {
    let rows = padan::read::paired(path)?;
    let (pairs, strange) = pipeline::pairs_of(corpus, &rows);
    if strange > 0 {
        let strange = say::count(strange, "row", "rows");
        let path = path.display();
        say::line(&format!("{path}: {strange} of articles or sentences not given here."));
    }
    Ok(pairs)
}

fn merged(a: &Path, b: &Path, to: Option<&Path>) -> anyhow::Result<()> {
    let (a, b) = (padan::read::glossary(a)?, padan::read::glossary(b)?);
    let (entries, collisions) = merge(a, b);
    output(to, |w| padan::export::glossary(w, &entries))?;
    for collision in &collisions {
        say::line(&format!("Collision: {collision}."));
    }
    let rows = say::count(entries.len(), "row", "rows");
    say::line(&format!("{rows}, {}.", say::count(collisions.len(), "collision", "collisions")));
    Ok(())
}

fn differences(a: &Path, b: &Path) -> anyhow::Result<()> {
    let (a, b) = (padan::read::glossary(a)?, padan::read::glossary(b)?);
    let all = changes(&a, &b);
    output(None, |w| {
        section(w, "Added", &all, |c| match c {
            Change::Added(id, en) => Some(format!("{id} = {en}")),
            _ => None,
        })?;
        section(w, "Removed", &all, |c| match c {
            Change::Removed(id, en) => Some(format!("{id} = {en}")),
            _ => None,
        })?;
        section(w, "Changed", &all, |c| match c {
            Change::Changed(id, told) => Some(format!("{id}: {}", told.join("; "))),
            _ => None,
        })
    })?;
    if all.is_empty() {
        say::line("No difference.");
    }
    Ok(())
}

fn section(
    w: &mut dyn Write,
    title: &str,
    all: &[Change],
    line: impl Fn(&Change) -> Option<String>,
) -> std::io::Result<()> {
    let lines: Vec<String> = all.iter().filter_map(line).collect();
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(w, "{title} ({})", lines.len())?;
    for line in lines {
        writeln!(w, "- {line}")?;
    }
    writeln!(w)
}
