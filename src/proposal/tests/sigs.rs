use super::*;

fn of_labels(labels: &[&str]) -> Vec<(String, String)> {
    let sigs = Proposal::new(pull_request("x", labels)).sigs;
    sigs.into_iter().map(|sig| (sig.slug, sig.name)).collect()
}

fn of_body(body: &str) -> Vec<String> {
    let pull_request = PullRequest { body: body.to_owned(), ..pull_request("x", &[]) };
    Proposal::new(pull_request).sigs.into_iter().map(|sig| sig.slug).collect()
}

#[test]
fn labels_of_every_form_name_a_sig() {
    for form in ["sig/cloud", "sig: cloud", "SIG-Cloud", "Cloud SIG", "sig_cloud"] {
        assert_eq!(of_labels(&[form]), [("cloud".to_owned(), "Cloud".to_owned())], "{form}");
    }
    assert_eq!(of_labels(&["sig/build-system"])[0].1, "Build System");
    assert_eq!(of_labels(&["SIG: M&E"])[0].0, "media-and-entertainment");
    assert_eq!(of_labels(&["signed", "sigcloud", "cloud", "sig", "sig/none"]), []);
    let unknown = ("big-data".to_owned(), "Big Data".to_owned());
    assert_eq!(of_labels(&["Big Data SIG"]), [unknown], "an unknown SIG label still makes a SIG");
}

#[test]
fn a_label_that_names_the_stage_or_a_sig_is_not_shown_beside_it() {
    let check = |labels: &[&str], sigs: &[&str], others: &[&str]| {
        let core = Sig { slug: "core".to_owned(), name: "Core".to_owned(), evidence: Evidence::Field };
        let document = Document { sigs: vec![core], ..Document::default() };
        let proposal = Proposal::new(pull_request("x", labels)).with_document(&document);
        let names: Vec<&str> = proposal.sigs.iter().map(|sig| sig.name.as_str()).collect();
        assert_eq!(names, sigs, "{labels:?}");
        let names: Vec<&str> = proposal.other_labels().map(|label| label.name.as_str()).collect();
        assert_eq!(names, others, "{labels:?}");
    };
    check(&["SIG-Core", "kernel"], &["Core"], &["kernel"]);
    check(&["SIG-Core", "sig/core", "Core SIG"], &["Core"], &[]);
    check(&["vote at next meeting", "SIG: Cloud"], &["Cloud", "Core"], &[]);
    // What contradicts the stage, or names no SIG, is shown.
    check(&["vote at next meeting", "accepted for discussion"], &["Core"], &["accepted for discussion"]);
    check(&["rejected", "sig/none"], &["Core"], &["rejected", "sig/none"]);
}

#[test]
fn labels_of_stages_outcomes_and_sigs_are_no_tags() {
    let is_tag = |name: &str| pull_request("x", &[name]).labels[0].is_tag();
    for name in
        ["SIG-Core", "Retro SIG", "Vote-at-next-meeting", "accepted for discussion", "Rejected", "superseded"]
    {
        assert!(!is_tag(name), "{name}");
    }
    for name in ["kernel", "sig", "sig/none", "vote", "accepted", "signed"] {
        assert!(is_tag(name), "{name}");
    }
}

#[test]
fn a_line_with_the_key_sig_names_sigs() {
    let check = |body: &str, expected: &[&str]| assert_eq!(of_body(body), expected, "{body}");
    check("SIG: Core", &["core"]);
    check("Hello\n\n* **SIGs:** Core, Cloud SIG\n", &["core", "cloud"]);
    check("SIGs: HPC and AI; Media & Entertainment", &["hpc-and-ai", "media-and-entertainment"]);
    check("SIGs: Core and Cloud", &["core", "cloud"]);
    check("SIG: N/A", &[]);
    check("SIG: none", &[]);
    check("SIG:", &[]);
    check("SIG: CentOS Hyperscale SIG", &[]);
    check("SIG: Retro", &["retro"]);
    check("<!-- SIG: Core -->", &[]);
    check("SIG: <!-- which one -->", &[]);
    check("SIG: Core <!-- or Cloud -->", &["core"]);
    check("SIG: [Core](https://x.example), `Cloud`", &["core", "cloud"]);
    check("> SIG: Core", &[]);
    check("```\nSIG: Core\n```", &[]);
}

