//! Which open pull requests have a conflict.

use super::recorded::recorded;
use super::*;

/// A site whose pull request #18 is answered like this.
fn site(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Site {
    Site::new(move |request| match request.path.as_str() {
        path if path == pull_path(18) => answer(request),
        _ => recorded(request),
    })
}

/// Returns the numbers of the proposals that the file says have a conflict.
fn conflicts(file: &Value) -> Vec<u64> {
    let records = file["records"]["proposals"].as_array().unwrap();
    let numbers = records.iter().filter(|record| record["conflict"] == true);
    numbers.map(|record| record["number"].as_u64().unwrap()).collect()
}

#[test]
fn what_github_says_is_in_the_snapshot() {
    for (body, expected) in [
        (r#"{"mergeable": false, "mergeable_state": "dirty"}"#, &[18][..]),
        (r#"{"mergeable": true, "mergeable_state": "clean"}"#, &[]),
        (r#"{"mergeable": null, "mergeable_state": "unknown"}"#, &[]),
        ("{}", &[]),
    ] {
        let site = site(move |_| Reply::ok(body));
        assert_eq!(conflicts(&site.writes()), expected, "{body}");
    }
}

#[test]
fn only_open_proposals_take_a_request() {
    let site = site(|_| Reply::ok("{}"));
    site.writes();
    let asked: Vec<String> = site.github.paths().into_iter().filter(|path| is_pull(path)).collect();
    assert_eq!(asked, [18, 17, 16].map(pull_path));
}

#[test]
fn while_github_computes_it_an_unchanged_proposal_keeps_its_conflict() {
    let site = site(|request| match request.before {
        0 => Reply::ok(r#"{"mergeable": false}"#),
        _ => Reply::ok(r#"{"mergeable": null}"#),
    });
    site.writes();
    site.build().unwrap();
    assert_eq!(conflicts(&parse(&site.folder.text())), [18]);
}

#[test]
fn a_conflict_that_was_resolved_is_gone() {
    let site = site(|request| match request.before {
        0 => Reply::ok(r#"{"mergeable": false}"#),
        _ => Reply::ok(r#"{"mergeable": true}"#),
    });
    site.writes();
    site.build().unwrap();
    assert_eq!(conflicts(&parse(&site.folder.text())), [0; 0]);
}

#[test]
fn a_pull_request_that_cannot_be_read_keeps_its_conflict_and_is_reported() {
    for answer in [Reply::status(404), Reply::ok("no JSON")] {
        let site = site(move |request| match request.before {
            0 => Reply::ok(r#"{"mergeable": false}"#),
            _ => answer.clone(),
        });
        site.writes();
        let report = site.build().unwrap();
        assert!(report.to_string().contains("\nconflicts of #18: "), "{report}");
        assert_eq!(conflicts(&parse(&site.folder.text())), [18]);
    }
}

#[test]
fn a_proposal_that_changed_since_does_not_keep_its_conflict() {
    let site = Site::new(|request| match request.path.as_str() {
        path if path == pull_path(18) && request.before == 0 => Reply::ok(r#"{"mergeable": false}"#),
        LIST if request.before > 0 => {
            let mut list = parse(include_str!("../fixtures/issues.json"));
            let newest = list.as_array_mut().unwrap().iter_mut().find(|item| item["number"] == 18).unwrap();
            newest["updated_at"] = Value::from("2026-09-30T00:00:00Z");
            Reply::ok(list.to_string())
        }
        _ => recorded(request),
    });
    site.writes();
    site.build().unwrap();
    assert_eq!(conflicts(&parse(&site.folder.text())), [0; 0]);
}
