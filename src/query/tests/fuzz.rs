//! Arbitrary URL parameters: none panics, and a query is the same after encoding and parsing.

use proptest::prelude::*;

use super::arbitrary::query;
use super::*;
use crate::proposal::replace_controls;
#[cfg(feature = "browser")]
use crate::query::route::Route;

proptest! {
    #[test]
    fn any_query_is_the_same_after_encoding_and_parsing(query in query(), initial in query()) {
        let written = encode(&query, &initial);
        prop_assert_eq!(parse(&written, &initial), (query, vec![]));
    }

    #[test]
    fn any_text_and_tags_are_the_same_after_encoding_and_parsing(tags in prop::collection::hash_set("\\S{1,8}", 0..4), text: String) {
        let mut query = Query { text: replace_controls(&text).into_owned(), ..Query::default() };
        for tag in tags.iter().map(|tag| replace_controls(tag).into_owned()) {
            if !query.has(&FacetValue::Tag(tag.clone())) {
                query.tags.push(tag);
            }
        }
        let written = encode(&query, &Query::default());
        prop_assert_eq!(parse(&written, &Query::default()).0, query);
    }

    #[test]
    fn arbitrary_parameters_are_parsed_or_ignored(pairs: Vec<(String, String)>, value: String) {
        let mut given: Vec<_> = pairs.iter().map(|(key, value)| (key.as_str(), value.clone())).collect();
        given.extend(url_params::KEYS.iter().map(|key| (*key, value.clone())));
        let (query, _) = parse(&given, &Query::default());
        prop_assert_eq!(query.text, replace_controls(&value));
    }
}

#[cfg(feature = "browser")]
proptest! {
    #[test]
    fn arbitrary_views_are_parsed_or_named_and_the_same_after_encoding(
        proposal in "[0-9 +a]{0,12}", view in "(meeting|decisions|list|[a-z]{0,3})", since in "(last-meeting|[0-9d-]{0,10}|20[0-9]{2}-[01][0-9]-[0-3][0-9])",
    ) {
        let given = [("proposal", proposal), ("view", view), ("since", since)];
        let (route, _) = Route::parse(&given);
        prop_assert_eq!(Route::parse(&route.encode()), (route, vec![]));
    }
}
