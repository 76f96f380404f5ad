//! Messages about the text of a proposal.

use super::Catalog;
use crate::proposal::{RfcNumber, Time};

impl Catalog {
    /// Says that a proposal is not in the list.
    pub fn no_such_proposal(&self, number: u32) -> String {
        self.format("There is no proposal #{number} in this list.", &[("number", &number.to_string())])
    }

    /// Says when the rate limit ends.
    pub fn limit_ends(&self, time: Time) -> String {
        self.format("The limit ends at {time}.", &[("time", &self.locale_format.time(time))])
    }

    /// Says that a section of the template is missing.
    pub fn section_missing(&self, section: &str) -> String {
        self.format("The section “{section}” is missing.", &[("section", section)])
    }

    /// Says that a section of the template is empty.
    pub fn section_empty(&self, section: &str) -> String {
        self.format("The section “{section}” is empty.", &[("section", section)])
    }

    /// Says that a field of the header is empty.
    pub fn field_empty(&self, field: &str) -> String {
        self.format("The field “{field}” is empty.", &[("field", field)])
    }

    /// Says that text of the template was not replaced.
    pub fn template_text_left(&self, text: &str) -> String {
        self.format("Text of the template is left: “{text}”", &[("text", text)])
    }

    /// Says that the header's status contradicts the stage or the outcome.
    pub fn status_conflict(&self, status: &str) -> String {
        self.format("The header says “{status}”, which no longer fits.", &[("status", status)])
    }

    /// Says that header and file name have different RFC numbers.
    pub fn number_conflict(&self, header: RfcNumber, file: RfcNumber) -> String {
        let numbers = [("header", &*header.to_string()), ("file", &*file.to_string())];
        self.format("The header says RFC {header}, the file name RFC {file}.", &numbers)
    }
}
