//! A list inside another page: compact controls, cards, and the line about the data's age.

use leptos::prelude::*;

use super::filters::Filters;
use super::results::ListResults;
use super::stage_filter::StageToggles;
use crate::ui::WidgetContext;

/// Renders the list layout.
#[component]
pub fn ListView(ctx: WidgetContext) -> impl IntoView {
    let controls = ctx.config(|config| config.controls).then(|| {
        view! {
            <div class="alesco-controls" inert=ctx.platform.is_prerender>
                <StageToggles ctx />
                <Filters ctx />
            </div>
        }
    });
    view! {
        <form class="alesco-body" on:submit=move |event| event.prevent_default()>
            {controls}
            <ListResults ctx />
        </form>
    }
}
