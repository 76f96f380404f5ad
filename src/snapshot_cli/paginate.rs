//! A list of GitHub's, page after page.

use super::client::Client;
use super::{Env, Error, Progress};
use crate::github::Links;
use crate::json::Value;

/// No list is read further than this, which is ten thousand items: it ends the run.
pub const MAX_PAGES: usize = 100;

/// All items of the list at `url`; `what` stands for its pages where progress is said. Only links lead on:
/// some lists of GitHub's have numbered pages, others a cursor.
pub(super) fn collect_items(
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
            env.progress(Progress { what, at: pages, of: None });
        }
        let answer = client.get(&page)?;
        let Value::List(list) = answer.body else {
            return Err(Error::InvalidResponse { url: page, reason: "it is not a list".to_owned() });
        };
        items.extend(list);
        pages += 1;
        next = Links::parse(answer.link.as_deref().unwrap_or_default()).next;
        if let Some(to) = next.take_if(|to| !client.is_api_url(to)) {
            return Err(Error::ForeignRedirect { url: page, to });
        }
    }
    Ok(items)
}
