//! The text of a proposal: its contents list, its header and its body, or why it is not shown.

use std::sync::Arc;

use leptos::either::EitherOf4;
use leptos::prelude::*;

use super::document_elements::{elements, text};
use crate::i18n::messages;
use crate::proposal::{Outcome, Proposal, Stage};
use crate::reading::{
    DocumentKind, DocumentVersion, OpenDocument, Standing, TemplateFinding, Token, status_conflict,
};
use crate::ui::{
    Action, LoadError, LoadStatus, TextStatus, ViewAction, Visit, WidgetContext, contents_id, section_hashes,
};

/// Renders the text, or in its place that it is loading, missing, or could not be loaded.
pub fn proposal_text(
    ctx: WidgetContext,
    proposal: &Arc<Proposal>,
    status: TextStatus,
) -> impl IntoView + use<> {
    match status {
        TextStatus::NotLoaded | TextStatus::Loading => EitherOf4::A(view! {
            <p class="alesco-notice alesco-awaited" role="status">{ctx.tr(messages::LOADING_TEXT)}</p>
        }),
        TextStatus::Failed(error) => {
            EitherOf4::B(failure(ctx, messages::TEXT_FAILED, error, Action::View(ViewAction::TextRetried)))
        }
        TextStatus::Loaded(Some(document)) => EitherOf4::C(document_view(ctx, proposal, &document)),
        TextStatus::Loaded(None) => {
            EitherOf4::D(view! { <p class="alesco-notice">{ctx.tr(messages::NO_DOCUMENT)}</p> })
        }
    }
}

/// Renders that something could not be loaded, why, and a button for another attempt.
pub fn failure(ctx: WidgetContext, what: &'static str, error: LoadError, retry: Action) -> impl IntoView {
    view! {
        <div class="alesco-error">
            <p aria-live="polite">
                <strong>{ctx.tr(what)}</strong>
                " "
                {reason(ctx, error)}
            </p>
            <p class="alesco-actions">
                <button
                    type="button"
                    class="alesco-button"
                    on:click=move |_| ctx.dispatch(retry.clone())
                >
                    {ctx.tr(messages::TRY_AGAIN)}
                </button>
            </p>
        </div>
    }
}

