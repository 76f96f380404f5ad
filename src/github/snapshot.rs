//! What is known of a repository's proposals at one time, as a file: a site's snapshot, or the copy
//! that a browser keeps of what was last live.

use super::{Histories, Malformed, Problem, Scope, files, list, record};
use crate::json::{self, Value};
use crate::proposal::{Document, Proposal, Time};

/// The version of the layout that is written, and the newest that is read. Older ones are read, too:
/// 1 holds GitHub's own answers.
pub const SCHEMA: u32 = 2;

/// A repository's proposals as they were at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// When it was made.
    pub made_at: Time,
    /// Which proposals it holds.
    pub scope: Scope,
    /// The proposals, without their documents' share.
    pub proposals: Vec<Proposal>,
    /// Their documents, as far as they were read, in the order of the proposals.
    pub documents: Vec<ReadDocument>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// Whether there were more proposals than it holds.
    pub incomplete: bool,
}

/// A document, and of which pull request, as changed last at which time.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadDocument {
    /// The pull request's number.
    pub number: u32,
    /// The pull request's last change when the document was read.
    pub read_after: Time,
    /// What the document tells.
    pub document: Document,
}

/// Reads a snapshot of `repository` (`owner/name`).
///
/// # Errors
/// [`Malformed`] if it is no snapshot, one of another repository or one of a newer schema.
pub fn snapshot(file: &Value, repository: &str) -> Result<Snapshot, Malformed> {
    let schema = json::number(file, "schema").ok_or(Malformed("it has no schema".to_owned()))?;
    if schema > SCHEMA {
        return Err(Malformed(format!("its schema is {schema}, and this program reads up to {SCHEMA}")));
    }
    let made_of = json::text(file, "repository").unwrap_or_default();
    if !made_of.eq_ignore_ascii_case(repository) {
        return Err(Malformed(format!("made of {made_of}")));
    }
    let made_at = json::time(file, "made_at").ok_or(Malformed("made_at is no time".to_owned()))?;
    if schema == 1 {
        return Ok(of_answers(file, made_at));
    }
    let mut snapshot = Snapshot {
        made_at,
        scope: if json::truth(file, "open_only") { Scope::Open } else { Scope::All },
        proposals: Vec::new(),
        documents: Vec::new(),
        problems: Vec::new(),
        incomplete: json::truth(file, "incomplete"),
    };
    for (index, record) in json::items(file, "proposals").iter().enumerate() {
        match record::read(record) {
            Ok((proposal, document)) => {
                snapshot.proposals.push(proposal);
                snapshot.documents.extend(document);
            }
            Err(reason) => snapshot.problems.push(Problem { item: index + 1, reason }),
        }
    }
    for problem in json::items(file, "problems") {
        let item = json::number(problem, "item").unwrap_or_default() as usize;
        snapshot.problems.push(Problem { item, reason: "it could not be read when the snapshot was made" });
    }
    Ok(snapshot)
}

/// Schema 1: GitHub's answers, gathered.
fn of_answers(file: &Value, made_at: Time) -> Snapshot {
    // As `GET /repos/{owner}/{repo}/issues?state=all` returns them.
    let (proposals, problems) = list::proposals_of(json::items(file, "issues"));
    // By pull request number, as `GET /repos/{owner}/{repo}/pulls/{number}/files` returns them.
    let document = |proposal: &Proposal| {
        let files = file.get("files")?.get(&proposal.number.to_string())?.as_list()?;
        let document = files::document_of(files);
        Some(ReadDocument { number: proposal.number, read_after: proposal.updated_at?, document })
    };
    let documents = proposals.iter().filter_map(document).collect();
    Snapshot { made_at, scope: Scope::All, proposals, documents, problems, incomplete: false }
}

impl Snapshot {
    /// The file of this snapshot of `repository`, with times as `machine` writes them (RFC 3339). The
    /// same snapshot gives the same file.
    pub fn file(&self, repository: &str, machine: fn(Time) -> String) -> Value {
        self.written(repository, machine, |_| Value::Nothing, Value::Nothing)
    }

    /// The same, with the stages that each proposal went through.
    pub fn file_with(&self, histories: &Histories, repository: &str, machine: fn(Time) -> String) -> Value {
        let history = |number| {
            let steps = histories.of.get(&number).map(Vec::as_slice).unwrap_or_default();
            record::history(steps, machine)
        };
        self.written(repository, machine, history, record::problems(&histories.problems))
    }

    fn written(
        &self,
        repository: &str,
        machine: fn(Time) -> String,
        history: impl Fn(u32) -> Value,
        history_problems: Value,
    ) -> Value {
        let mut documents = self.documents.iter().peekable();
        let records = self.proposals.iter().map(|proposal| {
            let read = documents.next_if(|read| read.number == proposal.number);
            record::write(proposal, read, history(proposal.number), machine)
        });
        record::fields(&mut [
            ("schema", Value::Number(SCHEMA.into())),
            ("repository", Value::Text(repository.to_owned())),
            ("made_at", Value::Text(machine(self.made_at))),
            ("open_only", record::mark(self.scope == Scope::Open)),
            ("incomplete", record::mark(self.incomplete)),
            ("proposals", Value::List(records.collect())),
            ("problems", record::problems(&self.problems)),
            ("history_problems", history_problems),
        ])
    }
}
