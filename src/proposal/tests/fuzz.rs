//! Arbitrary descriptions and documents, and very long ones: nothing panics, no word is lost, and the time is linear.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::super::markdown;
use super::*;
use crate::long_texts::{parse_in_proportion, parse_runs_in_proportion};

/// What Markdown and headers are made of.
const PIECES: [&str; 46] = [
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "    ",
    "\t",
    "- ",
    "* ",
    "1. ",
    "10) ",
    "# ",
    "### ",
    "#",
    "> ",
    "---\n",
    "===\n",
    "```",
    "~~~",
    "`",
    "``",
    "<!--",
    "-->",
    "<!-->",
    "[",
    "]",
    "](",
    ")",
    "<a",
    ">",
    "*",
    "**",
    "__",
    "\\",
    "https://",
    ":",
    ",",
    "/",
    " & ",
    " and ",
    "SIG: ",
    "Core",
    "SIG",
    "SIGs",
    "Abstract",
    "RFC Number: 0009",
    "é\u{202e}",
];

/// Pieces that hide nothing of what is behind them.
const PLAIN: [&str; 17] = [
    "\n", "\n\n", " ", "- ", "* ", "1. ", "# ", "### ", "-->", "]", ")", "*", "__", ":", "SIG: ", "Abstract",
    "|",
];

fn read(title: &str, path: &str, text: &str) {
    let pull_request = PullRequest { body: text.to_owned(), ..pull_request(title, &[text]) };
    let document = Document::parse(path, text);
    let slugs: std::collections::BTreeSet<&str> = document.sigs.iter().map(|sig| sig.slug.as_str()).collect();
    assert_eq!(slugs.len(), document.sigs.len(), "each SIG occurs once");
    assert!(!document.summary.contains(['\n', '\t']));
    let proposal = Proposal::new(pull_request).with_document(&document);
    assert_eq!((proposal.number, proposal.rfc_number), (1, document.rfc_number));
}

proptest! {
    #[test]
    fn arbitrary_text_is_read(title: String, path: String, text in "(?s).{0,200}") {
        read(&title, &path, &text);
    }

    #[test]
    fn arbitrary_pieces_are_read(pieces in vec(select(&PIECES[..]), 0..60)) {
        read("x", "rfcs/0008-x.md", &pieces.concat());
    }

    #[test]
    fn no_word_of_plain_text_is_lost(pieces in vec(select(&PLAIN[..]), 0..40)) {
        let text: String = pieces.iter().enumerate().map(|(at, piece)| format!("{piece}w{at}w ")).collect();
        let lines = markdown::lines(&text);
        let (words, sentences) = (markdown::words(&lines), markdown::sentences(&lines).join(" "));
        for at in 0..pieces.len() {
            let word = format!("w{at}w");
            prop_assert!(words.contains(&word) && sentences.contains(&word), "{} in {:?}", word, text);
        }
    }
}

/// More pieces that a parser might read again and again.
const LONG: [&str; 18] = [
    "`a``b```c ",
    "[a](",
    "[[](",
    "<!-- a",
    "<a",
    "- a\n  ",
    "a, ",
    "SIG: Core, ",
    "Cloud SIG ",
    "Cloud SIG. ",
    "Core and Cloud SIGs ",
    "| a ",
    "a/b/",
    " & a",
    "\\`",
    "`\n\n",
    "a: b\n",
    "SIG: a/b\n",
];

fn parse_document(text: &str) {
    Document::parse("rfcs/0008-x.md", text);
}

#[test]
fn long_texts_of_any_piece_are_read_in_proportion_to_their_length() {
    parse_in_proportion(
        &["", "SIG: ", "## Abstract\n\n"],
        &[&PIECES[..], &PLAIN, &LONG].concat(),
        parse_document,
    );
}

#[test]
fn long_texts_of_growing_runs_are_read_in_proportion_to_their_length() {
    parse_runs_in_proportion(
        &["`", "~", "*", "#", "[", "<", " ", "-"],
        &["a", "\n", ")", "a\n\n"],
        parse_document,
    );
}

/// Takes a minute if each is compared with all others.
#[test]
fn each_of_many_sigs_is_kept_once() {
    let names: Vec<String> = (0..30_000).map(|number| format!("s{number}")).collect();
    let names = names.join(", ");
    let document = Document::parse("rfcs/0008-x.md", &format!("SIG: {names}\nSIG: {names}\n"));
    assert_eq!(document.sigs.len(), 30_000);
}
