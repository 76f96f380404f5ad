//! Who took part in a meeting.

use super::blocks::{Block, Shape};
use super::inline::Inline;
use super::statement::is_placeholder;
use super::{Problem, Reason};

/// Who took part in a meeting, by the names in the minutes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// Members of the committee, as they are written: "TJ Walton (briefly)". Empty if the minutes do not
    /// list them.
    pub members: Vec<String>,
    /// People from the community.
    pub community: Vec<String>,
}

/// Returns the names in the lists of `blocks`. "N/A" and the like are nobody. A paragraph is a problem: it
/// may be a name or a remark.
pub(super) fn names(blocks: &[Block], problems: &mut Vec<Problem>) -> Vec<String> {
    let mut names = Vec::new();
    for block in blocks {
        let name = Inline::parse(&block.text).text;
        match block.shape {
            Shape::Item if block.depth == 0 && !is_placeholder(&name) => names.push(name),
            Shape::Paragraph if block.depth == 0 && !is_placeholder(&name) => {
                problems.push(Problem { line: block.line, reason: Reason::NotANameList });
            }
            _ => {}
        }
    }
    names
}