#[test]
fn a_line_without_a_name_names_no_sig() {
    for nobody in [
        "None at the moment.",
        "TBA",
        "n/a",
        "N/A.",
        "tbd",
        "none yet",
        "No SIG",
        "Not applicable",
        "to be determined",
        "unknown",
        "**None**",
        "`TBD`",
        "-",
    ] {
        assert_eq!(of_body(&format!("SIG: {nobody}")), [""; 0], "{nobody}");
        assert_eq!(of_body(&format!("* **SIGs:** {nobody}")), [""; 0], "{nobody}");
    }
    assert_eq!(of_body("SIGs: TBD, Core"), ["core"]);
}

#[test]
fn several_sigs_of_a_line_are_told_apart() {
    let check = |body: &str, expected: &[&str]| assert_eq!(of_body(body), expected, "{body}");
    let both = ["core", "cloud"];
    check("SIG(s): Core, Cloud", &both);
    check("SIG: Core / Cloud", &both);
    check("SIG: Core/Cloud", &both);
    check("**SIGs**: Core & Cloud", &both);
    check("**SIG(s):** Core; Cloud", &both);
    check("__SIGs:__ Core SIG and Cloud SIG", &both);
    check("SIG: [Core](https://wiki.almalinux.org/sigs/Core)", &["core"]);
    check("SIG: [Core](https://x.example/a/b) / [Cloud](https://x.example/c, d)", &both);
    check("SIGs: Core & HPC and AI", &["core", "hpc-and-ai"]);
    check("SIGs: HPC & AI and Cloud", &["hpc-and-ai", "cloud"]);
    check("SIGs: Media & Entertainment / M&E / Cloud", &["media-and-entertainment", "cloud"]);
}

#[test]
fn code_and_comments_end_where_commonmark_ends_them() {
    let check = |body: &str| assert_eq!(of_body(body), ["core"], "{body}");
    for start in [
        "Write `<!--` first.",
        "Write ``a ` <!-- `` first.",
        "```html\n<!--\n```",
        "~~~\n<!--\n~~~",
        "```\n``` rust\n<!--\n```",
        "````\n```\n<!--\n````",
        "~~~\n```\n~~~",
        "    ```",
        "\t```",
        "    <!--",
        "- a\n\n      ```",
        "Write ```<!-- ``` first.",
        "Write ``` first.",
        "```a``` first.",
        "Text <!-- never closed in its paragraph",
        "Text `never closed in its paragraph <!--",
        "An escaped \\`<!-- and \\<!-- start.",
        "- ```\n  in an item",
        "- <!-- in an item",
        "<!-- a --> <!-- b\n\nc -->",
        "<!-->",
        "`` ` `` and `<!--`",
        "[a](<!--)",
    ] {
        check(&format!("{start}\n\nThe Core SIG."));
        check(&format!("{start}\n\nSIG: Core"));
        check(&format!("{start}\n\nSIG: Core\n").replace('\n', "\r\n"));
    }
    let check = |body: &str| assert_eq!(of_body(body), [""; 0], "{body}");
    check("a `<!-- b\nCore SIG` c");
    check("Text <!-- Core\nSIG --> text");
    check("```\n``` rust\nCore SIG\n```");
    check("````\n```\nCore SIG");
    check("    Core SIG");
    check("1. a\n\n       Core SIG");
}

#[test]
fn indented_text_of_a_list_item_is_prose() {
    let check = |body: &str| assert_eq!(of_body(body), ["core"], "{body}");
    check("1. a\n\n    The Core SIG.");
    check("- a\n  - b\n\n    The Core SIG.");
    check("* a\n    The Core SIG.");
    check("A\n    wrapped Core SIG.");
}

