//! What GitHub has beyond CommonMark.

use super::super::{AlertKind, Block, Footnote, Heading, Inline, ProposalText, plain_text};
use super::fixtures::parse;
use super::html::html;

fn check(cases: &[(&str, &str)]) {
    for (markdown, expected) in cases {
        assert_eq!(html(&parse(markdown).blocks).trim_end(), *expected, "{markdown}");
    }
}

fn headings(text: &ProposalText) -> Vec<(&str, u8, u8)> {
    let heading = |block| match block {
        &Block::Heading(Heading { ref anchor, level, depth, .. }) => Some((anchor.as_str(), level, depth)),
        _ => None,
    };
    text.blocks.iter().filter_map(heading).collect()
}

#[test]
fn tables_tasks_and_strikethrough_are_read_as_on_github() {
    check(&[
        (
            "| a | b |\n|:-:|--:|\n| `x\\|y` | *z* |",
            "<table>\n<thead>\n<tr>\n<th align=\"center\">a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n\
             <tbody>\n<tr>\n<td align=\"center\"><code>x|y</code></td>\n<td align=\"right\"><em>z</em></td>\n\
             </tr>\n</tbody>\n</table>",
        ),
        (
            "- [ ] open\n- [x] done",
            "<ul>\n<li><input disabled=\"\" type=\"checkbox\"> open</li>\n\
             <li><input checked=\"\" disabled=\"\" type=\"checkbox\"> done</li>\n</ul>",
        ),
        ("~~gone~~ ~also~", "<p><del>gone</del> <del>also</del></p>"),
    ]);
}

#[test]
fn a_checkbox_belongs_to_its_own_item() {
    let text = parse("- [x] outer\n  - inner\n    - [ ] innermost\n");
    check(&[(
        "- [x] outer\n  - inner\n    - [ ] innermost\n",
        "<ul>\n<li><input checked=\"\" disabled=\"\" type=\"checkbox\"> outer\n<ul>\n<li>inner\n<ul>\n\
         <li><input disabled=\"\" type=\"checkbox\"> innermost</li>\n</ul>\n</li>\n</ul>\n</li>\n</ul>",
    )]);
    assert_eq!(text.blocks.len(), 1);
}

#[test]
fn the_five_alerts_are_told_apart() {
    use AlertKind::{Caution, Important, Note, Tip, Warning};
    let cases =
        [("NOTE", Note), ("tip", Tip), ("IMPORTANT", Important), ("WARNING", Warning), ("CAUTION", Caution)];
    for (word, expected) in cases {
        match parse(&format!("> [!{word}]\n> Text")).blocks.as_slice() {
            [Block::Alert { kind, blocks }] => {
                assert_eq!(*kind, expected);
                assert_eq!(html(blocks), "<p>Text</p>\n");
            }
            other => panic!("{word}: {other:?}"),
        }
    }
    assert!(matches!(parse("> [!OTHER]\n> Text").blocks[0], Block::Quote(_)));
}

#[test]
fn a_code_block_has_the_first_word_of_its_info_string_as_language() {
    let cases = [
        ("```rust\nfn f()\n```", Some("rust"), "fn f()\n"),
        ("~~~ toml title=\"a\"\n~~~", Some("toml"), ""),
        ("```\nx\n```", None, "x\n"),
        ("    indented", None, "indented"),
    ];
    for (markdown, language, text) in cases {
        let expected = Block::Code { language: language.map(str::to_owned), text: text.to_owned() };
        assert_eq!(parse(&format!("text\n\n{markdown}")).blocks[1], expected);
    }
}

#[test]
fn footnotes_are_numbered_by_the_first_reference_to_them() {
    let text = parse("B[^b] A[^a] b[^B]\n\n[^a]: first\n[^b]: second\n[^c]: unused\n");
    let reference = |number, occurrence| Inline::FootnoteReference { number, occurrence };
    let inlines = match &text.blocks[0] {
        Block::Paragraph(content) => content,
        other => panic!("{other:?}"),
    };
    let found: Vec<&Inline> =
        inlines.iter().filter(|it| matches!(it, Inline::FootnoteReference { .. })).collect();
    assert_eq!(found, [&reference(1, 1), &reference(2, 1), &reference(1, 2)]);
    let footnote = |references, text: &str| Footnote {
        references,
        blocks: vec![Block::Paragraph(vec![Inline::Text(text.to_owned())])],
    };
    assert_eq!(text.footnotes, [footnote(2, "second"), footnote(1, "first"), footnote(0, "unused")]);
    assert_eq!(text.blocks.len(), 1);
}

#[test]
fn a_reference_to_no_footnote_is_text() {
    check(&[("x[^1]", "<p>x[^1]</p>")]);
}

