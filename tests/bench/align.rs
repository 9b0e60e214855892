//! How fast a text and its translation are aligned: `cargo bench --bench align`.
//!
//! Documents are put together from `corpus/parallel`, a tenth of the sentences missing on each side.

use divan::counter::ItemsCount;
use padan::lexicon::Lexicon;
use padan::model::{Article, Lang, Offsets};
use padan::pipeline::Corpus;
use padan::settings::Settings;

fn main() {
    // Word lists are read once, before anything is measured.
    let _ = Lexicon::builtin();
    divan::main();
}

/// The articles of a document with so many sentences before any are left out.
fn articles(sentences: usize) -> Vec<Article> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/parallel");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("corpus/parallel").flatten().map(|e| e.path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "tsv"));
    files.sort();
    let all: String =
        files.iter().map(|p| std::fs::read_to_string(p).expect("a file of pairs")).collect();
    let pairs: Vec<(&str, &str)> = all.lines().filter_map(|l| l.split_once('\t')).collect();
    let side = |lang: Lang, gone: usize, pick: fn(&(&str, &str)) -> String| {
        let kept = (0..sentences).filter(|n| n * 7 % 10 != gone);
        let text: String = kept.map(|n| pick(&pairs[n % pairs.len()]) + "\n").collect();
        Article {
            id: lang.code().to_owned(),
            lang,
            path: "bench".into(),
            text,
            offsets: Offsets::Shift(0),
            title: None,
            outlet: None,
            date: None,
            url: None,
            body: 0,
            lines: true,
        }
    };
    vec![side(Lang::Id, 3, |p| p.0.to_owned()), side(Lang::En, 8, |p| p.1.to_owned())]
}

fn corpus(sentences: usize) -> Corpus {
    Corpus::new(articles(sentences), Lexicon::builtin(), &Settings::sentences())
}

const SIZES: [usize; 4] = [150, 1_500, 10_000, 100_000];

/// Aligning alone, with the reasons of each bead: sentences of both sides a second.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn beads(bencher: divan::Bencher<'_, '_>, sentences: usize) {
    let corpus = corpus(sentences);
    let both = corpus.sentences.iter().map(Vec::len).sum::<usize>();
    bencher.counter(ItemsCount::new(both)).bench_local(|| padan::parallel::beads(&corpus));
}

/// Cutting, analysing and aligning.
#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn whole(bencher: divan::Bencher<'_, '_>, sentences: usize) {
    let both = articles(sentences).iter().map(|a| a.text.lines().count()).sum::<usize>();
    bencher
        .counter(ItemsCount::new(both))
        .bench_local(|| padan::parallel::beads(&corpus(sentences)));
}
