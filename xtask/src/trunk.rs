//! `cargo xtask trunk`: shows that `trunk build --release` makes the same page as `cargo xtask serve`.

use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::run::{command, run as run_command, say};
use crate::{page, tools};

const TRUNK: &str = "0.21.14";

/// Builds both pages and compares them, file by file.
pub(crate) fn run(project: &Project) -> Result<()> {
    let ours = page::build(project)?;
    let theirs = project.target("trunk-page");
    let trunk = tools::crates_io(project, "trunk", "trunk", TRUNK)?;
    // The program this time, since Trunk runs it. From .tools, Trunk has nothing to download.
    tools::crates_io(
        project,
        "wasm-bindgen-cli",
        "wasm-bindgen",
        &project.locked("wasm-bindgen")?,
    )?;
    let wasm_opt = tools::npm(project, ".bin")?;
    say(format!("Building the page with Trunk {TRUNK}"));
    let mut build = command(trunk, &project.root);
    build
        .args(["build", "--release", "--offline", "true", "--color", "never", "--dist"])
        .arg(&theirs);
    // Trunk takes NO_COLOR for a flag with a value of its own and refuses the usual "1".
    run_command(
        build
            .env("PATH", search_path(&[tools::bin(project), wasm_opt])?)
            .env_remove("NO_COLOR"),
    )?;
    let differences = compare(&ours, &theirs)?;
    if !differences.is_empty() {
        bail!(
            "Trunk's page ({}) differs from xtask's ({}):\n  {}\nBoth are made from the links in index.html; \
             Trunk.toml and xtask/src/glue.rs hold the settings.",
            theirs.display(),
            ours.display(),
            differences.join("\n  ")
        );
    }
    say("Trunk's page and xtask's are the same");
    Ok(())
}

fn search_path(first: &[PathBuf]) -> Result<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.iter().cloned().chain(env::split_paths(&rest))).context("The search path cannot be extended")
}

/// A sentence for each file that only one page has, or that differs.
fn compare(ours: &Path, theirs: &Path) -> Result<Vec<String>> {
    let (mine, other): (BTreeSet<_>, BTreeSet<_>) = (
        page::files(ours)?.into_iter().collect(),
        page::files(theirs)?.into_iter().collect(),
    );
    let mut differences: Vec<_> = mine
        .difference(&other)
        .map(|it| format!("only xtask has {}", it.display()))
        .collect();
    differences.extend(
        other
            .difference(&mine)
            .map(|it| format!("only Trunk has {}", it.display())),
    );
    for file in mine.intersection(&other) {
        let read = |folder: &Path| {
            let path = folder.join(file);
            fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))
        };
        if comparable(file, read(ours)?) != comparable(file, read(theirs)?) {
            differences.push(format!("{} differs", file.display()));
        }
    }
    Ok(differences)
}

/// Trunk leaves blank lines where its links were and, when it injects no script, the link of the program itself.
/// To a browser neither means anything.
fn comparable(file: &Path, bytes: Vec<u8>) -> Vec<u8> {
    if file.extension().is_none_or(|it| it != "html") {
        return bytes;
    }
    let text = String::from_utf8_lossy(&bytes);
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.contains("data-trunk"))
        .collect::<Vec<_>>()
        .join("\n")
        .into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_in_html_do_not_count_and_bytes_elsewhere_do() {
        let html = |text: &str| comparable(Path::new("index.html"), text.into());
        assert_eq!(html("<p>\n\n  Hello\n"), html("<p>\nHello"));
        assert_eq!(html("<link data-trunk rel=\"rust\" />\n<p>"), html("<p>"));
        assert_ne!(html("<p>Hello"), html("<p>Bye"));
        let js = |text: &str| comparable(Path::new("board.js"), text.into());
        assert_ne!(js("a\n\n"), js("a\n"));
    }
}
