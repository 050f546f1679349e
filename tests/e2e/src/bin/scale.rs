//! A quarter of a large team: how long the first opening of a shared board takes, against fetching and parsing the same
//! bytes by hand in the same browser, and how much memory it has in the end.
//!
//! `cargo xtask scale` runs it, at Apache. It takes a minute.

use std::fs;

use alignment_board::domain::stamp::Stamp;
use alignment_board::sync::{Segment, board_folder};
use alignment_board::wire::sealed::Sealed;
use e2e::{Bench, Browser, Reply};
use serde_json::{Value, json};
use servers::{Kind, Running};

const EVENTS: u64 = 100_000;
const SEGMENT: u64 = 500;
const MEMBERS: u64 = 100;
const INITIATIVES: u64 = 5_000;
const BOARD: &str = "scale-2026";
/// 1 October 2026; an event each minute of the quarter.
const START_MS: u64 = 1_790_812_800_000;
const MINUTE_MS: u64 = 60_000;

fn main() {
    let note = Reply::bytes(200, "text/javascript", NOTE);
    let bench = Bench::new().at("/note.js", note).before_everything("/note.js");
    let site = bench.goals("/scale.json", &goals()).start();
    let origin = format!("http://localhost:{}", site.port());
    let server = Running::start_for(Kind::Apache, &origin).unwrap_or_else(|error| panic!("{error:#}"));
    let bytes = fill(&server);
    let browser = Browser::start();
    let store = server.store();
    browser.open(&format!("{origin}/index.html?src=scale.json&member=m0&store={store}"));
    let seconds = std::time::Duration::from_secs(180);
    let shared = browser.within(seconds, "the board to be in step", || {
        browser.script(SHARED, &[]).as_f64()
    });
    let in_step = browser.script(MEMORY, &[]);
    let folder = format!("{store}{}/", board_folder(BOARD));
    let plain = browser.script_later(PLAIN, &[json!(folder), json!(names(&server))]);
    let plain = plain.as_f64().unwrap_or_else(|| panic!("{plain}"));
    // By now it has worked out what is new, too.
    let memory = browser.script(MEMORY, &[]);
    let known = browser.script_later(KNOWN, &[]);
    // This browser may have settled a claim by now.
    assert!(known.as_u64().is_some_and(|known| known >= EVENTS), "{known} events");
    println!("{EVENTS} events, {} KB in {} files", bytes / 1_000, EVENTS / SEGMENT);
    println!("first opening, everything shown and in step   {:>6.0} ms", shared);
    println!("the same bytes fetched and parsed by hand     {plain:>6.0} ms");
    println!(
        "ratio                                         {:>6.2}  (at most 2)",
        shared / plain
    );
    println!(
        "memory of the board in step                   {:>6} MB  (under 80)",
        in_step
    );
    println!("… and a moment later                          {memory:>6} MB");
}

fn goals() -> Value {
    let members: Vec<_> = (0..MEMBERS)
        .map(|n| json!({ "id": format!("m{n}"), "name": format!("Member {n}") }))
        .collect();
    let objectives: Vec<_> = (0..5)
        .map(|objective| {
            let mine = (0..INITIATIVES).filter(|n| n % 5 == objective);
            let initiatives: Vec<_> = mine
                .map(|n| json!({ "id": format!("i{n}"), "title": format!("Initiative number {n}") }))
                .collect();
            json!({ "id": format!("o{objective}"), "title": format!("Objective {objective}"), "initiatives": initiatives })
        })
        .collect();
    json!({ "format": 1, "id": BOARD, "title": "A large team", "members": members, "objectives": objectives })
}

/// Puts the quarter into the store's folder, as if it had been shared before; gives the number of bytes.
fn fill(server: &Running) -> usize {
    let folder = server.file(&format!("team/{}", board_folder(BOARD)));
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut bytes = 0;
    for first in (0..EVENTS).step_by(SEGMENT as usize) {
        let mut segment = Segment::new("somebody", 0);
        for n in first..first + SEGMENT {
            let stamp = Stamp {
                ms: START_MS + n * MINUTE_MS / 2,
                counter: 0,
                replica: 7,
            };
            // Whoever claims an initiative reports on it afterwards, nineteen times.
            let initiative = n % INITIATIVES;
            let by = format!("m{}", initiative % MEMBERS);
            let e = match n / INITIATIVES {
                0 => format!("{{\"type\":\"claim\",\"initiative\":\"i{initiative}\"}}"),
                week => format!(
                    "{{\"type\":\"checkIn\",\"initiative\":\"i{initiative}\",\"progress\":{},\"confidence\":{},\
                     \"line\":\"Week {week}: two more of them are done\"}}",
                    week * 5,
                    n % 11
                ),
            };
            let sealed = Sealed::new(stamp, BOARD, &by, e).unwrap_or_else(|error| panic!("{error}"));
            segment.add(sealed.id, BOARD, &by, &sealed.e);
        }
        let (name, body) = segment.end();
        bytes += body.len();
        fs::write(folder.join(format!("{name}.json")), body).unwrap_or_else(|error| panic!("{error}"));
    }
    bytes
}

fn names(server: &Running) -> Vec<String> {
    let folder = server.file(&format!("team/{}", board_folder(BOARD)));
    let files = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    files
        .filter_map(|file| file.ok()?.file_name().into_string().ok())
        .collect()
}

/// Runs before the board: takes note of its memory, and of when it first asks the store for something.
const NOTE: &str = "
const fetched = window.fetch;
window.fetch = (...all) => {
  const url = String(all[0]?.url ?? all[0]);
  if (url.includes('/team/')) window.asked ??= Date.now();
  return fetched(...all);
};
for (const name of ['instantiate', 'instantiateStreaming']) {
  const make = WebAssembly[name];
  WebAssembly[name] = async (...all) => {
    const made = await make(...all);
    const exported = Object.values((made.instance ?? made).exports);
    window.memory ??= exported.find((it) => it instanceof WebAssembly.Memory);
    return made;
  };
}";

const SHARED: &str = "
const synced = window.told.find(({ type, detail }) => type === 'board-sync' && detail.synced !== null);
return synced ? synced.at - window.asked : null;";

const KNOWN: &str = "
const done = arguments[arguments.length - 1];
document.querySelector('alignment-board').export().then((text) => done(JSON.parse(text).length), (error) => done(String(error)));";

const PLAIN: &str = "
const [folder, names, done] = arguments;
const begin = performance.now();
let events = 0;
const take = async () => {
  for (let name = names.pop(); name; name = names.pop()) {
    const answer = await fetch(folder + name, { credentials: 'include', cache: 'no-store' });
    for (const event of JSON.parse(await answer.text()).events) {
      JSON.parse(event.e);
      events += 1;
    }
  }
};
Promise.all(Array.from({ length: 6 }, take)).then(() => done(performance.now() - begin), (error) => done(String(error)));";

const MEMORY: &str = "return Math.round(window.memory.buffer.byteLength / 1e6)";
