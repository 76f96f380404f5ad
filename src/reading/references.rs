//! References in text that GitHub turns into links: `#15`, `owner/name#15` and `@login`.

/// The longest login on GitHub, in bytes.
const MAX_LOGIN: usize = 39;

/// The most digits of an issue's number. `#336699` is a color.
const MAX_DIGITS: usize = 5;

/// Returns the number after a `#` and how many bytes it takes.
pub(super) fn issue_number(after: &str) -> Option<(u64, usize)> {
    let length = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let is_number = (1..=MAX_DIGITS).contains(&length) && !after.starts_with('0');
    let number = after.get(..length).filter(|_| is_number)?.parse().ok()?;
    (!after.get(length..)?.starts_with(is_word)).then_some((number, length))
}

/// True if a `#` after `before` may begin a reference to an issue of the same repository.
pub(super) fn may_begin_issue(before: &str) -> bool {
    !before.ends_with(|c: char| is_word(c) || matches!(c, '&' | '#' | '/'))
}

/// Returns `owner/name` at the end of `before`.
pub(super) fn repository(before: &str) -> Option<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
    let start = before.trim_end_matches(is_name).len();
    let repository = before.get(start..)?;
    let (owner, name) = repository.split_once('/')?;
    let is_valid = is_login(owner) && !name.is_empty() && !name.contains('/');
    (is_valid && !before.get(..start)?.ends_with(is_word)).then_some(repository)
}

/// Returns the login after an `@`.
pub(super) fn login<'a>(before: &str, after: &'a str) -> Option<&'a str> {
    let end = after.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(after.len());
    let (login, rest) = after.split_at(end);
    // `@scope/package` and `@tty1.service` are no logins, `@login.` at the end of a sentence is one.
    let mut rest = rest.chars();
    let goes_on = match rest.next() {
        Some('.') => rest.next().is_some_and(is_word),
        Some(c) => is_word(c) || matches!(c, '/' | '@'),
        None => false,
    };
    let begins = !before.ends_with(|c: char| is_word(c) || matches!(c, '/' | '@' | '.' | '-'));
    (begins && !goes_on && is_login(login)).then_some(login)
}

fn is_login(text: &str) -> bool {
    (1..=MAX_LOGIN).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}
