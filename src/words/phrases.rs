//! What is said of a thing, a number or a time.

use super::{Text, Words};
use crate::feed::Trouble;
use crate::proposal::{Decision, NO_SIG, Outcome, RfcNumber, Stage, Time};
use crate::query::{Choice, Facet, Show, Sort};

/// So many steps lead to a decision.
const STEPS: usize = 3;

impl Words {
    /// A stage's name, as the site has it.
    pub fn stage(&self, stage: Stage) -> Text {
        self.say(match stage {
            Stage::Submitted => "Submitted",
            Stage::Discussion => "Accepted for Discussion",
            Stage::Vote => "Vote at Next Meeting",
            Stage::Closed => "Closed",
        })
    }

    /// A stage's name where there is little room.
    pub fn stage_in_short(&self, stage: Stage) -> Text {
        self.say(match stage {
            Stage::Submitted => "Submitted",
            Stage::Discussion => "Discussion",
            Stage::Vote => "Vote",
            Stage::Closed => "Closed",
        })
    }

    /// A stage's name with the number of its proposals, if that is known.
    pub fn stage_with_count(&self, stage: Stage, count: Option<usize>) -> Text {
        let name = self.stage(stage);
        match count {
            Some(count) => {
                let count = self.tongue.number(count);
                self.fill("{stage}: {count}", &[("stage", &name), ("count", &count)]).into()
            }
            None => name,
        }
    }

    /// What a stage means.
    pub fn stage_hint(&self, stage: Stage) -> Text {
        self.say(match stage {
            Stage::Submitted => "checked for form",
            Stage::Discussion => "open for comments",
            Stage::Vote => "decision soon",
            Stage::Closed => "decided",
        })
    }

    /// An outcome's name.
    pub fn outcome(&self, outcome: Outcome) -> Text {
        self.say(match outcome {
            Outcome::Accepted => "Accepted",
            Outcome::Rejected => "Rejected",
            Outcome::Withdrawn => "Withdrawn",
            Outcome::Superseded => "Superseded",
            Outcome::Merged => "Merged",
            Outcome::Unrecorded => "Outcome not recorded",
        })
    }

    /// How it was decided, and whether anybody said so.
    pub fn decision(&self, decision: Decision) -> Text {
        let outcome = self.outcome(decision.outcome);
        if !decision.inferred {
            return outcome;
        }
        self.fill("{outcome} (inferred: closed by its author)", &[("outcome", &outcome)]).into()
    }

    /// The name of a value that can be chosen.
    pub fn facet(&self, facet: &Facet) -> Text {
        match &facet.choice {
            Choice::Stage(stage) => self.stage(*stage),
            Choice::Outcome(outcome) => self.outcome(*outcome),
            Choice::Sig(slug) if slug == NO_SIG => self.say("No SIG"),
            Choice::Sig(_) | Choice::Tag(_) => facet.name.clone().into(),
        }
    }

    /// Words that are searched for.
    pub fn quoted(&self, words: &str) -> String {
        self.fill("“{words}”", &[("words", words)])
    }

    /// The button that takes back a part of what the list is narrowed to.
    pub fn remove(&self, part: &str) -> String {
        self.fill("Remove {part}", &[("part", part)])
    }

    /// Which proposals are shown.
    pub fn show(&self, show: Show) -> Text {
        self.say(match show {
            Show::Open => "Open",
            Show::Decided => "Decided",
            Show::All => "All",
        })
    }

    /// An order's name.
    pub fn sort(&self, sort: Sort) -> Text {
        self.say(match sort {
            Sort::Stage => "Nearest to a decision",
            Sort::Updated => "Latest change",
            Sort::Created => "Newest",
            Sort::Comments => "Most comments",
            Sort::Number => "Number",
        })
    }

    /// A stage as a step on the way to a decision.
    pub fn step(&self, step: u8) -> String {
        let (step, steps) = (self.tongue.number(step.into()), self.tongue.number(STEPS));
        self.fill("Step {step} of {steps}", &[("step", &step), ("steps", &steps)])
    }

