use super::{corpus, output};
use crate::args::Plain;
use padan::settings::Settings;

pub(crate) fn run(args: &Plain) -> anyhow::Result<()> {
    let corpus = corpus(&args.articles, false, &Settings::default())?;
    output(args.output.as_deref(), |w| padan::export::sentences(w, &corpus))
}
