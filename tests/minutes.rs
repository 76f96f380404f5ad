//! The minutes of all meetings so far, compared with what a person reads in them.

#![cfg(test)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use alesco_proposals::minutes::{self, Discussion, Meeting, Problem, Vote};
use alesco_proposals::proposal::{date_to_iso8601, minutes_url};
use serde_json::{Value, json};

const REPOSITORY: &str = "https://github.com/AlmaLinux/ALESCo";
const BASE: &str = "AlmaLinux/wiki/docs/alesco/meeting-minutes";

/// What a person reads, and a program does not or should not: the date, the sentence, what the program
/// reads instead, and the reason.
const DIFFERENCES: [(&str, &str, Option<&str>, &str); 4] = [
    (
        "2024-10-02",
        "The motion to rebuild EPEL for x86_64 v2 was tabled to gather more data and revisit after the release of AlmaLinux Kitten.",
        None,
        "It names no proposal by an address. It is kept as a decision, in whose text it stands.",
    ),
    (
        "2024-10-02",
        "All: Decided to use the existing ALESCo repository for managing meeting agendas and issues instead of creating a new one.",
        None,
        "It is about the repository, not about a proposal, and decisions that stand only in the text are not guessed at.",
    ),
    (
        "2025-01-08",
        "Cody: I know Neal and Jonathan are working on the official V2 RFC proposal so people waiting for that should have an official answer or an official document sooner than later",
        None,
        "A remark in 59 lines of conversation, without an address.",
    ),
    (
        "2025-01-22",
        "Discussed pending draft RFC (https://hackmd.io/5__7wEQXS42L-ZdX9AFuPQ#) written by Jonathan and Neal.",
        Some("RFC submission expected this week."),
        "The last of the topmost points stands for a discussion without a result, as in 2025-04-16 for #3, which has the same form.",
    ),
];

/// What the reader reports of the files. All other files have no problems.
const PROBLEMS: [(&str, usize, &str); 0] = [];

fn fixture(path: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests", "fixtures", path].iter().collect()
}

/// The meetings of the table that have minutes, by date.
fn table() -> BTreeMap<String, Value> {
    let text = std::fs::read_to_string(fixture("meetings.json")).unwrap();
    let Value::Array(meetings) = serde_json::from_str(&text).unwrap() else { panic!("not a list") };
    let with_file = meetings.into_iter().filter(|meeting| !meeting["file"].is_null());
    with_file.map(|meeting| (meeting["date"].as_str().unwrap().to_owned(), meeting)).collect()
}

/// Every file of the fixtures as it is parsed, by date.
fn parsed() -> BTreeMap<String, (Meeting, Vec<Problem>)> {
    let entries = std::fs::read_dir(fixture("minutes")).unwrap();
    let files = entries.map(|entry| entry.unwrap());
    let parsed = files.filter_map(|file| {
        let name = file.file_name().into_string().unwrap();
        let date = minutes::date_of_file(&name)?;
        let text = std::fs::read_to_string(file.path()).unwrap();
        Some((date.to_string(), minutes::parse(&text, date, REPOSITORY)))
    });
    parsed.collect()
}

fn vote_as_json(vote: Option<Vote>) -> Value {
    match vote {
        None => Value::Null,
        Some(Vote::Unanimous) => json!({"unanimous": true}),
        Some(Vote::Counted(tally)) => {
            json!({"for": tally.in_favor, "against": tally.against, "abstain": tally.abstained})
        }
    }
}

fn discussion_as_json(discussion: &Discussion) -> Value {
    json!({
        "pr": discussion.pull_request,
        "kind": discussion.kind.as_str(),
        "sentence": discussion.sentence,
        "vote": vote_as_json(discussion.vote),
        "url": discussion.url,
    })
}

/// The discussions of the table as the reader should find them.
fn expected_discussions(date: &str, meeting: &Value) -> Vec<Value> {
    let mut expected = Vec::new();
    for discussion in meeting["proposals"].as_array().unwrap() {
        let mut discussion = discussion.clone();
        // RFC numbers come from the documents.
        discussion.as_object_mut().unwrap().remove("rfc_number");
        // The address of a pull request follows from its number.
        if !discussion["pr"].is_null() {
            discussion["url"] = Value::Null;
        }
        let is_this = |(day, sentence, ..): &&(&str, &str, _, _)| {
            *day == date && discussion["sentence"] == json!(sentence)
        };
        match DIFFERENCES.iter().find(is_this) {
            None => expected.push(discussion),
            Some((_, _, None, _)) => {}
            Some((_, _, Some(sentence), _)) => {
                discussion["sentence"] = json!(sentence);
                expected.push(discussion);
            }
        }
    }
    expected
}

#[test]
fn every_file_is_in_the_table_and_has_its_address() {
    let (table, parsed) = (table(), parsed());
    assert_eq!(parsed.len(), 28);
    assert!(table.keys().eq(parsed.keys()));
    for (date, (meeting, _)) in parsed {
        assert_eq!(table[&date]["file"], json!(format!("minutes/{}.md", meeting.date)));
        assert_eq!(table[&date]["minutes_url"], json!(minutes_url(meeting.date, BASE)));
    }
}

#[test]
fn discussions_are_those_of_the_table() {
    let table = table();
    let mut numbered = 0;
    for (date, (meeting, _)) in parsed() {
        let read: Vec<Value> = meeting.discussions.iter().map(discussion_as_json).collect();
        assert_eq!(read, expected_discussions(&date, &table[&date]), "{date}");
        numbered += meeting.discussions.iter().filter(|discussion| discussion.pull_request.is_some()).count();
    }
    assert_eq!(numbered, 32);
}

