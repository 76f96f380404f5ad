//! The workflow in docs/snapshot.md, run as GitHub runs it: in a clone of a site, with a mock of the API.

use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Command;

use super::recorded::recorded;
use super::*;

const DOCUMENT: &str = include_str!("../../docs/snapshot.md");

/// Returns the scripts of the workflow's steps.
fn scripts() -> Vec<String> {
    let (_, workflow) = DOCUMENT.split_once("```yaml\n").unwrap();
    let (workflow, _) = workflow.split_once("\n```").unwrap();
    let mut scripts: Vec<String> = Vec::new();
    // The indentation of a script of several lines.
    let mut of_script = None;
    for line in workflow.lines() {
        let indent = line.len() - line.trim_start().len();
        match (line.trim_start().strip_prefix("- run: "), of_script) {
            (Some("|"), _) => {
                scripts.push(String::new());
                of_script = Some(indent);
            }
            (Some(script), _) => scripts.push(script.to_owned()),
            (None, Some(outer)) if indent > outer => {
                let script = scripts.last_mut().unwrap();
                script.push_str(line.trim_start());
                script.push('\n');
            }
            (None, _) => of_script = None,
        }
    }
    scripts
}

fn git(directory: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git").arg("-C").arg(directory).args(arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// Runs the steps in a clone, as GitHub does: each by `bash -e`.
fn run(clone: &Path, commands: &Path, api: &str) {
    for script in scripts() {
        let path = format!("{}:{}", commands.display(), std::env::var("PATH").unwrap());
        let output = Command::new("bash")
            .args(["-e", "-c", &script])
            .current_dir(clone)
            .env("PATH", path)
            .env("GITHUB_WORKSPACE", clone)
            // As if they stood behind `make`.
            .env("MAKEFLAGS", format!("-- API={api}"))
            .output()
            .unwrap();
        let messages = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{script}\n{messages}");
    }
}

#[test]
fn the_example_workflow_commits_the_snapshot_and_its_html_and_nothing_if_nothing_changed() {
    let github = Mock::new(|request| match request.path.contains("/wiki/") {
        true => Reply::ok("[]"),
        false => recorded(request),
    });
    let folder = Folder::new();
    let [origin, clone, commands] = ["origin", "clone", "commands"].map(|name| folder.0.join(name));
    for directory in [&origin, &clone, &commands] {
        std::fs::create_dir(directory).unwrap();
    }
    git(&origin, &["init", "-q", "--bare", "-b", "main"]);
    git(&clone, &["init", "-q", "-b", "main"]);
    git(&clone, &["remote", "add", "origin", origin.to_str().unwrap()]);
    git(&clone, &["config", "push.autoSetupRemote", "true"]);
    std::fs::create_dir(clone.join("tools")).unwrap();
    symlink(env!("CARGO_MANIFEST_DIR"), clone.join("tools/alesco-proposals")).unwrap();
    // In place of `cargo run`: the builder is compiled already.
    let cargo = commands.join("cargo");
    let builder = env!("CARGO_BIN_EXE_snapshot");
    let script = format!(
        "#!/bin/sh\n[ \"$1\" = run ] || exit 0\nwhile [ \"$1\" != -- ]; do shift; done\nshift\nexec '{builder}' \"$@\"\n"
    );
    std::fs::write(&cargo, script).unwrap();
    std::fs::set_permissions(&cargo, std::fs::Permissions::from_mode(0o755)).unwrap();

    run(&clone, &commands, &github.address);
    let names = git(&origin, &["ls-tree", "-r", "--name-only", "main"]);
    let names: Vec<&str> = names.lines().collect();
    assert_eq!(names.len(), 28, "the snapshot, and HTML in 27 languages: {names:?}");
    for name in [
        "assets/alesco-proposals/proposals.json",
        "assets/alesco-proposals/proposals.en.html",
        "assets/alesco-proposals/proposals.zh-hans.html",
    ] {
        assert!(names.contains(&name), "{name}");
    }
    run(&clone, &commands, &github.address);
    assert_eq!(git(&origin, &["rev-list", "--count", "main"]).trim(), "1");
}
