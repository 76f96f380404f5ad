//! Facets: the values that can be chosen, with their counts.

#[cfg(any(feature = "browser", test))]
use super::ActivityValue;
use super::{Activity, FacetSet, FacetValue, Query, contains_name};
use crate::github::Scope;
use crate::proposal::{Label, NO_SIG, Outcome, Proposal, Stage};

/// A value that can be chosen, with its count.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// The value.
    pub value: FacetValue,
    /// Its name, for SIGs and tags; empty for others, whose names are messages.
    pub name: String,
    /// How many proposals are shown if it is the only chosen value of its facet; `None` if they are not loaded.
    pub count: Option<usize>,
    /// True if it is chosen.
    pub chosen: bool,
    /// True if any proposal of the effective state has it.
    pub exists: bool,
}

/// The values of every facet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facets {
    /// Every stage, in the order of the lifecycle.
    pub stages: Vec<Facet>,
    /// Every outcome that occurs, while decided proposals are shown.
    pub outcomes: Vec<Facet>,
    /// Every SIG that occurs, sorted by name, and "no SIG" last.
    pub sigs: Vec<Facet>,
    /// Every label that occurs, sorted by name.
    pub tags: Vec<Facet>,
    /// Every author, sorted by login.
    pub authors: Vec<Facet>,
    /// Everybody whose turn it is on a proposal.
    #[cfg(any(feature = "browser", test))]
    pub turns: Vec<Facet>,
    /// Since when proposals changed.
    #[cfg(any(feature = "browser", test))]
    pub changed: Vec<Facet>,
}

impl Facets {
    /// Returns every value, stages first.
    pub fn iter(&self) -> impl Iterator<Item = &Facet> {
        let facets = [&self.stages, &self.outcomes, &self.sigs, &self.tags, &self.authors].into_iter();
        #[cfg(any(feature = "browser", test))]
        let facets = facets.chain([&self.turns, &self.changed]);
        facets.flatten()
    }

    /// Returns the facet of a value, if it can be chosen.
    pub fn get(&self, value: &FacetValue) -> Option<&Facet> {
        self.iter().find(|facet| facet.value == *value)
    }
}

/// Counts the proposals of each value in one pass.
#[derive(Default)]
pub(super) struct FacetCounter {
    stages: Vec<(Stage, usize)>,
    outcomes: Vec<(Outcome, usize)>,
    /// True if a proposal is in scope.
    has_items: bool,
    no_sig: usize,
    /// Sorted by slug.
    sigs: Vec<CountEntry>,
    /// Sorted by the name in lower case.
    tags: Vec<CountEntry>,
    /// Sorted by the login in lower case.
    authors: Vec<CountEntry>,
    #[cfg(any(feature = "browser", test))]
    activity: Vec<(ActivityValue, usize)>,
}

/// The count of a SIG, label or author.
struct CountEntry {
    key: String,
    name: String,
    count: usize,
    exists: bool,
}

/// Adds to the entry for `key`, inserting it in order; `None` only inserts.
fn add_entry(entries: &mut Vec<CountEntry>, key: &str, name: &str, count: Option<usize>) {
    // Known keys allocate nothing: this runs for every proposal on every keystroke.
    let letters = key.bytes().map(|letter| letter.to_ascii_lowercase());
    let at = entries.partition_point(|entry| entry.key.bytes().lt(letters.clone()));
    if entries.get(at).is_none_or(|entry| !entry.key.eq_ignore_ascii_case(key)) {
        let entry =
            CountEntry { key: key.to_ascii_lowercase(), name: name.to_owned(), count: 0, exists: false };
        entries.insert(at, entry);
    }
    if let (Some(entry), Some(count)) = (entries.get_mut(at), count) {
        entry.count += count;
        entry.exists = true;
    }
}

