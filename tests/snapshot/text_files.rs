//! The texts of the proposals that are written beside the snapshot.

use std::collections::BTreeSet;

use super::demonstration::{self, content, demonstration};
use super::*;
use alesco_proposals::reading::{DocumentKind, DocumentVersion, SiteCopy};

const NEW_TEXT: &str = "# RFC: x\n\n## Why\n\nNew.\n";

fn site(answer: impl Fn(&Request) -> Reply + Send + 'static) -> Site {
    Site { texts: true, ..demonstration::site(answer) }
}

fn document(site: &Site, number: u32) -> OpenDocument {
    let path = site.folder.0.join(format!("texts/{number}.json"));
    match serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap() {
        ReadResponse::Document(document) => *document,
        other => panic!("#{number}: {other:?}"),
    }
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The demonstration's texts are built from `tests/demo`, too. After a change, `make demo-data` writes them again.
#[test]
fn the_committed_texts_are_built_from_the_demonstration_s_data() {
    let site = site(demonstration);
    let done = site.build().unwrap();
    assert!(matches!(done, BuildReport::Written { page_files: 16, .. }), "{done:?}");
    let (built, committed) = (site.folder.0.join("texts"), Path::new("snapshot/texts"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(committed).unwrap();
        for name in names(&built) {
            std::fs::copy(built.join(&name), committed.join(&name)).unwrap();
        }
    }
    assert_eq!(names(&built), names(committed));
    for name in names(&built) {
        let text = |folder: &Path| std::fs::read_to_string(folder.join(&name)).unwrap();
        assert!(
            text(&built) == text(committed),
            "snapshot/texts/{name} differs: see the comment at this test"
        );
    }
}

#[test]
fn a_text_has_the_time_of_the_proposals_last_change() {
    let site = site(demonstration);
    site.build().unwrap();
    let files = parse(include_str!("../fixtures/pull-files.json"));
    let built = document(&site, 18);
    let as_of = chrono::DateTime::parse_from_rfc3339("2026-08-16T19:05:00Z").unwrap().timestamp();
    let repository_url = "https://github.com/AlmaLinux/ALESCo".to_owned();
    let site_copy = Some(SiteCopy { repository_url, number: 18, as_of });
    assert_eq!(built, OpenDocument { site_copy, ..document_of(&files["18"], 18, false) });
}

#[test]
fn without_their_option_no_text_is_written_and_nothing_is_requested_for_them() {
    let site = Site { texts: false, ..site(demonstration) };
    site.writes();
    assert!(
        site.github
            .paths()
            .iter()
            .all(|path| !path.contains("/git/blobs/") && !path.contains("/contents/rfcs"))
    );
}

#[test]
fn a_merged_text_is_that_of_the_default_branch_and_a_changed_one_has_sections() {
    let merged = "/repos/AlmaLinux/ALESCo/contents/rfcs/0002-enable-kvm-on-almaLinux-9-on-ppc64le.md";
    let check = |reply: Reply, expected: DocumentVersion, text: &str| {
        let site = site(move |request| match request.path.as_str() {
            path if path == merged => reply.clone(),
            _ => demonstration(request),
        });
        site.build().unwrap();
        let document = document(&site, 3);
        assert_eq!((document.kind, document.version), (DocumentKind::Whole, expected));
        assert!(format!("{:?}", document.body).contains(text), "{document:?}");
    };
    check(Reply::ok(content(NEW_TEXT.as_bytes())), DocumentVersion::DefaultBranch, "New.");
    check(Reply::status(404), DocumentVersion::Merged, "ppc64le");
    // As GitHub answers for more than a megabyte.
    check(Reply::ok(r#"{"encoding": "none", "content": ""}"#), DocumentVersion::Merged, "ppc64le");
}

#[test]
fn a_text_that_github_leaves_out_of_the_files_is_requested_by_its_hash() {
    let files = r#"[{"filename": "rfcs/0000-x.md", "status": "added", "sha": "abc", "additions": 9}]"#;
    let answer = |blob: Reply| {
        move |request: &Request| match request.path.as_str() {
            LIST => Reply::ok(list(&[18])),
            EVENTS => Reply::ok("[]"),
            path if is_timeline(path) => Reply::ok("[]"),
            path if is_pull(path) => Reply::ok("{}"),
            path if path == files_path(18) => Reply::ok(files),
            "/repos/AlmaLinux/ALESCo/git/blobs/abc" => blob.clone(),
            _ => Reply::status(404),
        }
    };
    let text = Reply::ok(content(NEW_TEXT.as_bytes()));
    let mut site = Site { minutes: "none", ..site(answer(text)) };
    site.build().unwrap();
    assert!(format!("{:?}", document(&site, 18).body).contains("New."));
    // What the folder has stays if the text cannot be loaded, and the report says why.
    for (reply, reason) in
        [(Reply::status(500), "status 500"), (Reply::ok("{}"), "its content is not base64")]
    {
        site = Site { minutes: "none", folder: site.folder, ..self::site(answer(reply)) };
        let report = site.build().unwrap().to_string();
        assert!(report.contains("git/blobs/abc: ") && report.contains(reason), "{report}");
        assert!(format!("{:?}", document(&site, 18).body).contains("New."));
    }
    // A file that is gone is no document.
    site = Site { minutes: "none", folder: site.folder, ..self::site(answer(Reply::status(404))) };
    site.build().unwrap();
    let json = std::fs::read_to_string(site.folder.0.join("texts/18.json")).unwrap();
    assert_eq!(json, "\"Nothing\"\n");
}
