//! The files of this repository that are written in Rust.

use std::fs;
use std::path::Path;

pub(super) struct Source {
    /// From the repository's root, with `/`.
    pub(super) path: String,
    pub(super) text: String,
}

impl Source {
    /// Lines that are neither comments nor tests beside the code, numbered from 1.
    pub(super) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let code = self.text.lines().take_while(|line| line.trim() != "#[cfg(test)]");
        code.enumerate()
            .map(|(n, line)| (n + 1, line))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// Where something is, for a person to go there.
    pub(super) fn at(&self, n: usize, what: &str) -> String {
        format!("{}:{n}: {}", self.path, what.trim())
    }

    /// The parts of its module's path: `["view", "card"]` for `src/view/card.rs`.
    pub(super) fn module(&self) -> Vec<&str> {
        let inside = self
            .path
            .trim_start_matches("src/")
            .trim_end_matches(".rs")
            .trim_end_matches("/mod");
        inside
            .split('/')
            .filter(|part| !matches!(*part, "lib" | "main"))
            .collect()
    }
}

pub(super) fn all() -> Vec<Source> {
    ["src", "tests", "xtask/src"].into_iter().flat_map(under).collect()
}

pub(super) fn under(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")), folder, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(root: &Path, folder: &str, found: &mut Vec<Source>) {
    let entries = fs::read_dir(root.join(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = [folder, &name].join("/");
        if entry.path().is_dir() {
            if name != "target" && !name.starts_with('.') {
                collect(root, &path, found);
            }
        } else if name.ends_with(".rs") {
            let text = fs::read_to_string(entry.path()).unwrap_or_else(|error| panic!("{path}: {error}"));
            found.push(Source { path, text });
        }
    }
}
