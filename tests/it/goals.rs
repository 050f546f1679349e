//! What a good document says once it is read.

use std::fs;

use alignment_board::domain::goals::{
    Band, Goals, Initiative, InitiativeState, Intent, Interval, KeyResult, KeyResultKind, Lead, Owner,
};
use alignment_board::domain::id::{MemberId, TeamId};
use alignment_board::wire::goals::{Reading, read};

use crate::golden::files;

/// Reads what has to be without any fault.
#[track_caller]
fn good(text: &str) -> Goals {
    let Reading { goals, faults } = read(text).expect("something to draw");
    assert_eq!(faults, []);
    goals
}

fn key_result(fields: &str) -> KeyResult {
    let text = format!(
        r#"{{ "title": "T", "objectives": [{{ "title": "O", "keyResults": [{{ "title": "K", {fields} }}] }}] }}"#
    );
    good(&text).objectives[0].key_results[0].clone()
}

fn initiative(fields: &str) -> Initiative {
    let text = format!(
        r#"{{ "title": "T", "members": ["Ana Ruiz", "Ben"], "teams": [{{ "name": "Crew", "members": "ben" }}],
            "objectives": [{{ "title": "O", "initiatives": [{{ "title": "I", {fields} }}] }}] }}"#
    );
    (*good(&text).objectives[0].initiatives[0]).clone()
}

#[test]
fn samples_and_stories_have_no_faults() {
    for file in files("samples", "json").into_iter().chain(files("tests/data", "json")) {
        let text = fs::read_to_string(&file).expect("a file");
        let reading = read(&text).expect("something to draw");
        assert_eq!(reading.faults, [], "{}", file.display());
        assert!(
            reading.goals.initiatives().all(|(_, i)| i.claimable),
            "{}",
            file.display()
        );
    }
}

#[test]
fn the_marketing_sample_says_what_its_authors_meant() {
    let goals = good(include_str!("../../samples/marketing.json"));
    assert_eq!(goals.id.as_deref(), Some("marketing-2026-q4"));
    assert_eq!(
        (goals.members.len(), goals.objectives.len(), goals.initiatives().count()),
        (6, 4, 18)
    );
    assert_eq!(goals.objectives[2].intent, Intent::Aspirational);
    let (_, ugc) = goals
        .initiatives()
        .find(|(_, i)| i.id.as_str() == "ugc")
        .expect("the video series");
    assert_eq!(ugc.owners, [Owner::Member(MemberId::from("chiara"))]);
    assert_eq!(
        (ugc.seats, ugc.links.len(), &*ugc.links[1].label),
        (2, 2, "notes/ugc.html")
    );
    let (_, kit) = goals
        .initiatives()
        .find(|(_, i)| i.id.as_str() == "kit")
        .expect("the kit");
    assert_eq!(kit.owners, [Owner::Team(TeamId::from("studio"))]);
    assert_eq!(goals.members[1].contact.as_deref(), Some("mailto:ben@example.org"));
    assert!(matches!(
        goals.members[2].lead,
        Lead::During {
            from: Some(_),
            until: Some(_)
        }
    ));
    assert_eq!(goals.cadence.check_in, Some(Interval::Weekly));
}

#[test]
fn the_large_sample_has_ten_thousand_initiatives_in_less_than_a_megabyte() {
    let text = include_str!("../../samples/large.json");
    assert!(text.len() < 1_000_000, "{}", text.len());
    assert_eq!(good(text).initiatives().count(), 10_000);
}

