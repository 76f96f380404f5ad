//! CommonMark's own test suite: the 652 examples of its specification 0.31.2.
//!
//! Each example runs twice: on the tree as parsed, with links as written, and on the tree as the page shows it, with
//! links resolved. HTML is compared as source text: that the page shows it as text is a matter of rendering.

use super::super::html_text::without_comments;
use super::super::{Location, links, markdown};
use super::html::html;

const SPECIFICATION: &str = include_str!("../../../tests/fixtures/reading/commonmark-0.31.2.txt");
const EXAMPLES: usize = 652;

/// Comments are dropped on purpose. Without them the expected HTML is met.
const COMMENTS: [usize; 7] = [177, 179, 183, 308, 309, 625, 626];

/// Bare URLs and email addresses, and `#5`, are links on GitHub.
const BARE_LINKS: [usize; 6] = [64, 602, 606, 608, 611, 612];

/// An empty destination, and a scheme outside of the allowed ones, make no link.
const NO_LINKS: [usize; 8] = [200, 485, 486, 487, 567, 598, 599, 601];

/// A link without text shows its destination; an image without alternative text shows its file's name.
const UNNAMED: [usize; 2] = [484, 581];

/// An image in a link becomes the link's text, because images are links here, and a link holds no other.
const NESTED: [usize; 2] = [517, 531];

/// How many examples hold HTML, which the page shows as text. Their source text is compared here.
const WITH_HTML: usize = 68;

struct Example {
    number: usize,
    markdown: String,
    html: String,
}

/// Reads the examples: each between fences of 32 backticks, Markdown and HTML parted by a line with a full stop.
fn examples() -> Vec<Example> {
    let fence = "`".repeat(32);
    let text = SPECIFICATION.replace('→', "\t");
    let mut examples = Vec::new();
    for block in text.split(&format!("\n{fence} example\n")).skip(1) {
        let (block, _) = block.split_once(&format!("\n{fence}\n")).unwrap();
        let block = format!("\n{block}\n");
        let (markdown, html) = block.split_once("\n.\n").unwrap();
        let markdown = format!("{}\n", markdown.strip_prefix('\n').unwrap_or(markdown));
        examples.push(Example { number: examples.len() + 1, markdown, html: html.to_owned() });
    }
    examples
}

fn differing(examples: &[Example], render: impl Fn(&Example) -> (String, String)) -> Vec<usize> {
    let differs = |example: &&Example| {
        let (expected, found) = render(example);
        expected != found
    };
    examples.iter().filter(differs).map(|example| example.number).collect()
}

#[test]
fn the_specification_has_652_examples() {
    assert_eq!(examples().len(), EXAMPLES);
}

#[test]
fn every_example_parses_as_specified_except_for_comments() {
    let found = |example: &Example| html(&markdown::parse(&example.markdown).blocks);
    let examples = examples();
    assert_eq!(differing(&examples, |example| (example.html.clone(), found(example))), COMMENTS);
    let without_comments = |example: &Example| {
        let blocks = without_comments(&example.html);
        // The writer puts no line break where a comment was a block.
        (blocks.replace("\n\n", "\n").trim().to_owned(), found(example).trim().to_owned())
    };
    let commented: Vec<Example> = examples.into_iter().filter(|it| COMMENTS.contains(&it.number)).collect();
    assert_eq!(differing(&commented, without_comments), [0; 0]);
}

/// The same page for every example: relative links resolve to themselves, with this before them.
fn location() -> Location {
    Location {
        repository_url: "https://github.com/o/r".to_owned(),
        reference: "main".to_owned(),
        path: "page.md".to_owned(),
    }
}

/// Removes what a relative destination gets before it; `/url` and `url` are the same from the repository's root.
fn relative(html: &str) -> String {
    html.replace("https://github.com/o/r/blob/main/", "/")
        .replace("href=\"/", "href=\"")
        .replace("src=\"/", "src=\"")
}

#[test]
fn every_example_reads_as_specified_on_the_page_except_for_the_listed_ones() {
    let differing = differing(&examples(), |example| {
        let mut blocks = markdown::parse(&example.markdown).blocks;
        links::resolve_blocks(&mut blocks, &location());
        (relative(&example.html), relative(&html(&blocks)))
    });
    let lists: [&[usize]; 5] = [&COMMENTS, &BARE_LINKS, &NO_LINKS, &UNNAMED, &NESTED];
    let mut excepted = lists.concat();
    excepted.sort();
    assert_eq!(differing, excepted);
    assert_eq!(EXAMPLES - differing.len(), 627);
}

#[test]
fn html_is_text_in_the_tree() {
    let holds_html = |example: &&Example| {
        let tree = format!("{:?}", markdown::parse(&example.markdown).blocks);
        tree.contains("Html(")
    };
    assert_eq!(examples().iter().filter(holds_html).count(), WITH_HTML);
}
