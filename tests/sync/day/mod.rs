//! One day: some members, one server, faults, and then peace. Time is pretended, chance has a seed.

mod member;
mod mischief;
mod server;
mod servers;
mod verdict;

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use alignment_board::domain::event::EventId;
use alignment_board::sync::{Answer, Chance, Input, Request};

use self::member::Member;
use self::mischief::{Fate, fate};
pub(crate) use self::server::{Reply, Server};
pub(crate) use self::servers::{Couch, Folder, Rules};
use crate::support::{START, percent};

/// How long there may be until all agree, once there are no faults any more: the slowest way is the comparison of
/// everything that a CouchDB store makes once an hour.
const PEACE_MS: u64 = 3 * 60 * 60_000;

pub(crate) struct Day {
    now: u64,
    order: u64,
    chance: Chance,
    server: Box<dyn Server>,
    /// Older states of the server: for answers from a cache, and to go back to.
    older: Vec<Box<dyn Server>>,
    members: Vec<Member>,
    queue: BinaryHeap<Reverse<(u64, u64)>>,
    happenings: std::collections::HashMap<u64, What>,
    faults_until: u64,
    /// Everything that was confirmed to whoever did it.
    confirmed: BTreeSet<EventId>,
    /// What the server had and lost by its own fault.
    at_risk: BTreeSet<EventId>,
    told: bool,
}

enum What {
    Arrives {
        member: usize,
        life: u32,
        request: Request,
        answered: bool,
    },
    Answers {
        member: usize,
        life: u32,
        id: u32,
        answer: Answer,
    },
    Wakes {
        member: usize,
        token: u64,
    },
    Acts {
        member: usize,
    },
    /// The page is closed, for a while or for ever.
    Leaves {
        member: usize,
        back: Option<u64>,
    },
    Returns {
        member: usize,
    },
    Moves {
        member: usize,
        input: Input,
    },
    Remembers,
    GoesBack,
}

