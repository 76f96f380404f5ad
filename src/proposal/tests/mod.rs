mod arbitrary;
mod colors;
mod documents;
mod histories;
mod outcomes;
mod sigs;
mod stages;
mod time;
mod titles;

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
