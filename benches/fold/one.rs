//! What one more event costs on a full board, drawn before and after.

use std::time::{Duration, Instant};

use alignment_board::domain::board::Ledger;
use alignment_board::domain::calendar::parse_day;
use alignment_board::domain::event::{Body, Event};
use criterion::{Bencher, Criterion};

use crate::load::{Load, SOON, member};
use crate::{fold, opened};

/// How many events are added before the board is folded anew, so that it does not grow while it is measured.
const REACH: usize = 2_000;

pub(crate) fn measure(criterion: &mut Criterion, load: &Load) {
    let mut group = criterion.benchmark_group("one");
    group.bench_function("on top", |bencher| {
        each(bencher, load, |n| load.check_in(open(n), 0, n));
    });
    group.bench_function("asked first", |bencher| {
        asked(bencher, load, |n| load.check_in(open(n), 0, n));
    });
    group.bench_function("late", |bencher| {
        each(bencher, load, |n| load.check_in(open(n), 40, n));
    });
    group.sample_size(10);
    // Who is away is not idle: nobody else's take-over of their seats counts.
    group.bench_function("late, about somebody", |bencher| {
        each(bencher, load, |n| {
            let body = Body::Away {
                from: parse_day("2026-11-01").expect("a day"),
                until: parse_day("2026-11-05").expect("a day"),
                cover: "".into(),
            };
            load.made(40, n, &member(n), &body)
        });
    });
    group.finish();
}

/// One of the cards that are not finished.
fn open(n: usize) -> usize {
    3 * n + 1
}

/// Times adding events, one at a time, while the view still holds the board before.
fn each(bencher: &mut Bencher<'_>, load: &Load, event: impl Fn(usize) -> Event) {
    timed(bencher, load, event, |ledger, event| {
        ledger.add(event, SOON);
    });
}

/// Times what comes before: asking whether the event would count.
fn asked(bencher: &mut Bencher<'_>, load: &Load, event: impl Fn(usize) -> Event) {
    timed(bencher, load, event, |ledger, event| {
        assert_eq!(ledger.would_count(&event), Ok(()));
    });
}

fn timed(bencher: &mut Bencher<'_>, load: &Load, event: impl Fn(usize) -> Event, act: impl Fn(&mut Ledger, Event)) {
    let events: Vec<_> = (0..REACH).map(|n| event(n + load.sealed.len())).collect();
    let all = opened(&load.sealed);
    let (mut ledger, mut used) = (None, 0);
    bencher.iter_custom(|iterations| {
        let mut spent = Duration::ZERO;
        for _ in 0..iterations {
            let event = events[used % REACH].clone();
            if used % REACH == 0 {
                ledger = None;
            }
            used += 1;
            let ledger = ledger.get_or_insert_with(|| fold(&load.goals, all.clone()));
            let shown = ledger.board().clone();
            let begin = Instant::now();
            act(ledger, event);
            let board = ledger.board().clone();
            spent += begin.elapsed();
            drop((shown, board));
        }
        spent
    });
}
