//! The changes of the last days in Markdown, for a forum or a chat.

use chrono::Days;

use super::Publication;
use super::item::{Group, Item, items};
use super::text::one_line;
use crate::proposal::date_to_iso8601;
use crate::proposal::markdown::escape::{escape, link_target};

/// How many days before the time of the snapshot a digest reaches back.
pub const DIGEST_DAYS: u64 = 14;

/// Writes what changed in the last days before the snapshot was made. A day counts as a whole, in UTC.
pub fn to_digest(publication: &Publication<'_>) -> String {
    let until = publication.made_at.date_naive();
    let since = until.checked_sub_days(Days::new(DIGEST_DAYS)).unwrap_or_default();
    let items: Vec<Item> = items(publication).take_while(|item| item.at.date_naive() >= since).collect();
    let name = escape_line(&publication.repository.name);
    let (since, until) = (date_to_iso8601(since), date_to_iso8601(until));
    let mut text = format!("# {name}: changes from {since} to {until}\n");
    for group in Group::ALL {
        let mut of_group = items.iter().filter(|item| item.group == group).peekable();
        if of_group.peek().is_some() {
            text.push_str(&format!("\n## {}\n\n", group.heading()));
        }
        of_group.for_each(|item| add(&mut text, item));
    }
    if items.is_empty() {
        text.push_str("\nNo change is on record.\n");
    }
    text
}

fn add(text: &mut String, item: &Item) {
    let (date, title) = (date_to_iso8601(item.at.date_naive()), escape_line(&item.title));
    let author =
        item.author.as_deref().map(|author| format!(", by {}", escape_line(author))).unwrap_or_default();
    text.push_str(&format!("- {date}: [{title}]({}){author}\n", link_target(&item.url)));
    for (name, detail) in &item.details {
        text.push_str(&format!("  - {name}: {}\n", escape_line(detail)));
    }
}

/// Escapes a text, as one line.
fn escape_line(text: &str) -> String {
    escape(&one_line(text))
}
