//! The documents on record lose nothing: their text, headings and links are those of the source.

use super::super::pull_files::{DocumentContent, PullDocument};
use super::super::render::render;
use super::super::{Attribute, Block, Inline, LinkTarget, ProposalText, Tag, Token, blocks_text, plain_text};
use super::fixtures::{document, documents, location, pull_requests};
use crate::github::FileStatus;

/// The text of the whole tree, in the order of the source.
fn tree_text(text: &ProposalText, has_front_matter: bool) -> String {
    let title = text.title.iter().map(|title| plain_text(&title.content)).collect::<String>();
    let fields: String =
        text.header.iter().map(|it| format!("{} {}\n", it.key, plain_text(&it.value))).collect();
    let head = if has_front_matter { fields + &title } else { title + &fields };
    head + &numbered_text(&text.blocks)
}

/// As `blocks_text`, with the numbers of ordered lists.
fn numbered_text(blocks: &[Block]) -> String {
    let text = |block: &Block| match block {
        Block::List { start, items } => {
            let item = |(index, blocks): (u64, &Vec<Block>)| match start {
                Some(start) => format!("{}. {}", start + index, numbered_text(blocks)),
                None => numbered_text(blocks),
            };
            (0..).zip(items.iter().map(|item| &item.blocks)).map(item).collect()
        }
        Block::Quote(blocks) | Block::Alert { blocks, .. } => numbered_text(blocks),
        other => blocks_text(std::slice::from_ref(other)),
    };
    blocks.iter().map(text).collect()
}

/// The source without the destinations of its links.
fn without_destinations(source: &str) -> String {
    let mut parts = source.split("](");
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        text += part.split_once(')').unwrap().1;
    }
    text
}

#[test]
fn every_document_on_record_is_read() {
    let mut numbers: Vec<u64> = documents().into_iter().map(|(number, ..)| number).collect();
    numbers.sort();
    assert_eq!(numbers, [2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
}

#[test]
fn no_letter_or_digit_of_a_document_is_lost() {
    for (number, path, source) in documents() {
        let text = ProposalText::parse(&source, &location(&path));
        // The source of #5 numbers a list 2, 3, 5. In a list the numbers are counted from the first one.
        let is_kept = |c: &char| c.is_alphabetic() || (c.is_numeric() && number != 5);
        let kept = |text: &str| text.chars().filter(is_kept).collect::<String>();
        let found = kept(&tree_text(&text, source.starts_with("---")));
        assert_eq!(found, kept(&without_destinations(&source)), "#{number}");
    }
}

#[test]
fn every_heading_of_a_document_is_in_the_tree() {
    for (number, path, source) in documents() {
        let text = ProposalText::parse(&source, &location(&path));
        let line = |line: &str| {
            let title = line.trim_start_matches('#');
            let level = line.len() - title.len();
            let plain = title.replace(['*', '`'], "");
            (level > 0 && title.starts_with(' ')).then(|| (level as u8, plain.trim().to_owned()))
        };
        let expected: Vec<(u8, String)> = source.lines().filter_map(line).collect();
        let heading = |block: &Block| match block {
            Block::Heading(heading) => Some((heading.level, plain_text(&heading.content))),
            _ => None,
        };
        let title = text.title.iter().map(|title| (title.level, plain_text(&title.content)));
        let found: Vec<(u8, String)> = title.chain(text.blocks.iter().filter_map(heading)).collect();
        assert_eq!(found, expected, "#{number}");
    }
}

/// The destinations of a document's links and its bare URLs, found without a parser. Code holds none on record.
fn destinations(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = source;
    while let Some(at) = rest.find("](").into_iter().chain(rest.find("https://")).min() {
        let here = &rest[at..];
        let (destination, after) = match here.strip_prefix("](") {
            Some(link) => link.split_once(')').unwrap(),
            None => here.split_at(here.find(char::is_whitespace).unwrap_or(here.len())),
        };
        found.push(destination.to_owned());
        rest = after;
    }
    found
}

/// Where a destination in a document of `rfcs/` leads.
fn expected_url(destination: &str) -> String {
    let blob = "https://github.com/AlmaLinux/ALESCo/blob/main";
    match destination {
        url if url.starts_with("https://") => url.to_owned(),
        email if email.contains('@') => format!("mailto:{email}"),
        "./voting-procedures.md" => format!("{blob}/voting-procedures.md"),
        above if above.starts_with("../") => format!("{blob}/{}", &above[3..]),
        file => format!("{blob}/rfcs/{file}"),
    }
}

fn collect_urls(inlines: &[Inline], urls: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Link { target: LinkTarget::Issue { .. }, content, .. }
                if plain_text(content).starts_with('#') => {}
            Inline::Link { target, .. } => urls.push(target.url().unwrap().to_owned()),
            Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strikethrough(content) => {
                collect_urls(content, urls);
            }
            _ => {}
        }
    }
}

