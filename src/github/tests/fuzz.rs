//! Arbitrary items and headers. `snapshot::tests::fuzz` has whole bodies.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use super::*;

/// Values of the wrong type, and right ones.
fn value() -> impl Strategy<Value = Value> {
    let others = [
        json!(null),
        json!(true),
        json!(-1),
        json!(4_294_967_296_u64),
        json!(7),
        json!([]),
        json!({}),
        json!("x"),
    ];
    select(others.to_vec())
}

fn item() -> impl Strategy<Value = Value> {
    let keys = [
        "number",
        "title",
        "pull_request",
        "labels",
        "user",
        "state",
        "created_at",
        "body",
        "event",
        "issue",
        "id",
        "source",
        "rename",
        "committer",
        "html_url",
    ];
    vec((select(keys.to_vec()), value()), 0..12)
        .prop_map(|fields| fields.into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Value>())
}

proptest! {
    /// Nothing is lost silently.
    #[test]
    fn an_item_is_a_proposal_a_plain_issue_or_a_problem(items in vec(prop_oneof![4 => item(), 1 => value()], 0..8)) {
        let (proposals, problems) = parse_issues(&items);
        let is_issue = |item: &&Value| {
            let is_readable = fields::u32_field(item, "number").is_some() && fields::str_field(item, "title").is_some();
            is_readable && !item.get("pull_request").is_some_and(Value::is_object)
        };
        let issues = items.iter().filter(is_issue).count();
        prop_assert_eq!(proposals.len() + problems.len() + issues, items.len());
        let _ = (parse_events(&items), parse_timeline(&items), parse_files(&items), parse_pull_files(&items));
    }

    #[test]
    fn arbitrary_links_are_parsed_or_ignored(header in "[<>;,=\" a-z:/?&]{0,60}", url in "[a-z:/?&=.]{1,30}") {
        let _ = Links::parse(&header);
        let next = Links::parse(&format!("{header}, <{url}>; rel=\"next\"")).next;
        prop_assert_eq!(next, Some(url));
    }

    #[test]
    fn arbitrary_bodies_are_decoded_or_refused(body in "(\\\\u[d0][89abcdef0][0-9]{2}|[\\[\\]{}\",:\\\\a1 ]){0,40}") {
        let _ = (parse_list(&body), parse_description(&body));
    }
}
