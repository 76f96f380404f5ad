//! The prerendered HTML beside the snapshot.

use super::recorded::{SNAPSHOT, recorded};
use super::*;
use alesco_proposals::config::Layout;
use alesco_proposals::i18n::{LANGUAGES, Language, LocaleFormat};
use alesco_proposals::snapshot::{archive, decode};
use alesco_proposals::snapshot_cli::{IcuFormat, render};

pub const MADE_AT: &str = "2026-09-01T00:00:00Z";

/// Renders the list of a snapshot in a language.
pub fn html_of(file: &str, code: &str) -> String {
    let Command::Build(options) = Options::parse([""; 0], None).unwrap() else { panic!() };
    let language = Language::from_tag(code).unwrap();
    render(file, time(MADE_AT), &options.repository, options.layout, language).unwrap()
}

/// Returns the texts between `before` and `after`.
fn between<'a>(text: &'a str, before: &'a str, after: &'a str) -> impl Iterator<Item = &'a str> {
    text.split(before).skip(1).map(move |rest| rest.split(after).next().unwrap())
}

/// Returns the embedded snapshot.
pub fn data(html: &str) -> &str {
    let blocks: Vec<&str> =
        between(html, "<script type=\"application/json\" data-alesco-snapshot>", "</script>").collect();
    assert_eq!(blocks.len(), 1);
    blocks[0]
}

/// Parses a snapshot, and removes what a list does not show.
pub fn without_archive(file: &str) -> Value {
    let mut file = parse(file);
    file.as_object_mut().unwrap().retain(|key, _| !archive::KEYS.contains(&key.as_str()));
    file
}

/// Returns the list without the controls that are inert until the module starts.
fn without_inert(html: &str) -> String {
    let (before, rest) = html.split_once("<div inert class=\"alesco-controls\">").unwrap();
    let (_, after) = rest.split_once("<div class=\"alesco-results\">").unwrap();
    format!("{before}{after}")
}

#[test]
fn every_language_has_its_messages_dates_and_direction() {
    let site = Site { langs: "all", ..Site::new(recorded) };
    assert!(matches!(site.build().unwrap(), BuildReport::Written { html_files: 27, .. }));
    let mut expected: Vec<String> = LANGUAGES.map(|code| format!("proposals.{code}.html")).to_vec();
    expected.push("proposals.json".to_owned());
    expected.sort();
    assert_eq!(site.folder.names(), expected);
    for code in LANGUAGES {
        let html = std::fs::read_to_string(site.folder.0.join(format!("proposals.{code}.html"))).unwrap();
        let language = Language::from_tag(code).unwrap();
        let direction = if language.is_right_to_left() { "rtl" } else { "ltr" };
        let root = format!(
            "<section lang=\"{}\" dir=\"{direction}\" data-view=\"list\" data-state=\"ready\" \
             data-source=\"snapshot\" data-prerendered=\"\" class=\"alesco-proposals\">",
            language.tag()
        );
        assert!(html.starts_with(&root), "{code}");
        assert!(
            html.contains("</section><script") && html.ends_with("</script>\n") && !html.contains("<!"),
            "{code}"
        );

        let catalogue = std::fs::read_to_string(format!("locales/{code}.json")).unwrap();
        let catalogue: serde_json::Value = serde_json::from_str(&catalogue).unwrap();
        let word = |message: &str| catalogue[message].as_str().unwrap();
        let stage = word("Accepted for Discussion");
        assert!(
            html.contains(&format!(
                "data-tag=\"accepted for discussion\" class=\"alesco-pill\">{stage}</span>"
            )),
            "{code}"
        );
        let icu = IcuFormat::new(language).unwrap();
        let line = word("Showing a snapshot from {day}").replace("{day}", &icu.day(time(MADE_AT)));
        assert!(html.contains(&format!("<span>{line}</span>")), "{code}: {line}");
        let opened = icu.day(time("2026-04-16T15:00:00Z"));
        assert!(html.contains(&format!(">{opened}</time>")), "{code}: {opened}");
    }
}

