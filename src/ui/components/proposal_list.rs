//! The cards in their order, a page at a time.

use leptos::prelude::*;

use super::card::ProposalCard;
use crate::proposal::Stage;
use crate::ui::WidgetContext;

/// Renders the cards of the current page; with a stage, only those at that stage.
#[component]
pub fn ProposalList(ctx: WidgetContext, stage: Option<Stage>) -> impl IntoView {
    let numbers = move || {
        (ctx.platform.restore_focus)();
        let limit = ctx.ui(|ui| ui.limit);
        ctx.selection.with(|selection| {
            let page = selection.proposals.iter().take(limit);
            let is_shown = |stage: Stage, at: Option<Stage>| at.is_none_or(|at| at == stage);
            page.filter(|proposal| is_shown(proposal.status.stage(), stage))
                .map(|proposal| proposal.number)
                .collect::<Vec<_>>()
        })
    };
    view! {
        <ul
            class="alesco-cards"
            role="list"
            hidden=move || ctx.selection.with(|selection| selection.proposals.is_empty())
        >
            <For each=numbers key=|number| *number let(number)>
                <li>
                    <ProposalCard ctx number />
                </li>
            </For>
        </ul>
    }
}

/// Renders the cards under the headings of their stages, or under the name of the order.
#[cfg(feature = "browser")]
#[component]
pub fn GroupedProposals(ctx: WidgetContext) -> impl IntoView {
    use crate::query::Sort;

    let groups = move || {
        (ctx.platform.restore_focus)();
        if ctx.query(|query| query.sort != Sort::Stage) {
            return vec![None];
        }
        let limit = ctx.ui(|ui| ui.limit);
        let mut stages: Vec<Option<Stage>> = ctx.selection.with(|selection| {
            let page = selection.proposals.iter().take(limit);
            page.map(|proposal| Some(proposal.status.stage())).collect()
        });
        stages.dedup();
        stages
    };
    view! {
        <For each=groups key=|stage| *stage let(stage)>
            <div class="alesco-group">
                {group_heading(ctx, stage)}
                <ProposalList ctx stage />
            </div>
        </For>
    }
}

#[cfg(feature = "browser")]
fn group_heading(ctx: WidgetContext, stage: Option<Stage>) -> impl IntoView {
    let class = if stage.is_some() { "alesco-group-name" } else { "alesco-sr-only" };
    let name = move || match stage {
        Some(stage) => ctx.catalog().stage(stage),
        None => ctx.catalog().sort(ctx.query(|query| query.sort)),
    };
    view! { <h2 class=class>{name}</h2> }
}
