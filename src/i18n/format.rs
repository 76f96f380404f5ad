//! What is said of a thing, a number or a time.

use super::{Catalog, Str};
use crate::feed::FeedError;
use crate::proposal::{Decision, NO_SIG, Outcome, RfcNumber, Stage, Time};
use crate::query::{Facet, FacetValue, Sort, StateFilter};

/// So many steps lead to a decision.
const STEPS: usize = 3;

impl Catalog {
    /// A stage's name, as the site has it.
    pub fn stage(&self, stage: Stage) -> Str {
        self.get(match stage {
            Stage::Submitted => "Submitted",
            Stage::Discussion => "Accepted for Discussion",
            Stage::Vote => "Vote at Next Meeting",
            Stage::Closed => "Closed",
        })
    }

    /// A stage's name where there is little room.
    pub fn stage_in_short(&self, stage: Stage) -> Str {
        self.get(match stage {
            Stage::Submitted => "Submitted",
            Stage::Discussion => "Discussion",
            Stage::Vote => "Vote",
            Stage::Closed => "Closed",
        })
    }

    /// A stage's name with the number of its proposals, if that is known.
    pub fn stage_with_count(&self, stage: Stage, count: Option<usize>) -> Str {
        let name = self.stage(stage);
        match count {
            Some(count) => {
                let count = self.locale_format.number(count);
                self.format("{stage}: {count}", &[("stage", &name), ("count", &count)]).into()
            }
            None => name,
        }
    }

    /// What a stage means.
    pub fn stage_hint(&self, stage: Stage) -> Str {
        self.get(match stage {
            Stage::Submitted => "checked for form",
            Stage::Discussion => "open for comments",
            Stage::Vote => "decision soon",
            Stage::Closed => "decided",
        })
    }

    /// An outcome's name.
    pub fn outcome(&self, outcome: Outcome) -> Str {
        self.get(match outcome {
            Outcome::Accepted => "Accepted",
            Outcome::Rejected => "Rejected",
            Outcome::Withdrawn => "Withdrawn",
            Outcome::Superseded => "Superseded",
            Outcome::Merged => "Merged",
            Outcome::Unrecorded => "Outcome not recorded",
        })
    }

    /// How it was decided, and whether anybody said so.
    pub fn decision(&self, decision: Decision) -> Str {
        let outcome = self.outcome(decision.outcome);
        if !decision.inferred {
            return outcome;
        }
        self.format("{outcome} (inferred: closed by its author)", &[("outcome", &outcome)]).into()
    }

    /// The name of a value that can be chosen.
    pub fn facet(&self, facet: &Facet) -> Str {
        match &facet.value {
            FacetValue::Stage(stage) => self.stage(*stage),
            FacetValue::Outcome(outcome) => self.outcome(*outcome),
            FacetValue::Sig(slug) if slug == NO_SIG => self.get("No SIG"),
            FacetValue::Sig(_) | FacetValue::Tag(_) => facet.name.clone().into(),
        }
    }

    /// Words that are searched for.
    pub fn quoted(&self, words: &str) -> String {
        self.format("“{words}”", &[("words", words)])
    }

    /// The button that takes back a part of what the list is narrowed to.
    pub fn remove(&self, part: &str) -> String {
        self.format("Remove {part}", &[("part", part)])
    }

    /// Which proposals are shown.
    pub fn show(&self, show: StateFilter) -> Str {
        self.get(match show {
            StateFilter::Open => "Open",
            StateFilter::Decided => "Decided",
            StateFilter::All => "All",
        })
    }

    /// An order's name.
    pub fn sort(&self, sort: Sort) -> Str {
        self.get(match sort {
            Sort::Stage => "Nearest to a decision",
            Sort::Updated => "Latest change",
            Sort::Created => "Newest",
            Sort::Comments => "Most comments",
            Sort::Number => "Number",
        })
    }

    /// A stage as a step on the way to a decision.
    pub fn step(&self, step: u8) -> String {
        let (step, steps) = (self.locale_format.number(step.into()), self.locale_format.number(STEPS));
        self.format("Step {step} of {steps}", &[("step", &step), ("steps", &steps)])
    }

