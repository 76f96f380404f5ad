//! What elements a document has.

use super::super::render::{render, render_contents};
use super::super::{Token, blocks_text};
use super::fixtures::{documents, parse};

/// Writes elements as HTML does, without what HTML escapes.
fn html(tokens: &[Token]) -> String {
    let mut open = Vec::new();
    let mut html = String::new();
    for token in tokens {
        match token {
            Token::Start(tag, attributes) => {
                let attributes: String =
                    attributes.iter().map(|(name, value)| format!(" {}={value}", name.as_str())).collect();
                html.push_str(&format!("<{}{attributes}>", tag.as_str()));
                open.push(tag);
            }
            Token::Text(text) => html.push_str(text),
            Token::End => {
                html.push_str(&format!("</{}>", open.pop().expect("an element that is open").as_str()))
            }
        }
    }
    assert_eq!(open.len(), 0, "{html}");
    html
}

fn body(text: &str) -> String {
    let html = html(&render(&parse(text)));
    html.strip_prefix("<dl class=alesco-document-header></dl>").expect("no header").to_owned()
}

#[test]
fn each_form_of_markdown_has_its_elements() {
    let check = |text: &str, expected: &str| assert_eq!(body(text), expected, "{text}");
    check("a *b* **c** ~~d~~", "<p dir=auto>a <em>b</em> <strong>c</strong> <del>d</del></p>");
    check("a\nb\\\nc", "<p dir=auto>a b<br></br>c</p>");
    check("`<b>` <i>", "<p dir=auto><code dir=ltr><b></code> <code dir=ltr><i></code></p>");
    check("[a](https://e.org \"t\")", "<p dir=auto><a href=https://e.org title=t>a</a></p>");
    check("![a](https://e.org/i.png)", "<p dir=auto><a href=https://e.org/i.png>a</a></p>");
    check("[a](javascript:b)", "<p dir=auto>a</p>");
    check("## B\n\n#### C", "<h3 id=b dir=auto tabindex=-1>B</h3><h4 id=c dir=auto tabindex=-1>C</h4>");
    check("> a", "<blockquote><p dir=auto>a</p></blockquote>");
    check(
        "> [!TIP]\n> a",
        "<blockquote class=alesco-alert data-kind=tip><p><strong>Tip</strong></p><p dir=auto>a</p></blockquote>",
    );
    check(
        "- [x] a\n- [ ] b",
        "<ul><li dir=auto>\u{2611} <span>a</span></li><li dir=auto>\u{2610} <span>b</span></li></ul>",
    );
    check("3. a", "<ol start=3><li dir=auto><span>a</span></li></ol>");
    check(
        "```sh\na\n```",
        "<figure><figcaption>sh</figcaption><pre dir=ltr tabindex=0><code>a\n</code></pre></figure>",
    );
    check("<div>", "<pre dir=ltr tabindex=0><code><div></code></pre>");
    check("a\n\n---", "<p dir=auto>a</p><hr></hr>");
    check(
        "|a|b|\n|:-:|-:|\n|c|d|",
        "<div class=alesco-table tabindex=0><table><thead><tr><th dir=auto data-kind=center>a</th>\
         <th dir=auto data-kind=right>b</th></tr></thead><tbody><tr><td dir=auto data-kind=center>c</td>\
         <td dir=auto data-kind=right>d</td></tr></tbody></table></div>",
    );
    check(
        "a[^x]\n\n[^x]: b",
        "<p dir=auto>a<sup id=fnref:1 tabindex=-1><a href=#fn:1>1</a></sup></p>\
         <ol class=alesco-footnotes><li id=fn:1 tabindex=-1><p dir=auto>b</p>\
         <a href=#fnref:1>↩\u{fe0e} 1</a></li></ol>",
    );
    check(
        "# RFC: T[^x]\n\na[^x] b[^x]\n\n[^x]: c\n[^y]: d[^y]",
        "<p dir=auto>a<sup id=fnref:1 tabindex=-1><a href=#fn:1>1</a></sup> b<sup><a href=#fn:1>1</a></sup></p>\
         <ol class=alesco-footnotes><li id=fn:1 tabindex=-1><p dir=auto>c</p><a href=#fnref:1>↩\u{fe0e} 1</a></li>\
         <li id=fn:2 tabindex=-1><p dir=auto>d<sup><a href=#fn:2>2</a></sup></p></li></ol>",
    );
}

#[test]
fn the_header_is_a_list_of_names_and_values() {
    let text = parse("# RFC: T\n\n* **RFC Number:** `0008`\n* **Status:** Draft\n\ntext");
    assert_eq!(
        html(&render(&text)),
        "<dl class=alesco-document-header><div><dt>RFC Number</dt><dd dir=auto><code dir=ltr>0008</code></dd></div>\
         <div><dt>Status</dt><dd dir=auto>Draft</dd></div></dl><p dir=auto>text</p>"
    );
}

#[test]
fn the_contents_list_nests_and_leads_to_the_headings() {
    let contents = |text: &str| html(&render_contents(&parse(text).contents()));
    assert_eq!(contents("text"), "");
    assert_eq!(
        contents("## A\n\n### B\n\n## C"),
        "<ol><li><a href=#a dir=auto>A</a><ol><li><a href=#b dir=auto>B</a></li></ol></li>\
         <li><a href=#c dir=auto>C</a></li></ol>"
    );
}

#[test]
fn the_elements_of_every_document_on_record_have_all_of_its_text() {
    let without_space = |text: &str| text.split_whitespace().collect::<String>();
    for (number, _, source) in documents() {
        let text = parse(&source);
        let shown: String = render(&text)
            .into_iter()
            .filter_map(|token| if let Token::Text(text) = token { Some(text) } else { None })
            .collect();
        let shown = without_space(&shown);
        for line in blocks_text(&text.blocks).lines() {
            assert!(shown.contains(&without_space(line)), "#{number}: {line}");
        }
    }
}
