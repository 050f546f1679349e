//! A program that remembers which of its functions ran.

use std::collections::BTreeSet;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, ExportKind, ExportSection, GlobalSection, GlobalType, Instruction, Module, ValType,
};
use wasmparser::{ExportSectionReader, FunctionBody, GlobalSectionReader, Parser};

use super::source::Source;
use super::{Later, Lost, said};

/// The module with a mark for each of its functions, which the first call sets: the exported global `ran:N`.
pub(crate) fn watch(wasm: &[u8]) -> Result<Vec<u8>> {
    let source = Source::read(wasm)?;
    let mut module = Module::new();
    Watch {
        functions: source.bodies.len() as u32,
        marks: source.globals.len() as u32,
        next: 0,
    }
    .parse_core_module(&mut module, Parser::new(0), wasm)
    .map_err(said)?;
    Ok(module.finish())
}

/// What `later.txt` says after these functions ran, by the numbers of their marks.
pub(crate) fn recording(wasm: &[u8], ran: &BTreeSet<u32>) -> Result<String> {
    let source = Source::read(wasm)?;
    let functions = source.names.iter().filter_map(|(function, name)| {
        let mark = function.checked_sub(source.imported)?;
        Some((name.as_str(), ran.contains(&mark)))
    });
    Later::text(functions)
}

struct Watch {
    functions: u32,
    marks: u32,
    next: u32,
}

impl Reencode for Watch {
    type Error = Lost;

    fn parse_global_section(
        &mut self,
        globals: &mut GlobalSection,
        section: GlobalSectionReader<'_>,
    ) -> Result<(), Error<Lost>> {
        utils::parse_global_section(self, globals, section)?;
        let mark = GlobalType {
            val_type: ValType::I32,
            mutable: true,
            shared: false,
        };
        for _ in 0..self.functions {
            globals.global(mark, &ConstExpr::i32_const(0));
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Result<(), Error<Lost>> {
        utils::parse_export_section(self, exports, section)?;
        for mark in 0..self.functions {
            exports.export(&format!("ran:{mark}"), ExportKind::Global, self.marks + mark);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error<Lost>> {
        let mut function = self.new_function_with_parsed_locals(&body)?;
        function.instruction(&Instruction::I32Const(1));
        function.instruction(&Instruction::GlobalSet(self.marks + self.next));
        self.next += 1;
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            function.instruction(&self.parse_instruction(&mut reader)?);
        }
        code.function(&function);
        Ok(())
    }
}
