//! The first file: without the functions that come later, with stubs in their slots.

use std::ops::Range;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
    FunctionSection, ImportSection, Instruction, Module, TableSection,
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, DataSectionReader, ElementSectionReader, ExportSectionReader, FunctionBody,
    FunctionSectionReader, ImportSectionReader, Parser, TableSectionReader,
};

use super::plan::Plan;
use super::source::Source;
use super::{ASK, Lost, across, call, data, number, put, said};

/// Up to how many bytes a gap in the data is short.
const GAP: usize = 512;

pub(super) fn write(wasm: &[u8], source: &Source, plan: &Plan, moved: &[Range<u32>]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    First { source, plan, moved }
        .parse_core_module(&mut module, Parser::new(0), wasm)
        .map_err(said)?;
    Ok(module.finish())
}

struct First<'a> {
    source: &'a Source<'a>,
    plan: &'a Plan,
    moved: &'a [Range<u32>],
}

impl First<'_> {
    /// A segment of data without what comes later, and which parts of it are left: short gaps are filled with zeros,
    /// which compress to less than another segment.
    fn runs(&self, address: u32, bytes: &[u8]) -> (Vec<u8>, Vec<Range<usize>>) {
        let mut left = bytes.to_vec();
        let (mut runs, mut from) = (Vec::new(), 0);
        for moved in self.moved {
            let part = data::part(address, bytes, moved);
            left[part.clone()].fill(0);
            if part.len() > GAP {
                runs.push(from..part.start);
                from = part.end;
            }
        }
        runs.push(from..bytes.len());
        runs.retain(|run| !run.is_empty());
        (left, runs)
    }
}

type Written = Result<(), Error<Lost>>;

impl Reencode for First<'_> {
    type Error = Lost;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Lost>> {
        number(&self.plan.in_first, function)
    }

    fn parse_import_section(&mut self, imports: &mut ImportSection, section: ImportSectionReader<'_>) -> Written {
        utils::parse_import_section(self, imports, section)?;
        imports.import(&self.source.module, ASK, EntityType::Function(self.plan.plain));
        Ok(())
    }

    fn parse_function_section(&mut self, functions: &mut FunctionSection, _: FunctionSectionReader<'_>) -> Written {
        for function in self.plan.first.iter().chain(&self.plan.stubs) {
            functions.function(self.source.functions[*function as usize]);
        }
        Ok(())
    }

    fn parse_table_section(&mut self, tables: &mut TableSection, section: TableSectionReader<'_>) -> Written {
        for (number, table) in (0..).zip(section) {
            let mut table = self.table_type(table?.ty)?;
            if number == self.source.table {
                table.minimum = self.plan.size(table.minimum);
                table.maximum = table.maximum.map(|it| it.max(table.minimum));
            }
            tables.table(table);
        }
        Ok(())
    }

    fn parse_export_section(&mut self, exports: &mut ExportSection, section: ExportSectionReader<'_>) -> Written {
        utils::parse_export_section(self, exports, section)?;
        let all = |kind, count: usize| (0..count as u32).map(move |it| (kind, it));
        let things = all(ExportKind::Memory, self.source.memories.len())
            .chain(all(ExportKind::Table, self.source.tables.len()))
            .chain(all(ExportKind::Global, self.source.globals.len()));
        for (n, (kind, index)) in things.enumerate() {
            exports.export(&Plan::name(n), kind, index);
        }
        Ok(())
    }

    fn parse_element_section(&mut self, elements: &mut ElementSection, section: ElementSectionReader<'_>) -> Written {
        utils::parse_element_section(self, elements, section)?;
        let old = self.source.tables[self.source.table as usize].initial;
        let added: Vec<_> = self.plan.added.iter().map(|it| self.plan.in_first[it]).collect();
        let table = Some(self.source.table).filter(|it| *it > 0);
        elements.active(
            table,
            &ConstExpr::i32_const(old as i32),
            Elements::Functions(added.into()),
        );
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, _: CodeSectionReader<'_>) -> Written {
        for function in &self.plan.first {
            self.parse_function_body(code, self.source.body(*function).clone())?;
        }
        for function in &self.plan.stubs {
            let slot = &self.plan.slots[function];
            let kind = self.source.functions[*function as usize];
            let mut stub = Function::new([]);
            stub.instruction(&Instruction::Call(self.source.imported));
            for parameter in 0..self.source.types[kind as usize].params().len() as u32 {
                stub.instruction(&Instruction::LocalGet(parameter));
            }
            for instruction in call(self.source, *slot, kind) {
                stub.instruction(&instruction);
            }
            stub.instruction(&Instruction::End);
            code.function(&stub);
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Written {
        let (source, plan) = (self.source, self.plan);
        across(self, source, plan, code, &body, |function| plan.is_later(function))
    }

    fn data_count(&mut self, _: u32) -> Result<u32, Error<Lost>> {
        let runs = self
            .source
            .data
            .iter()
            .map(|(address, bytes)| self.runs(*address, bytes).1.len());
        Ok(runs.sum::<usize>() as u32)
    }

    fn parse_data_section(&mut self, data: &mut DataSection, _: DataSectionReader<'_>) -> Written {
        for (address, bytes) in &self.source.data {
            let (bytes, runs) = self.runs(*address, bytes);
            for run in runs {
                put(data, *address, &bytes, run);
            }
        }
        Ok(())
    }

    /// The names have done their work.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Written {
        Ok(())
    }
}
