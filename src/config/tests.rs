use super::*;
use crate::proposal::Stage;
use crate::query::StateFilter;

/// Returns the configuration, and the messages about invalid attributes.
fn parse(attributes: &[(&str, &str)]) -> (Config, Vec<String>) {
    let value = |name: &str| {
        attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    let (config, invalid) = Config::from_attributes(value);
    (config, invalid.iter().map(ToString::to_string).collect())
}

#[test]
fn every_attribute_has_a_default() {
    let (config, invalid) = parse(&[]);
    assert_eq!(invalid, [""; 0]);
    assert_eq!(config.repository, "AlmaLinux/ALESCo");
    assert_eq!(config.api, "https://api.github.com");
    assert_eq!((config.layout, config.controls, config.sync_url), (Layout::List, true, false));
    assert_eq!(config.initial_query, Query::default());
    assert_eq!((config.snapshot, config.next_meeting), (None, None));
}

#[test]
fn the_standalone_page_syncs_the_url_by_default() {
    assert!(parse(&[("data-view", "browser")]).0.sync_url);
    assert!(!parse(&[("data-view", "browser"), ("data-url", "off")]).0.sync_url);
    assert!(parse(&[("data-url", "query")]).0.sync_url);
}

#[test]
fn the_initial_query_has_the_values_of_url_parameters() {
    let (config, invalid) = parse(&[
        ("data-show", "all"),
        ("data-stage", "vote,discussion"),
        ("data-sig", "core"),
        ("data-q", "x"),
    ]);
    assert_eq!(invalid, [""; 0]);
    let initial_query = config.initial_query;
    assert_eq!(
        (initial_query.show, initial_query.stages),
        (StateFilter::All, vec![Stage::Vote, Stage::Discussion])
    );
    assert_eq!((initial_query.sigs, initial_query.text), (vec!["core".to_owned()], "x".to_owned()));
}

#[test]
fn an_invalid_value_is_replaced_by_the_default_and_reported() {
    let check = |name: &str, value: &str, message: &str| {
        let (config, invalid) = parse(&[(name, value)]);
        assert_eq!(invalid, [message], "{name}={value}");
        assert_eq!(config, parse(&[]).0, "{name}={value}");
    };
    check("data-view", "grid", r#"data-view="grid" is not valid and was ignored. Allowed: list or browser"#);
    check(
        "data-start",
        "later",
        r#"data-start="later" is not valid and was ignored. Allowed: auto, idle or manual"#,
    );
    check(
        "data-controls",
        "some",
        r#"data-controls="some" is not valid and was ignored. Allowed: auto or none"#,
    );
    check("data-url", "hash", r#"data-url="hash" is not valid and was ignored. Allowed: off or query"#);
    for repository in ["ALESCo", "a/b/c", "a/../b", "../b", "a b/c", "a/?", "/", ""] {
        check(
            "data-repo",
            repository,
            &format!(r#"data-repo="{repository}" is not valid and was ignored. Allowed: owner/name"#),
        );
    }
    check(
        "data-api",
        "javascript:alert(1)",
        r#"data-api="javascript:alert(1)" is not valid and was ignored. Allowed: a URL of https:// or http://"#,
    );
    check(
        "data-next-meeting",
        "Thursday",
        r#"data-next-meeting="Thursday" is not valid and was ignored. Allowed: an ISO date or time"#,
    );
    check(
        "data-show",
        "some",
        r#"data-show="some" is not valid and was ignored. Allowed: open, decided, all"#,
    );
    check(
        "data-stage",
        "voted",
        r#"data-stage="voted" is not valid and was ignored. Allowed: submitted, discussion, vote, closed"#,
    );
}

#[test]
fn the_next_meeting_is_a_date_or_a_time() {
    let check = |text: &str, expected: DateOrTime| {
        assert_eq!(parse(&[("data-next-meeting", text)]).0.next_meeting, Some(expected), "{text}");
    };
    let time = |text: &str| text.parse().unwrap();
    check("2026-12-03", DateOrTime::Date(time("2026-12-03T12:00:00Z")));
    check("2026-12-03T12:00:00-05:00", DateOrTime::Time(time("2026-12-03T17:00:00Z")));
}

#[test]
fn only_the_committee_s_own_repository_has_minutes_by_default() {
    let minutes = |attributes: &[(&str, &str)]| parse(attributes).0.minutes;
    assert_eq!(minutes(&[]).as_deref(), Some("AlmaLinux/wiki/docs/alesco/meeting-minutes"));
    assert_eq!(minutes(&[("data-repo", "almalinux/alesco")]), minutes(&[]));
    assert_eq!(minutes(&[("data-repo", "swiftlang/swift-evolution")]), None);
    let of_another = [("data-repo", "owner/name"), ("data-minutes", "owner/notes/a/b.c")];
    assert_eq!(minutes(&of_another).as_deref(), Some("owner/notes/a/b.c"));
}

#[cfg(feature = "browser")]
#[test]
fn other_committees_than_alesco_meet_in_utc() {
    assert_eq!(committee_zone("almalinux/alesco"), "America/New_York");
    assert_eq!(committee_zone("owner/name"), "UTC");
}

#[test]
fn logins_are_separated_by_commas() {
    let logins = |text: &str| parse_logins(text).map(|logins| logins.join(" "));
    assert_eq!(
        logins("jonathanspw, ramereth,Conan-Kudo,").as_deref(),
        Some("jonathanspw ramereth Conan-Kudo")
    );
    assert_eq!(logins("anna, b@b"), None);
    assert_eq!(logins("the board"), None);
}

#[test]
fn invalid_minutes_are_replaced_by_the_default_and_reported() {
    let check = |name: &str, value: &str, allowed: &str| {
        let (config, invalid) = parse(&[(name, value)]);
        let message = format!("{name}=\"{value}\" is not valid and was ignored. Allowed: {allowed}");
        assert_eq!(invalid, [message]);
        assert_eq!(config, parse(&[]).0, "{name}={value}");
    };
    for minutes in [
        "",
        "owner/name",
        "owner/name/",
        "owner/name/a//b",
        "owner/name/../x",
        "owner/na me/x",
        "https://x/y",
    ] {
        check("data-minutes", minutes, "owner/name/path");
    }
}
