//! What is not the writer's own running text: addresses, code, quoted lines, quotations marked sic.

use crate::model::Span;

/// Spans of a text, in order, none within another: where nothing is reported, or what is quoted.
#[derive(Debug, Default)]
pub(super) struct Mask(Vec<Span>);

impl Mask {
    /// Of a text; `body` is where it begins behind its front matter.
    pub(super) fn new(text: &str, body: usize) -> Self {
        let mut spans = vec![Span::new(0, body)];
        lines(text, &mut spans);
        targets(text, &mut spans);
        addresses(text, &mut spans);
        marked_sic(text, &mut spans);
        Self::of(spans)
    }

    /// Of spans in any order.
    pub(super) fn of(mut spans: Vec<Span>) -> Self {
        spans.retain(|s| !s.is_empty());
        spans.sort_unstable();
        let mut out: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match out.last_mut() {
                Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
                _ => out.push(span),
            }
        }
        Self(out)
    }

    /// Whether any of a span is masked.
    pub(super) fn covers(&self, span: Span) -> bool {
        let after = self.0.partition_point(|m| m.end <= span.start);
        self.0.get(after).is_some_and(|m| m.start < span.end)
    }
}

/// Code between fences and back quotes, lines quoted with `> `, comments and tags.
fn lines(text: &str, spans: &mut Vec<Span>) {
    let mut fenced = false;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let whole = Span::new(start, start + line.len());
        let plain = line.trim_start();
        let fence = plain.starts_with("```") || plain.starts_with("~~~");
        if fence || fenced || plain.starts_with("> ") || plain.trim_end() == ">" {
            spans.push(whole);
        } else if line.contains('`') {
            between(line, start, '`', spans);
        }
        fenced ^= fence;
        start += line.len();
    }
    let mut from = 0;
    while let Some(open) = text[from..].find('<') {
        let open = from + open;
        let rest = &text[open..];
        let close = if rest.starts_with("<!--") {
            rest.find("-->").map(|at| at + 3)
        } else if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            rest.find('>').map(|at| at + 1).filter(|&end| !rest[..end].contains('\n'))
        } else {
            None
        };
        let end = open + close.unwrap_or(1);
        if close.is_some() {
            spans.push(Span::new(open, end));
        }
        from = end;
    }
}

fn between(line: &str, start: usize, mark: char, spans: &mut Vec<Span>) {
    let mut marks = line.match_indices(mark).map(|(at, _)| at);
    while let (Some(open), Some(close)) = (marks.next(), marks.next()) {
        spans.push(Span::new(start + open, start + close + 1));
    }
}

/// Where links of Markdown lead: `[text](target)`.
fn targets(text: &str, spans: &mut Vec<Span>) {
    for (at, _) in text.match_indices("](") {
        let open = at + "](".len();
        if let Some(length) = text[open..].find([')', '\n']) {
            spans.push(Span::new(open, open + length));
        }
    }
}

/// Web and mail addresses, handles, tags, file names and link targets.
fn addresses(text: &str, spans: &mut Vec<Span>) {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at < end || !matches!(c, '@' | '#' | ':' | '.' | '/' | '\\' | '_') {
            continue;
        }
        let rest = &text[at..];
        let is_stop = |c: char| {
            c.is_whitespace()
                || matches!(c, '<' | '>' | '"' | '“' | '”' | '(' | ')' | '[' | ']' | '|')
        };
        let before = text[..at]
            .rfind(is_stop)
            .map_or(0, |p| p + text[p..].chars().next().map_or(1, char::len_utf8));
        let after = at + rest.find(is_stop).unwrap_or(rest.len());
        let token = text[before..after].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’']);
        let close = before + token.len();
        if close > at && is_address(token) {
            spans.push(Span::new(before, close));
            end = close;
        }
    }
}

