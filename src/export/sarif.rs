//! Findings as SARIF 2.1.0, which code hosts and editors read.

use super::findings::slashed;
use crate::model::{Finding, Rule};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{Result, Write};
use std::path::Path;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// One run with every rule and every finding; a certain replacement is a `fix`.
pub fn findings_sarif(out: &mut dyn Write, findings: &[Finding]) -> Result<()> {
    let rules: Vec<Value> = Rule::ALL
        .iter()
        .map(|rule| {
            json!({
                "id": rule.name(),
                "shortDescription": { "text": rule.summary() },
                "defaultConfiguration": { "level": rule.severity().name() },
            })
        })
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "padan",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(result).collect::<Vec<Value>>(),
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)?;
    out.flush()
}

fn result(f: &Finding) -> Value {
    let p = &f.place;
    let uri = uri(&f.path);
    let region = json!({
        "startLine": p.line,
        "startColumn": p.column,
        "endLine": p.end_line,
        "endColumn": p.end_column,
        "charOffset": p.char_start,
        "charLength": p.char_end - p.char_start,
        "byteOffset": p.byte_start,
        "byteLength": p.byte_end - p.byte_start,
        "snippet": { "text": f.found },
    });
    let mut result = json!({
        "ruleId": f.rule.name(),
        "ruleIndex": Rule::ALL.iter().position(|r| *r == f.rule),
        "level": f.rule.severity().name(),
        "message": { "text": f.message },
        "locations": [{ "physicalLocation": { "artifactLocation": { "uri": uri }, "region": region } }],
    });
    if let (true, Some(instead)) = (f.certain, f.suggestions.first()) {
        result["fixes"] = json!([{
            "description": { "text": format!("Write {instead}") },
            "artifactChanges": [{
                "artifactLocation": { "uri": uri },
                "replacements": [{
                    "deletedRegion": {
                        "startLine": p.line,
                        "startColumn": p.column,
                        "endLine": p.end_line,
                        "endColumn": p.end_column,
                    },
                    "insertedContent": { "text": instead },
                }],
            }],
        }]);
    }
    result
}

/// A relative path as a relative reference, an absolute one as `file://`.
fn uri(path: &Path) -> String {
    let mut out = String::new();
    let path = slashed(path);
    if path.starts_with('/') {
        out.push_str("file://");
    } else if path.as_bytes().get(1) == Some(&b':') {
        out.push_str("file:///");
    }
    for b in path.bytes() {
        if b.is_ascii_alphanumeric() || matches!(b, b'/' | b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(b));
        } else {
            let _ = write!(out, "%{b:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_files() {
        assert_eq!(uri(Path::new("./berita/a b%.txt")), "berita/a%20b%25.txt");
        assert_eq!(uri(Path::new("/x/é.txt")), "file:///x/%C3%A9.txt");
    }
}
