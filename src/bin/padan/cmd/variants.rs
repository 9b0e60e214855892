use super::{corpus, output};
use crate::args::Plain;
use crate::say;
use padan::settings::Settings;

pub(crate) fn run(args: &Plain) -> anyhow::Result<()> {
    let corpus = corpus(&args.articles, false, &Settings::default())?;
    let names = padan::pipeline::names(&corpus, super::lexicon());
    let groups = padan::pipeline::variant_groups(&corpus, &names, super::lexicon(), super::style());
    output(args.output.as_deref(), |w| padan::export::variants(w, &groups))?;
    say::line(&format!("{}.", say::count(groups.len(), "name", "names")));
    Ok(())
}
