//! How many pairs of sentences a second does one core compare?

mod text;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use padan::lexicon::Lexicon;
use padan::model::Analysed;
use padan::pipeline::Corpus;
use padan::score::{Comparer, probability};
use padan::settings::Settings;

fn main() {
    divan::main();
}

/// Every sentence of an event's articles with every other, from concepts to probability.
#[divan::bench]
fn pairs(bencher: Bencher<'_, '_>) {
    let inputs = [text::root("corpus/ferry-accident")];
    let loaded = padan::read::articles(&inputs, &padan::read::Options::default())
        .expect("the corpus is readable");
    let corpus = Corpus::new(loaded.articles, Lexicon::builtin(), &Settings::default());
    let sentences: Vec<&Analysed> = corpus.analysed.iter().flatten().collect();
    let count = sentences.len() * (sentences.len() - 1) / 2;
    assert!(count > 10_000, "{count} pairs");
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        let mut comparer = Comparer::new(&corpus.space);
        let mut sum = 0.0;
        for (at, a) in sentences.iter().enumerate() {
            for b in &sentences[at + 1..] {
                sum += probability(&comparer.features(a, b));
            }
        }
        black_box(sum)
    });
}