#[test]
fn a_name_and_the_word_sig_in_prose_mention_a_sig() {
    let check = |body: &str, expected: &[&str]| assert_eq!(of_body(body), expected, "{body}");
    check("Deploy it (Core SIG).", &["core"]);
    check("The AlmaLinux Build System SIG prepares it.", &["build-system"]);
    check("The Build System\nSIG prepares it.", &["build-system"]);
    check("Ask the Core and Cloud SIGs.", &["core", "cloud"]);
    check("Ask the Core, Cloud and HPC and AI SIGs.", &["core", "cloud", "hpc-and-ai"]);
    check("Ask the Core and Cloud SIG.", &["cloud"]);
    check(
        "The HPC & AI SIG, the infra SIG and M&E SIG.",
        &["hpc-and-ai", "infrastructure", "media-and-entertainment"],
    );
    check("The CentOS Hyperscale SIG and the Kmods SIG.", &[]);
    check("The CentOS Cloud SIG and the Fedora Infrastructure SIG.", &[]);
    check("The CentOS Stream Cloud SIG and the Fedora Linux Infrastructure SIG.", &[]);
    check("CentOS's Cloud SIG, CentOS’s Core SIG.", &[]);
    check("Not CentOS, Core SIG. For CentOS and Cloud SIG.", &["core", "cloud"]);
    check("The ISA SIG does similar work.", &[]);
    check("SIG leads submit requests for their teams.", &[]);
    check("A core signature.", &[]);
    check("At the core, SIG members meet.", &[]);
    check("In the cloud. SIG members meet.", &[]);
    check("`Core SIG`", &[]);
    check("> Core SIG", &[]);
    check("[Core SIG](https://x.example)", &[]);
    check("[Core SIG][1]", &[]);
    check("https://x.example/Core SIG", &[]);
    check("<!-- Core\nSIG -->Cloud SIG", &["cloud"]);
    check("```\nCore SIG\n```\nCloud SIG", &["cloud"]);
    check("~~~~\n```\nCore SIG\n~~~~\nCloud SIG", &["cloud"]);
    check("An open ` and the Core SIG", &["core"]);
    check("An open [ and the Core SIG", &["core"]);
    check("<!-- never closed\nCore SIG", &[]);
}

#[test]
fn a_mention_keeps_its_sentence() {
    let body = "* Build System SIG prepares\n  the targets. The AltArch SIG owns v1.2 ports! Done.";
    let pull_request = PullRequest { body: body.to_owned(), ..pull_request("x", &[]) };
    let evidence: Vec<Evidence> =
        Proposal::new(pull_request).sigs.into_iter().map(|sig| sig.evidence).collect();
    let mention = |sentence: &str| Evidence::Mention(sentence.to_owned());
    assert_eq!(
        evidence,
        [mention("Build System SIG prepares the targets."), mention("The AltArch SIG owns v1.2 ports!")]
    );
}

#[test]
fn the_strongest_evidence_wins() {
    let pull_request = PullRequest {
        body: "The Core SIG and the Cloud SIG care.\n\nSIG: Cloud".to_owned(),
        ..pull_request("A thing for the Migration SIG", &["sig/core"])
    };
    let sigs = Proposal::new(pull_request).sigs;
    let found: Vec<(&str, &Evidence)> = sigs.iter().map(|sig| (sig.slug.as_str(), &sig.evidence)).collect();
    let mention = Evidence::Mention("A thing for the Migration SIG".to_owned());
    assert_eq!(found, [("core", &Evidence::Label), ("cloud", &Evidence::Field), ("migration", &mention)]);
}

#[test]
fn a_document_adds_its_sigs() {
    let text =
        "# x\n\n* **SIG:** [Core](https://x.example), `Cloud`\n\n## Abstract\n\nThe AltArch SIG helps.";
    let proposal =
        Proposal::new(pull_request("x", &[])).with_document(&Document::parse("rfcs/0001-x.md", text));
    let slugs: Vec<&str> = proposal.sigs.iter().map(|sig| sig.slug.as_str()).collect();
    assert_eq!(slugs, ["core", "cloud", "altarch"]);
}
