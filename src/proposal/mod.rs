//! What a proposal is: its stage, outcome, SIGs, tags and RFC number. Pure.

mod contradiction;
mod controls;
mod date;
mod document;
mod header_status;
mod history;
mod label;
pub(crate) mod markdown;
mod minutes_url;
mod name;
mod note;
mod outcome;
mod outcome_evidence;
mod record;
mod recorded_event;
mod records;
mod rfc;
mod rfc_file;
mod sig;
mod since;
mod stage;
mod stage_evidence;
mod status;
mod time;
mod timeline;
#[cfg(any(feature = "browser", test))]
mod turn;
mod vote;
mod web_url;

pub use contradiction::Contradiction;
pub use controls::replace_controls;
pub use date::{date_to_iso8601, parse_date};
pub use document::Document;
pub use history::{IssueChange, IssueEvent, StageTransition, history};
pub use label::{Color, Label};
pub use minutes_url::minutes_url;
pub use name::UnknownName;
pub(crate) use name::find_by_name;
pub use note::{Note, NoteKind};
pub use outcome::Outcome;
pub use outcome_evidence::{OutcomeEvidence, OutcomeSource};
pub use record::{Record, Relation};
pub use recorded_event::{EventKind, RecordedEvent};
pub use records::Records;
pub use rfc::RfcNumber;
pub use rfc_file::{is_template, number_in_path, path_in_rfcs};
pub use sig::{Evidence, NO_SIG, Sig};
pub use since::Since;
pub use stage::Stage;
pub use stage_evidence::{StageEvidence, StageSource};
pub use status::{Closing, Decision, Status};
pub use time::{DateOrTime, Time, to_iso8601};
pub use timeline::{TimelineEntry, TimelineSpan, folded, timeline};
#[cfg(any(feature = "browser", test))]
pub use turn::{Party, Roles, Turn, turn};
pub use vote::{Tally, Vote};
pub use web_url::is_web_url;

use std::sync::Arc;

use chrono::NaiveDate;

/// A pull request as GitHub's list has it, reduced to what a proposal needs.
///
/// Every field but `number` and `title` has a fallback, because GitHub may send `null` or nothing for it.
#[derive(Clone, Debug, Default)]
pub struct PullRequest {
    /// The pull request's number.
    pub number: u32,
    /// The title as GitHub has it, with its `RFC:` prefix.
    pub title: String,
    /// The description, in Markdown; empty if there is none.
    pub body: String,
    /// The author's login; `None` for a deleted account.
    pub author: Option<String>,
    /// The login of the account that closed it, if known.
    pub closed_by: Option<String>,
    /// All labels, in GitHub's order.
    pub labels: Vec<Label>,
    /// True if it is open.
    pub open: bool,
    /// True if its author marked it as a draft.
    pub draft: bool,
    /// When it was opened.
    pub opened_at: Option<Time>,
    /// When it changed last, in any way.
    pub updated_at: Option<Time>,
    /// When it was closed or merged.
    pub closed_at: Option<Time>,
    /// True if it was merged.
    pub merged: bool,
    /// Number of comments.
    pub comments: u32,
    /// Number of thumbs-up reactions.
    pub thumbs_up: u32,
}

/// A pull request of the committee's repository, as a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The pull request's number, which is not the RFC number.
    pub number: u32,
    /// The title without its `RFC:` prefix.
    pub title: String,
    /// The author's login; `None` for a deleted account.
    pub author: Option<String>,
    /// How it was closed, by GitHub's list alone; `None` while it is open.
    pub closing: Option<Closing>,
    /// Where it stands in the lifecycle, by all that is known of it.
    pub status: Status,
    /// How its stage is known, while it is open.
    pub stage_evidence: StageEvidence,
    /// How its outcome is known, once it is closed.
    pub outcome_evidence: OutcomeEvidence,
    /// Since when it is at its stage; `None` if no source dates that, and once it is closed.
    pub stage_since: Option<Since>,
    /// The `Status` in its document's header; empty if there is none or the document is not known.
    pub document_status: String,
    /// What is known of it beyond GitHub's list and its document.
    pub record: Arc<Record>,
    /// True if its author marked it as a draft. A draft keeps its stage.
    pub draft: bool,
    /// True if its title or its document shows that it is an RFC.
    pub is_rfc: bool,
    /// True if its document is known.
    pub has_document: bool,
    /// The RFC number, if one is assigned and the document is known.
    pub rfc_number: Option<RfcNumber>,
    /// The SIGs it concerns, the strongest evidence first.
    pub sigs: Vec<Sig>,
    /// All labels of the pull request.
    pub labels: Vec<Label>,
    /// The document's abstract; empty if there is none, or if the document is not known.
    pub summary: String,
    /// When it was opened.
    pub opened_at: Option<Time>,
    /// When it changed last, in any way.
    pub updated_at: Option<Time>,
    /// Number of comments.
    pub comments: u32,
    /// Number of thumbs-up reactions.
    pub thumbs_up: u32,
}

