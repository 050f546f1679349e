//! What one does the other sees, at every server.

use servers::Kind;

use crate::team::{Team, board, claims, in_touch, waits};

const UGC: &str = "Customer video series";

pub(crate) fn each(what: impl Fn(Kind)) {
    for kind in Kind::asked_for().expect("names of servers") {
        println!("at {}", kind.name());
        what(kind);
    }
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
