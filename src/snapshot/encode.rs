//! Snapshot to JSON. Fields that hold nothing are left out.

use serde::Serialize;

use super::{FetchedDocument, SCHEMA, Snapshot};
use crate::github::{Scope, SkippedItem, StageHistories};
use crate::proposal::{Evidence, Label, Proposal, Sig, StageTransition, Time, to_iso8601};

#[derive(Serialize)]
struct File<'a> {
    schema: u32,
    repository: &'a str,
    made_at: String,
    #[serde(skip_serializing_if = "is_false")]
    open_only: bool,
    #[serde(skip_serializing_if = "is_false")]
    incomplete: bool,
    proposals: Vec<ProposalRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    problems: Vec<ProblemRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history_problems: Vec<ProblemRecord>,
}

/// A proposal as listed, beside its document and its history.
#[derive(Serialize)]
struct ProposalRecord<'a> {
    number: u32,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    author: Option<&'a str>,
    stage: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    outcome: Option<&'static str>,
    #[serde(skip_serializing_if = "is_false")]
    inferred: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_at: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    draft: bool,
    #[serde(skip_serializing_if = "is_false")]
    is_rfc: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sigs: Vec<SigRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<LabelRecord<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opened_at: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated_at: Option<String>,
    comments: u32,
    thumbs_up: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<DocumentRecord<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    history: Vec<TransitionRecord>,
}

#[derive(Serialize)]
struct DocumentRecord<'a> {
    read_after: String,
    #[serde(skip_serializing_if = "is_false")]
    is_rfc: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    rfc_number: Option<u16>,
    #[serde(skip_serializing_if = "str::is_empty")]
    status: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sigs: Vec<SigRecord<'a>>,
    #[serde(skip_serializing_if = "str::is_empty")]
    summary: &'a str,
}

#[derive(Serialize)]
struct SigRecord<'a> {
    slug: &'a str,
    name: &'a str,
    evidence: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    sentence: &'a str,
}

#[derive(Serialize)]
struct LabelRecord<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    color: String,
}

#[derive(Serialize)]
struct TransitionRecord {
    at: String,
    stage: &'static str,
}

#[derive(Serialize)]
struct ProblemRecord {
    item: usize,
    reason: &'static str,
}

impl Snapshot {
    /// Encodes the snapshot as one of `repository` (`owner/name`), in one line. Equal snapshots give equal text.
    pub fn to_json(&self, repository: &str) -> String {
        let file = self.encode(repository, &StageHistories::default());
        // Fails only for maps whose keys are not text. There are none.
        serde_json::to_string(&file).unwrap_or_default()
    }

    /// Encodes the snapshot with the stages that each proposal went through, in indented lines.
    /// [`decode`](super::decode) ignores these stages; they are for other readers of the file.
    pub fn to_json_with_history(&self, histories: &StageHistories, repository: &str) -> String {
        let file = self.encode(repository, histories);
        // Fails only for maps whose keys are not text. There are none.
        serde_json::to_string_pretty(&file).unwrap_or_default()
    }

    fn encode<'a>(&'a self, repository: &'a str, histories: &StageHistories) -> File<'a> {
        let mut documents = self.documents.iter().peekable();
        let encode = |proposal: &'a Proposal| {
            let document = documents.next_if(|document| document.number == proposal.number);
            let history = histories.by_number.get(&proposal.number).map(Vec::as_slice);
            encode_proposal(proposal, document, history.unwrap_or_default())
        };
        File {
            schema: SCHEMA,
            repository,
            made_at: to_iso8601(self.made_at),
            open_only: self.scope == Scope::Open,
            incomplete: self.incomplete,
            proposals: self.proposals.iter().map(encode).collect(),
            problems: encode_problems(&self.problems),
            history_problems: encode_problems(&histories.problems),
        }
    }
}

fn encode_proposal<'a>(
    proposal: &'a Proposal,
    document: Option<&'a FetchedDocument>,
    history: &[StageTransition],
) -> ProposalRecord<'a> {
    let decision = proposal.status.decision();
    ProposalRecord {
        number: proposal.number,
        title: &proposal.title,
        author: proposal.author.as_deref(),
        stage: proposal.status.stage().as_str(),
        outcome: decision.map(|decision| decision.outcome.as_str()),
        inferred: decision.is_some_and(|decision| decision.inferred),
        closed_at: encode_time(decision.and_then(|decision| decision.at)),
        draft: proposal.draft,
        is_rfc: proposal.is_rfc,
        sigs: proposal.sigs.iter().map(encode_sig).collect(),
        labels: proposal.labels.iter().map(encode_label).collect(),
        opened_at: encode_time(proposal.opened_at),
        updated_at: encode_time(proposal.updated_at),
        comments: proposal.comments,
        thumbs_up: proposal.thumbs_up,
        document: document.map(encode_document),
        history: history.iter().map(encode_transition).collect(),
    }
}

fn encode_document(fetched: &FetchedDocument) -> DocumentRecord<'_> {
    let document = &fetched.document;
    DocumentRecord {
        read_after: to_iso8601(fetched.read_after),
        is_rfc: document.is_rfc,
        rfc_number: document.rfc_number.map(|number| number.get()),
        status: &document.status,
        sigs: document.sigs.iter().map(encode_sig).collect(),
        summary: &document.summary,
    }
}

fn encode_sig(sig: &Sig) -> SigRecord<'_> {
    let (evidence, sentence) = match &sig.evidence {
        Evidence::Label => ("label", ""),
        Evidence::Field => ("field", ""),
        Evidence::Mention(sentence) => ("mention", sentence.as_str()),
    };
    SigRecord { slug: &sig.slug, name: &sig.name, evidence, sentence }
}

/// GitHub's form of a color has no `#`.
fn encode_label(label: &Label) -> LabelRecord<'_> {
    let color = label.color.css().split_off(1);
    LabelRecord { name: &label.name, description: &label.description, color }
}

fn encode_transition(transition: &StageTransition) -> TransitionRecord {
    TransitionRecord { at: to_iso8601(transition.at), stage: transition.stage.as_str() }
}

fn encode_problems(problems: &[SkippedItem]) -> Vec<ProblemRecord> {
    let encode = |problem: &SkippedItem| ProblemRecord { item: problem.item, reason: problem.reason };
    problems.iter().map(encode).collect()
}

fn encode_time(time: Option<Time>) -> Option<String> {
    time.map(to_iso8601)
}

fn is_false(value: &bool) -> bool {
    !value
}
