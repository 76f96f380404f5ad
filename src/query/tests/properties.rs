use proptest::prelude::*;

use super::arbitrary::{items, outcome, query, stage};
use super::*;

/// Returns the query with this value as the only one of its facet.
fn choosing_only(query: &Query, value: &FacetValue) -> Query {
    let mut query = query.clone();
    match value {
        FacetValue::Stage(_) => query.stages.clear(),
        FacetValue::Outcome(_) => query.outcomes.clear(),
        FacetValue::Sig(_) => query.sigs.clear(),
        FacetValue::Tag(_) => query.tags.clear(),
        FacetValue::Author(_) => query.authors.clear(),
        FacetValue::Activity(ActivityValue::Turn(_)) => query.turns.clear(),
        FacetValue::Activity(ActivityValue::Changed(_)) => query.changed.clear(),
    }
    query.toggled(value)
}

proptest! {
    #[test]
    fn counts_equal_the_proposals_that_choosing_shows(items in items(), query in query()) {
        let facets = select(&items, Scope::All, &query, casefold, activity).facets;
        for facet in facets.iter() {
            if let Some(count) = facet.count {
                let shown = numbers(&items, &choosing_only(&query, &facet.value)).len();
                prop_assert_eq!(count, shown, "{:?} in {:?}", facet.value, query);
            }
        }
    }

    #[test]
    fn another_value_of_a_chosen_facet_never_removes_a_proposal(items in items(), query in query(), stage in stage(), outcome in outcome()) {
        let before = numbers(&items, &query);
        let widened = [
            (!query.stages.is_empty(), FacetValue::Stage(stage)),
            (!query.outcomes.is_empty(), FacetValue::Outcome(outcome)),
            (!query.sigs.is_empty(), FacetValue::Sig("altarch".to_owned())),
            (!query.tags.is_empty(), FacetValue::Tag("kernel".to_owned())),
            (!query.authors.is_empty(), FacetValue::Author("anna".to_owned())),
            (!query.turns.is_empty(), FacetValue::Activity(ActivityValue::TURNS[2])),
            (!query.changed.is_empty(), FacetValue::Activity(ActivityValue::CHANGES[2])),
        ];
        for (is_chosen, value) in widened {
            if is_chosen && !query.has(&value) {
                let after = numbers(&items, &query.clone().toggled(&value));
                prop_assert!(before.iter().all(|number| after.contains(number)), "{value:?} in {query:?}");
            }
        }
    }

    #[test]
    fn another_facet_never_adds_a_proposal(items in items(), query in query()) {
        let shown = numbers(&items, &query);
        for wider in [
            Query { sigs: vec![], ..query.clone() },
            Query { tags: vec![], ..query.clone() },
            Query { authors: vec![], ..query.clone() },
            Query { turns: vec![], ..query.clone() },
            Query { changed: vec![], ..query.clone() },
            Query { text: String::new(), ..query.clone() },
        ] {
            let more = numbers(&items, &wider);
            prop_assert!(shown.iter().all(|number| more.contains(number)));
        }
    }

    #[test]
    fn every_proposal_is_shown_by_some_value_of_each_facet(items in items()) {
        let all = Query { show: StateFilter::All, ..Query::default() };
        prop_assert_eq!(numbers(&items, &all).len(), items.len());
        let by_sig = ["core", "cloud", "altarch", "none"].map(str::to_owned).to_vec();
        prop_assert_eq!(numbers(&items, &Query { sigs: by_sig, ..all }).len(), items.len());
    }

    #[test]
    fn sorting_neither_removes_nor_repeats_a_proposal(items in items(), query in query()) {
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
    fn the_selection_is_never_larger_than_the_total(items in items(), query in query()) {
        let selection = select(&items, Scope::All, &query, casefold, activity);
        prop_assert!(selection.proposals.len() <= selection.total);
        prop_assert_eq!(select(&items, Scope::All, &query.without_filters(), casefold, activity).proposals.len(), selection.total);
    }
}
