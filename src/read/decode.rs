//! Bytes to text, with the way back.

use crate::error::{Error, Result};
use crate::model::Offsets;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Encoding, UTF_8, WINDOWS_1252};
use std::path::Path;

/// A text in the making whose every byte remembers a place on disk.
#[derive(Debug, Default)]
pub(super) struct Mapped {
    pub(super) text: String,
    table: Vec<u32>,
}

impl Mapped {
    /// Adds a character that starts at byte `at` of the file.
    pub(super) fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.table.resize(self.text.len(), narrow(at));
    }

    /// The text and its offsets; `end` is where its last character ends on disk.
    pub(super) fn finish(mut self, end: usize) -> (String, Offsets) {
        self.table.push(narrow(end));
        (self.text, Offsets::Table(self.table))
    }
}

/// The first `length` bytes of a text, or a little less where that would cut a character.
pub(super) fn cut(text: &str, length: usize) -> &str {
    let mut end = text.len().min(length);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Files whose offsets do not fit are refused before, by [`small_enough`].
fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Refuses a file whose offsets cannot be put into a table.
pub(super) fn small_enough(path: &Path, length: usize) -> Result<()> {
    if u32::try_from(length).is_ok() {
        return Ok(());
    }
    Err(Error::input(path, None, "more than 4 GiB", "split it, or give plain UTF-8 text"))
}

/// Decodes the content of a file: UTF-8, UTF-16, or an older encoding found by its bytes. The
/// text stays as it is, but for a byte order mark. Binary and empty files are errors.
pub fn decode(path: &Path, bytes: Vec<u8>) -> Result<(String, Offsets)> {
    decode_as(path, bytes, None)
}

/// [`decode`] with the encoding to take where the bytes are no Unicode.
pub(super) fn decode_as(
    path: &Path,
    mut bytes: Vec<u8>,
    stated: Option<&'static Encoding>,
) -> Result<(String, Offsets)> {
    if bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF]) {
        return Err(Error::input(path, None, "UTF-32 text", "save it as UTF-8"));
    }
    let (text, offsets) = if let Some((big, skip)) = utf16(&bytes) {
        small_enough(path, bytes.len())?;
        from_utf16(&bytes, skip, big)
    } else if bytes.contains(&0) {
        return Err(binary(path, "it has NUL bytes"));
    } else {
        let skip = if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) { 3 } else { 0 };
        bytes.drain(..skip);
        match String::from_utf8(bytes) {
            Ok(text) => (text, Offsets::Shift(skip)),
            Err(e) => {
                let bytes = e.into_bytes();
                small_enough(path, bytes.len() + skip)?;
                older(&bytes, skip, stated)
            }
        }
    };
    check(path, &text)?;
    Ok((text, offsets))
}

fn binary(path: &Path, why: &str) -> Error {
    Error::input(
        path,
        None,
        format!("this looks like a binary file: {why}"),
        "expected text; export it as plain text or HTML",
    )
}

/// Whether `text` has nothing to read.
pub(super) fn is_blank(text: &str) -> bool {
    let nothing = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
    };
    text.chars().all(nothing)
}

fn check(path: &Path, text: &str) -> Result<()> {
    if text.is_empty() {
        return Err(Error::input(path, None, "the file is empty", "expected text"));
    }
    if is_blank(text) {
        return Err(Error::input(path, None, "the file has only blanks", "expected text"));
    }
    let control = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}');
    let controls = text.chars().filter(control).count();
    if controls > 0 && controls * 10 > text.chars().count() {
        return Err(binary(path, "more than a tenth of it is control characters"));
    }
    Ok(())
}

/// Whether it is UTF-16: big-endian or not, and the length of the byte order mark.
fn utf16(bytes: &[u8]) -> Option<(bool, usize)> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some((false, 2)),
        [0xFE, 0xFF, ..] => return Some((true, 2)),
        _ => {}
    }
    let pairs = bytes.len() / 2;
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&b| b == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    let mostly = |some: usize, others: usize| some * 10 >= pairs * 7 && others * 20 <= pairs;
    if pairs < 2 {
        None
    } else if mostly(low, high) {
        Some((false, 0))
    } else if mostly(high, low) {
        Some((true, 0))
    } else {
        None
    }
}

fn from_utf16(bytes: &[u8], skip: usize, big: bool) -> (String, Offsets) {
    let units = bytes[skip..].chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    });
    let mut out = Mapped::default();
    let mut at = skip;
    for decoded in char::decode_utf16(units) {
        let (c, units) = decoded.map_or(('\u{FFFD}', 1), |c| (c, c.len_utf16()));
        out.push(c, at);
        at += 2 * units;
    }
    out.finish(bytes.len())
}

/// Bytes that are not all UTF-8: UTF-8 with a few strays, or an older encoding.
fn older(bytes: &[u8], skip: usize, stated: Option<&'static Encoding>) -> (String, Offsets) {
    let (mut wide, mut stray) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        wide += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        stray += usize::from(!chunk.invalid().is_empty());
    }
    if skip > 0 || wide > stray {
        return mended(bytes, skip);
    }
    let encoding = stated.filter(|e| *e != UTF_8).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        // The top-level domain of Indonesia stands for the West: what is in doubt is
        // Windows-1252.
        detector.guess(Some(b"id"), Utf8Detection::Allow)
    });
    if encoding.is_single_byte() { by_byte(bytes, encoding) } else { by_character(bytes, encoding) }
}

/// UTF-8 with strays: a byte on its own is read as Windows-1252, a broken sequence is marked.
fn mended(bytes: &[u8], skip: usize) -> (String, Offsets) {
    let mut out = Mapped::default();
    let mut at = skip;
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            out.push(c, at);
            at += c.len_utf8();
        }
        match chunk.invalid() {
            [] => {}
            [one] => {
                let one = [*one];
                let (text, _) = WINDOWS_1252.decode_without_bom_handling(&one);
                out.push(text.chars().next().unwrap_or('\u{FFFD}'), at);
            }
            _ => out.push('\u{FFFD}', at),
        }
        at += chunk.invalid().len();
    }
    out.finish(at)
}

fn by_byte(bytes: &[u8], encoding: &'static Encoding) -> (String, Offsets) {
    let chars: Vec<char> = (0..=u8::MAX)
        .map(|byte| {
            let one = [byte];
            let (text, _) = encoding.decode_without_bom_handling(&one);
            text.chars().next().unwrap_or('\u{FFFD}')
        })
        .collect();
    let mut out = Mapped::default();
    for (at, &byte) in bytes.iter().enumerate() {
        out.push(chars[usize::from(byte)], at);
    }
    out.finish(bytes.len())
}

/// Feeds the decoder byte by byte: what comes out belongs to the bytes since the last output.
/// After a broken sequence the next character may point at the sequence's start.
fn by_character(bytes: &[u8], encoding: &'static Encoding) -> (String, Offsets) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut out = Mapped::default();
    let mut start = 0;
    let mut room = [0_u8; 32];
    for at in 0..=bytes.len() {
        let last = at == bytes.len();
        let mut input = &bytes[at..bytes.len().min(at + 1)];
        loop {
            let (result, read, written, _) = decoder.decode_to_utf8(input, &mut room, last);
            input = &input[read..];
            let text = std::str::from_utf8(&room[..written]).unwrap_or_default();
            for c in text.chars() {
                out.push(c, start);
            }
            if written > 0 {
                start = at + 1;
            }
            if result == CoderResult::InputEmpty {
                break;
            }
        }
    }
    out.finish(bytes.len())
}

#[cfg(test)]
#[path = "decode_tests.rs"]
mod tests;
