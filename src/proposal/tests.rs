use super::*;

fn label(name: &str) -> Label {
    Label { name: name.to_owned(), description: String::new(), color: Color::default() }
}

fn pull_request(title: &str, labels: &[&str]) -> PullRequest {
    PullRequest {
        number: 1,
        title: title.to_owned(),
        labels: labels.iter().map(|name| label(name)).collect(),
        open: true,
        ..PullRequest::default()
    }
}

mod stages {
    use super::*;

    fn check(labels: &[&str], expected: Stage) {
        let proposal = Proposal::new(pull_request("RFC: x", labels));
        assert_eq!(proposal.status.stage(), expected, "{labels:?}");
    }

    #[test]
    fn labels_decide_the_stage_of_an_open_proposal() {
        check(&[], Stage::Submitted);
        check(&["kernel"], Stage::Submitted);
        check(&["accepted for discussion"], Stage::Discussion);
        check(&["Accepted-for_Discussion"], Stage::Discussion);
        check(&["vote at next meeting"], Stage::Vote);
        check(&["VOTE AT NEXT MEETING", "accepted for discussion"], Stage::Vote);
        check(&["accepted for discussion", "vote at next meeting"], Stage::Vote);
        check(&["not accepted for discussion"], Stage::Submitted);
        check(&["rejected"], Stage::Submitted);
    }

    #[test]
    fn a_draft_keeps_its_stage() {
        let draft = PullRequest { draft: true, ..pull_request("RFC: x", &["accepted for discussion"]) };
        let proposal = Proposal::new(draft);
        assert!(proposal.draft);
        assert_eq!(proposal.status.stage(), Stage::Discussion);
    }

    #[test]
    fn the_label_that_makes_the_stage_is_known() {
        let named = |labels: &[&str]| {
            Proposal::new(pull_request("x", labels)).status_label().map(|label| label.name.clone())
        };
        assert_eq!(named(&["kernel", "Vote-at-next-meeting"]).as_deref(), Some("Vote-at-next-meeting"));
        assert_eq!(named(&["kernel"]), None);
    }

    #[test]
    fn steps_count_towards_a_decision() {
        assert_eq!(Stage::ALL.map(Stage::step), [Some(1), Some(2), Some(3), None]);
    }
}

mod outcomes {
    use super::*;

    fn closed(title: &str, labels: &[&str], merged: bool, closed_by: Option<&str>) -> Decision {
        let pull_request = PullRequest {
            open: false,
            merged,
            author: Some("anna".to_owned()),
            closed_by: closed_by.map(str::to_owned),
            ..pull_request(title, labels)
        };
        Proposal::new(pull_request).status.decision().expect("is closed")
    }

    #[test]
    fn the_first_rule_that_holds_decides() {
        let check = |title, labels: &[&str], merged, closed_by, expected: Outcome, inferred| {
            let decision = closed(title, labels, merged, closed_by);
            assert_eq!((decision.outcome, decision.inferred), (expected, inferred), "{title} {labels:?}");
        };
        check("RFC: x", &["rejected"], true, None, Outcome::Rejected, false);
        check("RFC: x", &["Withdrawn"], false, None, Outcome::Withdrawn, false);
        check("x", &["superseded"], false, Some("anna"), Outcome::Superseded, false);
        check("RFC: x", &[], true, None, Outcome::Accepted, false);
        check("x", &[], true, None, Outcome::Merged, false);
        check("RFC: x", &[], false, Some("anna"), Outcome::Withdrawn, true);
        check("RFC: x", &[], false, Some("benny"), Outcome::Unrecorded, false);
        check("RFC: x", &[], false, None, Outcome::Unrecorded, false);
        check("RFC: x", &["accepted for discussion"], false, None, Outcome::Unrecorded, false);
    }

    #[test]
    fn two_deleted_accounts_are_not_the_same_person() {
        let pull_request = PullRequest { open: false, ..pull_request("RFC: x", &[]) };
        let status = Proposal::new(pull_request).status;
        assert_eq!(status.outcome(), Some(Outcome::Unrecorded));
    }

    #[test]
    fn a_document_under_rfcs_turns_merged_into_accepted() {
        let pull_request =
            PullRequest { open: false, merged: true, ..pull_request("Adding a proposal", &[]) };
        let proposal = Proposal::new(pull_request);
        assert_eq!(proposal.status.outcome(), Some(Outcome::Merged));
        let document = Document::parse("rfcs/0009-x.md", "# x");
        assert_eq!(proposal.with_document(&document).status.outcome(), Some(Outcome::Accepted));
    }
}

