use super::{batch, corpus, output};
use crate::args::{Align, Mode};
use crate::say;
use padan::pipeline::Corpus;
use padan::settings::Settings;
use std::io::Write;

pub(crate) fn run(args: &Align) -> anyhow::Result<()> {
    if args.batch {
        return batch::run(args);
    }
    let mut settings = Settings::default();
    settings.min_score = args.min_score;
    settings.explain = args.explain;
    match args.mode {
        Mode::Parallel => return parallel(args),
        Mode::Auto if args.features.is_none() => {
            if let Some(corpus) = translation(args)? {
                return beads(args, &corpus);
            }
        }
        Mode::Auto | Mode::Comparable => {}
    }
    let corpus = corpus(&args.articles, args.lines, &settings)?;
    if let Some(path) = &args.features {
        let scored = padan::comparable::scored_pairs(&corpus, &settings);
        return output(Some(path), |w| features(w, &corpus, &scored));
    }
    let bar = say::busy("aligning");
    let pairs = padan::comparable::pairs(&corpus, &settings);
    bar.finish_and_clear();
    output(args.output.as_deref(), |w| padan::export::pairs(w, &corpus, &pairs))?;
    let articles = say::count(corpus.articles.len(), "article", "articles");
    say::line(&format!("{} among {articles}.", say::count(pairs.len(), "pair", "pairs")));
    Ok(())
}

/// One text and its translation.
fn parallel(args: &Align) -> anyhow::Result<()> {
    let corpus = corpus(&args.articles, args.lines, &Settings::sentences())?;
    if corpus.articles.len() != 2 {
        anyhow::bail!(
            "parallel mode aligns one text with its translation: give two files, not {}",
            corpus.articles.len()
        );
    }
    beads(args, &corpus)
}

/// The two articles, if they turn out to be a text and its translation; says what was seen. More
/// than two, or two of one language, are articles in any order, unless their lines are sentences.
fn translation(args: &Align) -> anyhow::Result<Option<Corpus>> {
    // Standard input can be read once only, and a folder holds any number.
    let paths = &args.articles.paths;
    if paths.len() != 2 || !paths.iter().all(|p| p.is_file()) {
        return Ok(None);
    }
    let corpus = corpus(&args.articles, args.lines, &Settings::sentences())?;
    let [a, b] = &corpus.articles[..] else { return Ok(None) };
    if a.lang == b.lang && !args.lines {
        return Ok(None);
    }
    let seen = padan::parallel::judge(&corpus);
    let (share, order) = (seen.covered * 100.0, say::count(seen.partners, "sentence", "sentences"));
    let what = format!(
        "{order} have a clear partner, {} of them in the same order; {share:.0}% of the shorter text is surely matched",
        seen.in_order
    );
    if seen.parallel {
        say::line(&format!("Aligned as a text and its translation (--mode parallel): {what}."));
        return Ok(Some(corpus));
    }
    say::line(&format!("Aligned as two articles in any order (--mode comparable): {what}."));
    Ok(None)
}

fn beads(args: &Align, corpus: &Corpus) -> anyhow::Result<()> {
    let bar = say::busy("aligning");
    let beads = padan::parallel::beads(corpus);
    bar.finish_and_clear();
    output(args.output.as_deref(), |w| padan::export::pairs(w, corpus, &beads))?;
    let matched = beads.iter().filter(|b| b.left.count > 0 && b.right.count > 0).count();
    let beads = say::count(beads.len(), "bead", "beads");
    say::line(&format!("{beads}, {matched} of them with sentences on both sides."));
    Ok(())
}

/// The numbers behind each score, for fitting.
fn features(
    out: &mut dyn Write,
    corpus: &Corpus,
    scored: &[(padan::model::Pair, padan::score::Features)],
) -> std::io::Result<()> {
    let mut w = csv::Writer::from_writer(out);
    let mut comparer = padan::score::Comparer::new(&corpus.space);
    for (pair, features) in scored {
        let (l, r) = (&pair.left, &pair.right);
        let mut row = vec![
            padan::export::score_text(pair.score),
            corpus.articles[l.article].id.clone(),
            corpus.text(l).to_owned(),
            corpus.articles[r.article].id.clone(),
            corpus.text(r).to_owned(),
        ];
        row.extend(features.vector().iter().map(f32::to_string));
        let (x, y) = (&corpus.analysed[l.article][l.first], &corpus.analysed[r.article][r.first]);
        comparer.features(x, y);
        row.push(detail(corpus, x, &comparer.left));
        row.push(detail(corpus, y, &comparer.right));
        w.write_record(&row)?;
    }
    w.flush()
}

/// Each word with what it tells and how well it is accounted for.
fn detail(corpus: &Corpus, sentence: &padan::model::Analysed, matches: &[(f32, u32)]) -> String {
    let words = sentence.words.iter().zip(matches);
    let parts = words.map(|(w, (likeness, _))| {
        let form = corpus.vocabulary.form(w.id);
        format!("{}:{:.1}*{likeness:.2}", form.text, corpus.space.info(w.id))
    });
    parts.collect::<Vec<_>>().join(" ")
}
