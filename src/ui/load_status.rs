//! What is loaded when a visitor asks for it.

use crate::feed::FeedError;

/// How far loading something has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum LoadStatus<T> {
    /// It was not asked for.
    #[default]
    NotLoaded,
    /// It is under way.
    Loading,
    /// It is here.
    Loaded(T),
    /// It could not be loaded.
    Failed(LoadError),
}

/// Why something could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LoadError {
    /// A request failed.
    Request(FeedError),
    /// GitHub does not have it: it was moved, deleted or made private.
    Missing,
    /// The last requests of the hour are left to others of the visitor's network.
    Reserve,
    /// The document module could not be loaded, or is not of this build.
    Module,
}

impl LoadError {
    /// Returns the reason of a failed request for one proposal's files or events, where status 404 does not mean that the
    /// repository is missing.
    pub fn of_proposal(error: FeedError) -> Self {
        match error {
            FeedError::NotFound => LoadError::Missing,
            error => LoadError::Request(error),
        }
    }
}