/// Returns why something could not be loaded.
pub fn reason(ctx: WidgetContext, error: LoadError) -> String {
    match error {
        LoadError::Request(error) => {
            let title = ctx.repository(|repository| ctx.catalog().error_title(error, &repository.name));
            let end = error.limited_until().map(|time| ctx.catalog().limit_ends(time));
            [Some(title), end].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        LoadError::Missing => ctx.tr(messages::NOT_FOUND).into_owned(),
        LoadError::Reserve => ctx.tr(messages::FEW_REQUESTS_LEFT).into_owned(),
        LoadError::Module => ctx.tr(messages::MODULE_FAILED).into_owned(),
    }
}

fn document_view(
    ctx: WidgetContext,
    proposal: &Proposal,
    document: &Arc<OpenDocument>,
) -> impl IntoView + use<> {
    let OpenDocument { kind, version, path, .. } = &**document;
    let number = proposal.number;
    let last_visit = ctx.ui_untracked(|ui| ui.view.last_visit.clone()).filter(|visit| visit.number == number);
    // The sections of a change are not those of a document.
    let last_visit = last_visit.filter(|_| *kind != DocumentKind::Changed);
    let changed = last_visit.map(|visit| visit.changed_sections(&document.body)).unwrap_or_default();
    let has_changed_start = changed.iter().any(String::is_empty);
    let visit = Visit { number, updated_at: proposal.updated_at, sections: section_hashes(&document.body) };
    let copy = document.site_copy.as_ref().zip(proposal.updated_at);
    let is_merged = proposal.closing.as_ref().is_some_and(|closing| closing.merged);
    let is_outdated = copy.is_some_and(|(copy, at)| copy.as_of < at.timestamp())
        // Its merge was not known when it was read.
        || is_merged && (*kind, *version) == (DocumentKind::Whole, DocumentVersion::PullRequest);
    // An outdated text does not count as visited: what has changed since has not been read.
    Effect::new(move || {
        if !is_outdated {
            ctx.dispatch(Action::View(ViewAction::Visited(visit.clone())));
        } else if ctx.feed.with(|feed| !feed.is_loading()) {
            // The response with the list says how many requests are left.
            ctx.dispatch(Action::View(ViewAction::TextOutdated));
        }
    });
    let repository = ctx.repository(|repository| repository.web_url());
    let pull_url = ctx.repository(|repository| repository.pull_url(proposal.number));
    let url_path = document.encoded_path.as_ref().unwrap_or(path);
    let proposed_url = format!("{repository}/blob/refs/pull/{number}/head/{url_path}");
    let current_url = format!("{repository}/blob/HEAD/{url_path}");
    let (about_kind, url, other_version) = match (kind, version) {
        (DocumentKind::Changed, _) => (Some(messages::CHANGED_DOCUMENT), format!("{pull_url}/files"), None),
        (DocumentKind::Description, _) => (Some(messages::DESCRIPTION), pull_url, None),
        (DocumentKind::Whole, DocumentVersion::PullRequest) => (None, proposed_url, None),
        (DocumentKind::Whole, DocumentVersion::Merged) => {
            (Some(messages::AS_MERGED), proposed_url, Some((messages::SEE_CURRENT, current_url)))
        }
        (DocumentKind::Whole, DocumentVersion::DefaultBranch) => {
            (Some(messages::ON_DEFAULT_BRANCH), current_url, Some((messages::SEE_MERGED, proposed_url)))
        }
    };
    let other_version = other_version.map(|(message, url)| view! { " " <a href=url>{ctx.tr(message)}</a> });
    let numbers = document.different_numbers();
    let number_conflict = numbers.map(|(header, file)| ctx.catalog().number_conflict(header, file));
    let about_others = (!document.others.is_empty()).then_some(messages::OTHER_DOCUMENTS);
    view! {
        {contents(ctx, &document.contents)}
        <div class="alesco-document" data-document=path.clone()>
            {update_failure(ctx)}
            {about_kind.map(|message| view! { <p class="alesco-notice">{ctx.tr(message)} {other_version}</p> })}
            {number_conflict.map(|text| view! { <p class="alesco-notice">{text}</p> })}
            {about_others.map(|message| view! { <p class="alesco-notice">{ctx.tr(message)}</p> })}
            {elements(ctx, &document.others, &[])}
            {has_changed_start.then(|| view! { <p class="alesco-changed">{ctx.tr(messages::CHANGED)}</p> })}
            {text(ctx, document, changed)}
            <p><a href=url>{ctx.tr(messages::READ_ON_GITHUB)}</a></p>
        </div>
        {hints(ctx, proposal, document)}
    }
}

/// Renders why the text, which is of an earlier time, was not replaced by a newer one.
fn update_failure(ctx: WidgetContext) -> impl IntoView {
    move || match ctx.ui(|ui| ui.view.text_update.clone()) {
        LoadStatus::Failed(error) => {
            Some(failure(ctx, messages::TEXT_OUTDATED, error, Action::View(ViewAction::TextRetried)))
        }
        LoadStatus::NotLoaded | LoadStatus::Loading | LoadStatus::Loaded(()) => None,
    }
}

fn contents(ctx: WidgetContext, list: &[Token]) -> impl IntoView + use<> {
    (!list.is_empty()).then(|| {
        view! {
            <nav id=contents_id(ctx.id) class="alesco-contents" data-contents="" aria-label=ctx.tr(messages::ON_THIS_PAGE)>
                <details>
                    <summary id=format!("alesco-{}-contents", ctx.id)>{ctx.tr(messages::ON_THIS_PAGE)}</summary>
                    {elements(ctx, list, &[])}
                </details>
            </nav>
        }
    })
}

/// Renders whether the header's status fits, and what an open proposal's text lacks against the template, as help for its
/// author.
fn hints(ctx: WidgetContext, proposal: &Proposal, document: &OpenDocument) -> impl IntoView + use<> {
    let hints = if proposal.is_rfc { hint_texts(ctx, proposal, document) } else { Vec::new() };
    let hints = hints.into_iter().map(|hint| view! { <li>{hint}</li> }).collect::<Vec<_>>();
    (!hints.is_empty()).then(|| {
        view! {
            <section class="alesco-panel alesco-hints">
                <h3>{ctx.tr(messages::TEMPLATE_CHECK)}</h3>
                <ul>{hints}</ul>
            </section>
        }
    })
}

fn hint_texts(ctx: WidgetContext, proposal: &Proposal, document: &OpenDocument) -> Vec<String> {
    let status = document.status.as_deref();
    let conflict = status.filter(|status| standing(proposal).is_some_and(|it| status_conflict(status, it)));
    let conflict = conflict.map(|status| ctx.catalog().status_conflict(status));
    let is_open = proposal.status.stage() != Stage::Closed;
    let findings = if is_open { document.findings.as_slice() } else { &[] };
    conflict.into_iter().chain(findings.iter().map(|finding| hint(ctx, finding))).collect()
}

fn hint(ctx: WidgetContext, finding: &TemplateFinding) -> String {
    let catalog = ctx.catalog();
    match finding {
        TemplateFinding::NumberUnassigned => ctx.tr(messages::NUMBER_UNASSIGNED).into_owned(),
        TemplateFinding::MissingSection(name) => catalog.section_missing(name),
        TemplateFinding::EmptySection(name) => catalog.section_empty(name),
        TemplateFinding::EmptyField(name) => catalog.field_empty(name),
        TemplateFinding::LeftoverText(text) => catalog.template_text_left(text),
    }
}

/// Returns where the proposal stands, as far as the template check compares it with the header.
fn standing(proposal: &Proposal) -> Option<Standing> {
    match (proposal.status.stage(), proposal.status.outcome()) {
        (Stage::Submitted, _) => Some(Standing::Submitted),
        (Stage::Discussion, _) => Some(Standing::Discussion),
        (Stage::Vote, _) => Some(Standing::Vote),
        (Stage::Closed, Some(Outcome::Accepted)) => Some(Standing::Accepted),
        (Stage::Closed, Some(Outcome::Rejected)) => Some(Standing::Rejected),
        (Stage::Closed, Some(Outcome::Withdrawn)) => Some(Standing::Withdrawn),
        (Stage::Closed, Some(Outcome::Superseded)) => Some(Standing::Superseded),
        (Stage::Closed, _) => None,
    }
}
