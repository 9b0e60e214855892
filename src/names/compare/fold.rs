//! A name as written, in any script, to its parts in plain small letters.

use crate::language::naming::naming;
use unicode_normalization::UnicodeNormalization;

/// What a part of a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Tells this name from others.
    Word,
    /// One letter that stands for a word.
    Initial,
    /// May be left out: al, van, bin, of, the.
    Particle,
    /// A number, a king's too.
    Number,
    /// Junior or senior.
    Suffix,
    /// Ltd, PT.
    Legal,
    /// A common word of organisations' names.
    Body,
}

/// One part.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    /// Small ASCII letters.
    pub text: String,
    /// What it is.
    pub part: Part,
    /// How much it tells.
    pub weight: f32,
    /// Written without its short vowels.
    pub skeletal: bool,
}

/// A name in parts.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Folded {
    /// Its parts in order, given names first where the writing says which they are.
    pub pieces: Vec<Piece>,
    /// Which of them is the family name, where that is known or likely.
    pub family: Option<usize>,
    /// Whether it was written in another script than Latin.
    pub foreign: bool,
}

/// A family name tells more than a given name that thousands share.
const FAMILY: f32 = 1.3;
/// The middle name of Russians and Ukrainians is left out more often than not.
const PATRONYMIC: f32 = 0.5;
const INITIAL: f32 = 0.4;
const PARTICLE: f32 = 0.1;
const LEGAL: f32 = 0.1;
/// Thousands of names have Bank or Ministry.
const BODY: f32 = 0.55;

/// Scripts that leave short vowels out.
fn is_abjad(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{FB1D}'..='\u{FEFC}')
}

/// Scripts of which every letter is a syllable or a word.
fn is_syllable(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}')
}

/// Latin letters for every script; capitals stay.
fn latin(name: &str) -> (String, bool, bool) {
    let (mut out, mut foreign, mut abjad) = (String::new(), false, false);
    for c in name.nfkc() {
        match c {
            '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '\u{2BF}' | '\u{2BE}' => out.push('\''),
            '–' | '—' | '‐' | '‑' | '・' | '·' => out.push('-'),
            c if c.is_ascii() => out.push(c),
            c if c.is_whitespace() => out.push(' '),
            c => {
                let plain = any_ascii::any_ascii_char(c);
                foreign |= c.is_alphabetic()
                    && c as u32 > 0x2FF
                    && !(0x1E00..0x1F00).contains(&(c as u32));
                abjad |= is_abjad(c);
                if is_syllable(c) {
                    out.push(' ');
                    out.push_str(plain);
                    out.push(' ');
                } else {
                    // Soft signs become apostrophes: no letter of the name.
                    out.extend(plain.chars().filter(|p| !matches!(p, '\'' | '"' | '`')));
                }
            }
        }
    }
    (out, foreign, abjad)
}

/// Whether a name is rather a body's: it has a legal form or a common word of such names.
pub(super) fn looks_like_body(name: &str) -> bool {
    let lists = naming();
    let (plain, _, _) = latin(name);
    plain.split(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '\'').any(|w| {
        let w = w.replace(['.', '\''], "").to_lowercase();
        // Short words are parts of people's names too: Co, An, SA.
        w.len() > 2
            && (lists.legal.contains_key(&*w) || w.len() > 3 && lists.bodies.contains_key(&*w))
            || w == "pt"
    })
}

/// The name and what it has in brackets, which is another name for it.
fn brackets(name: &str) -> (String, Option<String>) {
    let (Some(open), Some(close)) = (name.find(['(', '（']), name.rfind([')', '）'])) else {
        return (name.to_owned(), None);
    };
    if close < open {
        return (name.to_owned(), None);
    }
    let inner = name[open..close].trim_start_matches(['(', '（']).trim().to_owned();
    let outer = format!("{} {}", &name[..open], name[close..].trim_start_matches([')', '）']));
    if outer.trim().is_empty() {
        (inner, None)
    } else {
        (outer, Some(inner).filter(|i| !i.is_empty()))
    }
}

