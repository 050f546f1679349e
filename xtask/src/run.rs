//! Other programs, and saying what is being done.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use std::time::Instant;

use anyhow::{Context, Result, bail};

static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// Says what is about to happen, with the seconds since the first such word.
pub(crate) fn say(what: impl AsRef<str>) {
    eprintln!("{:>7.1} s  {}", START.elapsed().as_secs_f64(), what.as_ref());
}

/// An error and its causes, each on a line of its own.
pub(crate) fn explain(error: &anyhow::Error) -> String {
    let causes: Vec<_> = error.chain().map(ToString::to_string).collect();
    causes.join("\n  because: ")
}

/// The cargo that runs this xtask, in this folder.
pub(crate) fn cargo(folder: &Path) -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), folder)
}

/// A program in this folder.
pub(crate) fn command(program: impl AsRef<OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs it to its end; what it prints is seen.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| not_started(command))?;
    if !status.success() {
        bail!("`{}` failed ({status}). What it printed is above.", line(command));
    }
    Ok(())
}

/// Runs it to its end and gives what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| not_started(command))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("`{}` failed ({}):\n{}", line(command), output.status, said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The command as one would type it.
pub(crate) fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|it| it.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A program on the search path.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let names = [
        program.to_owned(),
        format!("{program}{}", env::consts::EXE_SUFFIX),
        format!("{program}.cmd"),
    ];
    env::split_paths(&path)
        .flat_map(|folder| names.clone().map(|name| folder.join(name)))
        .find(|it| it.is_file())
}

fn not_started(command: &Command) -> String {
    format!(
        "`{}` could not be started. Is {} installed?",
        line(command),
        command.get_program().display()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_told_before_its_causes() {
        let error = anyhow::anyhow!("npm is not installed").context("No wasm-opt");
        assert_eq!(explain(&error), "No wasm-opt\n  because: npm is not installed");
    }
}
