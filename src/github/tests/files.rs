use super::*;
use crate::proposal::Document;

fn files(json: &str) -> Document {
    parse_files(&parse_list(json).unwrap())
}

#[test]
fn the_recorded_documents_give_rfc_numbers_and_sigs() {
    let recorded: serde_json::Value = serde_json::from_str(FILES).unwrap();
    let check = |number: u32, rfc: Option<&str>, sigs: &[&str]| {
        let json = recorded.get(number.to_string()).map_or("[]".to_owned(), ToString::to_string);
        let document = files(&json);
        let found: Vec<&str> = document.sigs.iter().map(|sig| sig.slug.as_str()).collect();
        assert_eq!(document.rfc_number.map(|rfc| rfc.to_string()).as_deref(), rfc, "#{number}");
        assert_eq!(found, sigs, "#{number}");
    };
    check(18, None, &["build-system", "altarch"]);
    check(17, None, &[]);
    check(16, Some("0008"), &[]);
    check(15, Some("0007"), &["build-system", "core"]);
    check(9, Some("0005"), &["core"]);
    check(5, None, &[]);
    check(2, Some("0001"), &["core"]);
}

#[test]
fn only_an_added_file_is_a_document() {
    let check = |json: &str, is_rfc: bool, rfc: Option<u16>| {
        let document = files(json);
        assert_eq!((document.is_rfc, document.rfc_number.map(|rfc| rfc.get())), (is_rfc, rfc), "{json}");
    };
    check("[]", false, None);
    check(r#"[{"filename": "rfcs/0001-x.md", "status": "modified"}]"#, false, None);
    check(r#"[{"filename": "rfcs/0003-x.rst", "status": "added"}]"#, true, Some(3));
    check(r#"[{"filename": "x.rst", "status": "added"}]"#, false, None);
    check(r#"[{"filename": "rfcs/0001-x.md", "status": "added"}]"#, true, Some(1));
    check(r#"[{"filename": "rfcs/0001-x.md", "status": "added", "patch": null}, 3]"#, true, Some(1));
    let both = r#"[{"filename": "a.md", "status": "added"}, {"filename": "rfcs/2-x.md", "status": "added"}]"#;
    check(both, true, None);
}

#[test]
fn the_document_is_the_numbered_one_then_the_largest() {
    let check = |files: &[(&str, u32)], expected: Option<&str>| {
        let file = |(name, lines): &(&str, u32)| serde_json::json!({"filename": name, "status": "added", "additions": lines});
        let mut files: Vec<_> = files.iter().map(file).collect();
        assert_eq!(find_document(&files).map(|file| file.path), expected);
        files.reverse();
        assert_eq!(find_document(&files).map(|file| file.path), expected);
    };
    let thing = Some("rfcs/0009-thing.md");
    check(&[("rfcs/0000-template.md", 99), ("rfcs/0009-thing.md", 9)], thing);
    check(&[("rfcs/0000-draft.md", 99), ("rfcs/0009-thing.md", 9)], thing);
    check(&[("rfcs/TEMPLATE.md", 99), ("rfcs/thing.md", 9)], Some("rfcs/thing.md"));
    check(&[("rfcs/a.md", 3), ("rfcs/b.md", 30), ("rfcs/c.md", 13)], Some("rfcs/b.md"));
    check(
        &[("rfcs/0010-template-engine.md", 3), ("rfcs/notes.md", 30)],
        Some("rfcs/0010-template-engine.md"),
    );
    check(&[("rfcs/0009-thing.svg", 99), ("rfcs/thing.md", 9)], Some("rfcs/thing.md"));
    check(&[("rfcs/0000-template.md", 9)], None);
    check(&[("rfcs/rfc-template.md", 9), ("process.md", 1)], Some("process.md"));
}

#[test]
fn the_text_of_a_document_is_what_its_patch_adds() {
    let json = r#"[{"filename": "a.md", "status": "added",
        "patch": "@@ -0,0 +1,2 @@ Core SIG\n+The Cloud SIG\n+helps.\n\\ No newline at end of file"}]"#;
    let slugs: Vec<String> = files(json).sigs.into_iter().map(|sig| sig.slug).collect();
    assert_eq!(slugs, ["cloud"]);
}
