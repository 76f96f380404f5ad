//! The feed as a whole.

use super::*;

const FEED_URL: &str = "https://example.org/alesco/feed.xml";

fn feed(proposals: &[Proposal], meetings: &[Meeting], made_at: &str) -> String {
    published(proposals, meetings, |publication| {
        let publication = Publication { made_at: time(made_at), ..*publication };
        to_atom(&publication, FEED_URL, "https://example.org/alesco/?a=1&b=2")
    })
}

fn opened(number: u32, at: &str) -> Proposal {
    let author = Some("anna".to_owned());
    Proposal { author, opened_at: Some(time(at)), ..proposal(number, "x < y") }
}

#[test]
fn a_feed_has_its_own_elements_and_those_of_each_entry() {
    let mut with_decision = meeting("2026-08-13");
    with_decision.decisions = vec![decision("A & B", &[])];
    let written = feed(&[opened(7, "2026-08-03T17:30:00Z")], &[with_decision], MADE_AT);
    let expected = r#"<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>https://example.org/alesco/feed.xml</id>
<title>AlmaLinux/ALESCo: proposals, decisions and minutes</title>
<updated>2026-08-13T12:00:00Z</updated>
<author><name>AlmaLinux/ALESCo</name><uri>https://github.com/AlmaLinux/ALESCo</uri></author>
<link rel="self" type="application/atom+xml" href="https://example.org/alesco/feed.xml"/>
<link rel="alternate" type="text/html" href="https://example.org/alesco/?a=1&amp;b=2"/>
<entry>
  <id>https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html</id>
  <title>Minutes of the meeting of 2026-08-13</title>
  <updated>2026-08-13T12:00:00Z</updated>
  <link rel="alternate" type="text/html" href="https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html"/>
  <category term="minutes"/>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><ul>
    <li>Decided: A &amp; B</li>
  </ul></div></content>
</entry>
<entry>
  <id>https://github.com/AlmaLinux/ALESCo/pull/7#opened</id>
  <title>Opened: RFC: x &lt; y (#7)</title>
  <updated>2026-08-03T17:30:00Z</updated>
  <link rel="alternate" type="text/html" href="https://github.com/AlmaLinux/ALESCo/pull/7"/>
  <category term="opened"/>
  <author><name>anna</name></author>
</entry>
</feed>
"#;
    assert_eq!(written, expected);
}

#[test]
fn the_time_of_the_run_is_not_in_a_feed_with_entries() {
    let proposals = [opened(7, "2026-08-03T17:30:00Z")];
    assert_eq!(feed(&proposals, &[], MADE_AT), feed(&proposals, &[], "2026-12-01T00:00:00Z"));
    assert!(feed(&[], &[], MADE_AT).contains("<updated>2026-09-01T08:00:00Z</updated>"), "it needs one");
}

#[test]
fn a_feed_has_the_newest_entries_up_to_its_limit() {
    let limit = u32::try_from(MAX_ENTRIES).unwrap();
    let proposals: Vec<Proposal> =
        (0..=limit).map(|second| opened(second + 1, &format!("2026-08-03T17:30:{second:02}Z"))).collect();
    let written = feed(&proposals, &[], MADE_AT);
    assert_eq!(written.matches("<entry>").count(), MAX_ENTRIES);
    assert!(written.contains(&format!("/pull/{}#opened<", limit + 1)), "the newest");
    assert!(!written.contains("/pull/1#opened<"), "the oldest");
}
