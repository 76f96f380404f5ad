//! What is known of a proposal beyond its own data, from the feed, the visitor's visits and the host page's settings.

use chrono::TimeDelta;

use super::visits::Visits;
use crate::config::Config;
use crate::feed::State;
use crate::proposal::{Proposal, Roles, Turn, turn};
use crate::query::Activity;

/// What `changed=14d` looks back.
const FORTNIGHT: TimeDelta = TimeDelta::days(14);

/// Returns whose turn a proposal is, and why; `None` if that is not known.
pub fn whose_turn<'a>(proposal: &'a Proposal, feed: &State, config: &Config) -> Option<Turn<'a>> {
    let roles = Roles { members: &config.members, board: config.board.as_deref() };
    turn(proposal, roles, feed.records.as_of, feed.now)
}

/// Returns whose turn a proposal is, and since when it changed. The day of the last meeting counts whole: minutes have no
/// time.
pub fn activity(proposal: &Proposal, feed: &State, config: &Config, visits: &Visits) -> Activity {
    let updated = proposal.updated_at;
    let meeting = feed.records.minutes_until;
    Activity {
        turn: whose_turn(proposal, feed, config).map(Turn::party),
        changed_since_visit: visits.has_changed(proposal),
        changed_since_meeting: updated.is_some_and(|at| meeting.is_some_and(|day| at.date_naive() >= day)),
        changed_in_fortnight: updated.is_some_and(|at| feed.now - at <= FORTNIGHT),
    }
}
