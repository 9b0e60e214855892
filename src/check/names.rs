//! One name in several spellings within one text.

use super::people::People;
use super::raw::Raw;
use super::words::{is_all_capitals, is_capital};
use crate::analyse::Analyser;
use crate::lexicon::{Lexicon, name_key, respell};
use crate::model::{Article, Class, Kind, Lang, Rule, Sentence, Span};
use crate::names::{self, Found, Grouped};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Spellings of a listed name must be this alike once re-spelled to be rivals; less alike are
/// short forms and other names for the same (Korsel, Korea Selatan).
const ALIKE: f64 = 0.7;
/// With the same consonants less is enough (Kiev, Kyiv), but not Rani and Rohana.
const SAME_KEY: f64 = 0.65;
/// Shorter parts (St, PT) are alike by chance.
const SHORTEST: usize = 3;
/// Without the same consonants only long parts are compared by their letters.
const LONG: usize = 5;
/// So many sentences are analysed at a time by one worker.
const BLOCK: usize = 512;

/// Where an article has a name, as written.
type Places<'a> = FxHashMap<(usize, &'a str), Vec<Span>>;

/// The mixed spellings of each article.
pub(super) fn mixed(
    articles: &[&Article],
    sentences: &[Vec<Sentence>],
    lexicon: &Lexicon,
) -> Vec<Vec<Raw>> {
    let found = mentions(articles, sentences, lexicon);
    let mut places: Places<'_> = FxHashMap::default();
    let mut people: Vec<_> = sentences.iter().map(|s| People::new(s, lexicon)).collect();
    for (article, _, mention) in &found {
        people[*article].add(&mention.text, mention.span);
        places.entry((*article, mention.text.as_str())).or_default().push(mention.span);
    }
    // Sentence by sentence: a long form stands in the sentence of its short form.
    let mut acronyms: Vec<_> = articles
        .iter()
        .zip(sentences)
        .flat_map(|(a, list)| list.iter().flat_map(|s| names::acronyms(s.span.of(&a.text))))
        .collect();
    acronyms.sort();
    acronyms.dedup();
    let mut out: Vec<Vec<Raw>> = articles.iter().map(|_| Vec::new()).collect();
    for (article, spellings) in alike(&found) {
        of_parts(article, spellings, lexicon, (&places, &people[article]), &mut out[article]);
    }
    for group in names::group(&found, &acronyms, lexicon, names::Rules::CHECK) {
        if group.spellings.len() < 2 {
            continue;
        }
        let mut in_article: Vec<usize> =
            group.spellings.iter().flat_map(|s| s.articles.iter().copied()).collect();
        in_article.sort_unstable();
        in_article.dedup();
        for a in in_article {
            let lang = articles[a].lang;
            of_group(&group, (a, lang), lexicon, (&places, &people[a]), &mut out[a]);
        }
    }
    out
}

/// Mentions of every article, their spans within the article.
fn mentions(
    articles: &[&Article],
    sentences: &[Vec<Sentence>],
    lexicon: &Lexicon,
) -> Vec<(usize, Lang, Found)> {
    let blocks: Vec<(usize, &[Sentence])> = sentences
        .iter()
        .enumerate()
        .flat_map(|(a, list)| list.chunks(BLOCK).map(move |block| (a, block)))
        .collect();
    let found: Vec<Vec<(usize, Lang, Found)>> = blocks
        .par_iter()
        .map(|&(a, block)| {
            let article = articles[a];
            let mut analyser = Analyser::new(lexicon);
            let mut out = Vec::new();
            for sentence in block.iter().filter(|s| s.kind != Kind::Noise) {
                let text = sentence.span.of(&article.text);
                if !text.bytes().any(|b| b.is_ascii_uppercase() || !b.is_ascii()) {
                    continue;
                }
                let units = analyser.sentence(text, article.lang);
                let forms = analyser.vocabulary.forms();
                let mut here = names::mentions(text, article.lang, &units, forms, lexicon);
                for unit in &units.words {
                    if forms[unit.id as usize].class != Class::Name {
                        inside_phrase(text, unit.span, article.lang, lexicon, &mut here);
                    }
                }
                for mut m in here {
                    m.span = m.span.shifted(sentence.span.start);
                    // US$ is a currency.
                    if article.text[m.span.end..].starts_with('$') {
                        continue;
                    }
                    out.push((a, article.lang, m));
                }
            }
            out
        })
        .collect();
    found.into_iter().flatten().collect()
}

