//! In place of a widget's acts, for the snapshot's builder: nobody is there who asks for anything, and what is
//! written does nothing.

use super::Widget;
use crate::query::Query;

/// The text without case. Nothing is searched for.
pub(super) fn fold(text: &str) -> String {
    text.to_lowercase()
}

impl Widget {
    /// Nobody asks to see something else.
    pub fn ask(&self, _: Query) {}

    /// Nor by a control that may disappear.
    pub fn choose(&self, _: Query) {}

    /// Nor by one that does.
    pub fn widen(&self, _: Query) {}

    /// Nor more.
    pub fn show_more(&self) {}

    /// Nobody opens the filters.
    pub fn toggle_open(&self) {}

    /// Nobody types.
    pub fn type_words(&self, _: String) {}

    /// Nor stops to.
    pub fn end_words(&self) {}

    /// Nobody asks for another try.
    pub fn retry(&self) {}

    /// Nor has before.
    pub fn replace_retried(&self, _: bool) -> bool {
        false
    }

    /// Nothing has focus.
    pub fn focus_result(&self) {}
}
