//! Who an event is by, and whether they may act.

use alignment_board::domain::board::Refusal;
use alignment_board::domain::event::Subject;
use alignment_board::domain::goals::{InitiativeState, Lead, Member};

use crate::support::{Team, day, goals, initiative, member};

fn team(members: Vec<Member>) -> Team {
    let mut goals = goals([initiative("ugc")]);
    goals.members = members;
    Team::with(goals)
}

#[test]
fn an_id_is_meant_before_a_name_and_a_name_before_a_former_id() {
    let named_like_an_id = Member {
        name: "ben".into(),
        formerly: vec!["Cai".into(), "old".into()],
        ..member("ana")
    };
    let members = vec![named_like_an_id, member("ben"), member("cai")];
    for (by, who) in [("ben", "ben"), ("Cai", "cai"), ("  CAI ", "cai"), ("old", "ana")] {
        let mut team = team(members.clone());
        team.at(1, 9).by(by).claim("ugc");
        assert_eq!(team.holders("ugc"), who, "{by:?}");
    }
}

#[test]
fn somebody_not_listed_is_refused_but_kept() {
    let mut team = team(vec![member("ana")]);
    let claim = team.at(1, 9).by("zoe").claim("ugc");
    assert_eq!(team.refusal("ugc", claim), Some(Refusal::NotListed));
    assert_eq!((team.holders("ugc").as_str(), team.ledger.len()), ("", 1));
}

#[test]
fn who_is_listed_later_counts_from_the_start() {
    let mut team = team(vec![member("ana")]);
    let claim = team.at(1, 9).by("zoe").claim("ugc");
    let mut with_zoe = goals([initiative("ugc")]);
    with_zoe.members.push(member("zoe"));
    team.ledger = team.ledger.under(with_zoe.into());
    assert_eq!((team.refusal("ugc", claim), team.holders("ugc")), (None, "zoe".into()));
}

#[test]
fn without_a_list_anybody_acts_under_their_name_spaces_and_case_aside() {
    let mut team = team(vec![]);
    team.at(1, 9).by("  Ana   Ruiz ").claim("ugc");
    let again = team.at(1, 10).by("ana ruiz").claim("ugc");
    let nameless = team.at(1, 11).by("  ").claim("ugc");
    assert_eq!(
        (team.holders("ugc").as_str(), team.refusal("ugc", again)),
        ("ana ruiz", Some(Refusal::AlreadyIn))
    );
    assert_eq!(&*team.work("ugc").queue[0].by.name, "Ana Ruiz");
    assert_eq!(team.refusal("ugc", nameless), Some(Refusal::NotListed));
}

#[test]
fn who_has_left_acts_until_the_end_of_their_last_day() {
    let mut team = team(vec![Member {
        until: Some(day("2026-10-05")),
        ..member("ben")
    }]);
    team.at(5, 23).by("ben").claim("ugc");
    let late = team.at(6, 0).by("ben").check_in("ugc", 8);
    assert_eq!(team.holders("ugc"), "ben");
    assert_eq!(team.refusal("ugc", late), Some(Refusal::Left));
}

#[test]
fn a_lead_leads_from_the_first_to_the_last_of_their_days() {
    let members = || {
        vec![
            Member {
                lead: Lead::During {
                    from: Some(day("2026-10-03")),
                    until: Some(day("2026-10-04")),
                },
                ..member("ana")
            },
            member("ben"),
        ]
    };
    for (day, hour, state) in [
        (2, 23, InitiativeState::Open),
        (3, 0, InitiativeState::Done),
        (4, 23, InitiativeState::Done),
        (5, 0, InitiativeState::Open),
    ] {
        let mut team = team(members());
        team.at(day, hour).by("ana").done("ugc");
        assert_eq!(team.work("ugc").state, state, "on the {day}th at {hour}");
    }
}

#[test]
fn a_key_results_number_is_its_owners_and_the_leads_to_report() {
    let mut team = Team::with(goals([initiative("ugc")]));
    team.at(1, 9).by("cai").measure("views", 10.0);
    team.at(1, 10).by("ben").measure("views", 20.0);
    team.at(1, 11).by("ana").measure("views", 30.0);
    let verdicts: Vec<_> = team
        .ledger
        .about(&Subject::KeyResult("views".into()))
        .iter()
        .map(|l| l.refused)
        .collect();
    assert_eq!(verdicts, [Some(Refusal::NotOwner), None, None]);
}

#[test]
fn without_a_list_a_sponsor_and_a_teams_members_are_known_by_their_names_too() {
    let document = r#"{ "title": "T", "teams": [{ "name": "Crew", "members": ["Cai Lee"] }], "objectives": [
        { "title": "Talk", "sponsor": "Ana Ruiz", "initiatives": [{ "id": "ugc", "title": "U", "owners": ["Crew"] }] }] }"#;
    let reading = alignment_board::wire::goals::read(document).expect("a goal document");
    let mut team = Team::with(reading.goals);
    let stranger = team.at(1, 9).by("Ben").done("ugc");
    team.at(1, 10).by("ana ruiz").done("ugc");
    team.at(1, 11).by("CAI LEE").reopen("ugc");
    assert_eq!(team.refusal("ugc", stranger), Some(Refusal::NotHolder));
    assert_eq!(team.work("ugc").state, InitiativeState::Open);
}
