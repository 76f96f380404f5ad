//! What the document module answers.

use super::super::{OpenDocument, ReadRequest, read, read_json};
use super::fixtures::pull_requests;
use crate::github::PullFile;

fn request(number: u32, files: Vec<PullFile>) -> ReadRequest {
    ReadRequest { repository_url: "https://github.com/AlmaLinux/ALESCo".to_owned(), number, files }
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
fn a_request_of_another_build_is_refused() {
    for request in ["", "{}", "[]", r#"{"number": 1, "files": []}"#] {
        assert!(read_json(request).is_err(), "{request}");
    }
}
