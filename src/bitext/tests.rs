//! What a path does with deletions, joins, crossing and odd sizes.

use super::*;
use crate::lexicon::Lexicon;
use crate::model::{Article, Lang, Offsets};
use crate::pipeline::Corpus;
use crate::settings::Settings;
use proptest::prelude::*;

/// Sentence pairs that share no content word with each other.
const PAIRS: [(&str, &str); 12] = [
    ("Hujan turun sejak pagi.", "It has been raining since morning."),
    ("Kereta datang terlambat dua jam.", "The train came two hours late."),
    ("Harga beras naik di pasar.", "The price of rice rose at the market."),
    ("Kakek membeli sepeda merah.", "Grandfather bought a red bicycle."),
    ("Dokter memeriksa 40 pasien kemarin.", "The doctor examined 40 patients yesterday."),
    ("Kucing tidur di bawah meja.", "The cat sleeps under the table."),
    ("Presiden mengunjungi Jepang pada bulan Mei.", "The president visited Japan in May."),
    ("Sekolah itu memiliki perpustakaan baru.", "The school has a new library."),
    ("Nelayan menangkap ikan di laut.", "Fishermen catch fish in the sea."),
    ("Gempa merusak ratusan rumah.", "The earthquake damaged hundreds of houses."),
    ("Ibu memasak sup ayam.", "Mother cooked chicken soup."),
    ("Pesawat mendarat dengan selamat.", "The plane landed safely."),
];

type Shape = (Vec<usize>, Vec<usize>);

fn article(lang: Lang, lines: &[String]) -> Article {
    Article {
        id: lang.code().to_owned(),
        lang,
        path: "test".into(),
        text: lines.iter().map(|l| l.clone() + "\n").collect(),
        offsets: Offsets::Shift(0),
        title: None,
        outlet: None,
        date: None,
        url: None,
        body: 0,
        lines: true,
    }
}

fn corpus(left: &[String], right: &[String]) -> Corpus {
    let articles = vec![article(Lang::Id, left), article(Lang::En, right)];
    Corpus::new(articles, Lexicon::builtin(), &Settings::sentences())
}

fn sources(corpus: &Corpus, article: usize) -> Vec<Source<'_>> {
    let text = &corpus.articles[article].text;
    let all = corpus.sentences[article].iter().zip(&corpus.analysed[article]);
    all.map(|(s, analysed)| Source { analysed, text: s.span.of(text) }).collect()
}

fn beads(left: &[String], right: &[String]) -> Vec<Aligned> {
    let corpus = corpus(left, right);
    align(&corpus.space, &sources(&corpus, 0), &sources(&corpus, 1), &MODEL)
}

fn left(of: &[usize]) -> Vec<String> {
    of.iter().map(|&n| PAIRS[n].0.to_owned()).collect()
}

fn right(of: &[usize]) -> Vec<String> {
    of.iter().map(|&n| PAIRS[n].1.to_owned()).collect()
}

fn shapes(beads: &[Aligned]) -> Vec<Shape> {
    beads.iter().map(|b| (b.left.clone().collect(), b.right.clone().collect())).collect()
}

fn once(beads: &[Aligned], lefts: usize, rights: usize) {
    let mut l: Vec<usize> = beads.iter().flat_map(|b| b.left.clone()).collect();
    let mut r: Vec<usize> = beads.iter().flat_map(|b| b.right.clone()).collect();
    l.sort_unstable();
    r.sort_unstable();
    assert_eq!(l, (0..lefts).collect::<Vec<_>>(), "{beads:?}");
    assert_eq!(r, (0..rights).collect::<Vec<_>>(), "{beads:?}");
    assert!(beads.iter().all(|b| (0.0..=1.0).contains(&b.probability)), "{beads:?}");
}

#[test]
fn the_same_sentences_pair_up() {
    let all: Vec<usize> = (0..12).collect();
    let found = beads(&left(&all), &right(&all));
    let expected: Vec<Shape> = all.iter().map(|&n| (vec![n], vec![n])).collect();
    assert_eq!(shapes(&found), expected);
}

