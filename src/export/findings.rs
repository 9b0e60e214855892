//! Findings for people (text), scripts (JSON lines) and GitHub's annotations.

use crate::model::{Finding, Severity};
use serde::Serialize;
use std::io::{Result, Write};
use std::path::Path;

/// Lines longer than this are cut around the finding: a paragraph may be one line.
const WIDEST: usize = 100;
/// Characters shown before the finding where a line is cut.
const LEAD: usize = 40;

/// `file:line:column: severity: message [rule]`, the line, and a caret under the spot.
pub fn findings_text(out: &mut dyn Write, findings: &[Finding]) -> Result<()> {
    for f in findings {
        let (place, path) = (&f.place, f.path.display());
        let (rule, severity) = (f.rule.name(), f.rule.severity().name());
        writeln!(
            out,
            "{path}:{}:{}: {severity}: {} [{rule}]",
            place.line, place.column, f.message
        )?;
        let (line, column) = shown(&f.line_text, place.column - 1);
        let length = if place.end_line == place.line { place.end_column - place.column } else { 1 };
        let rest = line.chars().count().saturating_sub(column).max(1);
        let gap: String =
            line.chars().take(column).map(|c| if c == '\t' { c } else { ' ' }).collect();
        writeln!(out, "    {line}")?;
        writeln!(out, "    {gap}{}", "^".repeat(length.clamp(1, rest)))?;
    }
    out.flush()
}

/// The line, or its part around character `column`, and where that character is in it.
fn shown(line: &str, column: usize) -> (String, usize) {
    let all = line.chars().count();
    if all <= WIDEST {
        return (line.to_owned(), column);
    }
    let from = column.saturating_sub(LEAD).min(all - WIDEST);
    let part: String = line.chars().skip(from).take(WIDEST).collect();
    let (before, after) =
        (if from > 0 { "…" } else { "" }, if from + WIDEST < all { "…" } else { "" });
    (format!("{before}{part}{after}"), column - from + before.chars().count())
}

#[derive(Serialize)]
struct Record<'a> {
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    start: usize,
    end: usize,
    rule: &'a str,
    severity: &'a str,
    message: &'a str,
    text: &'a str,
    suggestions: &'a [String],
    fix: bool,
}

/// One JSON object a line; `start` and `end` are bytes of the file on disk.
pub fn findings_json(out: &mut dyn Write, findings: &[Finding]) -> Result<()> {
    for f in findings {
        let p = &f.place;
        let record = Record {
            file: slashed(&f.path),
            line: p.line,
            column: p.column,
            end_line: p.end_line,
            end_column: p.end_column,
            start: p.byte_start,
            end: p.byte_end,
            rule: f.rule.name(),
            severity: f.rule.severity().name(),
            message: &f.message,
            text: &f.found,
            suggestions: &f.suggestions,
            fix: f.certain,
        };
        serde_json::to_writer(&mut *out, &record)?;
        writeln!(out)?;
    }
    out.flush()
}

/// Workflow commands that GitHub shows beside the changed lines.
pub fn findings_github(out: &mut dyn Write, findings: &[Finding]) -> Result<()> {
    for f in findings {
        let level = match f.rule.severity() {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "notice",
        };
        let p = &f.place;
        writeln!(
            out,
            "::{level} file={},line={},endLine={},col={},endColumn={},title=padan {}::{}",
            property(&slashed(&f.path)),
            p.line,
            p.end_line,
            p.column,
            p.end_column,
            property(f.rule.name()),
            data(&f.message)
        )?;
    }
    out.flush()
}

/// Paths with slashes on every system.
pub(super) fn slashed(path: &Path) -> String {
    let path = path.to_string_lossy();
    let path =
        if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/") } else { path.into_owned() };
    path.strip_prefix("./").map(str::to_owned).unwrap_or(path)
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Place, Rule};

    fn finding() -> Finding {
        let place = Place {
            line: 2,
            column: 3,
            end_line: 2,
            end_column: 7,
            char_start: 9,
            char_end: 13,
            byte_start: 10,
            byte_end: 14,
        };
        Finding {
            path: "a,b:c.txt".into(),
            rule: Rule::Spelling,
            place,
            found: "ijin".into(),
            message: "100% \"ijin\"\nx".into(),
            suggestions: vec!["izin".into()],
            certain: true,
            line_text: "a ijin b".into(),
        }
    }

    fn text(write: fn(&mut dyn Write, &[Finding]) -> Result<()>, finding: Finding) -> String {
        let mut out = Vec::new();
        write(&mut out, &[finding]).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_caret_under_the_spot() {
        let said = text(findings_text, finding());
        assert!(said.ends_with("    a ijin b\n      ^^^^\n"), "{said}");
        let long = Finding {
            line_text: format!("{} ijin {}", "x".repeat(300), "y".repeat(300)),
            ..finding()
        };
        let long = Finding { place: Place { column: 302, end_column: 306, ..long.place }, ..long };
        let said = text(findings_text, long);
        let lines: Vec<&str> = said.lines().rev().take(2).collect();
        let at = lines[0].chars().position(|c| c == '^').unwrap();
        assert_eq!(lines[1].chars().skip(at).take(4).collect::<String>(), "ijin");
    }

    #[test]
    fn escapes_of_annotations() {
        assert_eq!(
            text(findings_github, finding()),
            "::warning file=a%2Cb%3Ac.txt,line=2,endLine=2,col=3,endColumn=7,title=padan spelling::100%25 \"ijin\"%0Ax\n"
        );
    }

    #[test]
    fn json_lines() {
        let line: serde_json::Value =
            serde_json::from_str(&text(findings_json, finding())).unwrap();
        assert_eq!(line["suggestions"][0], "izin");
        assert_eq!((line["line"].as_u64(), line["start"].as_u64()), (Some(2), Some(10)));
    }
}
