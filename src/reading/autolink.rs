//! Bare URLs and email addresses in text, by the rules of GitHub's "autolinks (extension)":
//! <https://github.github.com/gfm/#autolinks-extension->.

/// The longest host name of a URL, in bytes (RFC 1035).
const MAX_HOST: usize = 255;

/// How far before an emphasis the beginning of a bare URL is looked for, in bytes.
const MAX_LOOK_BACK: usize = 1024;

/// Returns how many bytes the URL at the start of `text` takes, of which `before` is the character before.
pub(super) fn url_length(text: &str, before: Option<char>) -> Option<usize> {
    let scheme = scheme(text);
    let host_start = match scheme {
        Some(scheme) => (!before.is_some_and(|c| c.is_ascii_alphanumeric())).then_some(scheme.len())?,
        None => {
            let is_boundary =
                before.is_none_or(|c| c.is_whitespace() || matches!(c, '*' | '_' | '~' | '(' | '['));
            (is_boundary && starts_with(text, "www.")).then_some(0)?
        }
    };
    if !is_host(text.get(host_start..)?, scheme.is_none()) {
        return None;
    }
    let end = text.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(text.len());
    let length = without_trailing_punctuation(text.get(..end)?).len();
    (length > host_start).then_some(length)
}

/// True if a bare URL says its scheme; `www.example.org` does not.
pub(super) fn has_scheme(url: &str) -> bool {
    scheme(url).is_some()
}

fn scheme(text: &str) -> Option<&'static str> {
    ["https://", "http://", "ftp://"].into_iter().find(|scheme| starts_with(text, scheme))
}

/// True if `text` starts with `prefix`, in whichever case.
fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

/// True if `text` starts with a valid host name: the last two labels without underscores.
fn is_host(text: &str, needs_period: bool) -> bool {
    let is_host_char = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end = text
        .char_indices()
        .find(|&(at, c)| at > MAX_HOST || !is_host_char(c))
        .map_or(text.len(), |(at, _)| at);
    let host = text.get(..end).unwrap_or_default().trim_end_matches('.');
    let mut labels = host.rsplit('.');
    let is_long_enough = !needs_period || host.contains('.');
    !host.is_empty()
        && host.len() <= MAX_HOST
        && is_long_enough
        && labels.by_ref().take(2).all(|label| !label.contains('_'))
}

/// Removes from a URL what belongs to the sentence around it.
fn without_trailing_punctuation(url: &str) -> &str {
    let count = |c: char| url.matches(c).count();
    // Closing brackets that have no opening one.
    let mut extra_parentheses = count(')').saturating_sub(count('('));
    let mut extra_brackets = count(']').saturating_sub(count('['));
    let mut url = url;
    while let Some(last) = url.chars().next_back() {
        let end = match last {
            '?' | '!' | '.' | ',' | ':' | '*' | '_' | '~' | '\'' | '"' => url.len() - 1,
            ')' if extra_parentheses > 0 => {
                extra_parentheses -= 1;
                url.len() - 1
            }
            ']' if extra_brackets > 0 => {
                extra_brackets -= 1;
                url.len() - 1
            }
            ';' => start_of_entity(url).unwrap_or(url.len() - 1),
            _ => break,
        };
        url = url.get(..end).unwrap_or_default();
    }
    url
}

/// Returns where `&name;` at the end of `url` begins.
fn start_of_entity(url: &str) -> Option<usize> {
    let name = url.strip_suffix(';')?;
    let before = name.trim_end_matches(|c: char| c.is_ascii_alphanumeric());
    (before.len() < name.len()).then_some(before.strip_suffix('&')?.len())
}

/// Returns how many bytes the email address around an `@` takes before and after the `@`.
pub(super) fn email_lengths(before: &str, after: &str) -> Option<(usize, usize)> {
    let is_local = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
    let is_domain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let local = before.len() - before.trim_end_matches(is_local).len();
    let end = after.find(|c: char| !is_domain(c)).unwrap_or(after.len());
    let domain = after.get(..end)?.trim_end_matches('.');
    let is_valid = local > 0
        && domain.contains('.')
        && !domain.ends_with(['-', '_'])
        && domain.split('.').all(|label| !label.is_empty())
        && !after.get(end..)?.starts_with('@');
    is_valid.then_some((local, domain.len()))
}

/// True if `text` ends in a bare URL, so that a `*`, `_` or `~` that follows belongs to the URL.
pub(super) fn ends_in_url(text: &str) -> bool {
    let mut start = text.len().saturating_sub(MAX_LOOK_BACK);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let word = text.get(start..).and_then(|tail| tail.rsplit(|c: char| c.is_whitespace() || c == '<').next());
    let word = word.unwrap_or_default();
    word.char_indices().any(|(at, c)| {
        matches!(c, 'h' | 'H' | 'w' | 'W' | 'f' | 'F')
            && word.get(at..).is_some_and(|url| {
                url_length(url, word.get(..at).and_then(|s| s.chars().next_back())).is_some()
            })
    })
}
