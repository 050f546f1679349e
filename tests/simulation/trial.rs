//! Lives through many runs, and makes of one that fails the shortest that still does.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::world::{Plan, Tally, live};

/// Lives through all plans, on all cores, until one fails.
pub(crate) fn all(plans: Vec<Plan>) -> Tally {
    let (next, total, failure) = (AtomicUsize::new(0), Mutex::new(Tally::default()), Mutex::new(None));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        let mut own = Tally::default();
        while let Some(plan) = plans.get(next.fetch_add(1, Ordering::Relaxed)) {
            match run(*plan, false) {
                Ok(tally) => own.add(&tally),
                Err(why) => {
                    next.store(plans.len(), Ordering::Relaxed);
                    failure.lock().expect("no panic meanwhile").get_or_insert((*plan, why));
                }
            }
        }
        total.lock().expect("no panic meanwhile").add(&own);
    };
    thread::scope(|scope| (0..cores).for_each(|_| drop(scope.spawn(work))));
    if let Some((plan, why)) = failure.into_inner().expect("no panic meanwhile") {
        let (plan, why) = shortest(plan, why);
        panic!("{why}\n\n    {}\n", line(plan));
    }
    total.into_inner().expect("no panic meanwhile")
}

/// Lives through one plan and tells every step.
pub(crate) fn told(plan: Plan) {
    if let Err(why) = run(plan, true) {
        panic!("{why}");
    }
}

fn run(plan: Plan, aloud: bool) -> Result<Tally, String> {
    catch_unwind(AssertUnwindSafe(|| live(plan, aloud))).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<String>().cloned();
        let words = words.or_else(|| panic.downcast_ref::<&str>().map(|words| (*words).to_owned()));
        Err(format!("it panicked: {}", words.unwrap_or_default()))
    })
}

/// Halves the steps for as long as it still fails, then takes off smaller and smaller pieces.
fn shortest(mut plan: Plan, mut why: String) -> (Plan, String) {
    let mut piece = plan.steps / 2;
    while piece > 0 {
        let shorter = Plan {
            steps: plan.steps.saturating_sub(piece),
            ..plan
        };
        match run(shorter, false) {
            Err(reason) => (plan, why) = (shorter, reason),
            Ok(_) => piece /= 2,
        }
        piece = piece.min(plan.steps);
    }
    (plan, why)
}

/// What lives through a plan again, alone.
fn line(plan: Plan) -> String {
    let Plan { seed, replicas, steps } = plan;
    format!("SEED={seed} REPLICAS={replicas} STEPS={steps} cargo test --test simulation asked_for -- --nocapture")
}

impl Tally {
    fn add(&mut self, other: &Self) {
        for (sum, more) in [(&mut self.counted, &other.counted), (&mut self.refused, &other.refused)] {
            for (kind, times) in more {
                *sum.entry(kind.clone()).or_default() += times;
            }
        }
        self.most_over = self.most_over.max(other.most_over);
    }
}
