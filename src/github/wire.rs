//! The parts of GitHub's JSON that are read, as GitHub names them.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// An item of `GET /repos/{owner}/{repo}/issues`.
#[derive(Deserialize)]
pub(super) struct Item<'a> {
    pub number: u32,
    pub title: String,
    #[serde(default, deserialize_with = "or_default")]
    pub body: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub user: Option<User>,
    #[serde(default, deserialize_with = "or_default")]
    pub closed_by: Option<User>,
    #[serde(default, borrow, deserialize_with = "raw_items")]
    pub labels: Vec<&'a RawValue>,
    #[serde(default, deserialize_with = "or_default")]
    pub state: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub draft: bool,
    #[serde(default, deserialize_with = "or_default")]
    pub created_at: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub updated_at: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub closed_at: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub comments: u32,
    #[serde(default, deserialize_with = "or_default")]
    pub reactions: Reactions,
    /// Only pull requests have it.
    #[serde(default, deserialize_with = "or_default")]
    pub pull_request: Option<PullRequest>,
}

#[derive(Deserialize)]
pub(super) struct User {
    pub login: String,
}

#[derive(Deserialize)]
pub(super) struct Label {
    pub name: String,
    #[serde(default, deserialize_with = "or_default")]
    pub color: Option<String>,
    #[serde(default, deserialize_with = "or_default")]
    pub description: Option<String>,
}

#[derive(Default, Deserialize)]
pub(super) struct Reactions {
    #[serde(default, rename = "+1", deserialize_with = "or_default")]
    pub thumbs_up: u32,
}

#[derive(Deserialize)]
pub(super) struct PullRequest {
    #[serde(default, deserialize_with = "or_default")]
    pub merged_at: Option<String>,
}

/// An item of `GET /repos/{owner}/{repo}/pulls/{number}/files`.
#[derive(Deserialize)]
pub(super) struct File {
    pub filename: String,
    #[serde(default, deserialize_with = "or_default")]
    pub status: Option<String>,
    /// The change as a unified diff: of an added text file, the whole text.
    #[serde(default, deserialize_with = "or_default")]
    pub patch: Option<String>,
}

/// `null`, or a value of another type than documented, is the same as none.
fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: Default + DeserializeOwned,
{
    let raw = <&RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(raw.get()).unwrap_or_default())
}

fn raw_items<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<&'de RawValue>, D::Error> {
    let raw = <&RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(raw.get()).unwrap_or_default())
}
