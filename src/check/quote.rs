//! Where a text gives what somebody said: what stands between quotation marks.

use super::mask::Mask;
use crate::model::Span;

/// The quotations of a text. A quotation may run over several sentences, over the lines of one
/// paragraph, and over paragraphs that each open it anew.
pub(super) fn quotations(text: &str) -> Mask {
    let mut spans = Vec::new();
    let mut open = None;
    // Up to here single marks have been looked at.
    let mut looked = 0;
    for (at, c) in text.char_indices() {
        match c {
            '\n' => {
                if let Some(start) = open.filter(|_| !goes_on(text, at)) {
                    spans.push(Span::new(start, at));
                    open = None;
                }
            }
            '"' | '“' | '”' | '„' | '«' | '»' => match open {
                Some(start) if !opens(text, at, c) => {
                    spans.push(Span::new(start, at));
                    open = None;
                }
                None if opens(text, at, c) || c == '"' && may_open(text, at) => {
                    open = Some(at + c.len_utf8());
                }
                _ => {}
            },
            '\'' | '‘' if open.is_none() && at >= looked && opens(text, at, c) => {
                let line = text[at..].find('\n').map_or(text.len(), |n| at + n);
                let end = closing(&text[..line], at + c.len_utf8());
                looked = end.unwrap_or(line);
                spans.extend(end.map(|end| Span::new(at + c.len_utf8(), end)));
            }
            _ => {}
        }
    }
    spans.extend(open.map(|start| Span::new(start, text.len())));
    Mask::of(spans)
}

fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().nth(1)
}

/// Whether a mark stands where one opens: a blank, a bracket, a dash or another mark before it, no
/// blank behind it.
fn opens(text: &str, at: usize, c: char) -> bool {
    match c {
        '“' | '„' | '«' => true,
        '”' | '»' => false,
        _ => {
            let free = before(text, at).is_none_or(|b| {
                b.is_whitespace()
                    || matches!(b, '(' | '[' | '-' | '–' | '—' | '/' | '“' | '«' | '>' | '*' | '_')
            });
            free && after(text, at).is_some_and(|a| !a.is_whitespace())
        }
    }
}

/// Whether a straight mark may open where none is open: carelessly set ("katanya:"Ya"), but no
/// inches.
fn may_open(text: &str, at: usize) -> bool {
    let digit = before(text, at).is_some_and(|b| b.is_ascii_digit());
    !digit && after(text, at).is_some_and(|a| a.is_alphanumeric() || matches!(a, ' ' | '\''))
}

/// Where a single mark closes: behind a word or its stop, before none. An apostrophe at the end of a
/// word looks the same.
fn closing(line: &str, from: usize) -> Option<usize> {
    line[from..].char_indices().map(|(n, c)| (from + n, c)).find_map(|(at, c)| {
        let mark = matches!(c, '\'' | '’');
        let behind = before(line, at).is_some_and(|b| !b.is_whitespace());
        let free = after(line, at).is_none_or(|a| !a.is_alphanumeric());
        (mark && at > from && behind && free).then_some(at)
    })
}

/// Whether a quotation goes on behind the line break at `at`: the next paragraph opens it anew, or
/// the line breaks off in mid-sentence.
fn goes_on(text: &str, at: usize) -> bool {
    let rest = &text[at + 1..];
    if rest.trim_start().starts_with(['"', '“', '„', '«']) {
        return true;
    }
    let next = rest.trim_start_matches([' ', '\t', '\r']);
    let stopped = text[..at].trim_end().ends_with(['.', '!', '?', '…', ':']);
    !next.starts_with('\n') && !next.is_empty() && !stopped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_quoted(text: &str, part: &str) -> bool {
        let at = text.find(part).unwrap();
        quotations(text).covers(Span::new(at, at + part.len()))
    }

    #[test]
    fn what_is_quoted() {
        for text in [
            "Kata dia, \"Ya udah, pulang.\"",
            "“Capek. Panas. Ya udah, pulang,” katanya.",
            "«Ya udah», katanya",
            "„Ya udah“, katanya",
            "Dia bilang, \"Kata ibu, 'Ya udah.' Begitu.\"",
            "Dia bilang, 'Ya udah,' lalu pergi.",
            "Dia bilang ‘ya udah’ lalu pergi.",
            "Istilah 'udah' itu",
            "\"Saya lapar\nya udah makan,\" katanya.",
            "\"Saya lapar.\n\n\"Ya udah makan,\" katanya.",
            "“Saya lapar.\n“Jadi begini.\n“Ya udah makan,” katanya.",
            "katanya:\"ya udah\" begitu",
            "Layar 14\" itu, katanya, \"ya udah\" rusak",
            "(\"Ya udah\")",
        ] {
            assert!(is_quoted(text, "udah"), "{text}");
        }
        for text in [
            "\"Ya,\" katanya. Dia udah pulang. \"Baik.\"",
            "“Saya lapar.\n\nDia udah makan.",
            "\"Saya lapar.\nDia udah makan.\n",
            "Layar 14\" itu udah rusak",
            "Jum'at itu dia udah pulang dari rumah Ma'ruf.",
            "Dia 'kan udah pulang.",
            "'Ya,' katanya. Dia udah pulang, 'kan?",
        ] {
            assert!(!is_quoted(text, "udah"), "{text}");
        }
    }
}
