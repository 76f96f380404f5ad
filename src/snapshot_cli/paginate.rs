//! The pages of a list.

use serde_json::Value;

use super::client::Client;
use super::{Env, Error, Options, Progress};
use crate::github::{self, Links};

/// Pages of a list at most. A longer list, of more than ten thousand items, ends the run.
pub const MAX_PAGES: usize = 100;

/// Fetches all items of the list at `url`. Reports its pages as `what`, if given. Follows the `Link` header only:
/// some of GitHub's lists have numbered pages, others a cursor.
pub(super) fn collect_items(
    options: &Options,
    client: &Client,
    env: &dyn Env,
    what: Option<&'static str>,
    url: &str,
) -> Result<Vec<Value>, Error> {
    let mut items = Vec::new();
    let mut next = Some(url.to_owned());
    let mut pages = 0;
    while let Some(page) = next {
        if pages == MAX_PAGES {
            return Err(Error::TooManyPages { url: url.to_owned(), pages });
        }
        if let Some(what) = what {
            env.progress(Progress { what, done: pages, total: None });
        }
        let response = client.get(&page)?;
        let list = github::parse_list(&response.body)
            .map_err(|reason| Error::InvalidResponse { url: page.clone(), reason })?;
        items.extend(list);
        pages += 1;
        next = match Links::parse(response.link.as_deref().unwrap_or_default()).next {
            None => None,
            Some(to) => match options.api.resolve(&page, &to) {
                Some(resolved) => Some(resolved),
                None => return Err(Error::ForeignRedirect { url: page, to }),
            },
        };
    }
    Ok(items)
}
