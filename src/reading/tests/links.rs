//! Links: where they lead, which text becomes one, and which must not.

use super::super::{Block, Inline, LinkTarget, is_allowed_url, plain_text};
use super::fixtures::{location, parse};

/// The text and address of each link in the first paragraph; an anchor's address is `#` and the anchor.
fn links(markdown: &str) -> Vec<(String, String)> {
    fn collect(inlines: &[Inline], links: &mut Vec<(String, String)>) {
        for inline in inlines {
            let (target, text) = match inline {
                Inline::Link { target, content, .. } => (target, plain_text(content)),
                Inline::Image { target, alt, .. } => (target, format!("image {alt}")),
                Inline::Emphasis(content) | Inline::Strong(content) | Inline::Strikethrough(content) => {
                    collect(content, links);
                    continue;
                }
                _ => continue,
            };
            let address = match target {
                LinkTarget::Anchor(anchor) => format!("#{anchor}"),
                target => target.url().unwrap().to_owned(),
            };
            links.push((text, address));
        }
    }
    let mut found = Vec::new();
    if let Some(Block::Paragraph(content)) = parse(&format!("{markdown}\n\n## End")).blocks.first() {
        collect(content, &mut found);
    }
    found
}

fn check(cases: &[(&str, &[(&str, &str)])]) {
    for (markdown, expected) in cases {
        let found = links(markdown);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(text, url)| (text.as_str(), url.as_str())).collect();
        assert_eq!(found, *expected, "{markdown}");
    }
}

/// Checks for each case that exactly this part of it is a link, to itself.
fn check_bare(cases: &[(&str, &str)]) {
    for (markdown, url) in cases {
        check(&[(markdown, &[(url, url)])]);
    }
}

