//! Unified diffs of GitHub, and the documents that they hold.

use serde_json::json;

use super::super::patch::added_text;
use super::super::pull_files::{DocumentContent, PullDocument, other_documents};
use super::fixtures::{documents, patch, pull_requests};
use crate::github::{FileStatus, PullFile, parse_pull_files};

#[test]
fn an_added_file_is_whole_in_its_patch() {
    assert_eq!(added_text("@@ -0,0 +1,2 @@\n+a\n+\n\\ No newline at end of file").as_deref(), Some("a\n\n"));
    assert_eq!(added_text("@@ -0,0 +1 @@\n+a").as_deref(), Some("a\n"));
    for (number, files) in pull_requests() {
        for file in files.iter().filter(|file| file.status == FileStatus::Added) {
            let text = added_text(file.patch.as_ref().unwrap()).unwrap();
            assert_eq!(text.lines().count() as u32, file.additions, "#{number}");
        }
    }
}

#[test]
fn a_patch_that_is_cut_off_or_does_not_fit_gives_no_text() {
    assert_eq!(added_text("@@ -0,0 +1,3 @@\n+a\n+b"), None);
    assert_eq!(added_text(""), None);
    assert_eq!(added_text("@@ -x +y @@\n+a"), None);
    assert_eq!(added_text(&patch(11)), None);
}

fn file(path: &str, status: FileStatus, additions: u32) -> PullFile {
    let patch = (status == FileStatus::Added).then(|| "@@ -0,0 +1 @@\n+a".to_owned());
    PullFile { path: path.to_owned(), status, patch, additions, sha: String::new() }
}

#[test]
fn the_main_document_is_the_numbered_rfc_then_the_largest_added_one() {
    use FileStatus::{Added, Changed, Removed};
    type Files = &'static [(&'static str, FileStatus, u32)];
    let cases: [(Files, &str); 9] = [
        (&[("rfcs/0000-template.md", Added, 99), ("rfcs/0009-thing.md", Added, 9)], "rfcs/0009-thing.md"),
        (&[("notes.md", Added, 99), ("rfcs/007-thing.md", Added, 9)], "rfcs/007-thing.md"),
        (&[("a.md", Added, 1), ("b.md", Added, 9), ("c.md", Added, 5)], "b.md"),
        (&[("a.md", Added, 5), ("b.md", Added, 5)], "a.md"),
        (&[("README.md", Changed, 99), ("b.md", Added, 1)], "b.md"),
        (&[("rfcs/0004-a.md", Changed, 1), ("b.md", Added, 99)], "rfcs/0004-a.md"),
        (&[("rfcs/0004-a.md", Removed, 0), ("rfcs/0009-a.md", Added, 9)], "rfcs/0009-a.md"),
        (&[("image.png", Added, 999), ("notes.txt", Added, 99), ("a.markdown", Added, 1)], "a.markdown"),
        (&[("rfcs/0000-template.md", Changed, 9)], "rfcs/0000-template.md"),
    ];
    for (files, expected) in cases {
        let files: Vec<PullFile> =
            files.iter().map(|&(path, status, lines)| file(path, status, lines)).collect();
        assert_eq!(PullDocument::choose(&files).unwrap().path, expected);
    }
}

#[test]
fn the_other_documents_are_named_but_not_what_is_removed_or_no_document() {
    use FileStatus::{Added, Changed, Removed};
    let files = [
        file("rfcs/0009-thing.md", Added, 9),
        file("b.md", Added, 1),
        file("README.md", Changed, 1),
        file("old.md", Removed, 0),
        file("a.png", Added, 1),
    ];
    let main = PullDocument::choose(&files).unwrap().path;
    assert_eq!(other_documents(&files, &main), ["b.md", "README.md"]);
    assert_eq!(other_documents(&files[..1], &main), [""; 0]);
}

#[test]
fn a_pull_request_without_markdown_has_no_document() {
    assert_eq!(PullDocument::choose(&[]), None);
    assert_eq!(PullDocument::choose(&[file("a.png", FileStatus::Added, 1)]), None);
}

#[test]
fn what_the_list_of_files_does_not_hold_is_unknown() {
    let content = |status: &str, patch: Option<&str>| {
        let file = json!({"filename": "a.md", "status": status, "patch": patch, "additions": 1});
        PullDocument::choose(&parse_pull_files(&[file])).unwrap().content
    };
    assert_eq!(content("added", Some("@@ -0,0 +1 @@\n+a")), DocumentContent::Added("a\n".to_owned()));
    assert_eq!(content("added", Some("@@ -0,0 +1,2 @@\n+a")), DocumentContent::Unknown);
    assert_eq!(content("added", None), DocumentContent::Unknown);
    assert_eq!(content("modified", Some("@@ x")), DocumentContent::Changed("@@ x".to_owned()));
    assert_eq!(content("renamed", None), DocumentContent::Unknown);
    assert_eq!(content("removed", Some("@@ x")), DocumentContent::Removed);
}

#[test]
fn every_document_on_record_has_text() {
    assert!(documents().iter().all(|(_, _, text)| text.len() > 100));
}
