use crate::args::Train;
use crate::say;
use padan::lexicon::LEARNED_COLUMNS;

pub(crate) fn run(args: &Train) -> anyhow::Result<()> {
    let loaded = padan::read::parallel(&args.parallel)?;
    say::problems(&loaded.problems);
    if loaded.pairs.is_empty() {
        anyhow::bail!("no sentence pair could be read");
    }
    let bar = say::busy("learning");
    let table = padan::training::train(&loaded.pairs, super::lexicon(), |n, of| {
        bar.set_message(format!("learning, round {n} of {of}"));
    });
    bar.finish_and_clear();
    padan::export::write_whole(&args.output, |w| {
        writeln!(w, "{}", LEARNED_COLUMNS.join("\t"))?;
        for t in &table {
            writeln!(
                w,
                "{}\t{}\t{:.3}\t{:.3}\t{:.1}",
                t.left, t.right, t.forward, t.backward, t.count
            )?;
        }
        Ok(())
    })?;
    let pairs = say::count(loaded.pairs.len(), "sentence pair", "sentence pairs");
    let learned = say::count(table.len(), "word pair", "word pairs");
    say::line(&format!("{learned} learned from {pairs}; the table is {}.", args.output.display()));
    Ok(())
}