/// Listed names inside a phrase that is no name as a whole: "di Yogyakarta", "kota Paris".
fn inside_phrase(text: &str, phrase: Span, lang: Lang, lexicon: &Lexicon, out: &mut Vec<Found>) {
    let mut at = phrase.start;
    let written = phrase.of(text);
    for word in written.split(' ').filter(|_| written.contains(' ')) {
        if is_capital(word)
            && let Some((entry, _)) = lexicon.name(lang, &name_key(word))
        {
            let (span, kind) = (Span::new(at, at + word.len()), entry.kind);
            out.push(Found { span, text: word.to_owned(), kind, of: None });
        }
        at += word.len() + 1;
    }
}

/// A part of a name as one article spells it: the mentions that have it, each with all its parts.
type Part<'a> = (String, Vec<(&'a str, Vec<String>)>);

/// Parts of names that one article spells in several ways, though they are the same once
/// re-spelled. This sees what the grouping leaves apart: names of few consonants (Rusia, Rossia),
/// a listed name beside a form on no list.
fn alike(found: &[(usize, Lang, Found)]) -> Vec<(usize, Vec<Part<'_>>)> {
    let mut by_key: BTreeMap<(usize, String), Vec<Part<'_>>> = BTreeMap::new();
    for (article, _, mention) in found {
        let parts = cut(&mention.text);
        for part in &parts {
            let key = respell::respelled(part);
            if key.len() < LONG {
                continue;
            }
            let spellings = by_key.entry((*article, key)).or_default();
            let at = spellings.iter().position(|(s, _)| plain(s) == plain(part));
            let at = at.unwrap_or_else(|| {
                spellings.push((part.clone(), Vec::new()));
                spellings.len() - 1
            });
            let mentions = &mut spellings[at].1;
            if mentions.iter().all(|(text, _)| *text != mention.text) {
                mentions.push((&mention.text, parts.clone()));
            }
        }
    }
    let several = by_key.into_iter().filter(|(_, list)| list.len() > 1);
    several.map(|((article, _), list)| (article, list)).collect()
}

/// Two people may share a name and spell it differently: full names whose other parts differ are
/// no rivals.
fn may_be_one(a: &[String], b: &[String]) -> bool {
    a.len() == 1
        || b.len() == 1
        || a.iter().filter(|x| b.iter().any(|y| plain(x) == plain(y))).count() + 1
            >= a.len().min(b.len())
}

fn of_parts<'a>(
    article: usize,
    mut spellings: Vec<Part<'a>>,
    lexicon: &Lexicon,
    (places, people): (&'a Places<'a>, &People<'_>),
    out: &mut Vec<Raw>,
) {
    let known = |text: &str| {
        let key = name_key(text);
        lexicon.name(Lang::Id, &key).or_else(|| lexicon.name(Lang::En, &key)).is_some()
    };
    let spans = |text: &'a str| places.get(&(article, text));
    let count = |part: &Part<'a>| -> usize {
        part.1.iter().filter_map(|(text, _)| spans(text)).map(Vec::len).sum()
    };
    let first = |part: &Part<'a>| {
        part.1.iter().filter_map(|(text, _)| spans(text)).flatten().map(|s| s.start).min()
    };
    spellings.sort_by_key(|part| (!known(&part.0), std::cmp::Reverse(count(part)), first(part)));
    let mut rest = spellings.into_iter();
    let Some((kept, there)) = rest.next() else { return };
    for (part, mentions) in rest {
        if lexicon.never_merge(&part.to_lowercase(), &kept.to_lowercase()) {
            continue;
        }
        for (text, parts) in &mentions {
            let rival = there.iter().find(|(other, all)| {
                may_be_one(parts, all)
                    && (known(&kept) || !people.are_two(text, other))
                    && !lexicon.never_merge(&text.to_lowercase(), &other.to_lowercase())
            });
            if let (Some((other, _)), Some(own)) = (rival, spans(text))
                && let Some(there) = spans(other)
            {
                tell(text, own, (other, there), &text.replacen(&part, &kept, 1), out);
            }
        }
    }
}