    /// An assigned RFC number.
    pub fn rfc(&self, number: RfcNumber) -> String {
        self.format("RFC {number}", &[("number", &number.to_string())])
    }

    /// What stands before and after the author of a pull request.
    pub fn author_parts(&self, number: u32) -> (String, String) {
        let (before, after) = self.split_around("#{number} by {author}", "{author}");
        let number = number.to_string();
        let fill = |part: &str| self.interpolate(part, &[("number", &number)]);
        (fill(&before), fill(&after))
    }

    /// What stands before and after the age of something that happened to a proposal.
    pub fn event_parts(&self, what: TimelineEvent) -> (String, String) {
        let message = match what {
            TimelineEvent::Opened => "opened {age}",
            TimelineEvent::Updated => "updated {age}",
            TimelineEvent::Closed => "closed {age}",
        };
        self.split_around(message, "{age}")
    }

    /// How long ago something was.
    pub fn age(&self, time: Time, now: Time) -> String {
        self.locale_format.relative_time(time, now)
    }

    /// The day, with the year.
    pub fn day(&self, time: Time) -> String {
        self.locale_format.day(time)
    }

    /// Day and time in full.
    pub fn long_datetime(&self, time: Time) -> String {
        self.locale_format.long_datetime(time)
    }

    /// The day of the next meeting.
    pub fn meeting(&self, time: Time) -> String {
        self.locale_format.short_date(time)
    }

    /// A number with its separators.
    pub fn number(&self, value: usize) -> String {
        self.locale_format.number(value)
    }

    /// The number of comments.
    pub fn comments(&self, count: u32) -> String {
        self.plural(count as usize, "{count} comment", "{count} comments", &[])
    }

    /// The number of thumbs-up reactions.
    pub fn thumbs_up(&self, count: u32) -> String {
        self.plural(count as usize, "{count} thumbs-up", "{count} thumbs-up", &[])
    }

    /// How many proposals are shown of how many.
    pub fn result(&self, shown: usize, total: usize) -> String {
        if shown == total {
            return self.plural(total, "{count} proposal", "{count} proposals", &[]);
        }
        let shown = self.locale_format.number(shown);
        let (one, other) = ("{shown} of {count} proposal", "{shown} of {count} proposals");
        self.plural(total, one, other, &[("shown", &shown)])
    }

    /// The evidence of a SIG that was only mentioned.
    pub fn mention(&self, sentence: &str) -> String {
        self.format("Mentioned: “{sentence}”", &[("sentence", sentence)])
    }

    /// When the committee is expected to decide.
    pub fn decision_expected(&self, time: Time) -> String {
        self.format("Decision expected {day}", &[("day", &self.locale_format.short_date(time))])
    }

    /// A snapshot's age.
    pub fn snapshot_of(&self, time: Time) -> String {
        self.format("Showing a snapshot from {day}", &[("day", &self.locale_format.day(time))])
    }

    /// The age of what this browser kept.
    pub fn saved(&self, time: Time, now: Time) -> String {
        match self.locale_format.duration(time, now) {
            Some(_) => self.format(
                "Showing a copy saved {age}",
                &[("age", &self.locale_format.relative_time(time, now))],
            ),
            None => self.get("Showing a copy saved just now").into_owned(),
        }
    }

    /// Live data's age.
    pub fn live(&self, time: Time, now: Time) -> String {
        match self.locale_format.duration(time, now) {
            Some(_) => {
                self.format("Last updated {age}", &[("age", &self.locale_format.relative_time(time, now))])
            }
            None => self.get("Last updated just now").into_owned(),
        }
    }

    /// Says in one sentence what went wrong, and in another what is shown.
    pub fn status_with_error(&self, age: &str, error: FeedError) -> String {
        let reason = self.error_short(error);
        let message = self.get("{error} {status}.");
        message.replace("{status}", age).replace("{error}", &reason)
    }

