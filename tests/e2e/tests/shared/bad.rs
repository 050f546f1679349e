//! Stores that fail, and browsers that do.

use std::time::Duration;

use e2e::{Bench, Reply};
use serde_json::{Value, json};
use servers::Kind;

use crate::folder::Folder;
use crate::team::{Team, board, in_touch, told, waits};

fn at(folder: &Folder, bench: Bench) -> Team {
    let route = folder.clone();
    let bench = bench.route(move |request| route.route(request));
    Team::new(bench, |_| ((), "shared/".to_owned())).0
}

#[test]
fn a_store_that_answers_500_for_a_while_loses_nothing() {
    let folder = Folder::default();
    let team = at(&folder, Bench::new());
    let (ana, ben) = (team.person("ana"), team.person("ben"));
    in_touch(&ana);
    folder.breaks(true);
    board(&ana).press("Claim Customer video series");
    board(&ana).card("ugc").says("Waiting to be shared");
    board(&ana).says("Not in touch");
    assert_eq!(told(&ana, "code"), Some(json!("sync.server")));
    assert!(asks_before_leaving(&ana));
    // The whole minute only where everything is tried, with `cargo xtask conformance`.
    let all = Kind::asked_for().expect("names of servers").len() == Kind::ALL.len();
    std::thread::sleep(Duration::from_secs(if all { 60 } else { 6 }));
    board(&ben).press("Claim Customer video series");
    board(&ben).card("ugc").says("Waiting to be shared");
    folder.breaks(false);
    // After so many failures they wait for up to a minute before they ask again.
    let patience = Duration::from_secs(75);
    let first = || board(&ben).card("ugc").text().contains("Ana was first by");
    ben.within(patience, "Ana to be the first", || first().then_some(()));
    ana.within(patience, "the claim to be confirmed", || {
        (waits(&ana) == 0).then_some(())
    });
    assert!(!asks_before_leaving(&ana));
}

#[test]
fn a_browser_without_room_says_so_and_still_shows_what_others_do() {
    let folder = Folder::default();
    let full = "if (new URLSearchParams(location.search).get('member') === 'ana') \
                IDBObjectStore.prototype.add = () => { throw new DOMException('Full', 'QuotaExceededError'); };";
    let bench = Bench::new().at("/full.js", Reply::bytes(200, "text/javascript", full));
    let team = at(&folder, bench.before_everything("/full.js"));
    let (ana, ben) = (team.person("ana"), team.person("ben"));
    in_touch(&ana);
    board(&ana).press("Claim Customer video series");
    board(&ana).says("no room left");
    board(&ana).card("ugc").becomes("free");
    board(&ben).press("Claim Customer video series");
    board(&ana).card("ugc").says("Ben");
}

#[test]
fn what_was_done_before_a_board_was_shared_can_be_shared() {
    let folder = Folder::default();
    let team = at(&folder, Bench::new());
    let ana = team.look("/index.html?src=team.json&member=ana");
    board(&ana).press("Claim Customer video series");
    board(&ana).card("ugc").becomes("held");
    ana.open(&team.address("ana"));
    board(&ana).says("1 change from before this board was shared");
    board(&ana).card("ugc").becomes("free");
    board(&ana).press("Share them");
    board(&ana).card("ugc").becomes("held");
    let ben = team.person("ben");
    board(&ben).card("ugc").says("Ana");
    assert!(!board(&ana).has_button("Share them"));
}

