//! Working: reports, changes, endings.

use std::rc::Rc;

use alignment_board::domain::board::Work;
use alignment_board::domain::event::{Body, Change, CheckIn, Comment, Facet, Outcome, Subject};
use alignment_board::domain::goals::{InitiativeState, Money};
use alignment_board::domain::id::InitiativeId;

use super::Sight;
use super::seats::{is_in, is_open};
use crate::chance::Chance;

pub(super) fn of_kind(kind: &str, sight: &Sight<'_>, chance: &mut Chance) -> Option<Body> {
    Some(match kind {
        "checkIn" => check_in(sight, chance),
        "adjust" => adjust(sight, chance),
        "move" => Body::Move {
            initiative: sight.initiative(chance, Work::holds),
            objective: sight.objective(chance),
            reason: "It fits better there.".into(),
        },
        "split" => Body::Split {
            initiative: sight.initiative(chance, |work, me| is_open(work, me) && work.holds(me)),
            parts: ["One half", "The other", "A third"][..1 + chance.below(3) as usize]
                .iter()
                .map(|part| (*part).into())
                .collect(),
        },
        "done" => Body::Done {
            initiative: sight.initiative(chance, |work, me| is_open(work, me) && work.holds(me)),
            outcome: Outcome::Partly,
            learned: "A little.".into(),
        },
        "drop" => Body::Drop {
            initiative: sight.initiative(chance, |work, me| is_open(work, me) && work.holds(me)),
            reason: chance.word(&["", "No time.", "No money."]).into(),
            learned: "".into(),
        },
        "reopen" => Body::Reopen {
            initiative: sight.initiative(chance, |work, _| work.state != InitiativeState::Open),
        },
        "comment" => Body::Comment(Box::new(Comment {
            on: sight.subject(chance),
            line: chance.word(&["", "Well.", "Why not?"]).into(),
        })),
        "constellation" => Body::Constellation {
            title: chance.word(&["", "Bear", " bear ", "Lyre"]).into(),
            initiatives: (0..chance.below(3))
                .map(|_| sight.initiative(chance, Work::holds))
                .collect(),
        },
        _ => return None,
    })
}

fn check_in(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    let on = match chance.below(3) {
        0 => sight.number(chance),
        _ => Subject::Initiative(sight.initiative(chance, is_in)),
    };
    Body::CheckIn(Rc::new(CheckIn {
        on,
        value: (!chance.one_in(4)).then(|| sight.figure(chance)),
        progress: chance.one_in(2).then(|| chance.below(101) as f64),
        confidence: chance.one_in(2).then(|| chance.below(11) as u8),
        line: "So so.".into(),
        change: "".into(),
        blocker: chance.word(&["", "No answer."]).into(),
        help: if chance.one_in(4) {
            vec![sight.name(chance)]
        } else {
            vec![]
        },
    }))
}

/// A change of what the initiative says now, or of what it never said.
fn adjust(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    let initiative = sight.initiative(chance, |work, me| is_open(work, me) && work.holds(me));
    let facets = [
        Facet::Due(Some(sight.day(chance, 30))),
        Facet::Description(chance.word(&["", "Longer words.", "Shorter."]).into()),
        Facet::Cost(Some(Money {
            amount: sight.figure(chance),
            currency: "EUR".into(),
        })),
        Facet::KeyResults(vec!["views".into()]),
    ];
    let changes = facets.into_iter().filter(|_| chance.one_in(2)).map(|to| Change {
        was: said(sight, &initiative, &to).unwrap_or_else(|| to.clone()),
        to,
    });
    Body::Adjust {
        changes: changes.collect(),
        initiative,
    }
}

fn said(sight: &Sight<'_>, initiative: &InitiativeId, facet: &Facet) -> Option<Facet> {
    sight.work(initiative).map(|work| facet.of(&work.initiative))
}
