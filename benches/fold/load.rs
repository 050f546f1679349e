//! A large team's quarter: every card is claimed, reported on, talked about, changed, handed over and finished.

use std::rc::Rc;

use alignment_board::domain::calendar::{Period, parse_day};
use alignment_board::domain::event::{Body, Change, CheckIn, Comment, Event, EventId, Facet, Outcome, Settle, Subject};
use alignment_board::domain::goals::{
    Goals, Initiative, InitiativeState, Intent, KeyResult, KeyResultKind, Lead, Member, Objective,
};
use alignment_board::domain::id::InitiativeId;
use alignment_board::domain::stamp::Stamp;
use alignment_board::wire;
use alignment_board::wire::sealed::Sealed;

/// The first moment of October 2026, when it all begins.
const BEGIN: u64 = 1_790_812_800_000;

/// Later than everything that happens.
pub(crate) const SOON: u64 = BEGIN + 80 * DAY;

const MINUTE: u64 = 60_000;
const DAY: u64 = 24 * 60 * MINUTE;

/// How many are on the team, and how many of them lead.
const MEMBERS: usize = 100;
const LEADS: usize = 3;

/// How many initiatives an objective has, and how many key results.
const COLUMN: usize = 100;
const NUMBERS: usize = 3;

/// Goals, and what happened, in its order.
pub(crate) struct Load {
    pub(crate) goals: Rc<Goals>,
    pub(crate) sealed: Vec<Sealed>,
}

impl Load {
    /// So many initiatives, and so many events spread evenly over them.
    pub(crate) fn new(initiatives: usize, events: usize) -> Self {
        let rounds = events.div_ceil(initiatives);
        let mut claims = Vec::with_capacity(initiatives);
        let mut sealed = Vec::with_capacity(events);
        for n in 0..events {
            let (round, card) = (n / initiatives, n % initiatives);
            let body = happens(card, round, rounds, claims.get(card).copied());
            let ms = BEGIN + n as u64 * 70 * DAY / events as u64;
            let event = seal(ms, n, &author(card, round), &body);
            if round == 0 {
                claims.push(event.id);
            }
            sealed.push(event);
        }
        Self {
            goals: Rc::new(goals(initiatives)),
            sealed,
        }
    }

    /// A check-in of the holder on one of the cards, `age` days before the end. Every third card is finished then.
    pub(crate) fn check_in(&self, card: usize, age: u64, n: usize) -> Rc<Event> {
        let card = card % self.goals.initiatives().count();
        self.made(age, n, &member(card), &check_in(Subject::Initiative(id(card)), n))
    }

    /// Something else that somebody did, `age` days before the end.
    pub(crate) fn made(&self, age: u64, n: usize, by: &str, body: &Body) -> Rc<Event> {
        wire::event::open(&seal(SOON - age * DAY, n, by, body))
    }
}

/// A card's life, said round by round: every tenth of it is the same kind of thing, however long it is.
fn happens(card: usize, round: usize, rounds: usize, claim: Option<EventId>) -> Body {
    let initiative = id(card);
    let about = Subject::Initiative(initiative.clone());
    match (round, round % 10) {
        (0, _) => Body::Claim {
            initiative,
            team: None,
            verdict: None,
        },
        (1, _) if card.is_multiple_of(4) => Body::Claim {
            initiative,
            team: None,
            verdict: None,
        },
        (2, _) => Body::Settle(Box::new(Settle {
            initiative,
            claim: claim.unwrap_or(EventId {
                stamp: stamp(BEGIN, card),
                hash: [0; 12],
            }),
            saw: vec![],
        })),
        (last, _) if last + 1 == rounds && card.is_multiple_of(3) => Body::Done {
            initiative,
            outcome: Outcome::Worked,
            learned: "Short films beat long ones, and people finish them.".into(),
        },
        (_, 3) => Body::Adjust {
            initiative,
            changes: vec![Change {
                to: Facet::Due(parse_day("2026-12-20")),
                was: Facet::Due(None),
            }],
        },
        (_, 4) => Body::Comment(Box::new(Comment {
            on: about,
            line: "Could the second one be ready before the fair?".into(),
        })),
        (_, 6) => check_in(Subject::KeyResult(key_result(card / COLUMN, card % NUMBERS).id), round),
        _ => check_in(about, round),
    }
}

