//! Replacements put into a file's own bytes.

use crate::model::{FileText, Finding};

/// A file after its replacements.
#[derive(Debug, Default)]
pub struct Fixed {
    /// The new content.
    pub bytes: Vec<u8>,
    /// Which findings were put in, by their place among those given.
    pub done: Vec<usize>,
}

/// Puts in every replacement that is certain and can be written in the file's encoding. Nothing
/// else of the file changes: neither encoding nor byte order mark nor line ends.
pub fn fix(file: &FileText, findings: &[Finding]) -> Fixed {
    let mut order: Vec<usize> = (0..findings.len()).filter(|&n| findings[n].certain).collect();
    order.sort_by_key(|&n| findings[n].place.byte_start);
    let (mut out, mut from) = (Fixed::default(), 0);
    for n in order {
        let finding = &findings[n];
        let (start, end) = (finding.place.byte_start, finding.place.byte_end);
        let Some(instead) = finding.suggestions.first().filter(|_| start >= from) else { continue };
        let Some(old) = file.bytes.get(start..end) else { continue };
        if let Some(new) = written(old, &finding.found, instead, file) {
            out.bytes.extend_from_slice(&file.bytes[from..start]);
            out.bytes.extend_from_slice(&new);
            from = end;
            out.done.push(n);
        }
    }
    out.bytes.extend_from_slice(&file.bytes[from..]);
    out.done.sort_unstable();
    out
}

/// The replacement in the encoding in which `found` was written as `old`; none if that is not
/// sure: escapes and tags in between, letters that an older encoding may not have, marks that
/// would have to be escaped.
fn written(old: &[u8], found: &str, instead: &str, file: &FileText) -> Option<Vec<u8>> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | '.');
    if found.contains(['\n', '\r']) || !instead.chars().all(plain) {
        return None;
    }
    if old == found.as_bytes() {
        let utf8 = instead.is_ascii() || std::str::from_utf8(&file.bytes).is_ok();
        return utf8.then(|| instead.as_bytes().to_vec());
    }
    for wide in [u16::to_le_bytes, u16::to_be_bytes] {
        let encode = |s: &str| s.encode_utf16().flat_map(wide).collect::<Vec<u8>>();
        if old == encode(found) {
            return Some(encode(instead));
        }
    }
    None
}
