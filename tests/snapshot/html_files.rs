//! The HTML files that are written beside the snapshot.

use super::demonstration::{self, demonstration};
use super::prerender::{MADE_AT, data, html_of, without_archive};
use super::recorded::{SNAPSHOT, recorded};
use super::rendered::elements;
use super::*;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The address of the static pages' site.
const PAGES: &str = "https://example.org/alesco/";

/// A site with the recorded snapshot and no HTML, whose builder writes these languages.
fn site(langs: &'static str) -> Site {
    let site = Site { langs, ..Site::new(recorded) };
    site.folder.put(SNAPSHOT);
    site
}

#[test]
fn the_standalone_page_has_its_own_files() {
    let site = Site { langs: "en,it", view: "browser", ..Site::new(recorded) };
    assert!(matches!(site.build().unwrap(), BuildReport::Written { html_files: 2, .. }));
    assert_eq!(site.folder.names(), ["browser.en.html", "browser.it.html", "proposals.json"]);
    let html = std::fs::read_to_string(site.folder.0.join("browser.it.html")).unwrap();
    assert!(html.contains("lang=\"it\" dir=\"ltr\" data-view=\"browser\""));
    assert!(html.contains("<h1>"));
    assert!(html.contains("<fieldset inert class=\"alesco-stages\">"));
    assert!(html.contains("<div data-open=\"false\" inert class=\"alesco-filters\">"));
    assert!(html.contains("<label inert class=\"alesco-sort\">"));
    // Then the lists are requested: the existing files of the page are updated, too.
    let lists = Site { langs: "en", view: "list", ..site };
    std::fs::remove_file(lists.folder.0.join("browser.it.html")).unwrap();
    std::fs::write(lists.folder.0.join("browser.en.html"), "of other data").unwrap();
    let done = lists.build().unwrap();
    assert!(matches!(done, BuildReport::Unchanged { html_files: 2, .. }), "{done:?}");
    assert_eq!(lists.folder.names(), ["browser.en.html", "proposals.en.html", "proposals.json"]);
}

#[test]
fn equal_snapshots_give_equal_html() {
    let first = Site { langs: "en,fa", ..Site::new(recorded) };
    assert!(matches!(first.build().unwrap(), BuildReport::Written { html_files: 2, .. }));
    let read = |site: &Site, name: &str| std::fs::read_to_string(site.folder.0.join(name)).unwrap();
    for (name, code) in [("proposals.en.html", "en"), ("proposals.fa.html", "fa")] {
        let html = read(&first, name);
        let links = html.replace(&first.github.address, "https://github.com");
        assert!(links == html_of(SNAPSHOT, code), "{name}");
        // Rendered again from the file, and the same.
        assert!(matches!(first.build().unwrap(), BuildReport::Unchanged { html_files: 0, .. }));
        assert!(read(&first, name) == html);
    }
}

#[test]
fn missing_html_is_rendered_from_the_existing_snapshot() {
    let site = site("en");
    site.env.now.set(time("2026-09-01T09:00:00Z"));
    assert!(matches!(site.build().unwrap(), BuildReport::Unchanged { html_files: 1, .. }));
    let path = site.folder.0.join("proposals.en.html");
    let html = std::fs::read_to_string(&path).unwrap();
    assert!(parse(data(&html)) == without_archive(SNAPSHOT), "not the collected one, nine hours later");

    std::fs::write(&path, "of something else").unwrap();
    assert!(matches!(site.build().unwrap(), BuildReport::Unchanged { html_files: 1, .. }));
    assert!(std::fs::read_to_string(&path).unwrap() == html);
}

#[test]
fn existing_html_is_updated_with_the_snapshot() {
    let site = site("en");
    let path = site.folder.0.join("proposals.it.html");
    std::fs::write(&path, "of last year").unwrap();
    site.env.now.set(time("2026-09-03T00:00:00Z"));
    assert!(matches!(site.build().unwrap(), BuildReport::Written { html_files: 2, .. }));
    assert_eq!(site.folder.names(), ["proposals.en.html", "proposals.it.html", "proposals.json"]);
    let html = std::fs::read_to_string(&path).unwrap();
    assert!(html.contains("3 set 2026</span>"));
    assert!(parse(data(&html)) == without_archive(&site.folder.text()));
}

#[test]
fn a_failed_run_changes_no_file() {
    let check = |site: Site| {
        site.folder.put(SNAPSHOT);
        std::fs::write(site.folder.0.join("proposals.ar.html"), "before").unwrap();
        let names = site.folder.names();
        site.build().expect_err("fails");
        assert_eq!(site.folder.names(), names);
        assert!(site.folder.text() == SNAPSHOT);
        assert_eq!(std::fs::read(site.folder.0.join("proposals.ar.html")).unwrap(), b"before");
    };
    check(Site { langs: "all", ..Site::new(|_| Reply::status(404)) });
    check(Site { langs: "all", ..Site::new(|_| Reply::ok("[]")) });
    // A directory in the place of the last file makes writing fail.
    for now in ["2026-09-01T01:00:00Z", "2026-09-09T00:00:00Z"] {
        let site = Site { langs: "all", ..Site::new(recorded) };
        site.env.now.set(time(now));
        std::fs::create_dir(site.folder.0.join("proposals.zh-hans.html")).unwrap();
        check(site);
    }
}

