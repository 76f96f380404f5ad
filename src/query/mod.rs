//! What a visitor wants to see: filters, facets with counts, sorting, and their URL parameters. Pure.

#[cfg(any(feature = "browser", test))]
mod activity;
#[cfg(any(feature = "browser", test))]
mod baseline;
mod facets;
mod filter;
#[cfg(feature = "browser")]
pub mod route;
mod search;
pub mod url_params;

#[cfg(any(feature = "browser", test))]
pub use activity::{Activity, ActivityValue, ChangedSince};
#[cfg(any(feature = "browser", test))]
pub use baseline::Baseline;
pub use facets::{Facet, Facets};
pub use filter::{Selection, select};
pub use search::{Casefold, SearchEntry};

use crate::github::Scope;
use crate::proposal::{NO_SIG, Outcome, Proposal, Stage};

/// What is known of a proposal beyond its own data: nothing in the list module.
#[cfg(not(any(feature = "browser", test)))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Activity;

/// Which proposals are shown while neither a stage nor an outcome is chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StateFilter {
    /// Open proposals.
    #[default]
    Open,
    /// Closed proposals.
    Decided,
    /// Both.
    All,
}

/// The sort order of the proposals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Nearest to a decision first, then by latest change.
    #[default]
    Stage,
    /// Latest change first.
    Updated,
    /// Newest first.
    Created,
    /// Most comments first.
    Comments,
    /// Highest pull request number first.
    Number,
    /// Longest at its stage first; those whose stage has no date last.
    Age,
}

/// A search with its filters. Values of one facet are combined by OR, facets by AND.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Open, decided or all proposals. Has no effect while a stage or an outcome is chosen.
    pub show: StateFilter,
    /// The chosen stages; if empty, `show` decides.
    pub stages: Vec<Stage>,
    /// The chosen outcomes; if empty, all. An outcome excludes open proposals.
    pub outcomes: Vec<Outcome>,
    /// Slugs of the chosen SIGs, and `none` for proposals without a SIG.
    pub sigs: Vec<String>,
    /// Names of the chosen labels, compared without regard to case.
    pub tags: Vec<String>,
    /// Logins of the chosen authors, compared without regard to case.
    pub authors: Vec<String>,
    /// Whose turn it is; if empty, anybody's.
    #[cfg(any(feature = "browser", test))]
    pub turns: Vec<ActivityValue>,
    /// Since when it changed; if empty, whenever.
    #[cfg(any(feature = "browser", test))]
    pub changed: Vec<ActivityValue>,
    /// The search text. All of its words have to be found.
    pub text: String,
    /// The sort order.
    pub sort: Sort,
}

/// A value of a facet.
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
    /// An author's login.
    Author(String),
    /// Whose turn it is, or since when it changed.
    #[cfg(any(feature = "browser", test))]
    Activity(ActivityValue),
}

/// Some of the facets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct FacetSet(u8);

impl FacetSet {
    const STAGE: FacetSet = FacetSet(1);
    const OUTCOME: FacetSet = FacetSet(1 << 1);
    const SIG: FacetSet = FacetSet(1 << 2);
    const TAG: FacetSet = FacetSet(1 << 3);
    const AUTHOR: FacetSet = FacetSet(1 << 4);
    #[cfg(any(feature = "browser", test))]
    const TURN: FacetSet = FacetSet(1 << 5);
    #[cfg(any(feature = "browser", test))]
    const CHANGED: FacetSet = FacetSet(1 << 6);

    fn with_if(self, condition: bool, facets: FacetSet) -> FacetSet {
        if condition { FacetSet(self.0 | facets.0) } else { self }
    }

    /// True if there is none but `facets`.
    fn is_within(self, facets: FacetSet) -> bool {
        self.0 & !facets.0 == 0
    }
}

impl FacetValue {
    /// Returns the URL parameter of its facet.
    pub fn key(&self) -> &'static str {
        match self {
            FacetValue::Stage(_) => "stage",
            FacetValue::Outcome(_) => "outcome",
            FacetValue::Sig(_) => "sig",
            FacetValue::Tag(_) => "tag",
            FacetValue::Author(_) => "author",
            #[cfg(any(feature = "browser", test))]
            FacetValue::Activity(value) => value.key(),
        }
    }

    /// Returns its value in the URL.
    pub fn as_str(&self) -> &str {
        match self {
            FacetValue::Stage(stage) => stage.as_str(),
            FacetValue::Outcome(outcome) => outcome.as_str(),
            FacetValue::Sig(name) | FacetValue::Tag(name) | FacetValue::Author(name) => name,
            #[cfg(any(feature = "browser", test))]
            FacetValue::Activity(value) => value.as_str(),
        }
    }
}

