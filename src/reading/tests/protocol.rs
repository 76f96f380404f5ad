//! What the document module returns.

use super::super::{
    Attribute, DocumentKind, DocumentVersion, ExtraResponse, OpenDocument, ReadRequest, ReadResponse, Tag,
    Token, read, read_json,
};
use super::fixtures::{document, pull_requests};
use crate::github::{FileStatus, PullFile};

fn request(number: u32, files: Vec<PullFile>) -> ReadRequest {
    let repository_url = "https://github.com/AlmaLinux/ALESCo".to_owned();
    ReadRequest { repository_url, number, files, is_merged: false, extra: None }
}

/// The same request with a response to this path; `None` if that could not be loaded.
fn with_response(request: &ReadRequest, path: &str, body: Option<&str>) -> ReadRequest {
    let response = ExtraResponse { path: path.to_owned(), body: body.map(str::to_owned) };
    ReadRequest { extra: Some(response), ..request.clone() }
}

fn files(number: u64) -> Vec<PullFile> {
    pull_requests().into_iter().find(|(it, _)| *it == number).unwrap().1
}

#[track_caller]
fn needed_path(request: &ReadRequest) -> String {
    match read(request) {
        ReadResponse::NeedsRequest(path) => path,
        other => panic!("{other:?}"),
    }
}

