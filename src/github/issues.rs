//! The list of pull requests, from `GET /repos/{owner}/{repo}/issues`.

use serde::Deserialize;
use serde_json::Value;

use super::SkippedItem;
use super::decode::parse_json;
use super::fields::{array_field, bool_field, str_field, string_field, time_field, u32_field};
use crate::proposal::{Color, Label, Proposal, PullRequest, replace_controls};

/// Decodes items of the list: the proposals in their order, and the items that could not be read. Leaves out plain
/// issues, which `/issues` returns among the pull requests.
pub fn parse_issues(items: &[Value]) -> (Vec<Proposal>, Vec<SkippedItem>) {
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

/// Returns the description of one issue or pull request; empty if it has none, or if `body` is not one.
pub fn parse_description(body: &str) -> String {
    // With serde_json's `Value` the document module would take 3 kB more.
    #[derive(Deserialize)]
    struct Issue {
        body: Option<String>,
    }
    parse_json::<Issue>(body).ok().and_then(|issue| issue.body).unwrap_or_default()
}

/// Returns `None` for a plain issue.
fn pull_request(item: &Value) -> Result<Option<PullRequest>, &'static str> {
    let login = |key| item.get(key).and_then(|user| string_field(user, "login"));
    let number = u32_field(item, "number").ok_or("it has no number")?;
    let title = string_field(item, "title").ok_or("it has no title")?;
    let Some(pull_request) = item.get("pull_request").filter(|value| value.is_object()) else {
        return Ok(None);
    };
    Ok(Some(PullRequest {
        number,
        title,
        body: string_field(item, "body").unwrap_or_default(),
        author: login("user"),
        closed_by: login("closed_by"),
        labels: array_field(item, "labels").iter().filter_map(label).collect(),
        open: str_field(item, "state") != Some("closed"),
        draft: bool_field(item, "draft"),
        opened_at: time_field(item, "created_at"),
        updated_at: time_field(item, "updated_at"),
        closed_at: time_field(item, "closed_at"),
        merged: str_field(pull_request, "merged_at").is_some(),
        comments: u32_field(item, "comments").unwrap_or_default(),
        thumbs_up: item.get("reactions").and_then(|all| u32_field(all, "+1")).unwrap_or_default(),
    }))
}

/// Decodes a label: an object, or in some of GitHub's responses only its name.
pub(crate) fn label(label: &Value) -> Option<Label> {
    let name = replace_controls(label.as_str().or_else(|| str_field(label, "name"))?).into_owned();
    let description = string_field(label, "description").unwrap_or_default();
    let color = str_field(label, "color").and_then(Color::from_hex).unwrap_or_default();
    Some(Label { name, description, color })
}
