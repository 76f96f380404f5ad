use std::sync::Arc;

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::url_params::{InvalidParam, encode, parse};
use super::*;
use crate::proposal::{Color, Decision, Label, RfcNumber, Sig, Status, Time};
use crate::snapshot;

/// What the browser's `String.normalize` and `toLowerCase` do.
fn casefold(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase()
}

fn recorded() -> Vec<SearchEntry> {
    let json = include_str!("../../snapshot/proposals.json");
    let snapshot::Snapshot { proposals, documents, .. } = snapshot::decode(json, "AlmaLinux/ALESCo").unwrap();
    let read = |proposal: Proposal| match documents.iter().find(|read| read.number == proposal.number) {
        Some(read) => proposal.with_document(&read.document),
        None => proposal,
    };
    proposals.into_iter().map(|proposal| SearchEntry::new(Arc::new(read(proposal)), casefold)).collect()
}

fn numbers(items: &[SearchEntry], query: &Query) -> Vec<u32> {
    select(items, Scope::All, query, casefold).proposals.iter().map(|proposal| proposal.number).collect()
}

fn pairs(address: &str) -> Vec<(&str, String)> {
    let pairs = address.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(key, value)| (key, value.to_owned())).collect()
}

fn asked(address: &str) -> Query {
    let pairs = pairs(address);
    parse(&pairs, &Query::default()).0
}

mod recorded_proposals {
    use super::*;

    fn check(address: &str, expected: &[u32]) {
        assert_eq!(numbers(&recorded(), &asked(address)), expected, "?{address}");
    }

    #[test]
    fn open_decided_all() {
        check("", &[16, 18, 17]);
        check("show=decided", &[15, 14, 9, 6, 10, 13, 12, 11, 3, 8, 4, 5, 2]);
        check("show=all&sort=number", &[18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 6, 5, 4, 3, 2]);
    }

    #[test]
    fn stages_sigs_tags_and_outcomes() {
        check("stage=discussion", &[16]);
        check("stage=discussion,submitted", &[16, 18, 17]);
        check("stage=vote", &[]);
        check("stage=closed&outcome=unrecorded", &[15, 4]);
        check("outcome=unrecorded", &[15, 4]);
        check("stage=submitted&outcome=unrecorded", &[]);
        check("sig=altarch", &[18]);
        check("sig=altarch,none", &[16, 18, 17]);
        check("sig=none", &[16, 17]);
        check("sig=core&show=all", &[15, 9, 6, 8, 2]);
        check("sig=hyperscale&show=all", &[]);
        check("tag=accepted for discussion", &[16]);
        check("tag=Accepted For Discussion", &[16]);
        check("tag=accepted for discussion&sig=altarch", &[]);
    }

    #[test]
    fn orders() {
        check("sort=updated", &[18, 17, 16]);
        check("sort=created", &[18, 17, 16]);
        check("sort=comments", &[17, 18, 16]);
        check("sort=number", &[18, 17, 16]);
    }

    #[test]
    fn search() {
        check("q=18&show=all", &[18]);
        check("q=#18&show=all", &[18]);
        check("q=rfc 8&show=all", &[16]);
        check("q=RFC-0008&show=all", &[16]);
        check("q=rfc8&show=all", &[16]);
        check("q=0008&show=all", &[16]);
        check("q=8&show=all", &[16, 8]);
        check("q=#8&show=all", &[8]);
        check("q=10&show=all", &[10, 4]);
        check("q=secure boot", &[18]);
        check("q=boot SECURE", &[18]);
        check("q=sécure", &[18]);
        check("q=ramereth&show=all", &[18, 3]);
        check("q=core sig&show=all", &[15, 9, 6, 8, 2]);
        check("q=#", &[16, 18, 17]);
        check("q=rfc 00&show=decided", &[15, 9, 6, 10, 3, 8, 4, 2]);
        check("q=rfc00", &[16, 18]);
        check("q=for discussion", &[16]);
        check("q=build system", &[18]);
        check("q=mainline-based kernel.", &[18]);
        check("q=kernel nothing", &[]);
        check("q=hypervisor&show=all", &[3]);
        check("q=  &show=all&sort=number", &[18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 6, 5, 4, 3, 2]);
    }

