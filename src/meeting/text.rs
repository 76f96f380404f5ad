//! The agenda as plain text, for a chat.

use super::{Agenda, Entry, Section};

/// Writes the agenda as plain text: `title`, and below it each section that has entries. `heading` returns the name of a
/// section, `describe` why an entry is there, `url` the address of a pull request.
pub fn plain_text(
    agenda: &Agenda,
    title: &str,
    heading: impl Fn(Section) -> String,
    describe: impl Fn(&Entry) -> String,
    url: impl Fn(u32) -> String,
) -> String {
    let mut text = format!("{title}\n");
    for section in Section::ALL {
        let mut entries = agenda.section(section).peekable();
        if entries.peek().is_some() {
            text.push_str(&format!("\n{}\n", heading(section)));
        }
        for entry in entries {
            let (number, title) = (entry.proposal.number, &entry.proposal.title);
            text.push_str(&format!("- #{number} {title}: {}\n  {}\n", describe(entry), url(number)));
        }
    }
    text
}
