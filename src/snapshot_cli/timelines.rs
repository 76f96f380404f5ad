//! The timelines of open proposals: commits, comments and reviews, which the events of the repository leave out. Whose
//! turn it is comes from them.

use std::collections::BTreeMap;

use super::client::Client;
use super::output::PreviousSnapshot;
use super::paginate::{self, MAX_PAGES};
use super::{Error, Problem, Progress};
use crate::github;
use crate::proposal::{Proposal, RecordedEvent};

/// The events of each open proposal by its number, oldest first.
#[derive(Default)]
pub(super) struct Timelines {
    pub(super) events: BTreeMap<u32, Vec<RecordedEvent>>,
    pub(super) problems: Vec<Problem>,
}

/// Fetches the timeline of each open proposal. Where that fails, the existing snapshot's is kept. One without any event
/// is left out.
///
/// # Errors
/// The errors of requests that would concern other timelines, too.
pub(super) fn collect(
    client: &Client,
    proposals: &[Proposal],
    previous: Option<&PreviousSnapshot>,
) -> Result<Timelines, Error> {
    let mut timelines = Timelines::default();
    let open: Vec<u32> = proposals.iter().filter(|it| it.closing.is_none()).map(|it| it.number).collect();
    for (done, &number) in open.iter().enumerate() {
        client.env.progress(Progress { what: "timelines", done, total: Some(open.len()) });
        let url = client.options.repository.timeline_url(number);
        let reason = match paginate::collect_pages(client, &url, MAX_PAGES, |_| ()) {
            Ok(items) if items.has_more => format!("more than {MAX_PAGES}00 events"),
            Ok(items) => {
                let events = github::parse_timeline(&items.items);
                if !events.is_empty() {
                    timelines.events.insert(number, events);
                }
                continue;
            }
            Err(error) if error.is_of_one_item() => error.to_string(),
            Err(error) => return Err(error),
        };
        let known = previous.and_then(|previous| previous.snapshot.records.get(number));
        if let Some(record) = known.filter(|record| !record.events.is_empty()) {
            timelines.events.insert(number, record.events.clone());
        }
        timelines.problems.push(Problem::Timeline { number, reason });
    }
    Ok(timelines)
}
