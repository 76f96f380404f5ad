//! Buttons that copy a text or save it as a file.

use leptos::html;
use leptos::prelude::*;

use super::changing_text::changing_text;
use crate::i18n::messages;
use crate::ui::{Action, ClipboardText, CopyFormat, CopyStatus, ViewAction, WidgetContext};

/// Renders a button that copies a text, which is written when it is pressed.
pub fn copy_button(
    ctx: WidgetContext,
    format: CopyFormat,
    label: &'static str,
    text: impl Fn() -> String + Send + Sync + 'static,
) -> impl IntoView {
    let copy = move |_| {
        let copy = ClipboardText { format, text: text() };
        ctx.dispatch(Action::View(ViewAction::CopyRequested(copy)));
    };
    view! {
        <button
            type="button"
            id=format!("alesco-{}-copy-{}", ctx.id, format.as_str())
            class="alesco-button"
            data-copy=format.as_str()
            on:click=copy
        >
            {ctx.tr(label)}
        </button>
    }
}

/// Renders what became of the last attempt to copy. A text that could not be copied stands there to be copied by hand.
#[component]
pub fn CopyResult(ctx: WidgetContext) -> impl IntoView {
    let status = move || ctx.ui(|ui| ui.view.copy.clone());
    let message = move || {
        let message = status().map(|status| match status {
            CopyStatus::Copied(_) => ctx.tr(messages::COPIED),
            CopyStatus::Failed(_) => ctx.tr(messages::COPY_FAILED),
        });
        message.unwrap_or_default()
    };
    let text = move || match status() {
        Some(CopyStatus::Failed(copy)) => copy.text,
        _ => String::new(),
    };
    let is_copied = move || !matches!(status(), Some(CopyStatus::Failed(_)));
    view! {
        {changing_text(html::p().class("alesco-copy-status").role("status"), message)}
        <textarea
            class="alesco-copy-text"
            rows=move || text().lines().count().min(12).to_string()
            readonly
            aria-label=ctx.tr(messages::COPY_FAILED)
            hidden=is_copied
            prop:value=text
        ></textarea>
    }
}
