//! The figures of a run, as a table of ratios.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::EVENTS;
use crate::memory::Weight;

/// Where criterion keeps what it measured.
pub(crate) fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("fold")
}

/// Figures of different runs are never compared.
pub(crate) fn forget_earlier_runs() {
    // There may be none.
    let _ = fs::remove_dir_all(folder());
}

/// Prints what was measured; what was filtered out shows as a dash.
pub(crate) fn print(weight: &Weight) {
    let full = time("fold/in order");
    println!("\n| 100,000 events over 10,000 initiatives | Measured | Target |\n|---|---|---|");
    row("Parsing their bodies with serde_json", each(time("read/parse")), "");
    row("Parsing them as stored, record and body", each(time("read/stored")), "");
    row("Opening them, parsing included", each(time("read/open")), "");
    row("Folding them, in order", against(full), "at most 50%");
    row("… as a folder holds them", against(time("fold/member by member")), "");
    row(
        "One new event on top",
        fraction(full, time("one/on top")),
        "under 1/1,000",
    );
    row(
        "… asked first whether it counts",
        fraction(full, time("one/asked first")),
        "",
    );
    row("One that comes 40 days late", fraction(full, time("one/late")), "");
    let of_somebody = time("one/late, about somebody");
    row("… about somebody, not something", fraction(full, of_somebody), "");
    row("An opened event in memory", format!("{} B", weight.event), "");
    row("… with what is folded from it", format!("{} B", weight.folded), "");
    println!("\n| Folding, per event | 10,000 events | 100,000 | 1,000,000 |\n|---|---|---|---|");
    for board in ["growing board", "same board"] {
        sizes(board, &[10_000, 100_000, 1_000_000]);
    }
    println!("\n| Folding, per event | 1,000 events | 10,000 |\n|---|---|---|");
    sizes("one card", &[1_000, 10_000]);
}

fn row(what: &str, measured: String, target: &str) {
    println!("| {what} | {measured} | {target} |");
}

/// Cost per event at each size, the first of them as the unit.
fn sizes(board: &str, sizes: &[usize]) {
    let per_event = |events: &usize| Some(time(&format!("{board}/{events}"))? / *events as f64);
    let first = sizes.first().and_then(per_event);
    let cells = sizes.iter().map(|events| match per_event(events).zip(first) {
        Some((cost, first)) => format!("{cost:.0} ns = {:.2}", cost / first),
        None => "–".to_owned(),
    });
    println!("| {board} | {} |", cells.collect::<Vec<_>>().join(" | "));
}

fn each(ns: Option<f64>) -> String {
    ns.map_or("–".to_owned(), |ns| format!("{:.0} ns each", ns / EVENTS as f64))
}

/// A time as a share of both ways of parsing.
fn against(ns: Option<f64>) -> String {
    let share = |unit| {
        let (ns, unit) = ns.zip(time(unit))?;
        Some(100.0 * ns / unit)
    };
    share("read/parse")
        .zip(share("read/stored"))
        .map_or("–".to_owned(), |(bodies, stored)| {
            format!("{bodies:.0}% of parsing the bodies, {stored:.0}% of what is stored")
        })
}

fn fraction(full: Option<f64>, of: Option<f64>) -> String {
    full.zip(of).map_or("–".to_owned(), |(full, of)| {
        format!("1/{:.0} of folding all ({:.1} µs)", full / of, of / 1_000.0)
    })
}

/// The best time of a benchmark, in nanoseconds: what else the machine does only ever adds to it.
fn time(id: &str) -> Option<f64> {
    let path = folder().join(id).join("new/sample.json");
    let sample: Value = serde_json::from_str(&fs::read_to_string(path).ok()?).ok()?;
    let (iterations, times) = (sample["iters"].as_array()?, sample["times"].as_array()?);
    let each = iterations.iter().zip(times);
    each.filter_map(|(n, time)| Some(time.as_f64()? / n.as_f64()?))
        .min_by(f64::total_cmp)
}
