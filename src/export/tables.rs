//! The CSV files of the contract (see `docs/formats.md`): UTF-8, header row, RFC 4180.

use crate::model::{Conflict, Evidence, Fact, Lang, Pair, Side, VariantGroup};
use crate::pipeline::Corpus;
use std::fmt;
use std::io::{Result, Write};

/// A score as it stands in files: three decimals, so that files compare.
pub fn score_text(score: f64) -> String {
    format!("{score:.3}")
}

/// One reason, as a reader sees it.
#[derive(Debug)]
pub struct EvidenceText<'a>(pub &'a Evidence);

impl fmt::Display for EvidenceText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Evidence::Name(name) => write!(f, "name:{name}"),
            Evidence::Number(number) => write!(f, "number:{number}"),
            Evidence::Words(a, b) if a.eq_ignore_ascii_case(b) => write!(f, "{a}"),
            Evidence::Words(a, b) => write!(f, "{a}~{b}"),
            Evidence::Witness(article) => write!(f, "also in {article}"),
            Evidence::Against(Conflict::Number(a, b)) => write!(f, "but {a} against {b}"),
            Evidence::Against(Conflict::Name(name)) => write!(f, "but only one side names {name}"),
            Evidence::OnlyLeft(words) => write!(f, "only left: {}", words.join(", ")),
            Evidence::OnlyRight(words) => write!(f, "only right: {}", words.join(", ")),
            Evidence::Against(Conflict::Negation) => write!(f, "but only one side denies"),
        }
    }
}

fn evidence_text(evidence: &[Evidence]) -> String {
    let parts: Vec<String> =
        evidence.iter().map(|e| EvidenceText(e).to_string().replace(';', ",")).collect();
    parts.join("; ")
}

/// `4` or `4-5`, counted from 1; empty for the empty side of an unmatched sentence.
fn numbers(corpus: &Corpus, side: &Side) -> String {
    let list = &corpus.sentences[side.article];
    match side.count {
        0 => String::new(),
        1 => list[side.first].number.to_string(),
        n => format!("{}-{}", list[side.first].number, list[side.first + n - 1].number),
    }
}

/// First and last byte on disk.
fn place(corpus: &Corpus, side: &Side) -> [String; 2] {
    if side.count == 0 {
        return Default::default();
    }
    let list = &corpus.sentences[side.article];
    let offsets = &corpus.articles[side.article].offsets;
    [
        offsets.on_disk(list[side.first].span.start).to_string(),
        offsets.on_disk(list[side.first + side.count - 1].span.end).to_string(),
    ]
}

fn writer<W: Write>(out: W) -> csv::Writer<W> {
    csv::WriterBuilder::new().from_writer(out)
}

/// `pairs.csv`.
pub fn pairs(out: &mut dyn Write, corpus: &Corpus, pairs: &[Pair]) -> Result<()> {
    let mut w = writer(out);
    w.write_record([
        "pair",
        "score",
        "shape",
        "left_article",
        "left_lang",
        "left_sentences",
        "left_start",
        "left_end",
        "left_text",
        "right_article",
        "right_lang",
        "right_sentences",
        "right_start",
        "right_end",
        "right_text",
        "evidence",
    ])?;
    for (at, pair) in pairs.iter().enumerate() {
        let shape = format!("{}-{}", pair.left.count, pair.right.count);
        let mut row = vec![(at + 1).to_string(), score_text(pair.score), shape];
        for side in [&pair.left, &pair.right] {
            let article = &corpus.articles[side.article];
            let [start, end] = place(corpus, side);
            row.extend([
                article.id.clone(),
                article.lang.code().to_owned(),
                numbers(corpus, side),
                start,
                end,
                corpus.text(side).to_owned(),
            ]);
        }
        row.push(evidence_text(&pair.evidence));
        w.write_record(&row)?;
    }
    w.flush()
}

/// `parallel.csv`: the Indonesian–English pairs alone.
pub fn parallel(out: &mut dyn Write, corpus: &Corpus, pairs: &[Pair]) -> Result<()> {
    let mut w = writer(out);
    w.write_record(["indonesian", "english", "score", "left_article", "right_article"])?;
    for pair in pairs {
        let (l, r) = (&corpus.articles[pair.left.article], &corpus.articles[pair.right.article]);
        if (l.lang, r.lang) == (Lang::Id, Lang::En) && pair.left.count > 0 && pair.right.count > 0 {
            let score = score_text(pair.score);
            w.write_record([
                corpus.text(&pair.left),
                corpus.text(&pair.right),
                &score,
                &l.id,
                &r.id,
            ])?;
        }
    }
    w.flush()
}

/// `facts.csv`: one row a member.
pub fn facts(out: &mut dyn Write, corpus: &Corpus, facts: &[Fact]) -> Result<()> {
    let mut w = writer(out);
    w.write_record(["fact", "article", "lang", "sentences", "start", "end", "text"])?;
    for (at, fact) in facts.iter().enumerate() {
        for side in &fact.members {
            let article = &corpus.articles[side.article];
            let [start, end] = place(corpus, side);
            w.write_record([
                &(at + 1).to_string(),
                &article.id,
                article.lang.code(),
                &numbers(corpus, side),
                &start,
                &end,
                corpus.text(side),
            ])?;
        }
    }
    w.flush()
}

/// `padan sentences`.
pub fn sentences(out: &mut dyn Write, corpus: &Corpus) -> Result<()> {
    let mut w = writer(out);
    w.write_record(["article", "lang", "sentence", "kind", "start", "end", "text"])?;
    for (article, list) in corpus.articles.iter().zip(&corpus.sentences) {
        for s in list {
            w.write_record([
                &article.id,
                article.lang.code(),
                &s.number.to_string(),
                s.kind.name(),
                &article.offsets.on_disk(s.span.start).to_string(),
                &article.offsets.on_disk(s.span.end).to_string(),
                s.span.of(&article.text),
            ])?;
        }
    }
    w.flush()
}

/// `variants.csv`: one row a spelling.
pub fn variants(out: &mut dyn Write, groups: &[VariantGroup]) -> Result<()> {
    let mut w = writer(out);
    w.write_record(["name", "type", "preferred", "variant", "count", "articles", "reason"])?;
    for group in groups {
        for row in &group.rows {
            w.write_record([
                &group.name,
                group.kind.name(),
                &group.preferred,
                &row.variant,
                &row.count.to_string(),
                &row.articles.join("|"),
                &row.reason,
            ])?;
        }
    }
    w.flush()
}

/// A user's table with columns of ours behind its own, which stay as they are.
pub fn appended<W: Write>(
    out: W,
    header: (&[String], &[&str]),
    rows: impl Iterator<Item = (Vec<String>, Vec<String>)>,
) -> Result<()> {
    let mut out = writer(out);
    out.write_record(header.0.iter().map(String::as_str).chain(header.1.iter().copied()))?;
    for (own, ours) in rows {
        out.write_record(own.iter().chain(&ours))?;
    }
    out.flush()
}
