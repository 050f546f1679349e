//! The sync engine against servers that only pretend: days on which everything goes wrong, and single answers.

mod answers;
mod couch;
mod day;
mod folder;
mod support;
mod validate;

use day::Day;

/// So many days, each with members, a server and faults of its own.
const DAYS: u64 = 10_000;

/// Replicas that were told the same in the end have the same events, and nothing is missing that was confirmed or that
/// a living member still had. `SYNC_DAY=N` lives through one day and tells what happens.
#[test]
fn on_ten_thousand_bad_days_nothing_is_lost() {
    if let Ok(day) = std::env::var("SYNC_DAY") {
        let seed = day.parse().expect("SYNC_DAY is a number");
        return Day::new(seed, true)
            .live()
            .unwrap_or_else(|why| panic!("day {seed}: {why}"));
    }
    let days = std::env::var("SYNC_DAYS").map_or(DAYS, |days| days.parse().expect("SYNC_DAYS is a number"));
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get() as u64);
    let lived = |first: u64| -> Vec<String> {
        let mut bad = Vec::new();
        for seed in (first..days).step_by(threads as usize) {
            if let Err(why) = Day::new(seed, false).live() {
                bad.push(format!(
                    "day {seed}: {why}\n  SYNC_DAY={seed} cargo test --test sync bad_days -- --nocapture"
                ));
            }
            if bad.len() > 4 {
                break;
            }
        }
        bad
    };
    let bad: Vec<String> = std::thread::scope(|scope| {
        let all: Vec<_> = (0..threads).map(|first| scope.spawn(move || lived(first))).collect();
        all.into_iter()
            .flat_map(|it| it.join().expect("a thread ended"))
            .collect()
    });
    assert!(bad.is_empty(), "\n{}", bad.join("\n"));
}
