//! The proposals that a query selects, in its order.

use std::collections::BinaryHeap;
use std::sync::Arc;

use super::facets::Tally;
use super::{Facets, Fold, Query, Searchable, Show, Sort, search};
use crate::github::Scope;
use crate::proposal::{Proposal, Stage, Time};

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

/// Selects, counts and orders. `held` is what `items` are the whole of; `fold` must be the one that
/// prepared them.
pub fn select(items: &[Searchable], held: Scope, query: &Query, fold: Fold) -> Selection {
    let terms = search::terms(&fold(&query.text));
    let all = Query { show: query.base(), ..Query::default() };
    let mut tally = Tally::default();
    let mut selection = Selection::default();
    for item in items {
        let proposal = &item.proposal;
        let eligible = all.admits_stage(proposal);
        let found = item.matches(&terms);
        selection.total += usize::from(eligible);
        tally.add(item, query, found, eligible);
        if found
            && query.admits_stage(proposal)
            && query.admits_outcome(proposal)
            && query.admits_sig(proposal)
            && query.admits_tag(proposal)
        {
            selection.proposals.push(Arc::clone(proposal));
        }
    }
    selection.proposals = in_order(selection.proposals, query.sort);
    selection.facets = tally.into_facets(query, held);
    selection
}

impl Query {
    /// What `show` amounts to: asking for a closed stage or an outcome asks for decided proposals.
    pub fn base(&self) -> Show {
        let closed = self.stages.contains(&Stage::Closed);
        let only_closed = self.stages.iter().all(|stage| *stage == Stage::Closed);
        match (self.stages.is_empty(), self.outcomes.is_empty()) {
            (true, true) => self.show,
            (true, false) => Show::Decided,
            (false, _) if closed && only_closed => Show::Decided,
            (false, _) if closed => Show::All,
            (false, _) => Show::Open,
        }
    }
}

/// The proposals in the order asked for; of equals, the latest change first.
///
/// By a heap of keys: `sort_by` brings 4 kB of WebAssembly, and keys are compared much faster.
fn in_order(proposals: Vec<Arc<Proposal>>, sort: Sort) -> Vec<Arc<Proposal>> {
    let latest_first = |time: Option<Time>| time.map_or(i64::MAX, |time| -time.timestamp());
    let key = |(at, p): (usize, &Arc<Proposal>)| {
        let first = match sort {
            Sort::Stage => distance(p.status.stage()),
            Sort::Updated => 0,
            Sort::Created => latest_first(p.opened_at),
            Sort::Comments => -i64::from(p.comments),
            Sort::Number => -i64::from(p.number),
        };
        (first, latest_first(p.updated_at), -i64::from(p.number), at)
    };
    let keys: BinaryHeap<_> = proposals.iter().enumerate().map(key).collect();
    let order = keys.into_sorted_vec();
    order.into_iter().filter_map(|(.., at)| proposals.get(at).cloned()).collect()
}

/// How far from a decision; what is decided comes last.
fn distance(stage: Stage) -> i64 {
    match stage {
        Stage::Vote => 0,
        Stage::Discussion => 1,
        Stage::Submitted => 2,
        Stage::Closed => 3,
    }
}
