//! The proposals that a query selects, in its order.

use std::cmp::Ordering;
use std::sync::Arc;

use super::facets::Tally;
use super::{Facets, Fold, Query, Searchable, Show, Sort, search};
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
    order(&mut selection.proposals, query.sort);
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

/// The order asked for; of equals, the latest change first.
fn order(proposals: &mut [Arc<Proposal>], sort: Sort) {
    let distance = |p: &Proposal| distance(p.status.stage());
    proposals.sort_unstable_by(|a, b| {
        let first = match sort {
            Sort::Stage => distance(a).cmp(&distance(b)),
            Sort::Updated => Ordering::Equal,
            Sort::Created => b.opened_at.cmp(&a.opened_at),
            Sort::Comments => b.comments.cmp(&a.comments),
            Sort::Number => b.number.cmp(&a.number),
        };
        first.then_with(|| b.updated_at.cmp(&a.updated_at)).then_with(|| b.number.cmp(&a.number))
    });
}

/// How far from a decision; what is decided comes last.
fn distance(stage: Stage) -> u8 {
    match stage {
        Stage::Vote => 0,
        Stage::Discussion => 1,
        Stage::Submitted => 2,
        Stage::Closed => 3,
    }
}
