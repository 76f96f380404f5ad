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
    /// GitHub did not give it.
    Request(FeedError),
    /// GitHub does not have it.
    Missing,
    /// The last requests of the hour are left to others of the visitor's network.
    Reserve,
    /// The document module could not be loaded, or is not of this build.
    Module,
}

impl LoadError {
    /// Returns why something of one proposal could not be loaded: for a file that is not found, the repository may be there.
    pub fn of_proposal(error: FeedError) -> Self {
        match error {
            FeedError::NotFound => LoadError::Missing,
            error => LoadError::Request(error),
        }
    }
}
