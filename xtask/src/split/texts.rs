//! Long texts that only the rest reads: they come with it.

use std::fs;

use anyhow::{Context, Result, bail};

use super::plan::Plan;
use super::source::Source;
use crate::project::Project;

/// A text, and the one function that reads it.
pub(crate) struct Text {
    pub(super) reader: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// Where a text stands: in which data segment, from which byte to which.
pub(super) struct Place {
    pub(super) segment: u32,
    pub(super) begin: usize,
    pub(super) end: usize,
}

/// The second part of the English sentences, and of the styles. `src/words.rs` and `src/element/styles.rs` have them
/// from the same files.
pub(crate) fn texts(project: &Project) -> Result<Vec<Text>> {
    let read = |file: &str| fs::read(project.path(file)).with_context(|| format!("{file} cannot be read"));
    let english = read("lang/en.json")?;
    let blank = english.windows(2).position(|two| two == b"\n\n");
    let (_, more) =
        english.split_at(blank.context("lang/en.json has no blank line, after which sentences come later")?);
    let mut styles = Vec::new();
    for sheet in ["dialog", "notices", "pages", "print"] {
        styles.extend(read(&format!("styles/{sheet}.css"))?);
    }
    Ok(vec![
        Text {
            reader: "words::come_later",
            bytes: more.to_vec(),
        },
        Text {
            reader: "styles::come_later",
            bytes: styles,
        },
    ])
}

/// Finds the texts in the data; each has to stand there once, and its reader has to be of the rest.
pub(super) fn find(source: &Source, plan: &Plan, texts: &[Text]) -> Result<Vec<Place>> {
    texts.iter().map(|text| place(source, plan, text)).collect()
}

fn place(source: &Source, plan: &Plan, text: &Text) -> Result<Place> {
    let reader = text.reader;
    let mut readers = source.names.iter().filter(|(_, name)| name.contains(reader)).peekable();
    if readers.peek().is_none() || !readers.all(|(function, _)| plan.is_later(*function)) {
        bail!(
            "`{reader}` has to be a function of the second file, because its text comes with that: `cargo xtask record`"
        );
    }
    let mut places = (0..).zip(&source.data).flat_map(|(segment, (_, data))| {
        let begins = data
            .windows(text.bytes.len())
            .enumerate()
            .filter(|(_, part)| *part == text.bytes);
        begins.map(move |(begin, _)| Place {
            segment,
            begin,
            end: begin + text.bytes.len(),
        })
    });
    match (places.next(), places.next()) {
        (Some(place), None) => Ok(place),
        _ => bail!("the text that `{reader}` reads does not stand in the wasm once"),
    }
}
