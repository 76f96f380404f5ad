//! How a stage or an outcome is known: a disclosure behind its pill.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::i18n::messages;
use crate::proposal::{Contradiction, Note, OutcomeEvidence, OutcomeSource, StageEvidence, StageSource};
use crate::ui::WidgetContext;

/// One statement about a stage or an outcome: what is said, and the minutes that say it.
struct Statement {
    text: Option<String>,
    minutes: Option<(NaiveDate, Option<String>)>,
}

impl Statement {
    fn text(text: impl Into<String>) -> Self {
        Statement { text: Some(text.into()), minutes: None }
    }

    fn note(label: Option<String>, note: &Note) -> Self {
        Statement { text: label, minutes: Some((note.date, note.sentence.clone())) }
    }
}

/// Renders the statements that give the stage of an open proposal; `None` if a label says it and nothing else does.
pub fn stage_evidence(ctx: WidgetContext, evidence: &StageEvidence) -> Option<impl IntoView + use<>> {
    let catalog = ctx.catalog();
    let minutes = evidence.date.map(|date| (date, evidence.text.clone()));
    let first = match evidence.source {
        StageSource::Label | StageSource::None => None,
        StageSource::Header => {
            Some(Statement::text(catalog.document_status(evidence.text.as_deref().unwrap_or_default())))
        }
        StageSource::Number => Some(Statement::text(ctx.tr(messages::NUMBER_ASSIGNED))),
        StageSource::Minutes | StageSource::Discussed => Some(Statement { text: None, minutes }),
    };
    let due = evidence.vote_was_due.map(|date| Statement::text(catalog.vote_was_due(date)));
    let mut statements: Vec<Statement> = first.into_iter().chain(due).collect();
    statements.extend(evidence.contradictions.iter().map(|other| contradiction(ctx, other)));
    list(ctx, statements)
}

/// Renders the statements that give the outcome of a closed proposal; `None` if there is nothing to say.
pub fn outcome_evidence(ctx: WidgetContext, evidence: &OutcomeEvidence) -> Option<impl IntoView + use<>> {
    let minutes = evidence.date.map(|date| (date, evidence.text.clone()));
    let first = match evidence.source {
        // The pill itself says that an outcome is inferred.
        OutcomeSource::Label | OutcomeSource::Document | OutcomeSource::Author | OutcomeSource::None => None,
        OutcomeSource::Minutes => Some(Statement { text: None, minutes }),
        OutcomeSource::Merge => Some(Statement::text(ctx.tr(messages::KNOWN_BY_MERGE))),
    };
    let partial = evidence.partial.iter();
    let partial = partial.map(|note| Statement::note(Some(ctx.tr(messages::PARTLY_ACCEPTED).into()), note));
    let mut statements: Vec<Statement> = first.into_iter().chain(partial).collect();
    statements.extend(evidence.contradictions.iter().map(|other| contradiction(ctx, other)));
    list(ctx, statements)
}

fn contradiction(ctx: WidgetContext, contradiction: &Contradiction) -> Statement {
    match contradiction {
        Contradiction::Header(status) => {
            let status = ctx.catalog().document_status(status);
            Statement::text(format!("{} {status}", ctx.tr(messages::CONTRADICTION)))
        }
        Contradiction::Minutes(note) => Statement::note(Some(ctx.tr(messages::CONTRADICTION).into()), note),
        Contradiction::Merged => Statement::text(ctx.tr(messages::BUT_MERGED)),
        Contradiction::NotMerged => Statement::text(ctx.tr(messages::BUT_NOT_MERGED)),
    }
}

/// Renders the statements, each in a paragraph; nothing if there are none.
fn list(ctx: WidgetContext, statements: Vec<Statement>) -> Option<impl IntoView + use<>> {
    let paragraph = move |statement: Statement| {
        let (date, sentence) = statement.minutes.unzip();
        view! {
            <p>
                {statement.text.map(|text| format!("{text} "))}
                {date.map(|date| minutes_link(ctx, date))}
                {sentence.flatten().map(|sentence| view! { " " <q dir="auto">{sentence}</q> })}
            </p>
        }
    };
    (!statements.is_empty()).then(|| {
        let paragraphs = statements.into_iter().map(paragraph).collect::<Vec<_>>();
        view! { <div class="alesco-evidence">{paragraphs}</div> }
    })
}

/// Renders "Minutes of 13 Aug 2026" as a link.
fn minutes_link(ctx: WidgetContext, date: NaiveDate) -> impl IntoView {
    view! { <a href=ctx.minutes_url(date)>{ctx.catalog().minutes_of(date)}</a> }
}
