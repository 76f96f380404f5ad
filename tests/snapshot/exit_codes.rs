//! The program itself: what it says, and how it ends.

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

fn said(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn build(site: &Site, token: Option<&str>) -> Output {
    let out = site.folder.0.to_str().unwrap();
    run(&["--api", &site.github.address, "--out", out, "--langs", "en,it"], token)
}

#[test]
fn a_good_run_ends_with_0_and_one_line_for_each_thing_that_it_asks_for() {
    let site = Site::new(recorded);
    let output = build(&site, None);
    let path = site.folder.file();
    let expected = format!(
        "Asking for pages of the list\nAsking for documents: 16\nAsking for pages of events\n\
         {}: 16 proposals, 0 changes of stage, 18 requests, 2 fragments\n",
        path.display()
    );
    assert_eq!((output.status.code(), said(&output)), (Some(0), expected));
    let made_at = site.folder.text().lines().find(|line| line.contains("made_at")).unwrap().to_owned();
    let made_at = time(made_at.split('"').nth(3).unwrap());
    let age = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH + Duration::from_secs(made_at.timestamp() as u64));
    assert!(age.unwrap() < Duration::from_secs(60), "{made_at}");

    let before = site.folder.text();
    let output = build(&site, None);
    assert_eq!(output.status.code(), Some(0));
    assert!(said(&output).contains("proposals.json: nothing has changed since 2"), "{}", said(&output));
    assert!(!said(&output).contains("fragments"), "{}", said(&output));
    assert!(site.folder.text() == before);
    assert_eq!(site.folder.names(), ["proposals.en.html", "proposals.it.html", "proposals.json"]);
}

#[test]
fn a_failure_ends_with_1_says_why_and_leaves_the_file() {
    let check = |site: Site, why: &str| {
        site.folder.put(SNAPSHOT);
        let token = "ghp_secret";
        let output = build(&site, Some(token));
        let path = site.folder.file();
        assert_eq!(output.status.code(), Some(1));
        let last = format!("No new snapshot, {} is as it was: {why}", path.display());
        let said = said(&output);
        assert_eq!(said.lines().last(), Some(last.replace("{}", &site.github.address).as_str()));
        assert!(!said.contains(token));
        assert!(site.folder.text() == SNAPSHOT);
    };
    check(
        Site::new(|_| Reply::status(404)),
        &format!("{{}}{LIST} does not exist. Is the repository spelled so?"),
    );
    check(
        Site::new(|_| Reply::ok("[]")),
        "GitHub listed no proposals, and the file has 16. If that is right, remove the file first.",
    );
    check(
        Site::new(|_| Reply::ok("<html>")),
        &format!("the answer of {{}}{LIST} cannot be read: it is not a list. Is that GitHub's API?"),
    );
    check(
        Site::new(|_| Reply::status(401)),
        "GitHub does not take the token in GITHUB_TOKEN. Renew it, or unset it.",
    );
}

#[test]
fn a_limit_beyond_patience_ends_with_1_at_once() {
    let site = Site::new(|_| Reply::status(429).with("retry-after", 3600));
    let output = build(&site, None);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("GitHub's limit of requests is used up until 2"), "{}", said(&output));
    assert!(!site.folder.file().exists());
}

#[test]
fn wrong_arguments_end_with_2_and_the_usage() {
    for (arguments, token) in [
        (&["--repo", "ALESCo"] as &[&str], None),
        (&["--nonsense"], None),
        (&["--api", "http://github.example.com"], Some("ghp_secret")),
        (&[], Some("ghp secret")),
    ] {
        let output = run(arguments, token);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains("\nUsage: snapshot [--repo"), "{}", said(&output));
        assert!(!said(&output).contains("secret"));
    }
}

#[test]
fn help_is_on_standard_output() {
    let output = run(&["--help"], None);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8_lossy(&output.stdout).starts_with("Usage: snapshot"));
}
