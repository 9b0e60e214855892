//! The built-in tables as they lie in the program: what the build script writes and the lexicon
//! reads. Both include this file.
//!
//! `lexicon.txt` holds every spelling once, one after the other. `lexicon.bin` is a sequence of
//! 32-bit numbers, low byte first: for each [`Part`] where it starts and how many records it has,
//! then the parts. A spelling is one number: its first byte in the text, and below it
//! [`LENGTH_BITS`] bits for its length. A table is its
//! number of slots (a power of two), the slots, and the records, a spelling followed by the
//! [`Part::width`] numbers of its value; a slot is 0 or holds part of a record's hash above the
//! record's number counted from 1, so that most look-ups touch one record alone.

/// A part of the built-in lexicon, in the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Table: Indonesian headword to first sense and count.
    Words,
    /// Table: English key to first headword and count.
    Reverse,
    /// Table: Indonesian key to first learned equivalent and count.
    Learned,
    /// Table: Indonesian word or phrase to its first group of synonyms and count.
    SynonymsId,
    /// Table: the same for English keys.
    SynonymsEn,
    /// Table: English lemmas of the lists.
    English,
    /// Table: English form of the lists to its lemma.
    Lemmas,
    /// Table: Indonesian phrases.
    PhrasesId,
    /// Table: English phrases.
    PhrasesEn,
    /// Table: first word of an Indonesian phrase to the number of words of the longest.
    LongestId,
    /// Table: the same for English.
    LongestEn,
    /// Table: Indonesian spelling of a name to its entry and how exactly it is meant.
    NamesId,
    /// Table: English spelling of a name to the same.
    NamesEn,
    /// Table: Indonesian form to its band of commonness.
    BandsId,
    /// Table: English form to its band.
    BandsEn,
    /// Table: offices and honorifics in small letters.
    TitleForms,
    /// Table: two names with [`BETWEEN`] between them.
    NeverMerge,
    /// Records: English, part of speech, key, weight, first headword of the key and count.
    Senses,
    /// Records: headword, weight, its first sense and count.
    Headwords,
    /// Records: English key, weight.
    Equivalents,
    /// Records: group of synonyms, weight; those of `SynonymsId`.
    GroupsId,
    /// Records: the same of `SynonymsEn`.
    GroupsEn,
    /// Records: Indonesian, English, type, variants of both, adjectives, whether a region.
    Entries,
    /// Records: Indonesian, English, country, variants of both.
    Titles,
}

/// Between the two names of a pair that must never merge: no name has it.
pub(crate) const BETWEEN: char = '\u{1F}';
/// Bits of a spelling that hold its length: the longest list of variants has 185 bytes, and 22 bits
/// remain for where it starts, two and a half times what the lists need.
pub(crate) const LENGTH_BITS: u32 = 10;
/// Bits of a slot that hold the record's number.
pub(crate) const NUMBER_BITS: u32 = 20;

impl Part {
    /// Numbers of a record: in a table those of its value, without the spelling it is found by.
    pub(crate) fn width(self) -> usize {
        match self {
            Self::English
            | Self::PhrasesId
            | Self::PhrasesEn
            | Self::TitleForms
            | Self::NeverMerge => 0,
            Self::Lemmas | Self::LongestId | Self::LongestEn | Self::BandsId | Self::BandsEn => 1,
            Self::Words
            | Self::Reverse
            | Self::Learned
            | Self::NamesId
            | Self::NamesEn
            | Self::Equivalents
            | Self::SynonymsId
            | Self::SynonymsEn
            | Self::GroupsId
            | Self::GroupsEn => 2,
            Self::Headwords => 4,
            Self::Titles => 5,
            Self::Senses => 6,
            Self::Entries => 7,
        }
    }
}

/// The hash of a spelling: the same on every machine, since the file holds its results.
pub(crate) fn hash(text: &str) -> u32 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let mut h = text.len() as u64;
    for piece in text.as_bytes().chunks(8) {
        let mut eight = [0; 8];
        eight[..piece.len()].copy_from_slice(piece);
        h = (h.rotate_left(23) ^ u64::from_le_bytes(eight)).wrapping_mul(FACTOR);
    }
    h = (h ^ (h >> 29)).wrapping_mul(FACTOR);
    // The high half of a product is well mixed, the low half is not.
    u32::try_from(h >> 32).unwrap_or_default()
}

/// What a slot keeps of a hash, above the record's number.
pub(crate) fn mark(hash: u32) -> u32 {
    (hash >> NUMBER_BITS) << NUMBER_BITS
}

/// The key under which an English word or phrase is compared: American lemmas between spaces,
/// without a leading article, *to* or *be* (be killed: kill).
pub(crate) fn english_key(phrase: &str, lemma: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(phrase.len());
    for word in phrase.split([' ', '-']).filter(|w| !w.is_empty()) {
        let word = word.to_lowercase();
        if out.is_empty()
            && matches!(word.as_str(), "the" | "a" | "an" | "to" | "be")
            && phrase.contains(' ')
        {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&lemma(word.trim_end_matches("'s")));
    }
    out
}

/// The form under which names are looked up: small letters, one space, no hyphens, stops or
/// leading article. One-word acronyms keep their capitals, since AS is not as.
pub fn name_key(name: &str) -> String {
    let acronym = !name.contains(' ')
        && name.len() >= 2
        && name.chars().all(|c| c.is_uppercase() || c == '.' || c.is_numeric());
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '.' | '\'' | '’' => {}
            '-' | ' ' | '\u{A0}' => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c if acronym => out.push(c),
            c => out.extend(c.to_lowercase()),
        }
    }
    let out = out.trim_end();
    out.strip_prefix("the ").unwrap_or(out).to_owned()
}

/// The rows of a learned table, each Indonesian key, English key and weight; a row that cannot be
/// read gives its line, counted from 1.
pub(crate) fn learned_rows(table: &str) -> impl Iterator<Item = Result<(&str, &str, f32), usize>> {
    table.lines().enumerate().skip(1).map(|(at, line)| {
        let mut fields = line.split('\t');
        let mut next = || fields.next().ok_or(at + 1);
        let (indonesian, english, forward, backward) = (next()?, next()?, next()?, next()?);
        let number = |f: &str| f.parse::<f32>().map_err(|_| at + 1);
        Ok((indonesian, english, learned_weight(number(forward)?, number(backward)?)))
    })
}

/// How well an equivalent accounts for a word, from the probability of each direction. Both must be
/// high: a fourth root keeps second and third translations, which have a small share of the
/// probability and are no less right, well above chance.
fn learned_weight(forward: f32, backward: f32) -> f32 {
    (forward * backward).sqrt().sqrt().min(0.95)
}
