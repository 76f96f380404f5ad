//! What the document module answers.

use super::super::{DocumentKind, OpenDocument, ReadRequest, Tag, Token, read, read_json};
use super::fixtures::pull_requests;
use crate::github::PullFile;

fn request(number: u32, files: Vec<PullFile>) -> ReadRequest {
    let repository_url = "https://github.com/AlmaLinux/ALESCo".to_owned();
    ReadRequest { repository_url, number, files, description: String::new() }
}

#[test]
fn the_answer_as_json_is_the_document_of_every_pull_request_on_record() {
    for (number, files) in pull_requests() {
        let request = request(number as u32, files);
        let json = read_json(&serde_json::to_string(&request).unwrap()).unwrap();
        let answer: Option<OpenDocument> = serde_json::from_str(&json).unwrap();
        assert_eq!(answer, read(&request), "#{number}");
    }
}

#[test]
fn a_changed_document_is_what_is_added_and_removed() {
    let (_, files) = pull_requests().into_iter().find(|(number, _)| *number == 11).unwrap();
    let document = read(&request(11, files)).unwrap();
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
fn without_a_document_it_is_the_description_if_there_is_one() {
    let read = |description: &str| {
        read(&ReadRequest { description: description.to_owned(), ..request(1, Vec::new()) })
    };
    assert_eq!(read(" \n"), None);
    let document = read("* **RFC Number:** 1\n* **Status:** Draft\n\n## Why\n\nBecause.").unwrap();
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