#[test]
fn a_run_waits_for_another_one_in_the_same_directory() {
    let folder = Folder::new();
    let other = std::fs::File::open(&folder.0).unwrap();
    other.lock().unwrap();
    let released = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&released);
    let site = Site::new(move |request| {
        assert!(seen.load(Ordering::SeqCst), "{} while another run writes", request.path);
        recorded(request)
    });
    let site = Site { folder, langs: "en", ..site };
    let unlock = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(300));
        released.store(true, Ordering::SeqCst);
        drop(other);
    });
    site.build().unwrap();
    unlock.join().unwrap();
    let waiting = format!("Waiting for another run to leave {}", site.folder.0.display());
    assert_eq!(site.env.lines.borrow()[0], waiting);
    // Once it has ended, the next one does not wait.
    site.build().unwrap();
    assert_eq!(site.env.lines.borrow().iter().filter(|line| **line == waiting).count(), 1);
}

#[test]
fn runs_at_the_same_time_leave_files_of_one_run() {
    let folder = Folder::new();
    std::thread::scope(|scope| {
        for (langs, now) in [("en", "2026-09-03T00:00:00Z"), ("it,fa", "2026-09-05T00:00:00Z")] {
            let path = folder.0.clone();
            scope.spawn(move || {
                let site = Site { env: FakeEnv::at(now), langs, ..Site::new(recorded) };
                let options = Options { out: path, ..site.options() };
                snapshot_cli::build(&options, &site.env).unwrap();
            });
        }
    });
    let made_at = |json: &Value| json["made_at"].clone();
    let of_json = made_at(&parse(&folder.text()));
    for name in folder.names().iter().filter(|name| name.ends_with(".html")) {
        let html = std::fs::read_to_string(folder.0.join(name)).unwrap();
        assert_eq!(made_at(&parse(data(&html))), of_json, "{name}");
    }
}

#[test]
fn an_offline_run_sends_no_request() {
    let site = site("en,it");
    let offline = || snapshot_cli::build(&Options { offline: true, ..site.options() }, &site.env);
    site.env.now.set(time("2027-01-01T00:00:00Z"));
    let done = offline().unwrap();
    let path = site.folder.file();
    assert_eq!(done.to_string(), format!("{}: made at {MADE_AT}, 2 HTML files", path.display()));
    assert!(site.folder.text() == SNAPSHOT);
    assert!(matches!(offline().unwrap(), BuildReport::Offline { html_files: 0, .. }));

    site.folder.put("{}");
    assert!(matches!(offline().unwrap_err(), Error::NotASnapshot { .. }));
    std::fs::remove_file(&path).unwrap();
    let error = offline().unwrap_err();
    let expected = format!("{} does not exist. Run without --offline first.", path.display());
    assert_eq!(error.to_string(), expected);
    assert_eq!(site.github.paths(), [""; 0]);
}

/// Returns where the titles of a prerendered list lead.
fn titles(site: &Site, name: &str) -> Vec<String> {
    let html = std::fs::read_to_string(site.folder.0.join(name)).unwrap();
    let titles = elements(&html).into_iter().filter(|element| {
        element.name == "a" && element.get("id").is_some_and(|id| id.starts_with("alesco-1-title-"))
    });
    titles.map(|title| title.get("href").unwrap().to_owned()).collect()
}

#[test]
fn titles_of_the_prerendered_browser_view_lead_to_pages_that_are_there() {
    let on_github = |number| format!("https://github.com/AlmaLinux/ALESCo/pull/{number}");
    let static_page = |number| format!("{PAGES}proposals/{number}.html");
    let open = [18, 16, 17];
    let browser = Site { langs: "en", view: "browser", pages: PAGES, ..demonstration::site(demonstration) };
    browser.build().unwrap();
    assert_eq!(titles(&browser, "browser.en.html"), open.map(static_page));
    // A relation of #18.
    let html = std::fs::read_to_string(browser.folder.0.join("browser.en.html")).unwrap();
    assert!(html.contains(&format!("<a href=\"{}\">#15</a>", static_page(15))));

    std::fs::remove_file(browser.folder.0.join("proposals/17.html")).unwrap();
    let offline = Options { offline: true, ..browser.options() };
    snapshot_cli::build(&offline, &browser.env).unwrap();
    assert_eq!(
        titles(&browser, "browser.en.html"),
        [static_page(18), static_page(16), on_github(17)],
        "a run that makes no pages"
    );

    let list = Site { langs: "en", pages: PAGES, ..demonstration::site(demonstration) };
    list.build().unwrap();
    assert_eq!(titles(&list, "proposals.en.html"), open.map(on_github), "in other pages");
}
