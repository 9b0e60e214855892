//! Files as they lie on disk, and the units of bilingual ones: pairs of sentences, TMX, XLIFF.

use super::source::ending;
use super::{table, xml};
use crate::error::{Error, Result};
use crate::model::{FileText, Unit};
use std::path::Path;

/// Reads a file for someone who will point at places in it, or change it.
pub fn file_text(path: &Path) -> Result<FileText> {
    let bytes = super::bytes(path)?;
    super::decode::small_enough(path, bytes.len())?;
    let stated = match ending(path).as_str() {
        #[cfg(feature = "html")]
        "html" | "htm" => super::html::stated(&bytes),
        _ => None,
    };
    let (text, offsets) = super::decode::decode_as(path, bytes.clone(), stated)?;
    Ok(FileText { path: path.to_path_buf(), bytes, text, offsets })
}

/// The units of a bilingual file, in its order, and what could not be read; none if the file is
/// not a bilingual one. Units without text on one side are left out: they are not translated yet.
pub fn units(file: &FileText) -> Result<Option<(Vec<Unit>, Vec<Error>)>> {
    let mut problems = Vec::new();
    let found = match ending(&file.path).as_str() {
        "csv" | "tsv" => table::units(&file.path, &file.text, &file.offsets, &mut problems),
        "tmx" | "xlf" | "xliff" | "sdlxliff" | "mqxliff" => Some(xml::units(file, &mut problems)?),
        _ => None,
    };
    Ok(found.map(|mut units| {
        units.retain(|u| {
            !super::decode::is_blank(&u.indonesian.text)
                && !super::decode::is_blank(&u.english.text)
        });
        (units, problems)
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Offsets;

    fn read(name: &str, text: &str) -> Vec<(String, String)> {
        let file = FileText {
            path: name.into(),
            bytes: text.as_bytes().to_vec(),
            text: text.to_owned(),
            offsets: Offsets::Shift(0),
        };
        let (units, problems) = units(&file).unwrap().unwrap();
        assert!(problems.is_empty(), "{problems:?}");
        for unit in &units {
            for side in [&unit.indonesian, &unit.english] {
                let last = side.text.chars().last().unwrap();
                let end = side.offsets.on_disk(side.text.len() - last.len_utf8());
                assert!(text[unit.start..=end].len() > 1 && text[end..].starts_with(last));
            }
        }
        units.into_iter().map(|u| (u.indonesian.text, u.english.text)).collect()
    }

    fn pair(id: &str, en: &str) -> (String, String) {
        (id.to_owned(), en.to_owned())
    }

    #[test]
    fn tables() {
        let csv = "pair,left_lang,left_text,right_lang,right_text\n1,id,\"Ya, \"\"ya\"\"\",en,Yes\n2,id,a,id,b\n3,en,No,id,Tidak\n4,id,,en,x\n";
        assert_eq!(read("p.csv", csv), [pair("Ya, \"ya\"", "Yes"), pair("Tidak", "No")]);
        assert_eq!(read("p.tsv", "Ya\tYes\nTidak\tNo\n"), [pair("Ya", "Yes"), pair("Tidak", "No")]);
        let file = |name: &str, text: &str| FileText {
            path: name.into(),
            bytes: Vec::new(),
            text: text.to_owned(),
            offsets: Offsets::Shift(0),
        };
        assert!(
            units(&file("g.csv", "indonesian,english,status,variants_indonesian\na,b,approved,\n"))
                .unwrap()
                .is_none()
        );
        assert!(units(&file("a.csv", "id,text\n1,b\n")).unwrap().is_none());
    }

    #[test]
    fn translation_memories() {
        let tmx = "<tmx version=\"1.4\"><body>\n<tu><tuv xml:lang=\"en-US\"><seg>Salt &amp; <bpt i=\"1\">{b}</bpt>pepper</seg></tuv>\n<tuv xml:lang=\"id\"><seg>Garam &#38; merica</seg></tuv></tu></body></tmx>";
        assert_eq!(read("m.tmx", tmx), [pair("Garam & merica", "Salt & pepper")]);
        let one = "<xliff version=\"1.2\"><file source-language=\"en\" target-language=\"id-ID\"><body><trans-unit id=\"1\"><source>Salt <g id=\"1\">now</g></source><target>Garam<x id=\"2\"/> kini</target><alt-trans><target>lain</target></alt-trans></trans-unit><trans-unit id=\"2\"><source>New</source></trans-unit></body></file></xliff>";
        assert_eq!(read("a.xlf", one), [pair("Garam kini", "Salt now")]);
        let two = "<xliff version=\"2.1\" srcLang=\"id\" trgLang=\"en\"><file id=\"f\"><unit id=\"1\"><segment><source>Garam <pc id=\"1\">kini</pc></source><target>Salt now</target></segment><segment><source>Ya</source><target>Yes</target></segment></unit></file></xliff>";
        assert_eq!(read("b.xliff", two), [pair("Garam kini", "Salt now"), pair("Ya", "Yes")]);
    }
}
