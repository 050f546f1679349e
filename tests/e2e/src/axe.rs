//! Looking for barriers with axe-core.

use std::fs;

use serde_json::Value;

use crate::{Browser, Setup};

/// Fails if axe-core finds a barrier anywhere on the page, as it is shown now.
///
/// # Panics
/// With each barrier: the rule, what it asks for, and where.
#[track_caller]
pub fn expect_no_barriers(browser: &Browser, when: &str) {
    let path = Setup::read().axe;
    let axe = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("BOARD_AXE is {}, which cannot be read: {error}", path.display()));
    browser.script(&axe, &[]);
    let found = browser.script_later(LOOK, &[]);
    let barriers = found.as_array().unwrap_or_else(|| panic!("axe-core failed: {found}"));
    assert!(barriers.is_empty(), "Barriers {when}:\n{}", list(barriers));
}

/// Waits until nothing moves, since text that fades in has no contrast yet.
const LOOK: &str = "
    const done = arguments[arguments.length - 1];
    const lasting = document.getAnimations().filter((it) => it.effect?.getComputedTiming().endTime !== Infinity);
    Promise.allSettled(lasting.map((it) => it.finished))
      .then(() => axe.run(document, { resultTypes: ['violations'] }))
      .then(({ violations }) => violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${help}\\n  at ${target.flat().join(' ')}\\n  ${failureSummary}`)))
      .then(done, (error) => done(String(error)));
";

fn list(barriers: &[Value]) -> String {
    let lines = barriers.iter().map(|it| it.as_str().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}
