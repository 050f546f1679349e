//! Since Monday.

mod laws;
mod limits;
pub(crate) mod numbers;
mod week;
mod work;

use alignment_board::domain::board::Ledger;
use alignment_board::domain::news::{News, Part, news};

use crate::attention::looking;
use crate::support::{Team, at};

/// What happened after a moment, as known at another.
fn between(ledger: &Ledger, since: u64, now: u64) -> News {
    let before = ledger.as_of(since);
    looking(ledger, now, |now| news(before.board(), since, now))
}

/// What happened since noon of a day of October until noon of another.
fn happened(team: &Team, since: u64, today: u64) -> News {
    between(&team.ledger, at(since, 12), at(today, 12))
}

/// The line: `"1 finished, views 10 → 12"`.
fn line(news: &News) -> String {
    let part = |part: &Part| match part {
        Part::Count { key, n } => format!("{n} {}", key.trim_start_matches("news.")),
        Part::Moved(moved) => match moved.from {
            Some(from) => format!("{} {from} → {}", moved.title, moved.to),
            None => format!("{} {}", moved.title, moved.to),
        },
    };
    let parts: Vec<_> = news.parts().iter().map(part).collect();
    parts.join(", ")
}

/// The line from noon on the 10th to noon on the 15th.
fn told(team: &Team) -> String {
    line(&happened(team, 10, 15))
}
