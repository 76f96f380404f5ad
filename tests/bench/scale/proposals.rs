//! Any number of proposals, derived from the recorded ones: the same fields, with other titles, authors, labels, states
//! and times. The same number always gives the same list. `tests/bench/proposals.mjs` does the same for browsers.

use alesco_proposals::github::{self, Scope};
use alesco_proposals::proposal::{Records, Time, to_iso8601};
use alesco_proposals::snapshot::{FetchedDocument, Snapshot};
use chrono::TimeDelta;
use serde_json::json;

/// The repository of the proposals.
pub const REPOSITORY: &str = "AlmaLinux/ALESCo";

const ISSUES: &str = include_str!("../../fixtures/issues.json");
const FILES: &str = include_str!("../../fixtures/files.json");

const VERBS: [&str; 6] = ["Adopt", "Build", "Document", "Drop", "Package", "Ship"];
const SUBJECTS: [&str; 8] = [
    "policy modules",
    "package signing",
    "kernel live patches",
    "Secure Boot keys",
    "the Btrfs preview",
    "x86_64_v2 rebuilds",
    "desktop spins",
    "mirror checks",
];
const PLACES: [&str; 4] = ["for AlmaLinux 10", "in Kitten", "on ppc64le", "in EPEL"];
const AUTHORS: [&str; 8] = ["ash", "birch", "cedar", "elm", "hazel", "juniper", "maple", "rowan"];
const LABELS: [&str; 7] = [
    "accepted for discussion",
    "vote at next meeting",
    "kernel",
    "sig/cloud",
    "sig/core",
    "security",
    "infrastructure",
];

/// Appended to the recorded descriptions, which are short.
const BODY: &str = "\n\n## Summary\n\nThe **Core SIG** has built it for *two* releases; see \
    [the notes](https://example.org/notes#sig) and `dnf install`.\n\n> Does the Cloud SIG need it?\n\n\
    ```sh\n# Not the Build SIG's\nmake all && make check\n```\n\n- [x] The AltArch SIG knows\n- [ ] It is \
    documented\n\n<!-- Which SIG? -->\n\nNothing changes for whoever leaves it off, and it is on by default \
    in Kitten alone until the next point release.\n";

/// A pseudorandom number generator with a fixed seed (xorshift).
struct Chance(u32);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 as usize % limit
    }

    fn one_of<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }
}

/// Returns the time of the snapshot.
pub fn made_at() -> Time {
    chrono::DateTime::parse_from_rfc3339("2026-09-01T00:00:00Z").unwrap().to_utc()
}

/// Returns `count` items as `GET /repos/{owner}/{repo}/issues` returns them, newest first. One in `open_of` is open.
pub fn issues(count: usize, open_of: usize) -> String {
    let models: Vec<serde_json::Value> = serde_json::from_str(ISSUES).unwrap();
    let mut chance = Chance(20_260_901);
    let items: Vec<String> = (0..count)
        .map(|index| {
            let open = chance.below(open_of) == 0;
            let age = index * 2000 / count + 1;
            let before = |days: usize| to_iso8601(made_at() - TimeDelta::days(days.try_into().unwrap()));
            let prefix = if chance.below(5) == 0 { "" } else { "RFC: " };
            let (verb, subject) = (chance.one_of(&VERBS), chance.one_of(&SUBJECTS));
            let title = format!("{prefix}{verb} {subject} {}", chance.one_of(&PLACES));
            // A closed proposal has no stage label.
            let labels = LABELS.iter().enumerate().filter(|(place, _)| open || *place > 1);
            let labels = labels.filter(|_| chance.below(4) == 0);
            let labels: Vec<_> = labels.map(|(_, name)| json!({ "name": name, "color": "5319e7" })).collect();
            let closed_at = (!open).then(|| before(age / 2));
            let merged_at = closed_at.clone().filter(|_| chance.below(3) > 0);
            let mut item = chance.one_of(&models).clone();
            item["number"] = json!(count - index);
            item["title"] = json!(title);
            item["user"]["login"] = json!(chance.one_of(&AUTHORS));
            item["labels"] = json!(labels);
            item["state"] = json!(if open { "open" } else { "closed" });
            item["comments"] = json!(chance.below(30));
            item["created_at"] = json!(before(age));
            item["updated_at"] = json!(before(chance.below(age)));
            item["closed_at"] = json!(closed_at);
            item["pull_request"]["merged_at"] = json!(merged_at);
            item["body"] = json!(item["body"].as_str().unwrap_or_default().to_owned() + BODY);
            item.to_string()
        })
        .collect();
    format!("[{}]", items.join(","))
}

/// Returns the snapshot of `count` proposals, each with one of the recorded documents.
pub fn snapshot(count: usize, open_of: usize) -> String {
    let items = github::parse_list(&issues(count, open_of)).unwrap();
    let (proposals, problems) = github::parse_issues(&items);
    let files: std::collections::BTreeMap<u32, serde_json::Value> = serde_json::from_str(FILES).unwrap();
    let document = |files: &serde_json::Value| github::parse_files(files.as_array().unwrap());
    let models: Vec<_> = files.values().map(document).collect();
    let documents = proposals.iter().map(|proposal| FetchedDocument {
        number: proposal.number,
        read_after: proposal.updated_at.unwrap(),
        document: models[proposal.number as usize % models.len()].clone(),
    });
    let documents = documents.collect();
    let scope = Scope::All;
    let records = Records::default();
    Snapshot { made_at: made_at(), scope, proposals, documents, records, problems, incomplete: false }
        .to_json(REPOSITORY)
}
