use super::*;
use chrono::TimeDelta;

fn at(day: i64) -> Time {
    Time::from_timestamp(1_788_220_800, 0).unwrap() + TimeDelta::days(day)
}

fn event(day: i64, kind: EventKind) -> RecordedEvent {
    RecordedEvent { at: at(day), kind, actor: None, subject: None, url: None }
}

fn note(day: i64, kind: NoteKind) -> Note {
    Note { date: at(day).date_naive(), kind, sentence: None, vote: None }
}

fn proposal(closing: Option<Closing>, events: Vec<RecordedEvent>, notes: Vec<Note>) -> Proposal {
    let record = Record { events, notes, ..Record::default() };
    let author = Some("anna".to_owned());
    let opened_at = Some(at(0));
    Proposal { author, opened_at, closing, record: Arc::new(record), ..Proposal::default() }
}

fn names(entries: &[TimelineEntry]) -> Vec<&'static str> {
    entries.iter().map(TimelineEntry::name).collect()
}

#[test]
fn events_and_minutes_are_in_the_order_of_time_and_minutes_end_their_day() {
    let voted = Note { vote: Some(Vote::Unanimous), ..note(4, NoteKind::Accepted) };
    let events = vec![event(2, EventKind::Labelled), event(4, EventKind::Pushed)];
    let proposal = proposal(None, events, vec![note(2, NoteKind::Discussed), voted]);
    let entries = timeline(&proposal, None);
    assert_eq!(names(&entries), ["opened", "labelled", "discussed", "pushed", "voted"]);
    assert_eq!(entries[0].at(), "2026-09-01T00:00:00Z");
    assert_eq!(entries[2].at(), "2026-09-03");
}

#[test]
fn opening_and_closing_are_known_without_events_and_stand_once() {
    let merged = Closing { merged: true, by_author: false, at: Some(at(9)) };
    let closed = Closing { merged: false, by_author: true, at: Some(at(9)) };
    let ended = |closing, events| timeline(&proposal(Some(closing), events, vec![]), None);
    assert_eq!(names(&ended(merged, vec![])), ["opened", "merged"]);
    assert_eq!(names(&ended(closed, vec![])), ["opened", "closed"]);
    assert_eq!(names(&ended(merged, vec![event(9, EventKind::Merged)])), ["opened", "merged"]);
    let again = vec![event(3, EventKind::Closed), event(4, EventKind::Reopened)];
    assert_eq!(names(&ended(closed, again)), ["opened", "closed", "reopened", "closed"]);
}

#[test]
fn the_events_that_github_was_asked_for_take_the_place_of_those_on_record() {
    let proposal = proposal(None, vec![event(1, EventKind::Labelled)], vec![]);
    assert_eq!(names(&timeline(&proposal, Some(&[event(1, EventKind::Pushed)]))), ["opened", "pushed"]);
    assert_eq!(names(&timeline(&proposal, Some(&[]))), ["opened"]);
}

#[test]
fn only_what_decides_something_is_a_decision() {
    let decisions: Vec<&str> = EventKind::ALL
        .into_iter()
        .filter(|kind| TimelineEntry::Event(event(0, *kind)).is_decision())
        .map(EventKind::as_str)
        .collect();
    assert_eq!(decisions, ["closed", "merged", "reopened"]);
    let talk: Vec<&str> = NoteKind::ALL
        .into_iter()
        .filter(|kind| !TimelineEntry::Note(note(0, *kind)).is_decision())
        .map(NoteKind::as_str)
        .collect();
    assert_eq!(talk, ["discussed", "no-change", "decided-detail"]);
}

#[test]
fn four_entries_in_a_row_without_news_are_folded_and_fewer_are_not() {
    let quiet = |days: std::ops::Range<i64>| days.map(|day| event(day, EventKind::Pushed));
    let lengths = |events: Vec<RecordedEvent>| {
        let spans = folded(timeline(&proposal(None, events, vec![]), None));
        let length = |span: &TimelineSpan| match span {
            TimelineSpan::Shown(_) => 0,
            TimelineSpan::Folded(entries) => entries.len(),
        };
        spans.iter().map(length).collect::<Vec<_>>()
    };
    assert_eq!(lengths(quiet(1..4).collect()), [0, 0, 0, 0]);
    assert_eq!(lengths(quiet(1..5).collect()), [0, 4]);
    let label = event(5, EventKind::Labelled);
    assert_eq!(lengths(quiet(1..5).chain([label]).chain(quiet(6..9)).collect()), [0, 4, 0, 0, 0, 0]);
}

#[test]
fn every_kind_of_event_is_found_by_its_name() {
    for kind in EventKind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(kind));
    }
}