fn tell(
    text: &str,
    spans: &[Span],
    (kept, there): (&str, &Vec<Span>),
    instead: &str,
    out: &mut Vec<Raw>,
) {
    let times = if there.len() == 1 { "once".to_owned() } else { format!("{} times", there.len()) };
    for &span in spans {
        if out.iter().all(|r| r.span != span) {
            let message = format!(
                "\"{text}\" is also written \"{kept}\" in this text ({times}); use one spelling"
            );
            out.push(Raw::new(span, Rule::MixedName, message).suggest([instead.to_owned()]));
        }
    }
}

fn of_group(
    group: &Grouped,
    (article, lang): (usize, Lang),
    lexicon: &Lexicon,
    (places, people): (&Places<'_>, &People<'_>),
    out: &mut Vec<Raw>,
) {
    let mut here: Vec<(&str, &Vec<Span>)> = group
        .spellings
        .iter()
        .filter_map(|s| Some((s.text.as_str(), places.get(&(article, s.text.as_str()))?)))
        .filter(|(text, _)| !is_adjective(text, lexicon))
        .collect();
    // The spelling to keep first: the list's, the most frequent, the earliest.
    let listed = group.listed.as_ref().map(|(id, en, _)| match lang {
        Lang::Id => id.to_lowercase(),
        Lang::En => en.to_lowercase(),
    });
    let first = |spans: &[Span]| spans.iter().map(|s| s.start).min();
    here.sort_by_key(|(text, spans)| {
        let preferred = listed.as_ref().is_some_and(|l| *l == text.to_lowercase());
        (!preferred, std::cmp::Reverse(spans.len()), first(spans))
    });
    for (n, (text, spans)) in here.iter().enumerate() {
        // Of a listed name the list says that it is one.
        let rival = here[..n].iter().find_map(|(kept, there)| {
            let instead = instead(text, kept)?;
            (listed.is_some() || !is_in_other_letters(text, kept) && !people.are_two(text, kept))
                .then_some((kept, there, instead))
        });
        if let Some((kept, there, instead)) = rival {
            tell(text, spans, (kept, there), &instead, out);
        }
    }
}

fn is_adjective(text: &str, lexicon: &Lexicon) -> bool {
    let key = name_key(text);
    lexicon
        .name(Lang::En, &key)
        .is_some_and(|(entry, _)| entry.adjectives.iter().any(|a| name_key(a) == key))
}

/// What to write for `text` where `kept` is the spelling to keep; none if the two are no rivals:
/// a short form, a part of the name, another name for the same.
fn instead(text: &str, kept: &str) -> Option<String> {
    let (t, k) = (cut(text), cut(kept));
    let same = |a: &str, b: &str| plain(a) == plain(b);
    if t.len() == k.len() {
        let differs = t.iter().zip(&k).any(|(a, b)| !same(a, b));
        let alike = t.iter().zip(&k).all(|(a, b)| same(a, b) || is_alike(a, b));
        // Only the hyphen or the apostrophe differs: Choe Son Hui, Choe Son-hui.
        let marks = !differs && loose(text) != loose(kept);
        return (alike && (differs || marks)).then(|| kept.to_owned());
    }
    let (short, long) = if t.len() < k.len() { (&t, &k) } else { (&k, &t) };
    if is_short_for(short, long) {
        return None;
    }
    let mut rest = long.iter();
    let mut pairs = Vec::new();
    for part in short {
        pairs.push((part, rest.find(|w| same(w, part) || is_alike(w, part))?));
    }
    if pairs.iter().all(|(a, b)| same(a, b)) {
        return None;
    }
    if t.len() < k.len() {
        return Some(pairs.iter().map(|(_, b)| b.as_str()).collect::<Vec<_>>().join(" "));
    }
    // The fuller one is to change: its parts become those of the one to keep.
    let changed =
        t.iter().map(|w| pairs.iter().find(|(_, b)| *b == w).map_or(w, |(a, _)| a).as_str());
    Some(changed.collect::<Vec<_>>().join(" "))
}

