//! What could not be read of minutes.

use std::fmt::{self, Display, Formatter};

/// A part of the minutes that is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The number of the line where the part begins, from 1.
    pub line: usize,
    /// What is not understood.
    pub reason: Reason,
}

/// Why a part of the minutes is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// An HTML comment is never closed: the rest of the text is hidden.
    UnclosedComment,
    /// A code block is never closed: the rest of the text is code.
    UnclosedCode,
    /// Text among the attendees that is not a list.
    NotANameList,
    /// Text below "Decisions Adopted" that is not an entry: a heading, code, a quotation, an introduction.
    NotAnEntry,
    /// An entry below "Decisions Adopted" without text.
    EmptyEntry,
    /// This pull request is named, but not in a form that opens a discussion. It counts as discussed.
    UnknownForm(u32),
    /// This pull request is named in the discussion of another one. Nothing is concluded from that statement.
    OtherPullRequest(u32),
    /// A discussion or a decision is about several pull requests. They count as discussed.
    SeveralPullRequests,
    /// A pull request is said to be both approved and rejected. It counts as discussed.
    Contradiction,
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        match self.reason {
            Reason::UnclosedComment => f.write_str("a comment is never closed, so the rest is not read"),
            Reason::UnclosedCode => f.write_str("a code block is never closed, so the rest is not read"),
            Reason::NotANameList => f.write_str("text among the attendees is not a list"),
            Reason::NotAnEntry => f.write_str("text below \"Decisions Adopted\" is not an entry of a list"),
            Reason::EmptyEntry => f.write_str("a decision has no text"),
            Reason::UnknownForm(number) => {
                write!(f, "#{number} is named, but not in a form that opens a discussion")
            }
            Reason::OtherPullRequest(number) => {
                write!(f, "#{number} is named in the discussion of another pull request")
            }
            Reason::SeveralPullRequests => f.write_str("it is not clear which pull request this is about"),
            Reason::Contradiction => f.write_str("a pull request is both approved and rejected"),
        }
    }
}
