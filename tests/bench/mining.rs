//! How many sentences a second does `mine` find partners for? On all cores, from text to pairs.

mod text;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use padan::align::Retrieval;
use padan::lexicon::Lexicon;
use padan::mining::{Collections, mine};
use padan::model::Lang;
use padan::settings::{DEFAULT_MINED_SCORE, Settings};

fn main() {
    divan::main();
}

/// An item is a sentence of either side.
#[divan::bench(args = [2_000, 8_000], sample_count = 5)]
fn sentences(bencher: Bencher<'_, '_>, a_side: usize) {
    let side = |lang| text::sentences(lang).into_iter().take(a_side).collect::<Vec<_>>();
    let (left, right) = (side(Lang::Id), side(Lang::En));
    let lexicon = Lexicon::builtin();
    bencher.counter(ItemsCount::new(left.len() + right.len())).bench_local(|| {
        let settings = Settings::sentences();
        let sides = Collections::new((&left, Lang::Id), (&right, Lang::En), lexicon, &settings);
        let found = mine(&sides, Retrieval::Intersect, DEFAULT_MINED_SCORE);
        assert!(found.len() > a_side / 2, "{} pairs", found.len());
        black_box(found)
    });
}
