//! What both protocols share: events, requests on their way, and the schedule.

use super::super::date;
use super::super::few::Few;
use super::super::http::{Answer, Request};
use super::super::skew::Skew;
use super::known::Known;
use super::schedule::Schedule;
use super::{Effect, Fault, Guard, Status};
use crate::domain::event::EventId;
use crate::wire::sealed::{Broken, Sealed};

#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) board: String,
    /// Who is looking.
    pub(super) member: Option<String>,
    pub(crate) known: Known,
    pub(crate) schedule: Schedule,
    skew: Skew,
    flights: Few<u32, Flight>,
    last: u32,
    effects: Vec<Effect>,
}

/// A request on its way.
#[derive(Debug)]
struct Flight {
    sent: u64,
    deadline: u64,
    reuse: bool,
}

/// How long an answer may take.
pub(crate) const PATIENCE_MS: u64 = 30_000;

impl Core {
    pub(super) fn new(board: String, seed: u64) -> Self {
        Self {
            board,
            member: None,
            known: Known::default(),
            schedule: Schedule::new(seed),
            skew: Skew::default(),
            flights: Few::default(),
            last: 0,
            effects: Vec::new(),
        }
    }

    pub(crate) fn now(&self) -> u64 {
        self.schedule.now()
    }

    /// Whether this is the name of who is looking.
    pub(crate) fn is_by_member(&self, name: &str) -> bool {
        self.member.as_deref() == Some(name)
    }

    /// Asks, and gives the request's number.
    pub(crate) fn ask(&mut self, mut request: Request, patience: u64) -> u32 {
        self.last = self.last.wrapping_add(1);
        request.id = self.last;
        let flight = Flight {
            sent: self.now(),
            deadline: self.now() + patience,
            reuse: request.reuse,
        };
        self.flights.insert(self.last, flight);
        self.effects.push(Effect::Send(request));
        self.last
    }

    pub(crate) fn cancel(&mut self, id: u32) {
        self.flights.remove(&id);
        self.effects.push(Effect::Cancel(id));
    }

    pub(super) fn cancel_all(&mut self) {
        let ids = std::mem::take(&mut self.flights);
        self.effects
            .extend(ids.into_entries().into_iter().map(|(id, _)| Effect::Cancel(id)));
    }

    /// Requests whose answer did not come in time. Where the clock was set back, nobody
    /// knows, and they count as late.
    pub(super) fn late(&self) -> Vec<u32> {
        let now = self.now();
        let late = self.flights.iter();
        let late = late.filter(|(_, flight)| now >= flight.deadline || now + PATIENCE_MS < flight.sent);
        late.map(|(id, _)| *id).collect()
    }

    /// Takes note of an answer; false if nobody waits for it.
    pub(super) fn landed(&mut self, id: u32, answer: &Answer) -> bool {
        let Some(flight) = self.flights.remove(&id) else {
            return false;
        };
        if let Answer::Response(response) = answer
            && !flight.reuse
            && let Some(date) = response.header("date").and_then(date::parse)
        {
            self.skew.note(date, flight.sent, self.now());
        }
        true
    }

    pub(super) fn local(&mut self, events: Vec<Sealed>, mine: bool) {
        for event in events {
            self.known.add(event, mine);
        }
        if mine {
            self.schedule.changed();
        }
    }

    /// Whether what these events say is at hand. If it is not, the device is asked for it, and then there is to be
    /// written.
    pub(crate) fn has_at_hand(&mut self, ids: &[EventId]) -> bool {
        let lacking = self.known.ask_for(ids);
        let at_hand = lacking.is_none();
        if let Some(lacking) = lacking.filter(|lacking| !lacking.is_empty()) {
            self.effects.push(Effect::Recall(lacking));
        }
        at_hand
    }

    /// Takes an event that was read from the store, if it is whole and of this board.
    pub(crate) fn read(&mut self, id: &str, board: &str, by: &str, e: String) -> Option<Sealed> {
        if board != self.board {
            return None;
        }
        match Sealed::checked(id, board.to_owned(), by.to_owned(), e) {
            Ok(sealed) => Some(sealed),
            Err(why) => {
                self.broken(id, why);
                None
            }
        }
    }

    pub(crate) fn broken(&mut self, what: &str, why: Broken) {
        // Whatever somebody put there, it must not fill this device's memory.
        let what = what.chars().take(64).collect();
        self.fault(Fault::Broken { what, why });
    }

    pub(crate) fn fault(&mut self, fault: Fault) {
        self.effects.push(Effect::Fault(fault));
    }

    pub(super) fn effects(&mut self) -> Vec<Effect> {
        let mut effects = std::mem::take(&mut self.effects);
        let fresh = std::mem::take(&mut self.known.fresh);
        if !fresh.is_empty() {
            self.schedule.stir();
            effects.push(Effect::New(fresh));
        }
        let confirmed = std::mem::take(&mut self.known.confirmed);
        if !confirmed.is_empty() {
            effects.push(Effect::Confirmed(confirmed));
        }
        let lost = std::mem::take(&mut self.known.lost);
        if lost > 0 {
            effects.push(Effect::Fault(Fault::Lost { count: lost }));
        }
        effects
    }

    /// This device's clock as the store's would show it.
    pub(crate) fn store_time(&self) -> u64 {
        self.now().saturating_add_signed(self.skew.offset())
    }

    pub(super) fn wake(&self, planned: Option<u64>) -> Option<u64> {
        let deadlines = self.flights.iter().map(|(_, flight)| flight.deadline);
        let next = self.schedule.wake(planned, self.known.waiting() > 0);
        deadlines.chain(next).min()
    }

    pub(super) fn status(&self, who: Option<String>, guard: Guard) -> Status {
        Status {
            waiting: self.known.waiting(),
            synced: self.schedule.synced,
            offline: !self.schedule.is_online(),
            trouble: self.schedule.trouble,
            writing: self.schedule.writing.filter(|_| self.known.waiting() > 0),
            clock_off: self.skew.offset(),
            who,
            guard,
        }
    }
}
