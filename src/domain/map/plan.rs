//! What there is to draw, of a board.

use crate::domain::board::{Board, Claim, Work};
use crate::domain::calendar::{Now, TimeZone};
use crate::domain::card::{Pulse, pulse};
use crate::domain::goals::{Goals, InitiativeState, Objective, Text};
use crate::domain::id::{InitiativeId, MemberId, ObjectiveId};

/// What there is to draw.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Plan {
    /// The North Star, if there is one.
    pub north: Option<Text>,
    /// The objectives.
    pub fields: Vec<Field>,
}

/// An objective and its stars.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Which.
    pub objective: ObjectiveId,
    /// In words.
    pub title: Text,
    /// All stars, constellation by constellation; then those that nobody has.
    pub stars: Vec<Star>,
    /// What its people have; each star that nobody has is one alone.
    pub figures: Vec<Figure>,
    /// Stars that others have too: by number, and the number of the others' constellation.
    pub shared: Vec<(usize, usize)>,
}

/// Stars that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Who has them; nobody has one alone.
    pub names: Vec<Text>,
    /// How their holder calls them.
    pub titles: Vec<Text>,
    /// The number of its first star, and of the one after its last.
    pub stars: std::ops::Range<usize>,
    /// Those that a line joins.
    pub lines: Vec<(usize, usize)>,
}

/// An initiative.
#[derive(Clone, Debug, PartialEq)]
pub struct Star {
    /// Which.
    pub initiative: InitiativeId,
    /// In words.
    pub title: Text,
    /// Whoever has it.
    pub names: Vec<Text>,
    /// What became of it.
    pub state: State,
    /// How far it is, in percent, as was last said.
    pub progress: Option<u8>,
    /// How it is doing.
    pub pulse: Option<Pulse>,
}

/// What became of a star.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has it.
    Free,
    /// Somebody has it.
    Held,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
}

impl Plan {
    /// Of a board, on a day of the team's.
    #[must_use]
    pub fn new(board: &Board, now: Now, zone: &TimeZone) -> Self {
        let goals = board.goals();
        let view = View { board, now, zone };
        Self {
            north: goals.north_star.as_ref().map(|star| star.statement.clone()),
            fields: goals.objectives.iter().map(|objective| view.field(objective)).collect(),
        }
    }

    /// How many stars there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fields.iter().map(|field| field.stars.len()).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

struct View<'a> {
    board: &'a Board,
    now: Now,
    zone: &'a TimeZone,
}

/// Somebody's initiatives under one objective.
struct Own<'a> {
    holder: &'a Claim,
    works: Vec<&'a Work>,
    others: Vec<Text>,
}

impl View<'_> {
    fn field(&self, objective: &Objective) -> Field {
        let goals = self.board.goals();
        let works: Vec<&Work> = objective
            .initiatives
            .iter()
            .filter_map(|initiative| self.board.work(&initiative.id).map(|work| &**work))
            .collect();
        let mut owns: Vec<Own<'_>> = Vec::new();
        let mut nobodys = Vec::new();
        for work in works {
            let Some(holder) = work.holders().first() else {
                nobodys.push(work);
                continue;
            };
            match owns.iter_mut().find(|own| own.holder.by.id == holder.by.id) {
                Some(own) => own.works.push(work),
                None => owns.push(Own {
                    holder,
                    works: vec![work],
                    others: Vec::new(),
                }),
            }
        }
        let mut field = Field {
            objective: objective.id.clone(),
            title: objective.title.clone(),
            stars: Vec::new(),
            figures: Vec::new(),
            shared: Vec::new(),
        };
        // Whoever has nothing of their own here is named where they help.
        let alone: Vec<MemberId> = owns.iter().map(|own| own.holder.by.id.clone()).collect();
        let mut named = alone.clone();
        for own in &mut owns {
            for claim in own.works.iter().flat_map(|work| work.holders()) {
                if !named.contains(&claim.by.id) {
                    named.push(claim.by.id.clone());
                    own.others.push(name(goals, claim));
                }
            }
        }
        for own in owns {
            self.figure(&mut field, own, &alone);
        }
        for work in nobodys {
            let n = field.stars.len();
            field.figures.push(Figure {
                stars: n..n + 1,
                ..Figure::default()
            });
            field.stars.push(self.star(work));
        }
        field
    }

    fn figure(&self, field: &mut Field, own: Own<'_>, holders: &[MemberId]) {
        let Own {
            holder,
            mut works,
            others,
        } = own;
        let start = field.stars.len();
        let mut figure = Figure {
            names: vec![name(self.board.goals(), holder)],
            ..Figure::default()
        };
        figure.names.extend(others);
        let mut join = |field: &mut Field, works: Vec<&Work>| {
            let first = field.stars.len();
            for work in works {
                let n = field.stars.len();
                if n > first {
                    figure.lines.push((n - 1, n));
                }
                for claim in work.holders().iter().skip(1) {
                    if let Some(theirs) = holders.iter().position(|id| *id == claim.by.id) {
                        field.shared.push((n, theirs));
                    }
                }
                field.stars.push(self.star(work));
            }
        };
        for named in self.board.constellations(&holder.by.id) {
            let (theirs, rest): (Vec<&Work>, Vec<&Work>) = works
                .into_iter()
                .partition(|work| named.initiatives.contains(&work.initiative.id));
            works = rest;
            if !theirs.is_empty() {
                join(field, theirs);
                figure.titles.push(named.title);
            }
        }
        join(field, works);
        figure.stars = start..field.stars.len();
        field.figures.push(figure);
    }

    fn star(&self, work: &Work) -> Star {
        let goals = self.board.goals();
        let state = match work.state {
            InitiativeState::Done => State::Done,
            InitiativeState::Dropped => State::Dropped,
            InitiativeState::Open if work.holders().is_empty() => State::Free,
            InitiativeState::Open => State::Held,
        };
        let said = work.spoken.iter().rev().find_map(|said| said.check_in.progress);
        Star {
            initiative: work.initiative.id.clone(),
            title: work.initiative.title.clone(),
            names: work.holders().iter().map(|claim| name(goals, claim)).collect(),
            state,
            progress: said
                .filter(|_| state == State::Held)
                .map(|percent| percent.clamp(0.0, 100.0).round() as u8),
            pulse: pulse(goals, work, self.now, self.zone),
        }
    }
}

/// The name a colleague would use, unless two members share it; a team has one name.
fn name(goals: &Goals, claim: &Claim) -> Text {
    let first = claim.by.first_name();
    let others = goals.members.iter().filter(|member| {
        let same = member.name.split_whitespace().next() == Some(first);
        same && member.id != claim.by.id
    });
    if claim.team.is_empty() && others.count() == 0 {
        first.into()
    } else {
        claim.by.name.clone()
    }
}
