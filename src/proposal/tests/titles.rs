use super::*;

#[test]
fn only_a_document_shows_that_an_open_proposal_is_not_an_rfc() {
    let open = Proposal::new(pull_request("Adding a proposal", &[]));
    assert!(!open.is_not_rfc());
    assert!(open.clone().with_document(&Document::parse("process.md", "")).is_not_rfc());
    assert!(!open.with_document(&Document::parse("rfcs/0008-x.md", "")).is_not_rfc());
    let decided = Proposal::new(PullRequest { open: false, ..pull_request("Add process", &[]) });
    assert!(decided.is_not_rfc());
}

#[test]
fn the_prefix_makes_an_rfc_and_is_removed() {
    let check = |title: &str, is_rfc: bool, shown: &str| {
        let proposal = Proposal::new(pull_request(title, &[]));
        assert_eq!((proposal.is_rfc, proposal.title.as_str()), (is_rfc, shown), "{title}");
    };
    check("RFC: Enable CRB", true, "Enable CRB");
    check("RFC 0008: Enable CRB", true, "Enable CRB");
    check("RFC-8 – Enable CRB", true, "Enable CRB");
    check("RFC0008 Enable CRB", true, "Enable CRB");
    check("RFC — Enable CRB ", true, "Enable CRB");
    check("RFC: 2027 roadmap", true, "2027 roadmap");
    check("RFC 64-bit time_t", true, "64-bit time_t");
    check("RFC - 64-bit time_t", true, "64-bit time_t");
    check("RFC 3 new mirrors", true, "3 new mirrors");
    check("RFC 12: x", true, "x");
    check("RFC 0008", true, "0008");
    check("RFC:", true, "RFC:");
    check("RFC: 1", true, "1");
    check("RFCs are good", false, "RFCs are good");
    check("rfc: x", false, "rfc: x");
    check("Fix RFC: x", false, "Fix RFC: x");
    check("", false, "");
    check("RFC: שלום 🦀", true, "שלום 🦀");
}
