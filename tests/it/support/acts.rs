//! What somebody does in a story.

use alignment_board::domain::event::{
    Answer, Ask, Body, Change, ChangeGoal, CheckIn, Close, Comment, Event, EventId, Facet, Gain, Goal, Measure, Next,
    Outcome, Pitch, Post, Record, Reply, Ruling, Settle, Subject, TakeOver, Value, View,
};
use alignment_board::domain::goals::Text;
use alignment_board::domain::id::{InitiativeId, KeyResultId, ObjectiveId};
use proptest::sample::Index;

use super::day;

/// What happens in stories: known and unknown things, listed and unlisted people.
const INITIATIVES: [&str; 4] = ["ugc", "ugc", "replies", "gone"];
const KEY_RESULTS: [&str; 2] = ["views", "lost"];
const OBJECTIVES: [&str; 3] = ["talk", "reach", "none"];
pub(super) const PEOPLE: [&str; 8] = ["ana", "ana", "ben", "Ben", "cai", "dee", "eve", "zoe"];

/// Choices that a step makes among what is there.
pub(super) struct Choices<'a> {
    pub(super) events: &'a [Event],
    pub(super) picks: [Index; 4],
    pub(super) number: f64,
}

impl Choices<'_> {
    fn of<T: Copy>(&self, place: usize, all: &[T]) -> T {
        *self.picks[place].get(all)
    }

    /// An event's id; mostly one that fits.
    pub(super) fn event(&self, fits: impl Fn(&Event) -> bool) -> EventId {
        let fitting: Vec<_> = self.events.iter().filter(|e| fits(e)).collect();
        match (fitting.is_empty(), self.events.is_empty()) {
            (false, _) => self.picks[0].get(&fitting).id,
            (true, false) => self.picks[0].get(self.events).id,
            (true, true) => EventId::FIRST,
        }
    }

    /// An initiative of the document, one that an event might have made, or none.
    fn initiative(&self) -> InitiativeId {
        let made: Vec<String> = self
            .events
            .iter()
            .flat_map(|e| match &e.body {
                Body::Pitch(_) => vec![e.id.to_string()],
                Body::Split { .. } => vec![format!("{}.1", e.id), format!("{}.2", e.id)],
                _ => vec![],
            })
            .collect();
        let all: Vec<&str> = INITIATIVES
            .iter()
            .copied()
            .chain(made.iter().map(String::as_str))
            .collect();
        self.of(1, &all).into()
    }

    fn objective(&self) -> ObjectiveId {
        let proposed = self
            .events
            .iter()
            .filter(|e| matches!(e.body, Body::ProposeObjective(_)));
        let made: Vec<String> = proposed.map(|e| e.id.to_string()).collect();
        let all: Vec<&str> = OBJECTIVES
            .iter()
            .copied()
            .chain(made.iter().map(String::as_str))
            .collect();
        self.of(2, &all).into()
    }

    fn key_result(&self) -> KeyResultId {
        let proposed = self
            .events
            .iter()
            .filter(|e| matches!(e.body, Body::ProposeObjective(_)));
        let made: Vec<String> = proposed.map(|e| format!("{}.1", e.id)).collect();
        let all: Vec<&str> = KEY_RESULTS
            .iter()
            .copied()
            .chain(made.iter().map(String::as_str))
            .collect();
        self.of(2, &all).into()
    }

    fn subject(&self) -> Subject {
        match self.picks[3].index(7) {
            0 | 1 => Subject::Initiative(self.initiative()),
            2 => Subject::KeyResult(self.key_result()),
            3 => Subject::Guardrail("cac".into()),
            4 => Subject::Objective(self.objective()),
            5 => Subject::NorthStar,
            _ => Subject::Begun(self.event(begins)),
        }
    }

    fn person(&self) -> Text {
        self.of(2, &PEOPLE).into()
    }

    /// Somebody, or nobody.
    fn perhaps(&self) -> Text {
        if self.picks[3].index(2) == 0 {
            self.person()
        } else {
            "".into()
        }
    }

    fn words(&self) -> Text {
        self.of(3, &["So so.", "So so.", "So so.", " "]).into()
    }

    fn pitch(&self) -> Pitch {
        Pitch {
            idea: None,
            objective: self.objective(),
            title: self.words(),
            description: "".into(),
            moves: vec![Gain {
                key_result: self.key_result(),
                by: Some(self.number),
            }],
            effort: "".into(),
            cost: None,
            first_step: "".into(),
            help: "".into(),
        }
    }
}

