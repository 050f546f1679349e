//! A claim that has stood for ten minutes is certain.

use e2e::{Bench, Reply};
use serde_json::json;

use crate::folder::Folder;
use crate::team::{Team, board, claims, in_touch, waits};

const UGC: &str = "Customer video series";
const UNLESS: &str = "unless an earlier claim arrives";

/// `later` is added to the clock of the page, as if that time had passed; the server's clock, which goes on as it is, is
/// not looked at.
const CLOCK: &str = "const now = Date.now; window.later = Number(new URLSearchParams(location.search).get('later')); \
                     Date.now = () => now() + window.later; const get = Headers.prototype.get; \
                     Headers.prototype.get = function (name) { return name === 'date' ? null : get.call(this, name); };";
const TEN_MINUTES_MS: i64 = 10 * 60_000;

#[test]
fn a_claim_is_provisional_for_ten_minutes_and_then_nobody_who_comes_late_overtakes_it() {
    let folder = Folder::default();
    let route = folder.clone();
    let bench = Bench::new().route(move |request| route.route(request));
    let bench = bench.at("/clock.js", Reply::bytes(200, "text/javascript", CLOCK));
    let (team, ()) = Team::new(bench.before_everything("/clock.js"), |_| ((), "shared/".to_owned()));
    let passes = |browser: &e2e::Browser, ms: i64| {
        browser.script("window.later += arguments[0]", &[json!(ms)]);
    };
    // Ana claims first, and the store is away until long after.
    let (ana, ben) = (team.person("ana"), team.person("ben"));
    in_touch(&ana);
    in_touch(&ben);
    folder.breaks(true);
    let first = ana.tab();
    let second = ana.new_tab();
    ana.look_at(&first);
    board(&ana).press(&format!("Claim {UGC}"));
    board(&ana).card("ugc").says("Waiting to be shared");
    ana.close_tab();
    ana.look_at(&second);
    folder.breaks(false);
    board(&ben).press(&format!("Claim {UGC}"));
    ben.until("Ben's claim to be confirmed", || (waits(&ben) == 0).then_some(()));
    board(&ben).card("ugc").says(UNLESS);

    passes(&ben, TEN_MINUTES_MS + 1_000);
    let certain = || (!board(&ben).card("ugc").text().contains(UNLESS)).then_some(());
    ben.within(std::time::Duration::from_secs(30), "the claim to be certain", certain);
    ben.until("that to be confirmed", || (waits(&ben) == 0).then_some(()));

    // Now Ana's arrives, which was the first.
    ana.open(&format!("{}&later={}", team.address("ana"), TEN_MINUTES_MS + 1_000));
    ana.until("Ana's claim to be confirmed", || (waits(&ana) == 0).then_some(()));
    board(&ben).card("ugc").says("one waits");
    board(&ana).card("ugc").says("Ben");
    assert_eq!(claims(&ana), claims(&ben));
    assert_eq!(claims(&ana)[0], json!(["ugc", "held", ["ben"], ["ana"]]));
}
