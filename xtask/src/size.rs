//! `cargo xtask size`: what a visitor downloads until the board stands on the screen, and whether that is still little.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::{compress, lang, page};

/// The most that the parts below may weigh together, in bytes of brotli.
const BUDGET: usize = 140 * 1024;

/// Everything that must arrive first. Styles and English are inside the wasm.
const PARTS: [(&str, &str); 3] = [
    ("wasm", "board_bg.wasm"),
    ("glue", "board.js"),
    ("shell", "alignment-board.js"),
];

/// What comes beside it and is no part of the budget: see ARCHITECTURE.md.
const REST: &str = "board_rest.wasm";

/// Builds the page and measures it.
pub(crate) fn run(project: &Project) -> Result<()> {
    measure(&page::build(project)?)
}

/// Prints the table; over the budget is an error.
pub(crate) fn measure(page: &Path) -> Result<()> {
    let weight = |name: &str| {
        let bytes = fs::read(page.join(name)).with_context(|| format!("The page has no {name}"))?;
        compress::brotli(&bytes).map(|it| it.len())
    };
    let mut parts = Vec::new();
    for (part, name) in PARTS {
        parts.push((format!("{part} ({name})"), weight(name)?));
    }
    print!("{}", table(&parts));
    println!("{:<28} {:>10}", format!("afterwards ({REST})"), weight(REST)?);
    for name in lang::files() {
        println!("{:<28} {:>10}", format!("or else ({name})"), weight(&name)?);
    }
    judge(parts.iter().map(|(_, bytes)| bytes).sum())
}

fn table(parts: &[(String, usize)]) -> String {
    let total = ("total".to_owned(), parts.iter().map(|(_, bytes)| bytes).sum());
    let mut text = format!("{:<28} {:>10}\n", "brotli 11", "bytes");
    for (name, bytes) in parts.iter().chain([&total]) {
        let _ = writeln!(text, "{name:<28} {bytes:>10}");
    }
    let _ = writeln!(text, "{:<28} {BUDGET:>10}", "budget");
    text
}

fn judge(total: usize) -> Result<()> {
    if total > BUDGET {
        bail!(
            "The board weighs {total} bytes of brotli, {} over its budget of {BUDGET}. `twiggy top` on a build that \
             keeps names shows what grew. What a board does not need until it stands can come later, if it is a function \
             of its own: `cargo xtask record` finds out.",
            total - BUDGET
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_ends_with_the_total_and_the_budget() {
        let text = table(&[("wasm".into(), 1000), ("glue".into(), 24)]);
        let ends: Vec<_> = text
            .lines()
            .rev()
            .take(2)
            .filter_map(|line| line.split_whitespace().last())
            .collect();
        assert_eq!(ends, ["143360", "1024"]);
    }

    #[test]
    fn the_budget_may_be_reached_but_not_passed() {
        assert!(judge(BUDGET).is_ok());
        let said = judge(BUDGET + 7)
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(said.contains("7 over its budget"), "{said}");
    }
}
