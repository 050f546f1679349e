//! What one more event costs on a full board, drawn before and after.

use std::rc::Rc;
use std::time::{Duration, Instant};

use alignment_board::domain::board::Ledger;
use alignment_board::domain::calendar::parse_day;
use alignment_board::domain::event::{Body, Event};
use criterion::{Bencher, Criterion};

use crate::load::{Load, SOON, member};
use crate::{INITIATIVES, fold, opened};

/// How many events are added before the board is folded anew, so that it does not grow while it is measured.
const REACH: usize = 2_000;

pub(crate) fn measure(criterion: &mut Criterion, load: &Load) {
    let mut group = criterion.benchmark_group("one");
    let mut board = Full::new(load);
    group.bench_function("on top", |bencher| {
        board.each(bencher, |n| load.check_in(open(n), 0, n), add);
    });
    group.bench_function("asked first", |bencher| {
        board.each(bencher, |n| load.check_in(open(n), 0, n), ask);
    });
    group.bench_function("late", |bencher| {
        board.each(bencher, |n| load.check_in(open(n), 40, n), add);
    });
    group.sample_size(10);
    // Who is away is not idle, so it may matter to every take-over of their seats.
    group.bench_function("late, about somebody", |bencher| {
        board.each(bencher, |n| load.made(40, n, &member(n), &away()), add);
    });
    group.finish();
}

fn add(ledger: &mut Ledger, event: Rc<Event>) {
    ledger.add(event, SOON);
}

fn ask(ledger: &mut Ledger, event: Rc<Event>) {
    assert_eq!(ledger.would_count(&event), Ok(()));
}

/// One of the cards that are not finished.
fn open(n: usize) -> usize {
    3 * (n % (INITIATIVES / 3)) + 1
}

fn away() -> Body {
    Body::Away {
        from: parse_day("2026-11-01").expect("a day"),
        until: parse_day("2026-11-05").expect("a day"),
        cover: "".into(),
    }
}

/// A full board, folded when it is first needed.
struct Full<'a> {
    load: &'a Load,
    ledger: Option<Ledger>,
    used: usize,
}

impl<'a> Full<'a> {
    fn new(load: &'a Load) -> Self {
        Self {
            load,
            ledger: None,
            used: 0,
        }
    }

    /// Times events, one at a time, while the view still holds the board before.
    fn each(&mut self, bencher: &mut Bencher<'_>, event: impl Fn(usize) -> Rc<Event>, act: fn(&mut Ledger, Rc<Event>)) {
        bencher.iter_custom(|iterations| {
            let mut spent = Duration::ZERO;
            for _ in 0..iterations {
                if self.used.is_multiple_of(REACH) {
                    self.ledger = None;
                }
                self.used += 1;
                let event = event(self.load.sealed.len() + self.used);
                let ledger = self
                    .ledger
                    .get_or_insert_with(|| fold(&self.load.goals, opened(&self.load.sealed)));
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
}