impl Proposal {
    /// Creates the proposal of a pull request whose document is not known yet.
    pub fn new(pull_request: PullRequest) -> Self {
        let is_rfc = rfc::is_rfc_title(&pull_request.title);
        let mut sigs = Vec::new();
        sig::merge(&mut sigs, pull_request.labels.iter().filter_map(sig::from_label).collect());
        let body = markdown::lines(&pull_request.body);
        sig::merge(&mut sigs, sig::from_fields(&markdown::fields(&body)));
        sig::merge(&mut sigs, sig::from_mentions(&markdown::lines(&pull_request.title)));
        sig::merge(&mut sigs, sig::from_mentions(&body));
        let closing = if pull_request.open {
            None
        } else {
            let by_author = pull_request.author.is_some() && pull_request.author == pull_request.closed_by;
            Some(Closing { merged: pull_request.merged, by_author, at: pull_request.closed_at })
        };
        let proposal = Proposal {
            number: pull_request.number,
            closing,
            title: rfc::without_prefix(&pull_request.title).to_owned(),
            author: pull_request.author,
            draft: pull_request.draft,
            is_rfc,
            sigs,
            labels: pull_request.labels,
            opened_at: pull_request.opened_at,
            updated_at: pull_request.updated_at,
            comments: pull_request.comments,
            thumbs_up: pull_request.thumbs_up,
            ..Proposal::default()
        };
        proposal.assessed()
    }

    /// Adds what the document says: RFC number, SIGs, abstract.
    pub fn with_document(mut self, document: &Document) -> Self {
        self.has_document = true;
        self.is_rfc |= document.is_rfc;
        self.document_status.clone_from(&document.status);
        self.rfc_number = document.rfc_number;
        self.summary.clone_from(&document.summary);
        sig::merge(&mut self.sigs, document.sigs.clone());
        self.assessed()
    }

    /// Adds what else is on record: minutes, relations, label events.
    pub fn with_record(mut self, record: &Arc<Record>) -> Self {
        self.record = Arc::clone(record);
        self.assessed()
    }

    /// Returns the proposal with what is known of its document and its record.
    pub fn with_known(&self, document: Option<&Document>, record: Option<&Arc<Record>>) -> Self {
        let mut proposal = self.clone();
        if let Some(record) = record {
            proposal.record = Arc::clone(record);
        }
        match document {
            Some(document) => proposal.with_document(document),
            None => proposal.assessed(),
        }
    }

    /// Finds status, evidence and start of the stage anew, from all that is known.
    pub(crate) fn assessed(mut self) -> Self {
        (self.stage_evidence, self.outcome_evidence) = Default::default();
        self.stage_since = None;
        self.status = match self.closing {
            None => {
                let (stage, evidence) = stage_evidence::find(&self);
                self.stage_since = stage_evidence::since(&self, stage, evidence.source);
                self.stage_evidence = evidence;
                Status::Open(stage)
            }
            Some(closing) => {
                let (outcome, evidence) = outcome_evidence::find(&self, &closing);
                let inferred = evidence.source == OutcomeSource::Author;
                self.outcome_evidence = evidence;
                Status::Closed(Decision { outcome, inferred, at: closing.at })
            }
        };
        self
    }

    /// Returns the day of the last meeting whose minutes name it.
    pub fn last_discussed(&self) -> Option<NaiveDate> {
        self.record.newest_note().map(|note| note.date)
    }

    /// True if it has the label of this normalized name.
    fn has_label(&self, name: &str) -> bool {
        self.labels.iter().any(|label| normalize_label(&label.name) == name)
    }

    /// True if it is known not to be an RFC but, say, a change of process. For an open proposal only the document
    /// shows that; for a closed one the title has to do, because its document is not fetched.
    pub fn is_not_rfc(&self) -> bool {
        !self.is_rfc && (self.has_document || self.status.stage() == Stage::Closed)
    }

    /// Returns the label that its stage or outcome comes from.
    pub fn status_label(&self) -> Option<&Label> {
        self.labels.iter().find(|label| self.status.is_named_by(label))
    }

    /// Returns the labels that say more than its stage, outcome and SIGs do.
    pub fn other_labels(&self) -> impl Iterator<Item = &Label> {
        let says_more = |label: &&Label| !self.status.is_named_by(label) && sig::from_label(label).is_none();
        self.labels.iter().filter(says_more)
    }
}

/// Returns the form of a label's name that is compared: in lower case, without spaces, hyphens and underscores.
fn normalize_label(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests;
