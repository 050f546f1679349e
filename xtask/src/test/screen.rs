//! A screen nobody sees, for a browser that cannot do without.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::run::command;

/// A running Xvfb. It ends when this is dropped.
pub(crate) struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// Starts one on a free display, which the server itself chooses and prints.
    pub(crate) fn start(project: &Project) -> Result<Self> {
        let mut xvfb = command("Xvfb", &project.root);
        xvfb.args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        let mut server = xvfb
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("Xvfb could not be started")?;
        let printed = server.stdout.take().context("Xvfb without an output")?;
        let mut screen = Self {
            server,
            display: String::new(),
        };
        let mut number = String::new();
        BufReader::new(printed)
            .read_line(&mut number)
            .context("Xvfb printed no display")?;
        if number.trim().is_empty() {
            bail!("Xvfb ended before it had a display. Run `Xvfb -displayfd 1` to see why.");
        }
        screen.display = format!(":{}", number.trim());
        Ok(screen)
    }

    /// For the variable `DISPLAY`.
    pub(crate) fn display(&self) -> &str {
        &self.display
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