#[test]
fn bare_urls_end_where_those_of_github_end() {
    check_bare(&[
        ("https://example.org", "https://example.org"),
        ("see https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("https://example.org/search?q=(a)))+ok", "https://example.org/search?q=(a)))+ok"),
        ("(https://example.org/a)))", "https://example.org/a"),
        ("https://example.org/?a=b&amp;c=d", "https://example.org/?a=b&c=d"),
        ("https://example.org/?a=b&hl;", "https://example.org/?a=b"),
        ("https://example.org/a<b>", "https://example.org/a"),
        ("\"https://example.org/a\"", "https://example.org/a"),
        ("**https://example.org/a**", "https://example.org/a"),
        ("*see https://example.org/a*", "https://example.org/a"),
        ("https://example.org/a, b", "https://example.org/a"),
        ("https://example.org/a#b", "https://example.org/a#b"),
        ("[https://example.org/a]", "https://example.org/a"),
        ("http://localhost:8080/x", "http://localhost:8080/x"),
        ("HTTPS://EXAMPLE.ORG/A", "HTTPS://EXAMPLE.ORG/A"),
        ("ftp://example.org", "ftp://example.org"),
        ("https://github.com/AlmaLinux/ALESCo/pull/15", "https://github.com/AlmaLinux/ALESCo/pull/15"),
        ("https://example.org/@user", "https://example.org/@user"),
        ("https://example.org/日本", "https://example.org/日本"),
    ]);
    check(&[
        ("www.example.org/a!", &[("www.example.org/a", "http://www.example.org/a")]),
        (
            "a www.example.org www.example.com",
            &[("www.example.org", "http://www.example.org"), ("www.example.com", "http://www.example.com")],
        ),
        ("xwww.example.org xhttps://example.org", &[]),
        ("www.a_b.org https:// http://_ www.", &[]),
        ("`https://example.org`", &[]),
    ]);
}

#[test]
fn emphasis_does_not_break_a_bare_url() {
    check_bare(&[
        ("https://example.org/__init__.py", "https://example.org/__init__.py"),
        ("https://example.org/_a_/b", "https://example.org/_a_/b"),
        ("https://example.org/a*b*c", "https://example.org/a*b*c"),
        ("https://example.org/~~a~~/b", "https://example.org/~~a~~/b"),
        ("https://example.org/a *b*", "https://example.org/a"),
    ]);
}

#[test]
fn bare_email_addresses_are_links() {
    check(&[
        ("foo@bar.baz", &[("foo@bar.baz", "mailto:foo@bar.baz")]),
        (
            "hello@mail+xyz.example isn't, hello+xyz@mail.example is.",
            &[("hello+xyz@mail.example", "mailto:hello+xyz@mail.example")],
        ),
        ("a.b-c_d@a.b", &[("a.b-c_d@a.b", "mailto:a.b-c_d@a.b")]),
        ("a.b-c_d@a.b.", &[("a.b-c_d@a.b", "mailto:a.b-c_d@a.b")]),
        ("a.b-c_d@a.b- a.b-c_d@a.b_ a@b", &[]),
        ("mail <foo@bar.baz>", &[("foo@bar.baz", "mailto:foo@bar.baz")]),
    ]);
}

#[test]
fn references_become_links() {
    let issue = "https://github.com/AlmaLinux/ALESCo/issues";
    check(&[
        ("see #15.", &[("#15", &format!("{issue}/15"))]),
        ("(#15), PR #2", &[("#15", &format!("{issue}/15")), ("#2", &format!("{issue}/2"))]),
        ("**#15**", &[("#15", &format!("{issue}/15"))]),
        ("AlmaLinux/ALESCo#15", &[("AlmaLinux/ALESCo#15", &format!("{issue}/15"))]),
        (
            "rhboot/shim-review#339",
            &[("rhboot/shim-review#339", "https://github.com/rhboot/shim-review/issues/339")],
        ),
        ("@hanthor, @a-b", &[("@hanthor", "https://github.com/hanthor"), ("@a-b", "https://github.com/a-b")]),
        ("(@hanthor) @jo.", &[("@hanthor", "https://github.com/hanthor"), ("@jo", "https://github.com/jo")]),
    ]);
}

#[test]
fn what_only_looks_like_a_reference_is_text() {
    let cases = [
        "#0002",
        "#XYZ",
        "a#15",
        "#15a",
        "#336699",
        "##15",
        "&#15;5",
        "/#15",
        "#<!-- -->15",
        "a/b/c#1",
        "@",
        "@-a",
        "@a-",
        "@scope/package",
        "getty@tty1",
        "@tty1.service",
        "@@a",
        "x@a",
        "a/@b",
        "`#15 @hanthor`",
    ];
    for markdown in cases {
        assert_eq!(links(markdown), [], "{markdown}");
    }
}

#[test]
fn no_link_is_made_inside_of_a_link() {
    check(&[
        (
            "[see #15 @a https://example.org](https://a.org)",
            &[("see #15 @a https://example.org", "https://a.org")],
        ),
        ("[![badge](https://a.org/b.svg)](https://c.org)", &[("badge", "https://c.org")]),
        ("[**![](https://a.org/b.svg)**](https://c.org)", &[("b.svg", "https://c.org")]),
    ]);
}

#[test]
fn a_link_holds_no_other_link() {
    let url = |url: &str| LinkTarget::Url(url.to_owned());
    for (markdown, text) in [
        ("[<https://a.org/>](https://c.org)", "https://a.org/"),
        ("[a **<https://a.org/>** <b@c.org>](https://c.org)", "a https://a.org/ b@c.org"),
    ] {
        let content = match parse(&format!("{markdown}\n\n## End")).blocks.first() {
            Some(Block::Paragraph(content)) => content.clone(),
            other => panic!("{other:?}"),
        };
        let [Inline::Link { target, content, .. }] = content.as_slice() else { panic!("{content:?}") };
        assert_eq!((target, plain_text(content).as_str()), (&url("https://c.org"), text), "{markdown}");
        assert!(!format!("{content:?}").contains("Link"), "{content:?}");
    }
}

#[test]
fn images_are_links_with_a_text() {
    let blob = "https://github.com/AlmaLinux/ALESCo/blob/main";
    check(&[
        ("![a *b*](https://a.org/c.png)", &[("image a b", "https://a.org/c.png")]),
        ("![](img/c.png)", &[("image c.png", &format!("{blob}/rfcs/img/c.png"))]),
        ("![alt](data:image/png;base64,AAAA)", &[]),
    ]);
}

#[test]
fn relative_links_lead_into_the_repository() {
    let file = |path: &str, url: &str| LinkTarget::File {
        path: path.to_owned(),
        url: format!("https://github.com/AlmaLinux/ALESCo/blob/main/{url}"),
    };
    let anchor = |anchor: &str| LinkTarget::Anchor(anchor.to_owned());
    let url = |url: &str| LinkTarget::Url(url.to_owned());
    let repository = "https://github.com/AlmaLinux/ALESCo";
    let cases = [
        ("0005-x.md", file("rfcs/0005-x.md", "rfcs/0005-x.md")),
        ("./0005-x.md", file("rfcs/0005-x.md", "rfcs/0005-x.md")),
        ("../README.md#board", file("README.md", "README.md#board")),
        ("/README.md", file("README.md", "README.md")),
        ("a%20b.md", file("rfcs/a b.md", "rfcs/a%20b.md")),
        ("a b.md", file("rfcs/a b.md", "rfcs/a%20b.md")),
        ("?plain=1", file("rfcs/0001-title.md", "rfcs/0001-title.md?plain=1")),
        ("#motivation", anchor("motivation")),
        ("#user-content-motivation", anchor("motivation")),
        ("#%C3%BC", anchor("ü")),
        ("0001-title.md#motivation", anchor("motivation")),
        ("../../../issues", url(&format!("{repository}/issues"))),
        ("../../../../../../etc", url(&format!("{repository}/etc"))),
        ("//example.org/a", url("https://example.org/a")),
        ("lance@osuosl.org", url("mailto:lance@osuosl.org")),
        ("mailto:a@b.org", url("mailto:a@b.org")),
        (" https://example.org ", url("https://example.org")),
        (
            "https://github.com/almalinux/alesco/pull/15/",
            LinkTarget::Issue { number: 15, url: "https://github.com/almalinux/alesco/pull/15/".to_owned() },
        ),
        (
            "https://github.com/AlmaLinux/ALESCo/pull/15/files",
            url("https://github.com/AlmaLinux/ALESCo/pull/15/files"),
        ),
        (
            "https://github.com/AlmaLinux/ALESCo-x/pull/15",
            url("https://github.com/AlmaLinux/ALESCo-x/pull/15"),
        ),
    ];
    for (destination, expected) in cases {
        let location = location("rfcs/0001-title.md");
        assert_eq!(location.resolve(destination), Some(expected), "{destination}");
    }
}

#[test]
fn a_description_links_from_the_repositorys_root() {
    let target = location("").resolve("rfcs/a.md").unwrap();
    assert_eq!(target.url(), Some("https://github.com/AlmaLinux/ALESCo/blob/main/rfcs/a.md"));
}

#[test]
fn an_address_is_allowed_by_its_scheme_as_browsers_read_it() {
    for url in
        ["https://a/", "HTTP://a/", "mailto:a@b.c", "matrix:r/a:b.c", "tel:+1", "#a", "18.html", "a/b:c", ""]
    {
        assert!(is_allowed_url(url), "{url:?}");
    }
    let refused = ["javascript:1", " JavaScript:1", "java\tscript:1", "\u{1}javascript:1", "java\nscript:1"];
    for url in refused.into_iter().chain(["data:text/html,x", "vbscript:x", "blob:x", "unknown:x"]) {
        assert!(!is_allowed_url(url), "{url:?}");
    }
}

#[test]
fn a_dangerous_scheme_never_becomes_a_link() {
    let destinations = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\u{1}javascript:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "about:blank",
        "",
    ];
    for destination in destinations {
        for markdown in [
            format!("[x](<{destination}>)"),
            format!("![x](<{destination}>)"),
            format!("[x]\n\n[x]: <{destination}>"),
            format!("<{destination}>"),
        ] {
            for (_, url) in links(&markdown) {
                // A line break ends a destination; `script:alert(1)` on its own line is not one either.
                assert!(url.starts_with("https://github.com/AlmaLinux/ALESCo/"), "{markdown:?}: {url}");
            }
        }
    }
}
