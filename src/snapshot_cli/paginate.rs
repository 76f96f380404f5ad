//! The pages of a list.

use serde_json::Value;

use super::client::Client;
use super::{Error, Progress};
use crate::github::{self, Links};

/// Pages of a list at most. A longer list, of more than ten thousand items, ends the run.
pub const MAX_PAGES: usize = 100;

/// The items of a list.
pub(super) struct Items {
    pub(super) items: Vec<Value>,
    /// True if the list has more pages than were to be fetched.
    pub(super) has_more: bool,
}

/// Fetches all items of the list at `url`. Reports its pages as `what`.
pub(super) fn collect_items(client: &Client, what: &'static str, url: &str) -> Result<Vec<Value>, Error> {
    let report = |done| client.env.progress(Progress { what, done, total: None });
    let Items { items, has_more } = collect_pages(client, url, MAX_PAGES, report)?;
    if has_more { Err(Error::TooManyPages { url: url.to_owned(), pages: MAX_PAGES }) } else { Ok(items) }
}

/// Fetches the items of the first `max_pages` pages of the list at `url`. Calls `report` before each page with the
/// number of those that were fetched. Follows the `Link` header only: some of GitHub's lists have numbered pages,
/// others a cursor.
pub(super) fn collect_pages(
    client: &Client,
    url: &str,
    max_pages: usize,
    report: impl Fn(usize),
) -> Result<Items, Error> {
    let mut items = Vec::new();
    let mut next = Some(url.to_owned());
    let mut pages = 0;
    while let Some(page) = next {
        if pages == max_pages {
            return Ok(Items { items, has_more: true });
        }
        report(pages);
        let response = client.get(&page)?;
        let list = github::parse_list(&response.body)
            .map_err(|reason| Error::InvalidResponse { url: page.clone(), reason })?;
        items.extend(list);
        pages += 1;
        next = match Links::parse(response.link.as_deref().unwrap_or_default()).next {
            None => None,
            Some(to) => match client.options.api.resolve(&page, &to) {
                Some(resolved) => Some(resolved),
                None => return Err(Error::ForeignRedirect { url: page, to }),
            },
        };
    }
    Ok(Items { items, has_more: false })
}
