//! How many words a second does one core analyse?

mod text;

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use padan::analyse::Analyser;
use padan::lexicon::Lexicon;
use padan::model::Lang;

fn main() {
    divan::main();
}

/// An item is a word as white space cuts them.
#[divan::bench(args = ["id", "en"])]
fn words(bencher: Bencher<'_, '_>, lang: &str) {
    let lang = Lang::from_code(lang).expect("a language of padan's");
    let sentences = text::sentences(lang);
    let words: usize = sentences.iter().map(|s| s.split_whitespace().count()).sum();
    let lexicon = Lexicon::builtin();
    bencher.counter(ItemsCount::new(words)).bench_local(|| {
        let mut analyser = Analyser::new(lexicon);
        for sentence in &sentences {
            black_box(analyser.sentence(sentence, lang));
        }
    });
}
