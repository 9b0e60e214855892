use super::*;
use encoding_rs::SHIFT_JIS;

const TEXT: &str = "Harga “naik”\r\n– kata é 😀 itu.\n";

fn read(bytes: &[u8]) -> (String, Offsets) {
    decode(Path::new("x.txt"), bytes.to_vec()).unwrap()
}

fn message(bytes: &[u8]) -> String {
    decode(Path::new("x.txt"), bytes.to_vec()).unwrap_err().to_string()
}

/// Every character's bytes on disk, cut out by the offsets, decode to it again.
fn leads_back(bytes: &[u8], text: &str, offsets: &Offsets, encoding: &'static Encoding) {
    for (at, c) in text.char_indices() {
        let piece = &bytes[offsets.on_disk(at)..offsets.on_disk(at + c.len_utf8())];
        let (again, _) = encoding.decode_without_bom_handling(piece);
        assert_eq!(again, c.to_string());
    }
    assert_eq!(offsets.on_disk(text.len()), bytes.len());
}

#[test]
fn utf8_with_and_without_mark() {
    let (text, offsets) = read(TEXT.as_bytes());
    assert_eq!((text.as_str(), offsets), (TEXT, Offsets::Shift(0)));
    let marked = [b"\xEF\xBB\xBF", TEXT.as_bytes()].concat();
    let (text, offsets) = read(&marked);
    assert_eq!(text, TEXT);
    leads_back(&marked, &text, &offsets, UTF_8);
}

#[test]
fn utf16_of_both_orders() {
    for (big, mark) in [(false, true), (true, true), (false, false), (true, false)] {
        let encode = |u: u16| if big { u.to_be_bytes() } else { u.to_le_bytes() };
        let bytes: Vec<u8> = mark
            .then_some(0xFEFF)
            .into_iter()
            .chain(TEXT.encode_utf16())
            .flat_map(encode)
            .collect();
        let (text, offsets) = read(&bytes);
        assert_eq!(text, TEXT);
        let encoding = if big { encoding_rs::UTF_16BE } else { encoding_rs::UTF_16LE };
        leads_back(&bytes, &text, &offsets, encoding);
    }
}

#[test]
fn windows_1252() {
    let source = "Presiden berkata, “Kita maju” – dan café itu tutup. Harga naik €5.";
    let (bytes, _, _) = WINDOWS_1252.encode(source);
    let (text, offsets) = read(&bytes);
    assert_eq!(text, source);
    leads_back(&bytes, &text, &offsets, WINDOWS_1252);
}

#[test]
fn other_encodings_character_by_character() {
    let source = "東京の天気 abc です。";
    let (bytes, _, _) = SHIFT_JIS.encode(source);
    let (text, offsets) = by_character(&bytes, SHIFT_JIS);
    assert_eq!(text, source);
    leads_back(&bytes, &text, &offsets, SHIFT_JIS);
    let (text, _) = by_character(b"a\x81", SHIFT_JIS);
    assert_eq!(text, "a\u{FFFD}");
}

#[test]
fn strays_in_utf8() {
    let bytes = b"\xE2\x80\x9Cya\xE2\x80\x9D \x96 caf\xC3\xA9 \xE2\x80";
    let (text, offsets) = read(bytes);
    assert_eq!(text, "“ya” – café \u{FFFD}");
    assert_eq!(offsets.on_disk(text.find('–').unwrap()), 9);
    assert_eq!(offsets.on_disk(text.len()), bytes.len());
}

#[test]
fn what_is_no_text() {
    assert!(message(b"").contains("empty"));
    assert!(message(b" \r\n\xC2\xA0\xE2\x80\x8B").contains("only blanks"));
    assert!(message(b"PNG\x00\x01text").contains("binary"));
    assert!(message(b"a\x01b\x02c\x03").contains("binary"));
    assert!(message(b"\xFF\xFE\0\0a\0\0\0").contains("UTF-32"));
}
