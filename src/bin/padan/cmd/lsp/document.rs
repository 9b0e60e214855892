//! A text that an editor holds open: its lines, and places in it as the protocol counts them.

use lsp_types::{Position, Range, TextDocumentContentChangeEvent};
use padan::model::{FileText, Offsets};
use std::path::PathBuf;

/// An open text.
#[derive(Debug)]
pub(super) struct Document {
    path: PathBuf,
    text: String,
    /// The first byte of each line.
    starts: Vec<usize>,
    pub(super) version: i32,
}

impl Document {
    pub(super) fn new(uri: &str, text: String, version: i32) -> Self {
        let starts = starts(&text);
        Self { path: path(uri), text, starts, version }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Puts in a change; one without a range is the whole text.
    pub(super) fn change(&mut self, change: TextDocumentContentChangeEvent) {
        match change.range {
            None => self.text = change.text,
            Some(range) => {
                let (start, end) = (self.byte(range.start), self.byte(range.end));
                self.text.replace_range(start.min(end)..start.max(end), &change.text);
            }
        }
        self.starts = starts(&self.text);
    }

    /// The text as a file of the library: in an editor a file is UTF-8, whatever lies on disk.
    pub(super) fn file(&self) -> FileText {
        const MARK: char = '\u{FEFF}';
        let text = self.text.strip_prefix(MARK).unwrap_or(&self.text).to_owned();
        let offsets = Offsets::Shift(self.text.len() - text.len());
        FileText { path: self.path.clone(), bytes: self.text.as_bytes().to_vec(), text, offsets }
    }

    /// The byte of a place; behind the end of a line or of the text, that end.
    pub(super) fn byte(&self, place: Position) -> usize {
        let line = usize::try_from(place.line).unwrap_or(usize::MAX);
        let Some(&start) = self.starts.get(line) else { return self.text.len() };
        let next = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let content = self.text[start..next].trim_end_matches(['\n', '\r']);
        let (wanted, mut units) = (place.character as usize, 0);
        for (at, c) in content.char_indices() {
            // A place between the two halves of a character is its start.
            if units + c.len_utf16() > wanted {
                return start + at;
            }
            units += c.len_utf16();
        }
        start + content.len()
    }

    /// The place of a byte, columns in UTF-16 units as the protocol has them by default.
    pub(super) fn place(&self, byte: usize) -> Position {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self.starts.partition_point(|s| *s <= byte).saturating_sub(1);
        let units: usize = self.text[self.starts[line]..byte].chars().map(char::len_utf16).sum();
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Position { line: narrow(line), character: narrow(units) }
    }

    pub(super) fn range(&self, start: usize, end: usize) -> Range {
        Range { start: self.place(start), end: self.place(end) }
    }

    /// The line that holds a byte, and where it begins.
    pub(super) fn line(&self, byte: usize) -> (usize, &str) {
        let line = self.starts.partition_point(|s| *s <= byte).saturating_sub(1);
        let next = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        (self.starts[line], self.text[self.starts[line]..next].trim_end_matches(['\n', '\r']))
    }
}

fn starts(text: &str) -> Vec<usize> {
    let bytes = text.as_bytes();
    let ends =
        |n: &usize| bytes[*n] == b'\n' || bytes[*n] == b'\r' && bytes.get(n + 1) != Some(&b'\n');
    std::iter::once(0).chain((0..bytes.len()).filter(ends).map(|n| n + 1)).collect()
}

/// The path of an address; of one that is no file's (`untitled:`), its last part as a name.
pub(super) fn path(uri: &str) -> PathBuf {
    let Some(rest) = uri.strip_prefix("file://") else {
        let name = uri.rsplit(['/', ':']).next().unwrap_or(uri);
        return PathBuf::from(unescaped(name));
    };
    // What stands before the first slash is a host.
    let rest = unescaped(&rest[rest.find('/').unwrap_or(0)..]);
    let drive = rest.as_bytes().get(2) == Some(&b':');
    PathBuf::from(if drive { &rest[1..] } else { &rest[..] })
}

/// With `%20` and the like put back.
fn unescaped(text: &str) -> String {
    let bytes = text.as_bytes();
    let hex = |n: usize| bytes.get(n).and_then(|b| char::from(*b).to_digit(16));
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&b) = bytes.get(at) {
        if let (b'%', Some(high), Some(low)) = (b, hex(at + 1), hex(at + 2)) {
            out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
            at += 3;
        } else {
            out.push(b);
            at += 1;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn places_count_utf16() {
        let text = "é 😀 satu\r\ndua\rtiga\n".to_owned();
        let doc = Document::new("untitled:a", text.clone(), 1);
        for (part, place) in
            [("satu", at(0, 5)), ("dua", at(1, 0)), ("tiga", at(2, 0)), ("😀", at(0, 2))]
        {
            let byte = text.find(part).unwrap_or(0);
            assert_eq!((doc.place(byte), doc.byte(place)), (place, byte), "{part}");
        }
        // Between the halves of an emoji, behind a line, behind the text.
        assert_eq!(doc.byte(at(0, 3)), 3);
        assert_eq!(doc.byte(at(1, 99)), text.find('\r').unwrap_or(0) + "\r\ndua".len());
        assert_eq!(doc.byte(at(99, 0)), text.len());
        assert_eq!(doc.place(text.len()), at(3, 0));
    }

    #[test]
    fn changes_are_put_in_one_after_the_other() {
        let mut doc = Document::new("untitled:a", "satu 😀 dua\n".to_owned(), 1);
        let change = |range, text: &str| TextDocumentContentChangeEvent {
            range,
            range_length: None,
            text: text.to_owned(),
        };
        doc.change(change(Some(Range { start: at(0, 8), end: at(0, 11) }), "tiga"));
        assert_eq!(doc.text(), "satu 😀 tiga\n");
        doc.change(change(Some(Range { start: at(7, 0), end: at(9, 9) }), "akhir"));
        doc.change(change(Some(Range { start: at(0, 4), end: at(0, 0) }), ""));
        assert_eq!(doc.text(), " 😀 tiga\nakhir");
        doc.change(change(None, "baru"));
        assert_eq!(doc.text(), "baru");
    }

    #[test]
    fn addresses_become_paths() {
        for (uri, wanted) in [
            ("file:///a/b%20c.id.txt", "/a/b c.id.txt"),
            ("file:///C%3A/x/%C3%A9.txt", "C:/x/é.txt"),
            ("file://host/a.txt", "/a.txt"),
            ("untitled:Untitled-1", "Untitled-1"),
            ("file:///50%.txt", "/50%.txt"),
        ] {
            assert_eq!(path(uri), PathBuf::from(wanted), "{uri}");
        }
    }
}
