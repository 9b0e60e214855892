//! The sentence splitter against hard cases of each language.

use crate::support::text;
use padan::language::facts;
use padan::model::Lang;

struct Case {
    line: usize,
    input: String,
    expected: Vec<String>,
}

/// Reads a golden file; a malformed case is a failure, not a case left out.
fn cases(file: &str) -> Vec<Case> {
    let mut out = Vec::new();
    let mut input: Option<(usize, String)> = None;
    let mut expected: Option<Vec<String>> = None;
    for (at, line) in text(file).lines().enumerate() {
        match (&mut input, &mut expected) {
            (None, _) if line.starts_with('#') || line.is_empty() => {}
            (None, _) => input = Some((at + 1, line.to_owned())),
            (Some(_), None) => {
                assert_eq!(line, "---", "{file}:{}: expected --- after the input", at + 1);
                expected = Some(Vec::new());
            }
            (Some(_), Some(list)) if line != "===" => list.push(line.to_owned()),
            (Some(_), Some(_)) => {
                let (line, input) = input.take().unwrap();
                let expected = expected.take().unwrap();
                assert!(!expected.is_empty(), "{file}:{line}: no expected sentence");
                out.push(Case { line, input, expected });
            }
        }
    }
    assert!(input.is_none(), "{file}: the last case has no ===");
    out
}

/// F1 of sentence boundaries (the paragraph's end not counted), and the cases that differ.
fn boundary_f1(file: &str, lang: Lang) -> (f64, usize, Vec<String>) {
    let cases = cases(file);
    let (mut right, mut found, mut wanted) = (0, 0, 0);
    let mut wrong = Vec::new();
    for case in &cases {
        let ends = |pieces: &[&str]| -> Vec<usize> {
            // Letters before each inner boundary: white space at a cut may differ.
            let mut count = 0;
            let mut ends: Vec<usize> = pieces
                .iter()
                .map(|p| {
                    count += p.chars().filter(|c| !c.is_whitespace()).count();
                    count
                })
                .collect();
            ends.pop();
            ends
        };
        let spans = padan::segment::split(&case.input, facts(lang));
        let got: Vec<&str> = spans.iter().map(|s| s.of(&case.input)).collect();
        let expected: Vec<&str> = case.expected.iter().map(String::as_str).collect();
        let (g, e) = (ends(&got), ends(&expected));
        right += g.iter().filter(|x| e.contains(x)).count();
        found += g.len();
        wanted += e.len();
        if g != e {
            wrong.push(format!("{file}:{}: {got:#?}", case.line));
        }
    }
    let (p, r) = (right as f64 / found as f64, right as f64 / wanted as f64);
    (2.0 * p * r / (p + r), cases.len(), wrong)
}

fn check(file: &str, lang: Lang, floor: f64) {
    let (f1, count, wrong) = boundary_f1(file, lang);
    println!(
        "{file}: boundary F1 {f1:.4}, {} of {count} cases differ\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(count >= 300, "{file}: {count} cases");
    assert!(
        f1 >= floor,
        "{file}: boundary F1 {f1:.4} is under its floor {floor}:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn indonesian_boundaries() {
    check("tests/golden/segment/id.txt", Lang::Id, 0.98);
}

#[test]
fn english_boundaries() {
    check("tests/golden/segment/en.txt", Lang::En, 0.98);
}
