//! How many tests passed, counted from what the test runners print.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::run::line;

/// The sum over all runners, and the stages that failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) stages: Vec<String>,
}

impl Tally {
    /// Runs a test command, passes on what it prints as it prints it, and counts.
    pub(crate) fn run(&mut self, command: &mut Command) -> Result<()> {
        let shown = line(command);
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("`{shown}` could not be started"))?;
        let printed = child.stdout.take().context("A test runner without an output")?;
        for line in BufReader::new(printed).split(b'\n') {
            let line = line.with_context(|| format!("`{shown}` stopped printing"))?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            self.count(&line);
        }
        let status = child
            .wait()
            .with_context(|| format!("`{shown}` cannot be waited for"))?;
        if !status.success() {
            bail!("`{shown}` failed ({status}). What it printed is above.");
        }
        Ok(())
    }

    fn count(&mut self, line: &str) {
        let Some(result) = line.trim_start().strip_prefix("test result: ") else {
            return;
        };
        let number = |word: &str| {
            let (before, _) = result.split_once(word)?;
            before.split([' ', '.']).next_back()?.parse::<u32>().ok()
        };
        self.passed += number(" passed").unwrap_or(0);
        self.failed += number(" failed").unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_all_runners_are_summed() {
        let mut tally = Tally::default();
        tally.count("running 3 tests");
        tally.count("test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s");
        tally.count("test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 filtered out; finished in 0.01s");
        assert_eq!((tally.passed, tally.failed), (14, 1));
    }
}
