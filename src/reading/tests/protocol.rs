//! What the document module answers.

use super::super::{
    Answer, DocumentKind, DocumentVersion, OpenDocument, ReadRequest, RequestedResponse, Tag, Token, read,
    read_json,
};
use super::fixtures::{document, pull_requests};
use crate::github::{FileStatus, PullFile};

fn request(number: u32, files: Vec<PullFile>) -> ReadRequest {
    ReadRequest {
        repository_url: "https://github.com/AlmaLinux/ALESCo".to_owned(),
        number,
        files,
        is_merged: false,
        response: RequestedResponse::NotRequested,
    }
}

fn files(number: u64) -> Vec<PullFile> {
    pull_requests().into_iter().find(|(it, _)| *it == number).unwrap().1
}

#[track_caller]
fn read_document(request: &ReadRequest) -> OpenDocument {
    match read(request) {
        Answer::Document(document) => *document,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_answer_as_json_is_that_of_every_pull_request_on_record() {
    for (number, files) in pull_requests() {
        for text in [RequestedResponse::NotRequested, RequestedResponse::Unavailable] {
            let request = ReadRequest { response: text, ..request(number as u32, files.clone()) };
            let json = read_json(&serde_json::to_string(&request).unwrap()).unwrap();
            let answer: Answer = serde_json::from_str(&json).unwrap();
            assert_eq!(answer, read(&request), "#{number}");
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
fn of_a_changed_document_the_new_text_is_requested() {
    let files = files(11);
    let path = format!("git/blobs/{}", files[0].sha);
    assert_eq!(read(&request(11, files.clone())), Answer::ResponseNeeded(path.clone()));
    assert_eq!(read(&ReadRequest { is_merged: true, ..request(11, files) }), Answer::ResponseNeeded(path));
}

#[test]
fn a_changed_document_is_what_is_added_and_removed() {
    let document =
        read_document(&ReadRequest { response: RequestedResponse::Unavailable, ..request(11, files(11)) });
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
    let read = |text: &str| {
        let text = RequestedResponse::Loaded(text.to_owned());
        read_document(&ReadRequest { response: text, ..request(1, vec![file.clone()]) })
    };
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
    let merged = |text| ReadRequest { is_merged: true, response: text, ..request(3, files(3)) };
    let path = "rfcs/0002-enable-kvm-on-almaLinux-9-on-ppc64le.md".to_owned();
    assert_eq!(
        read(&merged(RequestedResponse::NotRequested)),
        Answer::ResponseNeeded(format!("contents/{path}"))
    );
    let text = document(3).replace("Draft", "Accepted") + "\n[Next](0003-next.md)\n";
    let current = read_document(&merged(RequestedResponse::Loaded(text)));
    assert_eq!((current.version, current.path), (DocumentVersion::DefaultBranch, path));
    assert_eq!(current.status.as_deref(), Some("Accepted"));
    let link = "https://github.com/AlmaLinux/ALESCo/blob/HEAD/rfcs/0003-next.md";
    assert!(format!("{:?}", current.body).contains(link), "{:?}", current.body);
    let as_merged = read_document(&merged(RequestedResponse::Unavailable));
    assert_eq!(as_merged.version, DocumentVersion::Merged);
    assert_eq!(as_merged.status.as_deref(), Some("Draft"));
}

#[test]
fn a_document_too_large_for_the_list_of_files_is_requested() {
    let file = PullFile {
        path: "rfcs/0001-title.md".to_owned(),
        status: FileStatus::Added,
        patch: None,
        additions: 9_999,
        sha: "abc".to_owned(),
    };
    let read =
        |text, is_merged| read(&ReadRequest { response: text, is_merged, ..request(1, vec![file.clone()]) });
    assert_eq!(
        read(RequestedResponse::NotRequested, false),
        Answer::ResponseNeeded("git/blobs/abc".to_owned())
    );
    assert_eq!(
        read(RequestedResponse::NotRequested, true),
        Answer::ResponseNeeded(format!("contents/{}", file.path))
    );
    let Answer::Document(document) = read(RequestedResponse::Loaded("# Title\n\nText\n".to_owned()), false)
    else {
        panic!("no document");
    };
    assert_eq!((document.kind, document.version), (DocumentKind::Whole, DocumentVersion::PullRequest));
    assert_eq!(read(RequestedResponse::Unavailable, false), Answer::Nothing);
}

#[test]
fn without_a_document_it_is_the_description_if_there_is_one() {
    let with = |description: &str| ReadRequest {
        response: RequestedResponse::Loaded(serde_json::json!({ "body": description }).to_string()),
        ..request(1, Vec::new())
    };
    assert_eq!(read(&request(1, Vec::new())), Answer::ResponseNeeded("issues/1".to_owned()));
    assert_eq!(read(&with(" \n")), Answer::Nothing);
    let unavailable = ReadRequest { response: RequestedResponse::Unavailable, ..request(1, Vec::new()) };
    assert_eq!(read(&unavailable), Answer::Nothing);
    let document = read_document(&with("* **RFC Number:** 1\n* **Status:** Draft\n\n## Why\n\nBecause."));
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
