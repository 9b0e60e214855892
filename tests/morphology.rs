//! Indonesian roots against a list checked by hand.

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
    let floor: f64 = rows(&root("tests/floors.csv"))
        .into_iter()
        .find(|r| r[0] == "roots")
        .map(|r| r[1].parse().unwrap())
        .unwrap();
    assert!(count >= 1500, "{count} words");
    assert!(share >= floor, "{share:.4} is under its floor {floor}");
}
