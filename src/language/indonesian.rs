//! Indonesian word structure: clitics, affixes, reduplication; every root a word may have.
//!
//! After Nazief and Adriani's confix stripping (Asian, Williams and Tahaghoghi 2005), with two
//! differences: men-/pen- are ambiguous, so the answer is a set, and a form whose active verb is
//! listed (dikerahkan: mengerahkan) is looked up as that verb first.

/// A reading of a word: what remains after some affixes are taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What remains.
    pub base: String,
    /// How many affixes were taken off: fewer is nearer.
    pub steps: u8,
}

const PARTICLES: [&str; 3] = ["lah", "kah", "pun"];
const POSSESSIVES: [&str; 3] = ["nya", "ku", "mu"];
/// Roots have at least this many letters.
const SHORTEST_ROOT: usize = 3;

/// The word without particle and possessive, nearest first; the word itself is not among them.
pub fn without_clitics(word: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let particle =
        PARTICLES.iter().find_map(|p| word.strip_suffix(p)).filter(|w| w.len() >= SHORTEST_ROOT);
    if let Some(w) = particle {
        out.push(w);
    }
    let base = particle.unwrap_or(word);
    if let Some(w) =
        POSSESSIVES.iter().find_map(|p| base.strip_suffix(p)).filter(|w| w.len() >= SHORTEST_ROOT)
    {
        out.push(w);
    }
    if particle.is_some()
        && let Some(w) = POSSESSIVES
            .iter()
            .find_map(|p| word.strip_suffix(p))
            .filter(|w| w.len() >= SHORTEST_ROOT)
    {
        out.push(w);
    }
    out
}

/// meN- before `stem`, in each of its shapes: the listed active verb of a passive or of a root.
pub fn active_forms(stem: &str) -> Vec<String> {
    let Some(first) = stem.chars().next() else { return Vec::new() };
    let rest = &stem[first.len_utf8()..];
    match first {
        'p' => vec![format!("mem{rest}"), format!("mem{stem}")],
        't' => vec![format!("men{rest}"), format!("men{stem}")],
        'k' => vec![format!("meng{rest}"), format!("meng{stem}")],
        's' => vec![format!("meny{rest}"), format!("men{stem}")],
        'b' | 'f' | 'v' => vec![format!("mem{stem}")],
        'd' | 'j' | 'c' | 'z' => vec![format!("men{stem}")],
        'g' | 'h' | 'a' | 'e' | 'i' | 'o' | 'u' | 'q' | 'x' => {
            let mut out = vec![format!("meng{stem}")];
            if stem.len() <= 4 {
                out.push(format!("menge{stem}"));
            }
            out
        }
        _ => {
            let mut out = vec![format!("me{stem}")];
            if stem.len() <= 4 {
                out.push(format!("menge{stem}"));
            }
            out
        }
    }
}

/// Every base the word may be derived from, nearest first, without repeats. Callers keep those
/// that their word list knows.
pub fn readings(word: &str) -> Vec<Reading> {
    let mut out: Vec<Reading> = Vec::new();
    let mut add = |base: String, steps: u8| {
        if base.chars().count() >= SHORTEST_ROOT
            && base != word
            && !out.iter().any(|r| r.base == base)
        {
            out.push(Reading { base, steps });
        }
    };
    let mut forms: Vec<(String, u8)> = vec![(word.to_owned(), 0)];
    for w in without_clitics(word) {
        add(w.to_owned(), 1);
        forms.push((w.to_owned(), 1));
    }
    let mut at = 0;
    while at < forms.len() && at < 6 {
        let (form, steps) = forms[at].clone();
        at += 1;
        if let Some(half) = reduplicated(&form) {
            add(half.clone(), steps + 1);
            forms.push((half, steps + 1));
        }
        for (base, more) in affixed(&form) {
            add(base, steps + more);
        }
    }
    out.sort_by_key(|r| r.steps);
    out
}

/// The single form of `negara-negara`, `tolong-menolong`, `bermain-main`, `sekutu-sekutunya`.
pub fn reduplicated(word: &str) -> Option<String> {
    let (left, right) = word.split_once('-')?;
    if right.contains('-') || left.is_empty() || right.is_empty() {
        return None;
    }
    if right.starts_with(left) || left == right {
        return Some(right.to_owned());
    }
    if left.ends_with(right) {
        return Some(left.to_owned());
    }
    // bermain-main, berlari-larian, tolong-menolong, warna-warni
    let tail = right.strip_suffix("an").or(right.strip_suffix('i')).unwrap_or(right);
    if tail.len() >= SHORTEST_ROOT && left.ends_with(tail) {
        return Some(left.to_owned());
    }
    if left.len() >= SHORTEST_ROOT
        && (right.ends_with(left) || nasal_bases(right).iter().any(|b| b == left))
    {
        return Some(right.to_owned());
    }
    let shared = left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    (shared >= 3 && left.len().abs_diff(right.len()) <= 2).then(|| left.to_owned())
}

