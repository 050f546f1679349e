//! Steps whose inputs have not changed are skipped.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A folder that a step fills, with a file beside it that says from what it was filled.
pub(crate) struct Stamp {
    folder: PathBuf,
    file: PathBuf,
    inputs: String,
}

impl Stamp {
    /// The stamp of a step that fills `folder` from these inputs.
    pub(crate) fn of(folder: &Path, inputs: &[&[u8]]) -> Self {
        let mut hasher = DefaultHasher::new();
        inputs.hash(&mut hasher);
        Self {
            folder: folder.to_owned(),
            file: folder.with_extension("stamp"),
            inputs: format!("{:016x}", hasher.finish()),
        }
    }

    /// Whether the folder was filled from the same inputs.
    pub(crate) fn is_fresh(&self) -> bool {
        self.folder.is_dir() && fs::read_to_string(&self.file).is_ok_and(|had| had == self.inputs)
    }

    /// Empties the folder, has the step fill it, and remembers the inputs only if the step succeeded.
    pub(crate) fn refill(&self, step: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
        let _ = fs::remove_file(&self.file);
        empty(&self.folder)?;
        step(&self.folder)?;
        fs::write(&self.file, &self.inputs).with_context(|| format!("{} cannot be written", self.file.display()))
    }
}

/// Makes this folder, or what was in it go.
pub(crate) fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}
