//! The command line.

use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Aligns Indonesian and English news sentences that state the same fact, and makes glossaries of
/// names and terms. Works offline.
#[derive(Debug, Parser)]
#[command(
    name = "padan",
    version,
    about,
    after_help = "Example:\n  padan build corpus --out out\n\nreads every article in the folder corpus and writes pairs.csv, parallel.csv, facts.csv,\nglossary.csv and variants.csv into the folder out."
)]
pub(crate) struct Args {
    /// How many threads to use (all cores if not given). Results do not depend on it.
    #[arg(long, global = true, value_name = "N", value_parser = at_least_one)]
    pub(crate) threads: Option<usize>,
    /// Your own word table, made by `padan train`, laid over the built-in one
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) lexicon: Option<PathBuf>,
    /// Your house style, a TOML file: which spellings to prefer (padan.toml of the current folder if
    /// not given)
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("expected a whole number of at least 1".to_owned()),
        Ok(n) => Ok(n),
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// The main job: pairs, facts, glossary and variants of a folder of articles
    #[command(after_help = "Example:\n  padan build corpus --out out")]
    Build(Build),
    /// Pairs of sentences that state the same fact
    #[command(
        after_help = "Examples:\n  padan align berita/ --output pairs.csv\n  padan align a.id.txt b.en.txt\n  padan align --batch books.tsv --lines\n\nbooks.tsv holds a text, its translation and the file for their beads on each line, between tabs."
    )]
    Align(Align),
    /// Pairs from two large files of sentences in any order, one sentence a line
    #[command(
        after_help = "Example:\n  padan mine id.txt en.txt --output mined.tsv\n\nWrites score, left line, right line, left text, right text between tabs; lines count from 1."
    )]
    Mine(Mine),
    /// Learn a word table from your own parallel text
    #[command(
        after_help = "Examples:\n  padan train memory.tmx --output words.tsv\n  padan train talks.tsv news.id news.en --output words.tsv\n\nParallel text is a .tsv (Indonesian, tab, English), a .tmx, or two files of lines that\ncorrespond, named x.id and x.en or x.id.txt and x.en.txt."
    )]
    Train(Train),
    /// What the word lists know of a word, and how it was analysed
    #[command(after_help = "Example:\n  padan lookup perundingan Korut deployed")]
    Lookup(Lookup),
    /// Names and terms with their English
    #[command(
        after_help = "Examples:\n  padan glossary berita/ --seed house.csv --output glossary.csv\n  padan glossary berita/ --pairs pairs.csv --output glossary.csv\n  padan glossary merge house.csv new.csv --output both.csv\n  padan glossary diff old.csv new.csv\n\nmerge keeps every row: what both have becomes one row, and what collides is told. diff tells\nwhat was added, removed and changed. A file or folder named merge or diff is given as ./merge."
    )]
    Glossary(Glossary),
    /// Groups of spellings that mean one name
    #[command(after_help = "Example:\n  padan variants berita/ --output variants.csv")]
    Variants(Plain),
    /// Are two names one? One pair, or a file of pairs
    #[command(
        after_help = "Examples:\n  padan compare \"Volodymyr Zelenskyy\" \"Vladimir Zelensky\"\n  padan compare \"Korea Utara\" \"North Korea\"\n  padan compare --file pairs.csv --output judged.csv\n\nFor two names it writes score, same and reason between tabs. A file needs the columns\nname1 and name2, and may have type (person, organisation, place ...; without it the kind is\nguessed). Every column is kept, and score (a probability), same (true from 0.5) and reason\nare added. Any language and script."
    )]
    Compare(Compare),
    /// The sentences of articles, with headings and set-aside lines marked
    #[command(after_help = "Example:\n  padan sentences berita/ --output sentences.csv")]
    Sentences(Plain),
    /// Wrong and mixed spellings in articles; terms, numbers and names lost in translations
    #[command(
        after_help = "Examples:\n  padan check berita/*.id.txt --glossary house.csv\n  padan check artikel.md --glossary house.csv --fix\n  padan check artikel.md --diff\n  padan check terjemahan.xlf --glossary house.csv --format sarif > padan.sarif\n\nArticles (.txt, .md, .jsonl, .csv, .html) are checked for spellings, names and short forms;\nbilingual files (pairs.csv and parallel.csv of padan, .tmx, .xlf) for terms, numbers, days and\nnames that one side lacks as well. A line `padan:ignore RULE (reason)` spares the next line.\n\nExit status: 0 nothing found, 1 something found, 2 a file could not be checked."
    )]
    Check(Check),
    /// The checker as a language server, for editors, over standard input and output
    #[cfg(feature = "lsp")]
    #[command(
        after_help = "Example:\n  padan lsp --glossary house.csv\n\nWithout --glossary the server takes the glossary that the editor names in its\ninitializationOptions ({\"glossary\": \"house.csv\"}), else that of padan.toml in the\nworkspace ([check] glossary = \"house.csv\")."
    )]
    Lsp(Lsp),
    /// Precision, recall and F1 of a pairs.csv against gold made by hand
    #[command(after_help = "Example:\n  padan eval --gold tests/gold/ferry-accident out/pairs.csv")]
    Eval(Eval),
}

