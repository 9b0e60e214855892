//! Two versions of a text as a unified diff. Replacements never change the number of lines, so
//! lines stand against lines.

use std::io::{Result, Write};
use std::path::Path;

/// Unchanged lines around a changed one.
const CONTEXT: usize = 3;

/// What changes in a file, as `patch` and `git apply` read it; nothing if nothing does.
pub fn diff(out: &mut dyn Write, path: &Path, old: &str, new: &str) -> Result<()> {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split_inclusive('\n').collect();
    debug_assert_eq!(old.len(), new.len(), "a replacement has no line break");
    let changed: Vec<usize> = (0..old.len().min(new.len())).filter(|&n| old[n] != new[n]).collect();
    if changed.is_empty() {
        return Ok(());
    }
    let name = super::findings::slashed(path);
    let (a, b) = if name.starts_with('/') { ("", "") } else { ("a/", "b/") };
    writeln!(out, "--- {a}{name}\n+++ {b}{name}")?;
    let mut at = 0;
    while at < changed.len() {
        let first = changed[at];
        let mut last = first;
        while at < changed.len() && changed[at] <= last + 2 * CONTEXT {
            last = changed[at];
            at += 1;
        }
        let (from, to) = (first.saturating_sub(CONTEXT), (last + CONTEXT + 1).min(old.len()));
        let count = to - from;
        writeln!(out, "@@ -{},{count} +{},{count} @@", from + 1, from + 1)?;
        let mut n = from;
        while n < to {
            if old[n] == new[n] {
                line(out, ' ', old[n])?;
                n += 1;
                continue;
            }
            let end = (n..to).find(|&k| old[k] == new[k]).unwrap_or(to);
            for text in &old[n..end] {
                line(out, '-', text)?;
            }
            for text in &new[n..end] {
                line(out, '+', text)?;
            }
            n = end;
        }
    }
    Ok(())
}

fn line(out: &mut dyn Write, sign: char, text: &str) -> Result<()> {
    match text.strip_suffix('\n') {
        Some(text) => writeln!(out, "{sign}{text}"),
        None => writeln!(out, "{sign}{text}\n\\ No newline at end of file"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hunks_with_context() {
        let old = "a\nb\nc\nd\nijin\nf\ng\nh\ni\nj\nk\nl\nm\nijin";
        let mut out = Vec::new();
        diff(&mut out, Path::new("x.txt"), old, &old.replace("ijin", "izin")).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "--- a/x.txt\n+++ b/x.txt\n@@ -2,7 +2,7 @@\n b\n c\n d\n-ijin\n+izin\n f\n g\n h\n@@ -11,4 +11,4 @@\n k\n l\n m\n-ijin\n\\ No newline at end of file\n+izin\n\\ No newline at end of file\n"
        );
        let mut out = Vec::new();
        diff(&mut out, Path::new("x.txt"), old, old).unwrap();
        assert!(out.is_empty());
    }
}
