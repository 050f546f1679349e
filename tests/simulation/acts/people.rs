//! Rhythm and people, and what only a later version knows.

use std::rc::Rc;

use alignment_board::domain::event::{Body, EventId, Post};
use alignment_board::domain::goals::Text;

use super::Sight;
use crate::chance::Chance;

pub(super) fn of_kind(kind: &str, sight: &Sight<'_>, chance: &mut Chance) -> Option<Body> {
    Some(match kind {
        "reviewOpen" => Body::ReviewOpen,
        "reviewPost" => Body::ReviewPost(Rc::new(Post {
            review: review(sight, chance),
            member: whose(sight, chance),
            done: chance.word(&["", "This.", "That."]).into(),
            next: "".into(),
            blocked: "".into(),
            noticed: "".into(),
        })),
        "reviewPass" => Body::ReviewPass {
            review: review(sight, chance),
            member: whose(sight, chance),
        },
        "reviewAbsent" => Body::ReviewAbsent {
            review: review(sight, chance),
            member: whose(sight, chance),
        },
        "reviewClose" => Body::ReviewClose {
            review: review(sight, chance),
        },
        "join" => Body::Join {
            name: chance.word(&["", "Zoe", "Zoe Z."]).into(),
        },
        "retract" => Body::Retract {
            event: sight.one_of(sight.mine, chance),
        },
        "erase" => Body::Erase {
            ids: (0..chance.below(3)).map(|_| sight.any_event(chance)).collect(),
            reason: "It named a customer.".into(),
        },
        _ => return None,
    })
}

/// What this version does not understand, of something it knows or not.
pub(super) fn later_version(sight: &Sight<'_>, chance: &mut Chance) -> Body {
    Body::Unknown {
        kind: "bless".into(),
        initiative: chance.one_in(2).then(|| sight.any_initiative(chance)),
    }
}

fn review(sight: &Sight<'_>, chance: &mut Chance) -> EventId {
    let reviews: Vec<_> = sight.board.reviews().iter().map(|review| review.id).collect();
    sight.one_of(&reviews, chance)
}

fn whose(sight: &Sight<'_>, chance: &mut Chance) -> Text {
    if chance.one_in(2) {
        "".into()
    } else {
        sight.name(chance)
    }
}
