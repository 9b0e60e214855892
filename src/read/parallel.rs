//! Parallel text for learning: TSV, TMX, and pairs of line files.

use super::stream::{self, Lines};
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

/// How many pairs a block has: enough for every core, little enough for any memory.
const BLOCK: usize = 1 << 14;

/// Reads parallel text. A `.id` file must be followed by its `.en` file, or the other way round.
pub fn parallel(paths: &[PathBuf]) -> Result<Parallel> {
    let mut pairs = Vec::new();
    let problems = parallel_blocks(paths, |mut block| pairs.append(&mut block))?;
    Ok(Parallel { pairs, problems })
}

/// The same block by block, so that text of any length can be read; gives what could not be read.
pub fn parallel_blocks(
    paths: &[PathBuf],
    mut block: impl FnMut(Vec<(String, String)>),
) -> Result<Vec<Error>> {
    let mut out = Blocks { pairs: Vec::new(), problems: Vec::new(), take: &mut block };
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
    if let Some((first, _)) = open {
        return Err(alone(first));
    }
    if !out.pairs.is_empty() {
        (out.take)(out.pairs);
    }
    Ok(out.problems)
}

struct Blocks<'a> {
    pairs: Vec<(String, String)>,
    problems: Vec<Error>,
    take: &'a mut dyn FnMut(Vec<(String, String)>),
}

impl Blocks<'_> {
    fn push(&mut self, id: String, en: String) {
        self.pairs.push((id, en));
        if self.pairs.len() == BLOCK {
            (self.take)(std::mem::take(&mut self.pairs));
        }
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

fn lines(id: &Path, en: &Path, out: &mut Blocks<'_>) -> Result<()> {
    let (mut left, mut right) = (Lines::open(id)?, Lines::open(en)?);
    for line in 1_u64.. {
        match (left.next().transpose()?, right.next().transpose()?) {
            (Some(id), Some(en)) => out.push(id, en),
            (None, None) => break,
            (more, _) => {
                let (short, long) = if more.is_some() { (en, id) } else { (id, en) };
                return Err(Error::input(
                    short,
                    Some(line),
                    format!("no line {line}, which {} has", long.display()),
                    "both files must have as many lines",
                ));
            }
        }
    }
    Ok(())
}

fn tsv(path: &Path, out: &mut Blocks<'_>) -> Result<()> {
    for (at, line) in Lines::open(path)?.enumerate() {
        let line = line?;
        match line.split_once('\t') {
            Some((id, rest)) if !id.trim().is_empty() => {
                let en = rest.split('\t').next().unwrap_or(rest);
                out.push(id.to_owned(), en.to_owned());
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

/// The line of a byte of the text, for a message.
fn line_of(path: &Path, at: u64) -> Option<u64> {
    let (text, _) = super::decode(path, super::bytes(path).ok()?).ok()?;
    let before = text.get(..usize::try_from(at).ok()?)?;
    Some(before.matches('\n').count() as u64 + 1)
}

/// A `tu` with a `tuv` in each language is a pair; marks inside a `seg` are left out.
fn tmx(path: &Path, out: &mut Blocks<'_>) -> Result<()> {
    let fail = |e: String, at: u64| Error::input(path, line_of(path, at), e, "expected a TMX file");
    let mut reader = Reader::from_reader(stream::text(path)?);
    let mut buffer = Vec::new();
    let mut sides: [Option<String>; 2] = [None, None];
    let (mut lang, mut inside) = (None, false);
    loop {
        buffer.clear();
        let event = reader
            .read_event_into(&mut buffer)
            .map_err(|e| fail(e.to_string(), reader.error_position()))?;
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
                if let [Some(id), Some(en)] = std::mem::take(&mut sides) {
                    out.push(id, en);
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

#[cfg(test)]
mod tests {
    use super::*;

    fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }

    #[test]
    fn blocks_hold_every_pair_in_order() {
        let folder = tempfile::tempdir().unwrap();
        let count = BLOCK + 3;
        let rows: Vec<String> = (0..count).map(|n| format!("id {n}\ten {n}\tmore\n")).collect();
        let tsv = write(folder.path(), "a.tsv", &rows.concat());
        let (mut sizes, mut all) = (Vec::new(), Vec::new());
        let problems = parallel_blocks(&[tsv], |mut block| {
            sizes.push(block.len());
            all.append(&mut block);
        });
        assert!(problems.unwrap().is_empty());
        assert_eq!(sizes, [BLOCK, 3]);
        let right = |(n, (id, en)): (usize, &(String, String))| {
            *id == format!("id {n}") && *en == format!("en {n}")
        };
        assert!(all.len() == count && all.iter().enumerate().all(right));
    }

    #[test]
    fn files_of_unlike_length_and_broken_tmx_are_named_with_their_line() {
        let folder = tempfile::tempdir().unwrap();
        let id = write(folder.path(), "a.id", "satu\ndua\ntiga\n");
        let en = write(folder.path(), "a.en", "one\ntwo\n");
        let said = parallel(&[id, en]).unwrap_err().to_string();
        assert!(said.contains("a.en:3") && said.contains("as many lines"), "{said}");
        let text =
            "<tmx><body>\n<tu><tuv xml:lang=\"id\"><seg>satu</sag></tuv></tu>\n</body></tmx>\n";
        let tmx = write(folder.path(), "b.tmx", text);
        let said = parallel(&[tmx]).unwrap_err().to_string();
        assert!(said.contains("b.tmx:2"), "{said}");
    }
}
