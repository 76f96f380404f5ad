//! Every word of the interface.

mod fixed;

pub use fixed::*;

use crate::browser::intl;
use crate::feed::Trouble;
use crate::proposal::{NO_SIG, Outcome, RfcNumber, Stage, Time};
use crate::query::{Choice, Facet, Show, Sort};

/// `one` or `other`, as the language wants it with this number.
fn counted(count: usize, one: &str, other: &str) -> String {
    let words = if intl::is_one(count) { one } else { other };
    words.replace("{count}", &intl::number(count))
}

/// A stage's name, as the site has it.
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Submitted => "Submitted",
        Stage::Discussion => "Accepted for Discussion",
        Stage::Vote => "Vote at Next Meeting",
        Stage::Closed => "Closed",
    }
}

/// A stage's name where there is little room.
pub fn stage_in_short(stage: Stage) -> &'static str {
    match stage {
        Stage::Submitted => "Submitted",
        Stage::Discussion => "Discussion",
        Stage::Vote => "Vote",
        Stage::Closed => "Closed",
    }
}

/// A stage's name with the number of its proposals, if that is known.
pub fn stage_with_count(value: Stage, count: Option<usize>) -> String {
    match count {
        Some(count) => format!("{}: {}", stage(value), intl::number(count)),
        None => stage(value).to_owned(),
    }
}

/// What a stage means.
pub fn stage_hint(stage: Stage) -> &'static str {
    match stage {
        Stage::Submitted => "checked for form",
        Stage::Discussion => "in the open",
        Stage::Vote => "a decision is near",
        Stage::Closed => "decided",
    }
}

/// An outcome's name.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted => "Accepted",
        Outcome::Rejected => "Rejected",
        Outcome::Withdrawn => "Withdrawn",
        Outcome::Superseded => "Superseded",
        Outcome::Merged => "Merged",
        Outcome::Unrecorded => "Outcome not recorded",
    }
}

/// The name of a value that can be chosen.
pub fn facet(facet: &Facet) -> String {
    match &facet.choice {
        Choice::Stage(value) => stage(*value).to_owned(),
        Choice::Outcome(value) => outcome(*value).to_owned(),
        Choice::Sig(slug) if slug == NO_SIG => "No SIG".to_owned(),
        Choice::Sig(_) | Choice::Tag(_) => facet.name.clone(),
    }
}

/// Words that are searched for.
pub fn quoted(text: &str) -> String {
    format!("“{text}”")
}

/// The button that takes back a part of what the list is narrowed to.
pub fn remove(part: &str) -> String {
    format!("Remove {part}")
}

/// Which proposals are shown.
pub fn show(show: Show) -> &'static str {
    match show {
        Show::Open => "Open",
        Show::Decided => "Decided",
        Show::All => "All",
    }
}

/// An order's name.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Stage => "Nearest to a decision",
        Sort::Updated => "Latest change",
        Sort::Created => "Newest",
        Sort::Comments => "Most comments",
        Sort::Number => "Number",
    }
}

/// A stage as a step on the way to a decision.
pub fn step(step: u8) -> String {
    format!("Step {step} of 3")
}

/// An assigned RFC number.
pub fn rfc(number: RfcNumber) -> String {
    format!("RFC {number}")
}

/// In front of the author of a pull request.
pub fn by(number: u32) -> String {
    format!("#{number} by ")
}

/// The number of comments.
pub fn comments(count: u32) -> String {
    counted(count as usize, "{count} comment", "{count} comments")
}

/// The number of thumbs-up reactions.
pub fn thumbs_up(count: u32) -> String {
    counted(count as usize, "{count} thumbs-up", "{count} thumbs-up")
}

/// How many proposals are shown of how many.
pub fn result(shown: usize, total: usize) -> String {
    if shown == total {
        return counted(total, "{count} proposal", "{count} proposals");
    }
    let shown = intl::number(shown);
    counted(total, "{shown} of {count} proposal", "{shown} of {count} proposals").replace("{shown}", &shown)
}

/// The evidence of a SIG that was only mentioned.
pub fn mention(sentence: &str) -> String {
    format!("Mentioned: “{sentence}”")
}

/// When the committee is expected to decide.
pub fn decision_expected(time: Time) -> String {
    format!("Decision expected {}", intl::near_day(time))
}

