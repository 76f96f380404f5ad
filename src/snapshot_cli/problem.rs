//! Items that could not be read. The run goes on without them, or with what the existing snapshot has of them.

use std::fmt;

use chrono::NaiveDate;

use crate::github::SkippedItem;
use crate::proposal::{RfcNumber, date_to_iso8601};

/// An item that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// An item of a list.
    Item {
        /// The list.
        list: &'static str,
        /// The item, and what is wrong with it.
        skipped: SkippedItem,
    },
    /// The files of a pull request.
    Files {
        /// The pull request's number.
        number: u32,
        /// What is wrong.
        reason: String,
    },
    /// The timeline of a pull request.
    Timeline {
        /// The pull request's number.
        number: u32,
        /// What is wrong.
        reason: String,
    },
    /// Whether a pull request has a conflict.
    Conflict {
        /// The pull request's number.
        number: u32,
        /// What is wrong.
        reason: String,
    },
    /// The document's header has another RFC number than its file's name. That of the header is used.
    RfcNumber {
        /// The pull request's number.
        number: u32,
        /// The path of the document.
        path: String,
        /// The number in the header.
        header: RfcNumber,
    },
    /// The folder of the minutes.
    MinutesFolder(String),
    /// The minutes of a meeting.
    Minutes {
        /// The day of the meeting.
        date: NaiveDate,
        /// What is wrong.
        reason: String,
    },
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Problem::Item { list, skipped: SkippedItem { item, reason } } => {
                write!(f, "skipped item {item} of the {list}: {reason}")
            }
            Problem::Files { number, reason } => write!(f, "files of #{number}: {reason}"),
            Problem::Timeline { number, reason } => write!(f, "timeline of #{number}: {reason}"),
            Problem::Conflict { number, reason } => write!(f, "conflicts of #{number}: {reason}"),
            Problem::RfcNumber { number, path, header } => {
                write!(f, "document of #{number}: {path}, but its header says RFC {header}")
            }
            Problem::MinutesFolder(reason) => write!(f, "minutes: {reason}"),
            Problem::Minutes { date, reason } => {
                write!(f, "minutes of {}: {reason}", date_to_iso8601(*date))
            }
        }
    }
}
