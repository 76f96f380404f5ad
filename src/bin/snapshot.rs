//! Makes the snapshot of a repository's proposals: `make snapshot`.

use std::process::ExitCode;

use alesco_proposals::snapshot_cli::{self, Command, Options, SystemEnv, USAGE};

fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let token = std::env::var_os("GITHUB_TOKEN").map(|token| token.to_string_lossy().into_owned());
    let options = match Options::parse(arguments, token) {
        Ok(Command::Build(options)) => options,
        Ok(Command::Help) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let terminal = SystemEnv::default();
    let ended = snapshot_cli::build(&options, &terminal);
    terminal.end();
    match ended {
        Ok(done) => {
            eprintln!("{done}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("No new snapshot, {} is as it was: {error}", options.file().display());
            ExitCode::FAILURE
        }
    }
}
