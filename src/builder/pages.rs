//! A list of GitHub's, page after page.

use super::client::Client;
use super::{Failure, Progress, World};
use crate::github::Links;
use crate::json::Value;

/// No list is read further than this, which is ten thousand items: it ends the run.
pub const MOST_PAGES: usize = 100;

/// All items of the list at `url`; `what` stands for its pages where progress is said. Only links lead on:
/// some lists of GitHub's have numbered pages, others a cursor.
pub(super) fn items(
    client: &Client,
    world: &dyn World,
    what: Option<&'static str>,
    url: &str,
) -> Result<Vec<Value>, Failure> {
    let mut items = Vec::new();
    let mut next = Some(url.to_owned());
    let mut pages = 0;
    while let Some(page) = next {
        if pages == MOST_PAGES {
            return Err(Failure::Endless { url: url.to_owned(), pages });
        }
        if let Some(what) = what {
            world.progress(Progress { what, at: pages, of: None });
        }
        let answer = client.get(&page)?;
        let Value::List(list) = answer.body else {
            return Err(Failure::Unreadable { url: page, reason: "it is not a list".to_owned() });
        };
        items.extend(list);
        pages += 1;
        next = Links::read(answer.link.as_deref().unwrap_or_default()).next;
        if let Some(to) = next.take_if(|to| !client.is_within(to)) {
            return Err(Failure::Elsewhere { url: page, to });
        }
    }
    Ok(items)
}
