mod colors;
mod documents;
mod escaping;
mod fuzz;
mod histories;
mod notes;
mod outcome_evidence;
mod outcomes;
mod records;
mod sigs;
mod stage_evidence;
mod stages;
mod time;
mod timelines;
mod titles;
mod turn_rules;
mod turns;

use super::*;

fn label(name: &str) -> Label {
    Label { name: name.to_owned(), description: String::new(), color: Color::default() }
}

fn pull_request(title: &str, labels: &[&str]) -> PullRequest {
    PullRequest {
        number: 1,
        title: title.to_owned(),
        labels: labels.iter().map(|name| label(name)).collect(),
        open: true,
        ..PullRequest::default()
    }
}
