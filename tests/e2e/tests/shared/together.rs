//! What one does the other sees, at every server.

use std::time::Instant;

use servers::Kind;

use crate::team::{Team, board, claims, in_touch, waits};

const UGC: &str = "Customer video series";

fn each(what: impl Fn(Kind)) {
    for kind in Kind::asked_for().expect("names of servers") {
        println!("at {}", kind.name());
        what(kind);
    }
}

#[test]
fn two_people_claim_contest_check_in_and_release_on_one_board() {
    each(|kind| {
        let (team, _server) = Team::at(kind);
        let (ana, ben) = (team.person("ana"), team.person("ben"));
        let (at_ana, at_ben) = (board(&ana), board(&ben));
        let seen = |what: &str, from: Instant| println!("{}: {what} after {:?}", kind.name(), from.elapsed());

        at_ana.press(&format!("Claim {UGC}"));
        let claimed = Instant::now();
        at_ben.card("ugc").becomes("held");
        seen("a claim", claimed);
        at_ben.card("ugc").says("Ana");

        at_ben.choose(&format!("Join the wait list for {UGC}"), UGC);
        let waited = Instant::now();
        at_ben.card("ugc").says("Ana was first by");
        at_ana.card("ugc").says("one waits");
        seen("a place in line", waited);

        at_ana.choose(&format!("Check in on {UGC}"), UGC);
        at_ana.opens_dialog();
        at_ana.choose_radio("Going well");
        at_ana.fill("dialog[open] [name=line]", "Two videos shot.");
        at_ana.press("Check in");
        let said = Instant::now();
        at_ben.card("ugc").says("Two videos shot.");
        seen("a check-in", said);

        at_ana.choose(&format!("Release {UGC}"), UGC);
        let released = Instant::now();
        // Here first: else it would be unknown whether it was not done or not seen.
        at_ana.card("ugc").says("Ben");
        at_ben.card("ugc").says("Ben");
        seen("a release", released);
        at_ben.says("Shared");
    });
}

#[test]
fn two_who_claim_the_same_while_the_server_is_away_agree_when_it_is_back() {
    each(|kind| {
        let (team, mut server) = Team::at(kind);
        let (ana, ben) = (team.person("ana"), team.person("ben"));
        in_touch(&ana);
        in_touch(&ben);
        server.crash().expect("killed");
        for (person, name) in [(&ana, "Ana"), (&ben, "Ben")] {
            board(person).press(&format!("Claim {UGC}"));
            board(person).card("ugc").says(name);
            board(person).card("ugc").says("Waiting to be shared");
        }
        board(&ana).says("Not in touch");
        server.start_again().expect("started");
        board(&ben).card("ugc").says("Ana was first by");
        board(&ben).card("ugc").says("you are next");
        board(&ana).card("ugc").says("one waits");
        assert_eq!(claims(&ana), claims(&ben));
    });
}

#[test]
fn a_server_that_is_killed_during_a_claim_has_it_in_the_end() {
    each(|kind| {
        let (team, mut server) = Team::at(kind);
        let ana = team.person("ana");
        in_touch(&ana);
        // Between the click and the answer, somewhere.
        board(&ana).ask("element.claim('ugc'); return true", &[]);
        server.crash().expect("killed");
        board(&ana).card("ugc").becomes("held");
        server.start_again().expect("started");
        ana.until("the claim to be confirmed", || (waits(&ana) == 0).then_some(()));
        let ben = team.person("ben");
        board(&ben).card("ugc").says("Ana");
    });
}

#[test]
fn a_claim_in_a_tab_that_is_closed_at_once_is_there_on_return() {
    each(|kind| {
        let (team, mut server) = Team::at(kind);
        let ana = team.person("ana");
        in_touch(&ana);
        server.crash().expect("killed");
        let first = ana.tab();
        let second = ana.new_tab();
        ana.look_at(&first);
        board(&ana).press(&format!("Claim {UGC}"));
        board(&ana).card("ugc").becomes("held");
        ana.close_tab();
        server.start_again().expect("started");
        ana.look_at(&second);
        ana.open(&team.address("ana"));
        board(&ana).card("ugc").becomes("held");
        ana.until("the claim to be confirmed", || (waits(&ana) == 0).then_some(()));
        let ben = team.person("ben");
        board(&ben).card("ugc").says("Ana");
    });
}

#[test]
fn of_two_tabs_one_speaks_to_the_store_and_both_show_what_happens() {
    each(|kind| {
        let (team, _server) = Team::at(kind);
        let (ana, ben) = (team.person("ana"), team.person("ben"));
        let first = ana.tab();
        let second = ana.new_tab();
        ana.open(&team.address("ana"));
        board(&ana).comes_up();
        board(&ben).press(&format!("Claim {UGC}"));
        board(&ana).card("ugc").says("Ben");
        ana.look_at(&first);
        board(&ana).card("ugc").says("Ben");
        // The tab that does not lead acts, too.
        board(&ana).press("Claim Monthly newsletter");
        board(&ben).card("letter").says("Ana");
        ana.look_at(&second);
        board(&ana).card("letter").says("Ana");
        ana.until("nothing to wait", || (waits(&ana) == 0).then_some(()));
        ana.look_at(&first);
        ana.until("nothing to wait in the other tab", || (waits(&ana) == 0).then_some(()));
    });
}
