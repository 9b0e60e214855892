use super::{lang, output};
use crate::args::{Keep, Mine};
use crate::say;
use padan::align::Retrieval;
use padan::mining::{self, Collections};
use padan::settings::Settings;

pub(crate) fn run(args: &Mine) -> anyhow::Result<()> {
    let (left, right) = (padan::read::lines(&args.left)?, padan::read::lines(&args.right)?);
    let bar = say::busy("analysing sentences");
    let collections = Collections::new(
        (&left, lang(args.left_lang)),
        (&right, lang(args.right_lang)),
        super::lexicon(),
        &Settings::sentences(),
    );
    if let Some(path) = &args.features {
        let links = mining::links(&collections);
        let margins = mining::margins(&links);
        return output(Some(path), |w| {
            for ((l, r, f), m) in links.iter().zip(&margins) {
                let numbers: Vec<String> = f.vector().iter().map(f32::to_string).collect();
                writeln!(w, "{}\t{}\t{m}\t{}\t{}", l + 1, r + 1, f.likeness(), numbers.join("\t"))?;
            }
            Ok(())
        });
    }
    bar.set_message("comparing");
    let retrieval = match args.retrieval {
        Keep::Forward => Retrieval::Forward,
        Keep::Backward => Retrieval::Backward,
        Keep::Intersect => Retrieval::Intersect,
        Keep::Max => Retrieval::Max,
    };
    let found = mining::mine(&collections, retrieval, args.min_score);
    bar.finish_and_clear();
    output(args.output.as_deref(), |w| {
        for m in &found {
            let (l, r) = (&left[m.left], &right[m.right]);
            let score = padan::export::score_text(m.score);
            writeln!(
                w,
                "{score}\t{}\t{}\t{}\t{}",
                m.left + 1,
                m.right + 1,
                tabless(l),
                tabless(r)
            )?;
        }
        Ok(())
    })?;
    let lines = say::count(left.len(), "line", "lines");
    say::line(&format!(
        "{} from {lines} and {}.",
        say::count(found.len(), "pair", "pairs"),
        right.len()
    ));
    Ok(())
}

/// The fields of a row are between tabs: a tab inside a sentence becomes a space.
fn tabless(text: &str) -> String {
    text.replace('\t', " ")
}