impl Query {
    /// Returns the scope that the loaded list has to cover.
    pub fn scope(&self) -> Scope {
        let open_only = match (self.stages.as_slice(), self.outcomes.as_slice()) {
            ([], []) => self.show == StateFilter::Open,
            ([], _) => false,
            (stages, _) => !stages.contains(&Stage::Closed),
        };
        if open_only { Scope::Open } else { Scope::All }
    }

    /// True if a value of a facet is chosen, or a text is searched for.
    pub fn is_filtered(&self) -> bool {
        let Query { show: _, sort: _, stages, outcomes, sigs, tags, authors, text, .. } = self;
        #[cfg(any(feature = "browser", test))]
        if !(self.turns.is_empty() && self.changed.is_empty()) {
            return true;
        }
        !(stages.is_empty()
            && outcomes.is_empty()
            && sigs.is_empty()
            && tags.is_empty()
            && authors.is_empty()
            && text.trim().is_empty())
    }

    /// Returns the query without its filters: the same state and the same sort order.
    pub fn without_filters(&self) -> Query {
        Query { show: self.effective_state(), sort: self.sort, ..Query::default() }
    }

    /// True if a value is chosen.
    pub fn has(&self, choice: &FacetValue) -> bool {
        match choice {
            FacetValue::Stage(stage) => self.stages.contains(stage),
            FacetValue::Outcome(outcome) => self.outcomes.contains(outcome),
            FacetValue::Sig(slug) => self.sigs.contains(slug),
            FacetValue::Tag(name) => contains_name(&self.tags, name),
            FacetValue::Author(login) => contains_name(&self.authors, login),
            #[cfg(any(feature = "browser", test))]
            FacetValue::Activity(value) => self.turns.contains(value) || self.changed.contains(value),
        }
    }

    /// Chooses a value, or removes it if it is chosen.
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
                // Open proposals have no outcome.
                if self.scope() == Scope::Open {
                    self.outcomes.clear();
                }
            }
            FacetValue::Outcome(outcome) => toggle(&mut self.outcomes, outcome),
            FacetValue::Sig(slug) => toggle(&mut self.sigs, slug),
            FacetValue::Tag(name) => toggle_name(&mut self.tags, name),
            FacetValue::Author(login) => toggle_name(&mut self.authors, login),
            #[cfg(any(feature = "browser", test))]
            FacetValue::Activity(value) => toggle(
                match value {
                    ActivityValue::Turn(_) => &mut self.turns,
                    ActivityValue::Changed(_) => &mut self.changed,
                },
                value,
            ),
        }
        self
    }

    /// Sets `show`, and removes the stages and outcomes that would override it.
    pub fn with_state(self, show: StateFilter) -> Query {
        Query { show, stages: Vec::new(), outcomes: Vec::new(), ..self }
    }

    /// Returns the facets whose chosen values exclude a proposal. The search text is none of them.
    #[cfg_attr(not(any(feature = "browser", test)), expect(unused_variables))]
    fn excluded_by(&self, proposal: &Proposal, activity: Activity) -> FacetSet {
        let excluded = FacetSet::default()
            .with_if(!self.matches_stage(proposal), FacetSet::STAGE)
            .with_if(!self.matches_outcome(proposal), FacetSet::OUTCOME)
            .with_if(!self.matches_sig(proposal), FacetSet::SIG)
            .with_if(!self.matches_tag(proposal), FacetSet::TAG)
            .with_if(!self.matches_author(proposal), FacetSet::AUTHOR);
        #[cfg(any(feature = "browser", test))]
        let excluded = {
            let matches = |chosen: &[ActivityValue]| {
                chosen.is_empty() || chosen.iter().any(|value| activity.has(*value))
            };
            excluded
                .with_if(!matches(&self.turns), FacetSet::TURN)
                .with_if(!matches(&self.changed), FacetSet::CHANGED)
        };
        excluded
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
        self.tags.is_empty() || proposal.labels.iter().any(|label| contains_name(&self.tags, &label.name))
    }

    fn matches_author(&self, proposal: &Proposal) -> bool {
        let author = proposal.author.as_deref();
        self.authors.is_empty() || author.is_some_and(|login| contains_name(&self.authors, login))
    }
}

/// True if a name is among `names`, without regard to case.
fn contains_name(names: &[String], name: &str) -> bool {
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Adds a name, or removes it if it is there, without regard to case.
fn toggle_name(names: &mut Vec<String>, name: &str) {
    if contains_name(names, name) {
        names.retain(|known| !known.eq_ignore_ascii_case(name));
    } else {
        names.push(name.to_owned());
    }
}

#[cfg(test)]
mod tests;
