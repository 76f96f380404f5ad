//! What a proposal is: its stage, outcome, SIGs, tags and RFC number. Pure.

mod document;
mod history;
mod label;
mod markdown;
mod name;
mod rfc;
mod sig;
mod status;
mod time;

pub use document::Document;
pub use history::{IssueChange, IssueEvent, StageTransition, history};
pub use label::{Color, Label};
pub use name::UnknownName;
pub(crate) use name::find_by_name;
pub use rfc::RfcNumber;
pub use sig::{Evidence, NO_SIG, Sig};
pub use status::{Decision, Outcome, Stage, Status};
pub use time::{DateOrTime, Time, to_iso8601};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The pull request's number, which is not the RFC number.
    pub number: u32,
    /// The title without its `RFC:` prefix.
    pub title: String,
    /// The author's login; `None` for a deleted account.
    pub author: Option<String>,
    /// Its stage, or its outcome.
    pub status: Status,
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
        let mut sigs = sig::from_labels(&pull_request.labels);
        sig::merge(&mut sigs, sig::from_fields(&markdown::fields(&pull_request.body)));
        sig::merge(&mut sigs, sig::from_mentions(&pull_request.title));
        sig::merge(&mut sigs, sig::from_mentions(&pull_request.body));
        Proposal {
            number: pull_request.number,
            status: Status::from_pull_request(&pull_request, is_rfc),
            title: rfc::without_prefix(&pull_request.title).to_owned(),
            author: pull_request.author,
            draft: pull_request.draft,
            is_rfc,
            has_document: false,
            rfc_number: None,
            sigs,
            labels: pull_request.labels,
            summary: String::new(),
            opened_at: pull_request.opened_at,
            updated_at: pull_request.updated_at,
            comments: pull_request.comments,
            thumbs_up: pull_request.thumbs_up,
        }
    }

    /// Adds what the document says: RFC number, SIGs, abstract.
    pub fn with_document(mut self, document: &Document) -> Self {
        self.has_document = true;
        self.is_rfc |= document.is_rfc;
        self.status = self.status.with_rfc(self.is_rfc);
        self.rfc_number = document.rfc_number;
        self.summary.clone_from(&document.summary);
        sig::merge(&mut self.sigs, document.sigs.clone());
        self
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
}

/// Returns the form of a label's name that is compared: in lower case, without spaces, hyphens and underscores.
fn normalize_label(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '-' | '_')).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests;
