//! Ukrainian and Russian names that two papers write in Latin letters by two tables: Dovhaliuk, Dovgalyuk.
//! (BGN/PCGN, the Ukrainian table of 2010, the passport tables, ISO 9 without its accents.)

use super::compare::same_part;

/// Letters of the tables for one Cyrillic letter, longest first, made one.
const LETTERS: [(&str, &str); 34] = [
    ("shch", "s"),
    ("sch", "s"),
    ("dzh", "j"),
    ("iye", "ie"),
    ("zh", "j"),
    ("kh", "g"),
    ("sh", "s"),
    ("ch", "c"),
    ("ts", "c"),
    ("tz", "c"),
    ("iu", "u"),
    ("yu", "u"),
    ("ju", "u"),
    ("ia", "a"),
    ("ya", "a"),
    ("ja", "a"),
    ("ie", "e"),
    ("ye", "e"),
    ("je", "e"),
    ("io", "o"),
    ("yo", "o"),
    ("jo", "o"),
    ("iy", "i"),
    ("yi", "i"),
    ("yy", "i"),
    ("ii", "i"),
    ("ij", "i"),
    ("yj", "i"),
    ("ks", "x"),
    ("h", "g"),
    ("y", "i"),
    ("w", "v"),
    ("'", ""),
    ("’", ""),
];

/// How such family names end, letters made one: elsewhere H and G are two letters (Hani, Gani).
const ENDINGS: [&str; 15] = [
    "uk", "enko", "ski", "ska", "cki", "cka", "ov", "ova", "ev", "eva", "iv", "ec", "ic", "sin",
    "kin",
];

/// A name part with the letters that the tables exchange made one, no letter doubled.
fn folded(part: &str) -> String {
    let lower = part.to_lowercase();
    let mut rest = lower.as_str();
    let mut out = String::with_capacity(lower.len());
    while let Some(c) = rest.chars().next() {
        let group = LETTERS.iter().find(|(from, _)| rest.starts_with(from));
        let mut single = [0; 4];
        let (used, piece) = group
            .map_or_else(|| (c.len_utf8(), &*c.encode_utf8(&mut single)), |(f, t)| (f.len(), t));
        if !out.ends_with(piece) || piece.is_empty() {
            out.push_str(piece);
        }
        rest = &rest[used..];
    }
    out
}

/// Whether two full names are one in the letters of two tables: as many parts, each the same once folded.
pub(super) fn is_one(a: &str, b: &str) -> bool {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    let same = |x: &str, y: &str| folded(x) == folded(y);
    let given = |(x, y): (&&str, &&str)| same(x, y) || same_part(x, y);
    let (Some((x, rest)), Some((y, other))) = (a.split_last(), b.split_last()) else {
        return false;
    };
    let slavic = ENDINGS.iter().any(|end| folded(x).ends_with(end));
    slavic
        && !rest.is_empty()
        && rest.len() == other.len()
        && same(x, y)
        && rest.iter().zip(other).all(given)
}

#[cfg(test)]
mod tests {
    use super::is_one;

    #[test]
    fn two_tables() {
        for (a, b) in [
            ("Pavlo Zahorniuk", "Pavlo Zagornyuk"),
            ("Yevhen Shcherbytskyi", "Evgen Scherbitsky"),
            ("Olha Zhuravska", "Olga Zhuravskaya"),
            ("Mykhailo Khomenko", "Mihailo Homenko"),
        ] {
            assert!(is_one(a, b), "{a} / {b}");
        }
        assert!(!is_one("Siti Hani", "Siti Gani"));
        assert!(!is_one("Pavlo Zahorniuk", "Petro Zahorniuk"));
    }
}
