use crate::args::Train;
use crate::say;
use padan::lexicon::LEARNED_COLUMNS;
use padan::training::Trainer;

pub(crate) fn run(args: &Train) -> anyhow::Result<()> {
    let bar = say::busy("reading");
    let mut trainer = Trainer::new(super::lexicon());
    let problems = padan::read::parallel_blocks(&args.parallel, |block| {
        trainer.add(&block);
        let read = say::count(trainer.pairs(), "sentence pair", "sentence pairs");
        bar.set_message(format!("reading, {read} so far"));
    })?;
    bar.finish_and_clear();
    say::problems(&problems);
    if trainer.pairs() == 0 {
        anyhow::bail!("no sentence pair could be read");
    }
    let pairs = say::count(trainer.pairs(), "sentence pair", "sentence pairs");
    let bar = say::steps("learning");
    let table = trainer.learn(|n, of| {
        bar.set_length(of as u64);
        bar.set_position(n as u64 - 1);
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
    let learned = say::count(table.len(), "word pair", "word pairs");
    say::line(&format!("{learned} learned from {pairs}; the table is {}.", args.output.display()));
    Ok(())
}