mod histories;

mod titles {
    use super::*;

    #[test]
    fn only_a_document_shows_that_an_open_one_is_no_rfc() {
        let open = Proposal::new(pull_request("Adding a proposal", &[]));
        assert!(!open.is_not_rfc());
        assert!(open.clone().with_document(&Document::parse("process.md", "")).is_not_rfc());
        assert!(!open.with_document(&Document::parse("rfcs/0008-x.md", "")).is_not_rfc());
        let decided = Proposal::new(PullRequest { open: false, ..pull_request("Add process", &[]) });
        assert!(decided.is_not_rfc());
    }

    #[test]
    fn the_prefix_makes_an_rfc_and_is_not_shown() {
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
}

mod documents {
    use super::*;

    #[test]
    fn the_number_stands_in_the_name_or_in_the_header() {
        let check = |path: &str, header: &str, expected: Option<&str>| {
            let text = format!("# x\n\n{header}\n\n## Abstract\n\n* **RFC Number:** `0042`\n");
            let number = Document::parse(path, &text).rfc_number.map(|number| number.to_string());
            assert_eq!(number.as_deref(), expected, "{path} {header}");
        };
        check("rfcs/0008-x.md", "", Some("0008"));
        check("rfcs/007-x.md", "* **RFC Number:** 0009", Some("0007"));
        check("rfcs/0000-x.md", "* **RFC Number:** `XXXX` (assigned later)", None);
        check("rfcs/0000-x.md", "* **RFC Number:** `0005` (Assigned)", Some("0005"));
        check("rfcs/XXXX-x.md", "* **RFC Number:** 0006", Some("0006"));
        check("rfcs/x.md", "RFC number: 12", Some("0012"));
        check("rfcs/99999999-x.md", "", None);
        check("process.md", "", None);
    }

    #[test]
    fn the_abstract_is_one_line_of_text() {
        let text = "# x\n\n## Abstract\n\nOne\nand  two.\n\nThree.\n\n## Scope\n\nFour.";
        assert_eq!(Document::parse("rfcs/1.md", text).summary, "One and two. Three.");
        assert_eq!(Document::parse("rfcs/1.md", "# x").summary, "");
    }

    #[test]
    fn only_a_file_under_rfcs_makes_an_rfc() {
        assert!(Document::parse("rfcs/0001-x.md", "").is_rfc);
        assert!(!Document::parse("docs/rfcs/0001-x.md", "").is_rfc);
    }
}

mod sigs {
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
    fn labels_in_every_form() {
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
    fn lines_that_name_sigs() {
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
    fn mentions_in_prose() {
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
        let found: Vec<(&str, &Evidence)> =
            sigs.iter().map(|sig| (sig.slug.as_str(), &sig.evidence)).collect();
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
}

mod colors {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(Color::from_hex("0E8a16").map(Color::css).as_deref(), Some("#0e8a16"));
        for wrong in ["", "fff", "#0e8a16", "0e8a1", "0e8a167", "+e8a16", "gggggg", "ああ"] {
            assert_eq!(Color::from_hex(wrong), None, "{wrong}");
        }
    }

    /// WCAG 2.2's contrast, computed on its own.
    fn contrast_with(ink: f64, digits: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let luminance = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
        let (light, dark) = if ink > luminance { (ink, luminance) } else { (luminance, ink) };
        (light + 0.05) / (dark + 0.05)
    }

    proptest! {
        #[test]
        fn text_on_any_colour_is_readable(digits in "[0-9a-f]{6}") {
            let color = Color::from_hex(&digits).unwrap();
            let ink = if color.wants_black_text() { 0.0 } else { 1.0 };
            prop_assert!(contrast_with(ink, &digits) >= 4.5);
        }
    }
}

mod nothing_panics {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn whatever_the_text(title: String, path: String, text in "(?s).{0,200}", marks in "[`~<>!\\[\\]()*# \n+SIGCore:,.&-]{0,80}") {
            for text in [text, marks] {
                let pull_request = PullRequest { body: text.clone(), ..pull_request(&title, &[&text]) };
                let proposal = Proposal::new(pull_request).with_document(&Document::parse(&path, &text));
                prop_assert_eq!(proposal.number, 1);
            }
        }
    }
}
