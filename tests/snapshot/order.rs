//! The program's arguments.

use super::*;
use alesco_proposals::builder::Misuse;

fn read(arguments: &[&str], token: Option<&str>) -> Result<Order, String> {
    let arguments = arguments.iter().map(|argument| (*argument).to_owned());
    match Order::read(arguments, token.map(str::to_owned)) {
        Ok(Asked::Order(order)) => Ok(order),
        Ok(Asked::Help) => Err("help".to_owned()),
        Err(misuse) => Err(misuse.to_string()),
    }
}

#[test]
fn have_defaults() {
    let order = read(&[], None).unwrap();
    assert_eq!(order.repository.name, "AlmaLinux/ALESCo");
    assert_eq!(order.repository.api, "https://api.github.com");
    assert_eq!(order.file(), Path::new("snapshot/proposals.json"));
    assert!(order.token.is_none());
}

#[test]
fn say_what_is_wrong_with_them() {
    let check = |arguments: &[&str], expected: &str| {
        assert_eq!(read(arguments, None).map(|_| ()), Err(expected.to_owned()), "{arguments:?}");
    };
    check(&["--help"], "help");
    check(&["--repo", "a/b", "-h"], "help");
    check(&["a/b"], "There is no argument \"a/b\".");
    check(&["--token", "x"], "There is no argument \"--token\".");
    check(&["--out"], "--out needs a value.");
    for name in ["", "ALESCo", "a/b/c", "a/..", "a b/c", "a/b?c"] {
        check(&["--repo", name], &format!("--repo cannot be {name:?}: it is OWNER/NAME."));
    }
    for api in ["", "api.github.com", "ftp://x", "https://x y", "https://a@b", "https://a?b", "https://a\\b"]
    {
        check(
            &["--api", api],
            &format!("--api cannot be {api:?}: it is an address that starts with https:// or http://."),
        );
    }
    check(&["--out", ""], "--out cannot be \"\": it is a folder.");
}

#[test]
fn a_token_is_sent_by_https_or_within_this_machine() {
    let check = |api: &str, is_sent: bool| {
        let misuse =
            "A token is sent by https:// only. Give --api an address that starts so, or unset GITHUB_TOKEN.";
        let read = read(&["--api", api], Some("ghp_x"));
        assert_eq!(
            read.map(|order| order.token.is_some()),
            if is_sent { Ok(true) } else { Err(misuse.to_owned()) },
            "{api}"
        );
    };
    check("https://api.github.com", true);
    check("https://github.example.com/api/v3", true);
    check("http://127.0.0.1:8080", true);
    check("http://localhost/api/v3", true);
    check("http://[::1]:80", true);
    check("http://api.github.com", false);
    check("http://localhost.example.com", false);
    check("http://127.0.0.1.example.com", false);
}

#[test]
fn a_token_has_only_characters_that_a_header_can_carry() {
    for token in ["ghp x", "ghp\nx", "ghp_é", "ghp\u{0}"] {
        let said = read(&[], Some(token)).unwrap_err();
        assert_eq!(said, Misuse::StrangeToken.to_string());
        assert!(!said.contains(token));
    }
    assert!(read(&[], Some(" ghp_x\n")).unwrap().token.is_some());
}
