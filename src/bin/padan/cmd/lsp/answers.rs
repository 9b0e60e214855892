//! Findings as diagnostics and as quick fixes.

use super::document::Document;
use lsp_types::{DiagnosticSeverity, Range};
use padan::model::{Finding, Rule, Severity};
use serde_json::{Value, json};

/// The name under which editors show what comes from here.
const SOURCE: &str = "padan";
/// All certain replacements of a text at once, for editors that fix on saving.
const FIX_ALL: &str = "source.fixAll";
const QUICK_FIX: &str = "quickfix";

pub(super) fn diagnostic(finding: &Finding, document: &Document) -> Value {
    let severity = match finding.rule.severity() {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    };
    json!({
        "range": range(finding, document),
        "severity": severity,
        "code": finding.rule.name(),
        "source": SOURCE,
        "message": finding.message,
    })
}

fn range(finding: &Finding, document: &Document) -> Range {
    document.range(finding.place.byte_start, finding.place.byte_end)
}

/// What to write instead, where the words stand in the text just as they were found: in JSON or
/// XML they may be written with escapes. The equivalents of a term belong to the other language.
fn replacements<'f>(finding: &'f Finding, document: &Document) -> Option<&'f [String]> {
    let there = document.text().get(finding.place.byte_start..finding.place.byte_end);
    (finding.rule != Rule::Term && there == Some(finding.found.as_str()))
        .then_some(&finding.suggestions)
}

fn edit(finding: &Finding, instead: &str, document: &Document) -> Value {
    json!({ "range": range(finding, document), "newText": instead })
}

/// The fixes of the findings that a range touches. `only` are the kinds that the editor wants.
pub(super) fn actions(
    uri: &str,
    document: &Document,
    findings: &[Finding],
    asked: Range,
    only: Option<&[String]>,
) -> Vec<Value> {
    // A kind stands for all that are named below it: "source" for "source.fixAll".
    let wanted = |kind: &str| {
        only.is_none_or(|list| {
            list.iter().any(|o| {
                kind.strip_prefix(o.as_str()).is_some_and(|r| r.is_empty() || r.starts_with('.'))
                    || o.starts_with(kind) && kind == FIX_ALL
            })
        })
    };
    let mut out = Vec::new();
    let (start, end) = (document.byte(asked.start), document.byte(asked.end));
    for finding in findings {
        let place = &finding.place;
        if !wanted(QUICK_FIX) || place.byte_end < start || end < place.byte_start {
            continue;
        }
        for instead in replacements(finding, document).unwrap_or_default() {
            out.push(json!({
                "title": format!("Write \"{instead}\""),
                "kind": QUICK_FIX,
                "diagnostics": [diagnostic(finding, document)],
                "isPreferred": finding.certain,
                "edit": { "changes": { uri: [edit(finding, instead, document)] } },
            }));
        }
    }
    let mut edits = Vec::new();
    let mut from = 0;
    for finding in findings.iter().filter(|f| f.certain) {
        if let Some([instead]) = replacements(finding, document)
            && finding.place.byte_start >= from
            && is_plain(instead)
        {
            from = finding.place.byte_end;
            edits.push(edit(finding, instead, document));
        }
    }
    if wanted(FIX_ALL) && !edits.is_empty() {
        out.push(json!({
            "title": "Put in all certain replacements",
            "kind": FIX_ALL,
            "edit": { "changes": { uri: edits } },
        }));
    }
    out
}

/// Without marks that a table, JSON or XML would need escaped.
fn is_plain(instead: &str) -> bool {
    instead.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '.'))
}