fn is_address(token: &str) -> bool {
    if token.contains("://") || token.starts_with("www.") {
        return true;
    }
    if let Some((_, name)) = token.rsplit_once('@') {
        return name.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    }
    if token.strip_prefix('#').is_some_and(|t| t.starts_with(char::is_alphabetic)) {
        return true;
    }
    if token.contains('_')
        && token.chars().any(char::is_alphanumeric)
        && !token.starts_with('_')
        && !token.ends_with('_')
    {
        return true;
    }
    // Host names and files: geosurvey.co.id, catatan.txt, berita.com/apotik.
    let host = token.split(['/', '\\']).next().unwrap_or(token);
    host.rsplit_once('.').is_some_and(|(name, ending)| {
        name.ends_with(|c: char| c.is_ascii_alphanumeric())
            && !name.is_empty()
            && ENDINGS.contains(&ending.to_ascii_lowercase().as_str())
    })
}

/// Endings of hosts and files that no sentence runs into.
const ENDINGS: [&str; 32] = [
    "com", "net", "org", "id", "info", "tv", "io", "gov", "edu", "news", "txt", "md", "csv",
    "json", "jsonl", "html", "htm", "pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png",
    "mp3", "mp4", "toml", "rs", "py", "js", "xml",
];

/// A quotation that holds or is followed by `[sic]`; without a quotation, the word before it.
fn marked_sic(text: &str, spans: &mut Vec<Span>) {
    let lower = text.to_ascii_lowercase();
    for mark in ["[sic]", "(sic)", "[sic!]"] {
        for (at, _) in lower.match_indices(mark) {
            let head = text[..at].trim_end();
            let paragraph = text[..at].rfind('\n').map_or(0, |p| p + 1);
            let end = text[at..].find('\n').map_or(text.len(), |p| at + p);
            let span = quotation(&text[paragraph..end], at - paragraph).map_or_else(
                || {
                    let word = head.rfind(char::is_whitespace).map_or(0, |p| p + 1);
                    Span::new(word.max(paragraph).min(at), at)
                },
                |s| s.shifted(paragraph),
            );
            spans.push(span);
        }
    }
}

/// The quotation of a paragraph that holds byte `at` or ends right before it.
fn quotation(paragraph: &str, at: usize) -> Option<Span> {
    let mut open = None;
    for (here, c) in paragraph.char_indices() {
        let closes = matches!(c, '”' | '»') || c == '"' && open.is_some();
        if closes {
            if let Some(start) = open.take() {
                let end = here + c.len_utf8();
                let behind = at >= end && paragraph[end..at].trim().is_empty();
                if start < at && at < end || behind {
                    return Some(Span::new(start, end));
                }
            }
        } else if matches!(c, '"' | '“' | '«') {
            open = Some(here);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_masked(text: &str, part: &str) -> bool {
        let at = text.find(part).unwrap();
        Mask::new(text, 0).covers(Span::new(at, at + part.len()))
    }

    #[test]
    fn what_is_masked_and_what_is_not() {
        for (text, part) in [
            ("Lihat https://apotik.example/apotik, ya", "/apotik"),
            ("surat apotik@kota.co.id itu", "apotik"),
            ("kata \"ijin [sic] itu\" tadi", "ijin"),
            ("kata \"soal ijin\" [sic] tadi", "ijin"),
            ("soal ijin [sic] tadi", "ijin"),
            ("jalankan `ijin` di sana", "ijin"),
            ("a\n> kata ijin\nb", "ijin"),
            ("a\n```\nijin\n```\nb", "ijin"),
            ("di #ijinusaha dan", "ijin"),
            ("buka ijin.pdf lalu", "ijin"),
            ("<!-- ijin -->", "ijin"),
            ("[tautan](ijin) itu", "ijin"),
        ] {
            assert!(is_masked(text, part), "{text}");
        }
        for (text, part) in [
            ("Ia minta ijin.Polisi diam", "ijin"),
            ("harga < ijin dan > itu", "ijin"),
            ("kata \"ya\" dan ijin \"[sic]\"", "ya"),
            ("(apotik) itu", "apotik"),
            ("a\n```\nx\n```\nijin", "ijin"),
            ("pada 10.30: ijin", "ijin"),
            ("Rp10.000/ijin", "ijin"),
        ] {
            assert!(!is_masked(text, part), "{text}");
        }
    }
}
