//! The list of pull requests, from `GET /repos/{owner}/{repo}/issues`.

use super::{DecodeError, SkippedItem};
use crate::json::{Value, items, number, text, time, truth};
use crate::proposal::{Color, Label, Proposal, PullRequest};

/// Decodes one page of the list: the proposals in its order, and the items that could not be read. Leaves out
/// plain issues, which `/issues` returns among the pull requests.
///
/// # Errors
/// [`DecodeError`] if the body is not a list.
pub fn proposals(body: &Value) -> Result<(Vec<Proposal>, Vec<SkippedItem>), DecodeError> {
    Ok(parse_items(body.as_list().ok_or(DecodeError("it is not a list".to_owned()))?))
}

pub(crate) fn parse_items(items: &[Value]) -> (Vec<Proposal>, Vec<SkippedItem>) {
    let mut proposals = Vec::new();
    let mut problems = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match pull_request(item) {
            Ok(None) => {}
            Ok(Some(pull_request)) => proposals.push(Proposal::new(pull_request)),
            Err(reason) => problems.push(SkippedItem { item: index + 1, reason }),
        }
    }
    (proposals, problems)
}

/// Returns `None` for a plain issue.
fn pull_request(item: &Value) -> Result<Option<PullRequest>, &'static str> {
    let login = |key| item.get(key).and_then(|user| text(user, "login"));
    let number_of = number(item, "number").ok_or("it has no number")?;
    let title = text(item, "title").ok_or("it has no title")?;
    let Some(pull_request) = item.get("pull_request").filter(|value| matches!(value, Value::Object(_)))
    else {
        return Ok(None);
    };
    Ok(Some(PullRequest {
        number: number_of,
        title,
        body: text(item, "body").unwrap_or_default(),
        author: login("user"),
        closed_by: login("closed_by"),
        labels: items(item, "labels").iter().filter_map(label).collect(),
        open: item.get("state").and_then(Value::as_str) != Some("closed"),
        draft: truth(item, "draft"),
        opened_at: time(item, "created_at"),
        updated_at: time(item, "updated_at"),
        closed_at: time(item, "closed_at"),
        merged: pull_request.get("merged_at").is_some_and(|time| time.as_str().is_some()),
        comments: number(item, "comments").unwrap_or_default(),
        thumbs_up: item.get("reactions").and_then(|all| number(all, "+1")).unwrap_or_default(),
    }))
}

/// Decodes a label: an object, or in some of GitHub's responses only its name.
pub(crate) fn label(label: &Value) -> Option<Label> {
    let name = label.as_str().map(str::to_owned).or_else(|| text(label, "name"))?;
    let color = label.get("color").and_then(Value::as_str).and_then(Color::from_hex);
    let description = text(label, "description").unwrap_or_default();
    Some(Label { name, description, color: color.unwrap_or_default() })
}
