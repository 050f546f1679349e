//! Whom the names in an area mean, and who steps in.

use alignment_board::domain::decision::Party;
use alignment_board::domain::goals::{DecisionArea, DelegationLevel, Goals, Lead, Objective, Text};

use super::{area, asks, euros, goals, left, names, told};
use crate::support::{member, objective};

fn delegated(level: DelegationLevel, to: &str) -> Goals {
    goals(DecisionArea {
        delegates: vec![to.into()],
        ..area(level)
    })
}

fn words(list: &[&str]) -> Vec<Text> {
    list.iter().map(|word| Text::from(*word)).collect()
}

#[test]
fn delegates_are_named_by_id_name_former_id_role_or_team() {
    for name in ["dee", "Dee", "dEE", "design", "Design", "delia"] {
        let mut goals = delegated(DelegationLevel::Delegate, name);
        goals.members[3].formerly = vec!["delia".into()];
        assert_eq!(told(&goals, "dee", None), "You decide", "{name}");
        assert_ne!(told(&goals, "ben", None), "You decide", "{name}");
    }
    for name in ["crew", "The crew", "the CREW"] {
        let goals = delegated(DelegationLevel::Delegate, name);
        assert_eq!(told(&goals, "ben", None), "You decide", "{name}");
        assert_eq!(told(&goals, "dee", None), "The crew decides", "{name}");
    }
}

#[test]
fn a_name_of_nobody_here_is_told_as_it_is_written() {
    let goals = delegated(DelegationLevel::Delegate, "Legal");
    assert_eq!(told(&goals, "ben", None), "Legal decides");
}

#[test]
fn an_area_that_names_no_delegates_is_everybodys() {
    let goals = goals(DecisionArea {
        delegates: vec![],
        ..area(DelegationLevel::Inquire)
    });
    for member in ["ben", "dee"] {
        assert_eq!(told(&goals, member, None), "You decide, then tell Ana");
    }
    assert_eq!(
        told(&goals, "zoe", None),
        "everybody decides",
        "but a stranger is nobody"
    );
}

#[test]
fn who_is_both_delegate_and_approver_decides() {
    use DelegationLevel::{Advise, Agree, Consult, Delegate, Inquire, Sell, Tell};
    for level in [Tell, Sell, Consult, Agree, Advise, Inquire, Delegate] {
        let goals = delegated(level, "ana");
        assert_eq!(told(&goals, "ana", None), "You decide", "{level:?}");
    }
    let mut goals = delegated(Agree, "crew");
    goals.teams[0].members.push("ana".into());
    assert_eq!(told(&goals, "ana", None), "You decide with The crew");
    assert_eq!(told(&goals, "ben", None), "You decide with Ana");
}

#[test]
fn without_an_approver_it_is_the_sponsor_else_the_leads() {
    let mut goals = goals(DecisionArea {
        approver: None,
        ..area(DelegationLevel::Tell)
    });
    let sponsored = Objective {
        sponsor: Some("dee".into()),
        ..objective("talk")
    };
    assert_eq!(told(&goals, "ben", None), "Ana decides");
    goals.members[2].lead = Lead::Yes;
    assert_eq!(told(&goals, "ben", None), "Ana, Cai decides", "either will do");
    assert_eq!(told(&goals, "cai", None), "You decide");
    goals.objectives = vec![sponsored.into()];
    assert_eq!(told(&goals, "ben", None), "Dee decides");
    goals.decision_areas[0].approver = Some("ben".into());
    assert_eq!(told(&goals, "ben", None), "You decide");
}

#[test]
fn who_has_left_is_nobody_and_the_next_steps_in() {
    let mut goals = goals(area(DelegationLevel::Advise));
    goals.objectives = vec![
        Objective {
            sponsor: Some("dee".into()),
            ..objective("talk")
        }
        .into(),
    ];
    goals.decision_areas[0].consult = words(&["cai"]);
    assert_eq!(told(&goals, "ben", None), "You ask Ana, Cai, then decide");
    left(&mut goals.members[0]);
    left(&mut goals.members[2]);
    assert_eq!(told(&goals, "ben", None), "You ask Dee, then decide");
    assert_eq!(told(&goals, "cai", None), "The crew decides", "Cai left, too");
}

#[test]
fn when_all_delegates_have_left_the_approver_decides() {
    let mut goals = delegated(DelegationLevel::Delegate, "ben");
    left(&mut goals.members[1]);
    assert_eq!(told(&goals, "dee", None), "Ana decides");
    assert_eq!(told(&goals, "ana", None), "You decide");
}

