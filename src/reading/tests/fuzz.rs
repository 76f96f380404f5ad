//! Properties of all texts, and very long ones.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::{self, Index};

use super::super::patch::added_text;
use super::super::render::{render, render_patch};
use super::super::template_check::template_check;
use super::super::{
    Block, ExtraResponse, Inline, LinkTarget, ProposalText, ReadRequest, ReadResponse, SiteCopy, Token,
    blocks_text, plain_text, read, read_json,
};
use super::fixtures::parse;
use crate::github::{FileStatus, PullFile};
use crate::long_texts::{parse_in_proportion, parse_runs_in_proportion};
use crate::proposal::markdown::escape::escape;
use crate::proposal::replace_controls;

/// Pieces of Markdown, alone or next to each other.
const PIECES: [&str; 48] = [
    "word ",
    "ab",
    " ",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "# ",
    "### ",
    "> ",
    "- ",
    "1. ",
    "* ",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```\n",
    "~~~",
    "|",
    "|-|\n",
    "---\n",
    "===\n",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](x)",
    "[^1]",
    "[^1]: ",
    "- [ ] ",
    "> [!NOTE]\n",
    "<",
    ">",
    "<br>",
    "<!--",
    "-->",
    "&amp;",
    "\\",
    "https://a.org/",
    "www.",
    "@",
    "#15",
    "é\u{202e}",
    "&#x202e;",
    "\u{7}",
];

fn markdown() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

/// All that a visitor may see of a text: titles, addresses and HTML, too.
fn visible(text: &ProposalText) -> String {
    let footnotes = text.footnotes.iter().flat_map(|it| &it.blocks);
    let mut visible = format!("{:?} {:?}", text.title, text.header);
    for block in text.blocks.iter().chain(footnotes) {
        visible += &format!("{block:?}\n");
    }
    visible
}

fn check_links(inlines: &[Inline], is_in_link: bool) {
    for inline in inlines {
        match inline {
            Inline::Link { target, content, .. } => {
                assert!(!is_in_link);
                check_target(target);
                assert!(!plain_text(content).trim().is_empty());
                check_links(content, true);
            }
            Inline::Image { target, alt, .. } => {
                assert!(!is_in_link && !alt.is_empty());
                check_target(target);
            }
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strikethrough(content) => {
                check_links(content, is_in_link);
            }
            _ => {}
        }
    }
}

fn check_target(target: &LinkTarget) {
    let schemes = ["http://", "https://", "ftp://", "mailto:"];
    if let Some(url) = target.url() {
        assert!(schemes.iter().any(|scheme| url.to_lowercase().starts_with(scheme)), "{url}");
    }
}

fn check_blocks(blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading(heading) => check_links(&heading.content, false),
            Block::Paragraph(content) | Block::Plain(content) => check_links(content, false),
            Block::Quote(blocks) | Block::Alert { blocks, .. } => check_blocks(blocks),
            Block::List { items, .. } => items.iter().for_each(|item| check_blocks(&item.blocks)),
            Block::Table { alignments, header, rows } => {
                for row in rows.iter().chain([header]) {
                    assert_eq!(row.len(), alignments.len());
                    row.iter().for_each(|cell| check_links(cell, false));
                }
            }
            Block::Code { .. } | Block::Html(_) | Block::Rule => {}
        }
    }
}

fn file() -> impl Strategy<Value = PullFile> {
    let path = "(rfcs/(00[0-9]{2}|0000|XXXX)-[ab]\\.md|[a-z]{0,3}/?[a-z é%#]{0,4}\\.(md|png))";
    let status = sample::select(vec![FileStatus::Added, FileStatus::Changed, FileStatus::Removed]);
    (path, status, option::of(markdown()), any::<bool>()).prop_map(|(path, status, text, has_sha)| {
        let patch = text.map(|text| {
            let lines = text.lines().map(|line| format!("\n+{line}")).collect::<String>();
            format!("@@ -0,0 +1,{} @@{lines}", text.lines().count())
        });
        let additions = patch.as_ref().map_or(9, |patch| patch.lines().count() as u32 - 1);
        PullFile {
            path,
            status,
            patch,
            additions,
            sha: if has_sha { "abc".to_owned() } else { String::new() },
        }
    })
}

fn request() -> impl Strategy<Value = ReadRequest> {
    (prop::collection::vec(file(), 0..4), any::<bool>()).prop_map(|(files, is_merged)| {
        let repository_url = "https://github.com/AlmaLinux/ALESCo".to_owned();
        ReadRequest { repository_url, number: 18, files, is_merged, extra: None }
    })
}

/// Returns the document module's response as JSON, or a site's copy of it. Asserts that it decodes to what `read` returns.
/// `extra` is the response to the request that the module needs: `None` before it, `Some(None)` if it failed.
fn json_of(mut request: ReadRequest, extra: Option<Option<String>>, is_copy: bool) -> String {
    if let ReadResponse::NeedsRequest(path) = read(&request) {
        let body = |body: Option<String>| match path.starts_with("issues/") {
            true => body.map(|text| serde_json::json!({ "body": text }).to_string()),
            false => body,
        };
        request.extra = extra.map(|it| ExtraResponse { path: path.clone(), body: body(it) });
    }
    let json = read_json(&serde_json::to_string(&request).unwrap()).unwrap();
    let mut response = read(&request);
    assert_eq!(serde_json::from_str::<ReadResponse>(&json).unwrap(), response);
    match &mut response {
        ReadResponse::Document(document) if is_copy => {
            let repository_url = request.repository_url;
            document.site_copy = Some(SiteCopy { repository_url, number: request.number, as_of: 1 });
            serde_json::to_string(&response).unwrap()
        }
        _ => json,
    }
}

proptest! {
    #[test]
    fn no_patch_panics(
        patch in "(@@ -[0-9]{0,20},?[0-9]? \\+[0-9],?[0-9]* @@|[-+ \\\\]?[a#]{0,3}|\n){0,12}",
    ) {
        let _ = (added_text(&patch), render_patch(&patch));
    }

    #[test]
    fn no_text_panics_and_every_tree_is_well_formed(text in markdown()) {
        let parsed = parse(&text);
        check_blocks(&parsed.blocks);
        let visible = visible(&parsed);
        prop_assert_eq!(&replace_controls(&visible), &visible);
        let _ = (parsed.contents(), template_check(&parsed), blocks_text(&parsed.blocks));
        let tokens = render(&parsed);
        let json = serde_json::to_string(&tokens).unwrap();
        prop_assert_eq!(serde_json::from_str::<Vec<Token>>(&json).unwrap(), tokens);
    }

    #[test]
    fn any_response_is_the_same_as_json(request in request(), extra in option::of(option::of(markdown())), copy: bool) {
        let response = serde_json::from_str::<ReadResponse>(&json_of(request, extra, copy)).unwrap();
        prop_assert_eq!(serde_json::from_str::<ReadResponse>(&serde_json::to_string(&response).unwrap()).unwrap(), response);
    }

    #[test]
    fn damaged_responses_are_decoded_or_refused(
        request in request(), extra in option::of(option::of(markdown())), at: Index, put in "([\"{}\\[\\]:,]|\\PC){0,4}",
    ) {
        let json = json_of(request, extra, true);
        let mut at = at.index(json.len() + 1);
        while !json.is_char_boundary(at) {
            at -= 1;
        }
        let damaged = format!("{}{put}{}", &json[..at], &json[at..]);
        prop_assert!(at == json.len() || serde_json::from_str::<ReadResponse>(&json[..at]).is_err());
        if let Ok(response) = serde_json::from_str::<ReadResponse>(&damaged) {
            let again = serde_json::to_string(&response).unwrap();
            prop_assert_eq!(serde_json::from_str::<ReadResponse>(&again).unwrap(), response);
        }
    }

    #[test]
    fn no_characters_panic(text in "\\PC{0,60}", path in "\\PC{0,20}") {
        let parsed = parse(&text);
        check_blocks(&parsed.blocks);
        let _ = super::fixtures::location(&path).resolve(&text);
    }

    #[test]
    fn escaped_text_is_read_as_it_was(text in "\\PC{0,40}") {
        let parsed = parse(&format!("Text {}.", escape(&text)));
        let spaces = |c: char| if c.is_whitespace() { ' ' } else { c };
        let expected: String = format!("Text {text}.").chars().map(spaces).collect();
        prop_assert_eq!(blocks_text(&parsed.blocks), format!("{expected}\n"));
    }

    #[test]
    fn anchors_are_unique_and_not_empty(titles in prop::collection::vec("[aAb1 -]{0,4}", 0..30)) {
        let text: String = titles.iter().map(|title| format!("## {title}\n\n")).collect();
        let anchor = |block: &Block| match block {
            Block::Heading(heading) => Some(heading.anchor.clone()),
            _ => None,
        };
        let parsed = parse(&text);
        // A title that stands alone is not in the body.
        let headings = parsed.title.iter().map(|title| title.anchor.clone());
        let anchors: Vec<String> = headings.chain(parsed.blocks.iter().filter_map(anchor)).collect();
        let unique: std::collections::BTreeSet<&String> = anchors.iter().collect();
        prop_assert_eq!(unique.len(), titles.len());
        prop_assert!(!anchors.contains(&String::new()));
    }

    /// Words between pieces of markup that hide nothing: no comments, no link definitions, no info strings.
    #[test]
    fn no_word_is_lost(
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40),
    ) {
        let hides = ["<!--", "```\n", "~~~", "~~", "`", "[^1]: ", "]", "](x)", "[^1]", "> [!NOTE]\n", "ab", "&amp;"];
        let pieces = pieces.into_iter().filter(|piece| !hides.contains(piece));
        let text: String =
            pieces.enumerate().map(|(index, piece)| format!("{piece}w{index}w ")).collect();
        let visible = visible(&parse(&text));
        let is_word = |word: &&str| word.starts_with('w') && word.ends_with('w');
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(is_word) {
            prop_assert!(visible.contains(word), "{} in {}", word, text);
        }
    }
}

/// More pieces that a parser might read again and again.
const LONG: [&str; 19] = [
    "](",
    "[a](",
    "[[](",
    "<!-- a",
    "<a",
    "`a``b```c ",
    "- a\n  ",
    "**a ",
    "*a_ ",
    "|a|b|\n|-|-|\n",
    "a\n|-|\n",
    "# a\n",
    "#15 ",
    "a@a.",
    "@a/",
    "[^1]: a\n\n",
    "[a]: b\n",
    "&#x202e",
    "a: b\n",
];

fn parse_and_check(text: &str) {
    check_blocks(&parse(text).blocks);
}

#[test]
fn long_texts_of_any_piece_are_read_in_proportion_to_their_length() {
    parse_in_proportion(&[""], &[&PIECES[..], &LONG].concat(), parse_and_check);
}

#[test]
fn long_texts_of_growing_runs_are_read_in_proportion_to_their_length() {
    parse_runs_in_proportion(
        &["`", "~", "*", "_", "[", "<", "(", " "],
        &["a", "\n", ")", "a\n\n"],
        parse_and_check,
    );
}

/// The deepest structures: what is deeper than the limit is text.
#[test]
fn the_deepest_text_can_be_sent_to_the_browser_module() {
    for piece in ["- ", "> ", "1. ", "> - ", "**a ", "- [x] ", "> [!NOTE]\n> - "] {
        let tokens = render(&parse(&format!("{}\n\n| a |\n| - |\n| **b** |\n", piece.repeat(200))));
        let json = serde_json::to_string(&tokens).unwrap();
        assert_eq!(serde_json::from_str::<Vec<Token>>(&json).unwrap(), tokens, "{piece}");
    }
}
