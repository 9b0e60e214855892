//! Saved web pages: the main text as paragraphs, and where it lies in the page.

use super::decode::{Mapped, cut, is_blank};
use super::finish::Piece;
use super::meta::Meta;
use super::page::{Seen, seen, whole};
use crate::model::Offsets;
use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::Encoding;

/// The encoding that the page states of itself.
pub(super) fn stated(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes[..bytes.len().min(2048)].to_ascii_lowercase();
    let at = head.windows(8).position(|w| w == b"charset=")? + 8;
    let label: Vec<u8> = head[at..]
        .iter()
        .copied()
        .skip_while(|b| matches!(b, b'"' | b'\''))
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
        .collect();
    Encoding::for_label(&label)
}

/// The article of a decoded page; `offsets` lead from `html` to the disk.
pub(super) fn piece(html: &str, offsets: &Offsets) -> Piece {
    let page = seen(html);
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let parsed = Readability::new(html, None, Some(config)).and_then(|mut r| r.parse());
    let mut own = Meta::default();
    let (text, offsets) = match parsed {
        Ok(article) => {
            let known = [
                ("title", Some(article.title)),
                ("outlet", article.site_name),
                ("date", article.published_time),
                ("url", article.url),
            ];
            for (key, value) in known {
                own.set(key, &value.unwrap_or_default());
            }
            if is_blank(&article.text_content) {
                whole(&page, offsets)
            } else {
                located(&article.text_content, &page, offsets)
            }
        }
        Err(_) => whole(&page, offsets),
    };
    Piece { text, offsets, own, ..Piece::default() }
}

/// What a page shows without blanks, each byte with the bytes of its character in the page.
struct Ink {
    text: String,
    places: Vec<(usize, usize)>,
}

impl Ink {
    fn new(page: &[Seen]) -> Self {
        let mut ink = Self { text: String::new(), places: Vec::new() };
        for item in page {
            if let Seen::Char(c, start, end) = *item
                && !c.is_whitespace()
            {
                ink.text.push(c);
                ink.places.resize(ink.text.len(), (start, end));
            }
        }
        ink
    }
}

/// Paragraphs of so many bytes are looked for first: they are found in no wrong place.
const LONG: usize = 40;
/// So many bytes of a paragraph that is not found whole are looked for at a time.
const SEED: usize = 12;

/// Gives each byte of the main text its place in the page. What cannot be found lies right
/// behind what was found before it.
fn located(text: &str, page: &[Seen], offsets: &Offsets) -> (String, Offsets) {
    let ink = Ink::new(page);
    // The paragraphs without blanks, each with its first byte in the whole text without blanks.
    let squash = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let paragraphs: Vec<String> = text.lines().map(squash).filter(|p| !p.is_empty()).collect();
    // Where each byte without blanks was found in `ink`.
    let mut found: Vec<Vec<Option<usize>>> =
        paragraphs.iter().map(|p| vec![None; p.len()]).collect();
    let mut cursor = 0;
    for (paragraph, places) in paragraphs.iter().zip(&mut found) {
        if paragraph.len() >= LONG
            && let Some(at) = ink.text[cursor..].find(paragraph.as_str())
        {
            fill(places, 0, cursor + at, paragraph.len());
            cursor += at + paragraph.len();
        }
    }
    cursor = 0;
    for index in 0..paragraphs.len() {
        if let Some(Some(last)) = found[index].last() {
            cursor = last + 1;
            continue;
        }
        let next = found[index..].iter().find_map(|places| *places.first()?);
        let window = &ink.text[..next.unwrap_or(ink.text.len())];
        search(&paragraphs[index], window, &mut cursor, &mut found[index]);
    }
    let mut places = found.into_iter().flatten();
    let mut out = Mapped::default();
    let mut last = 0;
    for c in text.chars() {
        let place = if c.is_whitespace() { None } else { places.next().flatten() };
        for _ in 1..c.len_utf8() {
            if !c.is_whitespace() {
                places.next();
            }
        }
        if let Some(at) = place {
            let (start, end) = ink.places[at];
            out.push(c, offsets.on_disk(start));
            last = offsets.on_disk(end);
        } else {
            out.push(c, last);
        }
    }
    out.finish(last)
}

fn fill(places: &mut [Option<usize>], from: usize, at: usize, length: usize) {
    for step in 0..length {
        places[from + step] = Some(at + step);
    }
}