impl Day {
    pub(crate) fn new(seed: u64, told: bool) -> Self {
        let mut chance = Chance::new(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let (server, store): (Box<dyn Server>, _) = match seed % 5 {
            0 => (Box::new(Folder::new(Rules::Dav)), "http://h/team/"),
            1 => (Box::new(Folder::new(Rules::Index)), "http://h/team/"),
            2 => (Box::new(Folder::new(Rules::OwnName)), "http://h/team/"),
            3 => (Box::new(Couch::new(true)), "couchdb+http://h/db"),
            _ => (Box::new(Couch::new(false)), "couchdb+http://h/db"),
        };
        let apart = matches!(seed % 5, 2 | 3);
        // Now and then a day is long and busy, so that there is something to merge.
        let busy = percent(&mut chance, 2);
        let length = if busy { 600_000 } else { 20_000 + chance.below(160_000) };
        let faults_until = START + length;
        let mut day = Self {
            now: START,
            order: 0,
            server,
            older: Vec::new(),
            members: Vec::new(),
            queue: BinaryHeap::new(),
            happenings: <_>::default(),
            faults_until,
            confirmed: BTreeSet::new(),
            at_risk: BTreeSet::new(),
            told,
            chance,
        };
        for place in 0..2 + day.chance.below(3) as usize {
            let skew = if percent(&mut day.chance, 20) {
                day.chance.below(1_200_000) as i64 - 600_000
            } else {
                0
            };
            day.members.push(Member::new(place, store, skew, seed));
            day.plan(place, apart, busy);
        }
        let span = faults_until - START;
        for _ in 0..4 {
            let at = START + day.chance.below(span);
            day.at(at, What::Remembers);
        }
        if percent(&mut day.chance, 30) {
            let at = START + day.chance.below(span);
            day.at(at, What::GoesBack);
        }
        day
    }

    /// What a member will do that day. Where nobody may bring others' events, who leaves comes back.
    fn plan(&mut self, member: usize, apart: bool, busy: bool) {
        let span = self.faults_until - START;
        self.at(START, What::Returns { member });
        let acts = if busy { 30 } else { 1 + self.chance.below(5) };
        for _ in 0..acts {
            let at = START + self.chance.below(span);
            self.at(at, What::Acts { member });
        }
        if percent(&mut self.chance, 50) {
            let at = START + self.chance.below(span);
            // The first member stays, so that somebody is there to agree.
            let stays = apart || member == 0 || percent(&mut self.chance, 50);
            let back = stays.then(|| self.faults_until.min(at + self.chance.below(span)));
            self.at(at, What::Leaves { member, back });
        }
        for _ in 0..self.chance.below(4) {
            let at = START + self.chance.below(span);
            let end = (at + self.chance.below(60_000)).min(self.faults_until);
            let (first, then) = match self.chance.below(3) {
                0 => (Input::Online(false), Input::Online(true)),
                1 => (Input::Visible(false), Input::Visible(true)),
                _ => (Input::Focus, Input::Focus),
            };
            self.at(at, What::Moves { member, input: first });
            self.at(end, What::Moves { member, input: then });
        }
    }

    /// Lives through it.
    pub(crate) fn live(mut self) -> Result<(), String> {
        let end = self.faults_until + PEACE_MS;
        let mut asked = 0;
        while let Some(Reverse((at, order))) = self.queue.pop() {
            if at > end {
                break;
            }
            self.now = at;
            if let Some(what) = self.happenings.remove(&order) {
                self.happen(what);
            }
            asked += 1;
            if asked > 400_000 {
                return Err("it does not come to rest".to_owned());
            }
            if self.now > self.faults_until && asked % 16 == 0 && self.verdict().is_ok() {
                break;
            }
        }
        self.verdict()
    }

    fn at(&mut self, at: u64, what: What) {
        self.order += 1;
        self.queue.push(Reverse((at, self.order)));
        self.happenings.insert(self.order, what);
    }

    fn happen(&mut self, what: What) {
        match what {
            What::Arrives {
                member,
                life,
                request,
                answered,
            } => self.arrives(member, life, request, answered),
            What::Answers {
                member,
                life,
                id,
                answer,
            } => {
                if self.members[member].life == life {
                    self.input(member, Input::Answer(id, answer));
                }
            }
            What::Wakes { member, token } => {
                if self.members[member].token == token {
                    self.input(member, Input::Time);
                }
            }
            What::Acts { member } => {
                if let Some(event) = self.members[member].act(self.now) {
                    self.tell(&|| format!("{} makes {}", event.by, event.id));
                    self.input(
                        member,
                        Input::Local {
                            events: vec![event],
                            mine: true,
                        },
                    );
                }
            }
            What::Leaves { member, back } => {
                self.tell(&|| format!("{member} leaves, until {back:?}"));
                self.members[member].leaves(back.is_some());
                self.lost(&BTreeSet::new());
                if let Some(back) = back {
                    self.at(back, What::Returns { member });
                }
            }
            What::Returns { member } => {
                for input in self.members[member].returns() {
                    self.input(member, input);
                }
            }
            What::Moves { member, input } => self.input(member, input),
            What::Remembers => self.older.push(self.server.copy()),
            What::GoesBack => self.goes_back(),
        }
    }

    /// The server starts again from a backup.
    fn goes_back(&mut self) {
        let Some(backup) = self.older.first().map(|older| older.copy()) else {
            return;
        };
        let before = self.server.events();
        self.server = backup;
        self.tell(&|| "the server goes back".to_owned());
        self.lost(&before);
    }

    fn arrives(&mut self, member: usize, life: u32, request: Request, answered: bool) {
        let who = self.members[member].name.clone();
        let faulty = self.now < self.faults_until;
        let fate = if faulty {
            fate(&mut self.chance, &request)
        } else {
            Fate::Served
        };
        let answer = match fate {
            Fate::Served => {
                match self.server.serve(self.now, &who, &request) {
                    Reply::Now(response) => Some(Answer::Response(response)),
                    // It waits for news: it is asked again a little later, until it may end.
                    Reply::Later => {
                        let at = self.now + 2_000;
                        return self.at(
                            at,
                            What::Arrives {
                                member,
                                life,
                                request,
                                answered,
                            },
                        );
                    }
                }
            }
            fate => {
                let older = self.older.last().map(|older| older.copy());
                // Half of a file may take the place of a whole one.
                let before = matches!(fate, Fate::Half).then(|| self.server.events());
                let answer = mischief::serve(
                    fate,
                    &mut self.chance,
                    self.now,
                    &who,
                    &request,
                    &mut *self.server,
                    older,
                );
                if let Some(before) = before {
                    self.lost(&before);
                }
                answer
            }
        };
        self.tell(&|| {
            let shown = match &answer {
                Some(Answer::Response(response)) => response.status.to_string(),
                other => format!("{other:?}"),
            };
            format!("{who}: {} {} {fate:?} → {shown}", request.method, request.url)
        });
        if faulty && percent(&mut self.chance, 5) {
            // The network has it twice.
            let at = self.now + self.chance.below(90_000);
            let request = request.clone();
            self.at(
                at,
                What::Arrives {
                    member,
                    life,
                    request,
                    answered: false,
                },
            );
        }
        if let (Some(answer), true) = (answer, answered) {
            let at = self.now + 1 + self.delay();
            let id = request.id;
            self.at(
                at,
                What::Answers {
                    member,
                    life,
                    id,
                    answer,
                },
            );
        }
    }

    fn delay(&mut self) -> u64 {
        match self.now < self.faults_until && percent(&mut self.chance, 10) {
            true => self.chance.below(40_000),
            false => self.chance.below(60),
        }
    }

    fn input(&mut self, member: usize, input: Input) {
        let Some((requests, confirmed)) = self.members[member].input(self.now, input) else {
            return;
        };
        self.confirmed.extend(confirmed);
        let life = self.members[member].life;
        for request in requests {
            let at = self.now + 1 + self.delay();
            self.at(
                at,
                What::Arrives {
                    member,
                    life,
                    request,
                    answered: true,
                },
            );
        }
        if let Some((at, token)) = self.members[member].wake() {
            self.at(at.max(self.now + 1), What::Wakes { member, token });
        }
    }

    fn tell(&self, what: &dyn Fn() -> String) {
        if self.told {
            println!("{:>9} {}", self.now - START, what());
        }
    }
}
