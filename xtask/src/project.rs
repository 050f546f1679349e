//! Where things are, and which packages exist.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::run;

/// The board's own package.
pub(crate) const BOARD: &str = "alignment-board";
/// The package of the end-to-end tests, which need browsers and are run apart from the rest.
pub(crate) const END_TO_END: &str = "e2e";
/// The package of the tests at real servers, which have to be installed first.
pub(crate) const SERVERS: &str = "servers";
/// Where the widget runs.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// This checkout.
pub(crate) struct Project {
    /// The folder with `index.html`.
    pub(crate) root: PathBuf,
    target: PathBuf,
    packages: Vec<Value>,
}

impl Project {
    /// Asks cargo, so that a target folder set elsewhere is respected.
    pub(crate) fn find() -> Result<Self> {
        let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
        let root = root
            .canonicalize()
            .context("The checkout that this xtask was built in is gone. Build it anew.")?;
        let text = run::output(run::cargo(&root).args(["metadata", "--no-deps", "--format-version", "1"]))?;
        let mut metadata: Value = serde_json::from_str(&text).context("`cargo metadata` printed no JSON")?;
        let target = metadata["target_directory"]
            .as_str()
            .context("`cargo metadata` names no target folder")?
            .into();
        let packages = match metadata["packages"].take() {
            Value::Array(packages) => packages,
            _ => Vec::new(),
        };
        Ok(Self { root, target, packages })
    }

    /// A file or folder of the checkout.
    pub(crate) fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// Cargo's target folder, or something in it.
    pub(crate) fn target(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.target.join(relative)
    }

    /// The assembled release page.
    pub(crate) fn page(&self) -> PathBuf {
        self.target("page")
    }

    /// A package of the workspace, as `cargo metadata` describes it.
    pub(crate) fn package(&self, name: &str) -> Option<&Value> {
        self.packages.iter().find(|it| it["name"] == name)
    }

    /// Whether the board has a test target of this name.
    pub(crate) fn has_test(&self, name: &str) -> bool {
        let targets = self.package(BOARD).and_then(|it| it["targets"].as_array());
        targets.is_some_and(|all| all.iter().any(|it| it["name"] == name && it["kind"][0] == "test"))
    }

    /// Whether the board has a cargo feature of this name.
    pub(crate) fn has_feature(&self, name: &str) -> bool {
        self.package(BOARD).is_some_and(|it| it["features"].get(name).is_some())
    }

    /// The version of a package in `Cargo.lock`.
    pub(crate) fn locked(&self, package: &str) -> Result<String> {
        let path = self.path("Cargo.lock");
        let lock = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        locked(&lock, package).with_context(|| format!("Cargo.lock has no package `{package}`"))
    }
}

fn locked(lock: &str, package: &str) -> Option<String> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    Some(after.split_once('"')?.0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_found_by_the_whole_name() {
        let lock =
            "name = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\nname = \"wasm-bindgen\"\nversion = \"0.2.9\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.9"));
        assert_eq!(locked(lock, "yew"), None);
    }

    /// Three files name the versions of the same tools; a page that differs between Trunk and xtask starts here.
    #[test]
    fn the_pinned_tools_agree_everywhere() -> Result<()> {
        let project = Project::find()?;
        let trunk = fs::read_to_string(project.path("Trunk.toml"))?;
        let glue = project.locked("wasm-bindgen")?;
        assert_eq!(
            glue,
            project.locked("wasm-bindgen-cli-support")?,
            "xtask/Cargo.toml pins it"
        );
        assert!(
            trunk.contains(&format!("wasm_bindgen = \"{glue}\"")),
            "Trunk.toml should name {glue}"
        );
        let npm: Value = serde_json::from_str(&fs::read_to_string(project.path("xtask/npm/package.json"))?)?;
        let binaryen = npm["dependencies"]["binaryen"].as_str().unwrap_or_default();
        let version = binaryen.split('.').next().unwrap_or_default();
        assert!(
            trunk.contains(&format!("wasm_opt = \"version_{version}\"")),
            "Trunk.toml should name {version}"
        );
        Ok(())
    }
}