impl FacetCounter {
    /// Counts a proposal if the search has `found` it. Its SIGs, tags and author are only listed if it is `in_scope`:
    /// of the effective state.
    pub fn add(
        &mut self,
        proposal: &Proposal,
        activity: Activity,
        query: &Query,
        found: bool,
        in_scope: bool,
    ) {
        let status = proposal.status;
        // A value replaces what is chosen of its own facet, so only the other facets count against it.
        let excluded_by = query.excluded_by(proposal, activity);
        let count = |own: FacetSet| usize::from(found && excluded_by.is_within(own));
        // Choosing an open stage drops the outcomes, and an outcome overrides `show`.
        let is_open = status.stage() != Stage::Closed;
        increment(
            &mut self.stages,
            status.stage(),
            count(FacetSet::STAGE.with_if(is_open, FacetSet::OUTCOME)),
        );
        if let Some(outcome) = status.outcome() {
            let own = FacetSet::OUTCOME.with_if(query.stages.is_empty(), FacetSet::STAGE);
            increment(&mut self.outcomes, outcome, count(own));
        }
        if !in_scope {
            return;
        }
        self.has_items = true;
        if proposal.sigs.is_empty() {
            self.no_sig += count(FacetSet::SIG);
        }
        for sig in &proposal.sigs {
            add_entry(&mut self.sigs, &sig.slug, &sig.name, Some(count(FacetSet::SIG)));
        }
        let is_listed = |label: &&Label| label.is_tag() || contains_name(&query.tags, &label.name);
        for label in proposal.labels.iter().filter(is_listed) {
            add_entry(&mut self.tags, &label.name, &label.name, Some(count(FacetSet::TAG)));
        }
        if let Some(login) = &proposal.author {
            add_entry(&mut self.authors, login, login, Some(count(FacetSet::AUTHOR)));
        }
        #[cfg(any(feature = "browser", test))]
        for (values, own) in
            [(&ActivityValue::TURNS[..], FacetSet::TURN), (&ActivityValue::CHANGES[..], FacetSet::CHANGED)]
        {
            for value in values.iter().filter(|value| activity.has(**value)) {
                increment(&mut self.activity, *value, count(own));
            }
        }
    }

    /// Returns the facets. `loaded_scope` says whether the counts of closed proposals are known.
    pub fn into_facets(mut self, query: &Query, loaded_scope: Scope) -> Facets {
        // A chosen value can be removed even if no proposal has it.
        for slug in &query.sigs {
            if slug != NO_SIG {
                add_entry(&mut self.sigs, slug, slug, None);
            }
        }
        for name in &query.tags {
            add_entry(&mut self.tags, name, name, None);
        }
        for login in &query.authors {
            add_entry(&mut self.authors, login, login, None);
        }
        let facet = |value: FacetValue, count: Option<usize>| {
            let chosen = query.has(&value);
            Facet { value, name: String::new(), count, chosen, exists: true }
        };
        let named = |value: FacetValue, CountEntry { name, count, exists, .. }: CountEntry| Facet {
            name,
            exists,
            ..facet(value, Some(count))
        };
        let closed_known = loaded_scope == Scope::All;
        let shows_outcomes = query.scope() == Scope::All && closed_known;
        let mut facets = Facets::default();
        for stage in Stage::ALL {
            let count = get_count(&self.stages, stage).unwrap_or_default();
            let known = closed_known || stage != Stage::Closed;
            facets.stages.push(facet(FacetValue::Stage(stage), known.then_some(count)));
        }
        for outcome in Outcome::ALL {
            let count = get_count(&self.outcomes, outcome).filter(|_| shows_outcomes);
            if count.is_some() || query.outcomes.contains(&outcome) {
                facets.outcomes.push(facet(FacetValue::Outcome(outcome), Some(count.unwrap_or_default())));
            }
        }
        for sig in self.sigs {
            let after_smaller = facets.sigs.partition_point(|facet| facet.name <= sig.name);
            facets.sigs.insert(after_smaller, named(FacetValue::Sig(sig.key.clone()), sig));
        }
        let none = FacetValue::Sig(NO_SIG.to_owned());
        if self.has_items || query.has(&none) {
            facets.sigs.push(facet(none, Some(self.no_sig)));
        }
        for tag in self.tags {
            facets.tags.push(named(FacetValue::Tag(tag.name.clone()), tag));
        }
        for author in self.authors {
            facets.authors.push(named(FacetValue::Author(author.name.clone()), author));
        }
        #[cfg(any(feature = "browser", test))]
        for (values, list) in [
            (&ActivityValue::TURNS[..], &mut facets.turns),
            (&ActivityValue::CHANGES[..], &mut facets.changed),
        ] {
            for activity in values {
                let (value, count) = (FacetValue::Activity(*activity), get_count(&self.activity, *activity));
                if count.is_some() || query.has(&value) {
                    list.push(facet(value, Some(count.unwrap_or_default())));
                }
            }
        }
        facets
    }
}

fn increment<T: PartialEq>(counts: &mut Vec<(T, usize)>, value: T, more: usize) {
    match counts.iter_mut().find(|(known, _)| *known == value) {
        Some((_, count)) => *count += more,
        None => counts.push((value, more)),
    }
}

fn get_count<T: PartialEq>(counts: &[(T, usize)], value: T) -> Option<usize> {
    counts.iter().find(|(known, _)| *known == value).map(|(_, count)| *count)
}
