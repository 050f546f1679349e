//! A small program, split and run by Node.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};

use super::*;
use crate::run::which;

/// Says a number twice as large and one more; of its functions, `late…` can come later.
const PROGRAM: &str = r#"(module
  (type (func))
  (import "./board_bg.js" "say" (func $say (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 64) "read by the firsta long text, read by the rest")
  (global $calls (mut i32) (i32.const 0))
  (table 2 2 funcref)
  (elem (i32.const 1) $late_in_table)
  (func $now (export "now") (param i32) (result i32) local.get 0 call $late)
  (func $twice (param i32) (result i32) local.get 0 i32.const 2 i32.mul)
  (func $late (param i32) (result i32)
    global.get $calls i32.const 1 i32.add global.set $calls
    global.get $calls call $say
    local.get 0 call $twice call $late_more)
  (func $late_more (param i32) (result i32) local.get 0 i32.const 1 i32.add)
  (func $late_in_table (result i32) i32.const 7)
  (func $through (export "through") (result i32) i32.const 1 call_indirect (result i32))
  (func $late_export (export "late_export") (result i32) i32.const 81 drop i32.const 9)
  (func $first (export "first") (result i32) i32.const 64)
)"#;

/// Where its two constants stand in its data.
const CONSTANTS: [(u32, u32); 2] = [(0, 17), (17, 29)];

#[test]
fn both_files_together_do_what_the_one_did_and_the_second_is_asked_for_when_it_is_needed() -> Result<()> {
    let parts = parts()?;
    let said = node(
        &parts,
        "const said = [];
         let first;
         const ask = () => { said.push('ask'); new WebAssembly.Instance(new WebAssembly.Module(rest), { first: first.exports }); };
         first = new WebAssembly.Instance(new WebAssembly.Module(one), { './board_bg.js': { say: (n) => said.push(n), __board_rest: ask } });
         const { now, through, late_export } = first.exports;
         said.push(now(5), now(6), through(), late_export());
         console.log(JSON.stringify(said));",
    )?;
    // A stub that the glue holds asks each time, and the glue knows that it need not.
    assert_eq!(said.trim(), r#"["ask",1,2,"ask",11,13,7,9]"#);
    Ok(())
}

#[test]
fn a_second_file_that_came_in_time_is_not_asked_for() -> Result<()> {
    let said = node(
        &parts()?,
        "const imports = { say: () => {}, __board_rest: () => { throw new Error('asked'); } };
         const first = new WebAssembly.Instance(new WebAssembly.Module(one), { './board_bg.js': imports });
         new WebAssembly.Instance(new WebAssembly.Module(rest), { first: first.exports });
         console.log(first.exports.now(5), first.exports.through());",
    )?;
    assert_eq!(said.trim(), "11 7");
    Ok(())
}

#[test]
fn a_program_that_watches_itself_knows_what_ran() -> Result<()> {
    let wasm = program()?;
    let parts = Parts {
        first: watch(&wasm)?,
        rest: Vec::new(),
    };
    let ran = node(
        &parts,
        "const { exports } = new WebAssembly.Instance(new WebAssembly.Module(one), { './board_bg.js': { say: () => {} } });
         exports.now(1);
         console.log(Object.keys(exports).filter((it) => it.startsWith('ran:') && exports[it].value).map((it) => it.slice(4)).join(' '));",
    )?;
    let ran: BTreeSet<u32> = ran.split_whitespace().filter_map(|it| it.parse().ok()).collect();
    let text = recording(&wasm, &ran)?;
    let later: Vec<_> = text.lines().skip(1).collect();
    assert_eq!(later, ["first", "late_export", "late_in_table", "through"]);
    Ok(())
}

#[test]
fn a_constant_that_only_the_rest_reads_comes_with_it() -> Result<()> {
    let said = node(
        &parts()?,
        "const first = new WebAssembly.Instance(new WebAssembly.Module(one), { './board_bg.js': { say: () => {}, __board_rest: () => {} } });
         const read = () => String.fromCharCode(...new Uint8Array(first.exports.memory.buffer, 64, 46)).replaceAll('\\0', '.');
         const before = read();
         new WebAssembly.Instance(new WebAssembly.Module(rest), { first: first.exports });
         console.log(before + '|' + read());",
    )?;
    let whole = "read by the firsta long text, read by the rest";
    let (first, _) = whole.split_at(17);
    assert_eq!(said.trim(), format!("{first}{}|{whole}", ".".repeat(29)));
    Ok(())
}

#[test]
fn a_program_that_does_not_say_where_its_constants_are_is_refused() -> Result<()> {
    let refused = split(&wat::parse_str(PROGRAM)?, &Later::recorded());
    assert!(
        refused
            .err()
            .is_some_and(|error| error.to_string().contains("--emit-relocs"))
    );
    Ok(())
}

#[test]
fn a_program_without_names_is_refused() {
    let mut module = wasm_encoder::Module::new();
    let refused = split(
        module.section(&wasm_encoder::TypeSection::new()).as_slice(),
        &Later::recorded(),
    );
    assert!(
        refused
            .err()
            .is_some_and(|error| error.to_string().contains("no names"))
    );
}

#[test]
fn glue_that_is_written_otherwise_is_refused() -> Result<()> {
    assert!(join("const imports = {", "board", &parts()?).is_err());
    let glue = join("const import0 = {\n};\n", "board", &parts()?)?;
    assert!(
        glue.contains("__board_rest: () => restNow()") && glue.contains("board_rest.wasm?"),
        "{glue}"
    );
    Ok(())
}

/// The program, with what a linker writes down of its constants.
fn program() -> Result<Vec<u8>> {
    let mut wasm = wat::parse_str(PROGRAM).context("the program of this test")?;
    let mut symbols = wasm_encoder::SymbolTable::new();
    for (offset, size) in CONSTANTS {
        let place = wasm_encoder::DataSymbolDefinition { index: 0, offset, size };
        symbols.data(0, "constant", Some(place));
    }
    let mut linking = wasm_encoder::LinkingSection::new();
    linking.symbol_table(&symbols);
    wasm_encoder::Section::append_to(&linking, &mut wasm);
    // Two addresses (kind 4) of the code section: each constant by its beginning.
    let addresses = wasm_encoder::CustomSection {
        name: "reloc.CODE".into(),
        data: (&[9, 2, 4, 0, 0, 0, 4, 1, 1, 0][..]).into(),
    };
    wasm_encoder::Section::append_to(&addresses, &mut wasm);
    Ok(wasm)
}

fn parts() -> Result<Parts> {
    split(&program()?, &Later::read("late\nlate_more\nlate_in_table\nlate_export"))
}

/// What a script prints that knows the two files as `one` and `rest`.
fn node(parts: &Parts, script: &str) -> Result<String> {
    let list = |bytes: &[u8]| format!("new Uint8Array({bytes:?})");
    let script = format!(
        "const one = {}, rest = {};\n{script}",
        list(&parts.first),
        list(&parts.rest)
    );
    let node = which("node").context("Node.js is not installed")?;
    let output = std::process::Command::new(node).args(["--eval", &script]).output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}
