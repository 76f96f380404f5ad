//! The program's arguments.

use super::*;
use alesco_proposals::config::Layout;
use alesco_proposals::snapshot_cli::UsageError;

fn read(arguments: &[&str], token: Option<&str>) -> Result<Options, String> {
    let arguments = arguments.iter().map(|argument| (*argument).to_owned());
    match Options::parse(arguments, token.map(str::to_owned)) {
        Ok(Command::Build(options)) => Ok(options),
        Ok(Command::Help) => Err("help".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

#[test]
fn have_defaults() {
    let options = read(&[], None).unwrap();
    assert_eq!(options.repository.name, "AlmaLinux/ALESCo");
    assert_eq!(options.repository.api, "https://api.github.com");
    assert_eq!(options.file(), Path::new("snapshot/proposals.json"));
    assert_eq!(options.languages.len(), 27);
    assert!(options.token.is_none() && !options.offline);
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
    for langs in ["", "en,", "en it", "de-AT", "EN", "xx", "all,en"] {
        let allowed = "all, none, or codes such as en,it of the languages in README";
        check(&["--langs", langs], &format!("--langs cannot be {langs:?}: it is {allowed}."));
    }
}

#[test]
fn name_languages() {
    let check = |langs: &str, expected: &[&str]| {
        let options = read(&["--langs", langs], None).unwrap();
        let codes: Vec<&str> = options.languages.iter().map(|language| language.code()).collect();
        assert_eq!(codes, expected, "{langs}");
    };
    check("en", &["en"]);
    check("it, pt-br,en", &["it", "pt-br", "en"]);
    check("none", &[]);
    assert!(read(&["--offline", "--langs", "en"], None).unwrap().offline);
    assert_eq!(read(&[], None).unwrap().layout, Layout::List);
    assert_eq!(read(&["--view", "browser"], None).unwrap().layout, Layout::Browser);
    let error = read(&["--view", "grid"], None).unwrap_err();
    assert_eq!(error, "--view cannot be \"grid\": it is list or browser.");
}

#[test]
fn the_pages_for_people_are_those_of_the_api() {
    let check = |api: &str, web: &str| {
        assert_eq!(read(&["--api", api], None).unwrap().repository.web_base, web, "{api}");
    };
    check("https://api.github.com", "https://github.com");
    check("https://API.github.com/", "https://github.com");
    check("https://github.example.com/api/v3", "https://github.example.com");
    check("http://127.0.0.1:8099", "http://127.0.0.1:8099");
    check("https://example.com/api.github.com", "https://example.com");
}

#[test]
fn a_token_is_sent_by_https_or_within_this_machine() {
    let check = |api: &str, is_sent: bool| {
        let error =
            "A token is sent by https:// only. Give --api an address that starts so, or unset GITHUB_TOKEN.";
        let read = read(&["--api", api], Some("ghp_x"));
        assert_eq!(
            read.map(|options| options.token.is_some()),
            if is_sent { Ok(true) } else { Err(error.to_owned()) },
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
        assert_eq!(said, UsageError::InvalidToken.to_string());
        assert!(!said.contains(token));
    }
    assert!(read(&[], Some(" ghp_x\n")).unwrap().token.is_some());
}