    /// An assigned RFC number.
    pub fn rfc(&self, number: RfcNumber) -> String {
        self.fill("RFC {number}", &[("number", &number.to_string())])
    }

    /// What stands before and after the author of a pull request.
    pub fn by(&self, number: u32) -> (String, String) {
        let (before, after) = self.around("#{number} by {author}", "{author}");
        let number = number.to_string();
        let fill = |part: &str| self.filled(part, &[("number", &number)]);
        (fill(&before), fill(&after))
    }

    /// What stands before and after the age of something that happened to a proposal.
    pub fn happened(&self, what: Happened) -> (String, String) {
        let message = match what {
            Happened::Opened => "opened {age}",
            Happened::Updated => "updated {age}",
            Happened::Closed => "closed {age}",
        };
        self.around(message, "{age}")
    }

    /// How long ago something was.
    pub fn age(&self, time: Time, now: Time) -> String {
        self.tongue.relative(time, now)
    }

    /// The day, with the year.
    pub fn day(&self, time: Time) -> String {
        self.tongue.day(time)
    }

    /// Day and time in full.
    pub fn exact(&self, time: Time) -> String {
        self.tongue.exact(time)
    }

    /// The day of the next meeting.
    pub fn meeting(&self, time: Time) -> String {
        self.tongue.near_day(time)
    }

    /// A number with its separators.
    pub fn number(&self, value: usize) -> String {
        self.tongue.number(value)
    }

    /// The number of comments.
    pub fn comments(&self, count: u32) -> String {
        self.counted(count as usize, "{count} comment", "{count} comments", &[])
    }

    /// The number of thumbs-up reactions.
    pub fn thumbs_up(&self, count: u32) -> String {
        self.counted(count as usize, "{count} thumbs-up", "{count} thumbs-up", &[])
    }

    /// How many proposals are shown of how many.
    pub fn result(&self, shown: usize, total: usize) -> String {
        if shown == total {
            return self.counted(total, "{count} proposal", "{count} proposals", &[]);
        }
        let shown = self.tongue.number(shown);
        let (one, other) = ("{shown} of {count} proposal", "{shown} of {count} proposals");
        self.counted(total, one, other, &[("shown", &shown)])
    }

    /// The evidence of a SIG that was only mentioned.
    pub fn mention(&self, sentence: &str) -> String {
        self.fill("Mentioned: “{sentence}”", &[("sentence", sentence)])
    }

    /// When the committee is expected to decide.
    pub fn decision_expected(&self, time: Time) -> String {
        self.fill("Decision expected {day}", &[("day", &self.tongue.near_day(time))])
    }

    /// A snapshot's age.
    pub fn snapshot_of(&self, time: Time) -> String {
        self.fill("Showing a snapshot from {day}", &[("day", &self.tongue.day(time))])
    }

    /// The age of what this browser kept.
    pub fn saved(&self, time: Time, now: Time) -> String {
        match self.tongue.duration(time, now) {
            Some(_) => self.fill("Showing a copy saved {age}", &[("age", &self.tongue.relative(time, now))]),
            None => self.say("Showing a copy saved just now").into_owned(),
        }
    }

    /// Live data's age.
    pub fn live(&self, time: Time, now: Time) -> String {
        match self.tongue.duration(time, now) {
            Some(_) => self.fill("Last updated {age}", &[("age", &self.tongue.relative(time, now))]),
            None => self.say("Last updated just now").into_owned(),
        }
    }

    /// Says in one sentence what went wrong, and in another what is shown.
    pub fn because(&self, age: &str, trouble: Trouble) -> String {
        let reason = self.reason(trouble);
        let message = self.say("{error} {status}.");
        message.replace("{status}", age).replace("{error}", &reason)
    }

