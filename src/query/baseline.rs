//! What the agenda of a meeting is compared with, as the URL parameter `since`.

use std::fmt;
use std::str::FromStr;

use chrono::{Days, NaiveDate};

use crate::proposal::{UnknownName, date_to_iso8601, parse_date};

/// What the agenda is compared with if there are no minutes: the committee meets every second Thursday.
const DAYS_BETWEEN_MEETINGS: u16 = 14;

/// The longest time that can be looked back, in days.
const MAX_DAYS: u16 = 3_650;

/// What the agenda of a meeting is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Baseline {
    /// The last meeting that has minutes.
    #[default]
    LastMeeting,
    /// A day.
    Day(NaiveDate),
    /// As many days ago.
    Days(u16),
}

impl Baseline {
    /// The key of the URL parameter.
    pub const KEY: &'static str = "since";

    /// The valid values, as they are shown to a visitor.
    pub const ALLOWED: [&'static str; 3] = ["last-meeting", "YYYY-MM-DD", "14d"];

    /// Returns the day that is compared with. It is never after `today`: a later one is ignored. A last meeting that
    /// is not known, or is after `today`, gives the day two weeks ago.
    pub fn resolve(self, last_meeting: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
        let ago = |days: u16| today.checked_sub_days(Days::new(days.into())).unwrap_or(today);
        match self {
            Baseline::Days(days) => ago(days),
            Baseline::Day(day) if !self.is_ahead(today) => day,
            _ => last_meeting.filter(|day| *day <= today).unwrap_or_else(|| ago(DAYS_BETWEEN_MEETINGS)),
        }
    }

    /// True if it is a day after `today`, which is ignored.
    pub fn is_ahead(self, today: NaiveDate) -> bool {
        matches!(self, Baseline::Day(day) if day > today)
    }
}

impl FromStr for Baseline {
    type Err = UnknownName;

    fn from_str(text: &str) -> Result<Self, UnknownName> {
        if text == "last-meeting" {
            return Ok(Baseline::LastMeeting);
        }
        if let Some(day) = parse_date(text) {
            return Ok(Baseline::Day(day));
        }
        let digits = text.strip_suffix('d').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
        let days = digits.and_then(|digits| digits.parse().ok());
        days.filter(|days| (1..=MAX_DAYS).contains(days)).map(Baseline::Days).ok_or(UnknownName)
    }
}

impl fmt::Display for Baseline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Baseline::LastMeeting => f.write_str("last-meeting"),
            Baseline::Day(day) => f.write_str(&date_to_iso8601(*day)),
            Baseline::Days(days) => write!(f, "{days}d"),
        }
    }
}
