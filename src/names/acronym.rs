//! Short forms that a text introduces itself: `Pusat Studi Strategis dan Internasional (CSIS)`.

/// A long form with the short form that follows it in brackets.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Acronym {
    /// As written before the bracket.
    pub long: String,
    /// As written inside it.
    pub short: String,
}

/// Every short form that `text` introduces.
pub fn acronyms(text: &str) -> Vec<Acronym> {
    let mut out = Vec::new();
    for (open, _) in text.match_indices('(') {
        let rest = &text[open + 1..];
        let Some(close) = rest.find(')') else { continue };
        let short = rest[..close].trim();
        if !is_short_form(short) {
            continue;
        }
        let head = before(text, open);
        if let Some(long) = share(head, short).or_else(|| long_form(head, short)) {
            out.push(Acronym { long: long.to_owned(), short: short.to_owned() });
        }
    }
    out
}

/// PT Andalan Prima Tbk. of ANPR: the code of a company's shares, four letters, behind its whole name.
fn share<'a>(head: &'a str, short: &str) -> Option<&'a str> {
    const LETTERS: usize = 4;
    let code = short.len() == LETTERS && short.bytes().all(|b| b.is_ascii_uppercase());
    let name = head.trim_end();
    let listed = name.trim_end_matches('.').ends_with(" Tbk");
    let from = name.rfind("PT ").filter(|_| code && listed)?;
    let words = || name[from..].split(' ');
    words().all(|w| w.starts_with(char::is_uppercase)).then_some(&name[from..])
}

/// What stands before byte `at`, as far as a long form may reach: looking at the whole text before
/// each bracket would take time with the square of its length.
fn before(text: &str, at: usize) -> &str {
    const FURTHEST: usize = 400;
    let mut start = at.saturating_sub(FURTHEST);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..at]
}

/// One word of 2 to 12 letters with a capital first: CSIS, Korut, Menlu.
fn is_short_form(short: &str) -> bool {
    let count = short.chars().count();
    (2..=12).contains(&count)
        && short.starts_with(char::is_uppercase)
        && short.chars().all(|c| c.is_alphanumeric() || c == '-')
        && short.chars().any(char::is_alphabetic)
}

/// The words before the bracket that the short form is made of: the fewest words, from the
/// bracket back, whose letters hold all of its letters in order, beginning with its first.
fn long_form<'a>(head: &'a str, short: &str) -> Option<&'a str> {
    const MOST_WORDS: usize = 9;
    let head = head.trim_end();
    let letters: Vec<char> =
        short.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let all_capitals = short.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let starts: Vec<usize> = head
        .char_indices()
        .filter(|&(at, c)| {
            c.is_alphanumeric()
                && !head[..at].ends_with(|p: char| p.is_alphanumeric() || p == '\'' || p == '’')
        })
        .map(|(at, _)| at)
        .collect();
    let mut fits = None;
    for (count, &start) in starts.iter().rev().enumerate() {
        if count >= MOST_WORDS.min(letters.len() * 2 + 1) {
            break;
        }
        let words = &head[start..];
        if words.contains(['(', ')', '.', ',', ';', ':', '"', '“', '”']) {
            break;
        }
        let capital = words.starts_with(char::is_uppercase);
        if count == 0 && !all_capitals && words.to_lowercase() == short.to_lowercase() {
            return None;
        }
        let made =
            if all_capitals { initials(words, &letters) } else { syllables(words, &letters) };
        if capital && made && (count > 0 || !all_capitals) {
            fits = Some(words);
            break;
        }
    }
    // A foreign acronym after its Indonesian name (… Strategis dan Internasional (CSIS)): take the
    // run of capitals before it.
    fits.or_else(|| if all_capitals { capital_run(head, &starts) } else { None })
}

fn initials(words: &str, letters: &[char]) -> bool {
    let firsts: Vec<char> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .filter(|w| w.starts_with(char::is_uppercase))
        .filter_map(|w| w.chars().next())
        .flat_map(char::to_lowercase)
        .collect();
    firsts == letters
}

/// Korut from Korea Utara, Menlu from Menteri Luar Negeri: letters in order, the first of the
/// first word first, and every letter run begins within a word.
fn syllables(words: &str, letters: &[char]) -> bool {
    let plain: Vec<char> = words.chars().flat_map(char::to_lowercase).collect();
    if plain.first() != letters.first() {
        return false;
    }
    let first_word = words.split(' ').next().unwrap_or("").chars().count();
    let mut at = 0;
    for &c in letters {
        match plain[at..].iter().position(|&p| p == c) {
            Some(step) => at += step + 1,
            None => return false,
        }
    }
    // Of several words more than the first must give letters.
    let several = words.contains(' ');
    several && at > first_word || !several && plain.len() > letters.len()
}

fn capital_run<'a>(head: &'a str, starts: &[usize]) -> Option<&'a str> {
    let mut first = None;
    let mut count = 0;
    for &start in starts.iter().rev() {
        let word = head[start..].split(' ').next().unwrap_or("");
        // A sentence before ends the run: "... Lefortovo. Dinas Keamanan Federal (FSB)".
        if first.is_some() && word.ends_with(['.', '”', '"']) {
            break;
        }
        if word.starts_with(char::is_uppercase) {
            first = Some(start);
            count += 1;
        } else if !matches!(word, "dan" | "untuk" | "of" | "and" | "for" | "the" | "bagi") {
            break;
        }
    }
    first
        .filter(|_| count >= 2)
        .map(|start| &head[start..])
        .filter(|w| !w.contains(['.', ',', '(']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_forms() {
        for (text, long, short) in [
            ("kata Menteri Luar Negeri (Menlu) itu", "Menteri Luar Negeri", "Menlu"),
            ("di Korea Utara (Korut) pada", "Korea Utara", "Korut"),
            (
                "lembaga Pusat Kajian Strategis dan Global (PKSG)",
                "Pusat Kajian Strategis dan Global",
                "PKSG",
            ),
            (
                "kata Pusat Studi Laut dan Pesisir Dunia (CSMR)",
                "Pusat Studi Laut dan Pesisir Dunia",
                "CSMR",
            ),
            ("saham PT Andalan Prima Tbk. (ADLP) naik", "PT Andalan Prima Tbk.", "ADLP"),
            ("the World Health Organization (WHO) said", "World Health Organization", "WHO"),
        ] {
            let found = acronyms(text);
            assert_eq!(found, [Acronym { long: long.into(), short: short.into() }], "{text}");
        }
        assert!(acronyms("pada Senin (Reuters) lalu").is_empty());
    }
}