/// A name in capitals beside one in small letters: the short form BBNI and Benny.
fn is_in_other_letters(a: &str, b: &str) -> bool {
    let capitals = |name: &str| cut(name).iter().any(|p| is_all_capitals(p));
    capitals(a) != capitals(b)
}

/// Whether capitals stand for the words of a name: ASEAN beside Association of Southeast Asian
/// Nations, where ASEAN looks like Asian.
fn is_short_for(short: &[String], long: &[String]) -> bool {
    let [short] = short else { return false };
    let letters: Vec<char> = short.chars().flat_map(char::to_lowercase).collect();
    is_all_capitals(short) && is_spelled(&letters, long)
}

/// Whether each word with a capital gives its first letter and perhaps more of its letters, in
/// order; The and small words may give none.
fn is_spelled(letters: &[char], words: &[String]) -> bool {
    let Some((word, rest)) = words.split_first() else { return letters.is_empty() };
    let optional = !is_capital(word) || word == "The";
    if optional && is_spelled(letters, rest) {
        return true;
    }
    let plain = word.to_lowercase();
    let mut of_word = plain.chars();
    for (n, letter) in letters.iter().enumerate() {
        let there =
            if n == 0 { of_word.next() == Some(*letter) } else { of_word.any(|c| c == *letter) };
        if !there {
            return false;
        }
        if is_spelled(&letters[n + 1..], rest) {
            return true;
        }
    }
    false
}

/// The parts of a name.
pub(super) fn cut(name: &str) -> Vec<String> {
    let parts = name.split([' ', '-', '\u{2010}', '\u{2011}']);
    parts.filter(|p| !p.is_empty()).map(str::to_owned).collect()
}

pub(super) fn plain(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

fn loose(name: &str) -> String {
    plain(name).replace(['\u{2010}', '\u{2011}'], "-")
}

pub(super) fn is_alike(a: &str, b: &str) -> bool {
    let (x, y) = (respell::respelled(a), respell::respelled(b));
    let alike = strsim::normalized_levenshtein(&x, &y);
    x.chars().next() == y.chars().next()
        && x.len().min(y.len()) >= SHORTEST
        && (respell::key(a) == respell::key(b) && alike >= SAME_KEY
            || x.len().min(y.len()) >= LONG && alike >= ALIKE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rivals_and_others() {
        for (text, kept, wanted) in [
            ("Zelensky", "Volodymyr Zelenskyy", Some("Zelenskyy")),
            ("Volodymyr Zelensky", "Zelenskyy", Some("Volodymyr Zelenskyy")),
            ("Kiev", "Kyiv", Some("Kyiv")),
            ("Choe Son-hui", "Choe Son Hui", Some("Choe Son Hui")),
            ("Choe", "Choe Son Hui", None),
            ("Korsel", "Korea Selatan", None),
            ("KYIV", "Kyiv", None),
            ("Amerika", "Amerika Serikat", None),
            ("ASEAN", "Association of Southeast Asian Nations", None),
            ("The Association of Southeast Asian Nations", "ASEAN", None),
            ("KONI", "Komite Olahraga Nasional Indonesia", None),
            // Capitals of a headline, no short form.
            ("ZELENSKI", "Volodymyr Zelensky", Some("Zelensky")),
            ("Brussel", "Brussels", Some("Brussels")),
        ] {
            assert_eq!(instead(text, kept).as_deref(), wanted, "{text} {kept}");
        }
    }
}
