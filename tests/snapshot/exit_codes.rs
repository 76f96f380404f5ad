//! The program itself: its messages and exit codes.

use std::process::{Command, Output};

use super::recorded::{SNAPSHOT, recorded};
use super::*;

fn run(arguments: &[&str], token: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_snapshot"));
    command.args(arguments).env_clear();
    if let Some(token) = token {
        command.env("GITHUB_TOKEN", token);
    }
    command.output().unwrap()
}

fn messages(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn build(site: &Site, token: Option<&str>) -> Output {
    let out = site.folder.0.to_str().unwrap();
    run(&["--api", &site.github.address, "--out", out, "--langs", "en,it", "--minutes", "none"], token)
}

#[test]
fn a_successful_run_exits_with_0_and_reports_its_progress() {
    let site = Site::new(recorded);
    let output = build(&site, None);
    let path = site.folder.file();
    let expected = format!(
        "Fetching pages of the list\nFetching documents: 16\nFetching pages of events\nFetching timelines: 3\nFetching conflicts: 3\n\
         {}: 16 proposals, 0 stage changes, 24 requests, 2 HTML files\n\
         0 meetings, 0 fetched, 0 stages from minutes, 0 stages from documents, 0 outcomes from minutes, \
         0 outcomes from documents, 0 contradictions, 0 blocks not understood\n",
        path.display()
    );
    assert_eq!((output.status.code(), messages(&output)), (Some(0), expected));
    let made_at = site.folder.text().lines().find(|line| line.contains("made_at")).unwrap().to_owned();
    let made_at = time(made_at.split('"').nth(3).unwrap());
    let age = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH + Duration::from_secs(made_at.timestamp() as u64));
    assert!(age.unwrap() < Duration::from_secs(60), "{made_at}");

    let before = site.folder.text();
    let output = build(&site, None);
    assert_eq!(output.status.code(), Some(0));
    assert!(messages(&output).contains("proposals.json: unchanged since 2"), "{}", messages(&output));
    assert!(messages(&output).ends_with(", 0 HTML files\n"), "{}", messages(&output));
    assert!(site.folder.text() == before);
    assert_eq!(site.folder.names(), ["proposals.en.html", "proposals.it.html", "proposals.json"]);
}

#[test]
fn a_failed_run_exits_with_1_says_why_and_keeps_the_file() {
    let check = |site: Site, why: &str| {
        site.folder.put(SNAPSHOT);
        let token = "ghp_secret";
        let output = build(&site, Some(token));
        let path = site.folder.file();
        assert_eq!(output.status.code(), Some(1));
        let last = format!("{} was not updated: {why}", path.display());
        let said = messages(&output);
        assert_eq!(said.lines().last(), Some(last.replace("{}", &site.github.address).as_str()));
        assert!(!said.contains(token));
        assert!(site.folder.text() == SNAPSHOT);
    };
    check(
        Site::new(|_| Reply::status(404)),
        &format!("{{}}{LIST} does not exist. Check the repository's name."),
    );
    check(
        Site::new(|_| Reply::ok("[]")),
        "GitHub listed no proposals, and the existing file has 16. If that is right, remove the file first.",
    );
    check(
        Site::new(|_| Reply::ok("<html>")),
        &format!(
            "{{}}{LIST}: unexpected response, it is not JSON: expected value at line 1 column 1. Check that it is GitHub's API."
        ),
    );
    check(
        Site::new(|_| Reply::status(401)),
        "GitHub rejects the token in GITHUB_TOKEN. Renew it, or unset it.",
    );
}

#[test]
fn a_long_rate_limit_exits_with_1_at_once() {
    let site = Site::new(|_| Reply::status(429).with("retry-after", 3600));
    let output = build(&site, None);
    assert_eq!(output.status.code(), Some(1));
    assert!(messages(&output).contains("GitHub's rate limit is used up until 2"), "{}", messages(&output));
    assert!(!site.folder.file().exists());
}

#[test]
fn invalid_arguments_exit_with_2_and_the_usage() {
    for (arguments, token) in [
        (&["--repo", "ALESCo"] as &[&str], None),
        (&["--nonsense"], None),
        (&["--api", "http://github.example.com"], Some("ghp_secret")),
        (&[], Some("ghp secret")),
    ] {
        let output = run(arguments, token);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(messages(&output).contains("\n\nUsage: snapshot [OPTIONS]"), "{}", messages(&output));
        assert!(!messages(&output).contains("secret"));
    }
}

#[test]
fn help_is_printed_to_standard_output() {
    let output = run(&["--help"], None);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("Usage: snapshot"));
}
