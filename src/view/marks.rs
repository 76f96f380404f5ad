//! Where a proposal stands, at a glance: pill, steps, RFC number, SIGs and labels.

use leptos::prelude::*;

use super::{widget, words};
use crate::proposal::{Evidence, Label, Outcome, Proposal, Sig, Stage, Status};

/// The second line of a card.
pub fn marks(proposal: &Proposal) -> AnyView {
    let stage_label = proposal.status_label().map(|label| label.name.clone());
    let labels = proposal.labels.iter().filter(|label| Some(&label.name) != stage_label.as_ref());
    let sig = |sig: &Sig| sig_mark(sig, proposal.number);
    view! {
        <div class="alesco-marks">
            {pill(proposal, stage_label.clone())}
            {proposal.status.stage().step().map(|step| steps(step, proposal.status.stage()))}
            <div class="alesco-facts">
            {proposal.rfc_number.map(|number| view! { <span class="alesco-rfc">{words::rfc(number)}</span> })}
            {proposal.draft.then(|| view! { <span class="alesco-note">{words::DRAFT}</span> })}
            {proposal.is_no_rfc().then(|| view! { <span class="alesco-note">{words::NOT_AN_RFC}</span> })}
            {proposal.sigs.iter().map(sig).collect_view()}
            {labels.map(label_mark).collect_view()}
            </div>
        </div>
    }
    .into_any()
}

fn pill(proposal: &Proposal, label: Option<String>) -> AnyView {
    match proposal.status {
        Status::Open(stage) => view! {
            <span class="alesco-pill" data-stage=stage.word() data-tag=label>{words::stage(stage)}</span>
        }
        .into_any(),
        Status::Closed(decision) => view! {
            <span class="alesco-pill" data-stage="closed" data-tag=label>{words::stage(Stage::Closed)}</span>
            <span class="alesco-outcome" data-outcome=decision.outcome.word()>
                {words::outcome(decision.outcome)}
                {decision.inferred.then_some(words::INFERRED)}
            </span>
        }
        .into_any(),
    }
}

fn steps(step: u8, stage: Stage) -> AnyView {
    let bar = |at: u8| view! { <span class="alesco-step" data-reached=(at <= step).to_string()></span> };
    view! {
        <span class="alesco-steps" data-stage=stage.word() role="img" aria-label=words::step(step)>
            {[1, 2, 3].map(bar).into_iter().collect_view()}
        </span>
    }
    .into_any()
}

/// A mentioned SIG shows its evidence on hover and focus, hence the button.
fn sig_mark(sig: &Sig, number: u32) -> AnyView {
    let Evidence::Mention(sentence) = &sig.evidence else {
        return view! { <span class="alesco-sig" data-sig=sig.slug.clone()>{sig.name.clone()}</span> }
            .into_any();
    };
    let id = format!("alesco-{}-sig-{number}-{}", widget().id, sig.slug);
    view! {
        <span class="alesco-mention">
            <button type="button" class="alesco-sig" data-sig=sig.slug.clone() aria-describedby=id.clone()>
                {sig.name.clone()}
            </button>
            <span class="alesco-evidence" role="tooltip" id=id>{words::mention(sentence)}</span>
        </span>
    }
    .into_any()
}

fn label_mark(label: &Label) -> AnyView {
    let ink = if label.colour.wants_black_text() { "#000" } else { "#fff" };
    view! {
        <span
            class="al-rfc-label"
            data-tag=label.name.clone()
            title=(!label.description.is_empty()).then(|| label.description.clone())
            dir="auto"
            style:background-color=label.colour.css()
            style:color=ink
        >
            {label.name.clone()}
        </span>
    }
    .into_any()
}

/// The word that a card carries for its outcome.
pub fn outcome_word(proposal: &Proposal) -> Option<&'static str> {
    proposal.status.outcome().map(Outcome::word)
}
