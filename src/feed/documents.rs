//! The documents of open proposals, one after the other, while GitHub's limit leaves room.

use std::sync::Arc;

use super::{Feed, Reply, Request, Source, Trouble, at};
use crate::github::{self, ReadDocument};
use crate::proposal::{Document, Proposal, Stage};

/// So many requests are left to others behind the same address.
const RESERVE: u32 = 20;

/// What is known of the documents.
#[derive(Clone, Debug, Default)]
pub struct Documents {
    /// The highest number first, in which order they come: so each is put at the end.
    known: Vec<ReadDocument>,
    /// The pull request whose document is asked for.
    awaited: Option<u32>,
    /// Those whose documents are to be read after it, the last first.
    queue: Vec<u32>,
    /// How many could not be read.
    failed: usize,
}

impl Documents {
    pub(super) fn get(&self, number: u32) -> Option<&ReadDocument> {
        let at = self.known.binary_search_by(|known| number.cmp(&known.number)).ok()?;
        self.known.get(at)
    }

    fn insert(&mut self, known: ReadDocument) {
        let at = self.known.partition_point(|other| other.number > known.number);
        match self.known.get_mut(at).filter(|other| other.number == known.number) {
            Some(other) => *other = known,
            None => self.known.insert(at, known),
        }
    }

    /// The proposal with what is known of its document, even if that may have changed since: a
    /// comment is a change of the proposal, too.
    pub(super) fn added_to(&self, listed: &Arc<Proposal>) -> Arc<Proposal> {
        match self.get(listed.number) {
            Some(known) => Arc::new(Proposal::clone(listed).with_document(&known.document)),
            None => Arc::clone(listed),
        }
    }

    /// Whether the document is known as of the proposal's last change.
    fn is_current(&self, listed: &Proposal) -> bool {
        self.get(listed.number).is_some_and(|known| Some(known.read_after) == listed.updated_at)
    }

    /// Takes in documents, unless they are known as of a later change.
    /// Says whether any is news.
    pub(super) fn learn(&mut self, documents: Vec<ReadDocument>) -> bool {
        let mut is_news = false;
        for read in documents {
            if self.get(read.number).is_none_or(|known| known.read_after < read.read_after) {
                self.insert(read);
                is_news = true;
            }
        }
        is_news
    }

    /// Whether documents are being read.
    pub fn is_reading(&self) -> bool {
        self.awaited.is_some()
    }

    /// How many documents of open proposals are not read, neither now nor soon.
    pub fn unread(&self) -> usize {
        self.failed
    }
}

impl Feed<'_> {
    /// Begins to read the documents that the list on the screen calls for, once it is complete
    /// and it is clear which of them the snapshot has already.
    pub(super) fn read_documents(&mut self) {
        let Some(shown) = self.state.shown.as_ref().filter(|shown| shown.source == Source::Live) else {
            return;
        };
        if self.state.listing.is_some() || self.state.awaiting_snapshot {
            return;
        }
        let documents = &self.state.documents;
        let mut queue = Vec::new();
        for listed in shown.listed.iter().rev() {
            let is_open = listed.status.stage() != Stage::Closed;
            if is_open && !documents.is_current(listed) && documents.awaited != Some(listed.number) {
                queue.push(listed.number);
            }
        }
        self.state.documents.queue = queue;
        self.state.documents.failed = 0;
        self.read_next_document();
    }

    /// Asks for the next document, unless one is asked for already.
    fn read_next_document(&mut self) {
        if self.state.documents.awaited.is_some() {
            return;
        }
        if self.limit().is_some() || self.state.remaining.is_some_and(|left| left <= RESERVE) {
            return self.give_up_documents();
        }
        self.state.documents.awaited = self.state.documents.queue.pop();
        if let Some(number) = self.state.documents.awaited {
            self.send(Request::Files(number));
        }
    }

    fn give_up_documents(&mut self) {
        let documents = &mut self.state.documents;
        documents.failed += documents.queue.len();
        documents.queue.clear();
    }

    pub(super) fn files(&mut self, number: u32, reply: Reply) {
        if self.state.documents.awaited.take_if(|awaited| *awaited == number).is_none() {
            return;
        }
        let read = self
            .accept(reply)
            .and_then(|answer| github::document(&answer.body).map_err(|_| Trouble::Malformed));
        match read {
            Ok(document) => self.add_document(number, document),
            Err(trouble) => {
                self.state.documents.failed += 1;
                if trouble.meets_everything() {
                    return self.give_up_documents();
                }
            }
        }
        self.read_next_document();
    }

    fn add_document(&mut self, number: u32, document: Document) {
        let Some(shown) = self.state.shown.as_mut() else { return };
        let Some(at) = at(&shown.listed, number) else { return };
        let (Some(listed), Some(proposal)) = (shown.listed.get(at), shown.proposals.get_mut(at)) else {
            return;
        };
        let read_after = listed.updated_at.unwrap_or_default();
        self.state.documents.insert(ReadDocument { number, read_after, document });
        self.state.unsaved = true;
        *proposal = self.state.documents.added_to(listed);
    }
}
