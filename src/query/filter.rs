//! Filtering and sorting.

use std::cmp::Ordering;
use std::sync::Arc;

use super::facets::FacetCounter;
use super::{Activity, Casefold, FacetSet, Facets, Query, SearchEntry, Sort, StateFilter, search};
use crate::github::Scope;
use crate::proposal::{Proposal, Since, Stage, Time};

/// The result of a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The proposals, sorted.
    pub proposals: Vec<Arc<Proposal>>,
    /// Proposals before the filters: all of the effective state.
    pub total: usize,
    /// The facets with their counts.
    pub facets: Facets,
}

/// Filters, counts and sorts. `loaded_scope` is the scope that `items` covers completely; `casefold` has to be the
/// function that prepared them. `activity` returns whose turn a proposal is, and since when it changed.
pub fn select(
    items: &[SearchEntry],
    loaded_scope: Scope,
    query: &Query,
    casefold: Casefold,
    activity: impl Fn(&Proposal) -> Activity,
) -> Selection {
    let terms = search::terms(&casefold(&query.text));
    let all = Query { show: query.effective_state(), ..Query::default() };
    let mut counter = FacetCounter::default();
    let mut selection = Selection::default();
    for item in items {
        let proposal = &item.proposal;
        let in_scope = all.matches_stage(proposal);
        let found = item.matches(&terms);
        selection.total += usize::from(in_scope);
        let activity = activity(proposal);
        counter.add(proposal, activity, query, found, in_scope);
        if found && query.excluded_by(proposal, activity) == FacetSet::default() {
            selection.proposals.push(Arc::clone(proposal));
        }
    }
    sort(&mut selection.proposals, query.sort);
    selection.facets = counter.into_facets(query, loaded_scope);
    selection
}

impl Query {
    /// Returns `show`, or what the chosen stages and outcomes make of it: a closed stage or an outcome includes decided
    /// proposals.
    pub fn effective_state(&self) -> StateFilter {
        let closed = self.stages.contains(&Stage::Closed);
        let only_closed = self.stages.iter().all(|stage| *stage == Stage::Closed);
        match (self.stages.is_empty(), self.outcomes.is_empty()) {
            (true, true) => self.show,
            (true, false) => StateFilter::Decided,
            (false, _) if closed && only_closed => StateFilter::Decided,
            (false, _) if closed => StateFilter::All,
            (false, _) => StateFilter::Open,
        }
    }
}

/// Sorts proposals. The latest change decides between equals.
fn sort(proposals: &mut [Arc<Proposal>], sort: Sort) {
    // Those without a date come last.
    let since = |p: &Proposal| p.stage_since.map_or(Time::MAX_UTC, Since::start);
    let stage_rank = |p: &Proposal| stage_rank(p.status.stage());
    proposals.sort_by(|a, b| {
        let first = match sort {
            Sort::Stage => stage_rank(a).cmp(&stage_rank(b)),
            Sort::Updated => Ordering::Equal,
            Sort::Created => b.opened_at.cmp(&a.opened_at),
            Sort::Comments => b.comments.cmp(&a.comments),
            Sort::Number => b.number.cmp(&a.number),
            Sort::Age => since(a).cmp(&since(b)),
        };
        first.then_with(|| b.updated_at.cmp(&a.updated_at)).then_with(|| b.number.cmp(&a.number))
    });
}

/// Returns the place of a stage in the sort order: the nearest to a decision first, closed last.
fn stage_rank(stage: Stage) -> Option<usize> {
    Stage::NEAREST_FIRST.iter().position(|&other| other == stage)
}
