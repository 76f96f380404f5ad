//! Which view of the standalone page is open, as URL parameters.

use super::Baseline;
use super::url_params::InvalidParam;

/// The key of an open proposal.
const PROPOSAL: &str = "proposal";

/// The key of the other views.
const VIEW: &str = "view";

const MEETING: &str = "meeting";
const DECISIONS: &str = "decisions";

/// The keys of this module.
pub const KEYS: [&str; 3] = [PROPOSAL, VIEW, Baseline::KEY];

/// The keys that say which view is open. The others say what it shows.
pub const VIEW_KEYS: [&str; 2] = [PROPOSAL, VIEW];

/// A view of the standalone page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The list of proposals.
    #[default]
    List,
    /// One proposal, by its pull request number.
    Proposal(u32),
    /// The agenda of the next meeting, and what it is compared with.
    Meeting(Baseline),
    /// All decisions.
    Decisions,
}

impl Route {
    /// Returns the route of a URL's parameters, and the invalid ones. A number that is none opens the list.
    pub fn parse(params: &[(&'static str, String)]) -> (Self, Vec<InvalidParam>) {
        let last =
            |name: &str| params.iter().rev().find(|(key, _)| *key == name).map(|(_, value)| value.trim());
        if let Some(number) = last(PROPOSAL).and_then(|value| value.parse().ok()) {
            return (Route::Proposal(number), Vec::new());
        }
        let invalid = |key: &'static str, value: &str, allowed: &[&'static str]| {
            vec![InvalidParam { key, value: value.to_owned(), allowed: allowed.to_vec() }]
        };
        match last(VIEW) {
            None | Some("") => (Route::List, Vec::new()),
            Some(DECISIONS) => (Route::Decisions, Vec::new()),
            Some(MEETING) => match last(Baseline::KEY).map(|value| (value, value.parse())) {
                None => (Route::Meeting(Baseline::default()), Vec::new()),
                Some((_, Ok(baseline))) => (Route::Meeting(baseline), Vec::new()),
                Some((value, Err(_))) => {
                    (Route::Meeting(Baseline::default()), invalid(Baseline::KEY, value, &Baseline::ALLOWED))
                }
            },
            Some(other) => (Route::List, invalid(VIEW, other, &[MEETING, DECISIONS])),
        }
    }

    /// Returns the parameters of the route; none for the list.
    pub fn encode(self) -> Vec<(&'static str, String)> {
        let view = |name: &str| vec![(VIEW, name.to_owned())];
        match self {
            Route::List => Vec::new(),
            Route::Proposal(number) => vec![(PROPOSAL, number.to_string())],
            Route::Meeting(Baseline::LastMeeting) => view(MEETING),
            Route::Meeting(baseline) => [view(MEETING), vec![(Baseline::KEY, baseline.to_string())]].concat(),
            Route::Decisions => view(DECISIONS),
        }
    }

    /// True if two routes open the same view, whatever it shows.
    pub fn is_same_view(self, other: Self) -> bool {
        self == other || matches!((self, other), (Route::Meeting(_), Route::Meeting(_)))
    }
}
