//! Builds the snapshot of a repository's proposals: `make snapshot`. Exits with 0 if the snapshot is up to date, with
//! 1 if it could not be built, with 2 if the command line is invalid.

use std::process::ExitCode;

use alesco_proposals::snapshot_cli::{self, Command, Options, SystemEnv, USAGE};

fn main() -> ExitCode {
    let token = std::env::var_os("GITHUB_TOKEN").map(|token| token.to_string_lossy().into_owned());
    let options = match Options::parse(std::env::args_os().skip(1), token) {
        Ok(Command::Build(options)) => options,
        Ok(Command::Help) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("{error}\n\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let env = SystemEnv::default();
    let result = snapshot_cli::build(&options, &env);
    env.clear_progress();
    match result {
        Ok(report) => {
            eprintln!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{} was not updated: {error}", options.file().display());
            ExitCode::FAILURE
        }
    }
}
