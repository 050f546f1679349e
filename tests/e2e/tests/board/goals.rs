//! The documents that tests load.

use e2e::{Bench, Stage};
use serde_json::{Value, json};

/// Ana leads, Ben and Cem are members; two objectives, five initiatives.
pub(crate) fn team() -> Value {
    json!({
        "format": 1,
        "id": "team",
        "title": "Our team",
        "northStar": { "statement": "Every small shop in the country knows us" },
        "members": [
            { "id": "ana", "name": "Ana Ruiz", "lead": true },
            { "id": "ben", "name": "Ben Okafor" },
            { "id": "cem", "name": "Cem Aydin" }
        ],
        "objectives": [
            { "id": "engagement", "title": "Our audience talks back", "sponsor": "ana", "initiatives": [
                { "id": "ugc", "title": "Customer video series" },
                { "id": "replies", "title": "Answer every comment" },
                { "id": "panel", "title": "Customer panel", "seats": 2 }
            ] },
            { "id": "reach", "title": "More people find us", "sponsor": "ana", "initiatives": [
                { "id": "letter", "title": "Monthly newsletter" },
                { "id": "podcast", "title": "Guest on podcasts", "owners": ["ben"] }
            ] }
        ]
    })
}

/// The same team with a number, limits, and decision areas.
pub(crate) fn governed() -> Value {
    let mut goals = team();
    goals["id"] = json!("governed");
    goals["period"] = json!({ "start": "2020-01-01", "end": "2099-12-31" });
    goals["objectives"][0]["keyResults"] = json!([{ "id": "answers", "title": "Comments answered", "unit": "%", "start": 0, "target": 100, "owner": "ben" }]);
    goals["guardrails"] = json!([
        { "id": "cost", "title": "Cost per customer", "kind": "metric", "unit": "EUR", "band": { "max": 50 },
          "current": 60, "asOf": "2026-01-01", "owner": "ben", "onBreach": "warn" },
        { "id": "wip", "title": "At most one each", "kind": "claimLimit", "limit": 1 }
    ]);
    goals["decisionAreas"] = json!([
        { "id": "social", "title": "Paid social", "level": "inquire", "approver": "ana",
          "upTo": { "amount": 1000, "currency": "EUR" } }
    ]);
    goals
}

/// A document that lists nobody, so that anybody acts under the name they give.
pub(crate) fn open_to_all() -> Value {
    let mut goals = team();
    goals["id"] = json!("open-to-all");
    if let Some(goals) = goals.as_object_mut() {
        goals.remove("members");
    }
    goals["objectives"][0]["sponsor"] = Value::Null;
    goals["objectives"][1]["sponsor"] = Value::Null;
    goals["objectives"][1]["initiatives"][1]["owners"] = json!([]);
    goals
}

/// One objective with this many initiatives, `i1`, `i2`, ….
pub(crate) fn long(initiatives: usize) -> Value {
    let initiatives: Vec<_> = (1..=initiatives)
        .map(|n| json!({ "id": format!("i{n}"), "title": format!("Initiative number {n}") }))
        .collect();
    let mut goals = team();
    goals["id"] = json!("long");
    goals["objectives"] = json!([{ "id": "all", "title": "Everything at once", "initiatives": initiatives }]);
    goals
}

/// A server with the team's goals at `/team.json`.
pub(crate) fn bench() -> Bench {
    Bench::new().goals("/team.json", &team())
}

/// The team's board on the standalone page, kept by this browser and seen by this member.
pub(crate) fn seen_by(member: &str) -> Stage {
    Stage::with(bench(), &address(member))
}

/// Where this member sees the team's board.
pub(crate) fn address(member: &str) -> String {
    format!("/index.html?src=team.json&member={member}")
}