#[test]
fn the_html_is_the_list_as_the_browser_shows_it() {
    let html = html_of(SNAPSHOT, "en");
    let cards: Vec<&str> = between(&html, "data-proposal=\"", "\"").collect();
    assert_eq!(cards, ["16", "18", "17"], "the open ones, the nearest to a decision first");
    let link = "<h3 class=\"al-rfc-title\"><a id=\"alesco-1-title-16\" \
                href=\"https://github.com/AlmaLinux/ALESCo/pull/16\" dir=\"auto\">\
                Adding proposal for github org management</a></h3>";
    assert!(html.contains(link), "with the ids of a page's first widget");
    assert!(html.contains("opened <time datetime=\"2026-04-16T15:00:00Z\" title=\"April 16, 2026 at 3:00"));
    assert!(html.contains(
        "<p data-source=\"snapshot\" class=\"alesco-freshness\"><span>Showing a snapshot from Sep 1, 2026"
    ));
    assert!(html.contains(">3 proposals</p>"));
    let none = SNAPSHOT.replace("\"submitted\"", "\"closed\"").replace("\"discussion\"", "\"closed\"");
    let html = html_of(&none, "en");
    assert!(html.contains("data-state=\"empty\""));
    assert!(html.contains("<p>There are no open proposals right now.</p>"));
}

#[test]
fn the_html_has_no_script_no_style_and_no_class_without_a_rule() {
    let styles: String = std::fs::read_dir("style")
        .unwrap()
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect();
    let has_rule = |class: &str| {
        styles
            .split(&format!(".{class}"))
            .skip(1)
            .any(|rest| !rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_'))
    };
    for code in LANGUAGES {
        let html = html_of(LABELLED, code);
        for foreign in [" style=", "<style", "<link", "<iframe", "<object", "javascript:", "src=", "<!"] {
            assert!(!html.contains(foreign), "{code}: {foreign}");
        }
        assert_eq!(html.matches("<script").count(), 1);
        let is_handler = |attribute: &str| attribute.starts_with("on") && attribute.contains('=');
        let mut tags = between(&html, "<", ">");
        assert!(!tags.any(|tag| tag.split(' ').skip(1).any(is_handler)), "{code}");
        for class in between(&html, "class=\"", "\"").flat_map(|classes| classes.split(' ')) {
            assert!(has_rule(class), "{code}: no rule for .{class}");
        }
    }
}

#[test]
fn controls_that_need_the_module_are_inert() {
    let html = html_of(SNAPSHOT, "en");
    assert!(html.contains("<input type=\"checkbox\" name=\"stage\" value=\"vote\""), "they keep their space");
    let html = without_inert(&html);
    for control in ["<input", "<select", "<textarea", "<label"] {
        assert!(!html.contains(control), "{control}");
    }
    // The evidence of a SIG needs only CSS; the refresh button is inert.
    let buttons = between(&html, "<button", ">").filter(|button| !button.contains(" hidden"));
    let in_hidden_box = ["alesco-link\"", "alesco-button\""];
    let (inert, buttons): (Vec<_>, Vec<_>) = buttons
        .filter(|button| {
            button.contains(" inert") || !in_hidden_box.iter().any(|class| button.ends_with(class))
        })
        .partition(|button| button.contains(" inert"));
    assert_eq!((inert.len(), buttons.len()), (1, 2));
    assert!(buttons.iter().all(|button| button.contains(" aria-describedby=\"alesco-1-card-18-sig-")));
}

// Style rules for empty elements have to hold before the live view, too.
#[test]
fn an_element_without_text_is_empty() {
    let open_only = SNAPSHOT.replacen('{', "{\"open_only\": true,", 1);
    let Command::Build(options) = Options::parse([""; 0], None).unwrap() else { panic!() };
    for file in [SNAPSHOT, &open_only, LABELLED] {
        for layout in [Layout::List, Layout::Browser] {
            let html = render(file, time(MADE_AT), &options.repository, layout, Language::default()).unwrap();
            assert_eq!(between(&html, "> </", ">").next(), None, "{html}");
        }
    }
}

#[test]
fn the_committed_html_belongs_to_the_committed_snapshot() {
    let file = std::fs::read_to_string("snapshot/proposals.json").unwrap();
    let Command::Build(options) = Options::parse([""; 0], None).unwrap() else { panic!() };
    let made_at = decode(&file, &options.repository.name).unwrap().made_at;
    let english = Language::default();
    let html = render(&file, made_at, &options.repository, Layout::Browser, english).unwrap();
    let kept = std::fs::read_to_string("snapshot/browser.en.html").unwrap();
    assert!(html == kept, "it is outdated: `make cards` writes it again");
}

/// An open proposal with a dark and a light label.
const LABELLED: &str = r#"{"schema": 2, "repository": "AlmaLinux/ALESCo", "made_at": "2026-09-01T00:00:00Z",
    "proposals": [{"number": 1, "title": "x", "stage": "vote", "labels": [
        {"name": "kernel", "description": "about the kernel", "color": "5319e7"},
        {"name": "light", "color": "fef2c0"}]}]}"#;