fn begins(event: &Event) -> bool {
    event.subject() == Some(Subject::Begun(event.id))
}

/// What a step does.
pub(super) fn act(kind: &str, choose: &Choices<'_>) -> Body {
    let initiative = || choose.initiative();
    let claim = || choose.event(|e| matches!(e.body, Body::Claim { .. } | Body::Accept { .. }));
    let of = |fits: fn(&Body) -> bool| choose.event(|e| fits(&e.body));
    let review = || of(|body| matches!(body, Body::ReviewOpen));
    match kind {
        "claim" => Body::Claim {
            initiative: initiative(),
            team: choose.of(3, &[None, None, Some("crew")]).map(Into::into),
            verdict: None,
        },
        "settle" => Body::Settle(Box::new(Settle {
            initiative: initiative(),
            claim: claim(),
            saw: vec![],
        })),
        "takeOver" => {
            let by_claim = choose.picks[3].index(3) > 0;
            Body::TakeOver(Box::new(TakeOver {
                initiative: initiative(),
                claim: by_claim.then(claim),
                member: if by_claim { "".into() } else { choose.person() },
            }))
        }
        "release" => Body::Release {
            initiative: initiative(),
            note: "".into(),
        },
        "handOver" => Body::HandOver {
            initiative: initiative(),
            to: choose.person(),
        },
        "accept" => Body::Accept {
            initiative: initiative(),
            offer: of(|body| matches!(body, Body::HandOver { .. })),
        },
        "vacate" => Body::Vacate {
            initiative: initiative(),
            member: choose.person(),
            reason: "".into(),
        },
        "away" => Body::Away {
            from: choose.of(3, &[day("2026-10-01"), day("2026-10-02"), day("2026-10-09")]),
            until: choose.of(2, &[day("2026-10-01"), day("2026-10-02"), day("2026-10-03")]),
            cover: "".into(),
        },
        "checkIn" => Body::CheckIn(
            CheckIn {
                on: choose.subject(),
                value: Some(choose.number),
                progress: None,
                confidence: Some(7),
                line: choose.words(),
                change: "".into(),
                blocker: "".into(),
                help: vec![],
            }
            .into(),
        ),
        "adjust" => Body::Adjust {
            initiative: initiative(),
            changes: vec![Change {
                to: Facet::Description(choose.of(3, &["A", "B"]).into()),
                was: Facet::Description(choose.of(2, &["", "A", "B"]).into()),
            }],
        },
        "move" => Body::Move {
            initiative: initiative(),
            objective: choose.objective(),
            reason: "".into(),
        },
        "split" => Body::Split {
            initiative: initiative(),
            parts: vec!["One".into(), "Two".into()],
        },
        "done" => Body::Done {
            initiative: initiative(),
            outcome: Outcome::No,
            learned: "".into(),
        },
        "drop" => Body::Drop {
            initiative: initiative(),
            reason: choose.words(),
            learned: "".into(),
        },
        "reopen" => Body::Reopen {
            initiative: initiative(),
        },
        "comment" => Body::Comment(Box::new(Comment {
            on: choose.subject(),
            line: choose.words(),
        })),
        "constellation" => Body::Constellation {
            title: choose.of(3, &["Plough", " plough", ""]).into(),
            initiatives: vec![initiative()],
        },
        _ => further(kind, choose, &of, review),
    }
}