#[test]
fn whom_the_store_knows_acts_as_nobody_else() {
    // As much of a database as a board without events needs.
    let bench = Bench::new().route(|request| {
        let reply = match request.path.as_str() {
            "/_session" => json!({ "userCtx": { "name": "ben", "roles": [] } }),
            "/board" => json!({ "db_name": "board", "doc_count": 0, "update_seq": 0 }),
            "/board/_all_docs" => json!({ "rows": [] }),
            "/board/_changes" => json!({ "results": [], "last_seq": 0 }),
            "/board/_design/alignment-board" => json!({}),
            _ => return None,
        };
        Some(Reply::bytes(200, "application/json", reply.to_string()))
    });
    let (team, ()) = Team::new(bench, |origin| ((), format!("couchdb+{origin}/board")));
    let ana = team.person("ana");
    board(&ana).until("Ben to be the viewer", "return element.board?.viewer === 'ben'");
    assert!(
        !board(&ana)
            .buttons()
            .iter()
            .any(|name| name.contains("Who are you") || name.contains("Change"))
    );
}

#[test]
fn a_thousand_random_acts_by_five_members_under_random_faults_end_alike_with_nothing_missing() {
    const MEMBERS: [&str; 5] = ["ana", "ben", "cem", "dee", "eva"];
    let folder = Folder::default();
    folder.is_moody(true);
    let script = Reply::bytes(200, "text/javascript", include_str!("act.js"));
    // Each at an address of their own, so that each has a browser's storage of their own.
    let sites = MEMBERS.map(|member| {
        let route = folder.clone();
        let page = format!(
            "<alignment-board src=\"/team.json\" store=\"/shared/\" member=\"{member}\"></alignment-board>\
             <script src=\"/act.js\"></script>"
        );
        let bench = Bench::new().route(move |request| route.route(request));
        let bench = bench.goals("/team.json", &crate::team::goals());
        bench.at("/act.js", script.clone()).page("/acts.html", &page).start()
    });
    let frames: String = sites
        .iter()
        .map(|site| format!("<iframe src=\"http://localhost:{}/acts.html\"></iframe>", site.port()))
        .collect();
    let hear = "window.said = {}; addEventListener('message', ({ data }) => { \
                if (data.member) window.said[data.member] = data; });";
    let bench = Bench::new()
        .at("/hear.js", Reply::bytes(200, "text/javascript", hear))
        .page("/five.html", &format!("<script src=\"/hear.js\"></script>{frames}"));
    let (team, ()) = Team::new(bench, |_| ((), String::new()));
    let browser = team.look("/five.html");
    let said = || -> Vec<Value> {
        let said = browser.script("return Object.values(window.said)", &[]);
        said.as_array().cloned().unwrap_or_default()
    };
    let all = |what: &str, holds: &dyn Fn(&[Value]) -> bool| {
        let mut last = Vec::new();
        for _ in 0..1_800 {
            last = said();
            if last.len() == MEMBERS.len() && holds(&last) {
                return last;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        let short: Vec<_> = last
            .iter()
            .map(|it| {
                json!([
                    it["member"],
                    it["done"],
                    it["waits"],
                    it["events"].as_array().map(Vec::len)
                ])
            })
            .collect();
        panic!("Waited for {what}: {short:?}");
    };
    all("everybody to have acted", &|said| {
        said.iter().all(|it| it["done"] == true)
    });
    folder.is_moody(false);
    let end = all("everybody to agree", &|said| {
        said.iter()
            .all(|it| it["waits"] == 0 && it["events"] == said[0]["events"] && it["claims"] == said[0]["claims"])
    });
    let events = end[0]["events"].as_array().cloned().unwrap_or_default();
    let kept: Vec<Value> = end
        .iter()
        .flat_map(|it| it["kept"].as_array().cloned().unwrap_or_default())
        .collect();
    assert!(kept.iter().all(|id| events.contains(id)), "something is missing");
    assert_eq!(events.len(), kept.len(), "nothing else is there");
    assert!(kept.len() > 300, "only {} of the acts counted", kept.len());
    println!("{} events of 1,000 acts", kept.len());
}

/// Whether the browser would ask before it leaves the page.
fn asks_before_leaving(browser: &e2e::Browser) -> bool {
    let leave = "const leaving = new Event('beforeunload', { cancelable: true }); dispatchEvent(leaving); \
                 return leaving.defaultPrevented";
    browser.script(leave, &[]) == true
}
