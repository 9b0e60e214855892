//! One name in several spellings within one text.

use super::named::{self, Found, Grouped};
use super::people::People;
use super::raw::Raw;
use super::rival::{
    are_short_forms, are_two_words, cut, differ_in_ending, instead, is_in_other_letters, plain,
};
use super::words::is_capital;
use crate::analyse::Analyser;
use crate::language::naming::naming;
use crate::lexicon::{Lexicon, name_key, respell};
use crate::model::{Article, Class, EntryKind, Kind, Lang, Rule, Sentence, Span};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// So many sentences are analysed at a time by one worker.
const BLOCK: usize = 512;
/// Parts of names that are shorter once re-spelled are left to the grouping.
const LONG: usize = 5;

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
    let mut people: Vec<_> =
        articles.iter().zip(sentences).map(|(a, s)| People::new(&a.text, s, lexicon)).collect();
    for (article, _, mention) in &found {
        people[*article].add(&mention.text, mention.span);
        places.entry((*article, mention.text.as_str())).or_default().push(mention.span);
    }
    // Sentence by sentence: a long form stands in the sentence of its short form.
    let mut acronyms: Vec<_> = articles
        .iter()
        .zip(sentences)
        .flat_map(|(a, list)| list.iter().flat_map(|s| named::acronyms(s.span.of(&a.text))))
        .collect();
    acronyms.sort();
    acronyms.dedup();
    let mut out: Vec<Vec<Raw>> = articles.iter().map(|_| Vec::new()).collect();
    for (article, spellings) in alike(&found) {
        of_parts(article, spellings, lexicon, (&places, &people[article]), &mut out[article]);
    }
    for group in named::group(&found, &acronyms, lexicon) {
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
                let mut here = named::mentions(text, article.lang, &units, &analyser, lexicon);
                let forms = analyser.vocabulary.forms();
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
            // Rachmat and Rahmat, Achmad and Ahmad: the old spelling of one sound.
            let key = respell::respelled(&plain(part).replace("ch", "kh"));
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
/// no rivals. A form of address is no part: Dr Saraswati.
fn may_be_one(a: &[String], b: &[String]) -> bool {
    let own = |parts: &[String]| -> Vec<String> {
        let plain = parts.iter().map(|p| plain(p));
        plain.filter(|p| !naming().honorifics.contains(p.as_str())).collect()
    };
    let (a, b) = (own(a), own(b));
    a.len() <= 1
        || b.len() <= 1
        || a.iter().filter(|x| b.contains(x)).count() + 1 >= a.len().min(b.len())
}

/// Whether one is a person of the lists and the other what is called after somebody, which has a
/// spelling of its own: Sukarno, Bandara Soekarno-Hatta.
fn is_called_after(
    (a, x): (&str, &[String]),
    (b, y): (&str, &[String]),
    lexicon: &Lexicon,
) -> bool {
    let called = |parts: &[String]| {
        let first = parts.first().map(|p| plain(p)).unwrap_or_default();
        let cues = ["spot", "body", "owner", "house"];
        parts.len() > 1 && cues.iter().any(|cue| naming().is_cue(cue, &first))
    };
    let person = |text: &str| {
        let key = name_key(text);
        let entry = [Lang::Id, Lang::En].iter().find_map(|lang| lexicon.name(*lang, &key));
        entry.is_some_and(|(entry, _)| entry.kind == EntryKind::Person)
    };
    called(x) && person(b) || called(y) && person(a)
}

fn of_parts<'a>(
    article: usize,
    mut spellings: Vec<Part<'a>>,
    lexicon: &Lexicon,
    (places, people): (&'a Places<'a>, &People<'_>),
    out: &mut Vec<Raw>,
) {
    let known = |text: &str| is_listed(text, lexicon);
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
                    && !is_called_after((text, parts), (other, all), lexicon)
                    && (settles(&kept, lexicon) || !people.are_two(text, other))
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
    // What has been told to be wrong is no spelling to keep.
    if out.iter().any(|r| there.contains(&r.span)) {
        return;
    }
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
            let other = is_in_other_letters(text, kept) || are_two_words(text, kept, lang, lexicon);
            let two = match listed {
                Some(_) if group.kind != EntryKind::Person => false,
                Some(_) if is_one_entry(text, kept, lexicon) => {
                    people.are_set_apart(&cut(text), &cut(kept))
                }
                Some(_) => people.are_two(text, kept),
                None => people.are_two(text, kept) || differ_in_ending(text, kept),
            };
            ((is_listed(text, lexicon) || !other) && !two && !are_short_forms(text, kept))
                .then_some((kept, there, instead))
        });
        if let Some((kept, there, instead)) = rival {
            tell(text, spans, (kept, there), &instead, out);
        }
    }
}

fn is_listed(text: &str, lexicon: &Lexicon) -> bool {
    let key = name_key(text);
    [Lang::Id, Lang::En].iter().any(|lang| lexicon.name(*lang, &key).is_some())
}

/// Whether the lists say that a name is one, whatever its other spellings: not of one part of a
/// person's name, which others bear as well (Rizki).
fn settles(text: &str, lexicon: &Lexicon) -> bool {
    let key = name_key(text);
    let entry = [Lang::Id, Lang::En].iter().find_map(|lang| lexicon.name(*lang, &key));
    entry.is_some_and(|(entry, _)| entry.kind != EntryKind::Person || text.contains(' '))
}

/// Whether the lists have both as spellings of one name.
fn is_one_entry(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let (a, b) = (name_key(a), name_key(b));
    [Lang::Id, Lang::En].iter().any(|lang| {
        let (x, y) = (lexicon.name(*lang, &a), lexicon.name(*lang, &b));
        x.zip(y).is_some_and(|((x, _), (y, _))| std::ptr::eq(x, y))
    })
}

fn is_adjective(text: &str, lexicon: &Lexicon) -> bool {
    let key = name_key(text);
    lexicon
        .name(Lang::En, &key)
        .is_some_and(|(entry, _)| entry.adjectives.iter().any(|a| name_key(a) == key))
}
