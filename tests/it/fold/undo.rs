//! An event taken back right away leaves no trace on the board.

use std::rc::Rc;

use alignment_board::domain::board::{Ledger, Work};
use alignment_board::domain::event::{Body, CheckIn, Close, Event, Next, Outcome, Subject, View};
use alignment_board::domain::stamp::Stamp;
use proptest::prelude::*;
use proptest::sample::select;

use super::laws::{END, folded};
use crate::support::says::{
    answer, ask, change, comment, decide, describe, goal, idea, pitch, post, relocate, take_over, vacate,
};
use crate::support::{at, event, stories};

use alignment_board::domain::event::{Answer, Ruling, Value};

fn report(on: Subject) -> Body {
    Body::CheckIn(Rc::new(CheckIn {
        on,
        value: Some(7.0),
        progress: Some(50.0),
        confidence: Some(8),
        line: "Half.".into(),
        change: "".into(),
        blocker: "".into(),
        help: vec![],
    }))
}

/// One act of each kind that somebody could do about `ugc`.
fn about_work(work: &Work, by: &str) -> Vec<Body> {
    let initiative = || "ugc".into();
    let mut acts = vec![
        Body::Claim {
            initiative: initiative(),
            team: None,
            verdict: None,
        },
        Body::Claim {
            initiative: initiative(),
            team: Some("crew".into()),
            verdict: None,
        },
        Body::Release {
            initiative: initiative(),
            note: "".into(),
        },
        Body::HandOver {
            initiative: initiative(),
            to: "dee".into(),
        },
        report(Subject::Initiative(initiative())),
        describe(
            "ugc",
            work.initiative.description.as_deref().unwrap_or_default(),
            "Other words",
        ),
        relocate("ugc", "reach"),
        Body::Done {
            initiative: initiative(),
            outcome: Outcome::Partly,
            learned: "".into(),
        },
        Body::Drop {
            initiative: initiative(),
            reason: "No time.".into(),
            learned: "".into(),
        },
        Body::Reopen {
            initiative: initiative(),
        },
        comment(Subject::Initiative(initiative()), "Hm."),
    ];
    acts.extend(work.offer_to(&by.into()).map(|offer| Body::Accept {
        initiative: initiative(),
        offer: offer.event,
    }));
    acts.extend(work.holders().first().map(|claim| vacate("ugc", claim.by.id.as_str())));
    acts.extend(
        work.holders()
            .iter()
            .filter_map(|claim| claim.event)
            .map(|claim| take_over("ugc", claim)),
    );
    acts
}

/// One of each kind about anything else.
fn about_others(ledger: &Ledger) -> Vec<Body> {
    let board = ledger.board();
    let mut acts = vec![
        report(Subject::KeyResult("views".into())),
        report(Subject::NorthStar),
        Body::CoSign { on: Subject::NorthStar },
        Body::CloseObjective(
            Close {
                objective: "talk".into(),
                grade: None,
                lesson: "".into(),
                next: Next::Stop,
            }
            .into(),
        ),
        Body::Waive {
            guardrail: "cac".into(),
            initiative: "ugc".into(),
            reason: "Once.".into(),
        },
        Body::Constellation {
            title: "The Plough".into(),
            initiatives: vec!["ugc".into()],
        },
        idea("A thought"),
        Body::Pitch(pitch("talk", "A plan").into()),
        goal("People stay"),
        change(Subject::NorthStar, "statement", None, Value::Text("Us".into())),
        ask(None, "May we?"),
        Body::ReviewOpen,
    ];
    for pitch in board.pitches() {
        acts.push(decide(pitch.id, Ruling::Accept, ""));
        acts.push(decide(pitch.id, Ruling::Park, "No."));
        acts.push(Body::Support { idea: pitch.id });
        acts.push(Body::Feedback {
            pitch: pitch.id,
            view: View::For,
            line: "".into(),
        });
    }
    acts.extend(
        board
            .proposals()
            .iter()
            .map(|proposal| decide(proposal.id, Ruling::Accept, "")),
    );
    acts.extend(board.joins().iter().map(|join| decide(join.id, Ruling::Accept, "")));
    acts.extend(
        board
            .questions()
            .iter()
            .map(|question| answer(question.id, Answer::Yes, "")),
    );
    for review in board.reviews() {
        acts.push(post(review.id, "", "Something"));
        acts.push(Body::ReviewClose { review: review.id });
    }
    acts
}

fn then(ledger: &mut Ledger, counter: u16, by: &str, body: &Body) -> Event {
    let stamp = Stamp {
        ms: at(1, END + 1),
        counter,
        replica: 1,
    };
    let event = event(stamp, by, body);
    ledger.add(event.clone(), at(1, END + 1));
    event
}

fn counts(ledger: &Ledger, event: &Event) -> bool {
    let about = ledger
        .home(event.id)
        .map(|subject| ledger.about(&subject))
        .unwrap_or_default();
    about
        .last()
        .is_some_and(|logged| logged.event.id == event.id && logged.refused.is_none())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn an_event_taken_back_right_away_leaves_the_board_as_it_was(
        events in stories(40),
        by in select(&["ana", "ben", "cai", "dee"][..]),
    ) {
        let before = folded(&events);
        let work = before.board().work(&"ugc".into()).expect("in the document").clone();
        let moves_up = |body: &Body| match body {
            // Who has moved up stays up.
            Body::Release { .. } | Body::Vacate { .. } | Body::TakeOver(_) => !work.waiting().is_empty(),
            Body::Accept { .. } => work.holds(&by.into()) && !work.waiting().is_empty(),
            _ => false,
        };
        let acts = about_work(&work, by).into_iter().chain(about_others(&before));
        let mut ledger = folded(&events);
        for (n, body) in (0..).zip(acts.filter(|body| !moves_up(body))) {
            let done = then(&mut ledger, 2 * n, by, &body);
            if counts(&ledger, &done) {
                let undone = then(&mut ledger, 2 * n + 1, by, &Body::Retract { event: done.id });
                prop_assert!(counts(&ledger, &undone), "{:?} is not taken back", body);
            }
            prop_assert_eq!(ledger.board(), before.board(), "{:?}", body);
        }
    }
}
