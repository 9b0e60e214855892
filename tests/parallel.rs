//! Parallel mode as a user runs it, on documents made from padan's own sentence pairs.

use crate::support::{padan, padan_ok, root, rows, text};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// A line of a side, with the numbers of the pairs it is made of.
type Line = (Vec<usize>, String);

/// 150 neighbouring pairs of a file from its middle on.
fn sides() -> [Vec<Line>; 2] {
    let all = text("corpus/parallel/talks-01.tsv");
    let pairs: Vec<(&str, &str)> =
        all.lines().skip(400).take(150).filter_map(|l| l.split_once('\t')).collect();
    let side = |pick: fn(&(&str, &str)) -> String| {
        pairs.iter().enumerate().map(|(n, p)| (vec![n], pick(p))).collect()
    };
    [side(|p| p.0.to_owned()), side(|p| p.1.to_owned())]
}

/// Leaves out the lines whose number gives one of `gone` when divided by `by`.
fn without(side: &[Line], by: usize, gone: &[usize]) -> Vec<Line> {
    side.iter().filter(|l| !gone.contains(&(l.0[0] * 7 % by))).cloned().collect()
}

/// Joins every `by`th line to the next, from `first` on.
fn joined(side: &[Line], by: usize, first: usize) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    for (n, line) in side.iter().enumerate() {
        if n % by == first && n > 0 {
            let last = out.last_mut().unwrap();
            last.0.extend(&line.0);
            last.1 = format!("{} {}", last.1, line.1);
        } else {
            out.push(line.clone());
        }
    }
    out
}

/// Gold beads with partners: lines that share a pair, from 1. Joins never meet in these documents
/// but in chains, which are followed.
fn gold(left: &[Line], right: &[Line]) -> BTreeSet<(Vec<usize>, Vec<usize>)> {
    let mut out = BTreeSet::new();
    let mut used = BTreeSet::new();
    for start in 0..left.len() {
        if used.contains(&start) {
            continue;
        }
        let (mut lefts, mut rights) = (BTreeSet::from([start]), BTreeSet::new());
        loop {
            let before = lefts.len() + rights.len();
            for (j, line) in right.iter().enumerate() {
                if lefts.iter().any(|&i| left[i].0.iter().any(|n| line.0.contains(n))) {
                    rights.insert(j);
                }
            }
            for (i, line) in left.iter().enumerate() {
                if rights.iter().any(|&j: &usize| right[j].0.iter().any(|n| line.0.contains(n))) {
                    lefts.insert(i);
                }
            }
            if lefts.len() + rights.len() == before {
                break;
            }
        }
        used.extend(lefts.iter().copied());
        if !rights.is_empty() {
            let numbers = |set: BTreeSet<usize>| set.into_iter().map(|n| n + 1).collect::<Vec<_>>();
            out.insert((numbers(lefts), numbers(rights)));
        }
    }
    out
}

fn write(folder: &Path, left: &[Line], right: &[Line]) {
    let whole = |side: &[Line]| side.iter().map(|l| l.1.clone() + "\n").collect::<String>();
    fs::write(folder.join("d.id.txt"), whole(left)).unwrap();
    fs::write(folder.join("d.en.txt"), whole(right)).unwrap();
}

fn numbers(field: &str) -> Vec<usize> {
    let Some((first, last)) = field.split_once('-') else {
        return field.parse().into_iter().collect();
    };
    (first.parse().unwrap()..=last.parse().unwrap()).collect()
}

fn documents() -> Vec<(&'static str, Vec<Line>, Vec<Line>)> {
    let [id, en] = sides();
    let mut swapped = en.clone();
    for start in (0..swapped.len() - 5).step_by(25) {
        swapped.swap(start + 1, start + 3);
    }
    vec![
        ("parallel clean", id.clone(), en.clone()),
        ("parallel deleted", without(&id, 10, &[1, 4]), without(&en, 10, &[2, 7])),
        (
            "parallel half deleted",
            without(&id, 10, &[0, 2, 3, 6, 9]),
            without(&en, 10, &[1, 2, 5, 7, 9]),
        ),
        ("parallel joined", joined(&id, 7, 3), joined(&en, 9, 5)),
        ("parallel swapped", id, swapped),
    ]
}

