//! One wasm becomes two: what a board needs until it stands on the screen, and the rest.
//!
//! `board_bg.wasm` is loaded first and can run alone. `board_rest.wasm` is asked for at the same time and brings the
//! functions that opening a board did not run when that was last recorded ([`later`]). Both share memory and tables, so
//! neither knows more of the other than the number of a slot in the table of functions:
//!
//! - A function of the rest has a slot. Until the rest is there, a stub stands in it, which asks the glue to bring the
//!   rest, at once, and calls the slot again. Bringing the rest fills its slots.
//! - A function of the first file that the rest calls has a slot as well.
//! - Constants that only functions of the rest read stand in the rest's data ([`data`]).
//!
//! No function has to be in one certain file for the board to be right: only for it to be quick.

mod data;
mod first;
mod glue;
mod later;
mod plan;
mod rest;
mod source;
mod watch;

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, ConstExpr, DataSection, Instruction};
use wasmparser::{FunctionBody, Operator, Validator};

pub(crate) use glue::join;
pub(crate) use later::Later;
pub(crate) use watch::{recording, watch};

use plan::Plan;
use source::Source;

/// The two files, and what the second is known by to the first.
pub(crate) struct Parts {
    pub(crate) first: Vec<u8>,
    pub(crate) rest: Vec<u8>,
}

/// The import of the first file by which it asks for the rest. It stands in the module of the glue.
const ASK: &str = "__board_rest";

/// The module of all imports of the rest: the exports of the first file.
const FIRST: &str = "first";

/// Splits a module that still has its names.
pub(crate) fn split(wasm: &[u8], later: &Later) -> Result<Parts> {
    let source = Source::read(wasm)?;
    let plan = Plan::of(&source, later)?;
    let moved = data::later(&source, &plan)?;
    let parts = Parts {
        first: first::write(wasm, &source, &plan, &moved)?,
        rest: rest::write(&source, &plan, &moved)?,
    };
    for (name, part) in [("first", &parts.first), ("rest", &parts.rest)] {
        Validator::new()
            .validate_all(part)
            .with_context(|| format!("the {name} part of the wasm came out wrong, see xtask/src/split"))?;
    }
    Ok(parts)
}

/// A function that is called in a file that does not know it.
#[derive(Debug)]
struct Lost(u32);

impl std::fmt::Display for Lost {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "function {} is in neither file", self.0)
    }
}

impl std::error::Error for Lost {}

/// The number of a function in one of the files.
fn number(numbers: &BTreeMap<u32, u32>, function: u32) -> Result<u32, Error<Lost>> {
    numbers.get(&function).copied().ok_or(Error::UserError(Lost(function)))
}

/// Writes a function's body anew; calls of functions that are `elsewhere` go through their slots.
fn across<R: Reencode<Error = Lost>>(
    writer: &mut R,
    source: &Source,
    plan: &Plan,
    code: &mut CodeSection,
    body: &FunctionBody<'_>,
    elsewhere: impl Fn(u32) -> bool,
) -> Result<(), Error<Lost>> {
    let mut function = writer.new_function_with_parsed_locals(body)?;
    let mut reader = body.get_operators_reader()?;
    while !reader.eof() {
        match reader.clone().read()? {
            Operator::Call { function_index } if elsewhere(function_index) => {
                reader.read()?;
                let kind = source.functions[function_index as usize];
                for instruction in call(source, number(&plan.slots, function_index)?, kind) {
                    function.instruction(&instruction);
                }
            }
            _ => {
                function.instruction(&writer.parse_instruction(&mut reader)?);
            }
        }
    }
    code.function(&function);
    Ok(())
}

/// Calls whatever stands in a slot.
fn call(source: &Source, slot: u32, kind: u32) -> [Instruction<'static>; 2] {
    [
        Instruction::I32Const(slot as i32),
        Instruction::CallIndirect {
            type_index: kind,
            table_index: source.table,
        },
    ]
}

/// Puts a part of a data segment where it stood.
fn put(data: &mut DataSection, address: u32, bytes: &[u8], part: Range<usize>) {
    let begin = ConstExpr::i32_const((address + part.start as u32) as i32);
    data.active(0, &begin, bytes[part].iter().copied());
}

/// How the encoder says what it met.
fn said(error: Error<Lost>) -> anyhow::Error {
    anyhow::anyhow!("the wasm cannot be split: {error}")
}

#[cfg(test)]
mod tests;
