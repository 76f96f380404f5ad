//! ALESCo's template for RFCs, as in `tests/fixtures/reading/rfc-template.md`. It is by the AlmaLinux OS Foundation
//! and its contributors, under CC BY-SA 4.0.

/// Holds a section of the template.
pub(super) struct TemplateSection {
    /// The heading.
    pub(super) name: &'static str,
    /// Other headings that are taken for this one.
    pub(super) aliases: &'static [&'static str],
    /// The names of the section's list items, set in bold.
    pub(super) fields: &'static [&'static str],
    /// What the template says in the section, for the author to replace.
    pub(super) hints: &'static [&'static str],
}

/// The sections, in the template's order.
pub(super) const SECTIONS: [TemplateSection; 8] = [
    TemplateSection {
        name: "Abstract",
        aliases: &["Summary"],
        fields: &[],
        hints: &["A short summary of the proposal."],
    },
    TemplateSection {
        name: "Motivation",
        aliases: &[],
        fields: &["Problem Statement", "Goals"],
        hints: &[
            "Describe the issue or need that the proposal addresses.",
            "What do we aim to achieve with this change?",
        ],
    },
    TemplateSection {
        name: "Detailed Design",
        aliases: &["Design"],
        fields: &["Proposal Details", "Implementation Plan", "Compatibility"],
        hints: &[
            "Provide an in-depth explanation of the proposed changes.",
            "Outline the steps required to implement the proposal.",
            "Discuss the impact on existing systems or processes.",
        ],
    },
    TemplateSection {
        name: "Drawbacks",
        aliases: &[],
        fields: &[],
        hints: &["List potential downsides or trade-offs of the proposal."],
    },
    TemplateSection {
        name: "Benefit to AlmaLinux",
        aliases: &["Benefits to AlmaLinux", "Benefits"],
        fields: &[],
        hints: &["Explain what benefits the proposal brings to AlmaLinux \
             (community support, marketing opportunities, etc.)."],
    },
    TemplateSection {
        name: "Scope",
        aliases: &[],
        fields: &["Proposal Owners", "Other Developers", "Policies and guidelines", "Trademark approval"],
        hints: &[],
    },
    TemplateSection {
        name: "Unresolved Questions",
        aliases: &["Open Questions"],
        fields: &[],
        hints: &["Identify any open issues or areas needing further investigation."],
    },
    TemplateSection {
        name: "Acknowledgments",
        aliases: &["Acknowledgements"],
        fields: &[],
        hints: &["Credit individuals who contributed to the RFC."],
    },
];

/// What the template says in its title and header, for the author to replace.
pub(super) const PLACEHOLDERS: [&str; 3] =
    ["[Title of the RFC]", "[Your Name and Contact Information]", "[YYYY-MM-DD hh:mm UTC]"];