/// Looks for a paragraph from `cursor` on: whole, else piece by piece.
fn search(paragraph: &str, window: &str, cursor: &mut usize, places: &mut [Option<usize>]) {
    let mut at = 0;
    let mut length = paragraph.len();
    while at < paragraph.len() {
        let piece = cut(&paragraph[at..], length);
        let rest = window.get(*cursor..).unwrap_or_default();
        // A short rest is found anywhere: only near by it means something.
        let near = |start: &usize| at == 0 || piece.len() + 3 >= SEED || *start <= SEED;
        if let Some(start) = rest.find(piece).filter(near) {
            let same = rest[start..]
                .chars()
                .zip(paragraph[at..].chars())
                .take_while(|(a, b)| a == b)
                .map(|(a, _)| a.len_utf8())
                .sum();
            fill(places, at, *cursor + start, same);
            *cursor += start + same;
            at += same;
        } else if length == SEED {
            at += paragraph[at..].chars().next().map_or(1, char::len_utf8);
        }
        length = SEED;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!DOCTYPE html><html><head><meta charset=utf-8><title>Beras naik - Kanal</title>\
        <meta property=\"og:site_name\" content=\"Kanal\"></head><body><nav><a href=/>Beranda</a> \
        <a href=/e>Ekonomi</a></nav><article><h1>Beras naik</h1>\
        <p>Harga beras di pasar induk naik &ldquo;tajam&rdquo; pekan ini, kata seorang pedagang \
        yang sudah lama berjualan di sana, dan pembeli mulai mengeluh.</p>\
        <h2>Stok</h2><p>Stok di gudang <b>masih</b> cukup&nbsp;untuk tiga bulan, menurut dinas \
        perdagangan, sehingga warga tidak perlu membeli berlebihan.</p><p>Ya.</p>\
        <p>Pemerintah daerah akan menggelar pasar murah di lima kecamatan mulai pekan depan, \
        dengan harga yang lebih rendah daripada harga di pasar.</p></article>\
        <footer>Hak cipta &copy; Kanal</footer></body></html>";

    #[test]
    fn paragraphs_lead_back_to_the_page() {
        let piece = piece(PAGE, &Offsets::Shift(0));
        assert_eq!(piece.own.outlet().as_deref(), Some("Kanal"));
        assert!(piece.own.title.is_some());
        let paragraphs: Vec<&str> = piece.text.lines().filter(|l| !l.is_empty()).collect();
        assert!(paragraphs.contains(&"Stok") && paragraphs.contains(&"Ya."), "{paragraphs:?}");
        assert!(!piece.text.contains("Beranda") && !piece.text.contains("Hak cipta"));
        for (paragraph, raw) in [
            ("Stok", "Stok"),
            ("Ya.", "Ya."),
            ("naik “tajam” pekan ini", "naik &ldquo;tajam&rdquo; pekan ini"),
            ("gudang masih cukup untuk", "gudang <b>masih</b> cukup&nbsp;untuk"),
        ] {
            let at = piece.text.find(paragraph).unwrap();
            let disk = piece.offsets.on_disk(at)..piece.offsets.on_disk(at + paragraph.len());
            assert_eq!(&PAGE[disk], raw);
        }
    }

    #[test]
    fn what_is_not_in_the_page_lies_behind_what_is() {
        let page = seen("<p>Kalimat pertama ada.</p><p>Kalimat kedua ada juga.</p>");
        let text = "Kalimat pertama ada. Sisipan.\nKalimat kedua ada juga.";
        let (text, offsets) = located(text, &page, &Offsets::Shift(100));
        assert_eq!(offsets.on_disk(0), 103);
        assert_eq!(offsets.on_disk(text.find("Sisipan").unwrap() + 3), 123);
        assert_eq!(offsets.on_disk(text.find("kedua").unwrap()), 138);
    }

    #[test]
    fn a_page_without_main_text_is_read_whole() {
        let piece = piece("<p>Singkat saja.</p>", &Offsets::Shift(0));
        assert_eq!(piece.text.trim(), "Singkat saja.");
    }

    #[test]
    fn the_stated_encoding() {
        let name = |html: &str| stated(html.as_bytes()).map(Encoding::name);
        assert_eq!(name("<meta charset=\"ISO-8859-1\">"), Some("windows-1252"));
        assert_eq!(name("<meta content='text/html; charset=Big5'>"), Some("Big5"));
        assert_eq!(name("<p>x</p>"), None);
    }
}
