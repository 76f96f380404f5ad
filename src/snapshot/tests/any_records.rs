//! Arbitrary records and archives.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::PROBLEM;
use super::any_json::words;
use super::any_snapshot::times;
use super::archive::{Archive, ArchivedMeeting, DocumentSource};
use crate::github::SkippedItem;
use crate::minutes::{Attendance, Decision, Discussion, Link, Meeting, Replacement};
use crate::proposal::{
    DateOrTime, EventKind, Note, NoteKind, Record, RecordedEvent, Records, Relation, Stage, StageTransition,
    Tally, Vote,
};

fn dates() -> impl Strategy<Value = NaiveDate> {
    // From 1970 to 9999.
    (0..2_932_896u32).prop_map(|day| NaiveDate::from_epoch_days(day.try_into().unwrap()).unwrap())
}

fn kinds() -> impl Strategy<Value = NoteKind> {
    select(&NoteKind::ALL[..])
}

fn votes() -> impl Strategy<Value = Option<Vote>> {
    let tally = (any::<u32>(), any::<u32>(), any::<u32>()).prop_map(|(in_favor, abstained, against)| Tally {
        in_favor,
        abstained,
        against,
    });
    option::of(prop_oneof![Just(Vote::Unanimous), tally.prop_map(Vote::Counted)])
}

fn notes() -> impl Strategy<Value = Vec<Note>> {
    let note = (dates(), kinds(), option::of(words()), votes())
        .prop_map(|(date, kind, sentence, vote)| Note { date, kind, sentence, vote });
    vec(note, 0..4).prop_map(|mut notes| {
        notes.sort_by_key(|note| note.date);
        notes
    })
}

fn relations() -> impl Strategy<Value = Vec<Relation>> {
    let relation = (any::<u32>(), option::of(dates()), option::of(words()))
        .prop_map(|(number, date, sentence)| Relation { number, date, sentence });
    vec(relation, 0..3)
}

fn events() -> impl Strategy<Value = Vec<RecordedEvent>> {
    let text = || option::of(words());
    let event = (times(), select(&EventKind::ALL[..]), text(), text(), text())
        .prop_map(|(at, kind, actor, subject, url)| RecordedEvent { at, kind, actor, subject, url });
    vec(event, 0..3)
}

fn record() -> impl Strategy<Value = Record> {
    let transition = (times(), select(&Stage::ALL[..])).prop_map(|(at, stage)| StageTransition { at, stage });
    let records = (
        notes(),
        option::of(dates()),
        relations(),
        relations(),
        vec(transition, 0..3),
        events(),
        any::<bool>(),
    );
    records.prop_map(|(notes, next_meeting, replaces, replaced_by, history, events, has_conflict)| Record {
        notes,
        next_meeting,
        replaces,
        replaced_by,
        history,
        events,
        has_conflict,
    })
}

pub fn any_records() -> impl Strategy<Value = Records> {
    let numbers = prop_oneof![0..5u32, any::<u32>()];
    let minutes = (option::of(words()), option::of(dates()));
    let noon = |day: NaiveDate| DateOrTime::Date(day.and_hms_opt(12, 0, 0).unwrap().and_utc());
    let meeting = option::of(prop_oneof![dates().prop_map(noon), times().prop_map(DateOrTime::Time)]);
    let records = (times(), minutes, meeting, vec((numbers, record()), 0..4)).prop_map(
        |(as_of, (source, until), next_meeting, records)| {
            Records::new(as_of, records).with_minutes(source, until).with_next_meeting(next_meeting)
        },
    );
    prop_oneof![Just(Records::default()), records]
}

fn replacements() -> impl Strategy<Value = Vec<Replacement>> {
    let replacement = (any::<u32>(), option::of(any::<u32>()), words())
        .prop_map(|(old, new, sentence)| Replacement { old, new, sentence });
    vec(replacement, 0..3)
}

fn discussion() -> impl Strategy<Value = Discussion> {
    (option::of(any::<u32>()), option::of(words()), kinds(), option::of(words()), votes()).prop_map(
        |(pull_request, url, kind, sentence, vote)| Discussion { pull_request, url, kind, sentence, vote },
    )
}

fn decision() -> impl Strategy<Value = Decision> {
    let link =
        (words(), words()).prop_map(|(text, path)| Link { text, url: format!("https://a.org/{path}") });
    (words(), vec(words(), 0..3), vec(link, 0..3), vec(any::<u32>(), 0..3))
        .prop_map(|(text, points, links, pull_requests)| Decision { text, points, links, pull_requests })
}

fn meeting() -> impl Strategy<Value = ArchivedMeeting> {
    let attendance = (vec(words(), 0..3), vec(words(), 0..3))
        .prop_map(|(members, community)| Attendance { members, community });
    let meeting = (dates(), attendance, vec(discussion(), 0..3), vec(decision(), 0..3), replacements())
        .prop_map(|(date, attendance, discussions, decisions, replacements)| Meeting {
            date,
            attendance,
            discussions,
            decisions,
            replacements,
        });
    (meeting, words(), vec(words(), 0..3)).prop_map(|(meeting, sha, problems)| ArchivedMeeting {
        meeting,
        sha,
        problems,
    })
}

fn documents() -> impl Strategy<Value = Vec<DocumentSource>> {
    let document = (any::<u32>(), words(), words(), replacements())
        .prop_map(|(number, path, sha, replacements)| DocumentSource { number, path, sha, replacements });
    vec(document, 0..3)
}

/// Returns items that could not be read, with the reason that they have after decoding.
pub fn problems() -> impl Strategy<Value = Vec<SkippedItem>> {
    let problem = any::<u16>().prop_map(|item| SkippedItem { item: item.into(), reason: PROBLEM });
    vec(problem, 0..2)
}

pub fn any_archive() -> impl Strategy<Value = Archive> {
    (vec(meeting(), 0..3), vec(words(), 0..3), documents(), problems()).prop_map(
        |(meetings, members, documents, history_problems)| Archive {
            meetings,
            members,
            documents,
            history_problems,
        },
    )
}
