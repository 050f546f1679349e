//! What folding costs, natively: `cargo bench --bench fold` measures and ends with a table of ratios.
//!
//! Only figures of one run are compared, for machines differ. Everything is measured as it ships: the release profile
//! trades speed for size, in the fold as in serde_json.

mod load;
mod memory;
mod one;
mod table;

use std::rc::Rc;

use alignment_board::domain::board::Ledger;
use alignment_board::domain::event::Event;
use alignment_board::domain::goals::Goals;
use alignment_board::wire;
use alignment_board::wire::sealed::Sealed;
use criterion::{BatchSize, BenchmarkId, Criterion, SamplingMode};
use serde_json::Value;

use load::{Load, SOON};

/// What the figures are of, unless they say otherwise: a board on which ten things happened to each card.
const EVENTS: usize = 100_000;
const INITIATIVES: usize = 10_000;

fn main() {
    table::forget_earlier_runs();
    let mut criterion = Criterion::default()
        .output_directory(&table::folder())
        .without_plots()
        .configure_from_args();
    let load = Load::new(INITIATIVES, EVENTS);
    parsing(&mut criterion, &load);
    folding(&mut criterion, &load);
    one::measure(&mut criterion, &load);
    growing(&mut criterion);
    criterion.final_summary();
    table::print(&memory::of(&load));
}

/// What anybody does who reads the same events: their bodies alone, and both of the texts they are stored in. And what
/// the board does, to whose events that leads.
fn parsing(criterion: &mut Criterion, load: &Load) {
    let mut group = criterion.benchmark_group("read");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.bench_function("parse", |bencher| bencher.iter_with_large_drop(|| parsed(&load.sealed)));
    let stored: Vec<_> = load.sealed.iter().map(stored).collect();
    group.bench_function("stored", |bencher| {
        bencher.iter_with_large_drop(|| parsed_as_stored(&stored))
    });
    group.bench_function("open", |bencher| bencher.iter_with_large_drop(|| opened(&load.sealed)));
    group.finish();
}

fn parsed(sealed: &[Sealed]) -> Vec<Value> {
    let parse = |event: &Sealed| serde_json::from_str(&event.e).expect("a body is JSON");
    sealed.iter().map(parse).collect()
}

/// An event as stores keep it, its body a text within the text.
fn stored(sealed: &Sealed) -> String {
    let Sealed { id, board, by, e } = sealed;
    serde_json::json!({ "id": id.to_string(), "board": board, "by": by, "e": e }).to_string()
}

fn parsed_as_stored(stored: &[String]) -> Vec<(Value, Value)> {
    let parse = |text: &String| {
        let record: Value = serde_json::from_str(text).expect("a record is JSON");
        let body = serde_json::from_str(record["e"].as_str().unwrap_or_default()).expect("a body is JSON");
        (record, body)
    };
    stored.iter().map(parse).collect()
}

fn opened(sealed: &[Sealed]) -> Vec<Rc<Event>> {
    sealed.iter().map(wire::event::open).collect()
}

fn fold(goals: &Rc<Goals>, events: Vec<Rc<Event>>) -> Ledger {
    let mut ledger = Ledger::new(goals.clone());
    ledger.extend(events, SOON);
    ledger
}

fn folding(criterion: &mut Criterion, load: &Load) {
    // As a folder holds them: member by member, each in order.
    let mut by_member = load.sealed.clone();
    by_member.sort_by(|a, b| (&a.by, a.id).cmp(&(&b.by, b.id)));
    let mut group = criterion.benchmark_group("fold");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for (name, sealed) in [("in order", &load.sealed), ("member by member", &by_member)] {
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || opened(sealed),
                |events| fold(&load.goals, events),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// Ten, a hundred and a thousand thousands of events: on a board that grows along, on one that does not, and on one card.
fn growing(criterion: &mut Criterion) {
    for events in [10_000, 100_000, 1_000_000] {
        for (board, initiatives) in [("growing board", events / 10), ("same board", INITIATIVES)] {
            grown(criterion, board, initiatives, events);
        }
    }
    for events in [1_000, 10_000] {
        grown(criterion, "one card", 1, events);
    }
}

fn grown(criterion: &mut Criterion, board: &str, initiatives: usize, count: usize) {
    let mut group = criterion.benchmark_group(board);
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    let mut made = None;
    group.bench_function(BenchmarkId::from_parameter(count), |bencher| {
        let load = made.get_or_insert_with(|| Load::new(initiatives, count));
        bencher.iter_batched(
            || opened(&load.sealed),
            |events| fold(&load.goals, events),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}
