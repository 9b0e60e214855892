//! How fast a text and its translation are aligned: `cargo bench --bench align`.
//!
//! Documents are put together from `corpus/parallel`, a tenth of the sentences missing on each side.

use divan::counter::ItemsCount;
use padan::lexicon::Lexicon;
use padan::model::{Article, Lang, Offsets};
use padan::pipeline::{Corpus, Memory};
use padan::settings::Settings;

fn main() {
    // Word lists are read once, before anything is measured.
    let _ = Lexicon::builtin();
    divan::main();
}

/// Every pair of sentences of `corpus/parallel`.
fn pairs() -> Vec<(String, String)> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/parallel");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("corpus/parallel").flatten().map(|e| e.path()).collect();
    files.retain(|p| p.extension().is_some_and(|e| e == "tsv"));
    files.sort();
    let all: String =
        files.iter().map(|p| std::fs::read_to_string(p).expect("a file of pairs")).collect();
    let pair = |(id, en): (&str, &str)| (id.to_owned(), en.to_owned());
    all.lines().filter_map(|l| l.split_once('\t')).map(pair).collect()
}

/// A document of so many sentences from one on, before any are left out.
fn document(pairs: &[(String, String)], from: usize, sentences: usize) -> [Article; 2] {
    let side = |lang: Lang, gone: usize| {
        let kept = (0..sentences).filter(|n| n * 7 % 10 != gone);
        let text: String = kept
            .map(|n| {
                let (id, en) = &pairs[(from + n) % pairs.len()];
                if lang == Lang::Id { id.clone() + "\n" } else { en.clone() + "\n" }
            })
            .collect();
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
    [side(Lang::Id, 3), side(Lang::En, 8)]
}

fn articles(sentences: usize) -> Vec<Article> {
    document(&pairs(), 0, sentences).into()
}

/// 240 documents of 60 to 200 sentences that begin anywhere: each sentence is in about four.
fn short_documents() -> Vec<[Article; 2]> {
    let pairs = pairs();
    (0..240).map(|n| document(&pairs, n * 613 % pairs.len(), 60 + n * 37 % 141)).collect()
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

/// Many short documents in one process, cut, analysed and aligned; nothing is known at the start.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn documents(bencher: divan::Bencher<'_, '_>) {
    let sentences = |d: &[Article; 2]| d.iter().map(|a| a.text.lines().count()).sum::<usize>();
    let both: usize = short_documents().iter().map(sentences).sum();
    let settings = Settings::sentences();
    bencher.counter(ItemsCount::new(both)).with_inputs(short_documents).bench_local_values(
        |documents| {
            padan::parallel::documents(documents, &Memory::new(Lexicon::builtin()), &settings)
        },
    );
}
