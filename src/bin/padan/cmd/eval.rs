use crate::args::Eval;
use padan::eval::{
    BeadQuality, Gold, PairQuality, brier, is_facts, read_beads, read_facts, read_gold_beads,
    read_pairs, reliability, score_beads, score_pairs,
};
use std::io::Write;

pub(crate) fn run(args: &Eval) -> anyhow::Result<()> {
    let mut out = std::io::stdout().lock();
    for gold in &args.gold {
        if args.gold.len() > 1 {
            writeln!(out, "{}", gold.display())?;
        }
        if gold.is_file() {
            let (gold, found) = (read_gold_beads(gold)?, read_beads(&args.pairs)?);
            beads(&mut out, &score_beads([(&gold, &found)].into_iter()))?;
        } else if is_facts(&args.pairs)? {
            let q = score_pairs(&Gold::read(gold)?, &read_facts(&args.pairs)?);
            writeln!(out, "pairs within facts {}  same pairs {}", q.rows, q.same)?;
            writeln!(out, "P {:.3} R {:.3} F1 {:.3}", q.all.precision, q.all.recall, q.all.f1)?;
        } else {
            pairs(&mut out, &score_pairs(&Gold::read(gold)?, &read_pairs(&args.pairs)?))?;
        }
    }
    Ok(())
}

fn beads(out: &mut dyn Write, q: &BeadQuality) -> std::io::Result<()> {
    for (name, f) in [("strict ", q.strict), ("lenient", q.lenient)] {
        writeln!(out, "{name} P {:.3} R {:.3} F1 {:.3}", f.precision, f.recall, f.f1)?;
    }
    Ok(())
}

fn pairs(out: &mut dyn Write, q: &PairQuality) -> std::io::Result<()> {
    writeln!(out, "rows {}  not found in the text {}  same pairs {}", q.rows, q.unmatched, q.same)?;
    writeln!(
        out,
        "best F1 {:.3} (P {:.3} R {:.3}) at score {:.3}  AP {:.3}",
        q.best.f1, q.best.precision, q.best.recall, q.best_cut, q.average
    )?;
    writeln!(out, "P {:.3} R {:.3} F1 {:.3}", q.all.precision, q.all.recall, q.all.f1)?;
    writeln!(
        out,
        "Brier {:.3}; of rows by mean score, the share that is right:",
        brier(&q.judged)
    )?;
    for bin in reliability(&q.judged) {
        writeln!(out, "  {:.2}  {:.2}  ({} rows)", bin.score, bin.right, bin.rows)?;
    }
    Ok(())
}
