use super::{corpus, output, seeds};
use crate::args::Glossary;
use crate::say;
use padan::settings::Settings;

pub(crate) fn run(args: &Glossary) -> anyhow::Result<()> {
    let seed = seeds(&args.seed)?;
    let corpus = corpus(&args.articles, false, &Settings::default())?;
    let names = padan::pipeline::names(&corpus, super::lexicon());
    let pairs = padan::pipeline::pairs(&corpus, &Settings::default());
    let entries = padan::pipeline::glossary(&corpus, &names, &pairs, super::lexicon(), seed);
    output(args.output.as_deref(), |w| padan::export::glossary(w, &entries))?;
    say::line(&format!("{}.", say::count(entries.len(), "entry", "entries")));
    Ok(())
}
