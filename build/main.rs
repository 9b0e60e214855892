//! Turns the lists in `glossary/` into tables that the program reads as they are, so that it need
//! not parse three megabytes at every start. See `src/lexicon/format.rs` for their layout.

mod compile;

use std::path::Path;

fn main() {
    let root = std::env::var("CARGO_MANIFEST_DIR").expect("cargo says where the package is");
    let out = std::env::var("OUT_DIR").expect("cargo says where to write");
    // Files that this script has compiled in (data of the English language) cargo watches itself.
    println!("cargo::rerun-if-changed=glossary");
    let tables = match compile::compile(&Path::new(&root).join("glossary")) {
        Ok(tables) => tables,
        Err(wrong) => {
            println!("cargo::error={wrong}");
            return;
        }
    };
    for (name, bytes) in [("lexicon.txt", tables.text.as_bytes()), ("lexicon.bin", &tables.numbers)]
    {
        let path = Path::new(&out).join(name);
        if let Err(e) = std::fs::write(&path, bytes) {
            println!("cargo::error={}: {e}", path.display());
        }
    }
}
