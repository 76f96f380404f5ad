//! Messages with arguments: about proposals, facets and the result.

use super::{Catalog, Str};
use crate::proposal::{DateOrTime, Decision, NO_SIG, Outcome, RfcNumber, Stage, Time};
use crate::query::{Facet, FacetValue, Sort, StateFilter};

/// Steps on the way to a decision: see [`Stage::step`].
const STEPS: usize = 3;

impl Catalog {
    /// Returns the name of a stage, as almalinux.org has it.
    pub fn stage(&self, stage: Stage) -> Str {
        self.get(match stage {
            Stage::Submitted => "Submitted",
            Stage::Discussion => "Accepted for Discussion",
            Stage::Vote => "Vote at Next Meeting",
            Stage::Closed => "Closed",
        })
    }

    /// Returns the short name of a stage.
    pub fn stage_in_short(&self, stage: Stage) -> Str {
        self.get(match stage {
            Stage::Submitted => "Submitted",
            Stage::Discussion => "Discussion",
            Stage::Vote => "Vote",
            Stage::Closed => "Closed",
        })
    }

    /// Returns the name of a stage with the number of its proposals, if that is known.
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

    /// Returns the explanation of a stage.
    pub fn stage_hint(&self, stage: Stage) -> Str {
        self.get(match stage {
            Stage::Submitted => "checked for form",
            Stage::Discussion => "open for comments",
            Stage::Vote => "decision soon",
            Stage::Closed => "decided",
        })
    }

    /// Returns the name of an outcome.
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

    /// Returns the name of a decision's outcome, and says if it is inferred.
    pub fn decision(&self, decision: Decision) -> Str {
        let outcome = self.outcome(decision.outcome);
        if !decision.inferred {
            return outcome;
        }
        self.format("{outcome} (inferred: closed by its author)", &[("outcome", &outcome)]).into()
    }

    /// Returns the name of a facet's value.
    pub fn facet(&self, facet: &Facet) -> Str {
        match &facet.value {
            FacetValue::Stage(stage) => self.stage(*stage),
            FacetValue::Outcome(outcome) => self.outcome(*outcome),
            FacetValue::Sig(slug) if slug == NO_SIG => self.get("No SIG"),
            FacetValue::Sig(_) | FacetValue::Tag(_) | FacetValue::Author(_) => facet.name.clone().into(),
            #[cfg(any(feature = "browser", test))]
            FacetValue::Activity(value) => self.activity(*value),
        }
    }

    /// Returns a search text in quotation marks.
    pub fn quoted(&self, words: &str) -> String {
        self.format("“{words}”", &[("words", words)])
    }

    /// Returns the label of the button that removes a filter.
    pub fn remove_filter(&self, part: &str) -> String {
        self.format("Remove {part}", &[("part", part)])
    }

    /// Returns the name of a state filter.
    pub fn state_filter(&self, show: StateFilter) -> Str {
        self.get(match show {
            StateFilter::Open => "Open",
            StateFilter::Decided => "Decided",
            StateFilter::All => "All",
        })
    }

    /// Returns the name of a sort order.
    pub fn sort(&self, sort: Sort) -> Str {
        self.get(match sort {
            Sort::Stage => "Nearest to a decision",
            Sort::Updated => "Latest change",
            Sort::Created => "Newest",
            Sort::Comments => "Most comments",
            Sort::Number => "Number",
            Sort::Age => "Longest in stage",
        })
    }

    /// Returns a step on the way to a decision: "Step 2 of 3".
    pub fn step(&self, step: u8) -> String {
        let (step, steps) = (self.locale_format.number(step.into()), self.locale_format.number(STEPS));
        self.format("Step {step} of {steps}", &[("step", &step), ("steps", &steps)])
    }

    /// Returns an RFC number: "RFC 0008".
    pub fn rfc(&self, number: RfcNumber) -> String {
        self.format("RFC {number}", &[("number", &number.to_string())])
    }

