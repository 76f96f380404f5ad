//! Decisions as files: Markdown, JSON, and CSV as RFC 4180 has it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{DatedDecision, TextPart, text_parts};
use crate::minutes::Link;
use crate::proposal::date_to_iso8601;
use crate::proposal::markdown::escape::{escape, link_target};

/// The format of a file of decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// A list of objects.
    Json,
    /// A table.
    Csv,
}

impl FileFormat {
    /// Every format.
    pub const ALL: [FileFormat; 2] = [FileFormat::Json, FileFormat::Csv];

    /// Returns its name for people.
    pub fn name(self) -> &'static str {
        match self {
            FileFormat::Json => "JSON",
            FileFormat::Csv => "CSV",
        }
    }

    /// Returns the name of the file.
    pub fn file_name(self) -> &'static str {
        match self {
            FileFormat::Json => "alesco-decisions.json",
            FileFormat::Csv => "alesco-decisions.csv",
        }
    }

    /// Returns its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            FileFormat::Json => "application/json",
            FileFormat::Csv => "text/csv",
        }
    }

    /// Writes decisions in this format. `minutes_url` returns the address of a meeting's minutes.
    pub fn write(self, decisions: &[DatedDecision], minutes_url: impl Fn(NaiveDate) -> String) -> String {
        match self {
            FileFormat::Json => to_json(decisions, minutes_url),
            FileFormat::Csv => to_csv(decisions, minutes_url),
        }
    }
}

/// Writes decisions as Markdown: `title`, then a heading for each meeting, with a link to its minutes.
pub fn to_markdown(
    decisions: &[DatedDecision],
    title: &str,
    minutes_url: impl Fn(NaiveDate) -> String,
) -> String {
    let mut text = format!("# {title}\n");
    let mut date = None;
    for DatedDecision { date: of_meeting, decision, .. } in decisions {
        if date != Some(of_meeting) {
            let (day, url) = (date_to_iso8601(*of_meeting), minutes_url(*of_meeting));
            text.push_str(&format!("\n## [{day}]({url})\n\n"));
            date = Some(of_meeting);
        }
        let mut links = decision.links.as_slice();
        text.push_str(&format!("- {}\n", markdown(&decision.text, &mut links)));
        for point in &decision.points {
            text.push_str(&format!("  - {}\n", markdown(point, &mut links)));
        }
    }
    text
}

fn markdown(text: &str, links: &mut &[Link]) -> String {
    let part = |part: TextPart<'_>| match part {
        TextPart::Text(text) => escape(text),
        TextPart::Link(Link { text, url }) if text == url => url.clone(),
        TextPart::Link(Link { text, url }) => format!("[{}]({})", escape(text), link_target(url)),
    };
    text_parts(text, links).into_iter().map(part).collect()
}

#[derive(Serialize)]
struct Row<'a> {
    date: String,
    decision: &'a str,
    points: &'a [String],
    links: Vec<LinkRow<'a>>,
    pull_requests: &'a [u32],
    sigs: Vec<&'a str>,
    minutes: String,
}

#[derive(Serialize)]
struct LinkRow<'a> {
    text: &'a str,
    url: &'a str,
}

fn row<'a>(entry: &'a DatedDecision, minutes_url: &impl Fn(NaiveDate) -> String) -> Row<'a> {
    let decision = &entry.decision;
    Row {
        date: date_to_iso8601(entry.date),
        decision: &decision.text,
        points: &decision.points,
        links: decision.links.iter().map(|link| LinkRow { text: &link.text, url: &link.url }).collect(),
        pull_requests: &decision.pull_requests,
        sigs: entry.sigs.iter().map(|sig| sig.slug.as_str()).collect(),
        minutes: minutes_url(entry.date),
    }
}

/// Writes a list in indented lines.
fn to_json(decisions: &[DatedDecision], minutes_url: impl Fn(NaiveDate) -> String) -> String {
    let rows: Vec<Row<'_>> = decisions.iter().map(|entry| row(entry, &minutes_url)).collect();
    // Fails only for maps whose keys are not text. There are none.
    serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n"
}

/// Writes a table with a header. A field with several values has one in each line.
fn to_csv(decisions: &[DatedDecision], minutes_url: impl Fn(NaiveDate) -> String) -> String {
    let mut text = "date,decision,points,links,pull_requests,sigs,minutes\r\n".to_owned();
    for entry in decisions {
        let row = row(entry, &minutes_url);
        let links: Vec<&str> = row.links.iter().map(|link| link.url).collect();
        let numbers: Vec<String> = row.pull_requests.iter().map(u32::to_string).collect();
        let fields = [
            row.date,
            row.decision.to_owned(),
            row.points.join("\n"),
            links.join("\n"),
            numbers.join("\n"),
            row.sigs.join("\n"),
            row.minutes,
        ];
        text.push_str(&fields.map(|field| quote(&field)).join(","));
        text.push_str("\r\n");
    }
    text
}

/// Puts a field in quotation marks if it needs them.
fn quote(field: &str) -> String {
    if field.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}