fn further(
    kind: &str,
    choose: &Choices<'_>,
    of: &dyn Fn(fn(&Body) -> bool) -> EventId,
    review: impl Fn() -> EventId,
) -> Body {
    let idea = || of(|body| matches!(body, Body::Idea { .. }));
    let pitch = || of(|body| matches!(body, Body::Pitch(_)));
    match kind {
        "idea" => Body::Idea {
            text: choose.words(),
            links: vec![],
        },
        "support" => Body::Support {
            idea: of(|body| matches!(body, Body::Idea { .. } | Body::Pitch(_))),
        },
        "draft" => Body::Draft {
            idea: idea(),
            coach: choose.person(),
        },
        "pitch" => Body::Pitch(choose.pitch().into()),
        "feedback" => Body::Feedback {
            pitch: pitch(),
            view: choose.of(3, &[View::For, View::Against]),
            line: "".into(),
        },
        "revise" => Body::Revise {
            pitch: pitch(),
            text: choose.pitch().into(),
        },
        "decide" => Body::Decide {
            target: of(|body| {
                matches!(
                    body,
                    Body::Pitch(_) | Body::ProposeObjective(_) | Body::ProposeChange(_) | Body::Join { .. }
                )
            }),
            verdict: choose.of(1, &[Ruling::Accept, Ruling::Accept, Ruling::Return, Ruling::Park]),
            reason: choose.words(),
        },
        "proposeObjective" => Body::ProposeObjective(
            Goal {
                title: choose.words(),
                why: "".into(),
                key_results: vec![Measure {
                    title: "More".into(),
                    unit: "".into(),
                    start: None,
                    target: Some(choose.number),
                }],
            }
            .into(),
        ),
        "proposeChange" => Body::ProposeChange(
            ChangeGoal {
                on: Subject::KeyResult(choose.key_result()),
                field: "target".into(),
                value: Value::Number(choose.of(1, &[100.0, 110.0, 120.0])),
                was: Some(Value::Number(choose.of(3, &[100.0, 110.0]))),
                why: "".into(),
            }
            .into(),
        ),
        "coSign" => Body::CoSign { on: choose.subject() },
        "closeObjective" => Body::CloseObjective(
            Close {
                objective: choose.objective(),
                grade: choose.of(3, &[None, Some(0.7), Some(7.0)]),
                lesson: "".into(),
                next: Next::Stop,
            }
            .into(),
        ),
        "waive" => Body::Waive {
            guardrail: "cac".into(),
            initiative: choose.initiative(),
            reason: choose.words(),
        },
        "ask" => Body::Ask(
            Ask {
                area: choose.of(2, &[None, Some("paid"), Some("none")]).map(Into::into),
                initiative: Some(choose.initiative()),
                amount: None,
                question: choose.words(),
            }
            .into(),
        ),
        "answer" => Body::Answer(
            Reply {
                question: of(|body| matches!(body, Body::Ask(_))),
                answer: choose.of(3, &[Answer::Yes, Answer::Instead]),
                instead: "".into(),
                reason: "".into(),
            }
            .into(),
        ),
        "logDecision" => Body::LogDecision(
            Record {
                area: choose.of(2, &[None, Some("paid"), Some("none")]).map(Into::into),
                initiative: None,
                amount: None,
                decision: choose.words(),
                why: "".into(),
            }
            .into(),
        ),
        "reviewOpen" => Body::ReviewOpen,
        "reviewPost" => Body::ReviewPost(
            Post {
                review: review(),
                member: choose.perhaps(),
                done: choose.words(),
                next: "".into(),
                blocked: "".into(),
                noticed: "".into(),
            }
            .into(),
        ),
        "reviewPass" => Body::ReviewPass {
            review: review(),
            member: choose.perhaps(),
        },
        "reviewAbsent" => Body::ReviewAbsent {
            review: review(),
            member: choose.perhaps(),
        },
        "reviewClose" => Body::ReviewClose { review: review() },
        "join" => Body::Join { name: "Zoe".into() },
        "erase" => Body::Erase {
            ids: vec![of(|_| true)],
            reason: "".into(),
        },
        _ => Body::Unknown {
            kind: "bless".into(),
            initiative: Some(choose.initiative()),
        },
    }
}