    #[test]
    fn facets_name_what_there_is() {
        let facets = select(&recorded(), Scope::All, &asked(""), casefold).facets;
        let list = |facets: &[Facet]| -> Vec<(String, Option<usize>)> {
            facets.iter().map(|facet| (facet.name.clone(), facet.count)).collect()
        };
        let named = |name: &str, count| (name.to_owned(), Some(count));
        assert_eq!(list(&facets.sigs), [named("AltArch", 1), named("Build System", 1), named("", 2)]);
        assert_eq!(list(&facets.tags), [named("accepted for discussion", 1)]);
        assert_eq!(list(&facets.outcomes), []);
        let stages: Vec<_> = facets.stages.iter().map(|facet| facet.count).collect();
        assert_eq!(stages, [Some(2), Some(1), Some(0), None], "the decided ones are not counted unasked");
        let facets = select(&recorded(), Scope::All, &asked("show=all"), casefold).facets;
        let outcomes: Vec<_> = facets.outcomes.iter().map(|facet| (&facet.value, facet.count)).collect();
        assert_eq!(
            outcomes,
            [
                (&FacetValue::Outcome(Outcome::Accepted), Some(6)),
                (&FacetValue::Outcome(Outcome::Merged), Some(5)),
                (&FacetValue::Outcome(Outcome::Unrecorded), Some(2)),
            ]
        );
    }

    #[test]
    fn what_is_chosen_can_be_taken_back() {
        let facets = select(&recorded(), Scope::All, &asked("tag=gone&sig=gone"), casefold).facets;
        assert!(facets.tags.iter().any(|tag| tag.name == "gone" && tag.chosen && tag.count == Some(0)));
        assert!(facets.sigs.iter().any(|sig| sig.name == "gone" && sig.chosen && sig.count == Some(0)));
    }
}

mod addresses {
    use super::*;

    fn said(address: &str) -> Vec<String> {
        let pairs = pairs(address);
        let (_, unknown) = parse(&pairs, &Query::default());
        unknown.into_iter().map(|InvalidParam { key, value, .. }| format!("{key}={value}")).collect()
    }

    #[test]
    fn nonsense_is_survived_and_said() {
        assert_eq!(asked("stage=foo"), Query::default());
        assert_eq!(
            said("stage=foo,vote,,VOTE&sort=x&show=&outcome=maybe"),
            ["stage=foo", "outcome=maybe", "sort=x"]
        );
        assert_eq!(asked("stage=foo, VOTE ,vote").stages, [Stage::Vote]);
        assert_eq!(asked("stage=vote&stage=closed").stages, [Stage::Vote, Stage::Closed]);
        assert_eq!(asked("sig=Core,,core,None").sigs, ["core", "none"]);
        assert_eq!(asked("tag=a\\,b,c\\\\,\\").tags, ["a,b", "c\\", "\\"]);
        assert_eq!(asked("sort=updated&sort=number").sort, Sort::Number);
        assert_eq!(asked("host=1&utm=2"), Query::default());
    }

    #[test]
    fn only_what_differs_is_written() {
        let preset = asked("stage=vote&sig=core");
        assert_eq!(encode(&preset, &preset), []);
        assert_eq!(encode(&asked("sig=core"), &preset), [("stage", String::new())]);
        assert_eq!(
            encode(&asked("tag=a\\,b,c&q=x y"), &Query::default()),
            [("tag", "a\\,b,c".to_owned()), ("q", "x y".to_owned())]
        );
    }
}

mod scopes {
    use super::*;

    #[test]
    fn decided_ones_are_asked_for_only_where_they_can_be_shown() {
        let check = |address: &str, scope: Scope, base: StateFilter| {
            let query = asked(address);
            assert_eq!((query.scope(), query.effective_state()), (scope, base), "?{address}");
        };
        check("", Scope::Open, StateFilter::Open);
        check("show=decided", Scope::All, StateFilter::Decided);
        check("show=all", Scope::All, StateFilter::All);
        check("show=all&stage=vote", Scope::Open, StateFilter::Open);
        check("stage=closed", Scope::All, StateFilter::Decided);
        check("stage=closed,vote", Scope::All, StateFilter::All);
        check("outcome=merged", Scope::All, StateFilter::Decided);
    }