#[test]
fn when_nobody_is_left_to_approve_it_says_so() {
    let mut goals = goals(area(DelegationLevel::Agree));
    left(&mut goals.members[0]);
    assert_eq!(told(&goals, "ben", Some(euros(5000.0))), "Nobody is named");
    assert_eq!(told(&goals, "ben", None), "Nobody is named", "to agree with");
    goals.decision_areas[0].level = DelegationLevel::Tell;
    assert_eq!(told(&goals, "ben", None), "Nobody is named");
    goals.decision_areas[0].level = DelegationLevel::Inquire;
    assert_eq!(told(&goals, "ben", None), "You decide", "there is nobody to tell");
}

#[test]
fn where_nobody_leads_everybody_approves() {
    let mut goals = goals(DecisionArea {
        approver: None,
        ..area(DelegationLevel::Tell)
    });
    goals.members[0].lead = Lead::No;
    for member in ["ana", "ben", "dee"] {
        assert_eq!(told(&goals, member, None), "You decide");
    }
}

#[test]
fn where_nobody_is_listed_people_and_teams_are_still_told_apart() {
    let mut goals = goals(area(DelegationLevel::Delegate));
    goals.members.clear();
    goals.decision_areas[0].consult = words(&["Zoe"]);
    assert_eq!(told(&goals, "ben", None), "You ask Zoe, then decide");
    assert_eq!(told(&goals, "zoe", None), "The crew decides");
}

#[test]
fn a_leads_time_begins_and_ends() {
    let mut goals = goals(DecisionArea {
        approver: None,
        ..area(DelegationLevel::Tell)
    });
    goals.members[0].lead = Lead::During {
        from: None,
        until: Some(crate::support::day("2026-11-19")),
    };
    goals.members[2].lead = Lead::Yes;
    assert_eq!(told(&goals, "ben", None), "Cai decides", "asked on 20 November");
}

#[test]
fn consult_is_asked_first_and_inform_told_then_by_whoever_decides() {
    let with = |level| {
        goals(DecisionArea {
            consult: words(&["dee", "Legal"]),
            inform: words(&["Design", "ben"]),
            ..area(level)
        })
    };
    let delegate = |level| told(&with(level), "cai", None);
    assert_eq!(
        delegate(DelegationLevel::Delegate),
        "You ask Dee, Legal, then decide, then tell Design, Ben"
    );
    assert_eq!(
        delegate(DelegationLevel::Advise),
        "You ask Ana, Dee, Legal, then decide, then tell Design, Ben"
    );
    assert_eq!(
        delegate(DelegationLevel::Inquire),
        "You ask Dee, Legal, then decide, then tell Ana, Design, Ben"
    );
    assert_eq!(
        delegate(DelegationLevel::Agree),
        "You decide with Ana after asking Dee, Legal, then tell Design, Ben"
    );
    assert_eq!(
        delegate(DelegationLevel::Tell),
        "Ana decides",
        "it is hers to ask and to tell"
    );
    assert_eq!(
        told(&with(DelegationLevel::Sell), "ana", None),
        "You ask Dee, Legal, then decide, then tell The crew, Design, Ben"
    );
    assert_eq!(
        told(&with(DelegationLevel::Delegate), "ben", None),
        "You ask Dee, Legal, then decide, then tell Design",
        "nobody tells themselves"
    );
}

#[test]
fn whom_two_names_mean_is_asked_once() {
    let goals = goals(DecisionArea {
        consult: words(&["dee", "Dee", "ana"]),
        ..area(DelegationLevel::Advise)
    });
    assert_eq!(told(&goals, "ben", None), "You ask Ana, Dee, then decide");
}

#[test]
fn with_joins_in_at_level_4_and_only_there() {
    let with = |level| {
        goals(DecisionArea {
            with: words(&["dee"]),
            ..area(level)
        })
    };
    let agree = with(DelegationLevel::Agree);
    assert_eq!(told(&agree, "ben", None), "You decide with Ana, Dee");
    assert_eq!(told(&agree, "ana", None), "You decide with The crew, Dee");
    assert_eq!(told(&agree, "dee", None), "You decide with The crew, Ana");
    let advise = with(DelegationLevel::Advise);
    assert_eq!(told(&advise, "ben", None), "You ask Ana, then decide");
    assert_eq!(names(&asks(&advise, "ben", None, &[]).with), "Dee");
}

#[test]
fn a_team_includes_its_members_and_a_role_those_who_have_it() {
    let mut goals = goals(area(DelegationLevel::Tell));
    goals.members.push(member("eve"));
    let crew = Party::Team {
        id: "crew".into(),
        name: "The crew".into(),
    };
    let design = Party::Role("design".into());
    let of = |party: &Party| ["ana", "ben", "cai", "dee", "eve"].map(|id| party.includes(&goals, &id.into()));
    assert_eq!(of(&crew), [false, true, true, false, false]);
    assert_eq!(of(&design), [false, false, false, true, false]);
    assert_eq!(of(&Party::Outsider("ana".into())), [false; 5]);
}