fn urls(blocks: &[Block], urls_found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(heading) => collect_urls(&heading.content, urls_found),
            Block::Paragraph(content) | Block::Plain(content) => collect_urls(content, urls_found),
            Block::Quote(blocks) | Block::Alert { blocks, .. } => urls(blocks, urls_found),
            Block::List { items, .. } => items.iter().for_each(|item| urls(&item.blocks, urls_found)),
            Block::Table { header, rows, .. } => {
                header.iter().chain(rows.iter().flatten()).for_each(|cell| collect_urls(cell, urls_found));
            }
            Block::Code { .. } | Block::Html(_) | Block::Rule => {}
        }
    }
}

#[test]
fn every_link_of_a_document_leads_where_its_source_says() {
    let mut count = 0;
    for (number, path, source) in documents() {
        let text = ProposalText::parse(&source, &location(&path));
        let mut found = Vec::new();
        text.header.iter().for_each(|field| collect_urls(&field.value, &mut found));
        urls(&text.blocks, &mut found);
        let expected: Vec<String> = destinations(&source).iter().map(|it| expected_url(it)).collect();
        assert_eq!(found, expected, "#{number}");
        count += found.len();
    }
    assert_eq!(count, 53);
}

#[test]
fn references_to_issues_are_links_to_them() {
    let text = ProposalText::parse(&document(18), &location("rfcs/0000-build-sign-alternative-kernels.md"));
    let tree = format!("{:?}", text.blocks);
    let target = r#"Issue { number: 15, url: "https://github.com/AlmaLinux/ALESCo/issues/15" }"#;
    let link = format!(r##"Link {{ target: {target}, title: "", content: [Text("#15")] }}"##);
    assert_eq!(tree.matches(&link).count(), 1);
}

#[test]
fn the_main_document_of_each_pull_request_is_the_one_that_it_is_about() {
    for (number, files) in pull_requests() {
        let main = PullDocument::choose(&files).unwrap();
        assert_eq!(main.path, files[0].path);
        let is_added = matches!(main.content, DocumentContent::Added(_));
        assert_eq!(is_added, files[0].status == FileStatus::Added, "#{number}");
    }
}

#[test]
fn every_heading_and_link_of_a_document_is_among_its_elements() {
    for (number, path, source) in documents() {
        let text = ProposalText::parse(&source, &location(&path));
        let tokens = render(&text);
        let heading = |block: &Block| match block {
            Block::Heading(heading) => Some(plain_text(&heading.content)),
            _ => None,
        };
        let headings: Vec<String> = text.blocks.iter().filter_map(heading).collect();
        assert_eq!(rendered_headings(&tokens), headings, "#{number}");
        let mut links = Vec::new();
        text.header.iter().for_each(|field| collect_urls(&field.value, &mut links));
        urls(&text.blocks, &mut links);
        let address = |token: &Token| match token {
            Token::Start(Tag::A, attributes) => {
                attributes.iter().find(|(name, _)| *name == Attribute::Href).cloned()
            }
            _ => None,
        };
        // References to issues are not among the links of the source.
        let is_link = |url: &String| links.contains(url);
        let rendered: Vec<String> =
            tokens.iter().filter_map(address).map(|(_, url)| url).filter(is_link).collect();
        assert_eq!(rendered, links, "#{number}");
    }
}

/// Returns the texts of the headings among these elements.
fn rendered_headings(tokens: &[Token]) -> Vec<String> {
    let (mut headings, mut depth) = (Vec::<String>::new(), 0);
    for token in tokens {
        match token {
            Token::Start(Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6, _) => {
                headings.push(String::new());
                depth = 1;
            }
            Token::Start(..) if depth > 0 => depth += 1,
            Token::Text(text) if depth > 0 => headings.last_mut().unwrap().push_str(text),
            Token::End if depth > 0 => depth -= 1,
            _ => {}
        }
    }
    headings
}