/// What every command that reads articles takes.
#[derive(Debug, clap::Args)]
pub(crate) struct Inputs {
    /// Articles: files, folders, or - for standard input
    #[arg(required = true, value_name = "INPUT")]
    pub(crate) paths: Vec<PathBuf>,
    /// Stop at the first file that cannot be used, instead of going on without it
    #[arg(long)]
    pub(crate) strict: bool,
    /// Language of every article (otherwise from names, metadata, or the text itself)
    #[arg(long, value_name = "LANG")]
    pub(crate) lang: Option<Language>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Language {
    Id,
    En,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Build {
    #[command(flatten)]
    pub(crate) articles: Inputs,
    /// Folder for the results
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Your own glossary; its rows are kept as they are, and win
    #[arg(long, value_name = "G.csv")]
    pub(crate) seed: Vec<PathBuf>,
    /// Leave out pairs that are less probable than this
    #[arg(long, value_name = "P", default_value_t = padan::settings::DEFAULT_MIN_SCORE, value_parser = probability)]
    pub(crate) min_score: f64,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Align {
    #[command(flatten)]
    pub(crate) articles: Inputs,
    /// How to align: one text and its translation (parallel), or any articles (comparable)
    #[arg(long, value_enum, default_value_t = Mode::Auto)]
    pub(crate) mode: Mode,
    /// Each line of the input is one sentence
    #[arg(long)]
    pub(crate) lines: bool,
    /// INPUT is a list of texts with their translations: text, translation and output file of each,
    /// between tabs, a row a line. All are aligned in one go (parallel mode)
    #[arg(long, conflicts_with_all = ["mode", "output", "explain", "min_score", "features"])]
    pub(crate) batch: bool,
    /// Leave out pairs that are less probable than this
    #[arg(long, value_name = "P", default_value_t = padan::settings::DEFAULT_MIN_SCORE, value_parser = probability)]
    pub(crate) min_score: f64,
    /// File for the pairs (standard output if not given)
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Say also what each side alone says, and which figures do not agree
    #[arg(long)]
    pub(crate) explain: bool,
    /// Also write what the score was made from, to fit it anew
    #[arg(long, value_name = "FILE", hide = true)]
    pub(crate) features: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Mode {
    Auto,
    Parallel,
    Comparable,
}

fn probability(text: &str) -> Result<f64, String> {
    match text.parse::<f64>() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}

#[derive(Debug, clap::Args)]
pub(crate) struct Mine {
    /// Sentences of one side
    #[arg(value_name = "LEFT")]
    pub(crate) left: PathBuf,
    /// Sentences of the other side
    #[arg(value_name = "RIGHT")]
    pub(crate) right: PathBuf,
    /// Language of the left file
    #[arg(long, value_name = "LANG", default_value = "id")]
    pub(crate) left_lang: Language,
    /// Language of the right file
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(crate) right_lang: Language,
    /// Which pairs to keep: each left line's best (forward), each right line's best (backward),
    /// mutual bests (intersect), or best first with each line used once (max)
    #[arg(long, value_enum, default_value_t = Keep::Intersect)]
    pub(crate) retrieval: Keep,
    /// Leave out pairs that are less probable than this
    #[arg(long, value_name = "P", default_value_t = padan::settings::DEFAULT_MINED_SCORE, value_parser = probability)]
    pub(crate) min_score: f64,
    /// File for the pairs (standard output if not given)
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Also write what the score was made from, to fit it anew
    #[arg(long, value_name = "FILE", hide = true)]
    pub(crate) features: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Keep {
    Forward,
    Backward,
    Intersect,
    Max,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Train {
    /// Parallel text: .tsv, .tmx, or pairs of .id and .en files
    #[arg(required = true, value_name = "PARALLEL")]
    pub(crate) parallel: Vec<PathBuf>,
    /// File for the table
    #[arg(long, short, value_name = "LEXICON")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Lookup {
    /// Words or phrases, Indonesian or English
    #[arg(required = true, value_name = "WORD")]
    pub(crate) words: Vec<String>,
}

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(crate) struct Glossary {
    #[command(subcommand)]
    pub(crate) work: Option<GlossaryWork>,
    #[command(flatten)]
    pub(crate) articles: Inputs,
    /// Pairs to take English from, instead of those that padan finds
    #[arg(long, value_name = "PAIRS.csv")]
    pub(crate) pairs: Option<PathBuf>,
    /// Your own glossary; its rows are kept as they are, and win
    #[arg(long, value_name = "G.csv")]
    pub(crate) seed: Vec<PathBuf>,
    /// File for the glossary (standard output if not given)
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum GlossaryWork {
    /// One glossary from two; rows that collide are both kept, and told
    #[command(after_help = "Example:\n  padan glossary merge house.csv new.csv --output both.csv")]
    Merge {
        /// The glossary whose rows come first
        #[arg(value_name = "A.csv")]
        a: PathBuf,
        /// The other
        #[arg(value_name = "B.csv")]
        b: PathBuf,
        /// File for the result (standard output if not given)
        #[arg(long, short, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// What changed from one glossary to another, as a changelog
    #[command(after_help = "Example:\n  padan glossary diff old.csv new.csv")]
    Diff {
        /// The older glossary
        #[arg(value_name = "A.csv")]
        a: PathBuf,
        /// The newer
        #[arg(value_name = "B.csv")]
        b: PathBuf,
    },
}

#[derive(Debug, clap::Args)]
pub(crate) struct Plain {
    #[command(flatten)]
    pub(crate) articles: Inputs,
    /// File for the result (standard output if not given)
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// Articles or bilingual files, or folders with articles
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Your glossary: forbidden rows, and the spellings that approved and preferred rows have
    /// (without it, the one that padan.toml in this folder names: [check] glossary = "house.csv")
    #[arg(long, value_name = "G.csv")]
    pub(crate) glossary: Vec<PathBuf>,
    /// How to show what is found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// Put in what is certain: one replacement, the whole word, its capitals and endings kept
    #[arg(long)]
    pub(crate) fix: bool,
    /// Show what --fix would change, and change nothing
    #[arg(long)]
    pub(crate) diff: bool,
    /// Language of every article (otherwise from names, metadata, or the text itself)
    #[arg(long, value_name = "LANG")]
    pub(crate) lang: Option<Language>,
}

#[cfg(feature = "lsp")]
#[derive(Debug, clap::Args)]
pub(crate) struct Lsp {
    /// Your glossary, as for `padan check`
    #[arg(long, value_name = "G.csv")]
    pub(crate) glossary: Vec<PathBuf>,
    /// Taken and passed over: some editors add it, and there is no other way to talk
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The line, and a mark under the spot
    Text,
    /// One JSON object a line
    Json,
    /// SARIF 2.1.0
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Eval {
    /// For pairs and facts: a folder with sentences.tsv, gold.tsv and scope.tsv. For beads of a text
    /// and its translation: a file, a line a bead, lines from 0: 3,4<tab>5
    #[arg(long, value_name = "GOLD", required = true)]
    pub(crate) gold: Vec<PathBuf>,
    /// What to judge: pairs.csv or facts.csv of padan
    #[arg(value_name = "FILE.csv")]
    pub(crate) pairs: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Compare {
    /// Two names
    #[arg(value_name = "NAME", num_args = 2, required_unless_present = "file")]
    pub(crate) names: Vec<String>,
    /// A CSV file with the columns name1 and name2, and type where given
    #[arg(long, value_name = "PAIRS.csv", conflicts_with = "names")]
    pub(crate) file: Option<PathBuf>,
    /// Where to write (standard output if not given)
    #[arg(long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}
