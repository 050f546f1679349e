//! What only the rest reads comes with it: sentences, styles, the names of elements, tables.
//!
//! The linker says where each constant begins and ends (`--emit-relocs`, .cargo/config.toml). One belongs to the first
//! file if a function of it names an address there, or another constant of the first file does.

use std::collections::BTreeSet;
use std::ops::Range;

use anyhow::{Result, bail};
use wasmparser::{MemArg, Operator};

use super::plan::Plan;
use super::source::Source;

/// wasm-opt may have added so much to an address that the linker wrote.
const BEHIND: u32 = 64;
/// Constants of the rest that so few bytes part are one piece of it, with the bytes between, which never change.
const APART: u32 = 24;

/// The addresses of the constants that only the rest reads, in their order.
pub(super) fn later(source: &Source, plan: &Plan) -> Result<Vec<Range<u32>>> {
    let constants = constants(source)?;
    let written = written(source);
    let outside = written.iter().filter(|(address, constant)| !constant.contains(address));
    let mut named = Named {
        outside: outside.map(|(address, constant)| (*address, constant.start)).collect(),
        known: written.iter().map(|(address, _)| *address).collect(),
        constants: &constants,
        first: BTreeSet::new(),
        new: Vec::new(),
    };
    for function in &plan.first {
        for operator in source.body(*function).get_operators_reader()? {
            named.operator(&operator?);
        }
    }
    // What is no constant, as what changes, is of the first file.
    let words = words(source);
    for (place, word) in &words {
        if named.place(*place).is_none() {
            named.address(*word);
        }
    }
    while let Some(constant) = named.new.pop() {
        let constant = &constants[constant];
        let from = words.partition_point(|(place, _)| *place < constant.start);
        for (_, word) in words[from..].iter().take_while(|(place, _)| *place < constant.end) {
            named.address(*word);
        }
    }
    let rest = constants
        .iter()
        .enumerate()
        .filter(|(n, constant)| !named.first.contains(n) && !constant.is_empty());
    Ok(rest.map(|(_, constant)| constant.clone()).collect())
}

/// The same as pieces of the rest: what stands between two that are near comes along.
pub(super) fn pieces(later: &[Range<u32>]) -> Vec<Range<u32>> {
    let mut pieces: Vec<Range<u32>> = Vec::new();
    for constant in later {
        match pieces.last_mut() {
            Some(piece) if constant.start <= piece.end + APART => piece.end = constant.end,
            _ => pieces.push(constant.clone()),
        }
    }
    pieces
}

/// The part of a segment of data that an address range covers, as places in its bytes.
pub(super) fn part(address: u32, bytes: &[u8], range: &Range<u32>) -> Range<usize> {
    let place = |it: u32| (it.saturating_sub(address) as usize).min(bytes.len());
    place(range.start)..place(range.end)
}

/// Where each constant stands, in their order, none over another.
fn constants(source: &Source) -> Result<Vec<Range<u32>>> {
    let Some((begin, _)) = source.data.first().filter(|_| !source.symbols.is_empty()) else {
        bail!("the wasm does not say where its constants are: it is linked with --emit-relocs, see .cargo/config.toml");
    };
    if !begin.is_multiple_of(16) {
        bail!("the wasm's constants do not begin where the linker put them, which xtask/src/split has to learn");
    }
    let mut constants: Vec<_> = source
        .symbols
        .iter()
        .flatten()
        .map(|it| begin + it.start..begin + it.end)
        .collect();
    constants.sort_by_key(|it| (it.start, it.end));
    constants.dedup();
    let mut apart: Vec<Range<u32>> = Vec::new();
    for constant in constants {
        match apart.last_mut() {
            Some(last) if constant.start < last.end => last.end = last.end.max(constant.end),
            _ => apart.push(constant),
        }
    }
    Ok(apart)
}

