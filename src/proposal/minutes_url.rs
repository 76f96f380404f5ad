//! The address of a meeting's minutes.

use chrono::NaiveDate;

use super::date_to_iso8601;

/// Returns the address of the minutes of `date` for people to open. `base` is the folder that holds the
/// minutes, as `owner/name/path`.
///
/// Files below `docs/` of `AlmaLinux/wiki` are published on the wiki; any other folder is linked on GitHub,
/// on the repository's default branch.
///
/// ```
/// let date = "2026-08-13".parse()?;
/// assert_eq!(
///     alesco_proposals::proposal::minutes_url(date, "AlmaLinux/wiki/docs/alesco/meeting-minutes"),
///     "https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html"
/// );
/// assert_eq!(
///     alesco_proposals::proposal::minutes_url(date, "owner/name/minutes"),
///     "https://github.com/owner/name/blob/HEAD/minutes/2026-08-13.md"
/// );
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn minutes_url(date: NaiveDate, base: &str) -> String {
    let mut parts = base.trim_matches('/').splitn(3, '/');
    let mut next = || parts.next().unwrap_or_default();
    let (owner, name, path) = (next(), next(), next());
    let date = date_to_iso8601(date);
    // GitHub ignores the case of owners and repositories.
    let is_wiki = owner.eq_ignore_ascii_case("AlmaLinux") && name.eq_ignore_ascii_case("wiki");
    if is_wiki && let Some(page) = path.strip_prefix("docs/") {
        return format!("https://wiki.almalinux.org/{page}/{date}.html");
    }
    let slash = if path.is_empty() { "" } else { "/" };
    format!("https://github.com/{owner}/{name}/blob/HEAD/{path}{slash}{date}.md")
}
