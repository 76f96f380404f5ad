//! List or whole page as they are before anything runs in them.

use super::app;
use super::element::{Element, plain};
use crate::widget::Widget;

/// What the widget shows, and behind it, as JSON that no tag can be in, the snapshot that it shows.
pub fn fragment(widget: Widget, snapshot: String) -> Element {
    let data = plain("script").with("type", "application/json").with("data-alesco-snapshot", "");
    app(widget).with("data-fragment", "").child(data.words(snapshot))
}
