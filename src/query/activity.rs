//! Whose turn a proposal is, and since when it changed, as the URL parameters `turn` and `changed`.

use crate::proposal::Party;

/// Since when a proposal changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangedSince {
    /// Since this browser opened it last. Holds only for what it has opened.
    Visit,
    /// Since the last meeting that has minutes.
    Meeting,
    /// In the last fourteen days.
    Fortnight,
}

impl ChangedSince {
    /// Returns its name in URLs and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            ChangedSince::Visit => "visit",
            ChangedSince::Meeting => "meeting",
            ChangedSince::Fortnight => "14d",
        }
    }
}

/// What is known of a proposal beyond its own data: it depends on the visitor, the committee and the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Activity {
    /// Whose turn it is; `None` if that is not known, and for a closed proposal.
    pub turn: Option<Party>,
    /// True if it changed since this browser opened it last.
    pub changed_since_visit: bool,
    /// True if it changed since the last meeting that has minutes.
    pub changed_since_meeting: bool,
    /// True if it changed in the last fourteen days.
    pub changed_in_fortnight: bool,
}

impl Activity {
    /// True if a value holds for the proposal.
    pub fn has(self, value: ActivityValue) -> bool {
        match value {
            ActivityValue::Turn(party) => self.turn == Some(party),
            ActivityValue::Changed(ChangedSince::Visit) => self.changed_since_visit,
            ActivityValue::Changed(ChangedSince::Meeting) => self.changed_since_meeting,
            ActivityValue::Changed(ChangedSince::Fortnight) => self.changed_in_fortnight,
        }
    }
}

/// A value of one of the two facets. One type for both takes less code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ActivityValue {
    /// Whose turn it is.
    Turn(Party),
    /// Since when it changed.
    Changed(ChangedSince),
}

impl ActivityValue {
    /// Every value of the facet `turn`.
    pub const TURNS: [ActivityValue; 4] = [
        ActivityValue::Turn(Party::Committee),
        ActivityValue::Turn(Party::Author),
        ActivityValue::Turn(Party::Board),
        ActivityValue::Turn(Party::Nobody),
    ];

    /// Every value of the facet `changed`.
    pub const CHANGES: [ActivityValue; 3] = [
        ActivityValue::Changed(ChangedSince::Visit),
        ActivityValue::Changed(ChangedSince::Meeting),
        ActivityValue::Changed(ChangedSince::Fortnight),
    ];

    /// Returns the URL parameter of its facet.
    pub fn key(self) -> &'static str {
        match self {
            ActivityValue::Turn(_) => "turn",
            ActivityValue::Changed(_) => "changed",
        }
    }

    /// Returns its name in URLs and attributes.
    pub fn as_str(self) -> &'static str {
        match self {
            ActivityValue::Turn(party) => party.as_str(),
            ActivityValue::Changed(since) => since.as_str(),
        }
    }
}
