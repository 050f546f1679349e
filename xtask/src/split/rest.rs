//! The second file: the functions that come later, which fill their slots when it is instantiated.

use std::ops::Range;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection, ImportSection, Module,
    TypeSection,
};

use super::plan::Plan;
use super::source::Source;
use super::{FIRST, Lost, across, data, number, put, said};

pub(super) fn write(source: &Source, plan: &Plan, moved: &[Range<u32>]) -> Result<Vec<u8>> {
    encode(&mut Rest { plan }, source, plan, moved).map_err(said)
}

struct Rest<'a> {
    plan: &'a Plan,
}

impl Reencode for Rest<'_> {
    type Error = Lost;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Lost>> {
        number(&self.plan.in_rest, function)
    }
}

fn encode(rest: &mut Rest<'_>, source: &Source, plan: &Plan, moved: &[Range<u32>]) -> Result<Vec<u8>, Error<Lost>> {
    let mut types = TypeSection::new();
    for kind in &source.types {
        types.ty().func_type(&rest.func_type(kind.clone())?);
    }

    let mut imports = ImportSection::new();
    let mut things: Vec<EntityType> = Vec::new();
    for memory in &source.memories {
        things.push(rest.memory_type(*memory)?.into());
    }
    for (number, table) in (0..).zip(&source.tables) {
        let mut table = rest.table_type(*table)?;
        if number == source.table {
            table.minimum = plan.size(table.minimum);
            table.maximum = table.maximum.map(|it| it.max(table.minimum));
        }
        things.push(table.into());
    }
    for global in &source.globals {
        things.push(rest.global_type(*global)?.into());
    }
    for (n, thing) in things.into_iter().enumerate() {
        imports.import(FIRST, &Plan::name(n), thing);
    }

    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    for function in &plan.later {
        functions.function(source.functions[*function as usize]);
        across(rest, source, plan, &mut code, source.body(*function), |it| {
            !plan.is_later(it)
        })?;
    }

    let mut elements = ElementSection::new();
    for (begin, run) in runs(source, plan) {
        let run: Vec<_> = run.iter().map(|it| plan.in_rest[it]).collect();
        let table = Some(source.table).filter(|it| *it > 0);
        elements.active(
            table,
            &ConstExpr::i32_const(begin as i32),
            Elements::Functions(run.into()),
        );
    }

    let mut constants = DataSection::new();
    for piece in data::pieces(moved) {
        for (address, bytes) in &source.data {
            let part = data::part(*address, bytes, &piece);
            if !part.is_empty() {
                put(&mut constants, *address, bytes, part);
            }
        }
    }

    let mut module = Module::new();
    module.section(&types).section(&imports).section(&functions);
    module.section(&elements).section(&code).section(&constants);
    Ok(module.finish())
}

/// The slots of functions that come later, as runs: where one begins, and its functions.
fn runs(source: &Source, plan: &Plan) -> Vec<(u32, Vec<u32>)> {
    let mut slots: Vec<_> = source
        .slots
        .iter()
        .copied()
        .filter(|(_, it)| plan.is_later(*it))
        .collect();
    slots.extend(plan.stubs.iter().map(|it| (plan.slots[it], *it)));
    slots.sort_unstable();
    slots.dedup();
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    for (slot, function) in slots {
        match runs.last_mut() {
            Some((begin, run)) if *begin + run.len() as u32 == slot => run.push(function),
            _ => runs.push((slot, vec![function])),
        }
    }
    runs
}
