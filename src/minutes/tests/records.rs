use super::*;
use crate::proposal::{Note, Record, Relation, date_to_iso8601};

/// Returns the records of meetings, each with its date and a text in which `pull:15` stands for an address.
fn records_of(texts: &[(&str, &str)]) -> std::collections::BTreeMap<u32, Record> {
    let meeting = |(date, text): &(&str, &str)| {
        let date = crate::proposal::parse_date(date).unwrap();
        crate::minutes::parse(&with_addresses(text), date, REPOSITORY).0
    };
    records(&texts.iter().map(meeting).collect::<Vec<_>>())
}

const POSTPONED: &str = "Discussed [RFC](pull:15)\n\n- Vote postponed to next meeting\n";
const NO_CHANGE: &str = "Discussed [RFC](pull:16)\n\n- No change\n";

#[test]
fn notes_are_sorted_by_date_whatever_the_order_of_the_meetings() {
    let records =
        records_of(&[("2026-07-30", NO_CHANGE), ("2026-07-02", POSTPONED), ("2026-07-16", NO_CHANGE)]);
    let dates = |number: u32| -> Vec<String> {
        records[&number].notes.iter().map(|note| date_to_iso8601(note.date)).collect()
    };
    assert_eq!(dates(15), ["2026-07-02"]);
    assert_eq!(dates(16), ["2026-07-16", "2026-07-30"]);
}

#[test]
fn the_meeting_after_the_newest_note_is_known() {
    let records =
        records_of(&[("2026-07-02", POSTPONED), ("2026-07-16", NO_CHANGE), ("2026-07-30", NO_CHANGE)]);
    assert_eq!(records[&15].next_meeting.map(date_to_iso8601).as_deref(), Some("2026-07-16"));
    assert_eq!(records[&16].next_meeting, None);
}

#[test]
fn a_replacement_is_a_relation_of_both_but_no_note_of_the_old_one() {
    let text = "Discussed [RFC](pull:18), which replaces the closed [RFC](pull:15)\n";
    let records = records_of(&[("2026-08-13", text)]);
    let relations =
        |relations: &[Relation]| -> Vec<u32> { relations.iter().map(|other| other.number).collect() };
    assert_eq!(relations(&records[&18].replaces), [15]);
    assert_eq!(relations(&records[&15].replaced_by), [18]);
    assert_eq!(records[&15].replaced_by[0].date.map(date_to_iso8601).as_deref(), Some("2026-08-13"));
    assert_eq!((records[&15].notes.len(), records[&18].notes.len()), (0, 1));
}

#[test]
fn a_replacement_that_has_no_number_yet_is_no_relation() {
    let text = "Discussed the new RFC replacing the closed [RFC](pull:15)\n\n- It is in progress\n";
    assert_eq!(records_of(&[("2026-07-30", text)]).get(&15), None);
}

#[test]
fn notes_tell_whether_the_author_closed_it() {
    let check = |point: &str, expected: bool| {
        let records = records_of(&[("2026-07-16", &format!("Discussed [RFC](pull:15)\n\n- {point}\n"))]);
        assert_eq!(records[&15].newest_note().map(Note::is_closed_by_author), Some(expected), "{point}");
    };
    check("The RFC was closed by its author.", true);
    check("The author closed the RFC.", true);
    check("The RFC was closed.", false);
    check("The RFC was closed by Jonathan.", false);
    check("No change by its author.", false);
}