#[test]
fn every_difference_is_one() {
    let table = table();
    for (date, sentence, ..) in DIFFERENCES {
        let proposals = table[date]["proposals"].as_array().unwrap();
        assert!(
            proposals.iter().any(|proposal| proposal["sentence"] == json!(sentence)),
            "{date} {sentence}"
        );
    }
}

#[test]
fn decisions_are_those_of_the_table() {
    let table = table();
    let mut count = 0;
    for (date, (meeting, _)) in parsed() {
        let as_json = |decision: &minutes::Decision| {
            assert!(decision.pull_requests.len() <= 1, "{date}");
            json!({"text": decision.text, "pr": decision.pull_requests.first(), "nested": decision.points})
        };
        let read: Vec<Value> = meeting.decisions.iter().map(as_json).collect();
        assert_eq!(json!(read), table[&date]["decisions"], "{date}");
        count += read.len();
    }
    assert_eq!(count, 26);
}

#[test]
fn links_in_decisions_are_kept() {
    let mut links = Vec::new();
    for (date, (meeting, _)) in parsed() {
        for link in meeting.decisions.into_iter().flat_map(|decision| decision.links) {
            links.push((date.clone(), link.text, link.url));
        }
    }
    let expected = [
        (
            "2025-04-02",
            "https://github.com/AlmaLinux/ALESCo/pull/5",
            "https://github.com/AlmaLinux/ALESCo/pull/5",
        ),
        (
            "2026-04-09",
            "proc: fix a dentry lock race between release_task and lookup",
            "https://github.com/torvalds/linux/commit/d919a1e79bac890421537cf02ae773007bf55e6b",
        ),
        ("2026-07-30", "bug 622", "https://bugs.almalinux.org/view.php?id=622"),
        ("2026-07-30", "bug 621", "https://bugs.almalinux.org/view.php?id=621"),
    ];
    let expected = expected.map(|(date, text, url)| (date.to_owned(), text.to_owned(), url.to_owned()));
    assert_eq!(links, expected);
}

#[test]
fn replacements_are_those_of_the_table() {
    let table = table();
    for (date, (meeting, _)) in parsed() {
        let as_json = |replacement: &minutes::Replacement| json!({"from": replacement.new, "to": replacement.old, "kind": "replaces"});
        let read: Vec<Value> = meeting.replacements.iter().map(as_json).collect();
        assert_eq!(json!(read), table[&date]["relations"], "{date}");
    }
}

#[test]
fn as_many_members_attend_as_the_table_says() {
    const MEMBERS: [&str; 7] = [
        "Andrew Lukoshko",
        "Ben Thomas",
        "Cody Robertson",
        "Elkhan Mammadli",
        "Jonathan Wright",
        "Lance Albertson",
        "Neal Gompa",
    ];
    let table = table();
    for (date, (meeting, _)) in parsed() {
        let members = &meeting.attendance.members;
        assert_eq!(json!(members.len()), table[&date]["members_present"], "{date}");
        assert!(members.iter().all(|name| MEMBERS.contains(&name.as_str())), "{date} {members:?}");
    }
}

#[test]
fn people_from_the_community_attend() {
    let expected: [(&str, &[&str]); 16] = [
        ("2024-07-24", &["Michel Lind"]),
        ("2024-09-04", &["Lance Albertson"]),
        ("2025-01-08", &["Luna Jernberg"]),
        ("2025-01-22", &["Luna Jernberg"]),
        ("2025-04-16", &["Lance Albertson"]),
        (
            "2025-05-14",
            &[
                "Boris Burkov",
                "Davide Cavalca",
                "Koichiro Iwao",
                "Lance Albertson",
                "Luna Jernberg",
                "Michel Lind",
            ],
        ),
        ("2025-05-28", &["Davide Cavalca", "Lance Albertson", "Luna Jernberg"]),
        ("2025-07-09", &["Luna Jernberg", "Kevin Fox", "Lance Albertson", "TJ Walton (briefly)"]),
        ("2025-08-20", &["Brynn Macpherson"]),
        ("2025-09-04", &["Lance Albertson"]),
        ("2025-10-02", &["Lance Albertson"]),
        ("2025-10-16", &["Lance Albertson"]),
        ("2025-10-30", &["Davide Cavalca", "Lance Albertson"]),
        ("2025-11-13", &["Lance Albertson"]),
        ("2026-03-12", &["Michel Lind"]),
        ("2026-04-23", &["Keith Clemmons", "Michel Lind"]),
    ];
    let mut expected: BTreeMap<&str, &[&str]> = expected.into_iter().collect();
    expected.insert("2026-06-04", &["Lance Albertson"]);
    for (date, (meeting, _)) in parsed() {
        let people = expected.get(date.as_str()).copied().unwrap_or_default();
        assert_eq!(meeting.attendance.community, people, "{date}");
    }
}

#[test]
fn problems_are_the_known_ones() {
    let mut problems = Vec::new();
    for (date, (_, unread)) in parsed() {
        problems.extend(unread.iter().map(|problem| (date.clone(), problem.line, problem.to_string())));
    }
    let expected: Vec<_> =
        PROBLEMS.iter().map(|(date, line, text)| ((*date).to_owned(), *line, (*text).to_owned())).collect();
    assert_eq!(problems, expected);
}

#[test]
fn an_author_who_closed_a_proposal_is_known() {
    let meetings: Vec<Meeting> = parsed().into_values().map(|(meeting, _)| meeting).collect();
    for (number, record) in minutes::records(&meetings) {
        for note in &record.notes {
            let is_closed = number == 15 && date_to_iso8601(note.date) == "2026-07-16";
            assert_eq!(note.is_closed_by_author(), is_closed, "#{number}");
        }
    }
}
