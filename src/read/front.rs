//! Front matter: lines of `key: value` between two `---` lines at the top of a text.

use super::meta::Meta;

/// The metadata and the byte where the text after it starts. An unclosed block, or one with
/// lines that are no `key: value`, is ordinary text.
pub(super) fn front(text: &str) -> Option<(Meta, usize)> {
    let mut meta = Meta::default();
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        let rule = line.trim_end() == "---";
        if number == 0 {
            if !rule {
                return None;
            }
            continue;
        }
        if rule {
            return Some((meta, at));
        }
        let nested = line.starts_with([' ', '\t', '-', '#']) || line.trim().is_empty();
        if nested {
            continue;
        }
        let (key, value) = line.split_once(':')?;
        let plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
        let spaced = value.is_empty() || value.starts_with(char::is_whitespace);
        if key.is_empty() || !key.chars().all(plain) || !spaced {
            return None;
        }
        meta.set(key, &unquoted(value.trim()));
    }
    None
}

fn unquoted(value: &str) -> String {
    let inner = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(inside) = inner('"') {
        inside.replace("\\\"", "\"")
    } else if let Some(inside) = inner('\'') {
        inside.replace("''", "'")
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_and_the_body_follows() {
        let text = "---\r\ntitle: \"Kata \\\"baru\\\": ya\"\r\nsource: Kanal\r\ntags:\r\n  - a\r\n---\r\nIsi.\r\n";
        let (meta, body) = front(text).unwrap();
        assert_eq!(meta.title.as_deref(), Some("Kata \"baru\": ya"));
        assert_eq!(meta.outlet().as_deref(), Some("Kanal"));
        assert_eq!(&text[body..], "Isi.\r\n");
    }

    #[test]
    fn what_is_no_front_matter_stays_text() {
        for text in [
            "---\ntitle: x\nIsi tanpa penutup.",
            "---\nSebuah kalimat biasa: isinya panjang.\n---\n",
            "Isi\n---\ntitle: x\n---\n",
            "---\nhttp://contoh.id\n---\n",
            "",
        ] {
            assert_eq!(front(text), None, "{text}");
        }
    }
}
