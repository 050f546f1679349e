//! In which order the cards of an objective stand.

use alignment_board::domain::goals::Initiative;
use alignment_board::domain::order::Order;

use crate::support::{Team, day, goals, initiative};

fn due(id: &str, due: &str) -> Initiative {
    Initiative {
        due: Some(day(due)),
        ..initiative(id)
    }
}

fn sorted(team: &Team, order: Order) -> String {
    let board = team.board();
    let mut cards: Vec<_> = board.works().map(|(_, initiative, work)| (initiative, work)).collect();
    order.sort(&mut cards, |(initiative, work)| (initiative, work));
    let ids: Vec<_> = cards.iter().map(|(initiative, _)| initiative.id.as_str()).collect();
    ids.join(" ")
}

#[test]
fn what_is_due_first_comes_first_and_what_is_never_due_last() {
    let team = Team::with(goals([
        initiative("never"),
        due("late", "2026-12-01"),
        due("soon", "2026-10-09"),
    ]));
    assert_eq!(sorted(&team, Order::Due), "soon late never");
    assert_eq!(sorted(&team, Order::Document), "never late soon");
}

#[test]
fn what_its_people_are_least_sure_of_comes_first_and_what_nobody_spoke_of_last() {
    let mut team = Team::with(goals([initiative("silent"), initiative("sure"), initiative("unsure")]));
    for (id, confidence) in [("sure", 9), ("unsure", 3)] {
        team.at(2, 9).by("ben").claim(id);
        team.at(3, 9).by("ben").check_in(id, confidence);
    }
    assert_eq!(sorted(&team, Order::Confidence), "unsure sure silent");
}

#[test]
fn titles_are_ordered_whatever_their_case() {
    let mut upper = initiative("b");
    upper.title = "apple".into();
    let mut lower = initiative("a");
    lower.title = "Banana".into();
    let team = Team::with(goals([lower, upper]));
    assert_eq!(sorted(&team, Order::Title), "b a");
}

#[test]
fn an_order_is_read_by_its_name_and_anything_else_is_the_documents() {
    for order in Order::ALL {
        assert_eq!(Order::read(order.name()), order);
    }
    assert_eq!(Order::read("?"), Order::Document);
}