/// A snapshot's age.
pub fn snapshot_of(time: Time) -> String {
    format!("Snapshot of {}", intl::day(time))
}

/// The age of what this browser kept.
pub fn saved(time: Time, now: Time) -> String {
    let age = intl::duration(time, now);
    age.map_or_else(|| "Saved copy, just made".to_owned(), |age| format!("Saved copy, {age} old"))
}

/// What the last refresh changed.
pub fn news(count: usize) -> String {
    counted(count, "{count} proposal is new or changed.", "{count} proposals are new or changed.")
}

/// Live data's age.
pub fn live(time: Time, now: Time) -> String {
    if (now - time).num_seconds() < 60 {
        return "Live, just now".to_owned();
    }
    format!("Live, {}", intl::relative(time, now))
}

/// The age of what is shown, and why it is not live.
pub fn because(age: &str, trouble: Trouble) -> String {
    format!("{age}: {}", reason(trouble))
}

/// Why what is shown is not live.
pub fn reason(trouble: Trouble) -> String {
    match trouble {
        Trouble::Offline => "GitHub cannot be reached".to_owned(),
        Trouble::Timeout => "GitHub did not answer in time".to_owned(),
        Trouble::RateLimited(until) => {
            format!("GitHub’s limit for your network is used up until {}", intl::hour(until))
        }
        Trouble::NotFound => "GitHub does not show the repository".to_owned(),
        Trouble::Server(status) => format!("GitHub answered with error {status}"),
        Trouble::Malformed => "GitHub’s answer could not be understood".to_owned(),
    }
}

/// How many items of the list could not be read.
pub fn problems(count: usize) -> String {
    counted(count, "{count} entry could not be read.", "{count} entries could not be read.")
}

/// How many documents could not be read.
pub fn unread(count: usize) -> String {
    counted(
        count,
        "{count} document could not be read, so its RFC number and SIGs may be missing.",
        "{count} documents could not be read, so their RFC numbers and SIGs may be missing.",
    )
}

/// The button that opens the filters, saying how many values are chosen.
pub fn filter(chosen: usize) -> String {
    if chosen == 0 { "Filter".to_owned() } else { format!("Filter ({})", intl::number(chosen)) }
}

/// The button that shows the cards that are kept back.
pub fn show_more(count: usize) -> String {
    format!("Show {} more", intl::number(count))
}

/// A value in the address that means nothing.
pub fn unknown(key: &str, value: &str) -> String {
    format!("The address asks for {key} “{value}”, which does not exist. It is ignored.")
}

/// A SIG or tag that is asked for and that no proposal has.
pub fn nobody_has(name: &str) -> String {
    format!("No proposal has the SIG or tag “{name}”.")
}

/// What happened.
pub fn trouble(trouble: Trouble, repository: &str) -> String {
    match trouble {
        Trouble::Offline => "GitHub cannot be reached.".to_owned(),
        Trouble::Timeout => "GitHub did not answer within 15 seconds.".to_owned(),
        Trouble::RateLimited(_) => "GitHub’s hourly limit for your network is used up.".to_owned(),
        Trouble::NotFound => format!("GitHub shows no repository {repository}."),
        Trouble::Server(status) => format!("GitHub answered with error {status}."),
        Trouble::Malformed => "GitHub’s answer could not be understood.".to_owned(),
    }
}

/// What one can do about trouble, and when GitHub is asked next without the reader's doing.
pub fn advice(trouble: Option<Trouble>, next_try: Option<Time>) -> String {
    let Some(trouble) = trouble else { return String::new() };
    let next_try = next_try.map(|time| format!("This page asks again by itself at {}.", intl::hour(time)));
    let sentences = [way_out(trouble).to_owned(), next_try.unwrap_or_default()];
    sentences.join(" ").trim().to_owned()
}

fn way_out(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Offline => "Check the connection, and whether something in between blocks the request.",
        Trouble::Timeout => "The network may be slow.",
        Trouble::RateLimited(_) => "",
        Trouble::NotFound => "It may have moved, or may not be public any more.",
        Trouble::Server(500..) => "Such errors mostly pass.",
        Trouble::Server(_) => "Waiting does not help: please tell whoever runs this page.",
        Trouble::Malformed => "A sign-in page or a proxy of the network may have answered instead.",
    }
}
