//! Numbers, plurals and dates of the builder, beside what `Intl` of Node 20 (CLDR 48) writes.

use super::*;
use alesco_proposals::builder::Icu;
use alesco_proposals::words::{LANGUAGES, Language, Tongue};

#[test]
fn days_are_written_as_browsers_write_them() {
    for code in LANGUAGES {
        let icu = Icu::new(Language::of(code).unwrap()).unwrap();
        let t = time("2026-09-01T14:05:00Z");
        println!("{:?}", [code, &icu.day(t), &icu.exact(t), &icu.near_day(t), &icu.hour(t), &icu.number(12345)]);
    }
}
