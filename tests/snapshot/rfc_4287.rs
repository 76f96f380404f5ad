//! What RFC 4287 asks of a feed, as far as a feed of entries needs it.

use roxmltree::{Document, Node};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// Panics if a text is not a feed, and returns the ids of its entries.
pub fn check(xml: &str) -> Vec<String> {
    let document = Document::parse(xml).unwrap();
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")), "section 4.1.1");
    check_children(feed, &["id", "title", "updated", "author", "link", "entry"]);
    check_container(feed);
    assert_eq!(children(feed, "author").len(), 1, "4.2.1: an author, unless every entry has one");
    assert_eq!(links(feed, "self").len(), 1, "4.1.1: an address of its own");
    let entries = children(feed, "entry");
    let mut ids = Vec::new();
    let mut before = updated(feed);
    for entry in entries {
        check_children(entry, &["id", "title", "updated", "author", "link", "category", "content"]);
        check_container(entry);
        check_content(entry);
        let updated = updated(entry);
        assert!(updated <= before, "the newest first, and none newer than the feed");
        before = updated;
        ids.push(text(entry, "id"));
    }
    let mut unique = ids.clone();
    unique.sort();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "4.1.1: one entry for each id: {ids:?}");
    ids
}

fn children<'a>(of: Node<'a, 'a>, name: &str) -> Vec<Node<'a, 'a>> {
    of.children().filter(|node| node.has_tag_name((ATOM, name))).collect()
}

/// Returns the text of the only element of this name.
fn text(of: Node<'_, '_>, name: &str) -> String {
    let found: Vec<_> = of.children().filter(|node| node.has_tag_name((ATOM, name))).collect();
    assert_eq!(found.len(), 1, "exactly one {name}");
    assert!(found[0].children().all(|child| child.is_text()), "{name} has text alone");
    found[0].text().unwrap().to_owned()
}

fn updated(of: Node<'_, '_>) -> chrono::DateTime<chrono::FixedOffset> {
    chrono::DateTime::parse_from_rfc3339(&text(of, "updated")).expect("section 3.3")
}

fn links<'a>(of: Node<'a, 'a>, relation: &str) -> Vec<Node<'a, 'a>> {
    children(of, "link").into_iter().filter(|link| link.attribute("rel") == Some(relation)).collect()
}

fn check_children(of: Node<'_, '_>, allowed: &[&str]) {
    for child in of.children() {
        match child.is_element() {
            true => assert!(allowed.iter().any(|name| child.has_tag_name((ATOM, *name))), "{child:?}"),
            false => assert_eq!(child.text().unwrap().trim(), "", "no text between the elements"),
        }
    }
}

/// What holds for a feed and for an entry.
fn check_container(of: Node<'_, '_>) {
    let is_absolute = |url: &str| url.starts_with("https://") || url.starts_with("http://");
    assert!(is_absolute(&text(of, "id")), "4.2.6: an absolute IRI");
    assert!(!text(of, "title").is_empty());
    updated(of);
    let author = of.children().filter(|node| node.has_tag_name((ATOM, "author")));
    author.for_each(|author| assert!(!text(author, "name").is_empty(), "section 3.2.1"));
    let links = of.children().filter(|node| node.has_tag_name((ATOM, "link")));
    let mut alternates = 0;
    for link in links {
        assert!(is_absolute(link.attribute("href").expect("4.2.7.1")));
        assert_eq!(link.children().count(), 0);
        alternates += usize::from(link.attribute("rel") == Some("alternate"));
    }
    assert_eq!(alternates, 1, "4.1.1, 4.1.2: at most one, and one for an entry without content");
    let categories = of.children().filter(|node| node.has_tag_name((ATOM, "category")));
    categories.for_each(|category| assert!(!category.attribute("term").expect("4.2.2.1").is_empty()));
}

fn check_content(entry: Node<'_, '_>) {
    let contents: Vec<_> = entry.children().filter(|node| node.has_tag_name((ATOM, "content"))).collect();
    assert!(contents.len() <= 1, "section 4.1.2");
    for content in contents {
        assert_eq!(content.attribute("type"), Some("xhtml"));
        let elements: Vec<_> = content.children().filter(|node| node.is_element()).collect();
        assert_eq!(elements.len(), 1, "4.1.3.3: a single div");
        assert!(elements[0].has_tag_name((XHTML, "div")));
        for node in elements[0].descendants().filter(|node| node.is_element()) {
            assert!(["div", "ul", "li"].iter().any(|name| node.has_tag_name((XHTML, *name))), "{node:?}");
            assert_eq!(node.attributes().len(), 0);
        }
    }
}