/// What is left when prefixes and suffixes are taken off, with the number taken.
fn affixed(word: &str) -> Vec<(String, u8)> {
    let mut out: Vec<(String, u8)> = Vec::new();
    let bodies: Vec<(&str, &str, u8)> = std::iter::once((word, "", 0))
        .chain(
            ["kan", "an", "i"].into_iter().filter_map(|s| word.strip_suffix(s).map(|b| (b, s, 1))),
        )
        .filter(|(b, _, _)| b.len() >= SHORTEST_ROOT)
        .collect();
    for &(body, suffix, taken) in &bodies {
        if taken > 0 {
            out.push((body.to_owned(), taken));
        }
        // A passive is nearest to its active verb, suffix kept.
        for prefix in ["di", "ter", "ku", "kau"] {
            if let Some(stem) = body.strip_prefix(prefix).filter(|s| s.len() >= SHORTEST_ROOT) {
                out.extend(
                    active_forms(stem).into_iter().map(|f| (format!("{f}{suffix}"), 1 + taken)),
                );
                out.push((stem.to_owned(), 1 + taken));
                second_prefix(stem, 1 + taken, &mut out);
            }
        }
        for stem in nasal_bases(body) {
            second_prefix(&stem, 1 + taken, &mut out);
            out.push((stem, 1 + taken));
        }
        for prefix in [
            "ber", "be", "bel", "per", "pel", "pe", "se", "ke", "me", "pem", "keter", "keber",
            "kese", "ketidak", "kesepe", "seper", "berke", "berpe",
        ] {
            if let Some(stem) = body.strip_prefix(prefix).filter(|s| s.len() >= SHORTEST_ROOT) {
                second_prefix(stem, 1 + taken, &mut out);
                out.push((stem.to_owned(), 1 + taken));
            }
        }
    }
    out
}

/// Prefixes under a first one: memper-, diper-, keber-, sepen-, berpen-.
fn second_prefix(stem: &str, taken: u8, out: &mut Vec<(String, u8)>) {
    for prefix in ["per", "ber", "ter", "pel", "bel", "pe", "se", "ke"] {
        if let Some(inner) = stem.strip_prefix(prefix).filter(|s| s.len() >= SHORTEST_ROOT) {
            out.push((inner.to_owned(), taken + 1));
        }
    }
    for inner in nasal_bases(stem) {
        out.push((inner, taken + 1));
    }
}

/// The stems under meN- or peN-, with every first letter that the nasal may have swallowed.
pub fn nasal_bases(word: &str) -> Vec<String> {
    let mut out = Vec::new();
    for head in ["me", "pe"] {
        let Some(rest) = word.strip_prefix(head) else { continue };
        let mut add = |first: &str, tail: &str| {
            if first.len() + tail.len() >= SHORTEST_ROOT {
                out.push(format!("{first}{tail}"));
            }
        };
        if let Some(tail) = rest.strip_prefix("nge") {
            add("", tail);
            add("e", tail);
            add("ke", tail);
        } else if let Some(tail) = rest.strip_prefix("ng") {
            add("", tail);
            if tail.starts_with(['a', 'e', 'i', 'o', 'u']) {
                add("k", tail);
            }
        } else if let Some(tail) = rest.strip_prefix("ny") {
            add("s", tail);
            add("ny", tail);
        } else if let Some(tail) = rest.strip_prefix('m') {
            add("", tail);
            if tail.starts_with(['a', 'e', 'i', 'o', 'u']) {
                add("p", tail);
                add("m", tail);
            }
        } else if let Some(tail) = rest.strip_prefix('n') {
            add("", tail);
            if tail.starts_with(['a', 'e', 'i', 'o', 'u']) {
                add("t", tail);
                add("n", tail);
            }
        } else if rest.starts_with(['l', 'r', 'w', 'y']) {
            add("", rest);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_in_the_set() {
        for (word, base) in [
            ("mengerahkan", "kerah"),
            ("dikerahkan", "mengerahkan"),
            ("pengerahan", "kerah"),
            ("dipasok", "memasok"),
            ("pasokannya", "pasok"),
            ("menyatakan", "nyata"),
            ("keterlibatan", "libat"),
            ("perundingan", "runding"),
            ("negara-negara", "negara"),
            ("sekutu-sekutunya", "sekutu"),
            ("tolong-menolong", "tolong"),
            ("bermain-main", "main"),
            ("memperbaiki", "baik"),
            ("diberitahukan", "beritahu"),
            ("penembakan", "tembak"),
            ("mengecat", "cat"),
            ("belajar", "ajar"),
            ("pelajar", "ajar"),
            ("kesepakatan", "sepakat"),
            ("seindah", "indah"),
            ("berkewarganegaraan", "warganegara"),
            ("pengumuman", "umum"),
            ("memukul", "pukul"),
            ("menulis", "tulis"),
            ("terbesar", "besar"),
            ("kuambil", "ambil"),
        ] {
            let all = readings(word);
            assert!(all.iter().any(|r| r.base == base), "{word}: {base} not in {all:?}");
        }
    }
}
