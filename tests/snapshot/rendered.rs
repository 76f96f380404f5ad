//! Reading of the HTML that Leptos renders: its elements, and its text.

use std::collections::BTreeMap;

/// An element with its attributes, values unescaped.
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

impl Element {
    /// Returns the value of an attribute; empty for one without a value.
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }
}

/// Returns the elements of a page. Rendered text and values have neither `<` nor `>`.
pub fn elements(html: &str) -> Vec<Element> {
    let tags = html.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0);
    tags.filter(|tag| !tag.starts_with(['/', '!'])).map(element).collect()
}

fn element(tag: &str) -> Element {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut attributes = BTreeMap::new();
    while !rest.trim().is_empty() {
        let (name, value) = match (rest.find("=\""), rest.find(' ')) {
            (Some(at), space) if space.is_none_or(|space| at < space) => {
                let (value, after) = rest[at + 2..].split_once('"').unwrap();
                let name = rest[..at].to_owned();
                rest = after.trim_start();
                (name, unescaped(value))
            }
            (_, space) => {
                let (name, after) = rest.split_at(space.unwrap_or(rest.len()));
                rest = after.trim_start();
                (name.to_owned(), String::new())
            }
        };
        assert_eq!(attributes.insert(name, value), None, "{tag}");
    }
    Element { name: name.to_owned(), attributes }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Returns the text of a page, unescaped.
pub fn text(html: &str) -> String {
    unescaped(&html.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().1).collect::<String>())
}

/// Returns the only value of an attribute of the elements for which another attribute has this value.
pub fn only<'a>(elements: &'a [Element], (name, value): (&str, &str), wanted: &str) -> &'a str {
    let found: Vec<&Element> = elements.iter().filter(|it| it.get(name) == Some(value)).collect();
    assert_eq!(found.len(), 1, "{name}={value}");
    found[0].get(wanted).unwrap()
}
