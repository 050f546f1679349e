//! Shorter names between the glue and its wasm.
//!
//! wasm-bindgen names each import after what it calls and a hash, as `__wbg_closest_39824b16065066bc`, and the name
//! stands in both files. Nobody else reads these names, so they become `a`, `b`, `c`.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{CustomSectionReader, Export, ImportSectionReader, Parser};

/// The same glue and wasm with short names, and without the wasm's notes about who made it.
pub(crate) fn shorten(glue: &str, wasm: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut names = Names {
        glue,
        ..Names::default()
    };
    let mut module = Module::new();
    names
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(|error| anyhow::anyhow!("{error}"))
        .context("the wasm cannot be read")?;
    Ok((names.replace()?, module.finish()))
}

/// What the names have become.
#[derive(Default)]
struct Names<'a> {
    glue: &'a str,
    modules: BTreeMap<String, String>,
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names<'_> {
    /// Follows the names in the glue, where each import is a method's name, each export is asked of `wasm`, and the
    /// module is a text.
    fn replace(&self) -> Result<String> {
        let mut short = String::with_capacity(self.glue.len());
        let mut imports = 0;
        let mut rest = self.glue;
        while let Some(start) = rest.find(is_name) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|c| !is_name(c)).unwrap_or(from.len());
            let (name, after) = from.split_at(end);
            short.push_str(before);
            let import = self.imports.get(name).filter(|_| after.starts_with(':'));
            imports += usize::from(import.is_some());
            let export = self.exports.get(name).filter(|_| short.ends_with("wasm."));
            short.push_str(import.or(export).map_or(name, String::as_str));
            rest = after;
        }
        short.push_str(rest);
        if imports != self.imports.len() {
            bail!(
                "the wasm imports {} names, and the glue has {imports} of them: wasm-bindgen writes its glue in \
                 another way now, which xtask/src/names.rs has to learn",
                self.imports.len()
            );
        }
        for (module, new) in &self.modules {
            short = short.replace(&format!("\"{module}\""), &format!("\"{new}\""));
        }
        Ok(short)
    }
}

impl Reencode for Names<'_> {
    type Error = std::convert::Infallible;

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        section: ImportSectionReader<'_>,
    ) -> Result<(), Error<Self::Error>> {
        for import in section.into_imports() {
            let import = import?;
            let module = shorter(&mut self.modules, import.module);
            let name = shorter(&mut self.imports, import.name);
            imports.import(&module, &name, self.entity_type(import.ty)?);
        }
        Ok(())
    }

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Self::Error>> {
        // What the glue does not ask for is for the other part of the program, and has a short name already.
        let asked = |after: &str| {
            after
                .strip_prefix(export.name)
                .is_some_and(|it| !it.starts_with(is_name))
        };
        if !self.glue.split("wasm.").any(asked) {
            return utils::parse_export(self, exports, export);
        }
        let name = &shorter(&mut self.exports, export.name);
        utils::parse_export(self, exports, Export { name, ..export })
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Result<(), Error<Self::Error>> {
        Ok(())
    }
}

/// The short form of a name: the one it has, or the next.
fn shorter(names: &mut BTreeMap<String, String>, name: &str) -> String {
    let next = short(names.len());
    names.entry(name.to_owned()).or_insert(next).clone()
}

/// `a` to `z`, `aa`, `ba` and so on.
pub(crate) fn short(mut n: usize) -> String {
    let mut name = String::new();
    loop {
        name.extend(char::from_digit((n % 26) as u32 + 10, 36));
        if n < 26 {
            return name;
        }
        n = n / 26 - 1;
    }
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{EntityType, ExportKind, FunctionSection, TypeSection};

    use super::*;

    /// A module with one import, one export and a custom section.
    fn wasm() -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("./board_bg.js", "__wbg_close_39824b16065066bc", EntityType::Function(0));
        let mut exports = ExportSection::new();
        exports.export("board_new", ExportKind::Func, 0);
        let note = wasm_encoder::CustomSection {
            name: "producers".into(),
            data: b"somebody".as_slice().into(),
        };
        module
            .section(&types)
            .section(&imports)
            .section(&FunctionSection::new());
        module.section(&exports).section(&note);
        module.finish()
    }

    const GLUE: &str = "const import0 = { __wbg_close_39824b16065066bc: function() { wasm.board_new(); board_new(); } };\n\
                        return { \"./board_bg.js\": import0 };";

    #[test]
    fn names_are_short_in_both_files_and_everything_else_stays() -> Result<()> {
        let (glue, short) = shorten(GLUE, &wasm())?;
        assert_eq!(
            glue,
            "const import0 = { a: function() { wasm.a(); board_new(); } };\nreturn { \"a\": import0 };"
        );
        assert!(short.len() < wasm().len() - 40 && !String::from_utf8_lossy(&short).contains("somebody"));
        Ok(())
    }

    #[test]
    fn glue_that_lacks_an_import_is_refused() {
        let said = shorten("nothing", &wasm()).err().map(|error| error.to_string());
        assert!(said.unwrap_or_default().contains("imports 1 names, and the glue has 0"));
    }

    #[test]
    fn names_do_not_repeat() {
        let names: std::collections::BTreeSet<_> = (0..2000).map(short).collect();
        assert_eq!(names.len(), 2000);
        assert_eq!([short(0), short(25), short(26), short(52)], ["a", "z", "aa", "ab"]);
    }
}
