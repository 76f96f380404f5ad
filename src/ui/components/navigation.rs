//! The navigation of the standalone page, and links between its views.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::i18n::messages;
use crate::query::Baseline;
use crate::query::route::Route;
use crate::ui::{Action, ViewAction, WidgetContext};

/// The views that the navigation links to, each with the message that names it.
const PLACES: [(Route, &str); 3] = [
    (Route::List, messages::NAV_PROPOSALS),
    (Route::Meeting(Baseline::LastMeeting), messages::NAV_MEETING),
    (Route::Decisions, messages::NAV_DECISIONS),
];

/// Renders the links to the list, the meeting and the decisions.
#[component]
pub fn Navigation(ctx: WidgetContext) -> impl IntoView {
    let place = |(route, name): (Route, &'static str)| {
        let is_current = move || ctx.ui(|ui| ui.view.route.is_same_view(route));
        view! {
            <li>
                <a
                    href=ctx.url_of(route)
                    aria-current=move || is_current().then_some("page")
                    on:click=move |event| follow(ctx, &event, ViewAction::RouteOpened(route))
                >
                    {ctx.tr(name)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="alesco-places" aria-label=ctx.tr(messages::PAGE_TITLE)>
            <ul>{PLACES.map(place)}</ul>
        </nav>
    }
}

/// Dispatches an action in place of following a link, unless the click opens a tab, a window or a menu.
pub fn follow(ctx: WidgetContext, event: &MouseEvent, action: ViewAction) {
    let has_modifier = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() == 0 && !has_modifier {
        event.prevent_default();
        ctx.dispatch(Action::View(action));
    }
}