    #[test]
    fn choosing_an_open_stage_drops_the_outcomes() {
        let query = asked("outcome=merged").toggled(&FacetValue::Stage(Stage::Vote));
        assert_eq!((query.stages, query.outcomes), (vec![Stage::Vote], vec![]));
    }
}

fn stage() -> impl Strategy<Value = Stage> {
    prop::sample::select(&Stage::ALL[..])
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop::sample::select(&Outcome::ALL[..])
}

fn status() -> impl Strategy<Value = Status> {
    let decision =
        outcome().prop_map(|outcome| Status::Closed(Decision { outcome, inferred: false, at: None }));
    let open = prop::sample::select(&[Stage::Submitted, Stage::Discussion, Stage::Vote][..]);
    prop_oneof![open.prop_map(Status::Open), decision]
}

fn proposal() -> impl Strategy<Value = Proposal> {
    let sig = prop::sample::select(&["core", "cloud", "altarch"][..]);
    let tag = prop::sample::select(&["kernel", "Board, input", "x\\"][..]);
    (
        (1..40u32, "[ab é]{0,6}", status(), any::<bool>()),
        prop::collection::btree_set(sig, 0..3),
        prop::collection::btree_set(tag, 0..3),
        (0..5i64, 0..3u32, prop::option::of(1..12u16)),
    )
        .prop_map(|((number, title, status, is_rfc), sigs, tags, (day, comments, rfc))| Proposal {
            number,
            title,
            status,
            is_rfc,
            has_document: true,
            rfc_number: rfc.and_then(|rfc| RfcNumber::parse_prefix(&rfc.to_string())),
            sigs: sigs
                .into_iter()
                .map(|slug| Sig {
                    slug: slug.to_owned(),
                    name: slug.to_owned(),
                    evidence: crate::proposal::Evidence::Label,
                })
                .collect(),
            labels: tags
                .into_iter()
                .map(|name| Label {
                    name: name.to_owned(),
                    description: String::new(),
                    color: Color::default(),
                })
                .collect(),
            opened_at: Time::from_timestamp(day, 0),
            updated_at: Time::from_timestamp(-day, 0),
            comments,
            ..Proposal::default()
        })
}

fn items() -> impl Strategy<Value = Vec<SearchEntry>> {
    prop::collection::vec(proposal(), 0..25).prop_map(|mut proposals| {
        proposals.sort_by_key(|proposal| proposal.number);
        proposals.dedup_by_key(|proposal| proposal.number);
        proposals.into_iter().map(|proposal| SearchEntry::new(Arc::new(proposal), casefold)).collect()
    })
}

fn subset<T: Clone + std::fmt::Debug + 'static>(values: &[T]) -> impl Strategy<Value = Vec<T>> + use<T> {
    prop::sample::subsequence(values.to_vec(), 0..=values.len()).prop_shuffle()
}

fn query() -> impl Strategy<Value = Query> {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    (
        prop::sample::select(&StateFilter::ALL[..]),
        subset(&Stage::ALL),
        subset(&Outcome::ALL),
        subset(&owned(&["core", "cloud", "gone", "none"])),
        subset(&owned(&["kernel", "Board, input", "x\\", "gone"])),
        prop_oneof![Just(String::new()), "[ab é#0-9]{0,4}"],
        prop::sample::select(&Sort::ALL[..]),
    )
        .prop_map(|(show, stages, outcomes, sigs, tags, text, sort)| Query {
            show,
            stages,
            outcomes,
            sigs,
            tags,
            text,
            sort,
        })
}

/// The query with nothing chosen of a choice's kind but the choice.
fn choosing_only(query: &Query, choice: &FacetValue) -> Query {
    let mut query = query.clone();
    match choice {
        FacetValue::Stage(_) => query.stages.clear(),
        FacetValue::Outcome(_) => query.outcomes.clear(),
        FacetValue::Sig(_) => query.sigs.clear(),
        FacetValue::Tag(_) => query.tags.clear(),
    }
    query.toggled(choice)
}

