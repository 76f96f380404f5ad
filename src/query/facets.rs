//! The values that can be chosen, each with how many proposals it would show.

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
    sigs: Vec<Named>,
    /// By the name in lower case.
    tags: Vec<Named>,
}

/// How often something occurs that has a name, by a key that tells it from others.
struct Named {
    key: String,
    name: String,
    count: usize,
    occurs: bool,
}

/// Counts what has this key; `None` counts nothing, but puts the key in its place.
fn count_named(entries: &mut Vec<Named>, key: &str, name: &str, count: Option<usize>) {
    // Nothing is allocated for what is known: it is counted anew at every letter of a search.
    let letters = key.bytes().map(|letter| letter.to_ascii_lowercase());
    let at = entries.partition_point(|entry| entry.key.bytes().lt(letters.clone()));
    if entries.get(at).is_none_or(|entry| !entry.key.eq_ignore_ascii_case(key)) {
        let entry = Named { key: key.to_ascii_lowercase(), name: name.to_owned(), count: 0, occurs: false };
        entries.insert(at, entry);
    }
    if let (Some(entry), Some(count)) = (entries.get_mut(at), count) {
        entry.count += count;
        entry.occurs = true;
    }
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
            count_named(&mut self.sigs, &sig.slug, &sig.name, Some(count(by_status && by_tag)));
        }
        for label in &proposal.labels {
            count_named(&mut self.tags, &label.name, &label.name, Some(count(by_status && by_sig)));
        }
    }

    pub fn into_facets(mut self, query: &Query, held: Scope) -> Facets {
        // What is chosen can be taken back, even if no proposal has it any more.
        for slug in &query.sigs {
            if slug != NO_SIG {
                count_named(&mut self.sigs, slug, slug, None);
            }
        }
        for name in &query.tags {
            count_named(&mut self.tags, name, name, None);
        }
        let facet = |choice: Choice, count: Option<usize>| {
            let chosen = query.has(&choice);
            Facet { choice, name: String::new(), count, chosen, occurs: true }
        };
        let named = |choice: Choice, Named { name, count, occurs, .. }: Named| Facet {
            name,
            occurs,
            ..facet(choice, Some(count))
        };
        let decided_known = query.scope() == Scope::All && held == Scope::All;
        let mut facets = Facets::default();
        for stage in Stage::ALL {
            let count = count_of(&self.stages, stage).unwrap_or_default();
            let known = decided_known || stage != Stage::Closed;
            facets.stages.push(facet(Choice::Stage(stage), known.then_some(count)));
        }
        for outcome in Outcome::ALL {
            let count = count_of(&self.outcomes, outcome).filter(|_| decided_known);
            if count.is_some() || query.outcomes.contains(&outcome) {
                facets.outcomes.push(facet(Choice::Outcome(outcome), Some(count.unwrap_or_default())));
            }
        }
        for sig in self.sigs {
            let after_smaller = facets.sigs.partition_point(|facet| facet.name <= sig.name);
            facets.sigs.insert(after_smaller, named(Choice::Sig(sig.key.clone()), sig));
        }
        let none = Choice::Sig(NO_SIG.to_owned());
        if self.any || query.has(&none) {
            facets.sigs.push(facet(none, Some(self.no_sig)));
        }
        for tag in self.tags {
            facets.tags.push(named(Choice::Tag(tag.name.clone()), tag));
        }
        facets
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
