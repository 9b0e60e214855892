//! One file to its articles: bytes, text, pieces, metadata, language.

use super::Options;
use super::decode::{decode_as, is_blank, small_enough};
use super::detect::{Verdict, judge};
use super::meta::{Meta, date, lang};
use super::settle::Draft;
use super::source::{Format, Source};
use super::{bytes, front, jsonl, table};
use crate::error::{Error, Result};
use crate::model::{Article, Lang, Offsets};

/// A text of a file, with what the file says of it.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) offsets: Offsets,
    pub(super) own: Meta,
    pub(super) body: usize,
    /// The line it starts on, for one of several in a file.
    pub(super) line: Option<u64>,
    /// Its number among several in a file.
    pub(super) record: Option<usize>,
}

impl Default for Piece {
    fn default() -> Self {
        Self {
            text: String::new(),
            offsets: Offsets::Shift(0),
            own: Meta::default(),
            body: 0,
            line: None,
            record: None,
        }
    }
}

/// So many bad rows of one file are named; the others are counted.
const NAMED: usize = 20;

/// Reads a file: its articles, and what is wrong with it.
pub(super) fn read(source: &Source, options: &Options) -> (Vec<Draft>, Vec<Error>) {
    match decoded(source) {
        Ok((text, offsets)) => read_text(source, text, offsets, options),
        Err(problem) => (Vec::new(), vec![problem]),
    }
}

/// The same for a file whose text is at hand.
pub(super) fn read_text(
    source: &Source,
    text: String,
    offsets: Offsets,
    options: &Options,
) -> (Vec<Draft>, Vec<Error>) {
    let mut problems = Vec::new();
    let pieces = match pieces(source, text, offsets, options, &mut problems) {
        Ok(pieces) => pieces,
        Err(problem) => return (Vec::new(), vec![problem]),
    };
    let mut drafts = Vec::new();
    for piece in pieces {
        match draft(piece, source, options, &mut problems) {
            Ok(draft) => drafts.push(draft),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.len() > NAMED {
        let more = problems.len() - NAMED;
        problems.truncate(NAMED);
        let found = format!("{more} more problems in this file");
        problems.push(Error::input(&source.path, None, found, "correct the rows named before"));
    }
    (drafts, problems)
}

fn decoded(source: &Source) -> Result<(String, Offsets)> {
    let path = &source.path;
    let bytes = bytes(path)?;
    if source.format != Format::Plain {
        small_enough(path, bytes.len())?;
    }
    let stated = match source.format {
        #[cfg(feature = "html")]
        Format::Html => super::html::stated(&bytes),
        _ => None,
    };
    decode_as(path, bytes, stated)
}

#[cfg_attr(
    feature = "html",
    expect(clippy::unnecessary_wraps, reason = "without the feature web pages are refused")
)]
fn pieces(
    source: &Source,
    text: String,
    offsets: Offsets,
    options: &Options,
    problems: &mut Vec<Error>,
) -> Result<Vec<Piece>> {
    let path = &source.path;
    Ok(match source.format {
        Format::Plain => vec![plain(text, offsets, options)],
        Format::Jsonl => jsonl::pieces(path, &text, &offsets, problems),
        Format::Csv | Format::Tsv => table::pieces(path, &text, &offsets, problems),
        #[cfg(feature = "html")]
        Format::Html => vec![super::html::piece(&text, &offsets)],
        #[cfg(not(feature = "html"))]
        Format::Html => {
            let expected = "save the article as text, or build padan with the feature `html`";
            return Err(Error::input(path, None, "this build reads no web pages", expected));
        }
    })
}

fn plain(text: String, offsets: Offsets, options: &Options) -> Piece {
    let (own, body) =
        if options.lines { None } else { front::front(&text) }.unwrap_or((Meta::default(), 0));
    Piece { text, offsets, own, body, ..Piece::default() }
}

/// Makes an article of a piece.
fn draft(
    piece: Piece,
    source: &Source,
    options: &Options,
    problems: &mut Vec<Error>,
) -> Result<Draft> {
    let Piece { text, offsets, own, body, line, record } = piece;
    let path = &source.path;
    if is_blank(&text[body..]) {
        return Err(Error::input(path, line, "no text to read", "expected an article"));
    }
    let lang = language(&text[body..], &own, source, options)
        .map_err(|(found, expected)| Error::input(path, line, found, expected))?;
    let listed = &source.listed;
    // What corpus.toml says of a file with several articles stands behind what each says.
    let (first, second) = if record.is_some() { (&own, listed) } else { (listed, &own) };
    let either = |of: fn(&Meta) -> Option<String>| of(first).or_else(|| of(second));
    let stated = either(|m| m.date.clone());
    let day = stated.as_ref().and_then(|d| date(d, lang));
    if let (Some(stated), None) = (&stated, &day) {
        let found = format!("the date \"{stated}\" cannot be read");
        let expected = "expected YYYY-MM-DD; the article is read without a date";
        problems.push(Error::input(path, line, found, expected));
    }
    let (id, scope) = name(&own, source, record);
    let article = Article {
        id,
        lang,
        path: path.clone(),
        text,
        offsets,
        title: either(|m| m.title.clone()),
        outlet: either(Meta::outlet),
        date: day,
        url: either(|m| m.url.clone()),
        body,
        lines: options.lines,
    };
    Ok(Draft { article, line, scope })
}

/// The id, and what to put before it where another article has the same.
fn name(own: &Meta, source: &Source, record: Option<usize>) -> (String, Vec<String>) {
    let listed = source.listed.id.clone();
    match (record, listed, own.id.clone()) {
        (None, Some(id), _) => (id, source.corpus.clone()),
        (None, None, Some(id)) => (id, Vec::new()),
        (None, None, None) => (source.stem.clone(), source.folders.clone()),
        (Some(_), listed, Some(id)) => {
            let file = listed.unwrap_or_else(|| source.stem.clone());
            (id, std::iter::once(file).chain(source.folders.iter().cloned()).collect())
        }
        (Some(number), listed, None) => {
            let file = listed.unwrap_or_else(|| source.stem.clone());
            (format!("{file}-{number}"), source.folders.clone())
        }
    }
}

/// The language by the first that tells: the options, `corpus.toml`, the name, the file's own
/// metadata, the text.
fn language(
    text: &str,
    own: &Meta,
    source: &Source,
    options: &Options,
) -> Result<Lang, (String, String)> {
    let stated = |meta: &Meta| {
        let value = meta.lang.as_ref()?;
        Some(lang(value).ok_or_else(|| {
            let found = format!("the language is given as \"{value}\"");
            (found, "expected id or en; the article is left out".to_owned())
        }))
    };
    let known = options
        .lang
        .map(Ok)
        .or_else(|| stated(&source.listed))
        .or(source.lang.map(Ok))
        .or_else(|| stated(own));
    if let Some(known) = known {
        return known;
    }
    match judge(text) {
        Verdict::Is(lang) => Ok(lang),
        Verdict::Other(name) => Err((
            format!("the text looks like {name}"),
            "expected Indonesian or English; the article is left out (--lang or a name such as \
             x.id.txt overrules this)"
                .to_owned(),
        )),
        Verdict::Unknown => Err((
            "it cannot be told whether the text is Indonesian or English".to_owned(),
            "name the file x.id.txt or x.en.txt, or add `lang: id` to its front matter".to_owned(),
        )),
    }
}
