//! English word forms: their lemmas, and one spelling for British and American. The build script
//! uses this file too, to find the lemmas of the lists beforehand.

use super::rows::rows;
use rustc_hash::{FxHashMap, FxHashSet};
use std::borrow::Cow;
use std::sync::OnceLock;

struct Tables {
    irregular: FxHashMap<Cow<'static, str>, &'static str>,
    british: FxHashMap<&'static str, &'static str>,
    endings: Vec<(&'static str, &'static str)>,
    kept: FxHashSet<&'static str>,
    kept_endings: Vec<&'static str>,
}

fn tables() -> &'static Tables {
    static TABLES: OnceLock<Tables> = OnceLock::new();
    TABLES.get_or_init(|| {
        let mut irregular = FxHashMap::default();
        for row in rows(include_str!("en/irregular.txt")) {
            let [lemma, forms] = row[..] else { panic!("irregular forms: {row:?}") };
            for form in forms.split(' ') {
                irregular.entry(form.into()).or_insert(lemma);
            }
        }
        for row in rows(include_str!("en/compare.txt")) {
            for adjective in row.iter().flat_map(|words| words.split(' ')) {
                compared(adjective, &mut irregular);
            }
        }
        let (mut british, mut endings) = (FxHashMap::default(), Vec::new());
        let (mut kept, mut kept_endings) = (FxHashSet::default(), Vec::new());
        for row in rows(include_str!("en/spelling.txt")) {
            let [from, to] = row[..] else { panic!("spelling: {row:?}") };
            if from == "=" {
                let (endings, words): (Vec<&str>, Vec<&str>) =
                    to.split(' ').partition(|w| w.starts_with('-'));
                kept.extend(words);
                kept_endings.extend(endings.into_iter().map(|e| &e[1..]));
                continue;
            }
            match (from.strip_prefix('-'), to.strip_prefix('-')) {
                (Some(from), Some(to)) => endings.push((from, to)),
                _ => {
                    british.insert(from, to);
                }
            }
        }
        endings.sort_by_key(|(from, _)| std::cmp::Reverse(from.len()));
        Tables { irregular, british, endings, kept, kept_endings }
    })
}

/// Comparative and superlative of an adjective; `strange-st` has only the second.
fn compared(adjective: &'static str, irregular: &mut FxHashMap<Cow<'static, str>, &'static str>) {
    let (lemma, only_second) = match adjective.strip_suffix("-st") {
        Some(lemma) => (lemma, true),
        None => (adjective, false),
    };
    let b = lemma.as_bytes();
    let vowel = |at: usize| b"aeiou".contains(&b[at]);
    let last = b.len() - 1;
    let stem = if lemma.ends_with('e') {
        lemma[..last].to_owned()
    } else if lemma.ends_with('y') && last > 2 && !vowel(last - 1) || lemma == "dry" {
        format!("{}i", &lemma[..last])
    } else if syllables(lemma) == 1
        && last >= 2
        && !vowel(last)
        && vowel(last - 1)
        && !vowel(last - 2)
        && !matches!(b[last], b'w' | b'x' | b'y')
    {
        format!("{lemma}{}", &lemma[last..])
    } else {
        lemma.to_owned()
    };
    if !only_second {
        irregular.entry(format!("{stem}er").into()).or_insert(lemma);
    }
    irregular.entry(format!("{stem}est").into()).or_insert(lemma);
}

/// Words that end like a British spelling and are spelled so everywhere; of a verb in -ise the
/// other forms too.
fn keeps_ending(word: &str) -> bool {
    let t = tables();
    let kept = |w: &str| t.kept.contains(w) || t.kept_endings.iter().any(|e| w.ends_with(e));
    let verb = ["ises", "ised", "ising"].iter().find_map(|e| word.strip_suffix(e));
    kept(word) || verb.is_some_and(|stem| kept(&format!("{stem}ise")))
}

/// The American spelling of a word in small letters, or the word itself.
pub fn american(word: &str) -> Cow<'_, str> {
    let t = tables();
    if let Some(&a) = t.british.get(word) {
        return a.into();
    }
    if let Some(&a) = word.strip_suffix('s').and_then(|singular| t.british.get(singular)) {
        return format!("{a}s").into();
    }
    if word.len() > 5 && word.is_ascii() && !keeps_ending(word) {
        for (from, to) in &t.endings {
            if let Some(stem) = word.strip_suffix(from)
                && stem.len() >= 3
            {
                return format!("{stem}{to}").into();
            }
        }
    }
    word.into()
}

/// The lemma of an English word in small letters. `known` says which lemmas exist; where several
/// readings are known the one that takes off least wins, and where none is, the rule of the ending
/// decides.
pub fn lemma(word: &str, known: impl Fn(&str) -> bool) -> String {
    let word = american(word);
    if let Some(&lemma) = tables().irregular.get(word.as_ref()) {
        return lemma.to_owned();
    }
    if word.len() < 4 || !word.is_ascii() {
        return word.into_owned();
    }
    let mut guess = None;
    for candidate in candidates(&word) {
        if known(&candidate) {
            return candidate;
        }
        guess.get_or_insert(candidate);
    }
    if known(&word) {
        return word.into_owned();
    }
    guess.unwrap_or_else(|| word.into_owned())
}