/// The sentences are padan's own and its word table has learned from them, so this is no measure of
/// quality on other text: it guards against a change that breaks parallel mode.
#[test]
fn beads_are_found_again() {
    let floors = rows(&root("tests/floors.csv"));
    for (name, left, right) in documents() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &left, &right);
        // No mode is given: every one of them must be seen to be a translation.
        let said = padan_ok(
            folder.path(),
            &["align", "--lines", "d.id.txt", "d.en.txt", "--output", "b.csv"],
        );
        assert!(said.contains("a text and its translation"), "{name}: {said}");
        let beads = rows(&folder.path().join("b.csv"));
        for (column, side) in [(5, &left), (11, &right)] {
            let mut all: Vec<usize> =
                beads.iter().skip(1).flat_map(|r| numbers(&r[column])).collect();
            all.sort_unstable();
            assert_eq!(all, (1..=side.len()).collect::<Vec<_>>(), "{name}, column {column}");
        }
        let found: BTreeSet<_> = beads
            .iter()
            .skip(1)
            .map(|r| (numbers(&r[5]), numbers(&r[11])))
            .filter(|b| !b.0.is_empty() && !b.1.is_empty())
            .collect();
        let gold = gold(&left, &right);
        let right = found.intersection(&gold).count() as f64;
        let f1 = 2.0 * right / (found.len() + gold.len()) as f64;
        println!("{name}: strict F1 {f1:.3} over {} beads", gold.len());
        let floor: f64 =
            floors.iter().find(|r| r[0] == name).map(|r| r[1].parse().unwrap()).unwrap();
        assert!(f1 >= floor, "{name}: {f1:.3} is under its floor {floor}");
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (_, left, right) = documents().remove(3);
    write(folder.path(), &left, &right);
    for (threads, out) in [("1", "one.csv"), ("2", "two.csv")] {
        let args = [
            "align",
            "--mode",
            "parallel",
            "--lines",
            "d.id.txt",
            "d.en.txt",
            "--threads",
            threads,
            "--output",
            out,
        ];
        padan_ok(folder.path(), &args);
    }
    let read = |name: &str| fs::read(folder.path().join(name)).unwrap();
    assert!(read("one.csv") == read("two.csv"));
}

/// Every document of a list as if it were aligned alone; rows that cannot be done are told.
#[test]
fn many_documents_in_one_go() {
    let folder = tempfile::tempdir().unwrap();
    let mut list = String::from("# text, translation, beads\n");
    for (n, (_, left, right)) in documents().into_iter().enumerate() {
        let inside = folder.path().join(n.to_string());
        fs::create_dir(&inside).unwrap();
        write(&inside, &left, &right);
        let names = [format!("{n}/d.id.txt"), format!("{n}/d.en.txt")];
        let alone = format!("{n}/alone.csv");
        padan_ok(
            folder.path(),
            &["align", "--mode", "parallel", "--lines", &names[0], &names[1], "-o", &alone],
        );
        list += &[&names[0], "\t", &names[1], "\t", &n.to_string(), "/batch.csv\n"].concat();
    }
    fs::write(folder.path().join("good.tsv"), &list).unwrap();
    let said = padan_ok(folder.path(), &["align", "--batch", "--lines", "good.tsv"]);
    assert!(said.contains("in 5 texts with their translations"), "{said}");
    for n in 0..5 {
        let read = |name: &str| fs::read(folder.path().join(n.to_string()).join(name)).unwrap();
        assert!(read("alone.csv") == read("batch.csv"), "document {n}");
    }
    list += "0/d.id.txt\tnone.txt\tnone.csv\nonly one field\n1/d.id.txt\t1/d.en.txt\tlast.csv\n";
    fs::write(folder.path().join("bad.tsv"), &list).unwrap();
    let out = padan(folder.path(), &["align", "--batch", "--lines", "bad.tsv"]);
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(!out.status.success());
    assert!(said.contains("bad.tsv:7") && said.contains("none.txt"), "{said}");
    assert!(said.contains("bad.tsv:8: expected a text, its translation"), "{said}");
    assert!(said.contains("2 rows of the list were not aligned"), "{said}");
    assert!(folder.path().join("last.csv").is_file() && !folder.path().join("none.csv").exists());
    let out = padan(folder.path(), &["align", "--batch", "--strict", "--lines", "bad.tsv"]);
    assert!(!out.status.success());
}

#[test]
fn reports_of_one_event_are_not_taken_for_a_translation() {
    let out = padan(
        &root("."),
        &[
            "align",
            "corpus/moscow-visit/moscow-visit-kanwara.id.txt",
            "corpus/moscow-visit/moscow-visit-meridian.en.txt",
        ],
    );
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(said.contains("two articles in any order"), "{said}");
}
