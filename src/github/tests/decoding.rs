use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn no_bytes_make_it_panic(text: String) {
        prop_assert!(proposals(&read(&text)).is_err() || text.trim_start().starts_with('['));
        let _ = (document(&read(&text)), snapshot(&read(&text), REPOSITORY), Links::read(&text));
    }

    /// A real answer with a piece cut out or something put in.
    #[test]
    fn no_mutation_makes_it_panic(at in 0..ISSUES.len(), length in 0usize..40, put in "[\"{}\\[\\],:0-9a-z]{0,6}") {
        let cut = |text: &str| -> Option<String> {
            let at = at % text.len();
            Some(format!("{}{put}{}", text.get(..at)?, text.get(at + length..)?))
        };
        if let Some(text) = cut(ISSUES) && let Ok((known, problems)) = proposals(&read(&text)) {
            prop_assert!(known.len() + problems.len() <= 17);
        }
        if let Some(text) = cut(SNAPSHOT) {
            let _ = snapshot(&read(&text), REPOSITORY);
        }
    }
}
