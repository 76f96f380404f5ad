use super::*;

#[test]
fn names_come_back_as_kinds() {
    for kind in NoteKind::ALL {
        assert_eq!(kind.as_str().parse(), Ok(kind));
        assert_eq!(NoteKind::ALL.iter().filter(|other| other.as_str() == kind.as_str()).count(), 1);
    }
    for wrong in ["", "Accepted", "vote", "no change"] {
        assert_eq!(wrong.parse::<NoteKind>(), Err(UnknownName));
    }
}

#[test]
fn kinds_tell_what_follows_from_them() {
    let with =
        |is: fn(NoteKind) -> bool| NoteKind::ALL.into_iter().filter(|kind| is(*kind)).collect::<Vec<_>>();
    assert_eq!(with(NoteKind::expects_vote), [NoteKind::VoteScheduled, NoteKind::VotePostponed]);
    assert_eq!(with(NoteKind::is_approval), [NoteKind::Accepted, NoteKind::PartlyAccepted]);
}

#[test]
fn only_the_exact_form_of_a_date_is_read() {
    let date = parse_date("2026-08-13");
    assert_eq!(date.map(date_to_iso8601).as_deref(), Some("2026-08-13"));
    for wrong in ["", "2026-8-13", "2026-08-13T00:00:00Z", "+026-08-13", "2026-02-30", "20260813", "2026-08"]
    {
        assert_eq!(parse_date(wrong), None, "{wrong}");
    }
}
