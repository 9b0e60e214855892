//! How many sentence pairs a second does `train` learn from? On all cores, from text to table.

mod text;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use padan::lexicon::Lexicon;
use padan::training::train;

fn main() {
    divan::main();
}

/// An item is a sentence pair; the rows of the lists, which are learned too, are not counted.
#[divan::bench(sample_count = 5)]
fn pairs(bencher: Bencher<'_, '_>) {
    let pairs = text::pairs();
    let lexicon = Lexicon::builtin();
    bencher.counter(ItemsCount::new(pairs.len())).bench_local(|| {
        let table = train(&pairs, lexicon, |_, _| {});
        assert!(table.len() > 5_000, "{} rows", table.len());
        black_box(table)
    });
}
