//! TMX and XLIFF (1.2 and 2.x): units with the place of every character.

use super::decode::Mapped;
use crate::error::{Error, Result};
use crate::model::{FileText, Lang, Offsets, Passage, Unit};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Elements whose text is a tool's code and not the translator's: `{\b` of a bold run.
const CODES: [&str; 6] = ["bpt", "ept", "ph", "it", "ut", "cp"];
/// Elements with text that is no part of a unit.
const ASIDE: [&str; 8] =
    ["alt-trans", "note", "notes", "seg-source", "prop", "matches", "originalData", "glossary"];

#[derive(Default)]
struct Walk {
    units: Vec<Unit>,
    /// Languages of source and target, as the file's or the document's element states them.
    langs: [Option<Lang>; 2],
    /// Of the `tuv` at hand.
    variant: Option<Lang>,
    start: usize,
    sides: [Option<Mapped>; 2],
    ends: [usize; 2],
    /// The side that text goes to.
    open: Option<usize>,
    /// How many elements whose text is left out are open.
    skipped: usize,
    foreign: usize,
}

/// The units of a file.
pub(super) fn units(file: &FileText, problems: &mut Vec<Error>) -> Result<Vec<Unit>> {
    let text = file.text.as_str();
    let fail = |e: String, at: u64| {
        let at = usize::try_from(at).unwrap_or(0).min(text.len());
        let line = String::from_utf8_lossy(&text.as_bytes()[..at]).matches('\n').count() as u64 + 1;
        Error::input(&file.path, Some(line), e, "expected well-formed TMX or XLIFF")
    };
    let mut reader = Reader::from_str(text);
    let mut walk = Walk::default();
    loop {
        let from = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let event =
            reader.read_event().map_err(|e| fail(e.to_string(), reader.error_position()))?;
        let to = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        match event {
            Event::Eof => break,
            Event::Start(e) => walk.start(&e, from, &file.offsets),
            Event::Empty(e) => walk.languages(&e),
            Event::End(e) => walk.end(e.local_name().as_ref(), from, &file.offsets),
            Event::Text(_) => walk.text(&text[from..to], from, &file.offsets),
            Event::CData(_) => {
                let inner = "<![CDATA[".len();
                let raw = text[from..to].get(inner..(to - from).saturating_sub(3));
                walk.text(raw.unwrap_or(""), from + inner, &file.offsets);
            }
            Event::GeneralRef(r) => {
                let c = r.resolve_char_ref().ok().flatten().or(match r.as_ref() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                });
                if let Some(c) = c {
                    walk.push(c, from, &file.offsets);
                }
            }
            _ => {}
        }
    }
    if walk.units.is_empty() && walk.foreign > 0 {
        let found =
            format!("{} units in other languages than Indonesian and English", walk.foreign);
        problems.push(Error::input(&file.path, None, found, "expected the languages id and en"));
    }
    Ok(walk.units)
}

impl Walk {
    fn start(&mut self, e: &BytesStart<'_>, at: usize, offsets: &Offsets) {
        let name = e.local_name();
        let name = name.as_ref();
        self.languages(e);
        if self.skipped > 0 || CODES.contains(&name) || ASIDE.contains(&name) {
            self.skipped += 1;
            return;
        }
        match name {
            "tu" | "trans-unit" | "segment" => {
                self.start = offsets.on_disk(at);
                self.sides = [None, None];
            }
            "seg" => {
                if let Some(lang) = self.variant {
                    self.begin(lang.index());
                } else {
                    self.foreign += 1;
                }
            }
            "source" => self.begin(0),
            "target" => self.begin(1),
            _ => {}
        }
    }

    fn languages(&mut self, e: &BytesStart<'_>) {
        let name = e.local_name();
        let attribute = |wanted: &[&str]| {
            let found =
                e.attributes().flatten().find(|a| wanted.contains(&a.key.local_name().as_ref()));
            found.map(|a| Lang::from_code(&a.value))
        };
        match name.as_ref() {
            "tuv" => self.variant = attribute(&["lang"]).flatten(),
            "file" | "xliff" => {
                let stated = [
                    attribute(&["source-language", "srcLang"]),
                    attribute(&["target-language", "trgLang"]),
                ];
                for (lang, stated) in self.langs.iter_mut().zip(stated) {
                    if let Some(stated) = stated {
                        *lang = stated;
                    }
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, side: usize) {
        self.sides[side] = Some(Mapped::default());
        self.open = Some(side);
    }

    fn end(&mut self, name: &str, at: usize, offsets: &Offsets) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "seg" | "source" | "target" => {
                if let Some(side) = self.open.take() {
                    self.ends[side] = offsets.on_disk(at);
                }
            }
            "tu" => self.unit([Some(Lang::Id), Some(Lang::En)]),
            "trans-unit" | "segment" => self.unit(self.langs),
            _ => {}
        }
    }

    fn unit(&mut self, langs: [Option<Lang>; 2]) {
        let (Some(first), Some(second)) = (self.sides[0].take(), self.sides[1].take()) else {
            return;
        };
        let (Some(x), Some(y)) = (langs[0], langs[1]) else {
            self.foreign += 1;
            return;
        };
        if x == y {
            self.foreign += 1;
            return;
        }
        let passage = |lang, mapped: Mapped, end| {
            let (text, offsets) = mapped.finish(end);
            Passage { lang, text, offsets }
        };
        let (a, b) = (passage(x, first, self.ends[0]), passage(y, second, self.ends[1]));
        let (indonesian, english) = if x == Lang::Id { (a, b) } else { (b, a) };
        self.units.push(Unit { indonesian, english, start: self.start });
    }

    fn text(&mut self, raw: &str, from: usize, offsets: &Offsets) {
        for (at, c) in raw.char_indices() {
            self.push(c, from + at, offsets);
        }
    }

    fn push(&mut self, c: char, at: usize, offsets: &Offsets) {
        if self.skipped == 0
            && let Some(side) = self.open.and_then(|side| self.sides[side].as_mut())
        {
            side.push(c, offsets.on_disk(at));
        }
    }
}
