//! What a snapshot tells beyond GitHub's list, for the report of a run.

use std::fmt;

use chrono::NaiveDate;

use super::collect::Collected;
use crate::proposal::{Contradiction, Note, OutcomeSource, Proposal, StageSource, date_to_iso8601};

/// What a snapshot tells beyond GitHub's list. `Display` writes the lines for the terminal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Learned {
    /// Meetings that have minutes.
    pub meetings: usize,
    /// Minutes that were fetched, because they are new or changed.
    pub fetched_minutes: usize,
    /// Stages that come from minutes.
    pub stages_from_minutes: usize,
    /// Stages that come from the header or the RFC number of a document.
    pub stages_from_documents: usize,
    /// Outcomes that come from minutes.
    pub outcomes_from_minutes: usize,
    /// Outcomes that come from the document of another proposal.
    pub outcomes_from_documents: usize,
    /// What contradicts a stage or an outcome, by pull request.
    pub contradictions: Vec<(u32, String)>,
    /// What of the minutes is not understood, by meeting.
    pub not_understood: Vec<(NaiveDate, String)>,
}

impl Learned {
    pub(super) fn of(collected: &Collected) -> Self {
        let Collected { snapshot, archive, fetched_minutes, .. } = collected;
        let mut learned = Learned {
            meetings: archive.meetings.len(),
            fetched_minutes: *fetched_minutes,
            ..Learned::default()
        };
        snapshot.known_proposals().iter().for_each(|proposal| learned.add(proposal));
        for archived in &archive.meetings {
            let problems = archived.problems.iter();
            learned.not_understood.extend(problems.map(|problem| (archived.meeting.date, problem.clone())));
        }
        learned
    }

    fn add(&mut self, proposal: &Proposal) {
        match proposal.stage_evidence.source {
            StageSource::Minutes | StageSource::Discussed => self.stages_from_minutes += 1,
            StageSource::Header | StageSource::Number => self.stages_from_documents += 1,
            StageSource::Label | StageSource::None => {}
        }
        match proposal.outcome_evidence.source {
            OutcomeSource::Minutes => self.outcomes_from_minutes += 1,
            OutcomeSource::Document => self.outcomes_from_documents += 1,
            OutcomeSource::Label | OutcomeSource::Merge | OutcomeSource::Author | OutcomeSource::None => {}
        }
        let of_stage = proposal.stage_evidence.contradictions.iter();
        for contradiction in of_stage.chain(&proposal.outcome_evidence.contradictions) {
            let status = match proposal.status.outcome() {
                Some(outcome) => outcome.as_str(),
                None => proposal.status.stage().as_str(),
            };
            let line = format!("{status}, but {}", describe(contradiction));
            self.contradictions.push((proposal.number, line));
        }
    }
}

fn describe(contradiction: &Contradiction) -> String {
    match contradiction {
        Contradiction::Header(status) => format!("the document's status is {status:?}"),
        Contradiction::Minutes(Note { date, kind, sentence, .. }) => {
            let (date, kind) = (date_to_iso8601(*date), kind.as_str());
            let sentence = sentence.as_deref().map(|text| format!(": {text}")).unwrap_or_default();
            format!("the minutes of {date} say {kind}{sentence}")
        }
        Contradiction::Merged => "it is merged".to_owned(),
        Contradiction::NotMerged => "it is closed without a merge".to_owned(),
    }
}

impl fmt::Display for Learned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one_or_more = |count: usize, name: &str| match count {
            1 => format!("1 {name}"),
            _ => format!("{count} {name}s"),
        };
        let counts = [
            one_or_more(self.meetings, "meeting"),
            format!("{} fetched", self.fetched_minutes),
            format!("{} from minutes", one_or_more(self.stages_from_minutes, "stage")),
            format!("{} from documents", one_or_more(self.stages_from_documents, "stage")),
            format!("{} from minutes", one_or_more(self.outcomes_from_minutes, "outcome")),
            format!("{} from documents", one_or_more(self.outcomes_from_documents, "outcome")),
            one_or_more(self.contradictions.len(), "contradiction"),
            format!("{} not understood", one_or_more(self.not_understood.len(), "block")),
        ];
        f.write_str(&counts.join(", "))?;
        for (number, line) in &self.contradictions {
            write!(f, "\ncontradiction: #{number} is {line}")?;
        }
        for (date, problem) in &self.not_understood {
            write!(f, "\nnot understood: minutes of {}, {problem}", date_to_iso8601(*date))?;
        }
        Ok(())
    }
}
