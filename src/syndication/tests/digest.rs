//! The digest as a whole.

use super::*;

#[test]
fn a_digest_has_a_section_for_each_kind_of_change() {
    let opened_at = Some(time("2026-08-20T17:30:00Z"));
    let open = Proposal { opened_at, author: Some("anna_b".to_owned()), ..proposal(8, "New *kernel*") };
    let open = with_record(
        open,
        Record { history: vec![transition("2026-08-22T10:00:00Z", Stage::Discussion)], ..Record::default() },
    );
    let sentence = Some("Approved for @all.".to_owned());
    let notes = vec![Note { sentence, ..note("2026-08-27", NoteKind::Accepted) }];
    let merged = closed(proposal(7, "x"), true, "2026-08-28T09:00:00Z");
    let merged = with_record(merged, Record { notes, ..Record::default() });
    let mut with_decision = meeting("2026-08-27");
    with_decision.decisions = vec![decision("New chair", &[])];
    let digest = published(&[open, merged], &[with_decision], to_digest);
    let expected = r"# AlmaLinux/ALESCo: changes from 2026-08-18 to 2026-09-01

## Decided

- 2026-08-27: [Accepted: RFC: x (\#7)](https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-27.html)
  - Minutes: Approved for \@all.

## Stage changed

- 2026-08-22: [In discussion: RFC: New \*kernel\* (\#8)](https://github.com/AlmaLinux/ALESCo/pull/8)

## Opened

- 2026-08-20: [Opened: RFC: New \*kernel\* (\#8)](https://github.com/AlmaLinux/ALESCo/pull/8), by anna_b

## Closed

- 2026-08-28: [Merged: RFC: x (\#7)](https://github.com/AlmaLinux/ALESCo/pull/7)
  - Outcome: accepted

## Minutes

- 2026-08-27: [Minutes of the meeting of 2026-08-27](https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-27.html)
  - Decided: New chair
";
    assert_eq!(digest, expected);
}

#[test]
fn a_digest_reaches_back_fourteen_whole_days() {
    let check = |at: &str, is_in: bool| {
        let opened = Proposal { opened_at: Some(time(at)), ..proposal(7, "x") };
        let digest = published(&[opened], &[], to_digest);
        assert_eq!(digest.contains("(\\#7)"), is_in, "{at}");
        assert_eq!(digest.contains("No change is on record."), !is_in, "{at}");
    };
    check("2026-08-17T23:59:59Z", false);
    check("2026-08-18T00:00:00Z", true);
    check("2026-09-01T07:00:00Z", true);
}

#[test]
fn the_target_of_a_link_has_no_parentheses() {
    let opened = Proposal { opened_at: Some(time("2026-08-20T00:00:00Z")), ..proposal(7, "x") };
    let repository = Repository { web_base: "https://example.org/(git)".to_owned(), ..repository() };
    let digest = published(&[opened], &[], |publication| {
        to_digest(&Publication { repository: &repository, ..*publication })
    });
    assert!(digest.contains("](https://example.org/%28git%29/AlmaLinux/ALESCo/pull/7)"), "{digest}");
}
