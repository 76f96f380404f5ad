//! Text of other people within Markdown.

use super::super::markdown::escape::{escape, link_target};

#[test]
fn text_in_markdown_has_no_markup() {
    let check = |text: &str, expected: &str| assert_eq!(escape(text), expected, "{text:?}");
    check("plain text, 10.3: it's fine!", "plain text, 10.3: it's fine!");
    check("*a* _b_ `c` ~~d~~", r"\*a\* \_b\_ \`c\` \~\~d\~\~");
    check("x86_64_v2", "x86_64_v2");
    check("[x](https://example.org)", r"\[x\](https://example.org)");
    check("![x](y)", r"!\[x\](y)");
    check("<b>&lt;</b> a|b", r"\<b\>\&lt;\</b\> a\|b");
    check(r"\*", r"\\\*");
    check("@all #18", r"\@all \#18");
    check("a\n\tb", "a  b");
}

#[test]
fn no_parenthesis_ends_the_target_of_a_link() {
    assert_eq!(link_target("https://example.org/a_(b)?c=(d"), "https://example.org/a_%28b%29?c=%28d");
}