proptest! {
    #[test]
    fn any_query_comes_back_from_its_address(query in query(), preset in query()) {
        let written = encode(&query, &preset);
        prop_assert_eq!(parse(&written, &preset), (query, vec![]));
    }

    #[test]
    fn any_words_come_back_from_their_address(tags in prop::collection::hash_set("\\S{1,8}", 0..4), text: String) {
        let mut query = Query { text, ..Query::default() };
        for tag in tags {
            if !query.has(&FacetValue::Tag(tag.clone())) {
                query.tags.push(tag);
            }
        }
        let written = encode(&query, &Query::default());
        prop_assert_eq!(parse(&written, &Query::default()).0, query);
    }

    #[test]
    fn any_address_is_survived(pairs: Vec<(String, String)>, value: String) {
        let mut given: Vec<_> = pairs.iter().map(|(key, value)| (key.as_str(), value.clone())).collect();
        given.extend(url_params::KEYS.map(|key| (key, value.clone())));
        let (query, _) = parse(&given, &Query::default());
        prop_assert_eq!(query.text, value);
    }

    #[test]
    fn counts_equal_what_choosing_shows(items in items(), query in query()) {
        let facets = select(&items, Scope::All, &query, casefold).facets;
        let all = [facets.stages, facets.outcomes, facets.sigs, facets.tags].concat();
        for facet in all {
            if let Some(count) = facet.count {
                let shown = numbers(&items, &choosing_only(&query, &facet.value)).len();
                prop_assert_eq!(count, shown, "{:?} in {:?}", facet.value, query);
            }
        }
    }

    #[test]
    fn another_value_of_a_kind_that_narrows_never_loses_a_card(items in items(), query in query(), stage in stage(), outcome in outcome()) {
        let before = numbers(&items, &query);
        let widened = [
            (!query.stages.is_empty(), FacetValue::Stage(stage)),
            (!query.outcomes.is_empty(), FacetValue::Outcome(outcome)),
            (!query.sigs.is_empty(), FacetValue::Sig("altarch".to_owned())),
            (!query.tags.is_empty(), FacetValue::Tag("kernel".to_owned())),
        ];
        for (narrows, choice) in widened {
            if narrows && !query.has(&choice) {
                let after = numbers(&items, &query.clone().toggled(&choice));
                prop_assert!(before.iter().all(|number| after.contains(number)), "{choice:?} in {query:?}");
            }
        }
    }

    #[test]
    fn another_kind_never_adds_a_card(items in items(), query in query()) {
        let shown = numbers(&items, &query);
        for wider in [
            Query { sigs: vec![], ..query.clone() },
            Query { tags: vec![], ..query.clone() },
            Query { text: String::new(), ..query.clone() },
        ] {
            let more = numbers(&items, &wider);
            prop_assert!(shown.iter().all(|number| more.contains(number)));
        }
    }

    #[test]
    fn no_filter_hides_anything_for_good(items in items()) {
        let all = Query { show: StateFilter::All, ..Query::default() };
        prop_assert_eq!(numbers(&items, &all).len(), items.len());
        let by_sig = ["core", "cloud", "altarch", "none"].map(str::to_owned).to_vec();
        prop_assert_eq!(numbers(&items, &Query { sigs: by_sig, ..all }).len(), items.len());
    }

    #[test]
    fn an_order_neither_loses_nor_doubles(items in items(), query in query()) {
        let mut orders = Sort::ALL.map(|sort| {
            let mut numbers = numbers(&items, &Query { sort, ..query.clone() });
            numbers.sort_unstable();
            numbers
        });
        orders.iter_mut().for_each(|numbers| numbers.dedup());
        let [first, rest @ ..] = orders;
        prop_assert!(rest.iter().all(|numbers| *numbers == first));
    }

    #[test]
    fn narrowed_is_never_more_than_the_total(items in items(), query in query()) {
        let selection = select(&items, Scope::All, &query, casefold);
        prop_assert!(selection.proposals.len() <= selection.total);
        prop_assert_eq!(select(&items, Scope::All, &query.without_filters(), casefold).proposals.len(), selection.total);
    }
}
