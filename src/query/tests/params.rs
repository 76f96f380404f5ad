use super::*;

/// Returns the invalid parameters of a URL.
fn invalid(url: &str) -> Vec<String> {
    let params = params(url);
    let (_, invalid) = parse(&params, &Query::default());
    invalid.into_iter().map(|InvalidParam { key, value, .. }| format!("{key}={value}")).collect()
}

#[test]
fn invalid_values_are_ignored_and_returned() {
    assert_eq!(query_of("stage=foo"), Query::default());
    assert_eq!(
        invalid("stage=foo,vote,,VOTE&sort=x&show=&outcome=maybe"),
        ["stage=foo", "outcome=maybe", "sort=x"]
    );
    assert_eq!(query_of("stage=foo, VOTE ,vote").stages, [Stage::Vote]);
    assert_eq!(query_of("stage=vote&stage=closed").stages, [Stage::Vote, Stage::Closed]);
    assert_eq!(query_of("sig=Core,,core,None").sigs, ["core", "none"]);
    assert_eq!(query_of("tag=a\\,b,c\\\\,\\").tags, ["a,b", "c\\", "\\"]);
    assert_eq!(query_of("turn=board,Committee,x").turns, [2, 0].map(|at| ActivityValue::TURNS[at]));
    assert_eq!(query_of("changed=14d,visit,14d").changed, [2, 0].map(|at| ActivityValue::CHANGES[at]));
    assert_eq!(invalid("turn=me,visit&changed=15d"), ["turn=me", "turn=visit", "changed=15d"]);
    assert_eq!(query_of("sort=updated&sort=number").sort, Sort::Number);
    assert_eq!(query_of("host=1&utm=2"), Query::default());
}

#[test]
fn only_what_differs_from_the_initial_query_is_written() {
    let initial = query_of("stage=vote&sig=core");
    assert_eq!(encode(&initial, &initial), []);
    assert_eq!(encode(&query_of("sig=core"), &initial), [("stage", String::new())]);
    assert_eq!(
        encode(&query_of("tag=a\\,b,c&q=x y"), &Query::default()),
        [("tag", "a\\,b,c".to_owned()), ("q", "x y".to_owned())]
    );
}
