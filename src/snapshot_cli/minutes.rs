//! The minutes of all meetings, from a folder of a repository.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::client::Client;
use super::output::PreviousSnapshot;
use super::{Error, Problem, Progress, file_content};
use crate::github::{self, fields::str_field};
use crate::minutes;
use crate::proposal::date_to_iso8601;
use crate::snapshot::archive::ArchivedMeeting;

/// What was read of the minutes.
#[derive(Default)]
pub(super) struct Minutes {
    /// The meetings, oldest first.
    pub(super) meetings: Vec<ArchivedMeeting>,
    /// How many of their files were fetched.
    pub(super) fetched: usize,
    pub(super) problems: Vec<Problem>,
}

/// Lists the folder of the minutes, and fetches the files whose hash differs from that in the existing snapshot. No
/// meeting of the existing snapshot is lost, unless its file was removed.
///
/// # Errors
/// The errors of requests that would concern everything else, too.
pub(super) fn collect(client: &Client, previous: Option<&PreviousSnapshot>) -> Result<Minutes, Error> {
    let Some(source) = &client.options.minutes else { return Ok(Minutes::default()) };
    let folder = client.options.repository.contents_url(source);
    let known = known_meetings(previous, source);
    client.env.progress(Progress { what: "the list of minutes", done: 0, total: None });
    let files = match list_files(client, &folder) {
        Ok(files) if files.is_empty() => Err("the folder has no file named YYYY-MM-DD.md".to_owned()),
        Ok(files) => Ok(files),
        Err(error) if error.is_of_one_item() => Err(error.to_string()),
        Err(error) => return Err(error),
    };
    let files = match files {
        Ok(files) => files,
        Err(reason) => {
            let meetings = known.into_values().cloned().collect();
            return Ok(Minutes { meetings, fetched: 0, problems: vec![Problem::MinutesFolder(reason)] });
        }
    };
    let mut collected = Minutes::default();
    // Without a hash nobody can tell whether the file is the same.
    let is_same = |known: &&ArchivedMeeting, sha: &str| !known.sha.is_empty() && known.sha == sha;
    let is_new = |date: &NaiveDate, sha: &str| !known.get(date).is_some_and(|known| is_same(known, sha));
    let total = files.iter().filter(|(date, sha)| is_new(date, sha)).count();
    for (date, sha) in &files {
        let before = known.get(date).copied();
        if let Some(same) = before.filter(|_| !is_new(date, sha)) {
            collected.meetings.push(same.clone());
            continue;
        }
        client.env.progress(Progress { what: "minutes", done: collected.fetched, total: Some(total) });
        collected.fetched += 1;
        match fetch(client, &folder, *date, sha) {
            Ok(meeting) => collected.meetings.push(meeting),
            Err(error) if error.is_of_one_item() => {
                collected.meetings.extend(before.cloned());
                collected.problems.push(Problem::Minutes { date: *date, reason: error.to_string() });
            }
            Err(error) => return Err(error),
        }
    }
    for (date, meeting) in known.into_iter().filter(|(date, _)| !files.contains_key(date)) {
        let reason = match fetch(client, &folder, date, &meeting.sha) {
            Ok(meeting) => {
                collected.fetched += 1;
                collected.meetings.push(meeting);
                "the folder does not list the file, which exists".to_owned()
            }
            Err(Error::NotFound { .. }) => "the file was removed".to_owned(),
            Err(error) if error.is_of_one_item() => {
                collected.meetings.push(meeting.clone());
                error.to_string()
            }
            Err(error) => return Err(error),
        };
        collected.problems.push(Problem::Minutes { date, reason });
    }
    collected.meetings.sort_by_key(|archived| archived.meeting.date);
    Ok(collected)
}

/// Returns the meetings of the existing snapshot, by date. Those from another folder do not count.
fn known_meetings<'a>(
    previous: Option<&'a PreviousSnapshot>,
    source: &str,
) -> BTreeMap<NaiveDate, &'a ArchivedMeeting> {
    let of_source =
        |previous: &&PreviousSnapshot| previous.snapshot.records.minutes_source.as_deref() == Some(source);
    let meetings = previous.filter(of_source).map(|previous| previous.archive.meetings.as_slice());
    meetings.unwrap_or_default().iter().map(|archived| (archived.meeting.date, archived)).collect()
}

/// Returns the hash of each file `YYYY-MM-DD.md` of the folder.
fn list_files(client: &Client, folder: &str) -> Result<BTreeMap<NaiveDate, String>, Error> {
    let response = client.get(folder)?;
    let items = github::parse_list(&response.body)
        .map_err(|reason| Error::InvalidResponse { url: folder.to_owned(), reason })?;
    let file = |item: &Value| {
        let date = minutes::date_of_file(str_field(item, "name")?)?;
        Some((date, str_field(item, "sha").unwrap_or_default().to_owned()))
    };
    Ok(items.iter().filter_map(file).collect())
}

/// Fetches and parses the minutes of a meeting. `sha` is the hash of the file if the response has none.
fn fetch(client: &Client, folder: &str, date: NaiveDate, sha: &str) -> Result<ArchivedMeeting, Error> {
    let url = format!("{folder}/{}.md", date_to_iso8601(date));
    let response = client.get(&url)?;
    let invalid = |reason| {
        let reason = github::DecodeError::NotJson(reason);
        Error::InvalidResponse { url: url.clone(), reason }
    };
    let file = serde_json::from_str(&response.body).map_err(|error| invalid(error.to_string()))?;
    let text = file_content::decode(&file).map_err(invalid)?;
    let (meeting, problems) = minutes::parse(&text, date, &client.options.repository.web_url());
    let problems = problems.iter().map(ToString::to_string).collect();
    let sha = str_field(&file, "sha").unwrap_or(sha).to_owned();
    Ok(ArchivedMeeting { meeting, sha, problems })
}
