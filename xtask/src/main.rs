//! What a developer runs: `cargo xtask COMMAND`.
//!
//! One file per command: [`serve`], [`dist`], [`size`], [`check`], [`mod@test`], [`mod@servers`], [`share`], [`trunk`]. Below
//! them, one file per idea: the steps from source to page ([`wasm`], [`glue`], [`page`], [`lang`], [`mod@finish`]), what has to be
//! installed first ([`tools`]), and the browsers ([`browser`]).

mod browser;
mod check;
mod compress;
mod dist;
mod finish;
mod glue;
mod lang;
mod links;
mod names;
mod page;
mod project;
mod record;
mod run;
mod serve;
mod servers;
mod share;
mod size;
mod split;
mod stamp;
mod test;
mod tools;
mod trunk;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::project::Project;

const USAGE: &str = "\
cargo xtask COMMAND

  serve [--port N]     build the page and show it on http://127.0.0.1:8080
  dist                 write to dist/ what a site owner uploads, and print its sizes
  size                 compare what a visitor downloads with the budget
  check                formatting, lints, documentation
  test [FILTER...]     every test: native, in the browser, size, end to end (Chromium)
       --all-browsers  also the core journeys in Firefox and WebKit
       --browser NAME  the end-to-end tests in chromium, firefox or webkit only
  share [--port N]     a board and a shared folder for your team to try, on Apache
  conformance          the sync engine at Apache, nginx, lighttpd and pouchdb-server
  hammer               fifty writers at each of them, killed in the middle
  scale                a hundred thousand events in a shared folder: time and memory
  screenshots          pictures of the page, into screenshots/
  record               find out what the first of the program's two files needs
  finish               what Trunk runs on the page it has built
  trunk                show that Trunk makes the same page
";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n{}", run::explain(&error));
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let mut arguments = Arguments::from_env();
    if arguments.contains(["-h", "--help"]) {
        print!("{USAGE}");
        return Ok(());
    }
    let command = arguments.subcommand()?;
    let project = Project::find()?;
    match command.as_deref() {
        Some("serve") => {
            let port = arguments.opt_value_from_str("--port")?;
            finish(arguments)?;
            serve::run(&project, port)
        }
        Some("test") => test::run(&project, test::Options::from(arguments)?),
        Some("dist") => finish(arguments).and_then(|()| dist::run(&project)),
        Some("size") => finish(arguments).and_then(|()| size::run(&project)),
        Some("check") => finish(arguments).and_then(|()| check::run(&project)),
        Some("share") => {
            let port = arguments.opt_value_from_str("--port")?;
            finish(arguments)?;
            share::run(&project, port)
        }
        Some("conformance") => finish(arguments).and_then(|()| servers::conformance(&project)),
        Some("hammer") => finish(arguments).and_then(|()| servers::hammer(&project)),
        Some("scale") => finish(arguments).and_then(|()| test::end_to_end::scale(&project)),
        Some("screenshots") => finish(arguments).and_then(|()| test::end_to_end::pictures(&project)),
        Some("record") => finish(arguments).and_then(|()| record::run(&project)),
        Some("finish") => finish(arguments).and_then(|()| finish::trunk(&project)),
        Some("trunk") => finish(arguments).and_then(|()| trunk::run(&project)),
        Some(other) => bail!("There is no command `{other}`.\n\n{USAGE}"),
        None => bail!("Which command?\n\n{USAGE}"),
    }
}

/// A word that nobody understands is an error, not a silence.
fn finish(arguments: Arguments) -> Result<()> {
    let rest = arguments.finish();
    if !rest.is_empty() {
        bail!("{rest:?} is not understood here.\n\n{USAGE}");
    }
    Ok(())
}
