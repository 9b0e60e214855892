//! From bytes of a passage to lines and columns of its file.

use crate::model::{FileText, Offsets, Place, Span};

/// Where the lines of a file begin.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    file: &'a FileText,
    /// First byte of each line, and how many characters stand before it.
    starts: Vec<(usize, usize)>,
}

impl<'a> Lines<'a> {
    pub(super) fn new(file: &'a FileText) -> Self {
        let text = file.text.as_str();
        let (mut starts, mut chars, mut from) = (vec![(0, 0)], 0, 0);
        let bytes = text.as_bytes();
        for (at, b) in bytes.iter().enumerate() {
            // A carriage return ends a line only where no line feed follows.
            if *b == b'\n' || *b == b'\r' && bytes.get(at + 1) != Some(&b'\n') {
                chars += text[from..=at].chars().count();
                from = at + 1;
                starts.push((from, chars));
            }
        }
        Self { file, starts }
    }

    /// The number of the line, from 0, that holds byte `at` of the file's text.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|s| s.0 <= at).saturating_sub(1)
    }

    /// The line of a byte of the file on disk.
    pub(super) fn line_on_disk(&self, disk: usize) -> usize {
        self.line(self.file.offsets.in_text(disk))
    }

    /// A line without its end.
    pub(super) fn text(&self, line: usize) -> &'a str {
        let start = self.starts[line].0;
        let end = self.starts.get(line + 1).map_or(self.file.text.len(), |s| s.0);
        self.file.text[start..end].trim_end_matches(['\n', '\r'])
    }

    /// Line, and characters before `at` in the line and in the file.
    fn position(&self, at: usize) -> (usize, usize, usize) {
        let line = self.line(at);
        let (start, before) = self.starts[line];
        let column = self.file.text[start..at].chars().count();
        (line + 1, column + 1, before + column)
    }

    /// The place of a span of a passage that `offsets` lead to the disk from.
    pub(super) fn place(&self, span: Span, offsets: &Offsets) -> Place {
        let (from, to) = (offsets.on_disk(span.start), offsets.on_disk(span.end));
        let start = self.boundary(self.file.offsets.in_text(from));
        let end = self.boundary(self.file.offsets.in_text(to)).max(start);
        let (line, column, char_start) = self.position(start);
        let (end_line, end_column, char_end) = self.position(end);
        Place {
            line,
            column,
            end_line,
            end_column,
            char_start,
            char_end,
            byte_start: from,
            byte_end: to.max(from),
        }
    }

    fn boundary(&self, at: usize) -> usize {
        let mut at = at.min(self.file.text.len());
        while !self.file.text.is_char_boundary(at) {
            at -= 1;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: &[u8], text: &str, offsets: Offsets) -> FileText {
        FileText { path: "x.txt".into(), bytes: bytes.to_vec(), text: text.to_owned(), offsets }
    }

    #[test]
    fn lines_and_columns_count_characters() {
        let text = "né satu\r\ndua tiga\rempat";
        let file = file(text.as_bytes(), text, Offsets::Shift(3));
        let lines = Lines::new(&file);
        let at = text.find("tiga").unwrap();
        let place = lines.place(Span::new(at, at + 4), &Offsets::Shift(3));
        assert_eq!((place.line, place.column, place.end_column), (2, 5, 9));
        assert_eq!((place.char_start, place.byte_start), (13, 17));
        assert_eq!(lines.text(1), "dua tiga");
        let at = text.find("empat").unwrap();
        assert_eq!(lines.place(Span::new(at, at + 5), &Offsets::Shift(3)).line, 3);
    }

    #[test]
    fn other_encodings_lead_back() {
        // "é x" in UTF-16: two bytes a character.
        let offsets = Offsets::Table(vec![2, 2, 4, 6, 8]);
        let file = file(&[0; 8], "é x", offsets.clone());
        let lines = Lines::new(&file);
        let place = lines.place(Span::new(3, 4), &offsets);
        assert_eq!(
            (place.column, place.end_column, place.byte_start, place.byte_end),
            (3, 4, 6, 8)
        );
    }
}
