//! Messages about the data: its age, errors and what is missing.

use super::Catalog;
use crate::feed::FeedError;
use crate::proposal::Time;

impl Catalog {
    /// Returns the status of a snapshot.
    pub fn snapshot_of(&self, time: Time) -> String {
        self.format("Showing a snapshot from {day}", &[("day", &self.locale_format.day(time))])
    }

    /// Returns the status of a saved copy, with its age.
    pub fn saved(&self, time: Time, now: Time) -> String {
        match is_just_now(time, now) {
            true => self.get("Showing a copy saved just now").into_owned(),
            false => self.format(
                "Showing a copy saved {age}",
                &[("age", &self.locale_format.relative_time(time, now))],
            ),
        }
    }

    /// Returns the status of live data, with its age.
    pub fn live(&self, time: Time, now: Time) -> String {
        match is_just_now(time, now) {
            true => self.get("Last updated just now").into_owned(),
            false => {
                self.format("Last updated {age}", &[("age", &self.locale_format.relative_time(time, now))])
            }
        }
    }

    /// Returns two sentences: what went wrong, and what is shown.
    pub fn status_with_error(&self, age: &str, error: FeedError) -> String {
        let reason = self.error_short(error);
        let message = self.get("{error} {status}.");
        message.replace("{status}", age).replace("{error}", &reason)
    }

    /// Returns what went wrong, in one sentence.
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

    /// Returns how many proposals the last refresh changed.
    pub fn changed(&self, count: usize) -> String {
        let (one, other) = ("{count} proposal is new or changed.", "{count} proposals are new or changed.");
        self.plural(count, one, other, &[])
    }

    /// Returns how many items of the list could not be read.
    pub fn skipped_items(&self, count: usize) -> String {
        let (one, other) = ("{count} entry could not be read.", "{count} entries could not be read.");
        self.plural(count, one, other, &[])
    }

    /// Returns how many documents could not be read.
    pub fn missing_documents(&self, count: usize) -> String {
        self.plural(
            count,
            "{count} document could not be read, so its RFC number and SIGs may be missing.",
            "{count} documents could not be read, so their RFC numbers and SIGs may be missing.",
            &[],
        )
    }

    /// Returns what went wrong, in one sentence. Names the repository if that was not found.
    pub fn error_title(&self, error: FeedError, repository: &str) -> String {
        match error {
            FeedError::NotFound => {
                let message = "The repository {repository} was not found on GitHub.";
                self.format(message, &[("repository", repository)])
            }
            _ => self.error_short(error),
        }
    }

    /// Returns what the visitor can do about an error, and when the next request is sent.
    pub fn error_hint(&self, error: FeedError, next_request_at: Option<Time>) -> String {
        let hint = match error {
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
        let next_attempt = next_request_at
            .map(|time| self.format("Next attempt at {time}.", &[("time", &self.locale_format.time(time))]));
        let sentences = hint.map(|sentence| self.get(sentence).into_owned()).into_iter().chain(next_attempt);
        sentences.collect::<Vec<_>>().join(" ")
    }

    /// Returns the source of the data, for print.
    pub fn print_source(&self, address: &str, time: Time) -> String {
        let time = self.locale_format.long_datetime(time);
        self.format("From {address}, as of {time}", &[("address", address), ("time", &time)])
    }
}

/// True if a time is less than a minute ago, or in the future.
fn is_just_now(time: Time, now: Time) -> bool {
    (now - time).num_minutes() < 1
}
