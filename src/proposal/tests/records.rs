//! Records, and evidence as text, for the tables of stages and outcomes.

use super::*;

/// Parses `2026-04-02 vote-scheduled: Tabled for vote. (+4, 0, -1)`; the sentence and the figures may be absent.
fn note(line: &str) -> Note {
    let (line, vote) = match line.split_once(" (") {
        Some((line, vote)) => (line, Some(vote.trim_end_matches(')'))),
        None => (line, None),
    };
    let (head, sentence) = match line.split_once(": ") {
        Some((head, sentence)) => (head, Some(sentence.to_owned())),
        None => (line, None),
    };
    let (date, kind) = head.split_once(' ').unwrap();
    let vote = vote.map(|vote| match vote.split(", ").collect::<Vec<_>>()[..] {
        [in_favor, abstained, against] => Vote::Counted(Tally {
            in_favor: in_favor.trim_start_matches('+').parse().unwrap(),
            abstained: abstained.parse().unwrap(),
            against: against.trim_start_matches('-').parse().unwrap(),
        }),
        _ => Vote::Unanimous,
    });
    Note { date: parse_date(date).unwrap(), kind: kind.parse().unwrap(), sentence, vote }
}

/// Returns a record of these notes, each in the form of [`note`]. `next_meeting` is empty if there is none.
pub fn record(notes: &[&str], next_meeting: &str) -> Record {
    let notes = notes.iter().copied().map(note).collect();
    Record { notes, next_meeting: parse_date(next_meeting), ..Record::default() }
}

/// Returns the evidence as one line, such as `minutes 2026-04-02 "Tabled for vote."`.
fn evidence(source: &str, date: Option<NaiveDate>, text: Option<&String>) -> String {
    let date = date.map_or_else(String::new, |date| format!(" {}", date_to_iso8601(date)));
    let text = text.map_or_else(String::new, |text| format!(" {text:?}"));
    format!("{source}{date}{text}")
}

fn contradictions(contradictions: &[Contradiction]) -> String {
    let line = |contradiction: &Contradiction| match contradiction {
        Contradiction::Header(text) => format!("; but the header says {text:?}"),
        Contradiction::Minutes(note) => {
            format!("; but the minutes of {} say {}", date_to_iso8601(note.date), note.kind.as_str())
        }
        Contradiction::Merged => "; but merged".to_owned(),
        Contradiction::NotMerged => "; but not merged".to_owned(),
    };
    contradictions.iter().map(line).collect()
}

/// Returns stage and evidence as one line.
pub fn stage_line(proposal: &Proposal) -> String {
    let StageEvidence { source, date, text, vote_was_due, contradictions: others } = &proposal.stage_evidence;
    let evidence = evidence(source.as_str(), *date, text.as_ref());
    let was_due = vote_was_due.map_or_else(String::new, |date| format!(", due {}", date_to_iso8601(date)));
    let stage = proposal.status.stage().as_str();
    format!("{stage} from {evidence}{was_due}{}", contradictions(others))
}

/// Returns outcome and evidence as one line.
pub fn outcome_line(proposal: &Proposal) -> String {
    let OutcomeEvidence { source, date, text, vote, partial, contradictions: others } =
        &proposal.outcome_evidence;
    let evidence = evidence(source.as_str(), *date, text.as_ref());
    let vote = match vote {
        None => String::new(),
        Some(Vote::Unanimous) => ", unanimous".to_owned(),
        Some(Vote::Counted(Tally { in_favor, abstained, against })) => {
            format!(", +{in_favor} {abstained} -{against}")
        }
    };
    let partial = partial.as_ref().map_or_else(String::new, |note| {
        format!(
            ", partly on {}: {:?}",
            date_to_iso8601(note.date),
            note.sentence.as_deref().unwrap_or_default()
        )
    });
    let outcome = proposal.status.outcome().unwrap().as_str();
    format!("{outcome} from {evidence}{vote}{partial}{}", contradictions(others))
}
