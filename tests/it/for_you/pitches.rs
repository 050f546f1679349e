//! Pitches and proposals.

use std::rc::Rc;

use alignment_board::domain::attention::Step;
use alignment_board::domain::event::{Body, Close, EventId, Goal, Next, Ruling, Subject, View};
use alignment_board::domain::for_you::Want;

use super::{matters, only_step, waits};
use crate::attention::{decide, pitch, talk};
use crate::support::{Team, initiative};

/// Cai pitches on the 6th; Ben and Dee are the panel.
fn pitched() -> (Team, EventId) {
    let mut goals = talk([initiative("ugc")]);
    goals.cadence.check_in = None;
    goals.pitch_panel = vec!["ben".into(), "dee".into()];
    let mut team = Team::with(goals);
    let id = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    (team, id)
}

fn feedback(pitch: EventId) -> Body {
    Body::Feedback {
        pitch,
        view: View::For,
        line: "Yes.".into(),
    }
}

fn wanted(team: &Team, viewer: &str) -> String {
    let all = matters(team, 8, viewer);
    all.first().map_or("", |matter| matter.want.key()).to_owned()
}

#[test]
fn a_pitch_waits_for_leads_to_decide_and_for_the_panel_to_say_what_they_think() {
    let (mut team, id) = pitched();
    let waiting = ["ana", "ben", "dee", "cai"].map(|viewer| wanted(&team, viewer));
    assert_eq!(waiting, ["for-you.pitch", "for-you.feedback", "for-you.feedback", ""]);
    assert_eq!(
        [only_step(&team, 8, "ana"), only_step(&team, 8, "ben")],
        [Step::Decide(id), Step::Feedback(id)]
    );
    team.at(7, 9).by("ben").does(&feedback(id));
    assert_eq!([wanted(&team, "ben"), wanted(&team, "dee")], ["", "for-you.feedback"]);
    let matter = matters(&team, 8, "ana").remove(0);
    assert!(matches!(matter.want, Want::DecidePitch { by, feedback: 1, panel: 2 } if by.id.as_str() == "cai"));
}

#[test]
fn who_pitched_is_not_asked_what_they_think_of_it() {
    let (mut team, _) = pitched();
    team.at(6, 10).by("dee").does(&Body::Pitch(pitch("Whisper")));
    assert_eq!(matters(&team, 8, "dee").len(), 1, "only of the other one");
}

#[test]
fn a_lead_on_the_panel_decides_and_is_not_asked_twice() {
    let mut goals = talk([initiative("ugc")]);
    goals.cadence.check_in = None;
    goals.pitch_panel = vec!["ana".into()];
    let mut team = Team::with(goals);
    let id = team.at(6, 9).by("cai").does(&Body::Pitch(pitch("Shout")));
    assert_eq!(only_step(&team, 8, "ana"), Step::Decide(id));
}

#[test]
fn a_returned_pitch_waits_for_its_author_until_it_is_said_anew_and_then_for_the_others_again() {
    let (mut team, id) = pitched();
    team.at(6, 10).by("ben").does(&feedback(id));
    team.at(7, 9).by("ana").does(&decide(id, Ruling::Return));
    let waiting = ["ana", "ben", "cai"].map(|viewer| wanted(&team, viewer));
    assert_eq!(waiting, ["", "", "for-you.revise"]);
    assert_eq!(only_step(&team, 8, "cai"), Step::Revise(id));
    let text = pitch("Shout louder");
    team.at(7, 10).by("cai").does(&Body::Revise { pitch: id, text });
    let waiting = ["ana", "ben", "cai"].map(|viewer| wanted(&team, viewer));
    assert_eq!(waiting, ["for-you.pitch", "for-you.feedback", ""]);
}

#[test]
fn what_is_accepted_or_parked_waits_for_nobody() {
    for verdict in [Ruling::Accept, Ruling::Park] {
        let (mut team, id) = pitched();
        team.at(7, 9).by("ana").does(&decide(id, verdict));
        for viewer in ["ana", "ben", "cai"] {
            assert_eq!(waits(&team, 8, viewer), "", "{viewer}");
        }
    }
}

#[test]
fn a_pitch_under_a_closed_objective_waits_for_nobody() {
    let (mut team, _) = pitched();
    team.at(7, 9).by("ana").does(&Body::CloseObjective(Rc::new(Close {
        objective: "talk".into(),
        grade: None,
        lesson: "".into(),
        next: Next::Carry,
    })));
    assert_eq!([wanted(&team, "ana"), wanted(&team, "ben")], ["", ""]);
}

#[test]
fn a_proposal_waits_for_leads_with_how_many_signed_it() {
    let (mut team, _) = pitched();
    let proposed = team.at(6, 11).by("dee").does(&Body::ProposeObjective(Rc::new(Goal {
        title: "We sleep well".into(),
        why: "".into(),
        key_results: vec![],
    })));
    let on = Subject::Begun(proposed);
    team.at(6, 12).by("ben").does(&Body::CoSign { on: on.clone() });
    let all = matters(&team, 8, "ana");
    let found = all.iter().find(|matter| matter.on == on).expect("it waits");
    assert!(matches!(&found.want, Want::DecideProposal { by, signed: 1 } if by.id.as_str() == "dee"));
    assert_eq!(
        matters(&team, 8, "ben").iter().filter(|matter| matter.on == on).count(),
        0
    );
    team.at(7, 9).by("ana").does(&decide(proposed, Ruling::Park));
    assert_eq!(
        matters(&team, 8, "ana").iter().filter(|matter| matter.on == on).count(),
        0
    );
}
