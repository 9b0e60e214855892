//! A web page as its reader sees it: the visible characters with their places in the page.

use super::decode::Mapped;
use crate::model::Offsets;
use encoding_rs::WINDOWS_1252;

/// What a page shows, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Seen {
    /// A character and the bytes that stand for it.
    Char(char, usize, usize),
    /// Where a block begins or ends.
    Break,
}

/// Elements whose content is never shown as text.
const HIDDEN: [&str; 7] = ["script", "style", "title", "textarea", "template", "iframe", "svg"];

/// Elements that stay in a line.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "cite", "code", "data", "del", "em", "font", "i", "ins", "mark", "q",
    "s", "small", "span", "strong", "sub", "sup", "time", "u",
];

/// Named characters beside those of XML; others stay as written.
const NAMED: [(&str, char); 48] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("shy", '\u{AD}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("times", '×'),
    ("frac12", '½'),
    ("sup2", '²'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("sect", '§'),
    ("para", '¶'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("aacute", 'á'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
];

/// Walks the page.
pub(super) fn seen(html: &str) -> Vec<Seen> {
    let mut out = Vec::with_capacity(html.len() / 2);
    let mut at = 0;
    while let Some(c) = html[at..].chars().next() {
        let rest = &html[at..];
        let (symbol, length) = match c {
            '<' => match markup(rest) {
                Some((tag, length)) => {
                    if !INLINE.contains(&tag.as_str()) {
                        out.push(Seen::Break);
                    }
                    at += length;
                    continue;
                }
                None => (c, 1),
            },
            '&' => entity(rest).unwrap_or((c, 1)),
            other => (other, other.len_utf8()),
        };
        out.push(Seen::Char(symbol, at, at + length));
        at += length;
    }
    out
}

/// The tag or comment at the start of `rest`: its name in small letters and its length, with
/// the content where that is not shown.
fn markup(rest: &str) -> Option<(String, usize)> {
    let to = |from: usize, end: &str| rest[from..].find(end).map(|i| from + i + end.len());
    if rest.starts_with("<!--") {
        return Some(("span".to_owned(), to(4, "-->").unwrap_or(rest.len())));
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return Some((String::new(), to(2, ">").unwrap_or(rest.len())));
    }
    let closing = rest.starts_with("</");
    let from = if closing { 2 } else { 1 };
    if !rest[from..].starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let name: String =
        rest[from..].chars().take_while(char::is_ascii_alphanumeric).collect::<String>();
    let name = name.to_ascii_lowercase();
    let mut quote = None;
    let end = rest.bytes().enumerate().skip(from + name.len()).find_map(|(i, b)| {
        match (quote, b) {
            (Some(open), b) if open == b => quote = None,
            (None, b'"' | b'\'') => quote = Some(b),
            (None, b'>') => return Some(i + 1),
            _ => {}
        }
        None
    });
    // A quote left open in a tag must not hide the rest of the page.
    let end = end.or_else(|| to(from, ">")).unwrap_or(rest.len());
    if closing || !HIDDEN.contains(&name.as_str()) || rest[..end].ends_with("/>") {
        return Some((name, end));
    }
    let close = rest[end..].match_indices("</").find_map(|(i, _)| {
        let after = rest.as_bytes().get(end + i + 2..end + i + 2 + name.len())?;
        after.eq_ignore_ascii_case(name.as_bytes()).then_some(end + i)
    });
    Some((name, close.unwrap_or(end)))
}

/// The character reference at the start of `rest`.
fn entity(rest: &str) -> Option<(char, usize)> {
    let name_length = rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '#')?;
    let name = &rest[1..=name_length];
    let closed = rest[1 + name_length..].starts_with(';');
    let length = 1 + name_length + usize::from(closed);
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = match u8::try_from(code) {
            // Old pages mean Windows-1252 here.
            Ok(byte @ 0x80..=0x9F) => {
                let one = [byte];
                WINDOWS_1252.decode_without_bom_handling(&one).0.chars().next()?
            }
            _ => char::from_u32(code)?,
        };
        return Some((c, length));
    }
    let (_, c) = NAMED.iter().find(|(n, _)| closed && *n == name)?;
    Some((*c, length))
}

/// All that a page shows, a line for each block: for pages in which no main text can be told.
pub(super) fn whole(page: &[Seen], offsets: &Offsets) -> (String, Offsets) {
    let mut out = Mapped::default();
    let (mut gap, mut last) = (None, 0);
    for item in page {
        match *item {
            Seen::Break => gap = Some('\n'),
            Seen::Char(c, _, _) if c.is_whitespace() => gap = gap.or(Some(' ')),
            Seen::Char(c, start, end) => {
                if let Some(blank) = gap.take().filter(|_| !out.text.is_empty()) {
                    out.push(blank, last);
                }
                out.push(c, offsets.on_disk(start));
                last = offsets.on_disk(end);
            }
        }
    }
    out.finish(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        whole(&seen(html), &Offsets::Shift(0)).0
    }

    #[test]
    fn tags_entities_and_hidden_parts() {
        let html = "<!DOCTYPE html><title>T</title><script>if (a < b) '</p>';</script>\
                    <!-- <p>x</p> --><P class=\"a>b\">Kata&nbsp;&ldquo;ya&#8221; &amp; 3 < 4</P>\n\
                    <p>R&amp;D <b>dua</b>kali&#x2014;&#150;&foo; AT&T</p>";
        assert_eq!(text(html), "Kata “ya” & 3 < 4\nR&D duakali—–&foo; AT&T");
    }

    #[test]
    fn characters_lead_back() {
        let html = "<p>Sa&eacute; é</p><p>Dua</p>";
        let (text, offsets) = whole(&seen(html), &Offsets::Shift(0));
        assert_eq!(text, "Saé é\nDua");
        let cut = |from: usize, to: usize| &html[offsets.on_disk(from)..offsets.on_disk(to)];
        assert_eq!(cut(2, 4), "&eacute;");
        assert_eq!(cut(0, 7), "Sa&eacute; é");
        assert_eq!(cut(8, 11), "Dua");
    }

    #[test]
    fn broken_markup_hides_nothing() {
        assert_eq!(text("<p title=\"x>Satu</p><p>Dua"), "Satu\nDua");
        assert_eq!(text("<script>x"), "x");
        assert_eq!(text("a <"), "a <");
        assert_eq!(text("a &"), "a &");
    }
}
