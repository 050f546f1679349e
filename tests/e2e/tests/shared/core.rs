//! What two people share a board for. This journey runs in every browser.

use std::time::Instant;

use crate::team::{Team, board};
use crate::together::each;

const UGC: &str = "Customer video series";

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
