//! How long checking takes: `cargo bench --bench check`. Input is made here, the same each time.

use divan::counter::{BytesCount, ItemsCount};
use padan::check::Checker;
use padan::lexicon::Lexicon;
use padan::model::{Article, Entry, EntryKind, FileText, Lang, Offsets, Status};

fn main() {
    Lexicon::builtin();
    divan::main();
}

/// A linear congruential generator (Knuth's constants).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % count
    }

    fn word(&mut self) -> String {
        const PARTS: [&str; 12] =
            ["ba", "ke", "ti", "lo", "mu", "ra", "se", "ni", "do", "pa", "wi", "ga"];
        let count = 2 + self.below(3);
        (0..count).map(|_| PARTS[self.below(PARTS.len())]).collect()
    }
}

/// A glossary of `count` rows with two variants each.
fn glossary(count: usize) -> Vec<Entry> {
    let mut dice = Dice(7);
    (0..count)
        .map(|n| {
            let head = format!("{} {} {n}", dice.word(), dice.word());
            let status = [Status::Approved, Status::Preferred, Status::Forbidden][n % 3];
            let variants = vec![format!("{head}x"), format!("{}y", dice.word())];
            let english = format!("{head} en");
            Entry {
                variants_indonesian: variants,
                ..Entry::given(head, english, EntryKind::Term, status)
            }
        })
        .collect()
}

/// About a million words: the sentences of our own parallel text in paragraphs, again and again.
fn article() -> Article {
    let sentences: Vec<&str> = include_str!("../../corpus/parallel/news-01.tsv")
        .lines()
        .filter_map(|l| l.split('\t').next())
        .collect();
    let mut dice = Dice(3);
    let (mut text, mut words) = (String::new(), 0);
    while words < 1_000_000 {
        for _ in 0..5 {
            let sentence = sentences[dice.below(sentences.len())];
            words += sentence.split(' ').count();
            text.push_str(sentence);
            text.push(' ');
        }
        text.push('\n');
    }
    Article {
        id: "million".to_owned(),
        lang: Lang::Id,
        path: "million.id.txt".into(),
        offsets: Offsets::Shift(0),
        title: None,
        outlet: None,
        date: None,
        url: None,
        body: 0,
        lines: false,
        text,
    }
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn load_a_glossary_of_100_000_rows(bencher: divan::Bencher<'_, '_>) {
    bencher
        .counter(ItemsCount::new(100_000_usize))
        .with_inputs(|| glossary(100_000))
        .bench_values(|rows| Checker::new(rows, Lexicon::builtin()));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn check_a_million_words(bencher: divan::Bencher<'_, '_>) {
    let article = article();
    let file = FileText {
        path: article.path.clone(),
        bytes: article.text.as_bytes().to_vec(),
        text: article.text.clone(),
        offsets: Offsets::Shift(0),
    };
    let checker = Checker::new(glossary(100_000), Lexicon::builtin());
    bencher
        .counter(BytesCount::of_str(&article.text))
        .bench(|| checker.articles(&file, &[&article]));
}
