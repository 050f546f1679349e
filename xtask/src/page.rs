//! The third step: the folder that is served, tested and shipped.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::links::Links;
use crate::project::Project;
use crate::run::say;
use crate::stamp::empty;
use crate::{finish, glue};

/// Builds whatever has changed, assembles the page and gives its folder.
pub(crate) fn build(project: &Project) -> Result<PathBuf> {
    let page = project.page();
    let links = assemble(project, &page)?;
    finish::run(project, &links, &page)?;
    Ok(page)
}

/// The page without the last step, in a folder.
pub(crate) fn assemble(project: &Project, page: &Path) -> Result<Links> {
    let source = project.path("index.html");
    let html = fs::read_to_string(&source).with_context(|| format!("{} cannot be read", source.display()))?;
    let links = Links::read(&html)?;
    let glue = glue::build(project, &links.program)?;
    say("Assembling the page");
    empty(page)?;
    copy_folder(&glue, page)?;
    for file in &links.files {
        copy_file(&project.path(file), page)?;
    }
    for folder in &links.folders {
        copy_folder(&project.path(folder), &page.join(name(folder)?))?;
    }
    fs::write(page.join("index.html"), &links.html).context("index.html cannot be written")?;
    Ok(links)
}

/// Every file below a folder, relative to it, in order.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(folder, Path::new(""), &mut found).with_context(|| format!("{} cannot be listed", folder.display()))?;
    found.sort();
    Ok(found)
}

/// Copies everything below a folder into another.
pub(crate) fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    if !from.is_dir() {
        bail!(
            "index.html asks for the folder {}, which does not exist.",
            from.display()
        );
    }
    for file in files(from)? {
        let target = to.join(&file);
        copy_file(&from.join(&file), target.parent().unwrap_or(to))?;
    }
    Ok(())
}

fn copy_file(from: &Path, folder: &Path) -> Result<()> {
    let to = folder.join(name(from)?);
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    fs::copy(from, &to).with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))?;
    Ok(())
}

fn name(path: &Path) -> Result<&std::ffi::OsStr> {
    path.file_name()
        .with_context(|| format!("`{}` names no file", path.display()))
}

fn collect(folder: &Path, below: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let relative = below.join(entry.file_name());
        if entry.path().is_dir() {
            collect(&entry.path(), &relative, found)?;
        } else {
            found.push(relative);
        }
    }
    Ok(())
}
