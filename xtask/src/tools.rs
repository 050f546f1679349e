//! What has to be installed before the board can be built or tested. Everything goes into `.tools/` of the checkout;
//! what is there already is left alone, so a second run needs no network.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::{Project, WASM};
use crate::run::{cargo, command, output, run, say, which};
use crate::stamp::Stamp;

/// The standard library for WebAssembly.
pub(crate) fn wasm_target(project: &Project) -> Result<()> {
    let mut ask = command("rustc", &project.root);
    let libraries = output(ask.args(["--print", "target-libdir", "--target", WASM]))?;
    if PathBuf::from(libraries.trim()).is_dir() {
        return Ok(());
    }
    say(format!("Adding the target {WASM}"));
    rustup(
        project,
        &["target", "add", WASM],
        "Install the WebAssembly standard library of your Rust toolchain",
    )
}

/// A component of the toolchain that some installations lack.
pub(crate) fn component(project: &Project, name: &str, probe: &str) -> Result<()> {
    if output(command("cargo", &project.root).args([probe, "--version"])).is_ok() {
        return Ok(());
    }
    say(format!("Adding {name}"));
    rustup(
        project,
        &["component", "add", name],
        &format!("Install {name} for your Rust toolchain"),
    )
}

/// The file of an npm package from `xtask/npm`, installed first if its pinned versions are not there.
pub(crate) fn npm(project: &Project, file: &str) -> Result<PathBuf> {
    let folder = project.path(".tools/npm");
    let manifest = include_bytes!("../npm/package.json");
    let lock = include_bytes!("../npm/package-lock.json");
    let stamp = Stamp::of(&folder, &[manifest, lock]);
    if !stamp.is_fresh() {
        say("Installing wasm-opt, terser and axe-core from npm into .tools/npm");
        stamp
            .refill(|folder| {
                fs::write(folder.join("package.json"), manifest)?;
                fs::write(folder.join("package-lock.json"), lock)?;
                let npm = which("npm").context("npm is not installed. It comes with Node.js 20 or later.")?;
                run(command(npm, folder).args([
                    "ci",
                    "--loglevel=error",
                    "--ignore-scripts",
                    "--no-audit",
                    "--no-fund",
                ]))
            })
            .context(
                "wasm-opt and terser could not be installed. The first build needs Node.js 20 with npm, and a network that \
                 reaches the npm registry; later builds need neither network nor npm. Without a network, copy \
                 .tools/npm and .tools/npm.stamp from a checkout that has been built.",
            )?;
    }
    Ok(folder.join("node_modules").join(file))
}

/// `wasm-opt`. npm's build of it is a script for Node.
pub(crate) fn wasm_opt(project: &Project) -> Result<Command> {
    node(project, "binaryen/bin/wasm-opt")
}

/// `terser`, which shortens scripts.
pub(crate) fn terser(project: &Project) -> Result<Command> {
    node(project, "terser/bin/terser")
}

fn node(project: &Project, script: &str) -> Result<Command> {
    let script = npm(project, script)?;
    let node = which("node").context("Node.js is not installed. The build needs version 20 or later.")?;
    let mut command = command(node, &project.root);
    command.arg(script);
    Ok(command)
}

/// A program from crates.io of exactly this version, built into `.tools/bin`.
pub(crate) fn crates_io(project: &Project, package: &str, program: &str, version: &str) -> Result<PathBuf> {
    let installed = bin(project).join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    let is_right = |said: String| said.split_whitespace().any(|word| word == version);
    if installed.is_file() && output(command(&installed, &project.root).arg("--version")).is_ok_and(is_right) {
        return Ok(installed);
    }
    say(format!("Building {package} {version} into .tools (once, some minutes)"));
    let root = project.path(".tools");
    let install = |locked: &[&str]| {
        let mut install = cargo(&project.root);
        install.args([
            "install",
            package,
            "--version",
            version,
            "--debug",
            "--force",
            "--quiet",
            "--root",
        ]);
        run(install.arg(&root).args(locked))
    };
    // Its lock file may name a version that a mirror of crates.io does not have yet.
    install(&["--locked"])
        .or_else(|_| {
            say("Once more, without the versions it locks");
            install(&[])
        })
        .with_context(|| format!("{package} {version} could not be built"))?;
    Ok(installed)
}

/// Where programs from crates.io are.
pub(crate) fn bin(project: &Project) -> PathBuf {
    project.path(".tools/bin")
}

fn rustup(project: &Project, arguments: &[&str], otherwise: &str) -> Result<()> {
    if which("rustup").is_none() {
        bail!(
            "{otherwise}. With rustup installed, `cargo xtask` would have run `rustup {}`.",
            arguments.join(" ")
        );
    }
    run(command("rustup", &project.root).args(arguments))
}
