//! A database that knows who is signed in.

use e2e::Bench;
use serde_json::json;
use servers::{Kind, Running};

use crate::team::{Team, board, told, waits};

const UGC: &str = "Customer video series";

#[test]
fn who_signs_in_to_a_database_acts_in_that_name_and_in_no_other() {
    if !Kind::asked_for().expect("names of servers").contains(&Kind::Pouchdb) {
        return;
    }
    let (team, _server) = Team::new(Bench::new(), |origin| {
        let server = Running::start_for(Kind::Pouchdb, origin).expect("a server");
        server.lock().expect("logins");
        // A cookie goes from `localhost` to `localhost` only.
        let store = server.store().replace("127.0.0.1", "localhost");
        (server, store)
    });
    // The page says Ana, and nobody is signed in.
    let ben = team.person("ana");
    board(&ben).says("Not signed in");
    assert_eq!(told(&ben, "code"), Some(json!("sync.sign-in")));
    sign_in(&ben, "ben", "wrong");
    board(&ben).says("Not signed in");
    sign_in(&ben, "ben", "ben-secret");
    board(&ben).until("Ben to be the viewer", "return element.board?.viewer === 'ben'");
    board(&ben).says("Shared");
    let offered = board(&ben).buttons();
    let picker = |name: &String| name.contains("Who are you") || name.contains("Change");
    assert!(!offered.iter().any(picker), "{offered:?}");
    board(&ben).press(&format!("Claim {UGC}"));
    board(&ben).card("ugc").says("Ben");
    ben.until("the claim to be confirmed", || (waits(&ben) == 0).then_some(()));
    // Whatever a page's attribute says.
    board(&ben).ask("element.setAttribute('member', 'eva'); return true", &[]);
    board(&ben).ask("element.claim('letter'); return true", &[]);
    board(&ben).card("letter").says("Ben");

    // Another browser, and another session.
    let ana = team.person("ben");
    sign_in(&ana, "ana", "ana-secret");
    board(&ana).until("Ana to be the viewer", "return element.board?.viewer === 'ana'");
    board(&ana).card("ugc").says("Ben");
    board(&ana).card("letter").says("Ben");
}

fn sign_in(browser: &e2e::Browser, name: &str, password: &str) {
    board(browser).press("Sign in");
    board(browser).opens_dialog();
    board(browser).fill("dialog[open] [name=name]", name);
    board(browser).fill("dialog[open] [name=password]", password);
    board(browser).click("dialog[open] [type=submit]");
    board(browser).closes_dialog();
}
