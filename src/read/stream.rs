//! Large text files line by line: what is plain UTF-8 is not held in memory as a whole.

use super::{bytes, decode, source};
use crate::error::{Error, Result};
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// The text of a file, to read on and on: as it lies on disk where a first look finds plain UTF-8
/// with line ends, otherwise decoded as a whole.
pub(super) fn text(path: &Path) -> Result<Box<dyn BufRead>> {
    Ok(open(path)?.0)
}

/// The text, and what ends its lines.
fn open(path: &Path) -> Result<(Box<dyn BufRead>, u8)> {
    if !source::is_stdin(path) && is_plain(path).unwrap_or(false) {
        let file = File::open(path).map_err(|e| Error::io(path, "reading", e))?;
        return Ok((Box::new(BufReader::new(file)), b'\n'));
    }
    let (text, _) = decode(path, bytes(path)?)?;
    let end = if text.contains('\n') { b'\n' } else { b'\r' };
    Ok((Box::new(Cursor::new(text)), end))
}

/// Whether a file is UTF-8 without NUL bytes and has ends of lines that a reader of lines finds.
fn is_plain(path: &Path) -> std::io::Result<bool> {
    let mut file = File::open(path)?;
    let mut block = vec![0; 1 << 18];
    let (mut held, mut lines) = (0, false);
    loop {
        let read = file.read(&mut block[held..])?;
        let filled = held + read;
        if read == 0 {
            return Ok(held == 0 && lines);
        }
        lines |= block[..filled].contains(&b'\n');
        let whole = match std::str::from_utf8(&block[..filled]) {
            Ok(_) => filled,
            // A character may be cut by the end of the block, but no character has more bytes.
            Err(e) if e.error_len().is_none() => e.valid_up_to(),
            Err(_) => return Ok(false),
        };
        if block[..whole].contains(&0) {
            return Ok(false);
        }
        block.copy_within(whole..filled, 0);
        held = filled - whole;
    }
}

/// The lines of a file in order, without byte order mark and line ends; empty lines stay.
pub(super) struct Lines {
    path: PathBuf,
    text: Box<dyn BufRead>,
    end: u8,
    first: bool,
}

impl Lines {
    pub(super) fn open(path: &Path) -> Result<Self> {
        let (text, end) = open(path)?;
        Ok(Self { path: path.to_owned(), text, end, first: true })
    }
}

impl Iterator for Lines {
    type Item = Result<String>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = Vec::new();
        match self.text.read_until(self.end, &mut line) {
            Ok(0) => return None,
            Ok(_) => {}
            Err(e) => return Some(Err(Error::io(&self.path, "reading", e))),
        }
        if line.last() == Some(&self.end) {
            line.pop();
        }
        if line.last() == Some(&b'\r') {
            line.pop();
        }
        if std::mem::take(&mut self.first) && line.starts_with(&[0xEF, 0xBB, 0xBF]) {
            line.drain(..3);
        }
        let changed = || {
            Error::input(
                &self.path,
                None,
                "bytes that are no UTF-8",
                "it changed while it was read",
            )
        };
        Some(String::from_utf8(line).map_err(|_| changed()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_lines_as_read_at_once() {
        let folder = tempfile::tempdir().unwrap();
        // Characters of three bytes over the edges of the first look's blocks.
        let long = "€uro\n".repeat(200_000);
        let utf16: Vec<u8> =
            "\u{FEFF}satu\nü\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases: [(&[u8], bool); 8] = [
            (b"satu\ndua\n", true),
            (b"\xEF\xBB\xBFsatu\r\n\r\ndua", true),
            (b"satu\rdua\r", false),
            (b"satu\rdua\ntiga\n", true),
            (b"caf\xE9 satu\ndua\n", false),
            (b"one line", false),
            (&utf16, false),
            (long.as_bytes(), true),
        ];
        for (n, (bytes, plain)) in cases.into_iter().enumerate() {
            let path = folder.path().join(format!("{n}.txt"));
            std::fs::write(&path, bytes).unwrap();
            assert_eq!(is_plain(&path).unwrap(), plain, "case {n}");
            let streamed: Vec<String> = Lines::open(&path).unwrap().map(Result::unwrap).collect();
            assert_eq!(streamed, super::super::lines(&path).unwrap(), "case {n}");
        }
    }

    #[test]
    fn what_is_no_text_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in [("empty.tsv", &b""[..]), ("binary.tsv", b"a\nb\0\0c\n")] {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            let Err(error) = Lines::open(&path).map(|_| ()) else { panic!("{name} was read") };
            assert!(error.to_string().contains(name), "{error}");
        }
        assert!(Lines::open(&folder.path().join("nowhere.tsv")).is_err());
    }
}
