//! How a stage or an outcome is known, in statements.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::i18n::{Str, messages};
use crate::proposal::{Contradiction, Note, OutcomeEvidence, OutcomeSource, StageEvidence, StageSource};
use crate::ui::WidgetContext;

/// One statement about a stage or an outcome: what is said, and the minutes that say it.
pub struct Statement {
    text: Option<String>,
    minutes: Option<(NaiveDate, Option<String>)>,
}

impl Statement {
    fn text(text: impl Into<String>) -> Self {
        Statement { text: Some(text.into()), minutes: None }
    }

    fn note(label: Str, note: &Note) -> Self {
        Statement { text: Some(label.into()), minutes: Some((note.date, note.sentence.clone())) }
    }
}

/// Returns what gives the stage of an open proposal; nothing if a label says it and no other source contradicts.
pub fn stage_statements(ctx: WidgetContext, evidence: &StageEvidence) -> Vec<Statement> {
    let catalog = ctx.catalog();
    let mut statements = Vec::new();
    match evidence.source {
        StageSource::Label | StageSource::None => {}
        StageSource::Header => {
            let status = evidence.text.as_deref().unwrap_or_default();
            statements.push(Statement::text(catalog.document_status(status)));
        }
        StageSource::Number => statements.push(Statement::text(ctx.tr(messages::NUMBER_ASSIGNED))),
        StageSource::Minutes | StageSource::Discussed => {
            statements.extend(minutes_statement(evidence.date, &evidence.text));
        }
    }
    statements.extend(evidence.vote_was_due.map(|date| Statement::text(catalog.vote_was_due(date))));
    statements.extend(evidence.contradictions.iter().map(|other| contradiction(ctx, other)));
    statements
}

/// Returns what gives the outcome of a closed proposal; nothing if a label says it and no other source contradicts.
pub fn outcome_statements(ctx: WidgetContext, evidence: &OutcomeEvidence) -> Vec<Statement> {
    let mut statements = Vec::new();
    match evidence.source {
        // The pill itself says that an outcome is inferred.
        OutcomeSource::Label | OutcomeSource::Document | OutcomeSource::Author | OutcomeSource::None => {}
        OutcomeSource::Minutes => statements.extend(minutes_statement(evidence.date, &evidence.text)),
        OutcomeSource::Merge => statements.push(Statement::text(ctx.tr(messages::KNOWN_BY_MERGE))),
    }
    let partial = evidence.partial.iter();
    statements.extend(partial.map(|note| Statement::note(ctx.tr(messages::PARTLY_ACCEPTED), note)));
    statements.extend(evidence.contradictions.iter().map(|other| contradiction(ctx, other)));
    statements
}

fn minutes_statement(date: Option<NaiveDate>, sentence: &Option<String>) -> Option<Statement> {
    date.map(|date| Statement { text: None, minutes: Some((date, sentence.clone())) })
}

fn contradiction(ctx: WidgetContext, contradiction: &Contradiction) -> Statement {
    match contradiction {
        Contradiction::Header(status) => {
            let status = ctx.catalog().document_status(status);
            Statement::text(format!("{} {status}", ctx.tr(messages::CONTRADICTION)))
        }
        Contradiction::Minutes(note) => Statement::note(ctx.tr(messages::CONTRADICTION), note),
        Contradiction::Merged => Statement::text(ctx.tr(messages::BUT_MERGED)),
        Contradiction::NotMerged => Statement::text(ctx.tr(messages::BUT_NOT_MERGED)),
    }
}

/// Renders statements, each in a paragraph, with links to the minutes and their sentences as quotations.
pub fn statement_list(ctx: WidgetContext, statements: Vec<Statement>) -> impl IntoView + use<> {
    let paragraph = move |statement: Statement| {
        let text = statement.text.map(|text| format!("{text} "));
        let minutes = statement.minutes.map(|(date, sentence)| {
            let sentence = sentence.map(|sentence| view! { <q dir="auto">{sentence}</q> });
            view! { <a href=ctx.minutes_url(date)>{ctx.catalog().minutes_of(date)}</a> " " {sentence} }
        });
        view! { <p>{text} {minutes}</p> }
    };
    view! {
        <div class="alesco-evidence">{statements.into_iter().map(paragraph).collect::<Vec<_>>()}</div>
    }
}