/// The addresses that the linker wrote, each with where the constant begins that it means.
fn written(source: &Source) -> Vec<(u32, Range<u32>)> {
    let begin = source.data.first().map_or(0, |(begin, _)| *begin);
    let named = source.named.iter().filter_map(|(symbol, by)| {
        let constant = source.symbols.get(*symbol as usize)?.as_ref()?;
        let address = u32::try_from(i64::from(constant.start) + by).ok()?;
        Some((begin + address, begin + constant.start..begin + constant.end))
    });
    named.collect()
}

/// What was found to belong to the first file.
struct Named<'a> {
    /// All addresses that the linker wrote.
    known: BTreeSet<u32>,
    /// Those that lie outside of the constant they mean, and where it begins: a loop that counts up to zero begins
    /// behind the end.
    outside: Vec<(u32, u32)>,
    constants: &'a [Range<u32>],
    first: BTreeSet<usize>,
    new: Vec<usize>,
}

impl Named<'_> {
    fn place(&self, address: u32) -> Option<usize> {
        let after = self.constants.partition_point(|it| it.end <= address);
        self.constants
            .get(after)
            .filter(|it| it.contains(&address))
            .map(|_| after)
    }

    fn address(&mut self, address: u32) {
        let near = address.saturating_sub(BEHIND)..=address;
        // Many a number looks like an address; one that is was written by the linker.
        if self.known.range(near.clone()).next().is_none() {
            return;
        }
        let outside = self.outside.iter().filter(|(from, _)| near.contains(from));
        let meant = outside.map(|(_, constant)| *constant).chain([address]);
        let met: Vec<usize> = meant.filter_map(|it| self.place(it)).collect();
        for constant in met {
            if self.first.insert(constant) {
                self.new.push(constant);
            }
        }
    }

    fn operator(&mut self, operator: &Operator<'_>) {
        if let Operator::I32Const { value } = operator {
            self.address(*value as u32);
        }
        if let Some(at) = memory(operator) {
            self.address(at.offset as u32);
        }
    }
}

/// The words of memory, each with its address. wasm-opt leaves zeros out, also in the middle of a word.
fn words(source: &Source) -> Vec<(u32, u32)> {
    let begin = source.data.iter().map(|(address, _)| *address).min().unwrap_or(0) & !3;
    let ends = source
        .data
        .iter()
        .map(|(address, bytes)| *address as usize + bytes.len());
    let mut memory = vec![
        0;
        ends.max()
            .unwrap_or(0)
            .saturating_sub(begin as usize)
            .next_multiple_of(4)
    ];
    for (address, bytes) in &source.data {
        let from = (address - begin) as usize;
        memory[from..from + bytes.len()].copy_from_slice(bytes);
    }
    let words = memory.chunks_exact(4).zip((begin..).step_by(4));
    words
        .map(|(word, place)| (place, u32::from_le_bytes([word[0], word[1], word[2], word[3]])))
        .filter(|(_, word)| *word > 0)
        .collect()
}

/// Where an instruction reads or writes memory.
fn memory(operator: &Operator<'_>) -> Option<MemArg> {
    use Operator as O;
    match operator {
        O::I32Load { memarg }
        | O::I64Load { memarg }
        | O::F32Load { memarg }
        | O::F64Load { memarg }
        | O::I32Load8S { memarg }
        | O::I32Load8U { memarg }
        | O::I32Load16S { memarg }
        | O::I32Load16U { memarg }
        | O::I64Load8S { memarg }
        | O::I64Load8U { memarg }
        | O::I64Load16S { memarg }
        | O::I64Load16U { memarg }
        | O::I64Load32S { memarg }
        | O::I64Load32U { memarg }
        | O::I32Store { memarg }
        | O::I64Store { memarg }
        | O::F32Store { memarg }
        | O::F64Store { memarg }
        | O::I32Store8 { memarg }
        | O::I32Store16 { memarg }
        | O::I64Store8 { memarg }
        | O::I64Store16 { memarg }
        | O::I64Store32 { memarg } => Some(*memarg),
        _ => None,
    }
}
