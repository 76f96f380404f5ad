//! Text of other people in XML and in Markdown.

use proptest::prelude::*;

use super::*;
use crate::syndication::atom;
use crate::syndication::text::one_line;

#[test]
fn text_is_one_line_that_xml_can_hold() {
    let check = |text: &str, expected: &str| assert_eq!(one_line(text), expected, "{text:?}");
    check("", "");
    check(" a\tb\r\n\r\nc\u{a0}d ", "a b c d");
    check("a\u{0}b\u{1b}[31m\u{7f}\u{9f}", "a\u{fffd}b\u{fffd}[31m\u{fffd}\u{fffd}");
    check("\u{fffe}\u{ffff}", "\u{fffd}\u{fffd}");
    check("ß 日本 😀 \u{202b}עברית", "ß 日本 😀 \u{202b}עברית");
}

#[test]
fn xml_has_no_markup_of_the_text() {
    let check = |text: &str, expected: &str| assert_eq!(atom::escape(text), expected, "{text:?}");
    check("a < b && c > d", "a &lt; b &amp;&amp; c &gt; d");
    check(r#"say "it's""#, "say &quot;it&#39;s&quot;");
    check("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
    check("]]> &amp; <!--", "]]&gt; &amp;amp; &lt;!--");
    check("https://example.org/?a=1&b=\"", "https://example.org/?a=1&amp;b=&quot;");
    check("a\u{8}b\nc", "a\u{fffd}b c");
}

proptest! {
    #[test]
    fn any_text_survives_in_xml(text in any::<String>()) {
        let xml = format!("<a b=\"{0}\">{0}</a>", atom::escape(&text));
        let document = roxmltree::Document::parse(&xml).unwrap();
        let (element, expected) = (document.root_element(), one_line(&text));
        prop_assert_eq!(element.text().unwrap_or_default(), &expected);
        prop_assert_eq!(element.attribute("b").unwrap(), &expected);
    }

    #[test]
    fn any_title_and_sentence_leave_a_feed_and_a_digest_with_their_lines(text in any::<String>()) {
        let sentence = Some(text.clone());
        let notes = vec![Note { sentence, ..note("2026-08-30", NoteKind::Accepted) }];
        let proposals = [with_record(proposal(7, &text), Record { notes, ..Record::default() })];
        let (feed, digest) = published(&proposals, &[], |publication| {
            (to_atom(publication, "https://example.org/feed.xml", "https://example.org/"), to_digest(publication))
        });
        let feed = roxmltree::Document::parse(&feed).unwrap();
        prop_assert_eq!(feed.descendants().filter(|node| node.has_tag_name("li")).count(), 1);
        prop_assert_eq!(digest.lines().count(), 6);
    }
}
