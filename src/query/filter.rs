//! The proposals that a query selects, in its order.

use std::cmp::Ordering;
use std::sync::Arc;

use super::facets::FacetCounter;
use super::{Casefold, Facets, Query, SearchEntry, Sort, StateFilter, search};
use crate::github::Scope;
use crate::proposal::{Proposal, Stage};

/// What a query selects.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// The proposals, in order.
    pub proposals: Vec<Arc<Proposal>>,
    /// How many there are before stage, SIG, tag and search narrow them down.
    pub total: usize,
    /// What can be chosen.
    pub facets: Facets,
}

/// Selects, counts and orders. `loaded_scope` is what `items` are the whole of; `casefold` must be the one that
/// prepared them.
pub fn select(items: &[SearchEntry], loaded_scope: Scope, query: &Query, casefold: Casefold) -> Selection {
    let terms = search::terms(&casefold(&query.text));
    let all = Query { show: query.effective_state(), ..Query::default() };
    let mut counter = FacetCounter::default();
    let mut selection = Selection::default();
    for item in items {
        let proposal = &item.proposal;
        let in_scope = all.matches_stage(proposal);
        let found = item.matches(&terms);
        selection.total += usize::from(in_scope);
        counter.add(item, query, found, in_scope);
        if found
            && query.matches_stage(proposal)
            && query.matches_outcome(proposal)
            && query.matches_sig(proposal)
            && query.matches_tag(proposal)
        {
            selection.proposals.push(Arc::clone(proposal));
        }
    }
    sort(&mut selection.proposals, query.sort);
    selection.facets = counter.into_facets(query, loaded_scope);
    selection
}

impl Query {
    /// What `show` amounts to: asking for a closed stage or an outcome asks for decided proposals.
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

/// The order asked for; of equals, the latest change first.
fn sort(proposals: &mut [Arc<Proposal>], sort: Sort) {
    let stage_rank = |p: &Proposal| stage_rank(p.status.stage());
    proposals.sort_unstable_by(|a, b| {
        let first = match sort {
            Sort::Stage => stage_rank(a).cmp(&stage_rank(b)),
            Sort::Updated => Ordering::Equal,
            Sort::Created => b.opened_at.cmp(&a.opened_at),
            Sort::Comments => b.comments.cmp(&a.comments),
            Sort::Number => b.number.cmp(&a.number),
        };
        first.then_with(|| b.updated_at.cmp(&a.updated_at)).then_with(|| b.number.cmp(&a.number))
    });
}

/// How far from a decision; what is decided comes last.
fn stage_rank(stage: Stage) -> u8 {
    match stage {
        Stage::Vote => 0,
        Stage::Discussion => 1,
        Stage::Submitted => 2,
        Stage::Closed => 3,
    }
}
