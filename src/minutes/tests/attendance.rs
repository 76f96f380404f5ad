//! Who took part.

use super::*;

fn check(text: &str, members: &[&str], community: &[&str]) {
    let (meeting, problems) = parse(text);
    assert_eq!(meeting.attendance.members, members, "{text}");
    assert_eq!(meeting.attendance.community, community, "{text}");
    assert_eq!(problems, [], "{text}");
}

#[test]
fn lists_below_the_headings_are_names() {
    check("### ALESCo Member Attendees\n\n- Ben Thomas\n- Neal Gompa\n", &["Ben Thomas", "Neal Gompa"], &[]);
    check("### Attendance\n\n* Ben Thomas\n", &["Ben Thomas"], &[]);
    check("## ALESCo member attendees:\n\n1. Ben Thomas\n", &["Ben Thomas"], &[]);
    check("## Community Attendees\n\n- TJ Walton (briefly)\n", &[], &["TJ Walton (briefly)"]);
    check("### Community Attendees\n\n- Michel Lind  \n", &[], &["Michel Lind"]);
    check("### ALESCo Member Attendees\n- Ben Thomas\n  - by phone\n", &["Ben Thomas"], &[]);
}

#[test]
fn others_are_not_members() {
    let text = "## Members\n\n### ALESCo Member Attendees\n\n- Ben Thomas\n\n\
                ### Unable to attend\n\nJonathan Wright\n\n### Unable to Attend\n\n- Neal Gompa\n\n\
                ### Board Attendees\n\n- benny Vasquez\n\n## Minutes\n\n- Text\n";
    check(text, &["Ben Thomas"], &[]);
}

#[test]
fn nobody_is_nobody() {
    for nobody in ["", "- N/A", "N/A", "- No community attendees", "- none", "-"] {
        check(&format!("## Community Attendees\n\n{nobody}\n\n## Minutes\n\n- Text\n"), &[], &[]);
    }
}

#[test]
fn a_paragraph_is_not_a_name() {
    let (meeting, problems) = parse("### ALESCo Member Attendees\n\nAll of them.\n");
    assert_eq!(meeting.attendance.members, [""; 0]);
    let problems: Vec<String> = problems.iter().map(Problem::to_string).collect();
    assert_eq!(problems, ["line 3: text among the attendees is not a list"]);
}