#[test]
fn anchors_are_made_as_on_github_and_unique() {
    let cases = [
        ("Detailed Design", "detailed-design"),
        ("**Abstract**", "abstract"),
        ("What's `new` in 10.1?", "whats-new-in-101"),
        ("A - B", "a---b"),
        ("snake_case", "snake_case"),
        ("[Link](x.md) text", "link-text"),
        ("Ünïcode Straße", "ünïcode-straße"),
        ("日本語", "日本語"),
        ("Fix #15 now", "fix-15-now"),
        ("<b>bold</b> x", "bold-x"),
        ("!!!", "section"),
    ];
    for (heading, anchor) in cases {
        assert_eq!(headings(&parse(&format!("## {heading}"))), [(anchor, 2, 1)]);
    }
    let repeated = parse("## A\n## A\n## A-1\n## A\n");
    let anchors: Vec<&str> = headings(&repeated).into_iter().map(|(anchor, ..)| anchor).collect();
    assert_eq!(anchors, ["a", "a-1", "a-1-1", "a-2"]);
}

#[test]
fn html_is_text_and_comments_are_gone() {
    let cases = [
        ("a <b>c</b>", vec!["a ", "<b>", "c", "</b>"]),
        ("a <!-- hidden --> b", vec!["a  b"]),
        ("a<br>b", vec!["a", "\n", "b"]),
        ("a<BR />b", vec!["a", "\n", "b"]),
        ("`<!-- code -->`", vec!["<!-- code -->"]),
    ];
    for (markdown, expected) in cases {
        let found: Vec<String> = match &parse(markdown).blocks[0] {
            Block::Paragraph(content) => content
                .iter()
                .map(|inline| match inline {
                    Inline::Html(source) | Inline::Text(source) | Inline::Code(source) => source.clone(),
                    Inline::HardBreak => "\n".to_owned(),
                    other => panic!("{other:?}"),
                })
                .collect(),
            other => panic!("{other:?}"),
        };
        assert_eq!(found, expected, "{markdown}");
    }
    check(&[
        ("<!-- a\n\nb -->\ntext", "<p>text</p>"),
        ("<details>\n<!-- x -->\n<summary>S</summary>", "<details>\n\n<summary>S</summary>"),
        ("<!-- never closed\n\ntext", "<!-- never closed\n\ntext"),
        ("```\n<!-- code -->\n```", "<pre><code>&lt;!-- code --&gt;\n</code></pre>"),
    ]);
}

#[test]
fn a_cell_without_a_column_is_not_lost() {
    let text = parse("| a | b |\n|---|---|\n| 1 | x | y || z |\n| 2 | |\n");
    match &text.blocks[0] {
        Block::Table { rows, .. } => {
            assert_eq!(plain_text(&rows[0][1]), "x | y || z");
            assert_eq!(plain_text(&rows[1][1]), "");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn deep_nesting_ends_in_text() {
    let quotes = format!("{}deep", "> ".repeat(500));
    let lists = format!("{}deep", "- ".repeat(500));
    let emphasis = format!("{}deep{}", "*a **b ".repeat(200), "** *".repeat(200));
    for markdown in [quotes, lists, emphasis] {
        let text = parse(&markdown);
        assert!(super::super::blocks_text(&text.blocks).contains("deep"));
    }
}

#[test]
fn line_breaks_of_windows_and_a_byte_order_mark_make_no_difference() {
    let text = "# T\n\n* **Status:** Draft\n\n## A\n\n```\na\nb\n```\n";
    let other = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(parse(&other), parse(text));
    assert_eq!(parse(&text.replace('\n', "\r")), parse(text));
}

#[test]
fn the_contents_list_leaves_no_depth_out() {
    let text = parse("# T\n## A\n#### B\n### C\n## D\n> ## quoted\n\n- ## listed\n");
    assert_eq!(text.title.as_ref().map(|title| title.anchor.as_str()), Some("t"));
    assert_eq!(headings(&text), [("a", 2, 1), ("b", 4, 2), ("c", 3, 2), ("d", 2, 1)]);
    let contents = text.contents();
    let names = |entries: &[super::super::ContentsEntry]| {
        entries.iter().map(|entry| entry.text.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&contents), ["A", "D"]);
    assert_eq!(names(&contents[0].children), ["B", "C"]);
}

#[test]
fn a_heading_in_a_quotation_stands_below_its_section() {
    let text = parse("## A\n### B\n> # quoted\n");
    match &text.blocks[2] {
        Block::Quote(blocks) => {
            assert!(matches!(blocks[0], Block::Heading(Heading { level: 1, depth: 3, .. })));
        }
        other => panic!("{other:?}"),
    }
}
