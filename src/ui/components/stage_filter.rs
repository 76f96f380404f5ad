//! The stages as toggles, each with its count. In the browser view they are the navigation.

use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use super::controls::{Count, FacetCheckbox, facet_count};
use crate::i18n::messages;
use crate::proposal::Stage;
use crate::query::FacetValue;
use crate::ui::WidgetContext;

/// Renders the stages as a row of toggles with short names.
#[component]
pub fn StageToggles(ctx: WidgetContext) -> impl IntoView {
    let toggle = move |stage: Stage| {
        let value = FacetValue::Stage(stage);
        let counted = value.clone();
        let full_name = move || ctx.catalog().stage_with_count(stage, facet_count(ctx, &counted));
        view! {
            <li>
                <FacetCheckbox ctx value=value.clone()>
                    {changing_text(html::span().class("alesco-sr-only"), full_name)}
                    <span class="alesco-stage" data-stage=stage.as_str() aria-hidden="true">
                        {ctx.catalog().stage_in_short(stage)}
                    </span>
                    <span aria-hidden="true"><Count ctx value /></span>
                </FacetCheckbox>
            </li>
        }
    };
    view! {
        <fieldset class="alesco-stages">
            <legend class="alesco-sr-only">{ctx.tr(messages::STAGE)}</legend>
            <ul>{Stage::NEAREST_FIRST.map(toggle)}</ul>
        </fieldset>
    }
}

/// Renders the stages as tiles in the order of the lifecycle.
#[cfg(feature = "browser")]
#[component]
pub fn StageTiles(ctx: WidgetContext) -> impl IntoView {
    let tile = move |stage: Stage| {
        let value = FacetValue::Stage(stage);
        let hint = move || match ctx.next_meeting().filter(|_| stage == Stage::Vote) {
            Some(meeting) => ctx.catalog().meeting(meeting).into(),
            None => ctx.catalog().stage_hint(stage),
        };
        view! {
            <li>
                <FacetCheckbox ctx value=value.clone()>
                    <span class="alesco-pill" data-stage=stage.as_str()>{ctx.catalog().stage(stage)}</span>
                    <Count ctx value />
                    {changing_text(html::span().class("alesco-hint"), hint)}
                </FacetCheckbox>
            </li>
        }
    };
    view! {
        <fieldset class="alesco-stages" inert=ctx.platform.is_prerender>
            <legend class="alesco-sr-only">{ctx.tr(messages::STAGE)}</legend>
            <ul>{Stage::ALL.map(tile)}</ul>
        </fieldset>
    }
}
