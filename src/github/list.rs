//! The list of pull requests, from `GET /repos/{owner}/{repo}/issues`.

use serde_json::value::RawValue;

use super::{Malformed, Problem, wire};
use crate::proposal::{Colour, Label, Listing, Proposal, Time};

/// The proposals of one page of the list, in its order, and what could not be read of it.
/// Plain issues are left out: `/issues` returns them among the pull requests.
///
/// # Errors
/// [`Malformed`] if `json` is not a list at all.
pub fn proposals(json: &str) -> Result<(Vec<Proposal>, Vec<Problem>), Malformed> {
    Ok(proposals_of(&serde_json::from_str::<Vec<&RawValue>>(json)?))
}

pub(super) fn proposals_of(items: &[&RawValue]) -> (Vec<Proposal>, Vec<Problem>) {
    let mut proposals = Vec::new();
    let mut problems = Vec::new();
    for (index, raw) in items.iter().enumerate() {
        match serde_json::from_str::<wire::Item>(raw.get()) {
            Ok(item) => proposals.extend(listing(item).map(Proposal::new)),
            Err(error) => problems.push(Problem { item: index + 1, reason: error.to_string() }),
        }
    }
    (proposals, problems)
}

fn listing(item: wire::Item) -> Option<Listing> {
    let pull_request = item.pull_request?;
    Some(Listing {
        number: item.number,
        title: item.title,
        body: item.body.unwrap_or_default(),
        author: item.user.map(|user| user.login),
        closed_by: item.closed_by.map(|user| user.login),
        labels: item.labels.iter().filter_map(|raw| label(raw.get())).collect(),
        open: item.state.as_deref() != Some("closed"),
        draft: item.draft,
        opened_at: time(item.created_at),
        updated_at: time(item.updated_at),
        closed_at: time(item.closed_at),
        merged: pull_request.merged_at.is_some(),
        comments: item.comments,
        thumbs_up: item.reactions.thumbs_up,
    })
}

/// A label is an object, or in some of GitHub's answers just its name.
fn label(json: &str) -> Option<Label> {
    if let Ok(name) = serde_json::from_str::<String>(json) {
        return Some(Label { name, description: String::new(), colour: Colour::default() });
    }
    let label: wire::Label = serde_json::from_str(json).ok()?;
    let colour = label.color.as_deref().and_then(Colour::from_hex);
    Some(Label {
        name: label.name,
        description: label.description.unwrap_or_default(),
        colour: colour.unwrap_or_default(),
    })
}

/// GitHub's times are RFC 3339.
pub(super) fn time(text: Option<String>) -> Option<Time> {
    let time = chrono::DateTime::parse_from_rfc3339(&text?).ok()?;
    Some(time.to_utc())
}
