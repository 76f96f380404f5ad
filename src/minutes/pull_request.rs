//! Pull request numbers in URLs: the only thing that joins minutes to a proposal. Titles differ, and RFC
//! numbers are not unique.

/// Returns the number in `url` if it is the address of a pull request or issue of the repository at
/// `repository_url`, such as `https://github.com/AlmaLinux/ALESCo`, or of a page below it.
///
/// GitHub redirects `/issues/N` to `/pull/N`, so both count. Upper and lower case do not matter.
pub(super) fn number_in(url: &str, repository_url: &str) -> Option<u32> {
    let repository = without_scheme(repository_url).trim_end_matches('/');
    let path = strip_prefix_ignoring_case(without_scheme(url), repository)?;
    let number =
        ["/pull/", "/issues/"].into_iter().find_map(|folder| strip_prefix_ignoring_case(path, folder))?;
    let end = number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len());
    let (digits, rest) = number.split_at(end);
    let is_whole = rest.is_empty() || rest.starts_with(['/', '#', '?']);
    let number = digits.parse().ok().filter(|number| *number > 0)?;
    is_whole.then_some(number)
}

/// Removes `https://` or `http://` and `www.`.
fn without_scheme(url: &str) -> &str {
    let after =
        ["https://", "http://"].into_iter().find_map(|scheme| strip_prefix_ignoring_case(url, scheme));
    let rest = after.unwrap_or(url);
    strip_prefix_ignoring_case(rest, "www.").unwrap_or(rest)
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}