/// Who does that: the card's holder, somebody else who would like it, or who owns the number.
fn author(card: usize, round: usize) -> String {
    match (round, round % 10) {
        (1, _) => member(card + 1),
        (_, 6) => member(card / COLUMN),
        _ => member(card),
    }
}

fn check_in(on: Subject, n: usize) -> Body {
    let number = matches!(on, Subject::KeyResult(_));
    Body::CheckIn(Rc::new(CheckIn {
        on,
        value: number.then_some((n % 100) as f64),
        progress: (!number).then_some((n % 100) as f64),
        confidence: Some((n % 11) as u8),
        line: "Two of the films are shot, the third waits for better weather.".into(),
        change: "".into(),
        blocker: if n.is_multiple_of(5) {
            "No answer from the shop yet."
        } else {
            ""
        }
        .into(),
        help: vec![],
    }))
}

fn stamp(ms: u64, n: usize) -> Stamp {
    Stamp {
        ms,
        counter: (n >> 16) as u16,
        replica: n as u32,
    }
}

fn seal(ms: u64, n: usize, by: &str, body: &Body) -> Sealed {
    Sealed::new(stamp(ms, n), "team", by, wire::event::text(body)).expect("small enough")
}

fn id(card: usize) -> InitiativeId {
    format!("initiative-{card}").into()
}

/// The member who has to do with a card.
pub(crate) fn member(n: usize) -> String {
    format!("member-{}", n % MEMBERS)
}

fn goals(initiatives: usize) -> Goals {
    Goals {
        id: Some("team".into()),
        title: "A large team".into(),
        period: parse_day("2026-10-01")
            .zip(parse_day("2026-12-31"))
            .map(|(start, end)| Period { start, end }),
        members: (0..MEMBERS).map(listed).collect(),
        objectives: (0..initiatives.div_ceil(COLUMN))
            .map(|number| Rc::new(objective(number, initiatives)))
            .collect(),
        ..Goals::default()
    }
}

fn listed(n: usize) -> Member {
    Member {
        id: member(n).into(),
        name: format!("Member number {n}").into(),
        lead: if n < LEADS { Lead::Yes } else { Lead::No },
        roles: vec![],
        avatar: None,
        mentor: None,
        contact: None,
        until: None,
        formerly: vec![],
    }
}

fn objective(number: usize, initiatives: usize) -> Objective {
    let cards = number * COLUMN..initiatives.min((number + 1) * COLUMN);
    Objective {
        id: format!("objective-{number}").into(),
        title: format!("Objective number {number}").into(),
        why: None,
        sponsor: None,
        intent: Intent::Committed,
        weight: 1.0,
        tags: vec![],
        key_results: (0..NUMBERS).map(|k| key_result(number, k)).collect(),
        initiatives: cards.map(|card| Rc::new(initiative(card))).collect(),
    }
}

fn key_result(objective: usize, k: usize) -> KeyResult {
    KeyResult {
        id: format!("key-result-{objective}-{k}").into(),
        title: "Viewers".into(),
        unit: None,
        kind: KeyResultKind::Reach {
            start: 0.0,
            target: Some(100.0),
        },
        current: None,
        as_of: None,
        baseline: None,
        owner: Some(member(objective).into()),
        how: None,
        source: None,
        from: None,
        due: None,
        weight: 1.0,
        phased_targets: vec![],
    }
}

fn initiative(card: usize) -> Initiative {
    Initiative {
        id: id(card),
        claimable: true,
        title: format!("Initiative number {card}").into(),
        description: None,
        key_results: vec![],
        state: InitiativeState::Open,
        owners: vec![],
        seats: 1,
        due: None,
        cost: None,
        decision_area: None,
        tags: vec![],
        first_step: false,
        signal: None,
        links: vec![],
        formerly: vec![],
    }
}