#[test]
fn a_labels_colours_are_no_style_attribute() {
    let html = html_of(LABELLED, "en");
    let label = |rest: &str, text_color: &str, fill: &str, name: &str| {
        format!(
            "<span data-tag=\"{name}\" data-text-color=\"{text_color}\"{rest} dir=\"auto\" class=\"al-rfc-label\">\
             <svg aria-hidden=\"true\" class=\"alesco-label-swatch\"><rect width=\"100%\" height=\"100%\" \
             fill=\"{fill}\"></rect></svg>{name}</span>"
        )
    };
    let expected = label(" title=\"about the kernel\"", "white", "#5319e7", "kernel");
    assert!(html.contains(&expected), "{html}");
    assert!(html.contains(&label("", "black", "#fef2c0", "light")));
}

#[test]
fn text_cannot_end_its_element_or_attribute() {
    const HOSTILE: &str = r#"</script><img src=x onerror="alert(1)">'&amp;<!--<script>"#;
    let hostile = serde_json::to_string(HOSTILE).unwrap();
    let file = format!(
        r#"{{"schema": 2, "repository": "AlmaLinux/ALESCo", "made_at": "{MADE_AT}", "proposals": [{{
            "number": 1, "title": {hostile}, "author": {hostile}, "stage": "submitted", "is_rfc": true,
            "sigs": [{{"slug": {hostile}, "name": {hostile}, "evidence": "mention", "sentence": {hostile}}}],
            "labels": [{{"name": {hostile}, "description": {hostile}, "color": "5319e7"}}],
            "document": {{"summary": "\u2028\u2029"}}}}]}}"#
    );
    let html = html_of(&file, "en");
    let text = "&lt;/script&gt;&lt;img src=x onerror=\"alert(1)\"&gt;'&amp;amp;&lt;!--&lt;script&gt;";
    assert!(html.contains(&format!("dir=\"auto\">{text}</a>")), "{html}");
    assert!(html.contains(&format!("<bdi>{text}</bdi>")));
    let attribute =
        "&lt;/script&gt;&lt;img src=x onerror=&quot;alert(1)&quot;&gt;'&amp;amp;&lt;!--&lt;script&gt;";
    assert!(
        html.contains(&format!("data-tag=\"{attribute}\""))
            && html.contains(&format!(" title=\"{attribute}\""))
    );
    assert!(!html.contains("<img") && !html.contains("<!"));
    assert_eq!((html.matches("<script").count(), html.matches("</script").count()), (1, 1));
    let data = data(&html);
    assert!(!data.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{data}");
    assert_eq!(parse(data), parse(&file));
}

#[test]
fn the_embedded_snapshot_is_complete_but_for_the_archive() {
    let html = html_of(SNAPSHOT, "ar");
    assert_eq!(parse(data(&html)), without_archive(SNAPSHOT));
    assert_eq!(decode(data(&html), REPOSITORY).unwrap(), decode(SNAPSHOT, REPOSITORY).unwrap());
}
