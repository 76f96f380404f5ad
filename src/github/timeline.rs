//! What GitHub records of a pull request, from `GET /repos/{owner}/{repo}/issues/{number}/timeline` and from the events of a
//! repository.

use serde_json::Value;

use super::fields::{str_field, string_field, time_field};
use crate::proposal::{EventKind, RecordedEvent};

/// The most pages of a pull request's events that are loaded, of 100 events each. A list has the same limit.
pub const MAX_TIMELINE_PAGES: usize = 10;

/// Decodes the timeline of a pull request. Events of other kinds, such as subscriptions, and those that
/// cannot be read are left out: GitHub adds kinds at any time.
pub fn parse_timeline(items: &[Value]) -> Vec<RecordedEvent> {
    let mut events: Vec<RecordedEvent> = items.iter().filter_map(recorded_event).collect();
    drop_second_ends(&mut events);
    drop_withdrawn_requests(&mut events, items.iter());
    events
}

/// Decodes an event; `None` if it is not shown.
pub(super) fn recorded_event(item: &Value) -> Option<RecordedEvent> {
    let login = |key: &str| string_field(item.get(key)?, "login");
    let actor = || login("actor").or_else(|| login("user"));
    let at = || time_field(item, "created_at");
    let label = || string_field(item.get("label")?, "name");
    let plain = |kind, subject| Some(RecordedEvent { at: at()?, kind, actor: actor(), subject, url: None });
    match str_field(item, "event")? {
        "committed" => commit(item),
        "head_ref_force_pushed" => plain(EventKind::Pushed, None),
        "renamed" => plain(EventKind::Renamed, item.get("rename").and_then(|it| string_field(it, "to"))),
        "labeled" => plain(EventKind::Labelled, Some(label()?)),
        "unlabeled" => plain(EventKind::Unlabelled, Some(label()?)),
        "review_requested" => plain(EventKind::ReviewRequested, reviewer(item)),
        "commented" => {
            Some(RecordedEvent { url: string_field(item, "html_url"), ..plain(EventKind::Commented, None)? })
        }
        "reviewed" => Some(RecordedEvent {
            at: time_field(item, "submitted_at")?,
            kind: review_kind(str_field(item, "state").unwrap_or_default()),
            actor: login("user"),
            subject: None,
            url: string_field(item, "html_url"),
        }),
        "cross-referenced" => {
            let issue = item.get("source")?.get("issue")?;
            let url = string_field(issue, "html_url");
            Some(RecordedEvent { url, ..plain(EventKind::Referenced, string_field(issue, "title"))? })
        }
        "convert_to_draft" | "converted_to_draft" => plain(EventKind::Drafted, None),
        "ready_for_review" => plain(EventKind::Readied, None),
        "closed" => plain(EventKind::Closed, None),
        "merged" => plain(EventKind::Merged, None),
        "reopened" => plain(EventKind::Reopened, None),
        _ => None,
    }
}

/// Returns the login of the person, or the name of the team, whose review is requested or no longer.
fn reviewer(item: &Value) -> Option<String> {
    let name = |key: &str, name: &str| string_field(item.get(key)?, name);
    name("requested_reviewer", "login").or_else(|| name("requested_team", "name"))
}

/// Returns the kind of a review in this state. A review that is being written has no time, and so is no event.
fn review_kind(state: &str) -> EventKind {
    match state {
        "approved" => EventKind::Approved,
        "changes_requested" => EventKind::ChangesRequested,
        "dismissed" => EventKind::Dismissed,
        _ => EventKind::Reviewed,
    }
}

/// Decodes a commit. Its time is the one that its committer, or else its author, gives: when it was pushed is not recorded.
fn commit(item: &Value) -> Option<RecordedEvent> {
    let message = str_field(item, "message").unwrap_or_default();
    Some(RecordedEvent {
        at: time_field(item.get("committer").or_else(|| item.get("author"))?, "date")?,
        kind: EventKind::Pushed,
        actor: item.get("author").and_then(|author| string_field(author, "name")),
        subject: message.lines().next().map(str::to_owned),
        url: string_field(item, "html_url"),
    })
}

/// Removes the closing that GitHub records beside each merge.
pub(super) fn drop_second_ends(events: &mut Vec<RecordedEvent>) {
    let merges: Vec<_> =
        events.iter().filter(|event| event.kind == EventKind::Merged).map(|it| it.at).collect();
    events.retain(|event| event.kind != EventKind::Closed || !merges.contains(&event.at));
}

/// Removes the requests for a review that were taken back: the last one of the same reviewer before `review_request_removed`.
/// `events` are in the order of their times.
pub(super) fn drop_withdrawn_requests<'a>(
    events: &mut Vec<RecordedEvent>,
    items: impl Iterator<Item = &'a Value>,
) {
    // An event may occur twice.
    let mut withdrawals = Vec::new();
    for item in items.filter(|item| str_field(item, "event") == Some("review_request_removed")) {
        let withdrawal = (time_field(item, "created_at"), reviewer(item));
        if withdrawals.contains(&withdrawal) {
            continue;
        }
        let request = events.iter().rposition(|event| {
            event.kind == EventKind::ReviewRequested
                && event.subject == withdrawal.1
                && Some(event.at) <= withdrawal.0
        });
        if let Some(request) = request {
            events.remove(request);
        }
        withdrawals.push(withdrawal);
    }
}
