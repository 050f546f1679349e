//! The last step, `cargo xtask finish`: the program becomes two files, what is read by machines alone shorter, and each
//! language a file.
//!
//! Trunk runs it as a hook on the folder it has built; `cargo xtask` runs it on its own. So both pages are the same.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::links::Links;
use crate::project::Project;
use crate::run::{output, say};
use crate::split::{self, Later};
use crate::{lang, names, tools};

/// For terser: modules for browsers that know ES 2020. Comments with a licence (`@license`, `/*!`) stay.
const TERSER: [&str; 6] = [
    "--module",
    "--compress",
    "passes=3,ecma=2020,unsafe_arrows=true",
    "--mangle",
    "--ecma",
    "2020",
];

/// The page as Trunk has built it. A build for debugging stays as it is, and gets its languages.
pub(crate) fn trunk(project: &Project) -> Result<()> {
    let folder =
        env::var_os("TRUNK_STAGING_DIR").context("`cargo xtask finish` is for Trunk, which names a folder.")?;
    if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug") {
        return lang::write(project, Path::new(&folder));
    }
    let html = fs::read_to_string(project.path("index.html")).context("index.html cannot be read")?;
    run(project, &Links::read(&html)?, Path::new(&folder))
}

/// Splits the program, shortens the names between glue and wasm, and then all scripts.
pub(crate) fn run(project: &Project, links: &Links, page: &Path) -> Result<()> {
    say("Splitting the program, shortening names and scripts");
    let name = &links.program.name;
    let glue = page.join(format!("{name}.js"));
    let wasm = page.join(format!("{name}_bg.wasm"));
    let read = |path: &Path| fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let text = String::from_utf8(read(&glue)?).context("the glue is not text")?;
    let parts = split::split(&read(&wasm)?, &Later::recorded())?;
    let text = split::join(&text, name, &parts)?;
    let (text, bytes) = names::shorten(&text, &parts.first)?;
    fs::write(&glue, text)
        .and_then(|()| fs::write(&wasm, bytes))
        .and_then(|()| fs::write(page.join(format!("{name}_rest.wasm")), &parts.rest))
        .context("the shorter names cannot be written")?;
    minify(project, &glue)?;
    for file in &links.files {
        if let Some(name) = file
            .file_name()
            .filter(|_| file.extension().is_some_and(|it| it == "js"))
        {
            minify(project, &page.join(name))?;
        }
    }
    lang::write(project, page)
}

fn minify(project: &Project, script: &Path) -> Result<()> {
    let short = output(tools::terser(project)?.arg(script).args(TERSER))?;
    fs::write(script, short).with_context(|| format!("{} cannot be written", script.display()))
}
