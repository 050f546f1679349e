//! The first step from source to page: the release build of the program.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::project::{Project, WASM};
use crate::run::{cargo, run, say};
use crate::tools;

/// Builds the program and gives the path and the bytes of its wasm.
pub(crate) fn build(project: &Project, program: &str) -> Result<(PathBuf, Vec<u8>)> {
    tools::wasm_target(project)?;
    say(format!("Building {program} for WebAssembly, release"));
    run(cargo(&project.root).args(["build", "--release", "--target", WASM, "--bin", program]))?;
    let wasm = project.target(WASM).join("release").join(format!("{program}.wasm"));
    let bytes = fs::read(&wasm).with_context(|| format!("cargo built no {}", wasm.display()))?;
    Ok((wasm, bytes))
}
