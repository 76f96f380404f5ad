//! The title of the page's window.

use std::cell::RefCell;

thread_local! {
    /// The host page's own title, while there is another one.
    static ORIGINAL: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Puts `title` before the page's own title. `None` restores the page's title.
pub fn set(title: Option<&str>) {
    let Some(document) = super::document() else { return };
    match title {
        Some(title) => {
            let own = ORIGINAL.with_borrow_mut(|own| own.get_or_insert_with(|| document.title()).clone());
            document.set_title(&format!("{title} \u{b7} {own}"));
        }
        None => {
            if let Some(own) = ORIGINAL.take() {
                document.set_title(&own);
            }
        }
    }
}