#[track_caller]
fn read_document(request: &ReadRequest) -> OpenDocument {
    match read(request) {
        ReadResponse::Document(document) => *document,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_response_as_json_is_that_of_every_pull_request_on_record() {
    for (number, files) in pull_requests() {
        let request = request(number as u32, files);
        for request in [with_response(&request, "issues/1", None), request] {
            let json = read_json(&serde_json::to_string(&request).unwrap()).unwrap();
            let response: ReadResponse = serde_json::from_str(&json).unwrap();
            assert_eq!(response, read(&request), "#{number}");
        }
    }
}

#[test]
fn what_an_open_pull_request_adds_needs_no_further_request() {
    let document = read_document(&request(18, files(18)));
    assert_eq!((document.kind, document.version), (DocumentKind::Whole, DocumentVersion::PullRequest));
    assert!(document.body.contains(&Token::Text("Motivation".to_owned())));
}

#[test]
fn a_header_with_another_rfc_number_than_the_file_name_is_a_conflict() {
    let check = |path: &str, header: &str, expected: Option<(&str, &str)>| {
        let text = format!("# RFC: Title\n\n* **RFC Number:** {header}\n");
        let patch = text.lines().map(|line| format!("\n+{line}")).collect::<String>();
        let file = PullFile {
            path: path.to_owned(),
            status: FileStatus::Added,
            patch: Some(format!("@@ -0,0 +1,3 @@{patch}")),
            additions: 3,
            sha: String::new(),
        };
        let numbers = read_document(&request(18, vec![file])).different_numbers();
        let expected = expected.map(|(header, file)| (header.to_owned(), file.to_owned()));
        assert_eq!(numbers.map(|(a, b)| (a.to_string(), b.to_string())), expected, "{path} {header}");
    };
    check("rfcs/0064-x.md", "0065", Some(("0065", "0064")));
    check("rfcs/0064-x.md", "`65` (assigned in May)", Some(("0065", "0064")));
    check("rfcs/064-x.md", "0064", None);
    for unassigned in ["XXXX", "0000", "", "99999"] {
        check("rfcs/0064-x.md", unassigned, None);
    }
    for without_number in ["rfcs/64-bit-time.md", "rfcs/0000-x.md", "notes/0064-x.md"] {
        check(without_number, "0065", None);
    }
}

#[test]
fn of_a_changed_document_the_new_text_is_requested() {
    let files = files(11);
    let path = format!("git/blobs/{}", files[0].sha);
    for is_merged in [false, true] {
        assert_eq!(needed_path(&ReadRequest { is_merged, ..request(11, files.clone()) }), path);
    }
}

#[test]
fn a_changed_document_is_what_is_added_and_removed() {
    let request = request(11, files(11));
    let document = read_document(&with_response(&request, &needed_path(&request), None));
    assert_eq!(document.kind, DocumentKind::Changed);
    assert_eq!(document.path, "rfcs/0002-enable-kvm-on-almaLinux-9-on-ppc64le.md");
    let changed = |wanted: Tag| {
        let index =
            document.body.iter().position(|token| matches!(token, Token::Start(tag, _) if *tag == wanted));
        document.body[index.unwrap() + 1].clone()
    };
    assert_eq!(changed(Tag::Del), Token::Text("\u{2212} * **Status:** Draft\n".to_owned()));
    assert_eq!(changed(Tag::Ins), Token::Text("+ * **Status:** Accepted\n".to_owned()));
}

#[test]
fn the_changes_have_the_headings_of_their_sections_if_the_new_text_is_known() {
    let file = PullFile {
        path: "rfcs/0001-title.md".to_owned(),
        status: FileStatus::Changed,
        patch: Some("@@ -3 +3 @@\n-old\n+new".to_owned()),
        additions: 1,
        sha: "abc".to_owned(),
    };
    let request = request(1, vec![file]);
    let read = |text: &str| read_document(&with_response(&request, "git/blobs/abc", Some(text)));
    let document = read("## Why *now*\n\nnew\n");
    let heading = |token: &Token| matches!(token, Token::Start(Tag::H3, _));
    assert_eq!(document.body.iter().filter(|token| heading(token)).count(), 1);
    assert_eq!(document.body[1], Token::Text("Why now".to_owned()));
    assert!(document.contents.contains(&Token::Text("Why now".to_owned())));
    // A text of another version.
    let document = read("## Why\n\nolder\n");
    assert!(!document.body.iter().any(heading) && document.contents.is_empty());
    assert!(document.body.contains(&Token::Text("+ new\n".to_owned())));
}

#[test]
fn a_merged_document_is_that_of_the_default_branch_where_that_is_known() {
    let request = ReadRequest { is_merged: true, ..request(3, files(3)) };
    let path = "rfcs/0002-enable-kvm-on-almaLinux-9-on-ppc64le.md";
    let needed = needed_path(&request);
    assert_eq!(needed, format!("contents/{path}"));
    let text = document(3).replace("Draft", "Accepted") + "\n[Next](0003-next.md)\n";
    let current = read_document(&with_response(&request, &needed, Some(&text)));
    assert_eq!((current.version, current.path.as_str()), (DocumentVersion::DefaultBranch, path));
    assert_eq!(current.status.as_deref(), Some("Accepted"));
    let link = "https://github.com/AlmaLinux/ALESCo/blob/HEAD/rfcs/0003-next.md";
    assert!(format!("{:?}", current.body).contains(link), "{:?}", current.body);
    let as_merged = read_document(&with_response(&request, &needed, None));
    assert_eq!(as_merged.version, DocumentVersion::Merged);
    assert_eq!(as_merged.status.as_deref(), Some("Draft"));
}

#[test]
fn a_document_too_large_for_the_list_of_files_is_requested() {
    let file = PullFile {
        path: "rfcs/0001 title.md".to_owned(),
        status: FileStatus::Added,
        patch: None,
        additions: 9_999,
        sha: "abc".to_owned(),
    };
    let open = request(1, vec![file]);
    let text = Some("# Title\n\nText\n");
    assert_eq!(needed_path(&open), "git/blobs/abc");
    let document = read_document(&with_response(&open, "git/blobs/abc", text));
    assert_eq!((document.kind, document.version), (DocumentKind::Whole, DocumentVersion::PullRequest));
    assert_eq!(read(&with_response(&open, "git/blobs/abc", None)), ReadResponse::Nothing);
    // A merged one that was moved on the default branch since.
    let merged = ReadRequest { is_merged: true, ..open };
    let current = "contents/rfcs/0001%20title.md";
    assert_eq!(needed_path(&merged), current);
    let version = |path: &str| read_document(&with_response(&merged, path, text)).version;
    assert_eq!(version(current), DocumentVersion::DefaultBranch);
    assert_eq!(needed_path(&with_response(&merged, current, None)), "git/blobs/abc");
    assert_eq!(version("git/blobs/abc"), DocumentVersion::Merged);
    assert_eq!(read(&with_response(&merged, "git/blobs/abc", None)), ReadResponse::Nothing);
}

/// Browsers read `%2e%2e` as `..`, and `\` as `/`.
#[test]
fn a_file_name_leads_nowhere_else() {
    let file = |path: &str, additions| PullFile {
        path: path.to_owned(),
        status: FileStatus::Added,
        patch: Some("@@ -0,0 +1 @@\n+[a](b.md)".to_owned()),
        additions,
        sha: String::new(),
    };
    let path = "rfcs/%2e%2e\\c/0009-a#b?c d.md";
    let encoded = "rfcs/%252e%252e%5Cc/0009-a%23b%3Fc%20d.md";
    let document = read_document(&request(18, vec![file(path, 1), file("rfcs/x#y.md", 0)]));
    assert_eq!((document.path.as_str(), document.encoded_path.as_deref()), (path, Some(encoded)));
    let tokens = document.body.iter().chain(&document.others);
    let hrefs: Vec<&str> = tokens
        .filter_map(|token| match token {
            Token::Start(Tag::A, attributes) => attributes.iter().find(|(name, _)| *name == Attribute::Href),
            _ => None,
        })
        .map(|(_, url)| url.as_str())
        .collect();
    let base = "https://github.com/AlmaLinux/ALESCo/blob/refs/pull/18/head";
    assert_eq!(hrefs, [format!("{base}/rfcs/%252e%252e%5Cc/b.md"), format!("{base}/rfcs/x%23y.md")]);
    let plain = read_document(&request(18, vec![file("rfcs/0009-a.md", 1)]));
    assert_eq!(plain.encoded_path, None);
}

#[test]
fn without_a_document_it_is_the_description_if_there_is_one() {
    let request = request(1, Vec::new());
    let needed = needed_path(&request);
    assert_eq!(needed, "issues/1");
    assert_eq!(read(&with_response(&request, &needed, None)), ReadResponse::Nothing);
    for body in [" \n", ""] {
        let json = serde_json::json!({ "body": body }).to_string();
        assert_eq!(read(&with_response(&request, &needed, Some(&json))), ReadResponse::Nothing);
    }
    let text = "* **RFC Number:** 1\n* **Status:** Draft\n\n## Why\n\nBecause.";
    let json = serde_json::json!({ "number": 1, "body": text }).to_string();
    let document = read_document(&with_response(&request, &needed, Some(&json)));
    assert_eq!(
        (document.kind, document.status, document.findings),
        (DocumentKind::Description, None, Vec::new())
    );
    assert!(document.body.contains(&Token::Text("Because.".to_owned())));
    assert_ne!(document.contents, Vec::new());
}

#[test]
fn a_request_of_another_build_is_refused() {
    for request in ["", "{}", "[]", r#"{"number": 1, "files": []}"#] {
        assert!(read_json(request).is_err(), "{request}");
    }
}
