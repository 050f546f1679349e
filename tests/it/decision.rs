//! Who decides: the table in the module's documentation row by row, and what it hangs on.

mod answered;
mod log;
mod people;
mod table;

use alignment_board::domain::board::Board;
use alignment_board::domain::decision::{Answer, Answered, Manner, Over, Party, Question, Right};
use alignment_board::domain::goals::{
    DecisionArea, DelegationLevel, Goals, Initiative, Member, Money, Objective, Team as Crew,
};

use crate::support::{day, document, initiative, objective};

/// Delegated to the crew, up to 2,000 euros; Ana approves.
pub(crate) fn area(level: DelegationLevel) -> DecisionArea {
    DecisionArea {
        id: "paid".into(),
        title: "Paid social".into(),
        level,
        delegates: vec!["crew".into()],
        up_to: Some(euros(2000.0)),
        approver: Some("ana".into()),
        with: vec![],
        consult: vec![],
        inform: vec![],
        alone: vec![],
        together: vec![],
    }
}

/// Ana, who leads, Ben and Cai, who are the crew, Dee, a designer.
fn goals(area: DecisionArea) -> Goals {
    let mut goals = document(objective("talk"));
    goals.teams = vec![Crew {
        id: "crew".into(),
        name: "The crew".into(),
        members: vec!["ben".into(), "cai".into()],
    }];
    goals.members[3].roles = vec!["Design".into()];
    goals.decision_areas = vec![area];
    goals
}

pub(crate) fn euros(amount: f64) -> Money {
    Money {
        amount,
        currency: "EUR".into(),
    }
}

fn dollars(amount: f64) -> Money {
    Money {
        amount,
        currency: "USD".into(),
    }
}

/// What a member is told of the only area, on 20 November.
fn asks(goals: &Goals, member: &str, amount: Option<Money>, answers: &[Answered]) -> Right {
    let question = Question {
        goals,
        member: &member.into(),
        area: &goals.decision_areas[0],
        objective: goals.objectives.first().map(|objective| &**objective),
        initiative: None,
        amount: amount.as_ref(),
        answers,
        day: day("2026-11-20"),
    };
    question.right()
}

fn told(goals: &Goals, member: &str, amount: Option<Money>) -> String {
    words(&asks(goals, member, amount, &[]).answer)
}

/// An answer in the words of the table.
fn words(answer: &Answer) -> String {
    match answer {
        Answer::YouDecide { ask, tell } => match (ask.is_empty(), tell.is_empty()) {
            (true, true) => "You decide".to_owned(),
            (true, false) => format!("You decide, then tell {}", names(tell)),
            (false, true) => format!("You ask {}, then decide", names(ask)),
            (false, false) => format!("You ask {}, then decide, then tell {}", names(ask), names(tell)),
        },
        Answer::Together { with, ask, tell } => {
            let asked = if ask.is_empty() {
                String::new()
            } else {
                format!(" after asking {}", names(ask))
            };
            let told = if tell.is_empty() {
                String::new()
            } else {
                format!(", then tell {}", names(tell))
            };
            format!("You decide with {}{asked}{told}", names(with))
        }
        Answer::TheyDecide { who, manner } => match manner {
            Manner::Alone => format!("{} decides", names(who)),
            Manner::Explaining => format!("{} decides and explains", names(who)),
            Manner::AskingYouFirst => format!("{} decides, asks you first", names(who)),
            Manner::TellingYou => format!("{} decides, tells you", names(who)),
            Manner::Together => format!("{} decide together", names(who)),
            Manner::WhenAsked => format!("Ask {}, who decides", names(who)),
        },
        Answer::NobodyIsNamed => "Nobody is named".to_owned(),
    }
}

fn names(parties: &[Party]) -> String {
    let name = |party: &Party| party.name().map_or("everybody", |name| name).to_owned();
    parties.iter().map(name).collect::<Vec<_>>().join(", ")
}

#[test]
fn an_answer_says_its_level_its_limit_and_how_much_it_is_over() {
    let goals = goals(area(DelegationLevel::Delegate));
    let why = asks(&goals, "ben", Some(euros(3000.0)), &[]).why;
    assert_eq!((why.area.as_str(), why.level), ("paid", DelegationLevel::Delegate));
    assert_eq!((why.limit, why.amount), (Some(euros(2000.0)), Some(euros(3000.0))));
    assert_eq!(why.over, Over::By(euros(1000.0)));
    let why = asks(&goals, "ben", Some(euros(2000.0)), &[]).why;
    assert_eq!(why.over, Over::Within, "up to, and that much as well");
    let why = asks(&goals, "ben", Some(dollars(1.0)), &[]).why;
    assert_eq!(why.over, Over::NotComparable);
    let why = asks(&goals, "ben", None, &[]).why;
    assert_eq!(
        (why.over, why.limit),
        (Over::Within, Some(euros(2000.0))),
        "known, to be told"
    );
}

#[test]
fn the_limit_is_compared_as_a_person_would() {
    let pennies = DecisionArea {
        up_to: Some(euros(0.3)),
        ..area(DelegationLevel::Delegate)
    };
    let goals = goals(pennies);
    let eur = Money {
        amount: 0.1 + 0.2,
        currency: "eur".into(),
    };
    assert_eq!(told(&goals, "ben", Some(eur)), "You decide");
    assert_eq!(told(&goals, "ben", Some(euros(0.31))), "Ask Ana, who decides");
}

#[test]
fn what_is_decided_alone_and_together_is_carried_along() {
    let worded = DecisionArea {
        alone: vec!["daily posts".into()],
        together: vec!["campaign themes".into()],
        with: vec!["Design".into()],
        ..area(DelegationLevel::Delegate)
    };
    let goals = goals(worded);
    let right = asks(&goals, "ben", None, &[]);
    assert_eq!(
        (&*right.alone[0], &*right.together[0]),
        ("daily posts", "campaign themes")
    );
    assert_eq!(right.with, [Party::Role("Design".into())]);
    assert_eq!(words(&right.answer), "You decide");
}

fn about(initiative: Initiative, amount: Option<Money>) -> Option<String> {
    let mut goals = goals(area(DelegationLevel::Delegate));
    goals.objectives = vec![
        Objective {
            initiatives: vec![initiative.into()],
            ..objective("talk")
        }
        .into(),
    ];
    let board = Board::new(goals.into());
    let member = "ben".into();
    let question = Question::about(&board, &member, &"ugc".into(), amount.as_ref(), &[], day("2026-11-20"));
    question.map(|question| words(&question.right().answer))
}

#[test]
fn an_initiative_is_asked_about_with_what_it_costs_unless_an_amount_is_given() {
    let ugc = |cost| Initiative {
        decision_area: Some("paid".into()),
        cost,
        ..initiative("ugc")
    };
    assert_eq!(about(ugc(None), None).as_deref(), Some("You decide"));
    assert_eq!(
        about(ugc(Some(euros(3000.0))), None).as_deref(),
        Some("Ask Ana, who decides")
    );
    assert_eq!(
        about(ugc(Some(euros(3000.0))), Some(euros(50.0))).as_deref(),
        Some("You decide")
    );
}

#[test]
fn an_initiative_without_an_area_is_up_to_whoever_does_it() {
    assert_eq!(about(initiative("ugc"), None), None);
    assert_eq!(about(initiative("other"), None), None, "no such initiative");
    let gone = Initiative {
        decision_area: Some("gone".into()),
        ..initiative("ugc")
    };
    assert_eq!(about(gone, None), None);
}

/// Left at the end of September.
fn left(member: &mut Member) {
    member.until = Some(day("2026-09-30"));
}
