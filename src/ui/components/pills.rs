//! The pill of a stage or an outcome, with its evidence behind it and its date beside it.

use leptos::either::Either;
use leptos::prelude::*;

use super::evidence::{outcome_evidence, stage_evidence};
use crate::proposal::{Decision, Proposal, Stage, StageSource, to_iso8601};
use crate::ui::WidgetContext;

/// Renders the stage of an open proposal. Its pill is dashed unless a label says so, and opens its evidence.
pub fn stage_pill(ctx: WidgetContext, proposal: &Proposal, stage: Stage) -> impl IntoView + use<> {
    let source = proposal.stage_evidence.source;
    let name = match source {
        StageSource::Label | StageSource::None => ctx.catalog().stage(stage),
        _ => ctx.catalog().stage_in_short(stage),
    };
    let tag = proposal.status_label().map(|label| label.name.clone());
    let id = format!("alesco-{}-evidence-{}", ctx.id, proposal.number);
    match stage_evidence(ctx, &proposal.stage_evidence) {
        None => Either::Left(view! {
            <span class="alesco-pill" data-stage=stage.as_str() data-from=source.as_str() data-tag=tag>{name}</span>
        }),
        Some(evidence) => Either::Right(view! {
            <details class="alesco-disclosure-box">
                <summary
                    class="alesco-pill"
                    id=id
                    data-stage=stage.as_str()
                    data-from=source.as_str()
                    data-tag=tag
                >
                    {name}
                </summary>
                {evidence}
            </details>
        }),
    }
}

/// Renders the outcome of a closed proposal, with its vote and the day of the decision.
pub fn outcome_pill(ctx: WidgetContext, proposal: &Proposal, decision: Decision) -> impl IntoView + use<> {
    let (outcome, evidence) = (decision.outcome.as_str(), &proposal.outcome_evidence);
    let name = ctx.catalog().decision(decision);
    let id = format!("alesco-{}-evidence-{}", ctx.id, proposal.number);
    let vote =
        evidence.vote.map(|vote| view! { <span class="alesco-since">{ctx.catalog().vote(vote)}</span> });
    let day = evidence.date.map(|date| {
        let url = ctx.minutes_url(date);
        view! { <a class="alesco-since" href=url>{ctx.catalog().calendar_day(date)}</a> }
    });
    let pill = match outcome_evidence(ctx, evidence) {
        None => Either::Left(view! {
            <span class="alesco-pill alesco-outcome" data-stage="closed" data-outcome=outcome>{name}</span>
        }),
        Some(statements) => Either::Right(view! {
            <details class="alesco-disclosure-box">
                <summary class="alesco-pill alesco-outcome" id=id data-stage="closed" data-outcome=outcome>
                    {name}
                </summary>
                {statements}
            </details>
        }),
    };
    view! { {pill} {vote} {day} }
}

/// Renders how long a proposal has been discussed, or up for a vote. That of a submitted one is its age.
pub fn time_in_stage(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    let stage = proposal.status.stage();
    let since = proposal.stage_since.filter(|_| matches!(stage, Stage::Discussion | Stage::Vote));
    since.map(|since| {
        let start = since.start();
        let text = move || {
            let duration =
                if ctx.shows_dates() { None } else { ctx.catalog().for_duration(start, ctx.now()) };
            duration.unwrap_or_else(|| ctx.catalog().since(start))
        };
        view! { <time class="alesco-since" data-stage-since="" datetime=to_iso8601(start)>{text}</time> }
    })
}