/// The ways to read a name: without its bracket, and what stands in the bracket.
pub(super) fn readings(name: &str, body: bool) -> Vec<Folded> {
    let (outer, inner) = brackets(name);
    let mut out = vec![fold(&outer, body)];
    out.extend(inner.filter(|_| body).map(|i| fold(&i, body)));
    out
}

fn fold(name: &str, body: bool) -> Folded {
    let (plain, foreign, abjad) = latin(name);
    let script = (foreign, abjad);
    let mut out = Folded { foreign, ..Folded::default() };
    let segments: Vec<&str> = plain.split([',', ';']).filter(|s| !s.trim().is_empty()).collect();
    let behind = |s: &&&str| is_behind(s);
    let names: Vec<&str> = match segments.split_first() {
        Some((first, rest)) => {
            std::iter::once(*first).chain(rest.iter().filter(|s| !behind(s)).copied()).collect()
        }
        None => return out,
    };
    let suffix: Vec<&str> = segments.iter().skip(1).filter(behind).copied().collect();
    let turned = !body && names.len() == 2;
    if turned {
        push(names[1], body, script, &mut out.pieces);
        out.family = Some(out.pieces.len());
        push(names[0], body, script, &mut out.pieces);
    } else {
        for segment in &names {
            push(segment, body, script, &mut out.pieces);
        }
    }
    for segment in suffix {
        let mut rest = Vec::new();
        push(segment, body, script, &mut rest);
        out.pieces
            .extend(rest.into_iter().filter(|p| matches!(p.part, Part::Legal | Part::Suffix)));
    }
    if !body {
        person(name, &mut out);
    }
    out
}

/// Degrees, legal forms or junior: what stands behind a name after a comma.
fn is_behind(segment: &str) -> bool {
    let lists = naming();
    segment.split_whitespace().all(|w| {
        let w = w.replace('.', "").to_lowercase();
        lists.degrees.contains(&*w) || lists.legal.contains_key(&*w) || is_suffix(&w) || w == "the"
    })
}

fn is_suffix(word: &str) -> bool {
    matches!(word, "jr" | "sr" | "junior" | "senior")
}

fn push(segment: &str, body: bool, script: (bool, bool), out: &mut Vec<Piece>) {
    let start = out.len();
    let lists = naming();
    for word in
        segment.split(|c: char| c.is_whitespace() || matches!(c, '-' | '/' | '"' | '&' | '_'))
    {
        let dotted = word.trim_end_matches('.').contains('.');
        let joined: String =
            word.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '.').collect();
        let joined = joined.to_lowercase();
        let bare = joined.replace('.', "");
        if bare.is_empty() || !body && dotted && out.len() > start && lists.degrees.contains(&*bare)
        {
            continue;
        }
        // U.S. is a word of a body's name, J.F. are two initials.
        let single = joined.split('.').filter(|p| !p.is_empty()).all(|p| p.len() == 1);
        let known = lists.legal.contains_key(&*bare) && body;
        let parts: Vec<&str> = if dotted && !(body && single) && !known {
            joined.split('.').filter(|p| !p.is_empty()).collect()
        } else {
            vec![&*bare]
        };
        for text in parts {
            let first = out.len() == start || out[start..].iter().all(|p| p.weight == 0.0);
            out.push(piece(text, body, script, first));
        }
    }
    // Titles go, unless there is nothing else.
    if out[start..].iter().any(|p| p.weight > 0.0) {
        let mut at = 0;
        out.retain(|p| {
            at += 1;
            at <= start || p.weight > 0.0
        });
    } else {
        for p in &mut out[start..] {
            p.weight = 1.0;
        }
    }
}

