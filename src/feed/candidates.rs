//! The datasets that may be shown before GitHub responds, or instead: the saved copy and the site's snapshot.

use chrono::TimeDelta;

use super::state::Fetch;
use super::transition::{Transition, merge_sorted};
use super::{Dataset, Effect, Request, Source, error};
use crate::github::{Response, TransportError, parse_json};
use crate::proposal::Time;
use crate::snapshot::{self, DecodeError, Snapshot};

/// Age at which the records of a saved copy are looked for in the site's snapshot again. Sites replace their snapshot
/// once a day at least, and the committee meets every two weeks.
const RECORDS_RECENT_FOR: TimeDelta = TimeDelta::days(1);

impl Transition<'_> {
    /// Considers the saved copy. One that cannot be decoded is ignored: the next response replaces it.
    pub(super) fn load_saved_copy(&mut self, copy: &str) {
        let Ok(copy) = snapshot::decode(copy, &self.config.repository.name) else { return };
        let made_at = copy.made_at;
        if self.consider(copy, Source::Saved) && self.is_fresh() && self.state.list_request.is_none() {
            self.on_success(made_at);
        }
    }

    /// Shows a snapshot if it ranks higher than the shown dataset, and returns whether it does. Its records replace
    /// older ones, and those from the future (wrong clock).
    fn consider(&mut self, snapshot: Snapshot, source: Source) -> bool {
        let listed = merge_sorted(snapshot.proposals, Vec::new());
        let mut has_news = self.state.documents.merge(snapshot.documents);
        let is_past = |as_of: &Time| *as_of <= self.state.now;
        let is_newer = match self.state.records.as_of.filter(is_past) {
            None => snapshot.records.as_of.is_some(),
            known => snapshot.records.as_of.filter(is_past) > known,
        };
        if is_newer {
            self.state.records = snapshot.records;
            has_news = true;
        }
        self.state.dirty |= has_news && source != Source::Saved;
        let candidate = Dataset {
            proposals: listed.iter().map(|listed| self.state.with_known(listed)).collect(),
            listed,
            source,
            as_of: snapshot.made_at,
            scope: snapshot.scope,
            problems: snapshot.problems,
            incomplete: snapshot.incomplete,
        };
        let is_better = self.rank(Some(&candidate)) > self.rank(self.state.shown.as_ref());
        if is_better {
            self.warn_skipped(&candidate.problems);
            self.show(candidate);
        } else if let Some(shown) = self.state.shown.take() {
            if self.rank(Some(&candidate)) > self.rank(self.state.standby.as_ref()) {
                self.state.standby = Some(candidate);
            }
            // Once more, because the candidate's documents and records may be newer.
            self.show(shown);
        }
        is_better
    }

    /// True if the records are younger than [`RECORDS_RECENT_FOR`], and not from the future (wrong clock).
    pub(super) fn has_recent_records(&self) -> bool {
        let is_recent = |as_of: Time| {
            let age = self.state.now - as_of;
            age >= TimeDelta::zero() && age < RECORDS_RECENT_FOR
        };
        self.state.records.as_of.is_some_and(is_recent)
    }

    /// Requests the site's snapshot, once.
    pub(super) fn request_snapshot(&mut self) {
        if self.config.has_snapshot && self.state.snapshot == Fetch::NotRequested {
            self.state.snapshot = Fetch::Pending;
            self.send(Request::Snapshot);
        }
    }

    /// Handles the snapshot, requested or embedded in the page.
    pub(super) fn on_snapshot(&mut self, result: Result<Response, TransportError>) {
        if self.state.snapshot == Fetch::Pending {
            self.state.snapshot = Fetch::Done;
        }
        let decoded = match error::into_result(result, 0, self.state.now) {
            Ok(response) => self.decode_snapshot(&response.body).map_err(|error| error.to_string()),
            Err(error) => Err(error.as_str().to_owned()),
        };
        match decoded {
            Ok(snapshot) => {
                self.state.snapshot = Fetch::Done;
                self.consider(snapshot, Source::Snapshot);
            }
            Err(reason) => {
                #[cfg(any(feature = "browser", test))]
                self.lose_meetings();
                self.effects.push(Effect::WarnSnapshot(reason));
            }
        }
        self.request_documents();
    }

    /// Decodes a snapshot, and keeps its meetings for the views that show them.
    fn decode_snapshot(&mut self, json: &str) -> Result<Snapshot, DecodeError> {
        let file = parse_json(json).map_err(|error| DecodeError::NotJson(error.to_string()))?;
        let snapshot = snapshot::decode_value(&file, &self.config.repository.name)?;
        #[cfg(any(feature = "browser", test))]
        self.load_meetings(&file);
        Ok(snapshot)
    }
}
