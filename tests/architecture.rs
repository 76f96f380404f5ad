//! The layers of the crate: which module may use which, and what the pure modules do without.

#![cfg(test)]

use std::path::{Path, PathBuf};

/// Modules that know neither Leptos, the browser nor a clock.
const PURE: [&str; 11] = [
    "proposal",
    "reading",
    "minutes",
    "github",
    "snapshot",
    "feed",
    "query",
    "meeting",
    "syndication",
    "i18n",
    "config",
];

/// The modules that each pure module may use.
const USES: [(&str, &[&str]); 11] = [
    ("proposal", &[]),
    ("reading", &["proposal", "github"]),
    ("minutes", &["proposal"]),
    ("github", &["proposal"]),
    ("snapshot", &["proposal", "minutes", "github"]),
    ("feed", &["proposal", "minutes", "github", "snapshot"]),
    ("query", &["proposal", "minutes", "github", "snapshot"]),
    ("meeting", &["proposal", "minutes", "query"]),
    ("syndication", &["proposal", "minutes", "github"]),
    ("i18n", &["proposal", "github", "feed", "query", "meeting"]),
    ("config", &["proposal", "query", "i18n"]),
];

/// The modules that each other module may use besides the pure ones. Nobody but the binaries uses `runtime`.
const USES_BESIDES_PURE: [(&str, &[&str]); 5] = [
    ("ui", &[]),
    ("browser", &[]),
    ("runtime", &["ui", "browser"]),
    ("prerender", &["ui"]),
    ("snapshot_cli", &["prerender"]),
];

/// What a pure module must not name.
const IMPURE: [&str; 10] = [
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

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Returns the Rust files of a module, tests excluded, each with its text.
fn sources(module: &str) -> Vec<(PathBuf, String)> {
    fn walk(path: &Path, files: &mut Vec<PathBuf>) {
        if path.is_file() {
            files.push(path.to_owned());
        } else if let Ok(entries) = std::fs::read_dir(path) {
            for entry in entries {
                let path = entry.unwrap().path();
                if path.file_stem().is_some_and(|stem| stem != "tests") {
                    walk(&path, files);
                }
            }
        }
    }
    let mut files = Vec::new();
    walk(&src().join(module), &mut files);
    walk(&src().join(format!("{module}.rs")), &mut files);
    let text = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        (path, text)
    };
    files.into_iter().map(text).collect()
}

/// Returns the modules of `src`.
fn modules() -> Vec<String> {
    let entries = std::fs::read_dir(src()).unwrap().map(|entry| entry.unwrap().path());
    let is_module = |path: &PathBuf| path.is_dir() || path.extension().is_some_and(|ext| ext == "rs");
    let name = |path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned();
    let mut modules: Vec<String> = entries.filter(is_module).map(name).collect();
    modules.retain(|module| !["lib", "main", "bin", "long_texts"].contains(&module.as_str()));
    modules.sort();
    modules.dedup();
    modules
}

/// Returns the lines of code without their comments.
fn code(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Returns the top-level modules that paths of the form `crate::name` and `crate::{name, other::Item}` name.
fn named_modules(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let ident = |text: &str| -> String {
        text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
    };
    for path in code(text).split("crate::").skip(1) {
        let Some(group) = path.strip_prefix('{') else {
            names.push(ident(path));
            continue;
        };
        let mut depth = 1;
        let mut item = String::new();
        for c in group.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            if depth == 0 || (depth == 1 && c == ',') {
                names.push(ident(item.trim()));
                item.clear();
            } else {
                item.push(c);
            }
            if depth == 0 {
                break;
            }
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Returns the modules that a module may use.
fn allowed(module: &str) -> Option<Vec<&'static str>> {
    let find = |table: &[(&str, &'static [&'static str])]| {
        table.iter().find(|(name, _)| *name == module).map(|(_, uses)| uses.to_vec())
    };
    find(&USES).or_else(|| find(&USES_BESIDES_PURE).map(|uses| [&PURE[..], &uses].concat()))
}

#[test]
fn paths_are_found_in_every_form() {
    let check = |text: &str, expected: &[&str]| assert_eq!(named_modules(text), expected, "{text}");
    check("use crate::feed;", &["feed"]);
    check("use crate::feed::{State, Event};", &["feed"]);
    check("pub(crate) use crate::github::fields;", &["github"]);
    check("use crate::{github, snapshot::{self, Snapshot}, feed};", &["github", "snapshot", "feed"]);
    check("use crate::{\n    github,\n    query::Query,\n};", &["github", "query"]);
    check("fn f() -> crate::proposal::Time { crate::feed::next() }", &["proposal", "feed"]);
    check("// use crate::feed;\n/// See crate::query.", &[]);
}

#[test]
fn imports_point_downward() {
    let mut upward = Vec::new();
    for module in modules() {
        let Some(allowed) = allowed(&module) else { panic!("src/{module} has no place in this test") };
        for (path, text) in sources(&module) {
            for name in named_modules(&text) {
                if name != module && !allowed.contains(&name.as_str()) {
                    upward.push(format!("{}: crate::{name}", path.display()));
                }
            }
        }
    }
    assert_eq!(upward, [""; 0]);
}

#[test]
fn only_the_binaries_and_the_crate_root_name_the_runtime() {
    for module in modules() {
        assert!(allowed(&module).is_some_and(|allowed| !allowed.contains(&"runtime")), "{module}");
    }
}

#[test]
fn pure_modules_know_neither_leptos_nor_the_browser_nor_a_clock() {
    for module in PURE {
        for (path, text) in sources(module) {
            let code = code(&text);
            for name in IMPURE {
                assert!(!code.contains(name), "{} names {name}", path.display());
            }
        }
    }
    assert!(PURE.iter().filter(|module| !sources(module).is_empty()).count() >= 7);
}

#[test]
fn components_neither_fetch_nor_parse() {
    for (path, text) in sources("ui/components") {
        for name in ["web_sys", "js_sys", "gloo_", "serde", "wasm_bindgen", "inner_html"] {
            assert!(!text.contains(name), "{} names {name}", path.display());
        }
    }
}

/// True if a line of code has a string that begins with a capital letter, as texts on the screen do.
fn has_screen_text(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default();
    code.split('"').skip(1).step_by(2).any(|literal| literal.starts_with(|c: char| c.is_uppercase()))
}

#[test]
fn components_take_every_text_from_the_messages() {
    assert!(has_screen_text(r#"view! { <p class="x">"Try again"</p> }"#));
    assert!(!has_screen_text(r#"view! { <p class="alesco">{i18n::TRY_AGAIN}</p> } // "Try""#));
    for (path, text) in sources("ui/components") {
        let found: Vec<&str> = text.lines().filter(|line| has_screen_text(line)).collect();
        assert_eq!(found, [""; 0], "{}", path.display());
    }
}
