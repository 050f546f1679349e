//! Ideas and pitches.

use std::rc::Rc;

use alignment_board::domain::event::{Body, EventId, Gain, Pitch, Ruling, View};
use alignment_board::domain::goals::Money;

use super::Sight;
use crate::chance::Chance;

pub(super) fn of_kind(kind: &str, sight: &Sight<'_>, chance: &mut Chance) -> Option<Body> {
    Some(match kind {
        "idea" => Body::Idea {
            text: chance.word(&["", "What if?", "A mascot"]).into(),
            links: vec![],
        },
        "support" => Body::Support {
            idea: a_thought(sight, chance),
        },
        "draft" => Body::Draft {
            idea: a_thought(sight, chance),
            coach: sight.name(chance),
        },
        "pitch" => Body::Pitch(pitch(sight, chance)),
        "feedback" => Body::Feedback {
            pitch: a_pitch(sight, chance),
            view: View::Unsure,
            line: "Hm.".into(),
        },
        "revise" => Body::Revise {
            pitch: a_pitch(sight, chance),
            text: pitch(sight, chance),
        },
        "decide" => decide(sight, chance),
        _ => return None,
    })
}

fn a_thought(sight: &Sight<'_>, chance: &mut Chance) -> EventId {
    let ideas = sight.board.ideas();
    let pitches = sight.board.pitches();
    let ids = ideas
        .iter()
        .map(|idea| idea.id)
        .chain(pitches.iter().map(|pitch| pitch.id));
    sight.one_of(&ids.collect::<Vec<_>>(), chance)
}

fn a_pitch(sight: &Sight<'_>, chance: &mut Chance) -> EventId {
    let pitches: Vec<_> = sight.board.pitches().iter().map(|pitch| pitch.id).collect();
    sight.one_of(&pitches, chance)
}

fn pitch(sight: &Sight<'_>, chance: &mut Chance) -> Rc<Pitch> {
    Rc::new(Pitch {
        idea: chance.one_in(2).then(|| a_thought(sight, chance)),
        objective: sight.objective(chance),
        title: chance.word(&["", "A mascot", "A song", "A prize"]).into(),
        description: "".into(),
        moves: vec![Gain {
            key_result: "views".into(),
            by: Some(sight.figure(chance)),
        }],
        effort: "Two days".into(),
        cost: chance.one_in(2).then(|| Money {
            amount: sight.figure(chance),
            currency: "EUR".into(),
        }),
        first_step: "".into(),
        help: "".into(),
    })
}

fn decide(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    let board = sight.board;
    let ids = [
        board.pitches().iter().map(|one| one.id).collect::<Vec<_>>(),
        board.proposals().iter().map(|one| one.id).collect(),
        board.joins().iter().map(|one| one.id).collect(),
    ];
    let verdict = match chance.below(5) {
        0 => Ruling::Return,
        1 => Ruling::Park,
        _ => Ruling::Accept,
    };
    Body::Decide {
        target: sight.one_of(&ids.concat(), chance),
        verdict,
        reason: chance.word(&["", "Not yet.", "Too dear."]).into(),
    }
}
