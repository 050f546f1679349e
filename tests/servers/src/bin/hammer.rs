//! Fifty writers at each real server, which is killed and started again in the middle. Prints what was acknowledged,
//! lost, told twice, and how long it took until all agreed. Bounded in count and time, and only at 127.0.0.1.

use std::collections::BTreeSet;
use std::process::ExitCode;
use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use alignment_board::domain::event::EventId;
use anyhow::Result;
use servers::{Client, Kind, Running, Seat};

const WRITERS: u32 = 50;
const EVENTS: usize = 10;
/// While people act, and until all must agree.
const ACTING: Duration = Duration::from_secs(30);
const LONGEST: Duration = Duration::from_secs(240);

fn main() -> ExitCode {
    let kinds = match Kind::asked_for() {
        Ok(kinds) => kinds,
        Err(error) => {
            eprintln!("{error:#}");
            return ExitCode::FAILURE;
        }
    };
    println!("{WRITERS} writers, {EVENTS} events each; the server is killed twice meanwhile");
    println!(
        "{:<10}{:>14}{:>8}{:>13}{:>18}",
        "server", "acknowledged", "lost", "duplicated", "agreed after"
    );
    let mut good = true;
    for kind in kinds {
        match hammer(kind) {
            Ok(line) => good = line.print(kind) && good,
            Err(error) => {
                println!("{:<10}{error:#}", kind.name());
                good = false;
            }
        }
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What came of it.
struct Line {
    acknowledged: usize,
    lost: usize,
    duplicated: usize,
    agreed: Option<Duration>,
}

impl Line {
    fn print(&self, kind: Kind) -> bool {
        let agreed = match self.agreed {
            Some(time) => format!("{:.1} s", time.as_secs_f64()),
            None => "never".to_owned(),
        };
        println!(
            "{:<10}{:>14}{:>8}{:>13}{agreed:>18}",
            kind.name(),
            self.acknowledged,
            self.lost,
            self.duplicated
        );
        self.lost == 0 && self.duplicated == 0 && self.agreed.is_some()
    }
}

fn hammer(kind: Kind) -> Result<Line> {
    let mut server = Running::start(kind)?;
    let store = server.store();
    let agreed = AtomicUsize::new(0);
    let acting = AtomicUsize::new(WRITERS as usize);
    let over = AtomicBool::new(false);
    let begin = Barrier::new(WRITERS as usize + 1);
    let total = WRITERS as usize * EVENTS;
    let mut line = Line {
        acknowledged: 0,
        lost: 0,
        duplicated: 0,
        agreed: None,
    };
    thread::scope(|scope| -> Result<()> {
        let (store, agreed, over, begin, acting) = (&store, &agreed, &over, &begin, &acting);
        let writers: Vec<_> = (0..WRITERS)
            .map(|number| scope.spawn(move || write(store, number, begin, (acting, agreed), over, total)))
            .collect();
        begin.wait();
        for _ in 0..2 {
            thread::sleep(ACTING / 3);
            server.crash()?;
            thread::sleep(Duration::from_secs(1));
            server.start_again()?;
        }
        while acting.load(Ordering::Relaxed) > 0 {
            thread::sleep(Duration::from_millis(50));
        }
        let last = Instant::now();
        while agreed.load(Ordering::Relaxed) < WRITERS as usize && last.elapsed() < LONGEST {
            thread::sleep(Duration::from_millis(50));
        }
        if agreed.load(Ordering::Relaxed) == WRITERS as usize {
            line.agreed = Some(last.elapsed());
        }
        over.store(true, Ordering::Relaxed);
        let mut acknowledged: BTreeSet<EventId> = BTreeSet::new();
        let mut everybody: Vec<BTreeSet<EventId>> = Vec::new();
        for writer in writers {
            let Ok(Some(left)) = writer.join() else {
                anyhow::bail!("a writer ended early");
            };
            acknowledged.extend(left.confirmed);
            line.duplicated += left.told_twice;
            everybody.push(left.known);
        }
        line.acknowledged = acknowledged.len();
        // Somebody new, who has nothing but the server.
        let mut reader = Seat::new(store, "reader", WRITERS, Client::new(None))?;
        reader.run(Duration::from_secs(30), &mut |engine| engine.events().count() >= total);
        everybody.push(reader.engine.events().collect());
        let lost = acknowledged
            .iter()
            .filter(|id| everybody.iter().any(|all| !all.contains(id)));
        line.lost = lost.count();
        Ok(())
    })?;
    Ok(line)
}

/// One writer: acts now and then, whatever becomes of the server, and stays until all agree.
fn write(
    store: &str,
    number: u32,
    begin: &Barrier,
    (acting, agreed): (&AtomicUsize, &AtomicUsize),
    over: &AtomicBool,
    total: usize,
) -> Option<Left> {
    begin.wait();
    let mut seat = Seat::new(store, &format!("writer{number}"), number, Client::new(None)).ok()?;
    for place in 0..EVENTS as u32 {
        seat.act()?;
        let wait = ACTING / EVENTS as u32;
        // Not all in one moment.
        let wait = wait * (50 + (number * 31 + place * 17) % 100) / 100;
        seat.run(wait, &mut |_| false);
    }
    acting.fetch_sub(1, Ordering::Relaxed);
    let through = |seat: &Seat| seat.engine.status().waiting == 0 && seat.known() == total;
    let mut said = false;
    while !over.load(Ordering::Relaxed) {
        seat.run(Duration::from_millis(200), &mut |_| false);
        if !said && through(&seat) {
            said = true;
            agreed.fetch_add(1, Ordering::Relaxed);
        }
    }
    Some(Left {
        confirmed: seat.confirmed,
        told_twice: seat.told_twice,
        known: seat.engine.events().collect(),
    })
}

/// What is left of a seat when its writer ends.
struct Left {
    confirmed: BTreeSet<EventId>,
    told_twice: usize,
    known: BTreeSet<EventId>,
}
