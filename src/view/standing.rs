//! Which data is on the screen, how old it is, and what is in the way of better.

use leptos::prelude::*;

use super::element::{Element, button, element, part, plain};
use super::{memo, some, widget, words};
use crate::feed::{Source, State, Trouble};
use crate::proposal::Time;

/// The line that always says which and how old.
pub fn freshness() -> Element {
    let widget = widget();
    let works = memo(move || widget.feed.with(|feed| feed.shown.is_some() && feed.trouble.is_none()));
    let refresh = move || {
        button("alesco-link", move || widget.retry())
            .truth("aria-disabled", move || widget.asks())
            .words(words::REFRESH)
    };
    element("p", "alesco-freshness")
        .live("data-source", move || {
            widget.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.source.word()))
        })
        .live("data-trouble", move || widget.feed.with(|feed| feed.trouble.map(Trouble::word)))
        .child(plain("span").live_words(move || widget.feed.with(|feed| line(feed, widget.now.get()))))
        .part(move || some(works.get().then(refresh)))
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
pub fn trouble_box() -> AnyView {
    let widget = widget();
    let trouble = memo(move || widget.feed.with(|feed| feed.trouble));
    // Whether the reader pressed the button that goes when the trouble does.
    let retried = StoredValue::new(false);
    let retry = move || {
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
        let page = widget.repository.with_value(|repository| repository.all_pages());
        // The clock of a minute is enough to know when GitHub may be asked again: the feed asks
        // by itself at the second.
        let early = move || trouble.forbids_asking(widget.now.get());
        let again = button("alesco-button", retry)
            .truth("aria-disabled", move || widget.asks() || early())
            .words(words::TRY_AGAIN);
        element("div", "alesco-trouble")
            .with("role", "alert")
            .part(move || message(trouble).into_any())
            .child(
                element("p", "alesco-actions")
                    .child(again)
                    .child(plain("a").with("href", page).words(words::ON_GITHUB)),
            )
    };
    part(move || some(trouble.get().map(content)))
}

/// A message that goes and comes back is announced again, even if it is the same.
fn message(trouble: Trouble) -> Element {
    let widget = widget();
    if widget.asks() {
        return plain("p").words(words::ASKING);
    }
    let title = widget.repository.with_value(|repository| words::trouble(trouble, &repository.name));
    plain("p").child(plain("strong").words(title)).words(" ").words(words::way_out(trouble))
}

/// What the list or the address leaves to be said.
pub fn notices() -> AnyView {
    let widget = widget();
    let notices = memo(move || {
        let mut notices: Vec<String> = Vec::new();
        widget.unknown.with(|unknown| {
            for unknown in unknown {
                notices.push(words::unknown(unknown.key, &unknown.value));
            }
        });
        let covers = widget.covers();
        widget.feed.with(|feed| {
            let Some(shown) = &feed.shown else { return };
            let settled = !feed.is_waiting() && !feed.documents.is_reading();
            if !covers && settled {
                notices.push(words::NOT_COVERED.to_owned());
            }
            if covers && settled {
                widget.selection.with(|selection| {
                    for named in [&selection.facets.sigs, &selection.facets.tags] {
                        for missing in named.iter().filter(|facet| !facet.occurs) {
                            notices.push(words::nobody_has(&missing.name));
                        }
                    }
                });
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
    part(move || {
        let notices = notices.get();
        let line = |notice| element("p", "alesco-notice").words(notice);
        some(
            (!notices.is_empty())
                .then(|| element("div", "alesco-notices").children(notices.into_iter().map(line))),
        )
    })
}
