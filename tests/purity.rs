//! The pure rooms know neither the view nor the browser nor a clock.

#![cfg(test)]

use std::path::{Path, PathBuf};

const PURE: [&str; 9] = [
    "src/proposal",
    "src/github",
    "src/feed",
    "src/minutes",
    "src/query",
    "src/settings.rs",
    "src/words",
    "src/json.rs",
    "src/json",
];
const FOREIGN: [&str; 10] = [
    "leptos",
    "web_sys",
    "js_sys",
    "gloo_",
    "wasm_bindgen",
    "reactive_graph",
    "Utc::now",
    "std::time",
    "std::net",
    "std::fs",
];

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let entries = std::fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    entries.flat_map(|entry| files(&entry.unwrap().path())).collect()
}

#[test]
fn pure_rooms_import_nothing_foreign() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources: Vec<PathBuf> = PURE.iter().flat_map(|room| files(&root.join(room))).collect();
    assert!(sources.len() > 15, "the rooms are not where this test looks for them");
    for source in sources {
        let text = std::fs::read_to_string(&source).unwrap();
        for word in FOREIGN {
            assert!(!text.contains(word), "{} knows {word}", source.display());
        }
    }
}

#[test]
fn the_view_neither_fetches_nor_parses() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for source in files(&root.join("src/view")) {
        let text = std::fs::read_to_string(&source).unwrap();
        for word in ["web_sys", "js_sys", "gloo_", "serde", "wasm_bindgen", "inner_html"] {
            assert!(!text.contains(word), "{} knows {word}", source.display());
        }
    }
}

/// Whether a line of code holds a text for people: a literal that begins with a capital letter.
fn holds_words(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.split('"').skip(1).step_by(2).any(|literal| literal.starts_with(|c: char| c.is_uppercase()))
}

#[test]
fn every_word_is_among_the_words() {
    assert!(holds_words(r#"view! { <p class="x">"Try again"</p> }"#));
    assert!(!holds_words(r#"view! { <p class="alesco">{words::TRY_AGAIN}</p> } // "Try""#));
    let view = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view");
    for source in files(&view) {
        let text = std::fs::read_to_string(&source).unwrap();
        let found: Vec<&str> = text.lines().filter(|line| holds_words(line)).collect();
        assert_eq!(found, [""; 0], "{}", source.display());
    }
}
