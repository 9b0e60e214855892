use crate::args::{Check, Format};
use crate::say;
use padan::check::{Checker, fix};
use padan::model::{Article, FileText, Finding, Severity};
use padan::{export, read};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Nothing found, something found, something not checked.
const FINE: u8 = 0;
const FOUND: u8 = 1;
const NOT_CHECKED: u8 = 2;

/// Gives the exit status.
pub(crate) fn run(args: &Check) -> anyhow::Result<u8> {
    // As in the editor: without a glossary on the command line, the project's own.
    let named = if args.glossary.is_empty() {
        super::config::glossaries(Path::new(""))?
    } else {
        args.glossary.clone()
    };
    let glossary = super::seeds(&named)?;
    let checker = Checker::with_style(glossary, super::style(), super::lexicon());
    let bar = say::busy("checking");
    let jobs = jobs(args)?;
    let checked: Vec<Result<Checked, padan::Error>> =
        jobs.par_iter().map(|job| check(&checker, job)).collect();
    bar.finish_and_clear();
    let (mut files, mut problems, mut unread) = (Vec::new(), Vec::new(), 0);
    for (job, result) in jobs.iter().zip(checked) {
        match result {
            Ok(checked) => files.push(checked),
            Err(e) => {
                unread += 1;
                problems.push(e);
            }
        }
        unread += usize::from(job.broken);
    }
    for job in jobs {
        problems.extend(job.problems);
    }
    for file in &mut files {
        problems.append(&mut file.problems);
    }
    say::problems(&problems);
    let fixed = if args.diff {
        show(&files)?
    } else if args.fix {
        put_in(&checker, &mut files, &options(args))?
    } else {
        0
    };
    // The process ends soon: taking a large glossary apart piece by piece would only cost time.
    std::mem::forget(checker);
    let findings: Vec<Finding> = files.into_iter().flat_map(|f| f.findings).collect();
    if !args.diff {
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        match args.format {
            Format::Text => export::findings_text(&mut out, &findings)?,
            Format::Json => export::findings_json(&mut out, &findings)?,
            Format::Sarif => export::findings_sarif(&mut out, &findings)?,
            Format::Github => export::findings_github(&mut out, &findings)?,
        }
        out.flush()?;
    }
    say::line(&summary(args, &findings, fixed, unread));
    Ok(if unread > 0 {
        NOT_CHECKED
    } else if findings.is_empty() {
        FINE
    } else {
        FOUND
    })
}

/// A file to check, with the articles that a folder's reading gave it.
struct Job {
    path: PathBuf,
    articles: Vec<Article>,
    problems: Vec<padan::Error>,
    /// Whether the file could not be read at all.
    broken: bool,
    options: read::Options,
}

struct Checked {
    file: FileText,
    findings: Vec<Finding>,
    problems: Vec<padan::Error>,
}

fn options(args: &Check) -> read::Options {
    read::Options { strict: false, lines: false, lang: args.lang.map(super::lang) }
}

/// Every file given, each once; what a folder holds, read as the other commands do.
fn jobs(args: &Check) -> anyhow::Result<Vec<Job>> {
    let options = options(args);
    let mut jobs: Vec<Job> = Vec::new();
    for path in &args.files {
        if path.as_os_str() == "-" {
            anyhow::bail!(
                "check needs files, not standard input: it says where on disk a word stands"
            );
        }
        let empty = |path: PathBuf| Job {
            path,
            articles: Vec::new(),
            problems: Vec::new(),
            broken: false,
            options: options.clone(),
        };
        if !path.is_dir() {
            if jobs.iter().all(|j| j.path != *path) {
                jobs.push(empty(path.clone()));
            }
            continue;
        }
        let loaded = read::articles(std::slice::from_ref(path), &options)?;
        let mut by_file: BTreeMap<PathBuf, Vec<Article>> = BTreeMap::new();
        for article in loaded.articles {
            by_file.entry(article.path.clone()).or_default().push(article);
        }
        let broken = by_file.is_empty();
        if broken || !loaded.problems.is_empty() {
            jobs.push(Job { problems: loaded.problems, broken, ..empty(path.clone()) });
        }
        for (path, articles) in by_file {
            if jobs.iter().all(|j| j.path != path) {
                jobs.push(Job { articles, ..empty(path) });
            }
        }
    }
    Ok(jobs)
}

fn check(checker: &Checker<'_>, job: &Job) -> Result<Checked, padan::Error> {
    if job.path.is_dir() {
        let file = FileText::empty(&job.path);
        return Ok(Checked { file, findings: Vec::new(), problems: Vec::new() });
    }
    let file = read::file_text(&job.path)?;
    if let Some((units, problems)) = read::units(&file)? {
        let findings = checker.units(&file, &units);
        return Ok(Checked { file, findings, problems });
    }
    let mut problems = Vec::new();
    let mut own = Vec::new();
    if job.articles.is_empty() {
        let mut loaded = read::articles(std::slice::from_ref(&job.path), &job.options)?;
        if loaded.articles.is_empty() && !loaded.problems.is_empty() {
            return Err(loaded.problems.swap_remove(0));
        }
        own = loaded.articles;
        problems = loaded.problems;
    }
    let articles: Vec<&Article> = job.articles.iter().chain(&own).collect();
    let findings = checker.articles(&file, &articles);
    Ok(Checked { file, findings, problems })
}

/// Shows what would change; how much that is.
fn show(files: &[Checked]) -> anyhow::Result<usize> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut count = 0;
    for checked in files {
        let fixed = fix(&checked.file, &checked.findings);
        if fixed.done.is_empty() {
            continue;
        }
        count += fixed.done.len();
        let path = &checked.file.path;
        let (new, _) = read::decode(path, fixed.bytes)?;
        export::diff(&mut out, path, &checked.file.text, &new)?;
    }
    out.flush()?;
    Ok(count)
}

/// Writes the changed files, and checks them again: what is left stands elsewhere now.
fn put_in(
    checker: &Checker<'_>,
    files: &mut [Checked],
    options: &read::Options,
) -> anyhow::Result<usize> {
    let mut count = 0;
    for checked in files {
        let fixed = fix(&checked.file, &checked.findings);
        if fixed.done.is_empty() {
            continue;
        }
        export::replace_whole(&checked.file.path, &fixed.bytes)?;
        count += fixed.done.len();
        let (path, options) = (checked.file.path.clone(), options.clone());
        let (articles, problems) = (Vec::new(), Vec::new());
        *checked = check(checker, &Job { path, articles, problems, broken: false, options })?;
    }
    Ok(count)
}

fn summary(args: &Check, findings: &[Finding], fixed: usize, unread: usize) -> String {
    let of = |severity: Severity| findings.iter().filter(|f| f.rule.severity() == severity).count();
    let mut out = if findings.is_empty() {
        "Nothing found".to_owned()
    } else {
        let errors = say::count(of(Severity::Error), "error", "errors");
        let warnings = say::count(of(Severity::Warning), "warning", "warnings");
        let notes = say::count(of(Severity::Note), "note", "notes");
        format!("{errors}, {warnings}, {notes}")
    };
    let certain = findings.iter().filter(|f| f.certain).count();
    if args.diff {
        out = format!("{out}; --fix would put in {fixed}");
    } else if args.fix {
        out = format!("{out}; put in {}", say::count(fixed, "replacement", "replacements"));
    } else if certain > 0 {
        out = format!("{out}; --fix can put in {certain}");
    }
    if unread > 0 {
        out = format!("{out}; {} not checked", say::count(unread, "file was", "files were"));
    }
    format!("{out}.")
}
