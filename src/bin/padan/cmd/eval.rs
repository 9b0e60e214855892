use crate::args::Eval;
use padan::eval::{Gold, read_pairs, score_pairs};
use std::io::Write;

pub(crate) fn run(args: &Eval) -> anyhow::Result<()> {
    let rows = read_pairs(&args.pairs)?;
    let mut out = std::io::stdout().lock();
    for folder in &args.gold {
        let gold = Gold::read(folder)?;
        let q = score_pairs(&gold, &rows);
        if args.gold.len() > 1 {
            writeln!(out, "{}", folder.display())?;
        }
        writeln!(
            out,
            "rows {}  not found in the text {}  same pairs {}",
            q.rows, q.unmatched, q.same
        )?;
        writeln!(
            out,
            "best F1 {:.3} (P {:.3} R {:.3}) at score {:.3}  AP {:.3}",
            q.best.f1, q.best.precision, q.best.recall, q.best_cut, q.average
        )?;
        writeln!(out, "P {:.3} R {:.3} F1 {:.3}", q.all.precision, q.all.recall, q.all.f1)?;
    }
    Ok(())
}
