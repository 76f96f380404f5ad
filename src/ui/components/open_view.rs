//! Which view stands in place of the list, and what it shows.

use leptos::prelude::*;

use super::{decisions_view, meeting_view, proposal_view};
use crate::i18n::messages;
use crate::query::route::Route;
use crate::ui::WidgetContext;

/// A view in place of the list, with what it shows. A change of that builds the view anew.
#[derive(Clone, PartialEq)]
pub enum OpenView {
    /// One proposal.
    Proposal(proposal_view::Page),
    /// The agenda of the next meeting.
    Meeting(meeting_view::Page),
    /// All decisions.
    Decisions(decisions_view::Page),
}

/// Returns the open view; `None` while the list is open.
pub fn open_view(ctx: WidgetContext) -> Option<OpenView> {
    Some(match ctx.ui(|ui| ui.view.route) {
        Route::List => return None,
        Route::Proposal(number) => OpenView::Proposal(proposal_view::page(ctx, number)),
        Route::Meeting(baseline) => OpenView::Meeting(meeting_view::page(ctx, baseline)),
        Route::Decisions => OpenView::Decisions(decisions_view::page(ctx)),
    })
}

/// Keeps the name of the open view in the title of the window, if the widget also writes the URL. While the list is open,
/// the title is the page's own.
pub fn keep_page_title(ctx: WidgetContext) {
    if !ctx.config(|config| config.sync_url) {
        return;
    }
    let set_title = ctx.platform.set_page_title;
    Effect::new(move || set_title(title(ctx).as_deref()));
    on_cleanup(move || set_title(None));
}

fn title(ctx: WidgetContext) -> Option<String> {
    match ctx.ui(|ui| ui.view.route) {
        Route::List => None,
        Route::Proposal(number) => ctx.proposal(number).map(|proposal| proposal.title.clone()),
        Route::Meeting(_) => Some(ctx.tr(messages::NAV_MEETING).into_owned()),
        Route::Decisions => Some(ctx.tr(messages::NAV_DECISIONS).into_owned()),
    }
}
