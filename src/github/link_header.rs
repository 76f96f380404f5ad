//! The header `Link` (RFC 8288), by which GitHub pages its lists.

/// The URLs of a `Link` header that the program uses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Links {
    /// The next page.
    pub next: Option<String>,
    /// The last page.
    pub last: Option<String>,
}

impl Links {
    /// Parses a header such as `<https://…>; rel="next", <https://…>; rel="last"`. Ignores what it cannot parse.
    pub fn parse(header: &str) -> Self {
        let mut links = Links::default();
        for link in header.split('<').skip(1) {
            let Some((url, parameters)) = link.split_once('>') else { continue };
            let relation = parameters
                .split(';')
                .filter_map(|parameter| parameter.trim().trim_end_matches(',').split_once('='))
                .find(|(name, _)| name.trim().eq_ignore_ascii_case("rel"));
            match relation.map(|(_, value)| value.trim().trim_matches('"')) {
                Some("next") => links.next = Some(url.to_owned()),
                Some("last") => links.last = Some(url.to_owned()),
                Some(_) | None => {}
            }
        }
        links
    }
}
