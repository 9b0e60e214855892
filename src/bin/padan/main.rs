//! The `padan` command: reads arguments, calls the library, tells how it went.

mod args;
mod cmd;
mod say;

use args::Command;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args = match args::Args::try_parse() {
        Ok(args) => args,
        Err(e) => {
            let help = !e.use_stderr();
            let _ = e.print();
            return if help { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    if let Some(threads) = args.threads {
        // Fails only if a pool is there already, and none is.
        let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    }
    if let Some(path) = &args.lexicon
        && let Err(e) = cmd::use_lexicon(path)
    {
        say::error(&e);
        return ExitCode::from(2);
    }
    if let Err(e) = cmd::use_style(args.config.as_deref()) {
        say::error(&e);
        return ExitCode::from(2);
    }
    let mut status = ExitCode::SUCCESS;
    let done = match &args.command {
        Command::Build(a) => cmd::build::run(a),
        Command::Align(a) => cmd::align::run(a),
        Command::Glossary(a) => cmd::glossary::run(a),
        Command::Variants(a) => cmd::variants::run(a),
        Command::Mine(a) => cmd::mine::run(a),
        Command::Train(a) => cmd::train::run(a),
        Command::Lookup(a) => cmd::lookup::run(a),
        Command::Compare(a) => cmd::compare::run(a),
        Command::Sentences(a) => cmd::sentences::run(a),
        Command::Eval(a) => cmd::eval::run(a),
        Command::Check(a) => cmd::check::run(a).map(|code| status = ExitCode::from(code)),
        #[cfg(feature = "lsp")]
        Command::Lsp(a) => cmd::lsp::run(a).map(|code| status = ExitCode::from(code)),
    };
    match done {
        Ok(()) => status,
        // A reader that closed the pipe early (`| head`) has what it wants.
        Err(e) if is_broken_pipe(&e) => ExitCode::SUCCESS,
        Err(e) => {
            say::error(&e);
            ExitCode::from(2)
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|e| {
        e.downcast_ref::<std::io::Error>()
            .is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
    })
}
