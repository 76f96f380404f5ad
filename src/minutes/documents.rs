//! Which pull requests the document of a proposal says are replaced. It is prose about pull requests, as minutes are.

use super::Replacement;
use super::blocks::{self, Shape};
use super::replacements::{self, Replacements};
use super::statement::Statement;

/// Returns the replacements that the document of pull request `number` states: what it replaces, by a sentence such as
/// "It supersedes the proposal in …" or a line `Replaces:`, and by a line `Superseded by:` in its header what it is
/// replaced by. `repository_url` is as in [`parse`](super::parse).
///
/// ```
/// use alesco_proposals::minutes;
///
/// let text = "# RFC: Kernel
///
/// It supersedes the earlier proposal in [PR #15](https://github.com/AlmaLinux/ALESCo/pull/15).
/// ";
/// let found = minutes::replacements_in_document(text, 18, "https://github.com/AlmaLinux/ALESCo");
/// assert_eq!((found[0].old, found[0].new), (15, Some(18)));
/// ```
pub fn replacements_in_document(text: &str, number: u32, repository_url: &str) -> Vec<Replacement> {
    let mut found = Replacements::default();
    let mut in_header = true;
    for block in &blocks::split(text, |_| true, &mut Vec::new()) {
        in_header &= !matches!(block.shape, Shape::Heading(2..));
        if block.shape == Shape::Verbatim {
            continue;
        }
        let statement = Statement::new(block);
        let mut pairs = replacements::find(&statement.words(repository_url), Some(number));
        // Other pull requests may replace each other, and another text may be replaced by this one.
        pairs.retain(|pair| pair.new == Some(number) || (in_header && pair.old == number));
        found.add(&pairs, statement.text());
        if in_header {
            statement.text().lines().for_each(|line| add_header_line(&mut found, line, number));
        }
    }
    found.into_list()
}

/// Adds what a header line such as `Replaces: #15, #9` or `Superseded by: #18` says. The numbers end at the first part
/// that is none, because the next line of the header may follow. A number with leading zeros is that of an RFC, not of
/// a pull request.
fn add_header_line(found: &mut Replacements, line: &str, number: u32) {
    let Some((key, value)) = line.split_once(':') else { return };
    let is = |keys: [&str; 3]| keys.iter().any(|name| key.trim().eq_ignore_ascii_case(name));
    let replaces = is(["replaces", "supersedes", "obsoletes"]);
    if !replaces && !is(["replaced by", "superseded by", "obsoleted by"]) {
        return;
    }
    let parts = value.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    let parse = |part: &str| part.strip_prefix('#').filter(|digits| !digits.starts_with('0'))?.parse().ok();
    for other in parts.filter(|part| !part.is_empty()).map_while(parse) {
        if other != number {
            let (old, new) = if replaces { (other, number) } else { (number, other) };
            found.push(old, Some(new), line);
        }
    }
}
