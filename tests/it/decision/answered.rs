//! What a question that was answered leaves to ask.

use alignment_board::domain::decision::{Answered, Reply};
use alignment_board::domain::event::EventId;
use alignment_board::domain::goals::{DecisionArea, DelegationLevel, Money};
use alignment_board::domain::people::Person;
use alignment_board::domain::stamp::Stamp;

use super::{area, asks, dollars, euros, goals, words};

/// Ben asked for so much, and this is what somebody replied.
fn reply(by: &str, reply: Reply, amount: Option<Money>) -> Answered {
    Answered {
        event: EventId {
            stamp: Stamp {
                ms: 0,
                counter: 0,
                replica: 1,
            },
            hash: [0; 12],
        },
        asked_by: "ben".into(),
        area: "paid".into(),
        initiative: None,
        amount,
        reply,
        by: Person {
            id: by.into(),
            name: by.into(),
        },
        reason: "Because.".into(),
    }
}

fn told(area: DecisionArea, amount: Option<Money>, answers: &[Answered]) -> String {
    words(&asks(&goals(area), "ben", amount, answers).answer)
}

#[test]
fn a_yes_of_the_approver_lets_the_asker_decide_up_to_what_was_asked_for() {
    let yes = [reply("ana", Reply::Yes, Some(euros(3000.0)))];
    let now = |amount| told(area(DelegationLevel::Delegate), Some(amount), &yes);
    assert_eq!(now(euros(3000.0)), "You decide");
    assert_eq!(now(euros(2500.0)), "You decide");
    assert_eq!(now(euros(3001.0)), "Ask Ana, who decides");
    assert_eq!(now(dollars(10.0)), "Ask Ana, who decides");
}

#[test]
fn a_yes_for_no_amount_is_none_for_an_amount() {
    let yes = [reply("ana", Reply::Yes, None)];
    let now = |amount| told(area(DelegationLevel::Delegate), amount, &yes);
    assert_eq!(now(Some(euros(3000.0))), "Ask Ana, who decides");
    assert_eq!(told(area(DelegationLevel::Tell), None, &yes), "You decide");
}

#[test]
fn a_no_or_something_else_instead_leaves_the_decision_whose_it_is_and_is_carried_along() {
    for no in [Reply::No, Reply::Instead] {
        let goals = goals(area(DelegationLevel::Delegate));
        let answers = [reply("ana", no, Some(euros(3000.0)))];
        let right = asks(&goals, "ben", Some(euros(3000.0)), &answers);
        assert_eq!(words(&right.answer), "Ask Ana, who decides");
        assert_eq!(right.why.answered, Some(answers[0].clone()));
    }
}

#[test]
fn the_last_reply_counts() {
    let amount = || Some(euros(3000.0));
    let both = [reply("ana", Reply::Yes, amount()), reply("ana", Reply::No, amount())];
    assert_eq!(
        told(area(DelegationLevel::Delegate), amount(), &both),
        "Ask Ana, who decides"
    );
    let turned = [both[1].clone(), both[0].clone()];
    assert_eq!(told(area(DelegationLevel::Delegate), amount(), &turned), "You decide");
}

#[test]
fn a_yes_of_somebody_who_does_not_decide_gives_no_right() {
    let amount = || Some(euros(3000.0));
    for by in ["dee", "cai", "ben"] {
        let yes = [reply(by, Reply::Yes, amount())];
        assert_eq!(
            told(area(DelegationLevel::Delegate), amount(), &yes),
            "Ask Ana, who decides",
            "{by}"
        );
    }
}

#[test]
fn an_answer_to_somebody_else_or_about_something_else_settles_nothing() {
    let amount = || Some(euros(3000.0));
    let others = [
        Answered {
            asked_by: "cai".into(),
            ..reply("ana", Reply::Yes, amount())
        },
        Answered {
            area: "events".into(),
            ..reply("ana", Reply::Yes, amount())
        },
        Answered {
            initiative: Some("ugc".into()),
            ..reply("ana", Reply::Yes, amount())
        },
    ];
    let goals = goals(area(DelegationLevel::Delegate));
    let right = asks(&goals, "ben", amount(), &others);
    assert_eq!(words(&right.answer), "Ask Ana, who decides");
    assert_eq!(right.why.answered, None);
}

#[test]
fn who_was_asked_for_advice_need_not_be_asked_again_whatever_they_said() {
    let consulting = || DecisionArea {
        consult: vec!["dee".into()],
        ..area(DelegationLevel::Advise)
    };
    assert_eq!(told(consulting(), None, &[]), "You ask Ana, Dee, then decide");
    let dee = reply("dee", Reply::No, None);
    assert_eq!(
        told(consulting(), None, std::slice::from_ref(&dee)),
        "You ask Ana, then decide"
    );
    assert_eq!(
        told(consulting(), None, &[dee, reply("ana", Reply::Yes, None)]),
        "You decide"
    );
}

#[test]
fn a_yes_of_whoever_decides_is_enough_also_where_others_would_be_asked_first() {
    let consulting = || DecisionArea {
        consult: vec!["dee".into()],
        inform: vec!["cai".into()],
        ..area(DelegationLevel::Tell)
    };
    assert_eq!(told(consulting(), None, &[]), "Ana decides");
    let yes = [reply("ana", Reply::Yes, None)];
    assert_eq!(told(consulting(), None, &yes), "You decide, then tell Cai");
}

#[test]
fn nobody_answers_their_own_question() {
    let asking_the_crew = || DecisionArea {
        consult: vec!["crew".into()],
        ..area(DelegationLevel::Delegate)
    };
    let replied = |by| told(asking_the_crew(), None, &[reply(by, Reply::Yes, None)]);
    assert_eq!(replied("ben"), "You ask The crew, then decide");
    assert_eq!(replied("cai"), "You decide", "one of the crew answered");
}

#[test]
fn who_is_none_of_those_who_decide_together_needs_the_yes_of_all_of_them() {
    let goals = goals(area(DelegationLevel::Agree));
    let told = |by: &[&str]| {
        let answers: Vec<_> = by
            .iter()
            .map(|by| Answered {
                asked_by: "dee".into(),
                ..reply(by, Reply::Yes, None)
            })
            .collect();
        words(&asks(&goals, "dee", None, &answers).answer)
    };
    assert_eq!(told(&["ana"]), "The crew, Ana decide together");
    assert_eq!(told(&["cai"]), "The crew, Ana decide together");
    assert_eq!(told(&["ana", "cai"]), "You decide");
}

#[test]
fn who_agreed_need_not_agree_again_and_who_did_not_must() {
    let three = || DecisionArea {
        with: vec!["dee".into()],
        ..area(DelegationLevel::Agree)
    };
    let (ana, dee) = (reply("ana", Reply::Yes, None), reply("dee", Reply::Yes, None));
    assert_eq!(told(three(), None, std::slice::from_ref(&ana)), "You decide with Dee");
    assert_eq!(told(three(), None, &[ana.clone(), dee]), "You decide");
    let no = reply("dee", Reply::No, None);
    assert_eq!(told(three(), None, &[ana, no]), "You decide with Dee");
}
