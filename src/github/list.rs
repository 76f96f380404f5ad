//! The list of pull requests, from `GET /repos/{owner}/{repo}/issues`.

use super::record::label;
use super::{Malformed, Problem};
use crate::json::{Value, items, number, text, time, truth};
use crate::proposal::{Listing, Proposal};

/// The proposals of one page of the list, in its order, and what could not be read of it.
/// Plain issues are left out: `/issues` returns them among the pull requests.
///
/// # Errors
/// [`Malformed`] if the answer is not a list at all.
pub fn proposals(answer: &Value) -> Result<(Vec<Proposal>, Vec<Problem>), Malformed> {
    Ok(proposals_of(answer.as_list().ok_or(Malformed("it is not a list".to_owned()))?))
}

pub(super) fn proposals_of(items: &[Value]) -> (Vec<Proposal>, Vec<Problem>) {
    let mut proposals = Vec::new();
    let mut problems = Vec::new();
    for (index, item) in items.iter().enumerate() {
        match listing(item) {
            Ok(None) => {}
            Ok(Some(listing)) => proposals.push(Proposal::new(listing)),
            Err(reason) => problems.push(Problem { item: index + 1, reason }),
        }
    }
    (proposals, problems)
}

fn listing(item: &Value) -> Result<Option<Listing>, &'static str> {
    let login = |key| item.get(key).and_then(|user| text(user, "login"));
    let number_of = number(item, "number").ok_or("it has no number")?;
    let title = text(item, "title").ok_or("it has no title")?;
    let Some(pull_request) = item.get("pull_request").filter(|value| matches!(value, Value::Object(_)))
    else {
        return Ok(None);
    };
    Ok(Some(Listing {
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
