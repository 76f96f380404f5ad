//! Where a proposal stands, at a glance: stage, steps, RFC number, SIGs and labels.

use leptos::either::Either;
use leptos::prelude::*;

use super::pills::{decision_date, status_pill, time_in_stage};
use crate::i18n::messages;
use crate::proposal::{Evidence, Label, Proposal, Sig, Stage};
use crate::ui::WidgetContext;

/// Renders the second line of a card, or of the view of one proposal. `place` tells the ids of the two apart.
pub fn badges(ctx: WidgetContext, proposal: &Proposal, place: &'static str) -> impl IntoView + use<> {
    let catalog = ctx.catalog();
    let stage = proposal.status.stage();
    let labels = proposal.other_labels();
    let badge = |shown: bool, message: &'static str| {
        shown.then(|| view! { <span class="alesco-badge">{ctx.tr(message)}</span> })
    };
    let rfc =
        proposal.rfc_number.map(|number| view! { <span class="alesco-rfc">{catalog.rfc(number)}</span> });
    view! {
        <div class="alesco-badges">
            {status_pill(ctx, proposal, place)}
            {stage.step().map(|step| steps(ctx, step, stage))}
            {time_in_stage(ctx, proposal, place)}
            {decision_date(ctx, proposal)}
            <div class="alesco-badge-row">
                {rfc}
                {badge(proposal.draft, messages::DRAFT)}
                {badge(proposal.is_not_rfc(), messages::NOT_AN_RFC)}
                {proposal.sigs.iter().map(|sig| sig_badge(ctx, proposal, sig, place)).collect::<Vec<_>>()}
                {labels.map(|label| label_badge(ctx, label)).collect::<Vec<_>>()}
            </div>
        </div>
    }
}

/// Renders three bars, filled up to the step of the stage.
fn steps(ctx: WidgetContext, step: u8, stage: Stage) -> impl IntoView {
    let bar = |at: u8| view! { <span class="alesco-step" data-reached=(at <= step).to_string()></span> };
    view! {
        <span class="alesco-steps" data-stage=stage.as_str() role="img" aria-label=ctx.catalog().step(step)>
            {[1, 2, 3].map(bar)}
        </span>
    }
}

/// Renders a SIG, in place of its label, if it has one. One that is only mentioned shows its sentence on hover and focus,
/// hence the button.
fn sig_badge(ctx: WidgetContext, proposal: &Proposal, sig: &Sig, place: &str) -> impl IntoView + use<> {
    let (name, slug) = (sig.name.clone(), sig.slug.clone());
    let Evidence::Mention(sentence) = &sig.evidence else {
        return Either::Left(view! { <span class="alesco-sig" data-sig=slug>{name}</span> });
    };
    let id = format!("alesco-{}-{place}-{}-sig-{}", ctx.id, proposal.number, sig.slug);
    let button_id = format!("{id}-button");
    Either::Right(view! {
        <span class="alesco-mention">
            <button id=button_id type="button" class="alesco-sig" data-sig=slug aria-describedby=id.clone()>
                {name}
            </button>
            <span class="alesco-tooltip" role="tooltip" id=id>{ctx.catalog().mention(sentence)}</span>
        </span>
    })
}

/// Renders a label in GitHub's color, with the text color that is readable on it.
fn label_badge(ctx: WidgetContext, label: &Label) -> impl IntoView + use<> {
    let color = label.color.css();
    let text_color = if label.color.wants_black_text() { "black" } else { "white" };
    let is_prerender = ctx.platform.is_prerender;
    // The content security policy of a host page may forbid `style` attributes, which is what
    // `style:` writes in prerendered HTML. `fill` is allowed everywhere.
    let swatch = is_prerender.then(|| {
        view! {
            <svg class="alesco-label-swatch" aria-hidden="true">
                <rect width="100%" height="100%" fill=color.clone()></rect>
            </svg>
        }
    });
    view! {
        <span
            class="al-rfc-label"
            data-tag=label.name.clone()
            data-text-color=text_color
            title=(!label.description.is_empty()).then(|| label.description.clone())
            dir="auto"
            style:background-color=(!is_prerender).then_some(color)
        >
            {swatch}
            {label.name.clone()}
        </span>
    }
}