    /// Says what went wrong, in one sentence.
    pub fn reason(&self, trouble: Trouble) -> String {
        match trouble {
            Trouble::Offline => self.say("Could not reach GitHub.").into_owned(),
            Trouble::Timeout => self.say("GitHub did not respond in time.").into_owned(),
            Trouble::RateLimited(_) => {
                self.say("GitHub’s request limit for your network has been reached.").into_owned()
            }
            Trouble::NotFound => self.say("The repository was not found on GitHub.").into_owned(),
            Trouble::Server(status) => {
                self.fill("GitHub returned error {status}.", &[("status", &status.to_string())])
            }
            Trouble::Malformed => self.say("GitHub’s response could not be read.").into_owned(),
        }
    }

    /// What the last refresh changed.
    pub fn news(&self, count: usize) -> String {
        let (one, other) = ("{count} proposal is new or changed.", "{count} proposals are new or changed.");
        self.counted(count, one, other, &[])
    }

    /// How many items of the list could not be read.
    pub fn problems(&self, count: usize) -> String {
        let (one, other) = ("{count} entry could not be read.", "{count} entries could not be read.");
        self.counted(count, one, other, &[])
    }

    /// How many documents could not be read.
    pub fn unread(&self, count: usize) -> String {
        self.counted(
            count,
            "{count} document could not be read, so its RFC number and SIGs may be missing.",
            "{count} documents could not be read, so their RFC numbers and SIGs may be missing.",
            &[],
        )
    }

    /// The button that opens the filters, saying how many values are chosen.
    pub fn filter(&self, chosen: usize) -> Text {
        if chosen == 0 {
            return self.say("Filters");
        }
        self.fill("Filters ({count})", &[("count", &self.tongue.number(chosen))]).into()
    }

    /// The button that shows the cards that are kept back.
    pub fn show_more(&self, count: usize) -> String {
        self.fill("Show more ({count})", &[("count", &self.tongue.number(count))])
    }

    /// A value in the address that means nothing.
    pub fn unknown(&self, key: &str, value: &str) -> String {
        let message = "The page address contains an unknown value for {key}: “{value}”. It was ignored.";
        self.fill(message, &[("key", key), ("value", value)])
    }

    /// A SIG or tag that is asked for and that no proposal has.
    pub fn nobody_has(&self, name: &str) -> String {
        self.fill("No proposal has the SIG or tag “{name}”.", &[("name", name)])
    }

    /// Says what went wrong, in one sentence that names the repository if that is missing.
    pub fn trouble(&self, trouble: Trouble, repository: &str) -> String {
        match trouble {
            Trouble::NotFound => {
                let message = "The repository {repository} was not found on GitHub.";
                self.fill(message, &[("repository", repository)])
            }
            _ => self.reason(trouble),
        }
    }

    /// Says what the visitor can do about an error, and when the next request is sent.
    pub fn advice(&self, trouble: Trouble, next_try: Option<Time>) -> String {
        let way_out = match trouble {
            Trouble::Offline => Some(
                "Check your internet connection. A firewall or browser extension may be blocking GitHub.",
            ),
            Trouble::Timeout => Some("Your connection may be slow."),
            Trouble::RateLimited(_) => None,
            Trouble::NotFound => Some("It may have been moved or made private."),
            Trouble::Server(500..) => Some("This is usually temporary."),
            Trouble::Server(_) => {
                Some("Trying again is unlikely to help. Please contact the site’s maintainers.")
            }
            Trouble::Malformed => {
                Some("A network sign-in page or a proxy may have answered instead of GitHub.")
            }
        };
        let next_try =
            next_try.map(|time| self.fill("Next attempt at {time}.", &[("time", &self.tongue.hour(time))]));
        let sentences = way_out.map(|sentence| self.say(sentence).into_owned()).into_iter().chain(next_try);
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// Where the data is from, on paper.
    pub fn origin(&self, address: &str, time: Time) -> String {
        let time = self.tongue.exact(time);
        self.fill("From {address}, as of {time}", &[("address", address), ("time", &time)])
    }
}

/// What happened to a proposal.
#[derive(Clone, Copy, Debug)]
pub enum Happened {
    /// It was opened.
    Opened,
    /// Something about it changed.
    Updated,
    /// It was closed or merged.
    Closed,
}
