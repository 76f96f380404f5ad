//! What opens a topic: a heading or a sentence that names its pull request.

use crate::minutes::replacements::{self, Pair};
use crate::minutes::statement::Statement;
use crate::minutes::wording::{Break, Word, pull_requests, sentences};

/// The heading or the sentence that opens a topic.
#[derive(Debug, Default)]
pub(in crate::minutes) struct Opening {
    /// The pull requests that it names, without those that it says are replaced. Empty for a proposal that
    /// is not filed yet.
    pub(in crate::minutes) pull_requests: Vec<u32>,
    /// The address of the proposal, as it is written.
    pub(in crate::minutes) url: Option<String>,
    /// What it says of one pull request replacing another.
    pub(in crate::minutes) replaced: Vec<Pair>,
    /// The heading or the sentence.
    pub(in crate::minutes) statement: Statement,
    pub(in crate::minutes) is_heading: bool,
    /// The sentence as it is shown: without an address at its start.
    pub(in crate::minutes) text: String,
    /// True if words follow the last link of the sentence, so that it may say more than which proposal it
    /// is about.
    pub(in crate::minutes) has_remark: bool,
}

impl Opening {
    /// Returns the opening that `heading` is, if it names a pull request.
    pub(super) fn of_heading(heading: &Statement, repository_url: &str) -> Option<Self> {
        let opening = Opening::naming(&heading.words(repository_url));
        let is_opening = !opening.pull_requests.is_empty();
        is_opening.then(|| Opening { statement: heading.clone(), is_heading: true, ..opening })
    }

    /// Returns the opening that `statement` begins with, and what follows it in the statement. The forms are
    /// "Discussed …", "Touched on …", "RFC (URL) …", "RFC: …" and a link at the start.
    pub(super) fn parse(statement: &Statement, repository_url: &str) -> Option<(Self, Vec<Statement>)> {
        let words = statement.words(repository_url);
        let mut all = sentences(&words);
        let sentence = all.next()?;
        let opening = Opening::naming(sentence);
        let is_numbered = !opening.pull_requests.is_empty();
        let is_unfiled = || !opening.replaced.is_empty() || links_rfc(sentence);
        let is_opening = if begins_with_verb(sentence) {
            is_numbered || is_unfiled()
        } else {
            is_numbered && begins_with_name(sentence)
        };
        if !is_opening {
            return None;
        }
        let end = all.next().and_then(|next| next.first()).map_or(statement.text().len(), |word| word.start);
        let has_remark = sentence.last().is_some_and(|word| word.url.is_none());
        let (statement, after) = statement.split_at(end);
        let address_end = statement.leading_address();
        let (_, remark) = statement.split_at(address_end);
        let text = remark.text().to_owned();
        let rest = if address_end > 0 { vec![remark, after] } else { vec![after] };
        let rest = rest.into_iter().filter(|statement| !statement.text().is_empty()).collect();
        Some((Opening { statement, text, has_remark, ..opening }, rest))
    }

    /// Returns an opening with the proposals that `words` name.
    fn naming(words: &[Word<'_>]) -> Self {
        let replaced = replacements::find(words, None);
        let pull_requests = pull_requests(words, &replaced.iter().map(|pair| pair.old).collect());
        let subject = pull_requests.first().copied();
        let link = words.iter().find(|word| word.url.is_some() && word.pull_request == subject);
        let url = link.and_then(|word| word.url).map(str::to_owned);
        Opening { pull_requests, url, replaced, ..Opening::default() }
    }
}

fn begins_with_verb(sentence: &[Word<'_>]) -> bool {
    let is = |index: usize, text: &str| sentence.get(index).is_some_and(|word| word.is_in(&[text]));
    is(0, "discussed") || (is(0, "touched") && is(1, "on"))
}

/// True for a link to a pull request at the start, "RFC (URL)" and "RFC: title".
fn begins_with_name(sentence: &[Word<'_>]) -> bool {
    let [first, rest @ ..] = sentence else { return false };
    let is_set_off = || first.after == Break::Colon || rest.first().is_some_and(|word| word.url.is_some());
    first.pull_request.is_some() || (first.is_in(&["rfc"]) && is_set_off())
}

/// True if `sentence` says "RFC (URL)", whatever the address is.
fn links_rfc(sentence: &[Word<'_>]) -> bool {
    sentence.windows(2).any(|pair| {
        let [rfc, link] = pair else { return false };
        rfc.is_in(&["rfc"]) && link.url.is_some()
    })
}
