//! A team that acts on its goals: every act becomes a sealed event, is opened again, and folds.

use std::rc::Rc;

use alignment_board::domain::board::{Added, Board, Claim, Ledger, Refusal, Work};
use alignment_board::domain::calendar::DAY_MS;
use alignment_board::domain::event::{Body, CheckIn, Event, EventId, Outcome, Subject};
use alignment_board::domain::goals::Goals;
use alignment_board::domain::id::{InitiativeId, KeyResultId};
use alignment_board::domain::stamp::Stamp;
use alignment_board::wire;
use alignment_board::wire::sealed::Sealed;

use super::day;

/// The moment `hour` o'clock UTC on that day of October 2026; days beyond the 31st run on.
pub(crate) fn at(day_of_october: u64, hour: u64) -> u64 {
    let first = u64::try_from(day("2026-10-01").to_epoch_days()).expect("after 1970");
    (first + day_of_october - 1) * DAY_MS + hour * 3_600_000
}

/// The moment `hour:minute` UTC on a day.
pub(crate) fn utc(on: &str, hour: u64, minute: u64) -> u64 {
    let days = u64::try_from(day(on).to_epoch_days()).expect("after 1970");
    days * DAY_MS + (hour * 60 + minute) * 60_000
}

/// Seals a body on the board `team`.
pub(crate) fn seal(stamp: Stamp, by: &str, body: &Body) -> Sealed {
    Sealed::new(stamp, "team", by, wire::event::text(body)).expect("small enough")
}

/// Seals a body, sends it through the store's form and opens it.
pub(crate) fn event(stamp: Stamp, by: &str, body: &Body) -> Event {
    let sealed = seal(stamp, by, body);
    let again = Sealed::checked(&sealed.id.to_string(), sealed.board, sealed.by, sealed.e);
    Event::clone(&wire::event::open(&again.expect("just sealed")))
}

pub(crate) struct Team {
    pub(crate) ledger: Ledger,
    acts: u16,
}

impl Team {
    pub(crate) fn with(goals: Goals) -> Self {
        Self {
            ledger: Ledger::new(Rc::new(goals)),
            acts: 0,
        }
    }

    pub(crate) fn at(&mut self, day_of_october: u64, hour: u64) -> Moment<'_> {
        Moment {
            team: self,
            ms: at(day_of_october, hour),
        }
    }

    /// So many milliseconds after an event.
    pub(crate) fn after(&mut self, event: EventId, ms: u64) -> Moment<'_> {
        Moment {
            team: self,
            ms: event.stamp.ms + ms,
        }
    }

    /// An event arrives at the moment it was made.
    pub(crate) fn receive(&mut self, event: Event) -> Added {
        let now = event.id.stamp.ms;
        self.ledger.add(event, now)
    }

    pub(crate) fn board(&self) -> &Board {
        self.ledger.board()
    }

    pub(crate) fn work(&self, id: &str) -> &Work {
        self.board().work(&id.into()).expect("an initiative of the document")
    }

    /// Whose it is, in order: `"ana ben"`.
    pub(crate) fn holders(&self, id: &str) -> String {
        names(self.work(id).holders())
    }

    /// Who waits, in order.
    pub(crate) fn waiting(&self, id: &str) -> String {
        names(self.work(id).waiting())
    }

    /// Why an event does not count, whatever it is about; `None` when it does.
    pub(crate) fn verdict(&self, event: EventId) -> Option<Refusal> {
        let subject = self.ledger.home(event).expect("an event that is about something");
        let mut log = self.ledger.about(&subject).iter();
        log.find(|logged| logged.event.id == event)
            .expect("an event of its log")
            .refused
    }

    /// Why an event about that initiative does not count; `None` when it does.
    pub(crate) fn refusal(&self, id: &str, event: EventId) -> Option<Refusal> {
        let log = self.ledger.about(&Subject::Initiative(id.into()));
        let logged = log.iter().find(|logged| logged.event.id == event);
        logged.expect("an event about that initiative").refused
    }
}

fn names(claims: &[Claim]) -> String {
    let ids: Vec<_> = claims.iter().map(|claim| claim.by.id.as_str()).collect();
    ids.join(" ")
}

pub(crate) struct Moment<'a> {
    team: &'a mut Team,
    ms: u64,
}

impl<'a> Moment<'a> {
    pub(crate) fn by(self, by: &'a str) -> Hand<'a> {
        Hand {
            team: self.team,
            ms: self.ms,
            by,
        }
    }
}

/// Somebody about to act.
pub(crate) struct Hand<'a> {
    team: &'a mut Team,
    ms: u64,
    by: &'a str,
}

impl Hand<'_> {
    /// Makes an event that nobody has seen yet.
    pub(crate) fn makes(self, body: &Body) -> Event {
        self.team.acts += 1;
        let stamp = Stamp {
            ms: self.ms,
            counter: self.team.acts,
            replica: 1,
        };
        event(stamp, self.by, body)
    }

    pub(crate) fn does(self, body: &Body) -> EventId {
        let Self { team, ms, by } = self;
        let made = Hand { team, ms, by }.makes(body);
        let id = made.id;
        team.receive(made);
        id
    }

    pub(crate) fn claim(self, id: &str) -> EventId {
        self.does(&Body::Claim {
            initiative: id.into(),
            team: None,
            verdict: None,
        })
    }

    pub(crate) fn release(self, id: &str) -> EventId {
        self.does(&Body::Release {
            initiative: id.into(),
            note: "".into(),
        })
    }

    pub(crate) fn hand_over(self, id: &str, to: &str) -> EventId {
        self.does(&Body::HandOver {
            initiative: id.into(),
            to: to.into(),
        })
    }

    pub(crate) fn accept(self, id: &str, offer: EventId) -> EventId {
        self.does(&Body::Accept {
            initiative: id.into(),
            offer,
        })
    }

    pub(crate) fn check_in(self, id: &str, confidence: u8) -> EventId {
        self.does(&report(
            Subject::Initiative(InitiativeId::from(id)),
            None,
            Some(confidence),
        ))
    }

    pub(crate) fn measure(self, id: &str, value: f64) -> EventId {
        self.does(&report(Subject::KeyResult(KeyResultId::from(id)), Some(value), None))
    }

    pub(crate) fn done(self, id: &str) -> EventId {
        self.does(&Body::Done {
            initiative: id.into(),
            outcome: Outcome::Worked,
            learned: "".into(),
        })
    }

    pub(crate) fn reopen(self, id: &str) -> EventId {
        self.does(&Body::Reopen { initiative: id.into() })
    }

    pub(crate) fn retract(self, event: EventId) -> EventId {
        self.does(&Body::Retract { event })
    }
}

fn report(on: Subject, value: Option<f64>, confidence: Option<u8>) -> Body {
    Body::CheckIn(Rc::new(CheckIn {
        on,
        value,
        progress: None,
        confidence,
        line: "Two videos shot.".into(),
        change: "".into(),
        blocker: "".into(),
        help: vec![],
    }))
}
