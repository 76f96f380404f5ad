//! Views that are built anew when what they show changes.

use leptos::prelude::*;

use crate::ui::WidgetContext;

/// Returns what a view shows, with a number that changes with it: the key of a `<For>`, which then builds the view anew.
/// Code that changes a view in place is larger.
pub fn versions<T>(
    ctx: WidgetContext,
    page: impl Fn() -> Option<T> + Copy + Send + Sync + 'static,
) -> impl Fn() -> Option<(u32, T)> + Copy + Send + Sync + 'static
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let last = StoredValue::new((0_u32, None));
    move || {
        let page = page();
        let version = last.try_update_value(|(version, last)| {
            if *last != page {
                (ctx.platform.restore_state)();
                *version += 1;
                last.clone_from(&page);
            }
            *version
        });
        page.map(|page| (version.unwrap_or_default(), page))
    }
}
