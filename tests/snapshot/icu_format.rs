//! Numbers, plurals and dates by ICU4X. The expected texts are those of `Intl` in Node 20.20, except for three dates,
//! because ICU4X has a newer CLDR than Node, and for the short date, whose month `Intl` writes in full.

use super::*;
use alesco_proposals::i18n::{LANGUAGES, Language, LocaleFormat};
use alesco_proposals::proposal::DateOrTime;
use alesco_proposals::snapshot_cli::IcuFormat;

fn icu(code: &str) -> IcuFormat {
    IcuFormat::new(Language::from_tag(code).unwrap()).unwrap()
}

#[test]
fn every_language_has_its_date_format() {
    let days = [
        ("en", "Sep 1, 2026"),
        ("ar", "01\u{200f}/09\u{200f}/2026"),
        ("ca", "1 de set. del 2026"),
        ("cs", "1. 9. 2026"),
        ("da", "1. sep. 2026"),
        ("de", "01.09.2026"),
        ("el", "1 Σεπ 2026"),
        ("es", "1 sept 2026"),
        ("fa", "۱۰ شهریور ۱۴۰۵"),
        ("fi", "1.9.2026"),
        ("fr", "1 sept. 2026"),
        ("he", "1 בספט׳ 2026"),
        ("hu", "2026. szept. 1."),
        ("it", "1 set 2026"),
        ("ja", "2026/09/01"),
        ("ko", "2026/9/1"),
        ("lt", "2026-09-01"),
        ("lv", "2026. g. 1. sept."),
        ("pl", "1 wrz 2026"),
        ("pt", "01/09/2026"),
        ("pt-br", "1 de set. de 2026"),
        ("ru", "1 сент. 2026\u{202f}г."),
        ("sk", "1. 9. 2026"),
        ("sv", "1 sep. 2026"),
        ("tr", "1 Eyl 2026"),
        ("uk", "1 вер. 2026\u{202f}р."),
        ("zh-hans", "2026年9月1日"),
    ];
    assert_eq!(days.map(|(code, _)| code), LANGUAGES);
    for (code, day) in days {
        let (icu, time) = (icu(code), time("2026-09-01T14:05:00Z"));
        assert_eq!(icu.day(time), day, "{code}");
        // Prerendered HTML has no ages.
        assert_eq!(icu.relative_time(time, time + Duration::from_secs(7200)), day, "{code}");
        assert_eq!(icu.duration(time, time + Duration::from_secs(7200)), None, "{code}");
    }
}

#[test]
fn times_are_in_utc_and_full_ones_say_so() {
    let check = |code: &str, long_datetime: &str, short_date: &str, time_of_day: &str| {
        let (icu, time) = (icu(code), time("2026-09-01T23:05:59Z"));
        assert_eq!(
            [icu.long_datetime(time), icu.short_date(DateOrTime::Time(time)), icu.time(time)],
            [long_datetime, short_date, time_of_day],
            "{code}"
        );
    };
    check("en", "September 1, 2026 at 11:05\u{202f}PM UTC", "Tue, Sep 1", "23:05");
    check("de", "1. September 2026 um 23:05 UTC", "Di., 1. Sept.", "23:05");
    check("da", "1. september 2026 kl. 23.05 UTC", "tirs. 1. sep.", "23.05");
    check("ar", "1 سبتمبر 2026 في 11:05 م UTC", "الثلاثاء، 1 سبتمبر", "23:05");
    check("fa", "۱۰ شهریور ۱۴۰۵ ساعت ۲۳:۰۵ UTC", "سه\u{200c}شنبه ۱۰ شهریور", "۲۳:۰۵");
    check("ja", "2026年9月1日 23:05 UTC", "9月1日(火)", "23:05");
    check("zh-hans", "2026年9月1日 23:05 UTC", "9月1日周二", "23:05");
}

#[test]
fn numbers_have_their_separators_and_their_plurals() {
    let check = |code: &str, number: &str, plurals: [&str; 6]| {
        let icu = icu(code);
        assert_eq!(icu.number(12_345), number, "{code}");
        assert_eq!([0, 1, 2, 5, 11, 1_000_000].map(|count| icu.plural(count)), plurals, "{code}");
    };
    check("en", "12,345", ["other", "one", "other", "other", "other", "other"]);
    check("ar", "12,345", ["zero", "one", "two", "few", "many", "other"]);
    check("cs", "12\u{a0}345", ["other", "one", "few", "other", "other", "other"]);
    check("fa", "۱۲٬۳۴۵", ["one", "one", "other", "other", "other", "other"]);
    check("fr", "12\u{202f}345", ["one", "one", "other", "other", "other", "many"]);
    check("he", "12,345", ["other", "one", "two", "other", "other", "other"]);
    check("ja", "12,345", ["other", "other", "other", "other", "other", "other"]);
    check("lt", "12\u{a0}345", ["other", "one", "few", "few", "other", "other"]);
    check("lv", "12\u{a0}345", ["zero", "one", "other", "other", "zero", "zero"]);
    check("pt", "12\u{a0}345", ["other", "one", "other", "other", "other", "many"]);
    check("pt-br", "12.345", ["one", "one", "other", "other", "other", "many"]);
    check("ru", "12\u{a0}345", ["many", "one", "few", "many", "many", "many"]);
}
