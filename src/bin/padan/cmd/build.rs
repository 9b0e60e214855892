use super::{corpus, seeds};
use crate::args::Build;
use crate::say;
use padan::export;
use padan::model::{Kind, Lang, Pair};
use padan::pipeline::{self, Corpus};
use padan::settings::Settings;

pub(crate) fn run(args: &Build) -> anyhow::Result<()> {
    let mut settings = Settings::default();
    settings.min_score = args.min_score;
    let seed = seeds(&args.seed)?;
    let corpus = corpus(&args.articles, false, &settings)?;
    let bar = say::busy("aligning");
    let pairs = padan::comparable::pairs(&corpus, &settings);
    let facts = pipeline::facts(&pairs);
    bar.set_message("collecting names and terms");
    let names = pipeline::names(&corpus, super::lexicon());
    let variants = pipeline::variant_groups(&corpus, &names, super::lexicon(), super::style());
    let entries =
        pipeline::glossary(&corpus, &names, &pairs, super::lexicon(), super::style(), seed);
    bar.finish_and_clear();
    let file = |name: &str| args.out.join(name);
    export::write_whole(&file("pairs.csv"), |w| export::pairs(w, &corpus, &pairs))?;
    export::write_whole(&file("parallel.csv"), |w| export::parallel(w, &corpus, &pairs))?;
    export::write_whole(&file("facts.csv"), |w| export::facts(w, &corpus, &facts))?;
    export::write_whole(&file("glossary.csv"), |w| export::glossary(w, &entries))?;
    export::write_whole(&file("variants.csv"), |w| export::variants(w, &variants))?;
    summary(args, &corpus, &pairs);
    let several = variants.iter().filter(|g| g.rows.len() > 1).count();
    say::line(&format!(
        "{}.",
        say::count(facts.len(), "fact told by several articles", "facts told by several articles")
    ));
    say::line(&format!(
        "{} in the glossary; {}, {several} of them spelled in more than one way.",
        say::count(entries.len(), "row", "rows"),
        say::count(variants.len(), "name", "names"),
    ));
    say::line(&format!(
        "The files are in {}: pairs.csv, parallel.csv, facts.csv, glossary.csv, variants.csv.",
        args.out.display()
    ));
    Ok(())
}

fn summary(args: &Build, corpus: &Corpus, pairs: &[Pair]) {
    let of = |l: Lang| corpus.articles.iter().filter(|a| a.lang == l).count();
    let kind = |k: Kind| corpus.sentences.iter().flatten().filter(|s| s.kind == k).count();
    say::line(&format!(
        "Read {} ({} Indonesian, {} English) with {}; set aside {} and {} (see `padan sentences`).",
        say::count(corpus.articles.len(), "article", "articles"),
        of(Lang::Id),
        of(Lang::En),
        say::count(kind(Kind::Sentence), "sentence", "sentences"),
        say::count(kind(Kind::Heading), "heading", "headings"),
        say::count(kind(Kind::Noise), "line that is no sentence", "lines that are no sentences"),
    ));
    let langs =
        |p: &Pair| (corpus.articles[p.left.article].lang, corpus.articles[p.right.article].lang);
    let among = |a, b| pairs.iter().filter(|p| langs(p) == (a, b)).count();
    say::line(&format!(
        "{} of sentences that state the same fact (score {} or better): {} Indonesian–English, {} Indonesian–Indonesian, {} English–English.",
        say::count(pairs.len(), "pair", "pairs"),
        args.min_score,
        among(Lang::Id, Lang::En),
        among(Lang::Id, Lang::Id),
        among(Lang::En, Lang::En),
    ));
}
