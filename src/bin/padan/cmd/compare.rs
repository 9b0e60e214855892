use super::{lexicon, output};
use crate::args::Compare;
use crate::say;
use padan::export::{appended, score_text};
use padan::names::compare::{Comparison, compare};
use padan::read::NamePairs;
use rayon::prelude::*;

pub(crate) fn run(args: &Compare) -> anyhow::Result<()> {
    if let [a, b] = &args.names[..] {
        let c = compare(a, b, None, lexicon());
        return output(args.output.as_deref(), |w| {
            writeln!(w, "{:.3}\t{}\t{}", c.score, c.same, c.reason)
        });
    }
    let Some(path) = &args.file else { anyhow::bail!("give two names, or --file PAIRS.csv") };
    let pairs = NamePairs::read(path)?;
    let judged: Vec<Comparison> = pairs
        .rows
        .par_iter()
        .map(|row| {
            let (a, b) = pairs.names(row);
            compare(a, b, pairs.kind(row), lexicon())
        })
        .collect();
    output(args.output.as_deref(), |w| {
        let rows = pairs.rows.iter().zip(&judged).map(|(row, c)| {
            let ours = [score_text(c.score), c.same.to_string(), c.reason.clone()];
            (row.clone(), ours.to_vec())
        });
        appended(w, (&pairs.header, &["score", "same", "reason"]), rows)
    })?;
    let same = judged.iter().filter(|c| c.same).count();
    say::line(&format!(
        "{}: {} of one name, {} of two.",
        say::count(judged.len(), "pair", "pairs"),
        same,
        judged.len() - same
    ));
    Ok(())
}
