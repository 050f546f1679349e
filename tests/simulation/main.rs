//! The proof that the domain holds: whole teams, lived through with chance and clock given.
//!
//! Every run is its seed. A run that fails prints the line that lives it through again, alone and told step by step.

mod acts;
mod chance;
mod document;
mod invariants;
mod replica;
mod store;
mod trial;
mod world;

use std::env;
use std::panic::catch_unwind;

use alignment_board::wire::event::KINDS;
use world::Plan;

/// Six browsers over a few days.
fn small(seed: u64) -> Plan {
    Plan {
        seed,
        replicas: 6,
        steps: 60,
    }
}

/// Fifty of them, with members at several.
fn large(seed: u64) -> Plan {
    Plan {
        seed,
        replicas: 50,
        steps: 600,
    }
}

#[test]
fn small_teams_agree_whatever_happens_to_them() {
    let tally = trial::all((0..10_000).map(small).collect());
    // What nobody ever does is not shown to hold.
    for (kind, _) in KINDS {
        let (counted, refused) = (tally.counted.get(*kind), tally.refused.get(*kind));
        assert!(counted > Some(&10), "“{kind}” hardly ever counted: {counted:?}");
        assert!(refused > Some(&10), "“{kind}” was hardly ever refused: {refused:?}");
    }
}

#[test]
fn teams_with_fifty_browsers_agree() {
    trial::all((0..100).map(large).collect());
}

#[test]
fn a_run_that_fails_is_told_with_the_line_that_lives_it_through_again() {
    // Where nobody sits before a browser, the first step goes wrong.
    let nobody = Plan {
        replicas: 0,
        ..small(7)
    };
    let failed = catch_unwind(|| trial::all(vec![small(1), nobody])).expect_err("nobody can act");
    let words = failed.downcast_ref::<String>().expect("words");
    let line = "SEED=7 REPLICAS=0 STEPS=1 cargo test --test simulation asked_for";
    assert!(words.contains(line), "{words}");
}

/// Lives through one run and tells it: `SEED=… cargo test --test simulation -- --nocapture`, with `REPLICAS` and
/// `STEPS` for others than small ones.
#[test]
fn the_seed_that_was_asked_for_agrees() {
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let Some(seed) = number("SEED") else { return };
    let mut plan = small(seed);
    plan.replicas = number("REPLICAS").map_or(plan.replicas, |n| n as usize);
    plan.steps = number("STEPS").map_or(plan.steps, |n| n as usize);
    trial::told(plan);
}
