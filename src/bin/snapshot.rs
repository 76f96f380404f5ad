//! Makes the snapshot of a repository's proposals: `make snapshot`.

use std::process::ExitCode;

use alesco_proposals::builder::{self, Asked, Order, Terminal, USAGE};

fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1).map(|argument| argument.to_string_lossy().into_owned());
    let token = std::env::var_os("GITHUB_TOKEN").map(|token| token.to_string_lossy().into_owned());
    let order = match Order::read(arguments, token) {
        Ok(Asked::Order(order)) => order,
        Ok(Asked::Help) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(misuse) => {
            eprintln!("{misuse}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let terminal = Terminal::default();
    let ended = builder::build(&order, &terminal);
    terminal.end();
    match ended {
        Ok(done) => {
            eprintln!("{done}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("No new snapshot, {} is as it was: {failure}", order.file().display());
            ExitCode::FAILURE
        }
    }
}
