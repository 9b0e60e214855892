//! The articles of all files together: copies set aside, each id made its own.

use crate::error::Error;
use crate::model::{Article, Lang};
use rustc_hash::{FxHashMap, FxHasher};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// An article whose id may not be its own yet.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) article: Article,
    /// The line it starts on, for one of several in a file.
    pub(super) line: Option<u64>,
    /// What may stand before the id, the nearest first: folders, or the file of a row.
    pub(super) scope: Vec<String>,
}

impl Draft {
    fn place(&self) -> String {
        let path = self.article.path.display();
        self.line.map_or_else(|| path.to_string(), |line| format!("{path}:{line}"))
    }
}

/// Sets copies aside and tells ids apart.
pub(super) fn settle(drafts: Vec<Draft>, problems: &mut Vec<Error>) -> Vec<Article> {
    let drafts = without_copies(drafts, problems);
    let mut names = vec![Name::default(); drafts.len()];
    loop {
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, draft) in drafts.iter().enumerate() {
            if !names[at].aside {
                alike.entry(names[at].of(draft)).or_default().push(at);
            }
        }
        let mut changed = false;
        for group in alike.values().filter(|group| group.len() > 1) {
            tell_apart(group, &drafts, &mut names, problems);
            changed = true;
        }
        if !changed {
            break;
        }
    }
    let mut articles = Vec::with_capacity(drafts.len());
    for (draft, name) in drafts.into_iter().zip(names) {
        if !name.aside {
            let id = name.of(&draft);
            articles.push(Article { id, ..draft.article });
        }
    }
    articles
}

/// How an id is written.
#[derive(Debug, Clone, Default)]
struct Name {
    /// How many names of the scope stand before it.
    depth: usize,
    /// Whether its language stands behind it.
    coded: bool,
    /// Whether the article is set aside.
    aside: bool,
}

impl Name {
    fn of(&self, draft: &Draft) -> String {
        let mut id = String::new();
        for folder in draft.scope.iter().take(self.depth).rev() {
            id.push_str(folder);
            id.push('/');
        }
        id.push_str(&draft.article.id);
        if self.coded {
            id.push('.');
            id.push_str(draft.article.lang.code());
        }
        id
    }
}

/// Changes the names of articles that have one id: by folder, else by language; else all but
/// the first are set aside.
fn tell_apart(group: &[usize], drafts: &[Draft], names: &mut [Name], problems: &mut Vec<Error>) {
    let deepest = group.iter().map(|&at| drafts[at].scope.len()).max().unwrap_or(0);
    let from = group.iter().map(|&at| names[at].depth).max().unwrap_or(0) + 1;
    let differs = |depth: usize| {
        let scope = |at: usize| &drafts[at].scope[..depth.min(drafts[at].scope.len())];
        group.iter().any(|&at| scope(at) != scope(group[0]))
    };
    if let Some(depth) = (from..=deepest).find(|&depth| differs(depth)) {
        for &at in group {
            names[at].depth = depth;
        }
        return;
    }
    let lang = |at: usize| drafts[at].article.lang;
    let both = group.iter().any(|&at| lang(at) != lang(group[0]));
    if both && group.iter().any(|&at| !names[at].coded) {
        for &at in group {
            names[at].coded = true;
        }
        return;
    }
    for &copy in &group[1..] {
        names[copy].aside = true;
        let (copy, first) = (&drafts[copy], &drafts[group[0]]);
        let found = format!("a second article with the id {}", copy.article.id);
        let expected = format!("the first is {}; this one is left out", first.place());
        problems.push(Error::input(&copy.article.path, copy.line, found, expected));
    }
}

/// Leaves out articles whose letters and digits are those of one before.
fn without_copies(drafts: Vec<Draft>, problems: &mut Vec<Error>) -> Vec<Draft> {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    let mut seen: FxHashMap<(Lang, u64), Vec<usize>> = FxHashMap::default();
    for draft in drafts {
        let text = folded(&draft.article);
        let mut hasher = FxHasher::default();
        text.hash(&mut hasher);
        let alike = seen.entry((draft.article.lang, hasher.finish())).or_default();
        let first = alike.iter().find(|&&at| !text.is_empty() && folded(&kept[at].article) == text);
        if let Some(&first) = first {
            let found = format!("a copy of {}", kept[first].place());
            let expected = "one of the two is enough; this one is left out";
            problems.push(Error::input(&draft.article.path, draft.line, found, expected));
        } else {
            alike.push(kept.len());
            kept.push(draft);
        }
    }
    kept
}

fn folded(article: &Article) -> String {
    let body = &article.text[article.body..];
    body.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Offsets;

    fn draft(path: &str, id: &str, lang: Lang, scope: &[&str], text: &str) -> Draft {
        let article = Article {
            id: id.into(),
            lang,
            path: path.into(),
            text: text.into(),
            offsets: Offsets::Shift(0),
            title: None,
            outlet: None,
            date: None,
            url: None,
            body: 0,
            lines: false,
        };
        Draft { article, line: None, scope: scope.iter().map(ToString::to_string).collect() }
    }

    fn ids(drafts: Vec<Draft>) -> (Vec<String>, Vec<String>) {
        let mut problems = Vec::new();
        let articles = settle(drafts, &mut problems);
        let ids = articles.into_iter().map(|a| a.id).collect();
        (ids, problems.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn one_name_in_two_folders() {
        let (ids, problems) = ids(vec![
            draft("n/id/x.txt", "x", Lang::Id, &["id", "n"], "satu"),
            draft("n/en/x.txt", "x", Lang::En, &["en", "n"], "one"),
            draft("n/en/y.txt", "y", Lang::En, &["en", "n"], "two"),
        ]);
        assert_eq!(ids, ["id/x", "en/x", "y"]);
        assert!(problems.is_empty());
    }

    #[test]
    fn one_name_in_two_languages_and_in_deep_folders() {
        let (names, _) = ids(vec![
            draft("n/x.id.txt", "x", Lang::Id, &["n"], "satu"),
            draft("n/x.en.txt", "x", Lang::En, &["n"], "one"),
        ]);
        assert_eq!(names, ["x.id", "x.en"]);
        let (names, problems) = ids(vec![
            draft("p/a/x.txt", "x", Lang::Id, &["a", "p"], "satu"),
            draft("q/a/x.txt", "x", Lang::Id, &["a", "q"], "dua"),
            draft("q/a/x.en.txt", "x", Lang::En, &["a", "q"], "two"),
        ]);
        assert_eq!(names, ["p/a/x", "q/a/x.id", "q/a/x.en"]);
        assert!(problems.is_empty());
    }

    #[test]
    fn the_same_id_twice() {
        let (ids, problems) = ids(vec![
            draft("a.txt", "x", Lang::Id, &[], "satu"),
            draft("b.txt", "x", Lang::Id, &[], "dua"),
            draft("c.txt", "x.id", Lang::Id, &[], "tiga"),
        ]);
        assert_eq!(ids, ["x", "x.id"]);
        assert!(
            problems[0].starts_with("b.txt: a second article with the id x; the first is a.txt")
        );
    }

    #[test]
    fn copies_but_for_blanks_case_and_marks() {
        let (ids, problems) = ids(vec![
            draft("a.txt", "a", Lang::Id, &[], "Harga “naik”.\r\n"),
            draft("b.txt", "b", Lang::Id, &[], "HARGA  \"naik\"\n"),
        ]);
        assert_eq!(ids, ["a"]);
        assert!(problems[0].starts_with("b.txt: a copy of a.txt"), "{problems:?}");
    }
}
