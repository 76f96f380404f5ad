//! The static pages of the proposals that are written beside the snapshot, and their sitemap.

use std::collections::BTreeSet;

use super::demonstration::{self, demonstration};
use super::recorded::{SNAPSHOT, recorded};
use super::rendered::{elements, only, text};
use super::*;
use alesco_proposals::reading::Token;

const STANDALONE: &str = "https://example.org/alesco/";
const ALL: [&str; 3] = ["proposals", "proposals.json", "sitemap.xml"];
const NUMBERS: [u32; 16] = [2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];

fn site(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Site {
    Site { pages: STANDALONE, ..demonstration::site(answer) }
}

fn page(site: &Site, number: u32) -> String {
    std::fs::read_to_string(page_path(site, number)).unwrap()
}

fn page_path(site: &Site, number: u32) -> PathBuf {
    site.folder.0.join(format!("proposals/{number}.html"))
}

/// Returns the names of the files in the folder of the pages, temporary ones included.
fn page_names(site: &Site) -> BTreeSet<String> {
    let entries = std::fs::read_dir(site.folder.0.join("proposals")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn sitemap(site: &Site) -> String {
    std::fs::read_to_string(site.folder.0.join("sitemap.xml")).unwrap()
}

/// Asserts what holds for every page: it runs nothing, has no control without effect, unique ids, and links that lead
/// somewhere.
fn check_page(site: &Site, number: u32) {
    let html = page(site, number);
    assert!(
        html.starts_with("<!doctype html>\n<html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">")
    );
    assert!(html.ends_with("</p></main></body></html>\n"));
    let elements = elements(&html);
    let files = page_names(site);
    let mut ids = BTreeSet::new();
    for element in &elements {
        let name = element.name.as_str();
        assert!(!["script", "style", "iframe", "img", "input", "textarea", "select", "form"].contains(&name));
        let needs_no_script = element.get("aria-describedby").is_some();
        assert!(name != "button" || needs_no_script, "#{number}: a button without effect");
        for (attribute, value) in &element.attributes {
            assert!(
                !attribute.starts_with("on") && attribute != "style" && attribute != "src",
                "{attribute}"
            );
            assert!(
                attribute != "id" || ids.insert(value.clone()),
                "#{number}: two elements have the id {value}"
            );
        }
    }
    assert!(
        elements.iter().all(|element| element.get("hidden").is_none()),
        "#{number}: nothing could show it"
    );
    assert!(!html.contains("</br>") && !html.contains("</hr>"), "#{number}: read as another element");
    for href in elements.iter().filter_map(|element| element.get("href")) {
        let leads_somewhere = match href.strip_prefix('#') {
            Some(id) => ids.contains(id),
            None => {
                let is_url = ["https://", "http://", "mailto:", "../"].iter().any(|it| href.starts_with(it));
                is_url || files.contains(href)
            }
        };
        assert!(leads_somewhere, "#{number}: {href}");
    }
    assert_eq!(elements.iter().filter(|element| element.name == "h1").count(), 1);
    assert_eq!(only(&elements, ("data-proposal-view", &number.to_string()), "class"), "alesco-proposal");
}

#[test]
fn without_their_option_no_page_is_written_and_existing_ones_stay() {
    let site = Site { pages: "", ..site(demonstration) };
    site.writes();
    std::fs::create_dir(site.folder.0.join("proposals")).unwrap();
    std::fs::write(page_path(&site, 18), "of somebody else").unwrap();
    site.build().unwrap();
    assert_eq!(site.folder.names(), ["proposals", "proposals.json"]);
    assert_eq!(page(&site, 18), "of somebody else");
}

#[test]
fn every_proposal_of_the_demonstration_has_a_page_with_its_whole_text() {
    let site = site(demonstration);
    let done = site.build().unwrap();
    assert!(matches!(done, BuildReport::Written { html_files: 0, page_files: 17, .. }), "{done:?}");
    assert!(done.to_string().contains(", 0 HTML files, 17 page files\n"), "{done}");
    assert_eq!(site.folder.names(), ALL);
    assert_eq!(page_names(&site), NUMBERS.map(|number| format!("{number}.html")).into());
    let files = parse(include_str!("../fixtures/pull-files.json"));
    for number in NUMBERS {
        check_page(&site, number);
        let document = document_of(&files[number.to_string()], number, false);
        let body = document.body.iter().map(|token| match token {
            Token::Text(text) => text.as_str(),
            Token::Start(..) | Token::End => "",
        });
        assert!(text(&page(&site, number)).contains(&body.collect::<String>()), "#{number}");
    }
}

#[test]
fn the_head_names_the_proposal_and_the_standalone_page() {
    let site = site(demonstration);
    site.build().unwrap();
    let check = |number: u32, title: &str, description: &str| {
        let html = page(&site, number);
        assert!(html.contains(&format!("<title>{title} \u{b7} ALESCo Proposals</title>")), "{number}");
        let elements = elements(&html);
        let meta = |name: &str| only(&elements, ("name", name), "content");
        let graph = |name: &str| only(&elements, ("property", name), "content");
        let live = format!("{STANDALONE}?proposal={number}");
        let own = format!("{STANDALONE}proposals/{number}.html");
        assert_eq!(only(&elements, ("rel", "canonical"), "href"), own);
        assert_eq!((graph("og:type"), graph("og:title")), ("article", title));
        assert_eq!(graph("og:url"), own);
        assert!(meta("description").starts_with(description), "{}", meta("description"));
        assert!(meta("description").chars().count() <= 301);
        assert_eq!(graph("og:description"), meta("description"));
        assert!(html.contains(&format!("<a href=\"{live}\">")), "a link that is seen");
        let styles = elements.iter().filter(|element| element.get("rel") == Some("stylesheet"));
        let styles: Vec<_> = styles.filter_map(|element| element.get("href")).collect();
        assert_eq!(styles, ["../page.css", "../alesco-browser.css"]);
    };
    check(
        16,
        "Adding proposal for github org management",
        "Adopt declarative, version-controlled management of the AlmaLinux GitHub organization using peribolos. All",
    );
    check(5, "Add process updates", "Add process updates");
}

#[test]
fn the_head_names_the_feed_if_there_is_one() {
    let feed_of = |site: &Site| {
        site.build().unwrap();
        let elements = elements(&page(site, 18));
        let link = elements.iter().find(|element| element.get("rel") == Some("alternate"))?;
        assert_eq!(link.get("type"), Some("application/atom+xml"));
        Some((link.get("title")?.to_owned(), link.get("href")?.to_owned()))
    };
    assert_eq!(feed_of(&site(demonstration)), None);
    let feed = "https://example.org/alesco/feed.xml";
    let expected = Some(("ALESCo Proposals".to_owned(), feed.to_owned()));
    assert_eq!(feed_of(&Site { feed, ..site(demonstration) }), expected);
}

#[test]
fn the_page_has_evidence_minutes_timeline_relations_and_neighbors() {
    let site = site(demonstration);
    site.build().unwrap();
    let check = |number: u32, expected: &[&str]| {
        let html = page(&site, number);
        for part in expected {
            assert!(html.contains(part), "#{number}: {part}");
        }
    };
    let minutes = "<ul data-minutes=\"\"><li data-date=\"2026-0";
    check(
        16,
        &[
            minutes,
            "<ol role=\"list\" data-timeline=\"\"><li data-event=\"",
            "class=\"alesco-disclosure-box\"",
        ],
    );
    // In the order of the standalone page's list, which begins with what is nearest to a decision.
    check(18, &["All proposals</a><a rel=\"next\" href=\"16.html\">Next proposal</a></div>"]);
    check(16, &["<a rel=\"prev\" href=\"18.html\">", "<a rel=\"next\" href=\"17.html\">"]);
    check(2, &["<a rel=\"prev\" href=\"5.html\">Previous proposal</a></div>"]);
    let back = format!("href=\"{STANDALONE}\" class=\"alesco-back\"");
    check(2, &[&back, "href=\"https://github.com/AlmaLinux/ALESCo/pull/2\">Comment on GitHub</a>"]);
    check(18, &["<span data-relation=\"supersedes\">replaces <a href=\"15.html\">#15</a></span>"]);
    check(15, &["<span data-relation=\"superseded-by\">replaced by <a href=\"18.html\">#18</a></span>"]);
}

#[test]
fn the_sitemap_lists_every_page_with_the_day_of_its_last_change() {
    let site = Site { pages: "https://example.org/a&b/?lang=en&x='", ..site(demonstration) };
    site.build().unwrap();
    let xml = sitemap(&site);
    let document = roxmltree::Document::parse(&xml).unwrap();
    let root = document.root_element();
    let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    assert!(root.has_tag_name((namespace, "urlset")));
    let urls: Vec<(String, String)> = root
        .children()
        .filter(roxmltree::Node::is_element)
        .map(|url| {
            assert!(url.has_tag_name((namespace, "url")));
            let children: Vec<_> = url.children().map(|child| (child.tag_name(), child.text())).collect();
            let [(loc, Some(address)), (lastmod, Some(time))] = children[..] else { panic!("{children:?}") };
            assert_eq!((loc.name(), lastmod.name()), ("loc", "lastmod"));
            assert!(chrono::DateTime::parse_from_rfc3339(time).is_ok(), "{time}");
            (address.to_owned(), time.to_owned())
        })
        .collect();
    let addresses: Vec<String> = urls.iter().map(|(address, _)| address.clone()).collect();
    let expected: Vec<String> = NUMBERS
        .iter()
        .rev()
        .map(|number| format!("https://example.org/a&b/proposals/{number}.html"))
        .collect();
    assert_eq!(addresses, expected);
    assert_eq!(urls[0].1, "2026-08-16T19:05:00Z");
    let canonical = only(&elements(&page(&site, 18)), ("rel", "canonical"), "href").to_owned();
    assert_eq!(canonical, addresses[0]);
    let live = "<a href=\"https://example.org/a&amp;b/?lang=en&amp;x=%27&amp;proposal=18\">";
    assert!(page(&site, 18).contains(live));
}

#[test]
fn text_of_other_people_is_never_markup() {
    const HOSTILE: &str = r#"</title><script>alert(1)</script><img src=x onerror="alert(1)">'&amp;<!--"#;
    let document = format!(
        "# RFC: x\n\n* **Status:** {HOSTILE}\n\n## Abstract\n\n\"><script>alert(1)</script> `<b>`\n\n\
         ## Alesco 1 proposal\n\n## {HOSTILE}\n\n{HOSTILE}\n\n<script>alert(1)</script>\n\n\
         [a](javascript:alert(1)) [b](#alesco-1-proposal) [c](#abstract) ![d](https://x/y.png) [e](data:text/html,x)\n\n\
         `{HOSTILE}`\n\none<br>two\n\n---\n\n[^1]\n\n[^1]: {HOSTILE}\n"
    );
    let lines: String = document.lines().map(|line| format!("+{line}\n")).collect();
    let patch = format!("@@ -0,0 +1,{} @@\n{lines}", document.lines().count());
    let files =
        serde_json::json!([{"filename": "rfcs/0000-x.md", "status": "added", "patch": patch}]).to_string();
    let title = serde_json::to_string(&format!("RFC: {HOSTILE}")).unwrap();
    let list = list(&[18]).replace("\"RFC: x\"", &title);
    let site = Site {
        minutes: "none",
        ..site(move |request| match request.path.as_str() {
            LIST => Reply::ok(&list),
            path if path == files_path(18) => Reply::ok(&files),
            _ => recorded(request),
        })
    };
    site.build().unwrap();
    check_page(&site, 18);
    let html = page(&site, 18);
    let elements = elements(&html);
    assert_eq!(only(&elements, ("property", "og:title"), "content"), HOSTILE);
    assert_eq!(only(&elements, ("name", "description"), "content"), "\">alert(1) <b>");
    assert!(text(&html).contains(&format!("{HOSTILE} \u{b7} ALESCo Proposals")));
    let mut hrefs = elements.iter().filter_map(|element| element.get("href"));
    assert!(hrefs.all(|href| !href.contains("javascript:") && !href.starts_with("data:")));
    // The heading does not take the id of the title, and the link leads to the heading.
    assert_eq!(only(&elements, ("id", "alesco-1-proposal"), "dir"), "auto");
    let heading = "alesco-1-section-alesco-1-proposal";
    assert!(html.contains(&format!("<a href=\"#{heading}\">b</a>")), "{html}");
    assert_eq!(elements.iter().find(|element| element.get("id") == Some(heading)).unwrap().name, "h3");
    assert!(html.contains("<a href=\"#abstract\">c</a>") && html.contains("one<br>two"));
}

#[test]
fn a_proposal_without_a_document_has_its_description_or_a_notice() {
    let list = list(&[18, 17]).replacen("\"state\"", "\"body\": \"Because of *x*, see #17.\", \"state\"", 1);
    let site = Site {
        minutes: "none",
        ..site(move |request| match request.path.as_str() {
            LIST => Reply::ok(&list),
            path if path == files_path(18) || path == files_path(17) => Reply::ok("[]"),
            _ => recorded(request),
        })
    };
    site.build().unwrap();
    check_page(&site, 18);
    check_page(&site, 17);
    assert!(page(&site, 18).contains("Because of <em>x</em>, see <a href=\"17.html\">#17</a>."));
    assert!(!page(&site, 17).contains("data-document"));
}

#[test]
fn a_proposal_whose_files_fail_keeps_its_page() {
    let first = site(demonstration);
    first.build().unwrap();
    std::fs::write(page_path(&first, 18), "of yesterday").unwrap();
    std::fs::remove_file(page_path(&first, 16)).unwrap();
    let second = Site {
        folder: first.folder,
        env: FakeEnv::at("2026-09-03T00:00:00Z"),
        ..site(|request| match request.path.as_str() {
            path if path == files_path(18) || path == files_path(16) => Reply::status(404),
            _ => demonstration(request),
        })
    };
    let done = second.build().unwrap();
    assert!(matches!(done, BuildReport::Written { page_files: 15, .. }), "{done}");
    assert_eq!(page(&second, 18), "of yesterday");
    assert!(!page_path(&second, 16).exists());
    let sitemap = sitemap(&second);
    assert!(sitemap.contains("/18.html<") && !sitemap.contains("/16.html<"));
    // Its number is a link to the standalone page.
    assert!(page(&second, 17).contains(&format!("<a rel=\"prev\" href=\"{STANDALONE}?proposal=16\">")));
}

#[test]
fn a_later_run_writes_only_pages_that_are_missing_or_differ() {
    let site = site(demonstration);
    site.build().unwrap();
    let before: Vec<String> = NUMBERS.iter().map(|number| page(&site, *number)).collect();
    let done = site.build().unwrap();
    assert!(matches!(done, BuildReport::Unchanged { page_files: 0, .. }), "{done}");
    std::fs::remove_file(page_path(&site, 9)).unwrap();
    std::fs::write(page_path(&site, 10), "of last year").unwrap();
    let done = site.build().unwrap();
    assert!(matches!(done, BuildReport::Unchanged { page_files: 2, .. }), "{done}");
    // A new snapshot, because the existing one is old.
    site.env.now.set(time("2026-09-10T00:00:00Z"));
    assert!(matches!(site.build().unwrap(), BuildReport::Written { page_files: 17, .. }));
    let after: Vec<String> = NUMBERS.iter().map(|number| page(&site, *number)).collect();
    assert!(before == after, "they do not depend on the day");
}

#[test]
fn an_offline_run_leaves_pages_and_sitemap_as_they_are() {
    let site = site(demonstration);
    site.build().unwrap();
    std::fs::write(page_path(&site, 18), "of last year").unwrap();
    std::fs::remove_file(site.folder.0.join("sitemap.xml")).unwrap();
    let offline = Options { offline: true, ..site.options() };
    assert!(matches!(snapshot_cli::build(&offline, &site.env).unwrap(), BuildReport::Offline { .. }));
    let said = "Static pages and texts stay as they are: the snapshot does not have the texts of proposals";
    assert_eq!(*site.env.lines.borrow(), [said]);
    assert_eq!(page(&site, 18), "of last year");
    assert_eq!(site.folder.names(), ["proposals", "proposals.json"]);
}

#[test]
fn a_failed_run_changes_no_page() {
    let check = |site: Site| {
        site.folder.put(SNAPSHOT);
        let names = site.folder.names();
        site.build().expect_err("fails");
        assert_eq!(site.folder.names(), names, "not even an empty folder");
        assert!(site.folder.text() == SNAPSHOT);
        std::fs::create_dir_all(site.folder.0.join("proposals")).unwrap();
        std::fs::write(page_path(&site, 2), "before").unwrap();
        site.build().expect_err("fails");
        assert_eq!(page_names(&site), ["2.html".to_owned()].into());
        assert_eq!(page(&site, 2), "before");
    };
    let site = |answer: fn(&Request) -> Reply| Site { langs: "en", minutes: "none", ..site(answer) };
    check(site(|_| Reply::status(404)));
    check(site(|_| Reply::ok("[]")));
    // A directory in the place of the sitemap makes writing fail, for an unchanged snapshot and for a new one.
    for now in ["2026-09-01T01:00:00Z", "2026-09-09T00:00:00Z"] {
        let site = site(recorded);
        site.env.now.set(time(now));
        std::fs::create_dir(site.folder.0.join("sitemap.xml")).unwrap();
        check(site);
    }
    // A file in the place of the folder: nothing is written beside it.
    let site = site(recorded);
    std::fs::write(site.folder.0.join("proposals"), "a file").unwrap();
    site.folder.put(SNAPSHOT);
    site.env.now.set(time("2026-09-09T00:00:00Z"));
    let error = site.build().expect_err("fails").to_string();
    assert!(error.contains("proposals"), "{error}");
    assert_eq!(site.folder.names(), ["proposals", "proposals.json"]);
    assert!(site.folder.text() == SNAPSHOT);
}