#[test]
fn what_is_missing_stays_alone() {
    let found = beads(&left(&[0, 1, 2, 3, 4, 5, 6, 8, 9]), &right(&[0, 1, 3, 4, 5, 6, 7, 8, 9]));
    let found = shapes(&found);
    assert!(found.contains(&(vec![2], vec![])), "{found:?}");
    assert!(found.contains(&(vec![], vec![6])), "{found:?}");
    assert!(found.contains(&(vec![8], vec![8])), "{found:?}");
}

#[test]
fn joined_sentences_are_one_bead() {
    let mut rights = right(&[0, 1]);
    rights.push(right(&[2, 3]).join(" "));
    rights.extend(right(&[4, 5, 6, 7]));
    let found = shapes(&beads(&left(&[0, 1, 2, 3, 4, 5, 6, 7]), &rights));
    assert!(found.contains(&(vec![2, 3], vec![2])), "{found:?}");
    let mut rights = right(&[0, 1]);
    rights.push(right(&[2, 3, 4, 5]).join(" "));
    rights.extend(right(&[6, 7, 8, 9, 10, 11]));
    let found = shapes(&beads(&left(&(0..12).collect::<Vec<_>>()), &rights));
    assert!(found.contains(&(vec![2, 3, 4, 5], vec![2])), "{found:?}");
}

#[test]
fn beads_reach_four_sentences_a_side() {
    // Cut in other places on each side: each sentence has to do with two of the other side.
    let cut = |a: usize, b: usize, side: fn(&[usize]) -> Vec<String>| side(&[a, b]).join(" ");
    let mut lefts = left(&[0, 1]);
    lefts.extend([cut(2, 3, left), cut(4, 5, left), cut(6, 7, left), PAIRS[8].0.to_owned()]);
    lefts.extend(left(&[9, 10, 11]));
    let mut rights = right(&[0, 1, 2]);
    rights.extend([cut(3, 4, right), cut(5, 6, right), cut(7, 8, right)]);
    rights.extend(right(&[9, 10, 11]));
    let corpus = corpus(&lefts, &rights);
    let (x, y) = (sources(&corpus, 0), sources(&corpus, 1));
    let prepared = Prepared::new(&corpus.space, &x, &y, &MODEL, false);
    let four = prepared.found.joined.iter().find(|b| b.left == (2, 4) && b.right == (2, 4));
    assert!(four.is_some_and(|b| b.both > 0.5), "{four:?}");
    once(&align(&corpus.space, &x, &y, &MODEL), lefts.len(), rights.len());
}

#[test]
fn neighbours_that_changed_places_cross() {
    let found = shapes(&beads(
        &left(&(0..12).collect::<Vec<_>>()),
        &right(&[0, 1, 2, 4, 3, 5, 6, 7, 8, 9, 10, 11]),
    ));
    assert!(found.contains(&(vec![3], vec![4])), "{found:?}");
    assert!(found.contains(&(vec![4], vec![3])), "{found:?}");
}

#[test]
fn empty_sides_and_single_sentences() {
    assert_eq!(beads(&[], &[]), []);
    once(&beads(&left(&[0, 1]), &[]), 2, 0);
    once(&beads(&[], &right(&[0, 1])), 0, 2);
    assert_eq!(shapes(&beads(&left(&[1]), &right(&[1]))), [(vec![0], vec![0])]);
}

#[test]
fn one_sentence_against_very_many() {
    let rights: Vec<String> = (0..600).map(|n| PAIRS[n % 12].1.to_owned()).collect();
    once(&beads(&left(&[3]), &rights), 1, 600);
    let lefts: Vec<String> = (0..600).map(|n| PAIRS[n % 12].0.to_owned()).collect();
    once(&beads(&lefts, &right(&[3])), 600, 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_is_in_exactly_one_bead(
        lefts in proptest::collection::vec(0_usize..12, 0..40),
        rights in proptest::collection::vec(0_usize..12, 0..40),
    ) {
        once(&beads(&left(&lefts), &right(&rights)), lefts.len(), rights.len());
    }
}
