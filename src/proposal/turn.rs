//! Whose turn it is: who has to act next on an open proposal, as far as it is known, and why.

use chrono::{NaiveDate, TimeDelta};

use super::{EventKind, Label, Proposal, RecordedEvent, Stage, StageSource, Time, normalize_label};

/// Without any activity for this long, a proposal is quiet.
const QUIET_AFTER: TimeDelta = TimeDelta::days(90);

/// Who has to act next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Party {
    /// The committee.
    Committee,
    /// The author.
    Author,
    /// The board, which the committee has asked.
    Board,
    /// Nobody.
    Nobody,
}

impl Party {
    /// Returns its name in URLs and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            Party::Committee => "committee",
            Party::Author => "author",
            Party::Board => "board",
            Party::Nobody => "nobody",
        }
    }
}

/// Whose turn it is, by the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn<'a> {
    /// It is a draft.
    Draft,
    /// It is to be voted on.
    VoteDue,
    /// It has this label, which asks for the board's input.
    BoardLabel(&'a str),
    /// A review by the board was requested at this time.
    BoardReview(Time),
    /// Nothing has happened since this day.
    Quiet(NaiveDate),
    /// It is accepted for discussion, and its document has no RFC number.
    NumberMissing,
    /// It cannot be merged because of a conflict.
    Conflict,
    /// This member of the committee requested changes.
    ChangesRequested(&'a str, Time),
    /// This member of the committee commented or reviewed last.
    MemberWrote(EventKind, &'a str, Time),
    /// Its author commented, reviewed or requested a member's review last.
    AuthorWrote(EventKind, Time),
    /// A commit was pushed last.
    Pushed(Time),
    /// It was opened, reopened or marked as ready for review, and no member of the committee has answered.
    Opened(EventKind, Time),
}

impl Turn<'_> {
    /// Returns who has to act.
    pub fn party(self) -> Party {
        match self {
            Turn::Draft | Turn::Quiet(_) => Party::Nobody,
            Turn::VoteDue | Turn::AuthorWrote(..) | Turn::Pushed(_) | Turn::Opened(..) => Party::Committee,
            Turn::BoardLabel(_) | Turn::BoardReview(_) => Party::Board,
            Turn::NumberMissing | Turn::Conflict | Turn::ChangesRequested(..) | Turn::MemberWrote(..) => {
                Party::Author
            }
        }
    }
}

/// Who belongs to the committee and the board.
#[derive(Clone, Copy, Debug, Default)]
pub struct Roles<'a> {
    /// The logins of the committee's members.
    pub members: &'a [String],
    /// The login of the board.
    pub board: Option<&'a str>,
}

impl Roles<'_> {
    fn has_member(&self, login: &str) -> bool {
        self.members.iter().any(|member| member.eq_ignore_ascii_case(login))
    }
}

/// Returns whose turn it is; `None` for a closed proposal, and where too little is known. `events_as_of` says until when
/// the events and the conflict in its record are known.
///
/// The first rule that holds counts, in the order of the function's body. The last contribution is the last rule, and holds
/// only if the members and all comments are known.
pub fn turn<'a>(
    proposal: &'a Proposal,
    roles: Roles,
    events_as_of: Option<Time>,
    now: Time,
) -> Option<Turn<'a>> {
    let stage = proposal.status.stage();
    if stage == Stage::Closed {
        return None;
    }
    if proposal.draft {
        return Some(Turn::Draft);
    }
    if stage == Stage::Vote {
        return Some(Turn::VoteDue);
    }
    let is_current = proposal.updated_at.is_none_or(|updated| events_as_of.is_some_and(|at| updated <= at));
    let asked = asked_board(proposal, roles);
    // Labels come with the list, requests for a review with the events.
    if let Some(asked) = asked.filter(|asked| is_current || matches!(asked, Turn::BoardLabel(_))) {
        return Some(asked);
    }
    let active = last_activity(proposal)?;
    if now - active >= QUIET_AFTER {
        return Some(Turn::Quiet(active.date_naive()));
    }
    if lacks_number(proposal) {
        return Some(Turn::NumberMissing);
    }
    if is_current && proposal.record.has_conflict {
        return Some(Turn::Conflict);
    }
    if roles.members.is_empty() || !is_current || !has_all_comments(proposal) {
        return None;
    }
    last_contribution(proposal, roles)
}

