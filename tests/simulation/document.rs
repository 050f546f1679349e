//! The goals that people act on, as they were at first and after a lead edited them.

use std::rc::Rc;

use alignment_board::domain::goals::Goals;
use alignment_board::wire;

/// How documents differ that teams write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Members are listed, some of them lead.
    Listed,
    /// Members are listed, and nobody leads.
    Leaderless,
    /// Nobody is listed: anybody acts under the name they give.
    Open,
}

/// The goals, and the same after they were edited.
pub(crate) fn versions(kind: Kind) -> [Rc<Goals>; 2] {
    let edited = EDITS.iter().fold(FIRST.to_owned(), |text, (was, is)| {
        assert!(text.contains(was), "{was} is no part of the document");
        text.replace(was, is)
    });
    [FIRST.to_owned(), edited].map(|text| Rc::new(goals(&text, kind)))
}

fn goals(text: &str, kind: Kind) -> Goals {
    let read = wire::goals::read(text).expect("a document");
    assert_eq!(read.faults, [], "the document has no faults");
    let mut goals = read.goals;
    if kind != Kind::Listed {
        goals.objectives = goals
            .objectives
            .iter()
            .map(|objective| {
                let mut objective = (**objective).clone();
                objective.sponsor = None;
                Rc::new(objective)
            })
            .collect();
        for member in &mut goals.members {
            member.lead = Default::default();
        }
    }
    if kind == Kind::Open {
        goals.members.clear();
    }
    goals
}

/// What a lead edits: seats, owners, numbers, a title, an id; and one initiative goes.
const EDITS: [(&str, &str); 7] = [
    (
        r#""id": "ugc", "title": "Videos", "seats": 2"#,
        r#""id": "ugc", "title": "Videos", "seats": 1"#,
    ),
    (r#""owners": ["cai"]"#, r#""owners": ["cai", "dee"]"#),
    (r#""id": "film""#, r#""id": "films", "formerly": ["film"]"#),
    (r#""target": 100"#, r#""target": 120"#),
    (
        r#""current": 12, "asOf": "2026-10-05""#,
        r#""current": 20, "asOf": "2026-10-07""#,
    ),
    (r#"{ "id": "brief", "title": "Brief", "due": "2026-10-20" },"#, ""),
    (r#""limit": 3"#, r#""limit": 2"#),
];

const FIRST: &str = r#"{
  "format": 1, "id": "team", "title": "The team",
  "period": { "start": "2026-10-01", "end": "2026-12-31" },
  "northStar": { "statement": "Every small shop knows us", "metric": { "title": "Awareness", "unit": "%", "start": 18, "target": 30 } },
  "members": [
    { "id": "ana", "name": "Ana", "lead": true }, { "id": "ben", "name": "Ben", "roles": ["social"] },
    { "id": "cai", "name": "Cai" }, { "id": "dee", "name": "Dee", "lead": { "from": "2026-10-07", "until": "2026-10-12" } },
    { "id": "eve", "name": "Eve", "until": "2026-10-08" }
  ],
  "teams": [{ "id": "crew", "name": "Film crew", "members": ["ben", "cai"] }],
  "pitchPanel": ["cai"],
  "objectives": [
    { "id": "talk", "title": "Our audience talks back", "sponsor": "ben",
      "keyResults": [
        { "id": "views", "title": "Views", "start": 0, "target": 100, "owner": "ben" },
        { "id": "steps", "title": "Steps", "kind": "milestones", "milestones": ["One", "Two"] },
        { "id": "tone", "title": "Tone", "kind": "stayAbove", "band": { "min": 5 }, "current": 12, "asOf": "2026-10-05" }
      ],
      "initiatives": [
        { "id": "ugc", "title": "Videos", "seats": 2, "keyResults": ["views"] },
        { "id": "replies", "title": "Replies", "owners": ["cai"] },
        { "id": "brief", "title": "Brief", "due": "2026-10-20" },
        { "id": "fair", "title": "Fair", "cost": { "amount": 900, "currency": "EUR" }, "decisionArea": "paid" }
      ] },
    { "id": "grow", "title": "We grow", "intent": "aspirational",
      "keyResults": [{ "id": "shops", "title": "Shops", "start": 40, "target": 40 }, { "id": "mood", "title": "Mood" }, { "id": "care", "title": "Mistakes", "start": 0.002, "target": 0.001 }],
      "initiatives": [{ "id": "film", "title": "A film", "owners": ["crew"] }, { "id": "old", "title": "Old news", "state": "done" }] }
  ],
  "guardrails": [
    { "id": "cac", "title": "Cost per customer", "kind": "metric", "band": { "max": 50 }, "owner": "ben", "onBreach": "block" },
    { "id": "wip", "title": "Three claims each", "kind": "claimLimit", "limit": 3 }
  ],
  "decisionAreas": [{ "id": "paid", "title": "Paid social", "level": "delegate", "delegates": ["social"], "approver": "ana", "consult": ["ben"] }],
  "cadence": { "checkIn": "weekly", "idleAfterDays": 1, "reclaimAfterDays": 2 }
}"#;