#[test]
fn an_objective_a_member_and_the_north_star_may_be_plain_strings() {
    let goals = good(r#"{ "title": "T", "northStar": "Up", "members": ["Ana Ruiz"], "objectives": ["Talk back"] }"#);
    assert_eq!(goals.members[0].id.as_str(), "ana-ruiz");
    assert_eq!(goals.objectives[0].id.as_str(), "talk-back");
    assert_eq!(goals.north_star.map(|star| star.statement).as_deref(), Some("Up"));
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    good("\u{feff}{ \"title\": \"T\", \"objectives\": [] }");
}

#[test]
fn null_is_as_good_as_absent() {
    let goals = good(
        r#"{ "format": null, "title": "T", "period": null, "objectives": [{ "title": "O", "why": null, "weight": null }] }"#,
    );
    assert_eq!(goals.objectives[0].weight, 1.0);
}

#[test]
fn a_key_result_without_a_kind_reaches_and_without_a_target_is_not_measurable() {
    assert_eq!(
        key_result(r#""unit": "%""#).kind,
        KeyResultKind::Reach {
            start: 0.0,
            target: None
        }
    );
    assert_eq!(
        key_result(r#""start": 9, "target": 5"#).kind,
        KeyResultKind::Reach {
            start: 9.0,
            target: Some(5.0)
        }
    );
}

#[test]
fn a_limit_may_be_a_target_or_a_side_of_a_band() {
    let below = KeyResultKind::Stay(Band {
        min: None,
        max: Some(4.0),
    });
    assert_eq!(key_result(r#""kind": "stayBelow", "target": 4"#).kind, below);
    assert_eq!(key_result(r#""kind": "stayBelow", "band": { "max": 4 }"#).kind, below);
    let above = KeyResultKind::Stay(Band {
        min: Some(4.0),
        max: None,
    });
    assert_eq!(key_result(r#""kind": "stayAbove", "target": 4"#).kind, above);
}

#[test]
fn milestones_need_no_kind() {
    let KeyResultKind::Milestones(list) =
        key_result(r#""milestones": ["Draft", { "title": "Print", "done": true }]"#).kind
    else {
        panic!("not milestones");
    };
    assert_eq!(list.iter().map(|m| m.done).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn done_may_be_said_with_true_or_with_a_number() {
    assert_eq!(key_result(r#""kind": "done", "current": true"#).current, Some(1.0));
    assert_eq!(key_result(r#""kind": "done", "current": 0"#).current, Some(0.0));
}

#[test]
fn phased_targets_are_put_in_order() {
    let phases =
        key_result(r#""phasedTargets": [{ "on": "2026-12-01", "value": 9 }, { "on": "2026-11-01", "value": 4 }]"#);
    assert_eq!(
        phases.phased_targets.iter().map(|p| p.value).collect::<Vec<_>>(),
        [4.0, 9.0]
    );
}

#[test]
fn there_are_at_least_as_many_seats_as_owners() {
    assert_eq!(initiative(r#""owners": ["ana-ruiz", "ben"]"#).seats, 2);
    assert_eq!(initiative(r#""seats": 3, "owners": "ben""#).seats, 3);
}

#[test]
fn owners_are_found_by_id_by_name_and_as_a_team() {
    let found = initiative(r#""owners": ["ANA  ruiz", "Crew"]"#).owners;
    assert_eq!(
        found,
        [
            Owner::Member(MemberId::from("ana-ruiz")),
            Owner::Team(TeamId::from("crew"))
        ]
    );
}

#[test]
fn without_listed_members_anybody_may_own() {
    let goals = good(
        r#"{ "title": "T", "objectives": [{ "title": "O", "sponsor": "Zoë  Q", "initiatives": [{ "title": "I", "owners": "Zoë Q" }] }] }"#,
    );
    assert_eq!(goals.objectives[0].sponsor, Some(MemberId::from("zoë q")));
    assert_eq!(
        goals.objectives[0].initiatives[0].owners,
        [Owner::Member(MemberId::from("zoë q"))]
    );
}

#[test]
fn fixed_words_are_read_whatever_their_case() {
    assert_eq!(initiative(r#""state": "Done""#).state, InitiativeState::Done);
}

#[test]
fn shared_titles_still_draw_and_cannot_be_claimed() {
    let reading = read(
        r#"{ "title": "T", "objectives": [{ "title": "O", "initiatives": ["Film it", "Film it!", "Film it?", { "id": "film-it~2", "title": "X" }] }] }"#,
    );
    let goals = reading.expect("something to draw").goals;
    let seen: Vec<_> = goals.initiatives().map(|(_, i)| (i.id.as_str(), i.claimable)).collect();
    assert_eq!(
        seen,
        [
            ("film-it", false),
            ("film-it~3", false),
            ("film-it~4", false),
            ("film-it~2", true)
        ]
    );
}

#[test]
fn former_ids_are_kept_unless_something_has_them_today() {
    assert_eq!(initiative(r#""formerly": ["old"]"#).formerly.len(), 1);
}
