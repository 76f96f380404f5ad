use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn arbitrary_text_does_not_panic(
        title: String,
        path: String,
        text in "(?s).{0,200}",
        marks in "[`~<>!\\[\\]()*# \n+SIGCore:,.&-]{0,80}",
    ) {
        for text in [text, marks] {
            let pull_request = PullRequest { body: text.clone(), ..pull_request(&title, &[&text]) };
            let proposal = Proposal::new(pull_request).with_document(&Document::parse(&path, &text));
            prop_assert_eq!(proposal.number, 1);
        }
    }
}