    /// Says what went wrong, in one sentence.
    pub fn error_short(&self, error: FeedError) -> String {
        match error {
            FeedError::Unreachable => self.get("Could not reach GitHub.").into_owned(),
            FeedError::Timeout => self.get("GitHub did not respond in time.").into_owned(),
            FeedError::RateLimited(_) => {
                self.get("GitHub’s request limit for your network has been reached.").into_owned()
            }
            FeedError::NotFound => self.get("The repository was not found on GitHub.").into_owned(),
            FeedError::Status(status) => {
                self.format("GitHub returned error {status}.", &[("status", &status.to_string())])
            }
            FeedError::InvalidResponse => self.get("GitHub’s response could not be read.").into_owned(),
        }
    }

    /// What the last refresh changed.
    pub fn changed(&self, count: usize) -> String {
        let (one, other) = ("{count} proposal is new or changed.", "{count} proposals are new or changed.");
        self.plural(count, one, other, &[])
    }

    /// How many items of the list could not be read.
    pub fn problems(&self, count: usize) -> String {
        let (one, other) = ("{count} entry could not be read.", "{count} entries could not be read.");
        self.plural(count, one, other, &[])
    }

    /// How many documents could not be read.
    pub fn missing_documents(&self, count: usize) -> String {
        self.plural(
            count,
            "{count} document could not be read, so its RFC number and SIGs may be missing.",
            "{count} documents could not be read, so their RFC numbers and SIGs may be missing.",
            &[],
        )
    }

    /// The button that opens the filters, saying how many values are chosen.
    pub fn filter_button(&self, chosen: usize) -> Str {
        if chosen == 0 {
            return self.get("Filters");
        }
        self.format("Filters ({count})", &[("count", &self.locale_format.number(chosen))]).into()
    }

    /// The button that shows the cards that are kept back.
    pub fn show_more(&self, count: usize) -> String {
        self.format("Show more ({count})", &[("count", &self.locale_format.number(count))])
    }

    /// A value in the address that means nothing.
    pub fn unknown(&self, key: &str, value: &str) -> String {
        let message = "The page address contains an unknown value for {key}: “{value}”. It was ignored.";
        self.format(message, &[("key", key), ("value", value)])
    }

    /// A SIG or tag that is asked for and that no proposal has.
    pub fn no_such_value(&self, name: &str) -> String {
        self.format("No proposal has the SIG or tag “{name}”.", &[("name", name)])
    }

    /// Says what went wrong, in one sentence that names the repository if that is missing.
    pub fn error_title(&self, error: FeedError, repository: &str) -> String {
        match error {
            FeedError::NotFound => {
                let message = "The repository {repository} was not found on GitHub.";
                self.format(message, &[("repository", repository)])
            }
            _ => self.error_short(error),
        }
    }

    /// Says what the visitor can do about an error, and when the next request is sent.
    pub fn error_hint(&self, error: FeedError, next_try: Option<Time>) -> String {
        let way_out = match error {
            FeedError::Unreachable => Some(
                "Check your internet connection. A firewall or browser extension may be blocking GitHub.",
            ),
            FeedError::Timeout => Some("Your connection may be slow."),
            FeedError::RateLimited(_) => None,
            FeedError::NotFound => Some("It may have been moved or made private."),
            FeedError::Status(500..) => Some("This is usually temporary."),
            FeedError::Status(_) => {
                Some("Trying again is unlikely to help. Please contact the site’s maintainers.")
            }
            FeedError::InvalidResponse => {
                Some("A network sign-in page or a proxy may have answered instead of GitHub.")
            }
        };
        let next_try = next_try
            .map(|time| self.format("Next attempt at {time}.", &[("time", &self.locale_format.time(time))]));
        let sentences = way_out.map(|sentence| self.get(sentence).into_owned()).into_iter().chain(next_try);
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// Where the data is from, on paper.
    pub fn origin(&self, address: &str, time: Time) -> String {
        let time = self.locale_format.long_datetime(time);
        self.format("From {address}, as of {time}", &[("address", address), ("time", &time)])
    }
}

/// What happened to a proposal.
#[derive(Clone, Copy, Debug)]
pub enum TimelineEvent {
    /// It was opened.
    Opened,
    /// Something about it changed.
    Updated,
    /// It was closed or merged.
    Closed,
}
