//! The pill of a stage or an outcome, with its evidence behind it and its date beside it.

use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use super::evidence::{Statement, outcome_statements, stage_statements, statement_list};
use crate::i18n::Str;
use crate::proposal::{Proposal, Stage, StageSource, to_iso8601};
use crate::ui::WidgetContext;

/// Renders the stage of an open proposal, or the outcome of a closed one. A stage from another source than a label is
/// dashed.
pub fn status_pill(ctx: WidgetContext, proposal: &Proposal, place: &str) -> impl IntoView + use<> {
    let catalog = ctx.catalog();
    let stage = proposal.status.stage();
    let source = proposal.stage_evidence.source;
    match proposal.status.decision() {
        Some(decision) => {
            let statements = outcome_statements(ctx, &proposal.outcome_evidence);
            pill(ctx, proposal, place, (catalog.decision(decision), None), statements)
        }
        None => {
            let name = match source {
                StageSource::Label | StageSource::None => catalog.stage(stage),
                _ => catalog.stage_in_short(stage),
            };
            let statements = stage_statements(ctx, &proposal.stage_evidence);
            pill(ctx, proposal, place, (name, Some(source.as_str())), statements)
        }
    }
}

/// Renders a pill; as the button of a disclosure if there are statements behind it.
fn pill(
    ctx: WidgetContext,
    proposal: &Proposal,
    place: &str,
    (name, from): (Str, Option<&'static str>),
    statements: Vec<Statement>,
) -> impl IntoView + use<> {
    let stage = proposal.status.stage().as_str();
    let outcome = proposal.status.outcome().map(|outcome| outcome.as_str());
    let tag = proposal.status_label().map(|label| label.name.clone());
    if statements.is_empty() {
        return Either::Left(view! {
            <span class="alesco-pill" data-stage=stage data-outcome=outcome data-from=from data-tag=tag>
                {name}
            </span>
        });
    }
    let id = format!("alesco-{}-{place}-{}-evidence", ctx.id, proposal.number);
    Either::Right(view! {
        <details class="alesco-disclosure-box">
            <summary
                class="alesco-pill"
                id=id
                data-stage=stage
                data-outcome=outcome
                data-from=from
                data-tag=tag
            >
                {name}
            </summary>
            {statement_list(ctx, statements)}
        </details>
    })
}

/// Renders the vote that decided, and the day of the decision.
pub fn decision_date(ctx: WidgetContext, proposal: &Proposal) -> impl IntoView + use<> {
    let evidence = &proposal.outcome_evidence;
    evidence.date.map(|date| {
        let vote = evidence.vote.map(|vote| format!("{}, ", ctx.catalog().vote(vote)));
        let day = ctx.catalog().calendar_day(date);
        view! {
            <span class="alesco-since">
                {vote}
                <a href=ctx.minutes_url(date)>{day}</a>
            </span>
        }
    })
}

/// Renders how long a proposal has been discussed, or up for a vote. That of a submitted one is its age, which all places
/// but the agenda say anyway.
pub fn time_in_stage(ctx: WidgetContext, proposal: &Proposal, place: &str) -> impl IntoView + use<> {
    let is_said = proposal.status.stage() == Stage::Submitted && place != "agenda";
    let since = proposal.stage_since.filter(|_| !is_said);
    since.map(|since| {
        let start = since.start();
        let text = move || {
            let duration =
                if ctx.shows_dates() { None } else { ctx.catalog().for_duration(start, ctx.now()) };
            duration.unwrap_or_else(|| ctx.catalog().since(start))
        };
        changing_text(
            html::time().class("alesco-since").attr("data-stage-since", "").datetime(to_iso8601(start)),
            text,
        )
    })
}
