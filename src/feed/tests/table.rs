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
    let wanted = || Event::ScopeRequested(Scope::Open);
    let answer = |reply| Event::ResponseReceived(list(LIST), reply);
    let limited = Response { status: 429, retry_after: Some(600), ..Response::default() };
    let without_snapshot = || Event::ResponseReceived(Request::Snapshot, Err(TransportError::Unreachable));
    vec![
        state("nothing yet", vec![]),
        state("out of sight", vec![Event::VisibilityChanged(false), wanted()]),
        state("asking", vec![wanted()]),
        state("young copy", vec![saved(1), wanted()]),
        state("old copy, asking", vec![saved(60), wanted()]),
        state(
            "snapshot, asking",
            vec![wanted(), Event::ResponseReceived(Request::Snapshot, Ok(ok(SNAPSHOT)))],
        ),
        state("reading documents", vec![wanted(), without_snapshot(), answer(Ok(ok(&items(&[1]))))]),
        state("live", vec![wanted(), without_snapshot(), answer(Ok(ok("[]")))]),
        state("failed", vec![wanted(), without_snapshot(), answer(Err(TransportError::Timeout))]),
        state("limited", vec![wanted(), without_snapshot(), answer(Ok(limited))]),
        state(
            "old copy, failed",
            vec![saved(60), wanted(), answer(Err(TransportError::Timeout)), without_snapshot()],
        ),
    ]
}

fn events() -> Vec<(&'static str, Event)> {
    let answered = Event::ResponseReceived;
    vec![
        ("younger copy", Event::SavedCopyLoaded(copy(Scope::Open, &[3], TimeDelta::zero()))),
        ("broken copy", Event::SavedCopyLoaded(String::new())),
        ("preloaded", Event::Preloaded),
        ("wanted", Event::ScopeRequested(Scope::Open)),
        ("more wanted", Event::ScopeRequested(Scope::All)),
        ("retried", Event::RefreshClicked),
        ("woke", Event::TimerFired),
        ("ticked", Event::MinuteTick),
        ("hidden", Event::VisibilityChanged(false)),
        ("seen", Event::VisibilityChanged(true)),
        ("offline", Event::Offline),
        ("online", Event::Online),
        ("turn", Event::LockAcquired(None)),
        ("list", answered(list(LIST), Ok(ok(&items(&[1]))))),
        ("no list", answered(list(LIST), Err(TransportError::Unreachable))),
        ("snapshot", answered(Request::Snapshot, Ok(ok(SNAPSHOT)))),
        ("no snapshot", answered(Request::Snapshot, Err(TransportError::Unreachable))),
        ("document", answered(FILES, Ok(files("0009")))),
        ("no document", answered(FILES, Err(TransportError::Unreachable))),
    ]
}

/// The state in a few words: what is shown, what is in the way, whether anything is awaited.
fn told(state: &State) -> String {
    let shown = state.shown.as_ref().map_or("nothing", |shown| shown.source.as_str());
    let trouble = state.error.map_or(String::new(), |trouble| format!(", {}", trouble.as_str()));
    let waiting = if state.is_loading() { ", waiting" } else { "" };
    let reading = if state.documents.is_fetching() { ", reading" } else { "" };
    format!("{shown}{trouble}{waiting}{reading}")
}

fn done(effects: &[Effect]) -> String {
    let words = effects.iter().map(|effect| match effect {
        Effect::Send(Request::List(url)) if url == LIST => "list",
        Effect::Send(Request::List(_)) => "whole list",
        Effect::Send(Request::Files(_)) => "document",
        Effect::Send(Request::Snapshot) => "snapshot",
        Effect::SetTimer(_) => "wake",
        Effect::AcquireLock => "take",
        Effect::ReleaseLock => "end",
        Effect::Save(_) => "save",
        Effect::WarnSkippedItems(_) | Effect::WarnSnapshot(_) => "report",
    });
    words.collect::<Vec<_>>().join(" ")
}

#[test]
fn every_event_in_every_state() {
    let mut table = String::new();
    for (index, (state, before)) in states().into_iter().enumerate() {
        table += &format!("{}{state}: {}\n", if index > 0 { "\n" } else { "" }, told(&before.state));
        for (name, event) in events() {
            let mut after = before.clone();
            after.dispatch(event);
            let effects = done(&after.effects);
            let arrow = if effects.is_empty() { "" } else { " -> " };
            table += &format!("  {name}: {}{arrow}{effects}\n", told(&after.state));
            let was = before.state.shown.as_ref().map_or(0, |shown| shown.proposals.len());
            assert!(was == 0 || after.state.shown.is_some(), "{state}, {name}: nothing leaves the screen");
        }
    }
    assert_eq!(table, include_str!("table.txt"), "\n{table}");
}
