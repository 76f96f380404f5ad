//! How many members a vote needs.

/// The fewest members that are a quorum, however small the committee is.
const MIN_QUORUM: usize = 4;

/// Returns how many members have to be present for a vote: half of them and one more, at least four. Source: the
/// committee's governing document, "Quorum".
///
/// ```
/// assert_eq!(alesco_proposals::meeting::quorum(5), 4);
/// ```
pub fn quorum(members: usize) -> usize {
    (members.div_ceil(2) + 1).max(MIN_QUORUM)
}
