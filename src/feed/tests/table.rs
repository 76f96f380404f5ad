//! The whole transition table, in table.txt: every event in every state.

use super::candidates::copy;
use super::*;

const FILES: Request = Request::Files(1);

fn states() -> Vec<(&'static str, Check)> {
    let state = |name, events: Vec<Event>| {
        let mut feed = Check::new(true);
        events.into_iter().for_each(|event| {
            feed.dispatch(event);
        });
        (name, feed)
    };
    let saved = |age| Event::SavedCopyLoaded(copy(Scope::Open, &[1], TimeDelta::minutes(age)));
    let requested = || Event::ScopeRequested(Scope::Open);
    let listed = |result| Event::ResponseReceived(list(LIST), result);
    let limited = Response { status: 429, retry_after: Some(600), ..Response::default() };
    let without_snapshot = || Event::ResponseReceived(Request::Snapshot, Err(TransportError::Unreachable));
    vec![
        state("initial", vec![]),
        state("hidden", vec![Event::VisibilityChanged(false), requested()]),
        state("loading", vec![requested()]),
        state("fresh copy", vec![saved(1), requested()]),
        state("old copy, loading", vec![saved(60), requested()]),
        state(
            "snapshot, loading",
            vec![requested(), Event::ResponseReceived(Request::Snapshot, Ok(ok(SNAPSHOT)))],
        ),
        state("fetching documents", vec![requested(), without_snapshot(), listed(Ok(ok(&items(&[1]))))]),
        state("live", vec![requested(), without_snapshot(), listed(Ok(ok("[]")))]),
        state("failed", vec![requested(), without_snapshot(), listed(Err(TransportError::Timeout))]),
        state("rate limited", vec![requested(), without_snapshot(), listed(Ok(limited))]),
        state(
            "old copy, failed",
            vec![saved(60), requested(), listed(Err(TransportError::Timeout)), without_snapshot()],
        ),
    ]
}

fn events() -> Vec<(&'static str, Event)> {
    let received = Event::ResponseReceived;
    vec![
        ("newer copy", Event::SavedCopyLoaded(copy(Scope::Open, &[3], TimeDelta::zero()))),
        ("broken copy", Event::SavedCopyLoaded(String::new())),
        ("preloaded", Event::Preloaded),
        ("open requested", Event::ScopeRequested(Scope::Open)),
        ("all requested", Event::ScopeRequested(Scope::All)),
        ("refresh", Event::RefreshClicked),
        ("timer", Event::TimerFired),
        ("minute", Event::MinuteTick),
        ("hidden", Event::VisibilityChanged(false)),
        ("visible", Event::VisibilityChanged(true)),
        ("offline", Event::Offline),
        ("online", Event::Online),
        ("lock", Event::LockAcquired(Vec::new())),
        ("list repeated", Event::ResponseRepeated(LIST.to_owned())),
        ("list", received(list(LIST), Ok(ok(&items(&[1]))))),
        ("list failed", received(list(LIST), Err(TransportError::Unreachable))),
        ("snapshot", received(Request::Snapshot, Ok(ok(SNAPSHOT)))),
        ("snapshot failed", received(Request::Snapshot, Err(TransportError::Unreachable))),
        ("document", received(FILES, Ok(files("0009")))),
        ("document failed", received(FILES, Err(TransportError::Unreachable))),
    ]
}

/// Returns the source, the error, and what is under way.
fn summary(state: &State) -> String {
    let shown = state.shown.as_ref().map_or("nothing", |shown| shown.source.as_str());
    let error = state.error.map_or(String::new(), |error| format!(", {}", error.as_str()));
    let loading = if state.is_loading() { ", loading" } else { "" };
    let fetching = if state.documents.is_fetching() { ", fetching" } else { "" };
    format!("{shown}{error}{loading}{fetching}")
}

/// Returns a word for each effect.
fn effect_names(effects: &[Effect]) -> String {
    let names = effects.iter().map(|effect| match effect {
        Effect::Send(Request::List(url)) if url == LIST => "list",
        Effect::Send(Request::List(_)) => "whole list",
        Effect::Send(Request::Files(_) | Request::MoreFiles(..)) => "document",
        Effect::Send(Request::Snapshot) => "snapshot",
        Effect::SetTimer(_) => "timer",
        Effect::AcquireLock => "lock",
        Effect::ReleaseLock => "unlock",
        Effect::Save(_) => "save",
        Effect::WarnSkippedItems(_) | Effect::WarnSnapshot(_) => "warn",
    });
    names.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_event_in_every_state_leads_to_the_state_in_the_table() {
    let mut table = String::new();
    for (index, (state, before)) in states().into_iter().enumerate() {
        table += &format!("{}{state}: {}\n", if index > 0 { "\n" } else { "" }, summary(&before.state));
        for (name, event) in events() {
            let mut after = before.clone();
            after.dispatch(event);
            let effects = effect_names(&after.effects);
            let arrow = if effects.is_empty() { "" } else { " -> " };
            table += &format!("  {name}: {}{arrow}{effects}\n", summary(&after.state));
            let was = before.state.shown.as_ref().map_or(0, |shown| shown.proposals.len());
            assert!(was == 0 || after.state.shown.is_some(), "{state}, {name}: the shown proposals stay");
        }
    }
    assert_eq!(table, include_str!("table.txt"), "\n{table}");
}
