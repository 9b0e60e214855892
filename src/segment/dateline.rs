//! The place and agency before a report's first sentence: `JAKARTA -`, `MOSCOW, Oct 29 (Agency) —`.

/// How many bytes of `line` are a dateline with its dash; 0 if there is none.
pub(super) fn length(line: &str) -> usize {
    // Datelines are short; a dash further on belongs to the sentence.
    const LONGEST: usize = 70;
    const MOST_WORDS: usize = 9;
    for (at, c) in line.char_indices().take_while(|&(at, _)| at <= LONGEST) {
        if !matches!(c, '-' | '–' | '—' | ':') {
            continue;
        }
        let (before, after) = (&line[..at], &line[at + c.len_utf8()..]);
        let spaced = before.ends_with(char::is_whitespace)
            || c == '—'
            || (c != ':' && before.ends_with(')'));
        if c == ':' && !before.ends_with(')') || c != ':' && !spaced {
            continue;
        }
        if !after.starts_with(char::is_whitespace) && c != '—' {
            continue;
        }
        let head = before.trim();
        if head.split_whitespace().count() > MOST_WORDS || !looks_like_place(head) {
            return 0;
        }
        let gap = after.len() - after.trim_start().len();
        return at + c.len_utf8() + gap;
    }
    outlet_with_stop(line)
}

fn looks_like_place(head: &str) -> bool {
    let mut words = head.split_whitespace();
    let Some(first) = words.next() else { return false };
    let shouted = |w: &str| {
        let letters: Vec<char> = w.chars().filter(|c| c.is_alphabetic()).collect();
        letters.len() >= 3 && letters.iter().all(|c| c.is_uppercase())
    };
    let domain =
        |w: &str| w.contains('.') && w.ends_with(|c: char| c.is_alphabetic()) && !w.contains('@');
    let capital =
        |w: &str| w.starts_with(|c: char| c.is_uppercase() || c == '(' || c.is_ascii_digit());
    if shouted(first) || domain(first.trim_end_matches(',')) {
        return true;
    }
    // "Jakarta (ANTARA) -", "Kupang, Nusa Kini –", "Jakarta –": capitals only, and few.
    let count = head.split_whitespace().count();
    head.split_whitespace().all(capital)
        && (head.ends_with(')') || head.contains(',') || count <= 2)
}

/// `ETIndonesia. Tentara ...`: an outlet's name as a sentence of one word.
fn outlet_with_stop(line: &str) -> usize {
    let Some(stop) = line.find(". ") else { return 0 };
    let word = &line[..stop];
    let odd_capital = word.chars().skip(1).any(char::is_uppercase);
    let one_word = !word.contains(|c: char| c.is_whitespace() || c == '.') && word.len() >= 4;
    if one_word && odd_capital { stop + 2 } else { 0 }
}
