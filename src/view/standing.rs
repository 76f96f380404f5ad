//! Which data is on the screen, how old it is, and what is in the way of better.

use leptos::prelude::*;

use super::{memo, part, some, text, truth, widget, word, words};
use crate::feed::{Source, State, Trouble};
use crate::proposal::Time;

/// The line that always says which and how old.
#[component]
pub fn Freshness() -> impl IntoView {
    let widget = widget();
    let source = word(move || widget.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.source.word())));
    let trouble = word(move || widget.feed.with(|feed| feed.trouble.map(Trouble::word)));
    let line = text(move || widget.feed.with(|feed| line(feed, widget.now.get())));
    let asking = truth(move || widget.feed.with(|feed| feed.progress().is_some()));
    let works = memo(move || widget.feed.with(|feed| feed.shown.is_some() && feed.trouble.is_none()));
    let refresh = move || {
        let retry = move |_| widget.retry();
        view! { <button type="button" class="alesco-link" aria-disabled=asking on:click=retry>{words::REFRESH}</button> }
            .into_any()
    };
    view! {
        <p class="alesco-freshness" data-source=source data-trouble=trouble>
            <span>{line}</span>
            {part(move || some(works.get().then(refresh)))}
        </p>
    }
}

fn line(feed: &State, now: Time) -> String {
    match (&feed.shown, feed.trouble) {
        (None, None) => words::ASKING.to_owned(),
        (None, Some(_)) if feed.is_waiting() => words::ASKING.to_owned(),
        (None, Some(_)) => words::NOT_LOADED.to_owned(),
        (Some(shown), trouble) => {
            let age = match shown.source {
                Source::Live => words::live(shown.as_of, now.max(shown.as_of)),
                Source::Snapshot => words::snapshot_of(shown.as_of),
            };
            trouble.map_or(age.clone(), |trouble| words::because(&age, trouble))
        }
    }
}

/// What is in the way, and the way out.
#[component]
pub fn TroubleBox() -> impl IntoView {
    let widget = widget();
    let trouble = memo(move || widget.feed.with(|feed| feed.trouble));
    let asking = memo(move || widget.feed.with(|feed| feed.progress().is_some()));
    // Whether the reader pressed the button that goes when the trouble does.
    let retried = StoredValue::new(false);
    let (repository, page) =
        widget.repository.with_value(|repository| (repository.name.clone(), repository.all_pages()));
    // A message that goes and comes back is announced again, even if it is the same.
    let message = move |trouble: Trouble| {
        let title = words::trouble(trouble, &repository);
        part(move || {
            if asking.get() {
                return view! { <p>{words::ASKING}</p> }.into_any();
            }
            view! { <p><strong>{title.clone()}</strong> " " {words::way_out(trouble)}</p> }.into_any()
        })
    };
    let retry = move |_| {
        retried.set_value(true);
        widget.retry();
    };
    Effect::new(move |_| {
        if trouble.get().is_none() && retried.get_value() {
            retried.set_value(false);
            widget.focus_result();
        }
    });
    let content = move |trouble: Trouble| {
        // The clock of a minute is enough to know when GitHub may be asked again: the feed asks
        // by itself at the second.
        let early = move || trouble.forbids_asking(widget.now.get());
        view! {
            <div class="alesco-trouble" role="alert">
                {message(trouble)}
                <p class="alesco-actions">
                    <button
                        type="button"
                        class="alesco-button"
                        aria-disabled=truth(move || asking.get() || early())
                        on:click=retry
                    >
                        {words::TRY_AGAIN}
                    </button>
                    <a href=page.clone()>{words::ON_GITHUB}</a>
                </p>
            </div>
        }
        .into_any()
    };
    part(move || some(trouble.get().map(&content)))
}

/// What the list or the address leaves to be said.
#[component]
pub fn Notices() -> impl IntoView {
    let widget = widget();
    let notices = memo(move || {
        let unknown = widget.unknown.get();
        let mut notices: Vec<String> =
            unknown.iter().map(|unknown| words::unknown(unknown.key, &unknown.value)).collect();
        let covers = widget.covers();
        widget.feed.with(|feed| {
            let Some(shown) = &feed.shown else { return };
            let settled = !feed.is_waiting() && !feed.documents.is_reading();
            if !covers && settled {
                notices.push(words::NOT_COVERED.to_owned());
            }
            if covers && settled {
                notices.extend(widget.selection.with(|selection| {
                    let named = selection.facets.sigs.iter().chain(&selection.facets.tags);
                    let missing = named.filter(|facet| !facet.occurs);
                    missing.map(|facet| words::nobody_has(&facet.name)).collect::<Vec<_>>()
                }));
            }
            if !shown.problems.is_empty() {
                notices.push(words::problems(shown.problems.len()));
            }
            if shown.incomplete && feed.progress().is_none() {
                notices.push(words::INCOMPLETE.to_owned());
            }
            if feed.documents.unread() > 0 {
                notices.push(words::unread(feed.documents.unread()));
            }
        });
        notices
    });
    let line = |notice: String| view! { <p class="alesco-notice">{notice}</p> };
    part(move || notices.get().into_iter().map(line).collect_view().into_any())
}
