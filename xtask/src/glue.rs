//! The second step: JavaScript glue by wasm-bindgen, and a smaller wasm by wasm-opt.
//!
//! wasm-bindgen is used as a library, of exactly the version the board is built with: no installed program can be of
//! the wrong one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::links::Program;
use crate::project::Project;
use crate::run::{run, say};
use crate::stamp::Stamp;
use crate::{tools, wasm};

/// The folder with `NAME.js`, `NAME_bg.wasm` and whatever else the glue needs.
pub(crate) fn build(project: &Project, program: &Program) -> Result<PathBuf> {
    let (input, bytes) = wasm::build(project, &program.name)?;
    let version = project.locked("wasm-bindgen")?;
    let folder = project.target("xtask/glue");
    let settings = format!("{program:?} {version}");
    let stamp = Stamp::of(
        &folder,
        &[
            &bytes,
            settings.as_bytes(),
            include_bytes!("../npm/package-lock.json"),
            include_bytes!("glue.rs"),
        ],
    );
    if !stamp.is_fresh() {
        stamp.refill(|folder| {
            say(format!("Writing {}.js with wasm-bindgen {version}", program.name));
            bindgen(&input, &program.name, folder)?;
            shrink(project, program, folder)
        })?;
    }
    Ok(folder)
}

/// As the program `wasm-bindgen` does it for Trunk. `omit_default_module_path` is off there and on in the library; on,
/// the glue would not know where its wasm is.
fn bindgen(input: &Path, name: &str, folder: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(input)
        .web(true)
        .and_then(|it| {
            it.out_name(name)
                .typescript(false)
                .omit_default_module_path(false)
                .generate(folder)
        })
        .with_context(|| format!("wasm-bindgen could not make glue for {}", input.display()))
}

fn shrink(project: &Project, program: &Program, folder: &Path) -> Result<()> {
    let mut wasm_opt = tools::wasm_opt(project)?;
    say(format!(
        "Shrinking {}_bg.wasm with wasm-opt -O{}",
        program.name, program.level
    ));
    let wasm = folder.join(format!("{}_bg.wasm", program.name));
    let smaller = folder.join("smaller.wasm");
    wasm_opt.arg(format!("-O{}", program.level)).args(&program.parameters);
    run(wasm_opt.arg(&wasm).arg("--output").arg(&smaller))?;
    fs::rename(&smaller, &wasm).with_context(|| format!("{} cannot be replaced", wasm.display()))
}
