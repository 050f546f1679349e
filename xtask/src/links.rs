//! The list of what goes into the page: the `<link data-trunk …>` lines of `index.html`.
//!
//! Trunk reads the same lines, so the page has one list and not two. To keep this reader a few lines long, it asks
//! for one `<link>` on a line of its own and says so when it finds anything else.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

/// What `index.html` asks for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Links {
    /// The program.
    pub(crate) program: Program,
    /// Files, copied beside `index.html` under their own names.
    pub(crate) files: Vec<PathBuf>,
    /// Folders, copied the same way.
    pub(crate) folders: Vec<PathBuf>,
    /// `index.html` as the page has it: without these lines.
    pub(crate) html: String,
}

/// The `rel="rust"` line.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Program {
    /// The binary target, which also names `NAME.js` and `NAME_bg.wasm`.
    pub(crate) name: String,
    /// What follows `-O` for wasm-opt.
    pub(crate) level: String,
    /// More arguments for wasm-opt.
    pub(crate) parameters: Vec<String>,
}

impl Links {
    /// Reads `index.html`.
    pub(crate) fn read(html: &str) -> Result<Self> {
        let mut links = Self::default();
        for (index, line) in html.lines().enumerate() {
            if line.contains("data-trunk") {
                links
                    .add(line.trim())
                    .with_context(|| format!("index.html, line {}", index + 1))?;
            } else {
                links.html.push_str(line);
                links.html.push('\n');
            }
        }
        if links.program.name.is_empty() {
            bail!("index.html has no line `<link data-trunk rel=\"rust\" data-bin=\"…\" />`, so it names no program.");
        }
        Ok(links)
    }

    fn add(&mut self, line: &str) -> Result<()> {
        let mut attributes = attributes(line)?;
        let mut take = |name: &str| {
            attributes
                .remove(name)
                .with_context(|| format!("The link has no `{name}`."))
        };
        match take("rel")?.as_str() {
            "rust" => {
                let name = take("data-bin")?;
                let level = take("data-wasm-opt")?;
                let parameters = take("data-wasm-opt-params").unwrap_or_default();
                let parameters = parameters.split_whitespace().map(str::to_owned).collect();
                let previous = std::mem::replace(
                    &mut self.program,
                    Program {
                        name,
                        level,
                        parameters,
                    },
                );
                if !previous.name.is_empty() {
                    bail!("A second rel=\"rust\": the page has one program.");
                }
            }
            "copy-file" => self.files.push(take("href")?.into()),
            "copy-dir" => self.folders.push(take("href")?.into()),
            other => bail!(
                "rel=\"{other}\" is known to Trunk only. `cargo xtask` knows rust, copy-file and copy-dir: use one of \
                 these, or teach it the new one in xtask/src/links.rs."
            ),
        }
        Ok(())
    }
}

/// The attributes of one `<link …>`; those without a value are empty.
fn attributes(line: &str) -> Result<BTreeMap<String, String>> {
    let inner = line.strip_prefix("<link ").and_then(|it| it.strip_suffix('>'));
    let Some(mut rest) = inner
        .map(|it| it.trim_end_matches('/').trim())
        .filter(|it| !it.contains(['<', '>']))
    else {
        bail!("`data-trunk` belongs on a line that is one `<link data-trunk … />` and nothing else. It is: {line}");
    };
    let mut found = BTreeMap::new();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted
                .split_once('"')
                .with_context(|| format!("`{name}` has no closing quote."))?,
            None if after.starts_with('=') => {
                bail!("The value of `{name}` belongs in double quotes.")
            }
            None => ("", after),
        };
        found.insert(name.to_owned(), value.to_owned());
        rest = after.trim_start();
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUST: &str = r#"<link data-trunk rel="rust" data-bin="board" data-wasm-opt="z" />"#;

    fn problem(line: &str) -> String {
        Links::read(line)
            .err()
            .map(|error| format!("{error:#}"))
            .unwrap_or_default()
    }

    #[test]
    fn the_lines_become_a_list_and_leave_the_page() -> Result<()> {
        let html = format!(
            "<head>\n  {RUST}\n  <link data-trunk rel=\"copy-file\" href=\"shell/page.js\"/>\n  \
             <link data-trunk rel=\"copy-dir\" href=\"samples\">\n</head>\n"
        );
        let links = Links::read(&html)?;
        assert_eq!(
            links.program,
            Program {
                name: "board".into(),
                level: "z".into(),
                parameters: Vec::new()
            }
        );
        assert_eq!(links.files, [PathBuf::from("shell/page.js")]);
        assert_eq!(links.folders, [PathBuf::from("samples")]);
        assert_eq!(links.html, "<head>\n</head>\n");
        Ok(())
    }

    #[test]
    fn parameters_of_wasm_opt_are_split_at_spaces() -> Result<()> {
        let line = RUST.replace(" />", r#" data-wasm-opt-params="--converge -tnh" />"#);
        assert_eq!(Links::read(&line)?.program.parameters, ["--converge", "-tnh"]);
        Ok(())
    }

    #[test]
    fn an_unknown_rel_is_named_with_its_line_and_a_way_out() {
        let said = problem(&format!("{RUST}\n<link data-trunk rel=\"sass\" href=\"a.scss\" />"));
        assert!(
            said.starts_with("index.html, line 2: rel=\"sass\" is known to Trunk only."),
            "{said}"
        );
    }

    #[test]
    fn anything_but_one_link_on_the_line_is_refused() {
        for line in [
            "<script data-trunk src=\"a.js\"></script>",
            "<link data-trunk",
            "<link data-trunk /><link />",
        ] {
            assert!(problem(line).contains("one `<link data-trunk … />`"), "{line}");
        }
        assert!(problem("<link data-trunk rel=rust />").contains("double quotes"));
        assert!(problem("<link data-trunk rel=\"rust />").contains("closing quote"));
    }

    #[test]
    fn a_page_without_a_program_or_with_two_is_refused() {
        assert!(problem("<p>Hello</p>").contains("names no program"));
        assert!(problem(&format!("{RUST}\n{RUST}")).contains("one program"));
    }

    #[test]
    fn the_page_of_this_repository_is_understood() -> Result<()> {
        Links::read(include_str!("../../index.html")).map(drop)
    }
}
