//! Which data is on the screen, how old it is, and what is in the way of better.

use leptos::prelude::*;

use super::element::{Element, Str, button, element, plain};
use super::{inert, some};
use crate::feed::{FeedError, Source, State};
use crate::i18n;
use crate::proposal::Time;
use crate::widget::Widget;

/// Under the cards of a list: the line that says which data it is, and the way to all of it.
pub fn foot(widget: Widget) -> Element {
    let browser = widget.settings(|settings| settings.browse_url.clone());
    let browse = browser
        .map(|page| element("a", "alesco-browse").with("href", page).words(widget.say(i18n::BROWSE_ALL)));
    element("div", "alesco-foot").child(freshness(widget)).child_if(browse)
}

/// Where the data is from, and of when exactly. For paper, where ages mean nothing.
pub fn origin(widget: Widget) -> Element {
    let words = move || {
        let as_of = widget.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.as_of));
        let page = widget.repository(|repository| repository.pulls_url());
        as_of.map(|as_of| widget.words().origin(&page, as_of)).unwrap_or_default()
    };
    element("p", "alesco-origin").live_words(words)
}

/// The line that always says which and how old.
pub fn freshness(widget: Widget) -> Element {
    let source = move || widget.feed.with(|feed| feed.shown.as_ref().map(|shown| shown.source.as_str()));
    let refresh = move || {
        let refresh = || button("alesco-link", move || widget.retry()).with("aria-disabled", useless(widget));
        some(widget.has_cards().then(|| inert(refresh().words(widget.say(i18n::REFRESH)))))
    };
    let trouble = move || widget.feed.with(|feed| feed.error);
    let way_out = move || {
        let trouble = trouble().filter(|_| widget.covers());
        trouble.map(|trouble| widget.words().error_hint(trouble, next_try(widget))).unwrap_or_default()
    };
    element("p", "alesco-freshness")
        .live("data-source", source)
        .live("data-trouble", move || trouble().map(FeedError::as_str))
        .child(plain("span").live_words(move || widget.feed.with(|feed| line(widget, feed))))
        .child(plain("span").live_words(way_out))
        .part(refresh)
        .child(element("span", "alesco-unseen").with("aria-live", "polite").live_words(move || news(widget)))
}

fn next_try(widget: Widget) -> Option<Time> {
    widget.feed.with(State::next_request_at)
}

/// What somebody who does not see the cards has to be told of them: what changed, or that nothing can.
fn news(widget: Widget) -> String {
    let covers = widget.covers();
    widget.feed.with(|feed| match feed.error {
        Some(trouble) if covers => widget.words().error_short(trouble),
        None if feed.changed_count > 0 => widget.words().changed(feed.changed_count),
        Some(_) | None => String::new(),
    })
}

/// Whether it is of no use now to ask GitHub once more. The clock of a minute is enough to know when it
/// may be asked again: the feed asks by itself at the second.
fn useless(widget: Widget) -> &'static str {
    let trouble = widget.feed.with(|feed| feed.error);
    let forbidden = trouble.is_some_and(|trouble| trouble.is_rate_limited_at(widget.now()));
    if widget.asks() || forbidden { "true" } else { "false" }
}

fn line(widget: Widget, feed: &State) -> Str {
    let words = widget.words();
    match (&feed.shown, feed.error) {
        (None, None) => words.get(i18n::LOADING_FROM_GITHUB),
        (None, Some(_)) if feed.is_loading() => words.get(i18n::LOADING_FROM_GITHUB),
        (None, Some(_)) => words.get(i18n::LOAD_FAILED),
        (Some(shown), trouble) => {
            let now = feed.now.max(shown.as_of);
            let age = match shown.source {
                Source::Live => words.live(shown.as_of, now),
                Source::Saved => words.saved(shown.as_of, now),
                Source::Snapshot => words.snapshot_of(shown.as_of),
            };
            trouble.map_or(age.clone(), |trouble| words.status_with_error(&age, trouble)).into()
        }
    }
}

/// What is in the way of what is wanted, and the way out. Where there are cards, the line about their age
/// says it.
pub fn trouble_box(widget: Widget) -> Option<Element> {
    let trouble = widget.feed.with(|feed| feed.error).filter(|_| !widget.covers());
    let Some(trouble) = trouble else {
        // The button that had the focus goes with the trouble.
        if widget.replace_retried(false) {
            widget.focus_result();
        }
        return None;
    };
    let page = widget.repository(|repository| repository.pulls_url());
    let retry = move || {
        widget.replace_retried(true);
        widget.retry();
    };
    let again = button("alesco-button", retry)
        .with("aria-disabled", useless(widget))
        .words(widget.say(i18n::TRY_AGAIN));
    let on_github = plain("a").with("href", page).words(widget.say(i18n::ON_GITHUB));
    Some(
        element("div", "alesco-trouble")
            .with("role", "alert")
            .child(message(widget, trouble))
            .child(element("p", "alesco-actions").child(again).child(on_github)),
    )
}

/// A message that goes and comes back is announced again, even if it is the same.
fn message(widget: Widget, trouble: FeedError) -> Element {
    if widget.asks() {
        return plain("p").words(widget.say(i18n::LOADING_FROM_GITHUB));
    }
    let title = widget.repository(|repository| widget.words().error_title(trouble, &repository.name));
    plain("p")
        .child(plain("strong").words(title))
        .words(" ")
        .words(widget.words().error_hint(trouble, next_try(widget)))
}

/// What the list or the address leaves to be said.
pub fn notices(widget: Widget) -> Option<Element> {
    let mut notices = element("div", "alesco-notices");
    let mut any = false;
    for notice in remarks(widget) {
        notices = notices.child(element("p", "alesco-notice").words(notice));
        any = true;
    }
    any.then_some(notices)
}

fn remarks(widget: Widget) -> Vec<String> {
    let mut remarks: Vec<String> = Vec::new();
    widget.unknown(|unknown| {
        for unknown in unknown {
            remarks.push(widget.words().unknown(unknown.key, &unknown.value));
        }
    });
    let covers = widget.covers();
    widget.feed.with(|feed| {
        let Some(shown) = &feed.shown else { return };
        let settled = !feed.is_loading() && !feed.documents.is_fetching();
        if !covers && settled {
            remarks.push(widget.say(i18n::CLOSED_NOT_LOADED).into_owned());
        }
        if covers && settled {
            widget.selection.with(|selection| {
                for missing in selection.facets.sigs.iter().chain(&selection.facets.tags) {
                    if !missing.exists {
                        remarks.push(widget.words().no_such_value(&missing.name));
                    }
                }
            });
        }
        if !shown.problems.is_empty() {
            remarks.push(widget.words().problems(shown.problems.len()));
        }
        if shown.incomplete && feed.progress().is_none() {
            remarks.push(widget.say(i18n::INCOMPLETE).into_owned());
        }
        if feed.documents.failed_count() > 0 {
            remarks.push(widget.words().missing_documents(feed.documents.failed_count()));
        }
    });
    remarks
}
