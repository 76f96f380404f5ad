use super::*;
use proptest::prelude::*;

#[test]
fn next_and_last_are_found_by_their_relation() {
    let check = |header: &str, next: Option<&str>, last: Option<&str>| {
        let links = Links::parse(header);
        assert_eq!((links.next.as_deref(), links.last.as_deref()), (next, last), "{header}");
    };
    check(
        r#"<https://a/?page=2>; rel="next", <https://a/?page=5>; rel="last""#,
        Some("https://a/?page=2"),
        Some("https://a/?page=5"),
    );
    check(r#"<https://a/1,2;3>; title="x"; REL=next"#, Some("https://a/1,2;3"), None);
    check(r#"<https://a/>; rel="deprecation"; type="text/html""#, None, None);
    check(r#"<https://a/>; rel="prev", <https://b/>; rel="first""#, None, None);
    check("nonsense", None, None);
    check("", None, None);
    check("<https://a/", None, None);
}

proptest! {
    #[test]
    fn every_link_stands_in_the_header(
        header in "(<https://a/[?&=0-9a-z]{0,8}>|[;, <>=\"]|rel|next|last|prev|\\PC){0,12}",
    ) {
        let links = Links::parse(&header);
        for url in [links.next, links.last].into_iter().flatten() {
            let is_in_header = header.contains(&format!("<{url}>"));
            prop_assert!(is_in_header, "{url}");
        }
    }
}
