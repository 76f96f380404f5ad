//! Dates in file names, addresses of minutes, numbers in addresses.

use super::*;
use crate::minutes::pull_request::number_in;
use crate::proposal::minutes_url;

#[test]
fn the_name_of_a_file_is_its_date() {
    let check = |name: &str, expected: Option<(i32, u32, u32)>| {
        let expected = expected.and_then(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day));
        assert_eq!(date_of_file(name), expected, "{name}");
    };
    check("2026-08-13.md", Some((2026, 8, 13)));
    check("2024-02-29.md", Some((2024, 2, 29)));
    for wrong in [
        "",
        "2025-02-29.md",
        "2026-13-01.md",
        "2026-8-13.md",
        "2026-08-13",
        "2026-08-13.md.md",
        "2026-08-13.txt",
        "2026-08-13-2.md",
        "+026-08-13.md",
        "20260813.md",
        "README.md",
        " 2026-08-13.md",
        "x/2026-08-13.md",
        "２026-08-13.md",
        "2026-08-00.md",
    ] {
        check(wrong, None);
    }
}

#[test]
fn minutes_have_an_address() {
    let check = |base: &str, expected: &str| assert_eq!(minutes_url(day(), base), expected, "{base}");
    check(
        "AlmaLinux/wiki/docs/alesco/meeting-minutes",
        "https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html",
    );
    check(
        "almalinux/Wiki/docs/alesco/meeting-minutes/",
        "https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html",
    );
    check("AlmaLinux/wiki/minutes", "https://github.com/AlmaLinux/wiki/blob/HEAD/minutes/2026-08-13.md");
    check("AlmaLinux/wikis/docs/x", "https://github.com/AlmaLinux/wikis/blob/HEAD/docs/x/2026-08-13.md");
    check("owner/name/a/b", "https://github.com/owner/name/blob/HEAD/a/b/2026-08-13.md");
    check("owner/name", "https://github.com/owner/name/blob/HEAD/2026-08-13.md");
}

#[test]
fn addresses_of_the_repository_have_numbers() {
    let check = |url: &str, expected: Option<u32>| {
        assert_eq!(number_in(url, REPOSITORY), expected, "{url}");
        assert_eq!(number_in(url, &format!("{REPOSITORY}/")), expected, "{url}");
    };
    check("https://github.com/AlmaLinux/ALESCo/pull/15", Some(15));
    check("https://github.com/AlmaLinux/ALESCo/issues/15", Some(15));
    check("http://www.GitHub.com/almalinux/alesco/Pull/15", Some(15));
    check("https://github.com/AlmaLinux/ALESCo/pull/15/files", Some(15));
    check("https://github.com/AlmaLinux/ALESCo/pull/15#issuecomment-1", Some(15));
    check("https://github.com/AlmaLinux/ALESCo/pull/15?x=1", Some(15));
    for other in [
        "https://github.com/AlmaLinux/ALESCo/pull/0",
        "https://github.com/AlmaLinux/ALESCo/pull/15x",
        "https://github.com/AlmaLinux/ALESCo/pull/",
        "https://github.com/AlmaLinux/ALESCo/pull/99999999999",
        "https://github.com/AlmaLinux/ALESCo/pulls",
        "https://github.com/AlmaLinux/ALESCo-poc/pull/15",
        "https://github.com/codyro/ALESCo/pull/15",
        "https://example.org/AlmaLinux/ALESCo/pull/15",
        "https://github.com.example.org/AlmaLinux/ALESCo/pull/15",
        "https://gitlab.com/redhat/centos-stream/src/kernel/centos-stream-9/-/merge_requests/7769",
        "AlmaLinux/ALESCo#15",
        "https://github.com/ÅlmaLinux/ALESCo/pull/15",
        "",
    ] {
        check(other, None);
    }
}
