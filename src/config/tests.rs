use super::*;
use crate::proposal::Stage;
use crate::query::StateFilter;

fn read(attributes: &[(&str, &str)]) -> (Config, Vec<String>) {
    let value = |name: &str| {
        attributes.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
    };
    let (settings, invalid) = Config::from_attributes(value);
    (settings, invalid.iter().map(ToString::to_string).collect())
}

#[test]
fn defaults() {
    let (settings, invalid) = read(&[]);
    assert_eq!(invalid, [""; 0]);
    assert_eq!(settings.repository, "AlmaLinux/ALESCo");
    assert_eq!(settings.api, "https://api.github.com");
    assert_eq!((settings.layout, settings.controls, settings.sync_url), (Layout::List, true, false));
    assert_eq!(settings.initial_query, Query::default());
    assert_eq!((settings.snapshot, settings.next_meeting), (None, None));
}

#[test]
fn the_browser_keeps_the_address_unless_told_otherwise() {
    assert!(read(&[("data-view", "browser")]).0.sync_url);
    assert!(!read(&[("data-view", "browser"), ("data-url", "off")]).0.sync_url);
    assert!(read(&[("data-url", "query")]).0.sync_url);
}

#[test]
fn presets_are_words_of_the_address() {
    let (settings, invalid) = read(&[
        ("data-show", "all"),
        ("data-stage", "vote,discussion"),
        ("data-sig", "core"),
        ("data-q", "x"),
    ]);
    assert_eq!(invalid, [""; 0]);
    let initial_query = settings.initial_query;
    assert_eq!(
        (initial_query.show, initial_query.stages),
        (StateFilter::All, vec![Stage::Vote, Stage::Discussion])
    );
    assert_eq!((initial_query.sigs, initial_query.text), (vec!["core".to_owned()], "x".to_owned()));
}

#[test]
fn a_wrong_value_gets_the_default_and_a_word() {
    let check = |name: &str, value: &str, word: &str| {
        let (settings, invalid) = read(&[(name, value)]);
        assert_eq!(invalid, [word], "{name}={value}");
        assert_eq!(settings, read(&[]).0, "{name}={value}");
    };
    check("data-view", "grid", r#"data-view="grid" is ignored: allowed is list or browser"#);
    check("data-controls", "some", r#"data-controls="some" is ignored: allowed is auto or none"#);
    check("data-url", "hash", r#"data-url="hash" is ignored: allowed is off or query"#);
    for repository in ["ALESCo", "a/b/c", "a/../b", "../b", "a b/c", "a/?", "/", ""] {
        check(
            "data-repo",
            repository,
            &format!(r#"data-repo="{repository}" is ignored: allowed is owner/name"#),
        );
    }
    check(
        "data-api",
        "javascript:alert(1)",
        r#"data-api="javascript:alert(1)" is ignored: allowed is an address that starts with https:// or http://"#,
    );
    check(
        "data-next-meeting",
        "Thursday",
        r#"data-next-meeting="Thursday" is ignored: allowed is an ISO date or time"#,
    );
    check("data-show", "some", r#"data-show="some" is ignored: allowed is open, decided, all"#);
    check(
        "data-stage",
        "voted",
        r#"data-stage="voted" is ignored: allowed is submitted, discussion, vote, closed"#,
    );
}

#[test]
fn a_meeting_is_a_date_or_a_time() {
    let meeting =
        |text: &str| read(&[("data-next-meeting", text)]).0.next_meeting.map(|time| time.to_string());
    assert_eq!(meeting("2026-12-03").as_deref(), Some("2026-12-03 12:00:00 UTC"));
    assert_eq!(meeting("2026-12-03T12:00:00-05:00").as_deref(), Some("2026-12-03 17:00:00 UTC"));
}
