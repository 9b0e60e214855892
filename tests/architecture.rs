//! Data flows one way: a room imports only the rooms under it.

use crate::support::root;
use std::path::Path;

/// Each room with what it may import.
const ALLOWED: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("error", &[]),
    ("settings", &["model"]),
    ("language", &["model"]),
    ("lexicon", &["model", "language"]),
    ("read", &["model", "error", "language"]),
    ("segment", &["model", "language"]),
    ("analyse", &["model", "language", "lexicon"]),
    ("names", &["model", "language", "lexicon"]),
    ("score", &["model", "language", "lexicon", "settings"]),
    ("align", &["model", "score", "settings"]),
    ("bitext", &["model", "lexicon", "score"]),
    ("glossary", &["model", "language", "lexicon", "names"]),
    ("eval", &["model", "error"]),
    ("learn", &[]),
    ("training", &["model", "analyse", "learn", "lexicon"]),
    ("comparable", &["model", "align", "score", "settings", "pipeline"]),
    ("memory", &["analyse", "lexicon"]),
    ("parallel", &["model", "bitext", "lexicon", "score", "settings", "pipeline"]),
    ("collecting", &["model", "glossary", "lexicon", "names", "pipeline", "read", "score"]),
    ("check", &["model", "language", "lexicon", "segment", "analyse", "names"]),
    ("export", &["model", "error", "pipeline"]),
    ("mining", &["model", "analyse", "lexicon", "align", "score", "settings", "pipeline"]),
];

fn sources(folder: &Path, out: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else if path.extension().is_some_and(|e| e == "rs") {
            out.push(path);
        }
    }
}

#[test]
fn rooms_import_only_what_lies_under_them() {
    let src = root("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut wrong = Vec::new();
    let mut checked = 0;
    for file in files {
        let inside = file.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        let room = inside.split(['/', '.']).next().unwrap_or("").to_owned();
        // Tests of a room may put a whole run together.
        if inside.ends_with("tests.rs") {
            continue;
        }
        let Some((_, allowed)) = ALLOWED.iter().find(|(r, _)| *r == room) else { continue };
        checked += 1;
        for (at, line) in std::fs::read_to_string(&file).unwrap().lines().enumerate() {
            let mut rest = line;
            while let Some(found) = rest.find("crate::") {
                rest = &rest[found + "crate::".len()..];
                let target: String =
                    rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let own = target == room || target.starts_with(char::is_uppercase);
                if !own && !allowed.contains(&target.as_str()) {
                    wrong.push(format!("{inside}:{}: {room} imports {target}", at + 1));
                }
            }
        }
    }
    assert!(checked > 30, "only {checked} files were looked at");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