fn piece(text: &str, body: bool, (foreign, skeletal): (bool, bool), first: bool) -> Piece {
    let lists = naming();
    // 82nd and 101st are numbers too.
    let digits = text.starts_with(|c: char| c.is_ascii_digit());
    let king = matches!(
        text,
        "i" | "v"
            | "x"
            | "ii"
            | "iii"
            | "iv"
            | "vi"
            | "vii"
            | "viii"
            | "ix"
            | "xi"
            | "xii"
            | "xiii"
            | "xiv"
            | "xv"
            | "xvi"
    );
    let (part, weight) = match () {
        () if digits || king && !first => (Part::Number, 0.8),
        () if is_suffix(text) && !first => (Part::Suffix, 0.2),
        () if body && lists.legal.contains_key(text) => (Part::Legal, LEGAL),
        () if lists.particles.contains(text)
            && (!first || body || matches!(text, "al" | "el" | "de" | "the" | "von" | "van")) =>
        {
            (Part::Particle, PARTICLE)
        }
        () if text.len() == 1 && !(foreign && lists.family.contains_key(text)) => {
            (Part::Initial, INITIAL)
        }
        () if body && lists.bodies.contains_key(text) => (Part::Body, BODY),
        () if !body && first && lists.honorifics.contains(text) => (Part::Word, 0.0),
        () => (Part::Word, 1.0),
    };
    Piece { text: text.to_owned(), part, weight, skeletal }
}

/// Which part is the family name, and how much each tells.
fn person(name: &str, out: &mut Folded) {
    let lists = naming();
    let words: Vec<usize> =
        (0..out.pieces.len()).filter(|&n| out.pieces[n].part == Part::Word).collect();
    if out.family.is_none() {
        out.family = capitals(name, &out.pieces).or_else(|| {
            let first = *words.first()?;
            let asian = |n: usize| lists.family.contains_key(&*out.pieces[n].text);
            let last = *words.last()?;
            if words.len() >= 2 && asian(first) && !asian(last) && short(&out.pieces[last].text) {
                Some(first)
            } else {
                Some(last).filter(|_| words.len() > 1)
            }
        });
    } else if let Some(at) = out.family {
        out.family = words.iter().copied().find(|&n| n >= at);
    }
    for &n in &words {
        let text = &out.pieces[n].text;
        if words.len() > 2 && Some(n) != out.family && is_patronymic(text) {
            out.pieces[n].weight = PATRONYMIC;
        }
    }
    if let Some(n) = out.family.filter(|&n| n < out.pieces.len()) {
        out.pieces[n].weight = FAMILY;
    }
}

/// Korean and Chinese given names are of one or two syllables.
fn short(text: &str) -> bool {
    text.len() <= 8
}

/// KIM Jong Un, Jean DUPONT: the part in capitals beside others that are not.
fn capitals(name: &str, pieces: &[Piece]) -> Option<usize> {
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 1).collect();
    let shouted = |w: &&&str| w.chars().all(char::is_uppercase) && w.is_ascii();
    let mut loud = words.iter().filter(shouted);
    let (first, second) = (loud.next()?, loud.next());
    if second.is_some() || words.len() < 2 || first.len() < 3 {
        return None;
    }
    let text = first.to_lowercase();
    pieces.iter().position(|p| p.text == text && p.part == Part::Word)
}

fn is_patronymic(text: &str) -> bool {
    const ENDS: [&str; 12] = [
        "ovich", "evich", "ovych", "evych", "yovych", "ovna", "evna", "ivna", "ievna", "ovic",
        "ogly", "oglu",
    ];
    text.len() > 5 && ENDS.iter().any(|e| text.ends_with(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(name: &str, body: bool) -> String {
        let folded = &readings(name, body)[0];
        folded.pieces.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn parts_of_names() {
        for (name, body, parts) in [
            ("Zelenskyy, Volodymyr", false, "volodymyr zelenskyy"),
            ("Dr. Hj. Siti Rahmawati Djafar, S.H., M.H.", false, "siti rahmawati djafar"),
            ("J.F. Kennedy", false, "j f kennedy"),
            ("Владимир Путин", false, "vladimir putin"),
            ("习近平", false, "xi jin ping"),
            ("Yohanes Lumban-Tobing", false, "yohanes lumban tobing"),
            ("PT Bank Maju, Tbk.", true, "pt bank maju tbk"),
            ("U.S. Steel Corp.", true, "us steel corp"),
            ("Pak", false, "pak"),
            ("", false, ""),
        ] {
            assert_eq!(texts(name, body), parts, "{name}");
        }
        assert!(looks_like_body("PT Maju Jaya") && looks_like_body("Ministry of Health"));
        assert!(!looks_like_body("Choe Son Hui") && !looks_like_body("Bill Clinton"));
    }
}
