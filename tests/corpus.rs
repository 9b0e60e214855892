//! The corpus is as it says it is.

use crate::support::{root, text};
use padan::model::{Kind, Lang};
use std::collections::{BTreeMap, BTreeSet};

#[test]
fn every_event_is_told_in_both_languages_by_articles_of_full_length() {
    let loaded = padan::read::articles(&[root("corpus")], &padan::read::Options::default())
        .expect("the corpus is readable");
    assert!(loaded.problems.is_empty(), "{:?}", loaded.problems);
    let mut events: BTreeMap<String, [usize; 2]> = BTreeMap::new();
    for article in &loaded.articles {
        let folder = article.path.parent().and_then(|p| p.file_name()).unwrap_or_default();
        events.entry(folder.to_string_lossy().into_owned()).or_default()[article.lang.index()] += 1;
        let sentences = padan::segment::sentences(article);
        let count = sentences.iter().filter(|s| s.kind == Kind::Sentence).count();
        assert!((12..=35).contains(&count), "{}: {count} sentences", article.id);
        assert!(
            article.date.is_some() && article.outlet.is_some() && article.title.is_some(),
            "{}",
            article.id
        );
    }
    assert!(events.len() >= 6, "{events:?}");
    for (event, counts) in &events {
        assert!(
            counts[Lang::Id.index()] >= 3 && counts[Lang::En.index()] >= 2,
            "{event}: {counts:?}"
        );
    }
}

#[test]
fn gold_speaks_of_sentences_that_exist() {
    let corpus = text("corpus/corpus.toml");
    let mut sets = 0;
    for entry in std::fs::read_dir(root("tests/gold")).unwrap() {
        let folder = entry.unwrap().path();
        if !folder.is_dir() {
            continue;
        }
        sets += 1;
        let gold = padan::eval::Gold::read(&folder).unwrap();
        assert!(gold.grades.len() > 100, "{}: {} pairs", folder.display(), gold.grades.len());
        let articles: BTreeSet<&String> = gold.article_of.values().collect();
        for article in articles {
            assert!(
                corpus.contains(&format!("id = \"{article}\"")),
                "{article} is not in the corpus"
            );
        }
        let pairs: BTreeSet<&(String, String)> = gold.grades.keys().collect();
        for (a, b) in pairs {
            let (x, y) = (gold.article_of.get(a), gold.article_of.get(b));
            assert!(x.is_some() && y.is_some() && x != y, "{}: {a} {b}", folder.display());
        }
    }
    assert!(sets >= 3, "{sets} gold sets");
}
