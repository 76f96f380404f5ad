//! Which view of the standalone page is open, as a URL parameter.

/// The key of the parameter.
pub const KEY: &str = "proposal";

/// A view of the standalone page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The list of proposals.
    #[default]
    List,
    /// One proposal, by its pull request number.
    Proposal(u32),
}

impl Route {
    /// Returns the route of a URL's parameters. A number that is none opens the list.
    pub fn parse(params: &[(&str, String)]) -> Self {
        let value = params.iter().rev().find(|(key, _)| *key == KEY).map(|(_, value)| value.trim());
        value.and_then(|value| value.parse().ok()).map_or(Route::List, Route::Proposal)
    }

    /// Returns the parameter of the route; `None` for the list.
    pub fn encode(self) -> Option<(&'static str, String)> {
        match self {
            Route::List => None,
            Route::Proposal(number) => Some((KEY, number.to_string())),
        }
    }
}
