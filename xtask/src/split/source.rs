//! What a split has to know of a module.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, bail};
use wasmparser::{
    CompositeInnerType, ConstExpr, DataKind, DefinedDataSymbol, ElementItems, ElementKind, FuncType, FunctionBody,
    GlobalType, KnownCustom, Linking, MemoryType, Name, Operator, Parser, Payload, SymbolInfo, TableType, TypeRef,
};

#[derive(Default)]
pub(super) struct Source<'a> {
    pub(super) types: Vec<FuncType>,
    /// The type of each function, imported ones first.
    pub(super) functions: Vec<u32>,
    /// How many of them are imported.
    pub(super) imported: u32,
    pub(super) bodies: Vec<FunctionBody<'a>>,
    pub(super) names: BTreeMap<u32, String>,
    pub(super) tables: Vec<TableType>,
    pub(super) memories: Vec<MemoryType>,
    pub(super) globals: Vec<GlobalType>,
    /// The functions that the glue may call.
    pub(super) exported: Vec<u32>,
    /// What stands in the table of functions: slot and function.
    pub(super) slots: Vec<(u32, u32)>,
    /// Which of the tables that is.
    pub(super) table: u32,
    /// What stands in memory: from which address, and the bytes.
    pub(super) data: Vec<(u32, &'a [u8])>,
    /// What the linker knows by a number: where constants stand, counted from the beginning of the first data, and what
    /// is none.
    pub(super) symbols: Vec<Option<Range<u32>>>,
    /// The symbols that code names, and how far behind their beginning.
    pub(super) named: BTreeSet<(u32, i64)>,
    /// The module from which functions are imported.
    pub(super) module: String,
}

impl<'a> Source<'a> {
    pub(super) fn read(wasm: &'a [u8]) -> Result<Self> {
        let mut source = Self::default();
        for payload in Parser::new(0).parse_all(wasm) {
            source.take(payload?)?;
        }
        if source.names.is_empty() {
            bail!("the wasm has no names of functions: wasm-opt needs -g, see index.html");
        }
        Ok(source)
    }

    /// The body of a function that is not imported.
    pub(super) fn body(&self, function: u32) -> &FunctionBody<'a> {
        &self.bodies[(function - self.imported) as usize]
    }

    fn take(&mut self, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::TypeSection(section) => {
                for group in section {
                    for kind in group?.into_types() {
                        match kind.composite_type.inner {
                            CompositeInnerType::Func(function) => self.types.push(function),
                            _ => bail!("the wasm has types that are no functions, which xtask/src/split has to learn"),
                        }
                    }
                }
            }
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    let import = import?;
                    let TypeRef::Func(kind) = import.ty else {
                        bail!("the wasm imports {}, which is no function", import.name);
                    };
                    self.functions.push(kind);
                    self.imported += 1;
                    import.module.clone_into(&mut self.module);
                }
            }
            Payload::FunctionSection(section) => {
                for kind in section {
                    self.functions.push(kind?);
                }
            }
            Payload::TableSection(section) => {
                for table in section {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(section) => {
                for memory in section {
                    self.memories.push(memory?);
                }
            }
            Payload::GlobalSection(section) => {
                for global in section {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(section) => {
                for export in section {
                    let export = export?;
                    if export.kind == wasmparser::ExternalKind::Func {
                        self.exported.push(export.index);
                    }
                }
            }
            Payload::ElementSection(section) => {
                for element in section {
                    self.element(element?)?;
                }
            }
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    let DataKind::Active { offset_expr, .. } = data.kind else {
                        bail!("the wasm has data without a place, which xtask/src/split has to learn");
                    };
                    self.data.push((begin(&offset_expr)?, data.data));
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Name(names) => {
                    for name in names {
                        if let Name::Function(functions) = name? {
                            for naming in functions {
                                let naming = naming?;
                                self.names.insert(naming.index, naming.name.to_owned());
                            }
                        }
                    }
                }
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        if let Linking::SymbolTable(symbols) = part? {
                            for symbol in symbols {
                                self.symbol(&symbol?);
                            }
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => {
                    for relocation in relocations.entries() {
                        let relocation = relocation?;
                        self.named.insert((relocation.index, relocation.addend));
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn symbol(&mut self, symbol: &SymbolInfo<'_>) {
        self.symbols.push(match symbol {
            SymbolInfo::Data {
                symbol: Some(DefinedDataSymbol { index: 0, offset, size }),
                ..
            } => Some(*offset..offset.saturating_add(*size)),
            _ => None,
        });
    }

    fn element(&mut self, element: wasmparser::Element<'a>) -> Result<()> {
        let ElementKind::Active {
            table_index,
            offset_expr,
        } = element.kind
        else {
            return Ok(());
        };
        let ElementItems::Functions(functions) = element.items else {
            bail!("a table of the wasm is filled by expressions, which xtask/src/split has to learn");
        };
        let begin = begin(&offset_expr)?;
        self.table = table_index.unwrap_or(0);
        for (slot, function) in (begin..).zip(functions) {
            self.slots.push((slot, function?));
        }
        Ok(())
    }
}

/// Where a part of a table or of memory begins.
fn begin(offset: &ConstExpr<'_>) -> Result<u32> {
    let Operator::I32Const { value } = offset.get_operators_reader().read()? else {
        bail!("a part of the wasm begins at a place that is no number");
    };
    u32::try_from(value).context("a part of the wasm begins below zero")
}
