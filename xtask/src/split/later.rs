//! Which functions can come later.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

/// The names of functions that did not run until the board stood on the screen: what `cargo xtask record` wrote down.
pub(crate) struct Later(BTreeSet<String>);

impl Later {
    /// The recorded ones.
    pub(crate) fn recorded() -> Self {
        Self::read(include_str!("later.txt"))
    }

    pub(super) fn read(text: &str) -> Self {
        Self(
            text.lines()
                .filter(|line| !line.starts_with('#'))
                .map(str::to_owned)
                .collect(),
        )
    }

    /// Whether all functions of that name can come later. One without a name, or unknown then, comes first.
    pub(super) fn contains(&self, name: &str) -> bool {
        let name = plain(name);
        !is_chance(&name) && self.0.contains(&name)
    }

    /// The text to be recorded: the names of which no function ran.
    pub(crate) fn text<'a>(functions: impl Iterator<Item = (&'a str, bool)> + Clone) -> Result<String> {
        let names = |wanted: bool| {
            functions
                .clone()
                .filter(move |(_, ran)| *ran == wanted)
                .map(|(name, _)| plain(name))
                .collect::<BTreeSet<_>>()
        };
        let (ran, not) = (names(true), names(false));
        if ran.is_empty() {
            bail!("no function ran, so nothing was recorded");
        }
        let mut text = String::from(
            "# What did not run until the board stood on the screen. Written by `cargo xtask record`, see ARCHITECTURE.md.\n",
        );
        for name in not.difference(&ran) {
            text.push_str(name);
            text.push('\n');
        }
        Ok(text)
    }
}

/// Whether it depends on chance that a function runs: on how full a table is, or in which order things come to be drawn.
fn is_chance(name: &str) -> bool {
    let library = [
        "yew::",
        "hashbrown::",
        "dlmalloc::",
        "alloc::collections::",
        "core::ptr::drop_in_place::",
    ];
    library
        .iter()
        .any(|it| name.trim_start_matches(['<', '&']).starts_with(it))
        && !name.contains("alignment_board")
}

/// A name without what changes from build to build: the hash at its end, and those of crates, in brackets.
fn plain(name: &str) -> String {
    let name = name.rsplit_once("::h").map_or(name, |(before, hash)| {
        if hash.len() == 16 && is_hash(hash) {
            before
        } else {
            name
        }
    });
    let mut short = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        short.push_str(before);
        match after.split_once(']') {
            Some((hash, after)) if hash.len() > 8 && is_hash(hash) => rest = after,
            _ => {
                short.push('[');
                rest = after;
            }
        }
    }
    short + rest
}

fn is_hash(text: &str) -> bool {
    text.bytes().all(|it| it.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_again_in_the_next_build() {
        assert_eq!(plain("board::view::draw::h0123456789abcdef"), "board::view::draw");
        assert_eq!(
            plain("<core[c5930c85a12de822]::fmt::Formatter>::pad"),
            "<core::fmt::Formatter>::pad"
        );
        assert_eq!(plain("sort::<[u8]>::hello"), "sort::<[u8]>::hello");
    }

    #[test]
    fn a_name_that_one_of_two_functions_ran_under_comes_first() -> Result<()> {
        let text = Later::text(
            [
                ("a::h0000000000000001", true),
                ("a::h0000000000000002", false),
                ("b", false),
            ]
            .into_iter(),
        )?;
        let later = Later::read(&text);
        assert!(later.contains("b") && !later.contains("a::h0000000000000003") && !later.contains("new"));
        Ok(())
    }

    #[test]
    fn a_recording_of_nothing_is_refused() {
        assert!(Later::text([("a", false)].into_iter()).is_err());
    }
}
