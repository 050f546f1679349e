//! `cargo xtask dist`: the folder that a site owner uploads.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;
use crate::run::say;
use crate::stamp::empty;
use crate::{compress, page};

/// Types worth compressing; pictures are compressed already, and a server's own settings are never sent.
const COMPRESSED: [&str; 10] = ["html", "js", "css", "wasm", "json", "svg", "csv", "ics", "md", "txt"];

struct Row {
    file: PathBuf,
    bytes: usize,
    brotli: Option<usize>,
}

/// Builds the page, copies it to `dist/`, puts `.br` and `.gz` beside what they shrink, and prints the sizes.
pub(crate) fn run(project: &Project) -> Result<()> {
    let page = page::build(project)?;
    let dist = project.path("dist");
    empty(&dist)?;
    page::copy_folder(&page, &dist)?;
    say("Compressing");
    let mut rows = Vec::new();
    for file in page::files(&dist)? {
        rows.push(compress(&dist, file)?);
    }
    print!("{}", table(&rows));
    say("dist/ is ready: upload all of it, names unchanged.");
    Ok(())
}

fn compress(dist: &Path, file: PathBuf) -> Result<Row> {
    let path = dist.join(&file);
    let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    let mut row = Row {
        file,
        bytes: bytes.len(),
        brotli: None,
    };
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    if COMPRESSED.contains(&extension) {
        let brotli = compress::brotli(&bytes)?;
        row.brotli = Some(brotli.len());
        beside(&path, ".br", &brotli)?;
        beside(&path, ".gz", &compress::gzip(&bytes)?)?;
    }
    Ok(row)
}

fn beside(path: &Path, suffix: &str, bytes: &[u8]) -> Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    fs::write(&name, bytes).with_context(|| format!("{} cannot be written", name.display()))
}

fn table(rows: &[Row]) -> String {
    let mut text = format!("{:<32} {:>10} {:>10}\n", "file", "bytes", "brotli");
    for row in rows {
        let brotli = row.brotli.map_or_else(|| "-".to_owned(), |bytes| bytes.to_string());
        let _ = writeln!(text, "{:<32} {:>10} {brotli:>10}", row.file.display(), row.bytes);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_compressed_has_a_dash() {
        let rows = [
            Row {
                file: "board.js".into(),
                bytes: 9000,
                brotli: Some(3000),
            },
            Row {
                file: "web.config".into(),
                bytes: 500,
                brotli: None,
            },
        ];
        let lines: Vec<_> = table(&rows)
            .lines()
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(lines, ["file bytes brotli", "board.js 9000 3000", "web.config 500 -"]);
    }
}
