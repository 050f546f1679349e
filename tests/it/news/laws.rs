//! What holds whatever happens.

use alignment_board::domain::event::Subject;
use alignment_board::domain::news::News;
use proptest::prelude::*;

use super::between;
use crate::attention::{folded, impatient, is_there};
use crate::support::{HOURS, at, story};

fn named(news: &News) -> Vec<Subject> {
    let initiative = |id: &alignment_board::domain::id::InitiativeId| Subject::Initiative(id.clone());
    let ended = news
        .finished
        .iter()
        .chain(&news.dropped)
        .map(|ended| initiative(&ended.initiative));
    let claimed = news.claimed.iter().map(|started| initiative(&started.initiative));
    let begun = news.pitched.iter().chain(&news.decided).map(|begun| begun.on.clone());
    let limits = news
        .breached
        .iter()
        .chain(&news.back)
        .map(|c| Subject::Guardrail(c.guardrail.clone()));
    let moved = news.moved.iter().map(|moved| moved.on.clone());
    let stuck = news.stuck.iter().map(|trouble| trouble.on.clone());
    ended
        .chain(claimed)
        .chain(begun)
        .chain(limits)
        .chain(moved)
        .chain(stuck)
        .collect()
}

proptest! {
    #[test]
    fn whatever_happened_is_on_the_board(events in story(), since in 0..HOURS, now in 0..2000_u64) {
        let ledger = folded(impatient(), &events);
        let news = between(&ledger, at(1, since), at(1, now));
        for on in named(&news) {
            prop_assert!(is_there(ledger.board(), &on), "{on:?}");
        }
        let counted: usize = news.parts().iter().map(|part| match part {
            alignment_board::domain::news::Part::Count { n, .. } => *n,
            alignment_board::domain::news::Part::Moved(_) => 1,
        }).sum();
        prop_assert_eq!(counted, named(&news).len(), "the line leaves nothing out");
    }

    #[test]
    fn the_news_do_not_depend_on_the_order_in_which_events_arrived(
        (events, other) in story().prop_flat_map(|events| (Just(events.clone()), Just(events).prop_shuffle())),
        since in 0..HOURS,
    ) {
        let (one, two) = (folded(impatient(), &events), folded(impatient(), &other));
        let now = at(1, HOURS);
        prop_assert_eq!(between(&one, at(1, since), now), between(&two, at(1, since), now));
    }

    #[test]
    fn since_the_last_event_nothing_happened(events in story()) {
        let ledger = folded(impatient(), &events);
        prop_assert_eq!(between(&ledger, at(1, HOURS), at(1, HOURS)), News::default());
    }
}