/// Returns how the board was asked, if it was and has not answered.
fn asked_board<'a>(proposal: &'a Proposal, roles: Roles) -> Option<Turn<'a>> {
    let asks = |label: &&Label| matches!(&*normalize_label(&label.name), "boardinput" | "needsboardinput");
    if let Some(label) = proposal.labels.iter().find(asks) {
        return Some(Turn::BoardLabel(&label.name));
    }
    let is_board = |login: &Option<String>| match (login, roles.board) {
        (Some(login), Some(board)) => login.eq_ignore_ascii_case(board),
        _ => false,
    };
    let is_about_board = |event: &&RecordedEvent| match event.kind {
        EventKind::ReviewRequested => is_board(&event.subject),
        _ => is_comment_or_review(event.kind) && is_board(&event.actor),
    };
    let last = proposal.record.events.iter().rev().find(is_about_board)?;
    (last.kind == EventKind::ReviewRequested).then_some(Turn::BoardReview(last.at))
}

/// Returns when something happened last, by GitHub's list, its events or the minutes. A note of no change does not count.
fn last_activity(proposal: &Proposal) -> Option<Time> {
    let events = proposal.record.events.iter().map(|event| event.at);
    let noon = |day: NaiveDate| Some(day.and_hms_opt(12, 0, 0)?.and_utc());
    let discussed = proposal.record.newest_change().and_then(|note| noon(note.date));
    events.chain(discussed).chain(proposal.updated_at).chain(proposal.opened_at).max()
}

/// True if the committee's label says that it is accepted for discussion, which is when a number is assigned, and the
/// document has none.
fn lacks_number(proposal: &Proposal) -> bool {
    proposal.stage_evidence.source == StageSource::Label
        && proposal.is_rfc
        && proposal.has_document
        && proposal.rfc_number.is_none()
}

/// True if the record has as many comments as GitHub counts.
fn has_all_comments(proposal: &Proposal) -> bool {
    let comments = proposal.record.events.iter().filter(|event| event.kind == EventKind::Commented);
    comments.count() >= usize::try_from(proposal.comments).unwrap_or(usize::MAX)
}

/// Returns whose turn it is after the last contribution of the author or of a member of the committee. A member who is the
/// author counts as the author. An approval asks the author nothing, and takes back what the same member wrote before. What
/// others contribute, bots among them, changes no turn.
fn last_contribution<'a>(proposal: &'a Proposal, roles: Roles) -> Option<Turn<'a>> {
    let opened = proposal.opened_at.map(|at| (at, Turn::Opened(EventKind::Opened, at)));
    let mut contributions: Vec<_> = opened.into_iter().collect();
    for event in &proposal.record.events {
        let at = event.at;
        let actor = event.actor.as_deref();
        let is_author = actor.is_some() && actor == proposal.author.as_deref();
        let member = actor.filter(|login| !is_author && roles.has_member(login));
        let turn = match (event.kind, member) {
            // GitHub gives the committer's name and no login: a branch is its author's.
            (EventKind::Pushed, _) => Turn::Pushed(at),
            (EventKind::Readied | EventKind::Reopened, _) => Turn::Opened(event.kind, at),
            (EventKind::ChangesRequested, Some(member)) => Turn::ChangesRequested(member, at),
            (EventKind::Commented | EventKind::Reviewed, Some(member)) => {
                Turn::MemberWrote(event.kind, member, at)
            }
            (EventKind::Approved, Some(member)) => {
                contributions.retain(|(before, turn)| *before > at || !is_of_member(turn, member));
                continue;
            }
            (kind, None) if is_author && (is_comment_or_review(kind) || asks_member(event, roles)) => {
                Turn::AuthorWrote(kind, at)
            }
            _ => continue,
        };
        contributions.push((at, turn));
    }
    // Of those with the same time, the last.
    contributions.into_iter().max_by_key(|(at, _)| *at).map(|(_, turn)| turn)
}

/// True if this member of the committee contributed it.
fn is_of_member(turn: &Turn, member: &str) -> bool {
    match turn {
        Turn::ChangesRequested(login, _) | Turn::MemberWrote(_, login, _) => {
            login.eq_ignore_ascii_case(member)
        }
        _ => false,
    }
}

/// True if the review of a member of the committee is requested.
fn asks_member(event: &RecordedEvent, roles: Roles) -> bool {
    let is_member = |login: &String| roles.has_member(login);
    event.kind == EventKind::ReviewRequested && event.subject.as_ref().is_some_and(is_member)
}

/// True for comments and reviews.
fn is_comment_or_review(kind: EventKind) -> bool {
    use EventKind::{Approved, ChangesRequested, Commented, Dismissed, Reviewed};
    matches!(kind, Commented | Reviewed | Approved | ChangesRequested | Dismissed)
}
