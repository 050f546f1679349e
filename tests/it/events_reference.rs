//! docs/events.md: what each type of event carries, who may do it, and why it may not count; made from the code.

mod rare;

use std::collections::BTreeSet;

use alignment_board::domain::board::{Ledger, Refusal};
use alignment_board::wire::event::reference::{ANYTHING, Entry, REFERENCE};
use alignment_board::wire::event::{KINDS, kind};
use alignment_board::words::Words;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::fold::laws::folded;
use crate::golden::check_file;
use crate::support::stories;

const HEAD: &str = "# Events

What members do is kept as events; [goals.md](goals.md) says what leads write. This page is made from the code by
`UPDATE=1 cargo test --features schema --test it the_reference`.

An event is `{ id, board, by, e }`: `e` is the text of a JSON object with a `type` and the fields below, at most 8 KiB.
Every event is kept. One that cannot count stays in the activity list with the reason, and counts as soon as the reason
is gone, as when what it names arrives late. A lead is a member with `lead`, or the sponsor of the objective it is about;
when nobody is either, everybody is. Who somebody is, and whether they lead, is judged at the event's own time.

";

fn name(refusal: Refusal) -> &'static str {
    refusal.key().trim_start_matches("refusal.")
}

fn page() -> String {
    let mut page = HEAD.to_owned();
    page.push_str(
        "## Types\n\n| Type | What it does | Carries | Who may | Does not count when |\n|---|---|---|---|---|\n",
    );
    for (entry, (kind, fields)) in REFERENCE.iter().zip(KINDS) {
        let fields: Vec<_> = fields.iter().map(|field| format!("`{field}`")).collect();
        let fields = fields.join(", ").replace(
            "`on`",
            "`initiative`, `keyResult`, `guardrail`, `objective`, `northStar` or `about`",
        );
        let fields = fields.replace(
            "`changes`",
            "`due`, `description`, `links`, `cost`, `keyResults`, `signal`, `was`",
        );
        let fields = match *kind {
            "revise" => "`pitch` and the fields of a pitch".to_owned(),
            _ => fields,
        };
        let refusals = ANYTHING.iter().chain(entry.refusals).map(|refusal| name(*refusal));
        let refusals: Vec<_> = refusals.collect();
        page.push_str(&format!(
            "| `{kind}` | {} | {fields} | {} | {} |\n",
            entry.does,
            entry.who,
            refusals.join(", ")
        ));
    }
    page.push_str("\nA type that this version does not know is kept and passed on; if it names an initiative, that card is locked.\n\n");
    page.push_str("## Reasons\n\n| Reason | Sentence | Types |\n|---|---|---|\n");
    let words = Words::english(|_, _| "other".to_owned());
    for refusal in Refusal::ALL {
        let sentence = words.say(refusal.key(), &[("title", "{title}")]);
        let types: Vec<_> = REFERENCE
            .iter()
            .filter(|entry| entry.refusals.contains(refusal))
            .collect();
        let types = match refusal {
            Refusal::Erased => "whatever a lead erased".to_owned(),
            Refusal::Newer => "types of a later version".to_owned(),
            _ if ANYTHING.contains(refusal) => "all".to_owned(),
            _ => types
                .iter()
                .map(|entry| format!("`{}`", entry.kind))
                .collect::<Vec<_>>()
                .join(", "),
        };
        page.push_str(&format!("| {} | {sentence} | {types} |\n", name(*refusal)));
    }
    page
}

#[test]
fn the_reference_is_the_one_of_the_code() {
    check_file("docs/events.md", &page());
}

#[test]
fn the_reference_has_every_type_in_order_and_every_reason() {
    let types: Vec<_> = REFERENCE.iter().map(|entry| entry.kind).collect();
    assert_eq!(types, KINDS.iter().map(|(kind, _)| *kind).collect::<Vec<_>>());
    let given: BTreeSet<_> = REFERENCE
        .iter()
        .flat_map(|entry| entry.refusals)
        .chain(ANYTHING)
        .copied()
        .collect();
    let never: Vec<_> = Refusal::ALL.iter().filter(|refusal| !given.contains(refusal)).collect();
    assert_eq!(never, [&Refusal::Newer, &Refusal::Erased]);
}

/// The same stories in every run.
fn told(count: usize) -> impl Iterator<Item = Ledger> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(move |_| folded(&stories(60).new_tree(&mut runner).expect("a story").current()))
}

#[test]
fn every_reason_the_reference_names_is_one_that_an_event_of_that_type_was_refused_for() {
    let named = |entry: &'static Entry| {
        let refusals = ANYTHING.iter().chain(entry.refusals);
        refusals.map(|refusal| (entry.kind.to_owned(), *refusal))
    };
    let mut never: BTreeSet<_> = REFERENCE.iter().flat_map(named).collect();
    for ledger in rare::scenes().into_iter().chain(told(1_500)) {
        for logged in ledger.logged() {
            if let Some(refusal) = logged.refused {
                never.remove(&(kind(&logged.event.body).to_owned(), refusal));
            }
        }
    }
    assert_eq!(never, BTreeSet::new());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_event_is_refused_for_a_reason_the_reference_does_not_name(events in stories(60)) {
        for logged in folded(&events).logged() {
            let kind = kind(&logged.event.body);
            let Some(entry) = REFERENCE.iter().find(|entry| entry.kind == kind) else { continue };
            let named = |refusal| ANYTHING.contains(&refusal) || entry.refusals.contains(&refusal);
            prop_assert!(logged.refused.is_none_or(named), "{kind}: {:?}", logged.refused);
        }
    }
}
