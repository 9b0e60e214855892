//! Fits the weights of parallel mode on documents with known beads, or measures those shipped.
//!
//! ```sh
//! cargo run --release --example fit_parallel -- measure FOLDER...
//! cargo run --release --example fit_parallel -- fit FOLDER... -- FOLDER... > src/bitext/weights.rs
//! ```
//!
//! Weights of beads by themselves are fitted on the first folders, best without stretches where the
//! reference follows the line and the words do not; those of beads in their documents on the second,
//! with such stretches. A third group is measured.
//!
//! A folder holds one folder a condition, in it documents as `X.id.txt` and `X.en.txt` (a sentence a
//! line) and `X.gold.tsv` (a bead a line: left lines, tab, right lines, counted from 0, with commas).
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a program that prints figures")]

mod documents;
mod fit;
mod measure;
mod print;
mod slope;

use documents::documents;
use fit::fit;
use measure::measure;
use padan::bitext::MODEL;
use print::print;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some((task, folders)) = args.split_first() else {
        eprintln!("usage: fit_parallel measure|fit FOLDER...");
        std::process::exit(2);
    };
    let mut groups = folders.split(|f| f == "--");
    let docs = documents(groups.next().unwrap_or_default());
    if task == "fit" {
        let whole = documents(groups.next().unwrap_or_default());
        let tested = groups.next().unwrap_or_default();
        let model = fit(&docs, &whole);
        print(&model);
        for folder in tested {
            println!("// {folder}");
            measure(&documents(std::slice::from_ref(folder)), &model);
        }
    } else {
        measure(&docs, &MODEL);
    }
}
