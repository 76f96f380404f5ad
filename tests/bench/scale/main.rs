//! How the time of decoding, the feed, filtering and prerendering grows with the number of proposals. Nothing may grow
//! faster than n log n. `make bench-native` runs it.
//!
//! It is compiled for size, as the module is, but for this processor: growth says more than the times.

#![cfg(test)]

mod growth;
mod proposals;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use alesco_proposals::config::Layout;
use alesco_proposals::feed::{self, Event, FeedConfig, Request, State};
use alesco_proposals::github::{self, Repository, Response, Scope};
use alesco_proposals::i18n::Language;
use alesco_proposals::proposal::{Proposal, Stage};
use alesco_proposals::query::{Casefold, Query, SearchEntry, Selection, StateFilter, select};
use alesco_proposals::{snapshot, snapshot_cli};
use criterion::{BatchSize, Bencher, BenchmarkId, Criterion, SamplingMode};
use growth::{SIZES, TOTAL};

/// In a repository. In prerendered HTML, which has no others, all are open.
const ONE_IN_THREE_IS_OPEN: usize = 3;

/// Takes the place of the browser's, which removes accents, too.
const CASEFOLD: Casefold = str::to_lowercase;

fn main() {
    let start = SystemTime::now();
    let mut criterion = Criterion::default()
        .without_plots()
        .sample_size(10)
        .nresamples(10_000)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1))
        .configure_from_args();
    decoding(&mut criterion);
    feed_and_filter(&mut criterion);
    renderer(&mut criterion);
    growth::print(start);
}

/// Measures `work` on lists of each size.
fn measure<Input, Output>(
    criterion: &mut Criterion,
    name: &str,
    input: impl Fn(usize) -> Input,
    work: impl Fn(&Input) -> Output,
) {
    measure_all(criterion, name, input, |bencher, inputs| {
        bencher.iter(|| -> Vec<Output> { inputs.iter().map(|input| work(black_box(input))).collect() });
    });
}

/// Measures `work` on as many lists of each size as have [`TOTAL`] proposals together. So small lists take as much
/// memory as large ones, and no growth comes from the processor's caches alone.
fn measure_all<Input>(
    criterion: &mut Criterion,
    name: &str,
    input: impl Fn(usize) -> Input,
    work: impl Fn(&mut Bencher<'_>, &[Input]),
) {
    let mut group = criterion.benchmark_group(name);
    // Growing samples would take too long.
    group.sampling_mode(SamplingMode::Flat);
    for size in SIZES {
        let inputs: Vec<Input> = (0..TOTAL / size).map(|_| input(size)).collect();
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| work(bencher, &inputs));
    }
    group.finish();
}

fn decoding(criterion: &mut Criterion) {
    measure(criterion, growth::JSON, list, |text| github::parse_list(text));
    measure(
        criterion,
        growth::LIST,
        |size| github::parse_list(&list(size)).unwrap(),
        |items| github::parse_issues(items),
    );
    measure(criterion, growth::SNAPSHOT, file, |file| snapshot::decode(file, proposals::REPOSITORY));
}

fn feed_and_filter(criterion: &mut Criterion) {
    // The feed consumes its input. Copying that is not measured.
    measure_all(criterion, growth::FEED, copy_and_snapshot, |bencher, inputs| {
        let all = |inputs: Vec<_>| -> Vec<State> { inputs.into_iter().map(shown).collect() };
        bencher.iter_batched(|| inputs.to_vec(), all, BatchSize::PerIteration);
    });
    let proposals_of = |size| shown(copy_and_snapshot(size)).shown.unwrap().proposals;
    measure(criterion, growth::PREPARED, proposals_of, |proposals| prepared(proposals));

    let all = Query { show: StateFilter::All, ..Query::default() };
    let filtered = Query {
        text: "rfc kernel".to_owned(),
        stages: vec![Stage::Discussion, Stage::Vote],
        tags: vec!["kernel".to_owned(), "security".to_owned()],
        ..Query::default()
    };
    let items = |size| prepared(&proposals_of(size));
    let found = SIZES.map(|size| selected(&items(size), &filtered).proposals.len());
    assert!(found.iter().zip(SIZES).all(|(found, size)| (1..size / 10).contains(found)), "{found:?}");
    measure(criterion, growth::ALL, items, |items| selected(items, &all));
    measure(criterion, growth::NARROWED, items, |items| selected(items, &filtered));
}

fn renderer(criterion: &mut Criterion) {
    let english = Language::from_tag("en").unwrap();
    let html = |file: &String| {
        snapshot_cli::render(file, proposals::made_at(), &repository(), Layout::List, english).unwrap()
    };
    let file = |size| proposals::snapshot(size, 1);
    assert_eq!(html(&file(100)).matches("<article").count(), 100);
    measure(criterion, growth::PRERENDERED, file, html);
}

fn list(size: usize) -> String {
    proposals::issues(size, ONE_IN_THREE_IS_OPEN)
}

fn file(size: usize) -> String {
    proposals::snapshot(size, ONE_IN_THREE_IS_OPEN)
}

fn prepared(proposals: &[Arc<Proposal>]) -> Vec<SearchEntry> {
    proposals.iter().map(|proposal| SearchEntry::new(Arc::clone(proposal), CASEFOLD)).collect()
}

fn selected(items: &[SearchEntry], query: &Query) -> Selection {
    select(items, Scope::All, query, CASEFOLD, |_| Default::default())
}

fn repository() -> Repository {
    Repository {
        name: proposals::REPOSITORY.to_owned(),
        api: "https://api.github.com".to_owned(),
        web_base: "https://github.com".to_owned(),
    }
}

/// Returns the saved copy of a visit a year ago, and the site's snapshot.
fn copy_and_snapshot(size: usize) -> [String; 2] {
    let snapshot = file(size);
    [snapshot.replace("\"2026-", "\"2025-"), snapshot]
}

/// Returns the state of a feed that has received both.
fn shown([copy, snapshot]: [String; 2]) -> State {
    let origin = FeedConfig { repository: repository(), has_snapshot: true };
    let response = Response { status: 200, body: snapshot, ..Response::default() };
    let events = [Event::SavedCopyLoaded(copy), Event::ResponseReceived(Request::Snapshot, Ok(response))];
    let next = |state, event| feed::next(state, event, &origin, proposals::made_at()).0;
    let state = events.into_iter().fold(State::default(), next);
    assert_eq!(state.shown.as_ref().map(|shown| shown.as_of), Some(proposals::made_at()));
    state
}
