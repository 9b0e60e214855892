//! What the command tells people: on standard error, plain words.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::{IsTerminal, Write};
use std::time::Duration;

/// One line on standard error. A closed standard error is nobody's loss.
pub(crate) fn line(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// An error with everything under it.
pub(crate) fn error(error: &anyhow::Error) {
    line(&format!("padan: {error:#}"));
}

/// Things that went wrong while the rest went on.
pub(crate) fn problems(problems: &[padan::Error]) {
    const MOST: usize = 20;
    for p in problems.iter().take(MOST) {
        let source = std::error::Error::source(p).map(|s| format!(": {s}")).unwrap_or_default();
        line(&format!("note: {p}{source}"));
    }
    if problems.len() > MOST {
        line(&format!("note: ... and {} more like these", problems.len() - MOST));
    }
}

/// A line that moves while something long is done; only on a terminal.
pub(crate) fn busy(what: &'static str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

/// A bar that fills while something long is done in steps; only on a terminal.
pub(crate) fn steps(what: &'static str) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(1);
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos} of {len} {elapsed}") {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar.enable_steady_tick(Duration::from_millis(120));
    bar
}

/// `1 article`, `2 articles`, with thousands grouped.
pub(crate) fn count(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { many })
}

fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}
