//! Parallel text for learning: TSV, TMX, and pairs of line files.

use crate::error::{Error, Result};
use crate::model::Lang;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::path::{Path, PathBuf};

/// Sentence pairs, Indonesian first, and what could not be read.
#[derive(Debug, Default)]
pub struct Parallel {
    /// The pairs in the order of the files.
    pub pairs: Vec<(String, String)>,
    /// Rows that are no pair; the rest went on.
    pub problems: Vec<Error>,
}

/// Reads parallel text. A `.id` file must be followed by its `.en` file, or the other way round.
pub fn parallel(paths: &[PathBuf]) -> Result<Parallel> {
    let mut out = Parallel::default();
    let mut open: Option<(&PathBuf, Lang)> = None;
    for path in paths {
        match (kind(path), open.take()) {
            (Kind::Lines(lang), None) => open = Some((path, lang)),
            (Kind::Lines(lang), Some((first, other))) if lang != other => {
                let (id, en) = if lang == Lang::En { (first, path) } else { (path, first) };
                lines(id, en, &mut out)?;
            }
            (_, Some((first, _))) => return Err(alone(first)),
            (Kind::Tmx, None) => tmx(path, &mut out)?,
            (Kind::Tsv, None) => tsv(path, &mut out)?,
        }
    }
    match open {
        Some((first, _)) => Err(alone(first)),
        None => Ok(out),
    }
}

enum Kind {
    Tsv,
    Tmx,
    Lines(Lang),
}

fn kind(path: &Path) -> Kind {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("tmx")) {
        return Kind::Tmx;
    }
    let stem = name.strip_suffix(".txt").unwrap_or(&name);
    match stem.rsplit('.').next() {
        Some("id") => Kind::Lines(Lang::Id),
        Some("en") => Kind::Lines(Lang::En),
        _ => Kind::Tsv,
    }
}

fn alone(path: &Path) -> Error {
    Error::input(
        path,
        None,
        "no file of the other language after it",
        "give x.id and x.en together",
    )
}

fn lines(id: &Path, en: &Path, out: &mut Parallel) -> Result<()> {
    let (left, right) = (super::lines(id)?, super::lines(en)?);
    if left.len() != right.len() {
        return Err(Error::input(
            en,
            None,
            format!("{} lines, and {} in {}", right.len(), left.len(), id.display()),
            "both files must have as many lines",
        ));
    }
    out.pairs.extend(left.into_iter().zip(right));
    Ok(())
}

fn tsv(path: &Path, out: &mut Parallel) -> Result<()> {
    for (at, line) in super::lines(path)?.into_iter().enumerate() {
        match line.split_once('\t') {
            Some((id, rest)) if !id.trim().is_empty() => {
                let en = rest.split('\t').next().unwrap_or(rest);
                out.pairs.push((id.to_owned(), en.to_owned()));
            }
            _ if line.trim().is_empty() => {}
            _ => out.problems.push(Error::input(
                path,
                Some(at as u64 + 1),
                "no tab between two texts",
                "expected Indonesian, a tab, English",
            )),
        }
    }
    Ok(())
}

/// A `tu` with a `tuv` in each language is a pair; marks inside a `seg` are left out.
fn tmx(path: &Path, out: &mut Parallel) -> Result<()> {
    let (text, _) = super::decode(path, super::bytes(path)?)?;
    let fail = |e: String, at: u64| {
        let line = text[..usize::try_from(at).unwrap_or(0).min(text.len())].matches('\n').count();
        Error::input(path, Some(line as u64 + 1), e, "expected a TMX file")
    };
    let mut reader = Reader::from_str(&text);
    let mut sides: [Option<String>; 2] = [None, None];
    let (mut lang, mut inside) = (None, false);
    loop {
        let event =
            reader.read_event().map_err(|e| fail(e.to_string(), reader.error_position()))?;
        match event {
            Event::Eof => return Ok(()),
            Event::Start(e) if e.local_name().as_ref() == "tu" => sides = [None, None],
            Event::Start(e) if e.local_name().as_ref() == "tuv" => {
                lang = e
                    .attributes()
                    .flatten()
                    .find(|a| a.key.local_name().as_ref() == "lang")
                    .and_then(|a| Lang::from_code(&a.value));
            }
            Event::Start(e) if e.local_name().as_ref() == "seg" => {
                inside = true;
                if let Some(lang) = lang {
                    sides[lang.index()] = Some(String::new());
                }
            }
            Event::End(e) if e.local_name().as_ref() == "seg" => inside = false,
            Event::End(e) if e.local_name().as_ref() == "tu" => {
                if let [Some(id), Some(en)] = &sides {
                    out.pairs.push((id.clone(), en.clone()));
                }
            }
            Event::Text(t) if inside => {
                if let Some(side) = lang.and_then(|l| sides[l.index()].as_mut()) {
                    side.push_str(&t);
                }
            }
            Event::GeneralRef(r) if inside => {
                let c = r.resolve_char_ref().ok().flatten().or(match r.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                });
                if let (Some(c), Some(side)) = (c, lang.and_then(|l| sides[l.index()].as_mut())) {
                    side.push(c);
                }
            }
            _ => {}
        }
    }
}
