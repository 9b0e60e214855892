//! `corpus.toml`: which files of a folder are articles, and what is known of them.

use super::meta::Meta;
use super::source::{Source, folders};
use crate::error::Error;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const KEYS: &str = "expected file, id, outlet, lang, date, title or url";

/// Adds the articles that `list` names.
pub(super) fn sources(list: &Path, all: &mut Vec<Source>, problems: &mut Vec<Error>) {
    let text = match std::fs::read(list) {
        Ok(bytes) => bytes,
        Err(e) => return problems.push(Error::io(list, "reading", e)),
    };
    let Ok(text) = String::from_utf8(text) else {
        return problems.push(Error::input(list, None, "it is not UTF-8", "save it as UTF-8"));
    };
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text);
    let mut reader = Reader { list, text, problems };
    match DeTable::parse(text) {
        Ok(table) => reader.articles(table.get_ref(), all),
        Err(e) => {
            let at = e.span().map_or(0, |s| s.start);
            reader.problem(at, e.message(), "expected TOML with [[article]] tables");
        }
    }
}

struct Reader<'a> {
    list: &'a Path,
    text: &'a str,
    problems: &'a mut Vec<Error>,
}

impl Reader<'_> {
    fn problem(&mut self, at: usize, found: impl Into<String>, expected: &str) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.bytes().filter(|b| *b == b'\n').count() as u64 + 1;
        self.problems.push(Error::input(self.list, Some(line), found, expected));
    }

    fn articles(&mut self, table: &DeTable<'_>, all: &mut Vec<Source>) {
        let mut listed = false;
        for (key, value) in table {
            if key.get_ref() != "article" {
                let found = format!("unknown key `{}`", key.get_ref());
                self.problem(key.span().start, found, "expected [[article]] tables");
                continue;
            }
            listed = true;
            let Some(entries) = value.get_ref().as_array() else {
                self.problem(key.span().start, "`article` is no list", "write [[article]]");
                continue;
            };
            for entry in entries {
                if let Some(entry_table) = entry.get_ref().as_table() {
                    all.extend(self.article(entry_table, entry.span().start));
                } else {
                    self.problem(entry.span().start, "an article that is no table", KEYS);
                }
            }
        }
        if !listed {
            self.problem(0, "no [[article]]", "list each article with its file");
        }
    }

    fn article(&mut self, entry: &DeTable<'_>, at: usize) -> Option<Source> {
        let file = entry.get("file").and_then(|f| f.get_ref().as_str());
        let Some(file) = file else {
            self.problem(at, "an [[article]] without `file`", KEYS);
            return None;
        };
        let mut meta = Meta::default();
        for (key, value) in entry {
            if key.get_ref() == "file" {
                continue;
            }
            let Some(value) = plain(value) else {
                let found = format!("`{}` of {file} is no text", key.get_ref());
                self.problem(value.span().start, found, "put the value in quotes");
                continue;
            };
            if key.get_ref() == "source" || !meta.set(key.get_ref(), &value) {
                let found = format!("unknown key `{}` for {file}", key.get_ref());
                self.problem(key.span().start, found, KEYS);
            }
        }
        let path = self.list.parent().unwrap_or(Path::new("")).join(file);
        if !path.is_file() {
            self.problem(at, format!("it lists {file}, which is not there"), "correct `file`");
            return None;
        }
        match Source::new(path) {
            Ok(source) => Some(Source { listed: meta, corpus: folders(self.list), ..source }),
            Err(problem) => {
                self.problems.push(problem);
                None
            }
        }
    }
}

/// Texts, numbers and dates as they are written.
fn plain(value: &Spanned<DeValue<'_>>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Datetime(date) => Some(date.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(toml: &str) -> (Vec<Source>, Vec<String>) {
        let top = tempfile::tempdir().unwrap();
        std::fs::write(top.path().join("a.id.txt"), "isi").unwrap();
        let list = top.path().join("corpus.toml");
        std::fs::write(&list, toml).unwrap();
        let (mut all, mut problems) = (Vec::new(), Vec::new());
        sources(&list, &mut all, &mut problems);
        (all, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn an_article_with_its_metadata() {
        let (all, problems) = read(
            "[[article]]\nfile = \"a.id.txt\"\nid = \"satu\"\noutlet = 'Kanal'\ndate = 2024-10-29\n",
        );
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(all[0].listed.id.as_deref(), Some("satu"));
        assert_eq!(all[0].listed.date.as_deref(), Some("2024-10-29"));
        assert_eq!(all[0].listed.outlet().as_deref(), Some("Kanal"));
    }

    #[test]
    fn mistakes_have_their_line() {
        let (all, problems) = read(
            "[[article]]\nfile = \"a.id.txt\"\noutlets = \"x\"\n\n[[article]]\nfile = \"b.txt\"\n\
             [[article]]\nid = \"c\"\n",
        );
        assert_eq!(all.len(), 1);
        assert!(problems[0].contains("corpus.toml:3: unknown key `outlets` for a.id.txt"));
        assert!(problems[1].contains("corpus.toml:5: it lists b.txt, which is not there"));
        assert!(problems[2].contains("corpus.toml:7: an [[article]] without `file`"));
        let (_, problems) = read("[[article]\n");
        assert!(problems[0].contains("corpus.toml:1: "), "{problems:?}");
        let (_, problems) = read("name = \"x\"\n");
        assert!(problems[0].contains("unknown key `name`"), "{problems:?}");
    }
}
