//! What holds whatever happens.

use alignment_board::domain::board::Ledger;
use alignment_board::domain::event::Subject;
use alignment_board::domain::one_to_one::{Sheet, one_to_one};
use proptest::prelude::*;
use proptest::sample::select;

use crate::attention::{folded, impatient, is_there, looking};
use crate::support::{HOURS, at, day, story};

const PEOPLE: &[&str] = &["ana", "ben", "cai", "dee", "eve", "zoe"];

fn sheet(ledger: &Ledger, member: &str) -> Option<Sheet> {
    let since = Some(day("2026-10-02"));
    looking(ledger, at(1, HOURS), |scene| one_to_one(scene, &member.into(), since))
}

fn named(sheet: &Sheet) -> Vec<Subject> {
    let claims = sheet
        .claims
        .iter()
        .map(|held| Subject::Initiative(held.initiative.clone()));
    let said = sheet.said.iter().map(|said| said.on.clone());
    let trouble = sheet.trouble.iter().map(|trouble| trouble.on.clone());
    let asked = sheet.asked.iter().map(|matter| matter.on.clone());
    let pitches = sheet.pitches.iter().map(|pitched| Subject::Begun(pitched.pitch));
    let decisions = sheet.decisions.iter().map(|decided| decided.on.clone());
    let learned = sheet.learned.iter().map(|learned| learned.on.clone());
    claims
        .chain(said)
        .chain(trouble)
        .chain(asked)
        .chain(pitches)
        .chain(decisions)
        .chain(learned)
        .collect()
}

proptest! {
    #[test]
    fn whatever_happens_a_sheet_names_what_is_on_the_board(events in story(), member in select(PEOPLE)) {
        let ledger = folded(impatient(), &events);
        let Some(sheet) = sheet(&ledger, member) else { return Ok(()) };
        for on in named(&sheet) {
            prop_assert!(is_there(ledger.board(), &on), "{on:?}");
        }
        let days = sheet.said.iter().map(|said| said.day);
        prop_assert!(days.clone().is_sorted() && days.into_iter().all(|day| day >= sheet.since));
    }

    #[test]
    fn a_sheet_does_not_depend_on_the_order_in_which_events_arrived(
        (events, other) in story().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
        member in select(PEOPLE),
    ) {
        let (one, two) = (folded(impatient(), &events), folded(impatient(), &other));
        prop_assert_eq!(sheet(&one, member), sheet(&two, member));
    }
}
