//! The values that can be chosen, each with how many proposals it would show.

use std::collections::BTreeMap;

use super::{Choice, Query, Searchable};
use crate::github::Scope;
use crate::proposal::{NO_SIG, Outcome, Stage};

/// A value that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// The value.
    pub choice: Choice,
    /// Its name for people, where the data has one: of SIGs and tags.
    pub name: String,
    /// How many proposals are shown if it is the only value chosen of its kind; `None` if the
    /// list does not hold them.
    pub count: Option<usize>,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether any proposal has it, of those that are open or decided as asked for.
    pub occurs: bool,
}

/// All values that can be chosen, by kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    /// Every stage, in the order of the lifecycle.
    pub stages: Vec<Facet>,
    /// Every outcome that occurs, while decided proposals are asked for.
    pub outcomes: Vec<Facet>,
    /// Every SIG that occurs, by name, and at the end none.
    pub sigs: Vec<Facet>,
    /// Every label that occurs, by name.
    pub tags: Vec<Facet>,
}

/// Counts what each value would show, in one pass.
#[derive(Default)]
pub(super) struct Tally {
    stages: Vec<(Stage, usize)>,
    outcomes: Vec<(Outcome, usize)>,
    /// Whether there is anything to choose from.
    any: bool,
    no_sig: usize,
    /// By slug.
    sigs: BTreeMap<String, (String, usize)>,
    /// By the name in lower case: the name, and the count.
    tags: BTreeMap<String, (String, usize)>,
}

impl Tally {
    /// Takes in a proposal, and counts it if the search finds it. The SIGs and tags of those that
    /// are not `eligible`, by being open or decided, are not offered.
    pub fn add(&mut self, item: &Searchable, query: &Query, found: bool, eligible: bool) {
        let proposal = &*item.proposal;
        let status = proposal.status;
        let (by_sig, by_tag) = (query.admits_sig(proposal), query.admits_tag(proposal));
        let by_outcome = query.admits_outcome(proposal);
        let by_status = query.admits_stage(proposal) && by_outcome;
        let count = |counts: bool| usize::from(found && counts);
        // Choosing an open stage drops the outcomes, so they do not count against it.
        let by_outcome = by_outcome || status.stage() != Stage::Closed;
        add_to(&mut self.stages, status.stage(), count(by_outcome && by_sig && by_tag));
        if let Some(outcome) = status.outcome() {
            let by_stage = query.stages.is_empty() || query.stages.contains(&Stage::Closed);
            add_to(&mut self.outcomes, outcome, count(by_stage && by_sig && by_tag));
        }
        if !eligible {
            return;
        }
        self.any = true;
        if proposal.sigs.is_empty() {
            self.no_sig += count(by_status && by_tag);
        }
        for sig in &proposal.sigs {
            let entry = self.sigs.entry(sig.slug.clone()).or_insert_with(|| (sig.name.clone(), 0));
            entry.1 += count(by_status && by_tag);
        }
        for label in &proposal.labels {
            let entry = self.tags.entry(label.name.to_ascii_lowercase());
            entry.or_insert_with(|| (label.name.clone(), 0)).1 += count(by_status && by_sig);
        }
    }

    pub fn into_facets(mut self, query: &Query, held: Scope) -> Facets {
        // What is chosen can be taken back, even if no proposal has it any more.
        let mut missing = Vec::new();
        for slug in query.sigs.iter().filter(|slug| *slug != NO_SIG) {
            self.sigs.entry(slug.clone()).or_insert_with(|| {
                missing.push(Choice::Sig(slug.clone()));
                (slug.clone(), 0)
            });
        }
        for name in &query.tags {
            self.tags.entry(name.to_ascii_lowercase()).or_insert_with(|| {
                missing.push(Choice::Tag(name.clone()));
                (name.clone(), 0)
            });
        }
        let facet = |choice: Choice, name: String, count: Option<usize>| {
            let (chosen, occurs) = (query.has(&choice), !missing.contains(&choice));
            Facet { choice, name, count, chosen, occurs }
        };
        let decided_known = query.scope() == Scope::All && held == Scope::All;
        let stages = Stage::ALL.into_iter().map(|stage| {
            let count = count_of(&self.stages, stage).unwrap_or_default();
            let known = decided_known || stage != Stage::Closed;
            facet(Choice::Stage(stage), String::new(), known.then_some(count))
        });
        let outcomes = Outcome::ALL.into_iter().filter_map(|outcome| {
            let count = count_of(&self.outcomes, outcome).filter(|_| decided_known);
            let relevant = count.is_some() || query.outcomes.contains(&outcome);
            relevant.then(|| facet(Choice::Outcome(outcome), String::new(), Some(count.unwrap_or_default())))
        });
        let mut sigs: Vec<(String, (String, usize))> = Vec::new();
        for sig in self.sigs {
            let after_smaller = sigs.partition_point(|(_, (name, _))| *name <= sig.1.0);
            sigs.insert(after_smaller, sig);
        }
        if self.any || query.has(&Choice::Sig(NO_SIG.to_owned())) {
            sigs.push((NO_SIG.to_owned(), (String::new(), self.no_sig)));
        }
        let sigs = sigs.into_iter().map(|(slug, (name, count))| facet(Choice::Sig(slug), name, Some(count)));
        let tags = self.tags.into_values();
        Facets {
            stages: stages.collect(),
            outcomes: outcomes.collect(),
            sigs: sigs.collect(),
            tags: tags.map(|(name, count)| facet(Choice::Tag(name.clone()), name, Some(count))).collect(),
        }
    }
}

fn add_to<T: PartialEq>(counts: &mut Vec<(T, usize)>, value: T, more: usize) {
    match counts.iter_mut().find(|(known, _)| *known == value) {
        Some((_, count)) => *count += more,
        None => counts.push((value, more)),
    }
}

fn count_of<T: PartialEq>(counts: &[(T, usize)], value: T) -> Option<usize> {
    counts.iter().find(|(known, _)| *known == value).map(|(_, count)| *count)
}
