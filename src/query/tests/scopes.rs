use super::*;

#[test]
fn decided_proposals_are_in_scope_only_if_they_can_be_shown() {
    let check = |url: &str, scope: Scope, state: StateFilter| {
        let query = query_of(url);
        assert_eq!((query.scope(), query.effective_state()), (scope, state), "?{url}");
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
fn choosing_an_open_stage_removes_the_outcomes() {
    let query = query_of("outcome=merged").toggled(&FacetValue::Stage(Stage::Vote));
    assert_eq!((query.stages, query.outcomes), (vec![Stage::Vote], vec![]));
}
