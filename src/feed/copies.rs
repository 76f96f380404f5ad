//! What is shown before GitHub answers, or instead: the saved copy and the site's snapshot. And what is
//! saved of GitHub's answer, for the next visit and for other tabs.

use super::{Effect, Feed, Reply, Request, Shown, Source, Turn, in_order, trouble};
use crate::github::{self, Snapshot};
use crate::json::{self, Value};

impl Feed<'_> {
    /// Takes in what the browser keeps. A copy that cannot be read, or of another version, is the same as
    /// none: it is made anew at the next answer.
    pub(super) fn recall(&mut self, copy: &Value) {
        if json::number(copy, "schema") != Some(github::SCHEMA) {
            return;
        }
        let Ok(copy) = github::snapshot(copy, &self.origin.repository.name) else { return };
        let made_at = copy.made_at;
        if self.offer(copy, Source::Saved) && self.is_young() && self.state.listing.is_none() {
            self.succeed(made_at);
        }
    }

    /// Shows a copy if it is better than what is shown, and says whether it is.
    fn offer(&mut self, copy: Snapshot, source: Source) -> bool {
        let listed = in_order(copy.proposals, Vec::new());
        self.state.unsaved |= self.state.documents.learn(copy.documents);
        let offered = Shown {
            proposals: Vec::new(),
            listed,
            source,
            as_of: copy.made_at,
            scope: copy.scope,
            problems: copy.problems,
            incomplete: copy.incomplete,
        };
        let is_better = self.worth(Some(&offered)) > self.worth(self.state.shown.as_ref());
        if is_better {
            self.report(&offered.problems);
            self.show(offered);
        } else if let Some(shown) = self.state.shown.take() {
            // Its documents may be news all the same.
            if self.worth(Some(&offered)) > self.worth(self.state.aside.as_ref()) {
                self.state.aside = Some(offered);
            }
            self.show(shown);
        }
        is_better
    }

    /// Asks for the site's snapshot, once.
    pub(super) fn ask_snapshot(&mut self) {
        if self.origin.has_snapshot && !self.state.asked_snapshot {
            self.state.asked_snapshot = true;
            self.state.awaiting_snapshot = true;
            self.send(Request::Snapshot);
        }
    }

    pub(super) fn snapshot(&mut self, reply: Reply) {
        self.state.awaiting_snapshot = false;
        let snapshot = match trouble::accepted(reply, self.state.now) {
            Ok(answer) => github::snapshot(&answer.body, &self.origin.repository.name),
            Err(trouble) => Err(github::Malformed(trouble.word().to_owned())),
        };
        match snapshot {
            Ok(snapshot) => {
                // It may have come with the page.
                self.state.asked_snapshot = true;
                self.offer(snapshot, Source::Snapshot);
            }
            Err(github::Malformed(reason)) => self.effects.push(Effect::ReportSnapshot(reason)),
        }
        self.read_documents();
    }

    /// Keeps what is live, with all documents that are known of it.
    pub(super) fn save(&mut self) {
        let Some(shown) = self.state.shown.as_ref().filter(|shown| shown.source == Source::Live) else {
            return;
        };
        self.state.unsaved = false;
        let documents = &self.state.documents;
        self.effects.push(Effect::Save(Box::new(Snapshot {
            made_at: shown.as_of,
            scope: shown.scope,
            proposals: shown.listed.iter().map(|listed| listed.as_ref().clone()).collect(),
            documents: shown
                .listed
                .iter()
                .filter_map(|listed| documents.get(listed.number).cloned())
                .collect(),
            problems: shown.problems.clone(),
            incomplete: shown.incomplete,
        })));
    }

    /// It is this tab's turn to ask GitHub, unless another one has just got what is wanted.
    pub(super) fn take_turn(&mut self, copy: Option<Value>) {
        if self.state.turn != Turn::Awaited {
            return;
        }
        self.state.turn = Turn::Held;
        let Some(listing) = self.state.listing.take() else { return };
        if let Some(copy) = copy {
            self.recall(&copy);
        }
        let is_newer = self.state.shown.as_ref().map(|shown| shown.as_of) > listing.before;
        if is_newer && self.is_young() && self.state.covers(listing.scope) {
            return;
        }
        let awaited = listing.awaited.clone();
        self.state.listing = Some(listing);
        self.send(Request::List(awaited));
    }

    /// Lets other tabs ask, once there is nothing left to ask here and all of it is saved.
    pub(super) fn end_turn(&mut self) {
        let live = self.state.shown.as_ref().is_some_and(|shown| shown.source == Source::Live);
        // The snapshot may have the documents.
        let goes_on = self.state.documents.is_reading() || (live && self.state.awaiting_snapshot);
        if goes_on || self.state.listing.is_some() {
            return;
        }
        if self.state.unsaved {
            self.save();
        }
        if self.state.turn != Turn::Ended {
            self.state.turn = Turn::Ended;
            self.effects.push(Effect::EndTurn);
        }
    }
}
