//! What the meeting said about each pull request.

mod draft;

use std::collections::BTreeSet;

use super::classify::Place;
use super::decisions::Entry;
use super::replacements::{self, Pair, Replacements};
use super::statement::{Role, Statement};
use super::topics::{Opening, Topic};
use super::wording::{Word, pull_requests};
use super::{Decision, Kind, Problem, Reason, Replacement, Vote};
use draft::{Draft, Drafts};

/// What a meeting said about one pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discussion {
    /// The number of the pull request; `None` for a proposal that has none yet.
    pub pull_request: Option<u32>,
    /// The address of a proposal that has no number, as the minutes have it.
    pub url: Option<String>,
    /// What the meeting did with it.
    pub kind: Kind,
    /// The statement that gives the kind, as plain text. `None` if the minutes only name the proposal, or in
    /// a form that is not understood.
    pub sentence: Option<String>,
    /// The vote, if the minutes record its figures or that it was unanimous.
    pub vote: Option<Vote>,
}

/// Collects discussions over topics and decisions, one for each pull request.
pub(super) struct Collector<'a> {
    repository_url: &'a str,
    drafts: Drafts,
    replacements: Replacements,
    problems: Vec<Problem>,
}

impl<'a> Collector<'a> {
    pub(super) fn new(repository_url: &'a str) -> Self {
        Collector {
            repository_url,
            drafts: Drafts::default(),
            replacements: Replacements::default(),
            problems: Vec::new(),
        }
    }

    /// Adds what was said in a topic.
    pub(super) fn add_topic(&mut self, topic: &Topic) {
        let Some(opening) = &topic.opening else { return self.add_mentions(topic) };
        let line = opening.statement.line;
        self.replacements.add(&opening.replaced, opening.statement.text());
        match opening.pull_requests.as_slice() {
            [] => self.add_discussion(None, opening, topic),
            [number] => self.add_discussion(Some(*number), opening, topic),
            // What is said below may be about each of them.
            several => {
                for number in several {
                    self.drafts.get(Some(*number), line);
                }
                self.problems.push(Problem { line, reason: Reason::SeveralPullRequests });
            }
        }
    }

    fn add_discussion(&mut self, number: Option<u32>, opening: &Opening, topic: &Topic) {
        let draft = self.drafts.get(number, opening.statement.line);
        draft.url = draft.url.take().or_else(|| opening.url.clone());
        if !opening.is_heading {
            draft.add_statement(
                &opening.statement.words(self.repository_url),
                Place::Discussion,
                &opening.text,
            );
        }
        for (statement, role) in topic.statements() {
            let words = statement.words(self.repository_url);
            let replaced = replacements::find(&words, number);
            self.replacements.add(&replaced, statement.text());
            let related =
                opening.replaced.iter().chain(&replaced).flat_map(Pair::numbers).chain(number).collect();
            let others = pull_requests(&words, &related);
            match role {
                // The statement may be about the other one.
                _ if !others.is_empty() => {
                    let reasons = others.into_iter().map(Reason::OtherPullRequest);
                    self.problems.extend(reasons.map(|reason| Problem { line: statement.line, reason }));
                }
                Role::Action => {}
                Role::Outcome if statement.is_label() => {}
                Role::Outcome => draft.add_statement(&words, Place::Outcome, statement.text()),
                Role::Point => draft.add_statement(&words, Place::Discussion, statement.text()),
            }
        }
        draft.fallback = topic.conclusion().map(str::to_owned).or(draft.fallback.take());
    }

    /// Adds the pull requests that a topic names, though not in its opening.
    fn add_mentions(&mut self, topic: &Topic) {
        let mut known = BTreeSet::new();
        for (statement, _) in topic.statements() {
            let words = statement.words(self.repository_url);
            let replaced = replacements::find(&words, None);
            self.replacements.add(&replaced, statement.text());
            known.extend(replaced.into_iter().map(|pair| pair.old));
            for number in pull_requests(&words, &known) {
                self.drafts.get(Some(number), statement.line);
                self.problems.push(Problem { line: statement.line, reason: Reason::UnknownForm(number) });
                known.insert(number);
            }
        }
    }

    /// Adds what a decision says about the pull request that it links to, and returns the decision.
    pub(super) fn add_entry(&mut self, entry: &Entry) -> Decision {
        let statements: Vec<(&Statement, Vec<Word<'_>>)> = entry
            .statements
            .iter()
            .map(|statement| (statement, statement.words(self.repository_url)))
            .collect();
        let mut replaced = BTreeSet::new();
        for (statement, words) in &statements {
            let pairs = replacements::find(words, None);
            self.replacements.add(&pairs, statement.text());
            replaced.extend(pairs.into_iter().map(|pair| pair.old));
        }
        let all_words: Vec<Word<'_>> = statements.iter().flat_map(|(_, words)| words).copied().collect();
        let numbers = pull_requests(&all_words, &replaced);
        for number in &numbers {
            let draft = self.drafts.get(Some(*number), entry.line());
            if numbers.len() == 1 {
                add_decision(draft, &statements);
            }
        }
        if numbers.len() > 1 {
            self.problems.push(Problem { line: entry.line(), reason: Reason::SeveralPullRequests });
        }
        entry.decision(numbers)
    }

    /// Returns the discussions in the order in which the minutes name them, the replacements, and what was
    /// not understood.
    pub(super) fn finish(mut self) -> (Vec<Discussion>, Vec<Replacement>, Vec<Problem>) {
        let drafts = self.drafts.into_list();
        let contradictions = drafts.iter().filter(|draft| draft.is_contradictory());
        self.problems
            .extend(contradictions.map(|draft| Problem { line: draft.line, reason: Reason::Contradiction }));
        let discussions = drafts.into_iter().map(Draft::finish).collect();
        (discussions, self.replacements.into_list(), self.problems)
    }
}

/// Adds what the statements of a decision say about the one pull request that they link to.
fn add_decision(draft: &mut Draft, statements: &[(&Statement, Vec<Word<'_>>)]) {
    const VOID: [&str; 6] = ["void", "voided", "nullified", "annulled", "rescinded", "revoked"];
    let Some((entry, _)) = statements.first() else { return };
    if statements.iter().any(|(_, words)| words.iter().any(|word| word.is_in(&VOID))) {
        return draft.set(Place::Decision, Kind::Discussed, entry.text());
    }
    for (statement, words) in statements {
        draft.add_statement(words, Place::Decision, statement.text());
    }
    // What it says in other words is a decision all the same, but no verdict.
    draft.set(Place::Discussion, Kind::DecidedDetail, entry.text());
}
