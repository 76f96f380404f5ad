//! The meetings in the site's snapshot, for the views of the meeting and of the decisions.

use std::sync::Arc;

use serde_json::Value;

use super::Request;
use super::state::Fetch;
use super::transition::Transition;
use crate::minutes::Meeting;
use crate::snapshot::archive::Archive;

/// How far loading the meetings has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Meetings {
    /// Nobody asked for them, and no snapshot had them.
    #[default]
    NotRequested,
    /// The snapshot is on its way.
    Loading,
    /// The meetings that have minutes, oldest first.
    Loaded(Arc<Vec<Meeting>>),
    /// There is no snapshot, it could not be loaded, or it holds none.
    Unavailable,
}

impl Transition<'_> {
    /// Requests the site's snapshot for its meetings, unless they are here or on their way. A snapshot in the page has
    /// none.
    pub(super) fn request_meetings(&mut self) {
        if matches!(self.state.meetings, Meetings::Loading | Meetings::Loaded(_)) {
            return;
        }
        if !self.config.has_snapshot {
            self.state.meetings = Meetings::Unavailable;
            return;
        }
        self.state.meetings = Meetings::Loading;
        if self.state.snapshot != Fetch::Pending {
            self.state.snapshot = Fetch::Pending;
            self.send(Request::Snapshot);
        }
    }

    /// Takes the meetings of a snapshot's file.
    pub(super) fn load_meetings(&mut self, file: &Value) {
        let meetings = Archive::decode(file).meetings();
        if !meetings.is_empty() {
            self.state.meetings = Meetings::Loaded(Arc::new(meetings));
        } else {
            self.lose_meetings();
        }
    }

    /// Notes that the awaited snapshot has no meetings.
    pub(super) fn lose_meetings(&mut self) {
        if self.state.meetings == Meetings::Loading {
            self.state.meetings = Meetings::Unavailable;
        }
    }
}
