//! Indonesian roots and English lemmas against lists made by hand.

use crate::support::{root, rows};
use padan::lexicon::Lexicon;

/// The words were drawn blind from running text and their roots written down without looking at
/// what the program says. Alternatives are separated by `|`.
#[test]
fn the_right_root_is_in_the_set() {
    let lexicon = Lexicon::builtin();
    let gold = rows(&root("tests/gold/morphology.csv"));
    let mut wrong = Vec::new();
    for row in gold.iter().skip(1) {
        let roots = lexicon.roots(&row[0]);
        if !row[1].split('|').any(|r| roots.iter().any(|found| found == r)) {
            wrong.push(format!("{} {} {roots:?}", row[0], row[1]));
        }
    }
    let count = gold.len() - 1;
    let share = 1.0 - wrong.len() as f64 / count as f64;
    println!("right root in the set: {share:.4} of {count}\n{}", wrong.join("\n"));
    assert!(count >= 1500, "{count} words");
    let floor = floor("roots");
    assert!(share >= floor, "{share:.4} is under its floor {floor}");
}

fn floor(name: &str) -> f64 {
    rows(&root("tests/floors.csv"))
        .into_iter()
        .find(|r| r[0] == name)
        .map(|r| r[1].parse().unwrap())
        .unwrap()
}

/// The forms and their lemmas, in American spelling, were written down before the program was
/// asked for any of them. Alternatives are separated by `|`. What was missed of the first list was
/// mended; the second was written after that, and what is missed of it was left.
#[test]
fn english_forms_have_the_right_lemma() {
    let lexicon = Lexicon::builtin();
    for (file, name, least) in
        [("lemmas.csv", "lemmas", 1200), ("lemmas_unseen.csv", "lemmas unseen", 350)]
    {
        let gold = rows(&root("tests/gold").join(file));
        let mut wrong = Vec::new();
        for row in gold.iter().skip(1) {
            let lemma = lexicon.lemma(&row[0]);
            if !row[1].split('|').any(|l| l == lemma) {
                wrong.push(format!("{} {} {lemma}", row[0], row[1]));
            }
        }
        let count = gold.len() - 1;
        let share = 1.0 - wrong.len() as f64 / count as f64;
        println!("{name}: {share:.4} of {count}\n{}", wrong.join("\n"));
        assert!(count >= least, "{file}: {count} forms");
        let floor = floor(name);
        assert!(share >= floor, "{name}: {share:.4} is under its floor {floor}");
    }
}
