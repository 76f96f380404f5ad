//! The rules of reading minutes, each as a table of small texts. `tests/minutes.rs` has the real files.

mod addresses;
mod attendance;
mod decisions;
mod documents;
mod fuzz;
mod kinds;
mod markdown;
mod records;
mod replacements;
mod topics;
mod votes;

use super::*;

const REPOSITORY: &str = "https://github.com/AlmaLinux/ALESCo";

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 13).unwrap()
}

/// Parses a text in which `pull:15` stands for the address of pull request 15.
fn parse(text: &str) -> (Meeting, Vec<Problem>) {
    super::parse(&with_addresses(text), day(), REPOSITORY)
}

fn with_addresses(text: &str) -> String {
    text.replace("pull:", &format!("{REPOSITORY}/pull/"))
}

/// One line for each discussion: `#15 no-change: No change since the last meeting.`, then the vote.
fn discussions(meeting: &Meeting) -> Vec<String> {
    let line = |discussion: &Discussion| {
        let number = discussion.pull_request.map_or_else(|| "?".to_owned(), |number| number.to_string());
        let sentence =
            discussion.sentence.as_ref().map_or_else(String::new, |sentence| format!(": {sentence}"));
        let vote = match discussion.vote {
            None => String::new(),
            Some(Vote::Unanimous) => " [unanimous]".to_owned(),
            Some(Vote::Counted(Tally { in_favor, abstained, against })) => {
                format!(" [+{in_favor} {abstained} -{against}]")
            }
        };
        format!("#{number} {}{sentence}{vote}", discussion.kind.as_str())
    };
    meeting.discussions.iter().map(line).collect()
}

/// Checks the discussions in `text`, and that all of it is understood.
fn check(text: &str, expected: &[&str]) {
    check_with_problems(text, expected, &[]);
}

/// Checks the discussions in `text`, and the problems.
fn check_with_problems(text: &str, expected: &[&str], problems: &[&str]) {
    let (meeting, found) = parse(text);
    let expected: Vec<String> = expected.iter().map(|line| with_addresses(line)).collect();
    assert_eq!(discussions(&meeting), expected, "\n{text}");
    let found: Vec<String> = found.iter().map(Problem::to_string).collect();
    assert_eq!(found, problems, "\n{text}");
    assert_eq!(meeting.date, day());
}
