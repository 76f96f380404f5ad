//! The cards in their order, a page at a time.

use std::sync::Arc;

use leptos::prelude::*;

use super::card::card;
use crate::proposal::{Proposal, Stage};
use crate::ui::WidgetContext;

/// Renders the cards of the current page; with a stage, only those at that stage.
///
/// A card is built once for each version of its proposal: code that changes a card in place is larger, and a new card
/// gets back focus and open disclosures by their ids.
#[component]
pub fn ProposalList(ctx: WidgetContext, stage: Option<Stage>) -> impl IntoView {
    let versions = StoredValue::new(Versions::default());
    let cards = move || {
        (ctx.platform.restore_state)();
        let limit = ctx.ui(|ui| ui.limit);
        ctx.selection.with(|selection| {
            let page = selection.proposals.iter().take(limit);
            let is_shown = |proposal: &Proposal| stage.is_none_or(|stage| proposal.status.stage() == stage);
            let shown = page.filter(|proposal| is_shown(proposal));
            versions.try_update_value(|versions| versions.update(shown)).unwrap_or_default()
        })
    };
    view! {
        <ul class="alesco-cards" role="list">
            <For each=cards key=|version| (version.proposal.number, version.version) let(version)>
                <li>{card(ctx, &version.proposal)}</li>
            </For>
        </ul>
    }
}

/// A proposal, and how often it has changed since the list was built.
#[derive(Clone)]
struct Version {
    proposal: Arc<Proposal>,
    version: u32,
}

/// The proposals of the list as they were last.
#[derive(Default)]
struct Versions(Vec<Version>);

impl Versions {
    fn update<'a>(&mut self, proposals: impl Iterator<Item = &'a Arc<Proposal>>) -> Vec<Version> {
        let mut versions = Vec::new();
        for proposal in proposals {
            let last = self.0.iter().find(|last| last.proposal.number == proposal.number);
            let changes = last.map_or(0, |last| last.version + u32::from(last.proposal != *proposal));
            versions.push(Version { proposal: Arc::clone(proposal), version: changes });
        }
        self.0.clone_from(&versions);
        versions
    }
}

/// Renders the cards under the headings of their stages, or under the name of the order.
#[cfg(feature = "browser")]
#[component]
pub fn GroupedProposals(ctx: WidgetContext) -> impl IntoView {
    use crate::query::Sort;

    let groups = move || {
        (ctx.platform.restore_state)();
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
            <div class="alesco-group">{group_heading(ctx, stage)} <ProposalList ctx stage /></div>
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
