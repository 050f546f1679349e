//! `cargo xtask record`: finds out what a board needs until it stands on the screen, for `split`.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result};

use crate::browser::Browser;
use crate::links::Links;
use crate::project::Project;
use crate::run::say;
use crate::stamp::empty;
use crate::test::end_to_end;
use crate::{glue, page, split};

/// Opens a board of the program that watches itself, and writes down which functions did not run.
pub(crate) fn run(project: &Project) -> Result<()> {
    let html = fs::read_to_string(project.path("index.html")).context("index.html cannot be read")?;
    let program = Links::read(&html)?.program;
    let whole = page::build(project)?;
    let page = project.target("xtask/watched");
    empty(&page)?;
    page::copy_folder(&whole, &page)?;
    page::copy_folder(&glue::build(project, &program)?, &page)?;
    let file = page.join(format!("{}_bg.wasm", program.name));
    let wasm = fs::read(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    fs::write(&file, split::watch(&wasm)?).with_context(|| format!("{} cannot be written", file.display()))?;
    // Each browser has functions that only it needs.
    let mut ran = BTreeSet::new();
    for browser in Browser::ALL {
        say(format!("Opening boards in {}", browser.name()));
        for function in end_to_end::record(project, browser, &page)?.split_whitespace() {
            ran.insert(function.parse()?);
        }
    }
    let later = project.path("xtask/src/split/later.txt");
    fs::write(&later, split::recording(&wasm, &ran)?).context("later.txt cannot be written")?;
    say(format!(
        "{} functions ran; the others are in {}",
        ran.len(),
        later.display()
    ));
    Ok(())
}