    /// Returns what stands before and after the author of a pull request.
    pub fn author_parts(&self, number: u32) -> (String, String) {
        let (before, after) = self.split_around("#{number} by {author}", "{author}");
        let number = number.to_string();
        let fill = |part: &str| self.interpolate(part, &[("number", &number)]);
        (fill(&before), fill(&after))
    }

    /// Returns what stands before and after the age of an event.
    pub fn event_parts(&self, what: TimelineEvent) -> (String, String) {
        let message = match what {
            TimelineEvent::Opened => "opened {age}",
            TimelineEvent::Updated => "updated {age}",
            TimelineEvent::Closed => "closed {age}",
        };
        self.split_around(message, "{age}")
    }

    /// Returns how long ago a time was.
    pub fn age(&self, time: Time, now: Time) -> String {
        self.locale_format.relative_time(time, now)
    }

    /// Returns the date, with the year.
    pub fn day(&self, time: Time) -> String {
        self.locale_format.day(time)
    }

    /// Returns date and time in full.
    pub fn long_datetime(&self, time: Time) -> String {
        self.locale_format.long_datetime(time)
    }

    /// Returns the date of the next meeting.
    pub fn meeting(&self, time: DateOrTime) -> String {
        self.locale_format.short_date(time)
    }

    /// Returns a number with its separators.
    pub fn number(&self, value: usize) -> String {
        self.locale_format.number(value)
    }

    /// Returns the number of comments.
    pub fn comments(&self, count: u32) -> String {
        self.plural(count as usize, "{count} comment", "{count} comments", &[])
    }

    /// Returns the number of thumbs-up reactions.
    pub fn thumbs_up(&self, count: u32) -> String {
        self.plural(count as usize, "{count} thumbs-up", "{count} thumbs-up", &[])
    }

    /// Returns how many proposals are shown, and of how many.
    pub fn result_count(&self, shown: usize, total: usize) -> String {
        if shown == total {
            return self.plural(total, "{count} proposal", "{count} proposals", &[]);
        }
        let shown = self.locale_format.number(shown);
        let (one, other) = ("{shown} of {count} proposal", "{shown} of {count} proposals");
        self.plural(total, one, other, &[("shown", &shown)])
    }

    /// Returns the evidence of a SIG that is mentioned.
    pub fn mention(&self, sentence: &str) -> String {
        self.format("Mentioned: “{sentence}”", &[("sentence", sentence)])
    }

    /// Returns when the committee is expected to decide.
    pub fn decision_expected(&self, time: DateOrTime) -> String {
        self.format("Decision expected {day}", &[("day", &self.locale_format.short_date(time))])
    }

    /// Returns the label of the button that opens the filters, with the number of chosen values.
    pub fn filter_button(&self, chosen: usize) -> Str {
        if chosen == 0 {
            return self.get("Filters");
        }
        self.format("Filters ({count})", &[("count", &self.locale_format.number(chosen))]).into()
    }

    /// Returns the label of the button that shows more cards, with their number.
    pub fn show_more(&self, count: usize) -> String {
        self.format("Show more ({count})", &[("count", &self.locale_format.number(count))])
    }

    /// Returns the notice about an invalid URL parameter.
    pub fn unknown(&self, key: &str, value: &str) -> String {
        let message = "The page address contains an unknown value for {key}: “{value}”. It was ignored.";
        self.format(message, &[("key", key), ("value", value)])
    }

    /// Returns the notice about a chosen SIG or tag that no proposal has.
    pub fn no_such_value(&self, name: &str) -> String {
        self.format("No proposal has the SIG or tag “{name}”.", &[("name", name)])
    }
}

/// A dated event on a card.
#[derive(Clone, Copy, Debug)]
pub enum TimelineEvent {
    /// The proposal was opened.
    Opened,
    /// The proposal was changed.
    Updated,
    /// The proposal was closed or merged.
    Closed,
}
