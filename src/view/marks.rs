//! Where a proposal stands, at a glance: pill, steps, RFC number, SIGs and labels.

use super::element::{Element, element};
use crate::i18n;
use crate::proposal::{Evidence, Label, Outcome, Proposal, Sig, Stage, Status};
use crate::widget::Widget;

/// The second line of a card.
pub fn marks(widget: Widget, proposal: &Proposal) -> Element {
    let stage_label = proposal.status_label().map(|label| label.name.clone());
    let labels = proposal.labels.iter().filter(|label| Some(&label.name) != stage_label.as_ref());
    let note = |is_so: bool, words: &'static str| {
        is_so.then(|| element("span", "alesco-note").words(widget.say(words)))
    };
    let facts = element("div", "alesco-facts")
        .child_if(
            proposal.rfc_number.map(|number| element("span", "alesco-rfc").words(widget.words().rfc(number))),
        )
        .child_if(note(proposal.draft, i18n::DRAFT))
        .child_if(note(proposal.is_not_rfc(), i18n::NOT_AN_RFC))
        .children(proposal.sigs.iter().map(|sig| sig_mark(widget, sig, proposal.number)))
        .children(labels.map(label_mark));
    let stage = proposal.status.stage();
    element("div", "alesco-marks")
        .child(
            element("span", "alesco-pill")
                .with("data-stage", stage.as_str())
                .with_some("data-tag", stage_label.clone())
                .words(widget.words().stage(stage)),
        )
        .child_if(outcome(widget, proposal.status))
        .child_if(stage.step().map(|step| steps(widget, step, stage)))
        .child(facts)
}

fn outcome(widget: Widget, status: Status) -> Option<Element> {
    let decision = status.decision()?;
    Some(
        element("span", "alesco-outcome")
            .with("data-outcome", decision.outcome.as_str())
            .words(widget.words().decision(decision)),
    )
}

fn steps(widget: Widget, step: u8, stage: Stage) -> Element {
    let bar = |at: u8| {
        element("span", "alesco-step").with("data-reached", if at <= step { "true" } else { "false" })
    };
    element("span", "alesco-steps")
        .with("data-stage", stage.as_str())
        .with("role", "img")
        .with("aria-label", widget.words().step(step))
        .children([1, 2, 3].map(bar))
}

/// Which elements show something on hover and focus, and do so now.
#[cfg(target_arch = "wasm32")]
pub const SHOWN: &str = ".alesco-mention:is(:hover, :focus-within)";

/// A mentioned SIG shows its evidence on hover and focus, hence the button.
fn sig_mark(widget: Widget, sig: &Sig, number: u32) -> Element {
    let mark = |tag| element(tag, "alesco-sig").with("data-sig", sig.slug.clone()).words(sig.name.clone());
    let Evidence::Mention(sentence) = &sig.evidence else { return mark("span") };
    let id = format!("alesco-{}-sig-{number}-{}", widget.id, sig.slug);
    let evidence = element("span", "alesco-evidence").with("role", "tooltip").with("id", id.clone());
    element("span", "alesco-mention")
        .child(mark("button").with("type", "button").with("aria-describedby", id))
        .child(evidence.words(widget.words().mention(sentence)))
}

fn label_mark(label: &Label) -> Element {
    let ink = if label.color.wants_black_text() { "#000" } else { "#fff" };
    element("span", "al-rfc-label")
        .with("data-tag", label.name.clone())
        .with_some("title", (!label.description.is_empty()).then(|| label.description.clone()))
        .with("dir", "auto")
        .style("background-color", label.color.css())
        .style("color", ink)
        .words(label.name.clone())
}

/// The word that a card carries for its outcome.
pub fn outcome_word(proposal: &Proposal) -> Option<&'static str> {
    proposal.status.outcome().map(Outcome::as_str)
}
