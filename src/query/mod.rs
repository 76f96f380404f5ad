//! What a reader asks to see: filter, facets with counts, order; to and from the address. Pure.

mod facets;
mod filter;
mod search;
pub mod url_params;

pub use facets::{Facet, Facets};
pub use filter::{Selection, select};
pub use search::{Casefold, SearchEntry};

use crate::github::Scope;
use crate::proposal::{NO_SIG, Outcome, Proposal, Stage};

/// Which proposals are shown as long as neither a stage nor an outcome is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StateFilter {
    /// Those before the committee.
    #[default]
    Open,
    /// The closed ones.
    Decided,
    /// Both.
    All,
}

/// The order of the cards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Nearest to a decision first, then the latest change.
    #[default]
    Stage,
    /// The latest change first.
    Updated,
    /// The latest opened first.
    Created,
    /// The most comments first.
    Comments,
    /// The highest pull request number first.
    Number,
}

/// What a reader asks to see. Several values of one kind widen, kinds narrow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Open, decided or all. A stage or an outcome says more, and then this says nothing.
    pub show: StateFilter,
    /// The stages; none is all that `show` admits.
    pub stages: Vec<Stage>,
    /// The outcomes; none is all. An outcome asks for decided proposals.
    pub outcomes: Vec<Outcome>,
    /// Slugs of SIGs, and `none`.
    pub sigs: Vec<String>,
    /// Names of labels, compared without regard to case.
    pub tags: Vec<String>,
    /// Words that all must be found.
    pub text: String,
    /// The order.
    pub sort: Sort,
}

/// A value that can be chosen, and the facet that it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum FacetValue {
    /// A stage.
    Stage(Stage),
    /// An outcome.
    Outcome(Outcome),
    /// A SIG's slug, or `none`.
    Sig(String),
    /// A label's name.
    Tag(String),
}

impl FacetValue {
    /// The key that it has in the address.
    pub fn key(&self) -> &'static str {
        match self {
            FacetValue::Stage(_) => "stage",
            FacetValue::Outcome(_) => "outcome",
            FacetValue::Sig(_) => "sig",
            FacetValue::Tag(_) => "tag",
        }
    }

    /// The word for it in the address.
    pub fn as_str(&self) -> &str {
        match self {
            FacetValue::Stage(stage) => stage.as_str(),
            FacetValue::Outcome(outcome) => outcome.as_str(),
            FacetValue::Sig(word) | FacetValue::Tag(word) => word,
        }
    }
}

impl Query {
    /// Which proposals the list must hold to answer it.
    pub fn scope(&self) -> Scope {
        let open_only = match (self.stages.as_slice(), self.outcomes.as_slice()) {
            ([], []) => self.show == StateFilter::Open,
            ([], _) => false,
            (stages, _) => !stages.contains(&Stage::Closed),
        };
        if open_only { Scope::Open } else { Scope::All }
    }

    /// Whether anything but `show` and the order differs from asking for everything.
    pub fn is_filtered(&self) -> bool {
        let Query { show: _, sort: _, stages, outcomes, sigs, tags, text } = self;
        !(stages.is_empty()
            && outcomes.is_empty()
            && sigs.is_empty()
            && tags.is_empty()
            && text.trim().is_empty())
    }

    /// All that it narrows down: the same open, decided or all, in the same order.
    pub fn without_filters(&self) -> Query {
        Query { show: self.effective_state(), sort: self.sort, ..Query::default() }
    }

    /// Whether a value is chosen.
    pub fn has(&self, choice: &FacetValue) -> bool {
        match choice {
            FacetValue::Stage(stage) => self.stages.contains(stage),
            FacetValue::Outcome(outcome) => self.outcomes.contains(outcome),
            FacetValue::Sig(slug) => self.sigs.contains(slug),
            FacetValue::Tag(name) => self.has_tag(name),
        }
    }

    fn has_tag(&self, name: &str) -> bool {
        self.tags.iter().any(|tag| tag.eq_ignore_ascii_case(name))
    }

    /// The query with a value chosen that was not, or the other way round.
    pub fn toggled(mut self, choice: &FacetValue) -> Query {
        fn toggle<T: PartialEq + Clone>(values: &mut Vec<T>, value: &T) {
            let before = values.len();
            values.retain(|known| known != value);
            if values.len() == before {
                values.push(value.clone());
            }
        }
        match choice {
            FacetValue::Stage(stage) => {
                toggle(&mut self.stages, stage);
                // An outcome cannot be had of open proposals.
                if self.scope() == Scope::Open {
                    self.outcomes.clear();
                }
            }
            FacetValue::Outcome(outcome) => toggle(&mut self.outcomes, outcome),
            FacetValue::Sig(slug) => toggle(&mut self.sigs, slug),
            FacetValue::Tag(name) if self.has(choice) => {
                self.tags.retain(|tag| !tag.eq_ignore_ascii_case(name))
            }
            FacetValue::Tag(name) => self.tags.push(name.clone()),
        }
        self
    }

    /// The query with another `show`, and without the stages and outcomes that say more.
    pub fn with_state(self, show: StateFilter) -> Query {
        Query { show, stages: Vec::new(), outcomes: Vec::new(), ..self }
    }

    fn matches_stage(&self, proposal: &Proposal) -> bool {
        let stage = proposal.status.stage();
        match (self.stages.is_empty(), self.outcomes.is_empty()) {
            (false, _) => self.stages.contains(&stage),
            (true, false) => true,
            (true, true) => match self.show {
                StateFilter::Open => stage != Stage::Closed,
                StateFilter::Decided => stage == Stage::Closed,
                StateFilter::All => true,
            },
        }
    }

    fn matches_outcome(&self, proposal: &Proposal) -> bool {
        let outcome = proposal.status.outcome();
        self.outcomes.is_empty() || outcome.is_some_and(|outcome| self.outcomes.contains(&outcome))
    }

    fn matches_sig(&self, proposal: &Proposal) -> bool {
        self.sigs.is_empty()
            || (proposal.sigs.is_empty() && self.sigs.iter().any(|slug| slug == NO_SIG))
            || proposal.sigs.iter().any(|sig| self.sigs.contains(&sig.slug))
    }

    fn matches_tag(&self, proposal: &Proposal) -> bool {
        self.tags.is_empty() || proposal.labels.iter().any(|label| self.has_tag(&label.name))
    }
}

#[cfg(test)]
mod tests;
