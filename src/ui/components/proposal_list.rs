//! The cards in their order, a page at a time.

use std::sync::Arc;

#[cfg(feature = "browser")]
use leptos::html;
use leptos::prelude::*;

use super::card::card;
#[cfg(feature = "browser")]
use super::changing_text::changing_text;
use crate::proposal::Proposal;
#[cfg(feature = "browser")]
use crate::proposal::Stage;
use crate::query::{Activity, Sort};
use crate::ui::WidgetContext;

/// Which cards of the current page a list shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// All of them.
    All,
    /// Those at a stage, while the list is sorted by stage.
    #[cfg(feature = "browser")]
    Stage(Stage),
    /// All of them, unless the list is sorted by stage.
    #[cfg(feature = "browser")]
    Unsorted,
}

impl Group {
    #[cfg_attr(not(feature = "browser"), expect(unused_variables))]
    fn contains(self, proposal: &Proposal, sort: Sort) -> bool {
        match self {
            Group::All => true,
            #[cfg(feature = "browser")]
            Group::Stage(stage) => sort == Sort::Stage && proposal.status.stage() == stage,
            #[cfg(feature = "browser")]
            Group::Unsorted => sort != Sort::Stage,
        }
    }

    fn is_empty(self, ctx: WidgetContext) -> bool {
        let (sort, limit) = (ctx.query(|query| query.sort), ctx.ui(|ui| ui.limit));
        ctx.selection.with(|selection| {
            !selection.proposals.iter().take(limit).any(|proposal| self.contains(proposal, sort))
        })
    }
}

/// Renders the cards of a group.
///
/// A card is built once for each version of its proposal and its activity: code that changes a card in place is larger, and
/// a new card gets back focus and open disclosures by their ids.
#[component]
pub fn ProposalList(ctx: WidgetContext, group: Group) -> impl IntoView {
    let versions = StoredValue::new(Versions::default());
    let cards = move || {
        (ctx.platform.restore_state)();
        let (sort, limit) = (ctx.query(|query| query.sort), ctx.ui(|ui| ui.limit));
        ctx.selection.with(|selection| {
            let page = selection.proposals.iter().take(limit);
            let shown = page.filter(|proposal| group.contains(proposal, sort));
            let shown = shown.map(|proposal| (proposal, ctx.activity(proposal)));
            versions.try_update_value(|versions| versions.update(shown)).unwrap_or_default()
        })
    };
    view! {
        <ul class="alesco-cards" role="list" hidden=move || group.is_empty(ctx)>
            <For each=cards key=|version| (version.proposal.number, version.version) let(version)>
                <li>{card(ctx, &version.proposal, version.activity)}</li>
            </For>
        </ul>
    }
}

/// A proposal, and how often it has changed since the list was built.
#[derive(Clone)]
struct Version {
    proposal: Arc<Proposal>,
    activity: Activity,
    version: u32,
}

/// The proposals of the list as they were last.
#[derive(Default)]
struct Versions(Vec<Version>);

impl Versions {
    fn update<'a>(&mut self, shown: impl Iterator<Item = (&'a Arc<Proposal>, Activity)>) -> Vec<Version> {
        let mut versions = Vec::new();
        for (proposal, activity) in shown {
            let last = self.0.iter().find(|last| last.proposal.number == proposal.number);
            let is_new = |last: &Version| last.proposal != *proposal || last.activity != activity;
            let version = last.map_or(0, |last| last.version + u32::from(is_new(last)));
            versions.push(Version { proposal: Arc::clone(proposal), activity, version });
        }
        self.0.clone_from(&versions);
        versions
    }
}

/// Renders the cards under the headings of their stages, or under the name of the order.
#[cfg(feature = "browser")]
#[component]
pub fn GroupedProposals(ctx: WidgetContext) -> impl IntoView {
    let section = |group: Group| {
        view! {
            <div class="alesco-group" hidden=move || group.is_empty(ctx)>
                {group_heading(ctx, group)}
                <ProposalList ctx group />
            </div>
        }
    };
    (Stage::NEAREST_FIRST.map(|stage| section(Group::Stage(stage))), section(Group::Unsorted))
}

#[cfg(feature = "browser")]
fn group_heading(ctx: WidgetContext, group: Group) -> impl IntoView {
    let class = if group == Group::Unsorted { "alesco-sr-only" } else { "alesco-group-name" };
    let name = move || match group {
        Group::Stage(stage) => ctx.catalog().stage(stage),
        Group::All | Group::Unsorted => ctx.catalog().sort(ctx.query(|query| query.sort)),
    };
    changing_text(html::h2().class(class), name)
}
