//! The glue learns to bring the rest.

use std::hash::{DefaultHasher, Hasher};

use anyhow::{Result, bail};

use super::{ASK, Parts};

/// The glue of the whole program, made into the one of two files.
pub(crate) fn join(glue: &str, name: &str, parts: &Parts) -> Result<String> {
    let object = "const import0 = {\n";
    let Some((before, after)) = glue.split_once(object) else {
        bail!("wasm-bindgen writes its imports in another way now, which xtask/src/split/glue.rs has to learn");
    };
    let rest = include_str!("rest.js")
        .replace("NAME", name)
        .replace("VERSION", &version(&parts.rest));
    Ok(format!(
        "{before}{object}        {ASK}: () => restNow(),\n{after}{rest}"
    ))
}

/// What changes with the content, so that no cache joins two builds.
fn version(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}
