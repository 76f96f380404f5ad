//! Which URLs may be links.

/// True for an absolute URL of the schemes `https` and `http`. Others may run code, such as `javascript:`.
pub fn is_web_url(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
