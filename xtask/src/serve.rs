//! `cargo xtask serve`: from a fresh checkout to the board on screen.

use std::io::ErrorKind;

use anyhow::{Result, anyhow};
use site::Plan;

use crate::page;
use crate::project::Project;
use crate::run::say;

const PORT: u16 = 8080;

/// Builds the page and serves it until the process is ended.
pub(crate) fn run(project: &Project, port: Option<u16>) -> Result<()> {
    let port = port.unwrap_or(PORT);
    // Asked for before the build: a taken port should not cost a minute to find out.
    let plan = Plan::of(project.page());
    let site = plan.start_on(port).map_err(|error| anyhow!(refused(port, &error)))?;
    page::build(project)?;
    say(format!("The board is at {}", site.address("/")));
    say("Ctrl+C ends it. After a change, end it and run it again; only what changed is built.");
    site.wait();
    Ok(())
}

fn refused(port: u16, error: &std::io::Error) -> String {
    let free = port.checked_add(1).unwrap_or(PORT);
    match error.kind() {
        ErrorKind::AddrInUse => format!(
            "Port {port} is taken, perhaps by another `cargo xtask serve`. End that program, or choose another port: \
             cargo xtask serve --port {free}"
        ),
        ErrorKind::PermissionDenied => {
            format!("Port {port} may not be used by you. Choose one above 1023: cargo xtask serve --port {PORT}")
        }
        _ => format!("Port {port} cannot be used: {error}. Choose another: cargo xtask serve --port {free}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_says_what_to_type() {
        assert!(refused(8080, &ErrorKind::AddrInUse.into()).ends_with("cargo xtask serve --port 8081"));
        assert!(refused(65535, &ErrorKind::AddrInUse.into()).ends_with("--port 8080"));
        assert!(refused(80, &ErrorKind::PermissionDenied.into()).ends_with("--port 8080"));
    }
}
