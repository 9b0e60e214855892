//! Comments that tell the checker to leave something alone, each with its reason.
//!
//! `padan:ignore spelling (quoted from the law)` on a line of its own holds for the next line, at
//! the end of a line for that line; `padan:ignore-file` for the whole file. In Markdown, HTML and
//! XML it may stand inside `<!-- -->`, elsewhere behind `#`, `//` or `%`.

use crate::model::{Rule, Span};

/// The ignore comments of a file.
#[derive(Debug, Default)]
pub(super) struct Ignores {
    rules: Vec<Ignore>,
    /// What is wrong with them, by place in the file's text.
    pub(super) wrong: Vec<(Span, String)>,
}

#[derive(Debug)]
struct Ignore {
    /// Lines, counted from 0, end exclusive.
    lines: std::ops::Range<usize>,
    /// Every rule where none is named.
    rules: Vec<Rule>,
}

impl Ignores {
    /// Of a decoded file.
    pub(super) fn new(text: &str) -> Self {
        let mut out = Self::default();
        if !text.contains("padan") {
            return out;
        }
        let mut start = 0;
        for (number, line) in text.split_inclusive('\n').enumerate() {
            if let Some(at) = line.find("padan") {
                out.line(number, start, line.trim_end(), at);
            }
            start += line.len();
        }
        out
    }

    fn line(&mut self, number: usize, start: usize, line: &str, at: usize) {
        let Some(rest) = line[at..].strip_prefix("padan").map(str::trim_start) else { return };
        let Some(rest) = rest.strip_prefix(':').map(str::trim_start) else { return };
        let Some(rest) = rest.strip_prefix("ignore") else { return };
        let before = line[..at].trim_end();
        let Some(lead) = LEADS.iter().find_map(|l| before.strip_suffix(l)) else { return };
        let comment = before.len() > lead.len();
        // Without a comment mark it must begin the line: a text may speak of padan: ignore.
        if !comment && !before.is_empty() {
            return;
        }
        let (whole, rest) = match rest.strip_prefix("-file") {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        if rest.starts_with(|c: char| c.is_alphanumeric() || c == '-') {
            return;
        }
        let rest = rest.split("-->").next().unwrap_or(rest).trim();
        let (names, reason) = match rest.split_once('(') {
            Some((names, reason)) => (names, reason.trim_end().trim_end_matches(')').trim()),
            None => (rest, ""),
        };
        let span = Span::new(start + at, start + line.len());
        if reason.is_empty() {
            let message = "an ignore needs its reason in brackets, so that others know: padan:ignore spelling (why)";
            self.wrong.push((span, message.to_owned()));
        }
        let mut rules = Vec::new();
        for name in names.split([' ', ',', '\t']).filter(|n| !n.is_empty() && *n != "all") {
            match Rule::from_name(name) {
                Some(rule) => rules.push(rule),
                None => self.wrong.push((span, unknown(name))),
            }
        }
        if rules.is_empty() && names.split([' ', ',']).any(|n| !n.trim().is_empty() && n != "all") {
            return; // Only rules that are not known: it ignores nothing.
        }
        let alone = lead.trim().is_empty();
        let lines = match (whole, alone) {
            (true, _) => 0..usize::MAX,
            (false, true) => number..number + 2,
            (false, false) => number..number + 1,
        };
        self.rules.push(Ignore { lines, rules });
    }

    /// Whether findings of a rule on these lines (from 0, both included) are to be left alone.
    pub(super) fn holds(&self, rule: Rule, first: usize, last: usize) -> bool {
        rule != Rule::Ignore
            && self.rules.iter().any(|i| {
                (i.rules.is_empty() || i.rules.contains(&rule))
                    && i.lines.start <= last
                    && first < i.lines.end
            })
    }
}

/// What may stand before a comment; the empty one last.
const LEADS: [&str; 6] = ["<!--", "//", "#", "%", ";", ""];

fn unknown(name: &str) -> String {
    let all: Vec<&str> =
        Rule::ALL.iter().filter(|r| **r != Rule::Ignore).map(|r| r.name()).collect();
    format!("there is no rule \"{name}\" to ignore; there are {}", all.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_files_and_reasons() {
        let text = "padan:ignore spelling (nama toko)\nsatu\ndua <!-- padan: ignore (kutipan) -->\ntiga\n# padan: ignore variant\nempat\nkata padan: ignore di sini\n";
        let ignores = Ignores::new(text);
        assert!(ignores.holds(Rule::Spelling, 1, 1) && !ignores.holds(Rule::Variant, 1, 1));
        assert!(ignores.holds(Rule::Variant, 2, 2) && !ignores.holds(Rule::Variant, 3, 3));
        assert!(ignores.holds(Rule::Variant, 5, 5));
        assert_eq!(ignores.wrong.len(), 1, "{:?}", ignores.wrong);
        assert!(!ignores.holds(Rule::Spelling, 7, 7));
        let whole = Ignores::new("a\n<!-- padan:ignore-file name, date (terjemahan bebas) -->\n");
        assert!(whole.holds(Rule::Date, 99, 99) && !whole.holds(Rule::Number, 99, 99));
        assert_eq!(Ignores::new("padan:ignore speling (x)").wrong.len(), 1);
        assert!(!Ignores::new("padan:ignore speling (x)\n").holds(Rule::Spelling, 0, 0));
    }
}