/// What the word may be an inflected form of, likeliest first.
fn candidates(word: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut add = |stem: &str, ending: &str| {
        if stem.len() + ending.len() >= 2 {
            out.push(format!("{stem}{ending}"));
        }
    };
    let doubled = |stem: &str| {
        let b = stem.as_bytes();
        b.len() >= 3
            && b[b.len() - 1] == b[b.len() - 2]
            && !matches!(b[b.len() - 1], b'l' | b's' | b'z' | b'f' | b'e' | b'o')
    };
    let doubled_any = |stem: &str| {
        let b = stem.as_bytes();
        b.len() >= 3 && b[b.len() - 1] == b[b.len() - 2]
    };
    if let Some(stem) = word.strip_suffix("ies") {
        add(stem, "y");
        add(stem, "ie");
    } else if let Some(stem) = word.strip_suffix("es") {
        if stem.ends_with("ss")
            || stem.ends_with('x')
            || stem.ends_with("ch")
            || stem.ends_with("sh")
            || stem.ends_with("zz")
        {
            add(stem, "");
            add(stem, "e");
        } else {
            add(stem, "e");
            add(stem, "");
        }
    } else if let Some(stem) = word.strip_suffix('s')
        && !stem.ends_with(['s', 'u', 'i'])
    {
        add(stem, "");
    }
    if let Some(stem) = word.strip_suffix("ied") {
        add(stem, "y");
        add(stem, "ie");
    } else if let Some(stem) = word.strip_suffix("ed") {
        inflected(stem, doubled(stem), doubled_any(stem), &mut add);
    } else if let Some(stem) = word.strip_suffix("ying") {
        add(stem, "ie");
        add(stem, "y");
    } else if let Some(stem) = word.strip_suffix("ing") {
        inflected(stem, doubled(stem), doubled_any(stem), &mut add);
    }
    out.retain(|c| c.bytes().any(|b| b"aeiouy".contains(&b)));
    out
}

fn inflected(stem: &str, doubled: bool, doubled_any: bool, add: &mut impl FnMut(&str, &str)) {
    if stem.len() < 2 || !stem.bytes().any(|b| b"aeiouy".contains(&b)) {
        return;
    }
    if doubled {
        add(&stem[..stem.len() - 1], "");
    }
    // A short stem with one vowel before one consonant lost an e: mak(ing), but not look(ing).
    let b = stem.as_bytes();
    let vowel = |c: u8| b"aeiou".contains(&c);
    let lost_e = b.len() >= 2
        && !vowel(b[b.len() - 1])
        && vowel(b[b.len() - 2])
        && !(b.len() >= 3 && vowel(b[b.len() - 3]))
        && !matches!(b[b.len() - 1], b'w' | b'x' | b'y');
    let soft = matches!(b[b.len() - 1], b'c' | b'v' | b'u' | b'z')
        || stem.ends_with("dg")
        || stem.ends_with("rg");
    if (lost_e && syllables(stem) == 1)
        || soft
        || stem.ends_with("at") && syllables(stem) > 1
        || stem.ends_with("iz")
    {
        add(stem, "e");
        add(stem, "");
    } else {
        add(stem, "");
        add(stem, "e");
    }
    if !doubled && doubled_any {
        add(&stem[..stem.len() - 1], "");
    }
}

fn syllables(stem: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for b in stem.bytes() {
        let vowel = b"aeiouy".contains(&b);
        count += usize::from(vowel && !inside);
        inside = vowel;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lemmas() {
        let known: FxHashSet<Box<str>> = [
            "use",
            "deploy",
            "stop",
            "carry",
            "agree",
            "troop",
            "house",
            "organize",
            "tie",
            "advertise",
            "analyze",
            "tire",
            "disguise",
        ]
        .iter()
        .map(|&w| w.into())
        .collect();
        for (form, lemma_) in [
            ("used", "use"),
            ("deployed", "deploy"),
            ("stopping", "stop"),
            ("carried", "carry"),
            ("agreed", "agree"),
            ("troops", "troop"),
            ("houses", "house"),
            ("organised", "organize"),
            ("went", "go"),
            ("crises", "crisis"),
            ("making", "make"),
            ("looking", "look"),
            ("tying", "tie"),
            ("news", "news"),
            ("boxes", "box"),
            ("colours", "color"),
            ("defence", "defense"),
            ("rises", "rise"),
            ("children", "child"),
            ("died", "die"),
            ("bigger", "big"),
            ("widest", "wide"),
            ("heavier", "heavy"),
            ("driest", "dry"),
            ("slower", "slow"),
            ("stranger", "stranger"),
            ("strangest", "strange"),
            ("tower", "tower"),
            ("advertising", "advertise"),
            ("analysing", "analyze"),
            ("tyres", "tire"),
            ("disguised", "disguise"),
        ] {
            assert_eq!(lemma(form, |w| known.contains(w)), lemma_, "{form}");
        }
    }
}
