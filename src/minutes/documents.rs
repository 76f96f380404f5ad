//! Which pull requests the document of a proposal says are replaced. It is prose about pull requests, as minutes are.

use super::Replacement;
use super::blocks::{self, Block, Shape};
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
    }
    let mut list = found.into_list();
    list.extend(header_lines(text, number));
    let mut known = Vec::new();
    list.retain(|Replacement { old, new, .. }| {
        let is_new = !known.contains(&(*old, *new));
        known.push((*old, *new));
        is_new
    });
    list
}

/// Returns the replacements in lines such as `Replaces: #15` and `Superseded by: #18` before the first section. A
/// number with leading zeros is that of an RFC, not of a pull request.
fn header_lines(text: &str, number: u32) -> Vec<Replacement> {
    let is_header = |block: &&Block| !matches!(block.shape, Shape::Heading(2..));
    let blocks = blocks::split(text, |_| true, &mut Vec::new());
    let mut found = Vec::new();
    for block in blocks.iter().take_while(is_header) {
        let statement = Statement::new(block);
        for line in statement.text().lines() {
            let Some((key, value)) = line.split_once(':') else { continue };
            let is = |keys: [&str; 3]| keys.iter().any(|name| key.trim().eq_ignore_ascii_case(name));
            let (replaces, is_replaced) = (
                is(["replaces", "supersedes", "obsoletes"]),
                is(["replaced by", "superseded by", "obsoleted by"]),
            );
            for other in value.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';')) {
                let digits = other.strip_prefix('#').filter(|digits| !digits.starts_with('0'));
                let Some(other) = digits.and_then(|digits| digits.parse().ok()) else { continue };
                let sentence = line.to_owned();
                if other != number && replaces {
                    found.push(Replacement { old: other, new: Some(number), sentence });
                } else if other != number && is_replaced {
                    found.push(Replacement { old: number, new: Some(other), sentence });
                }
            }
        }
    }
    found
}
