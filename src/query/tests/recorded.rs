use super::*;

fn check(address: &str, expected: &[u32]) {
    assert_eq!(numbers(&recorded(), &query_of(address)), expected, "?{address}");
}

#[test]
fn the_state_filter_selects_open_decided_or_all() {
    check("", &[16, 18, 17]);
    check("show=decided", &[15, 14, 9, 6, 10, 13, 12, 11, 3, 8, 4, 5, 2]);
    check("show=all&sort=number", &[18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 6, 5, 4, 3, 2]);
}

#[test]
fn facets_select_by_stage_sig_tag_author_and_outcome() {
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
    check("author=ramereth", &[18]);
    check("author=RAMERETH,bennyvasquez", &[16, 18]);
    check("author=nobody&show=all", &[]);
}

#[test]
fn sorting_orders_the_selection() {
    check("sort=updated", &[18, 17, 16]);
    check("sort=created", &[18, 17, 16]);
    check("sort=comments", &[17, 18, 16]);
    check("sort=number", &[18, 17, 16]);
}

#[test]
fn search_finds_numbers_and_words() {
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
fn facets_list_the_values_that_occur() {
    let facets = select(&recorded(), Scope::All, &query_of(""), casefold, activity).facets;
    let list = |facets: &[Facet]| -> Vec<(String, Option<usize>)> {
        facets.iter().map(|facet| (facet.name.clone(), facet.count)).collect()
    };
    let named = |name: &str, count| (name.to_owned(), Some(count));
    assert_eq!(list(&facets.sigs), [named("AltArch", 1), named("Build System", 1), named("", 2)]);
    assert_eq!(list(&facets.tags), []);
    let chosen =
        select(&recorded(), Scope::All, &query_of("tag=accepted for discussion"), casefold, activity).facets;
    assert_eq!(list(&chosen.tags), [named("accepted for discussion", 1)], "a chosen one can be removed");
    let authors = [named("bennyvasquez", 1), named("jonathanspw", 1), named("ramereth", 1)];
    assert_eq!(list(&facets.authors), authors);
    assert_eq!(list(&facets.outcomes), []);
    let stages: Vec<_> = facets.stages.iter().map(|facet| facet.count).collect();
    assert_eq!(stages, [Some(2), Some(1), Some(0), Some(13)]);
    let open = select(&recorded(), Scope::Open, &query_of(""), casefold, activity).facets;
    assert_eq!(open.stages.last().unwrap().count, None, "closed proposals are not all loaded");
    let facets = select(&recorded(), Scope::All, &query_of("show=all"), casefold, activity).facets;
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
fn a_chosen_value_is_listed_even_if_no_proposal_has_it() {
    let facets = select(&recorded(), Scope::All, &query_of("tag=gone&sig=gone"), casefold, activity).facets;
    assert!(facets.tags.iter().any(|tag| tag.name == "gone" && tag.chosen && tag.count == Some(0)));
    assert!(facets.sigs.iter().any(|sig| sig.name == "gone" && sig.chosen && sig.count == Some(0)));
}
