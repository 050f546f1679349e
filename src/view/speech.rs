//! Sentences, numbers and days in the reader's language, handed to every component by context.

use std::rc::Rc;

use yew::prelude::*;

use crate::domain::calendar::{Day, Now};
use crate::domain::event::EventId;
use crate::domain::goals::{Goals, Money};
use crate::web::intl::{Formats, day_in_zone};
use crate::words::Words;

/// The reader's language. Clones share it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Speech(Rc<Inner>);

#[derive(Debug, PartialEq)]
struct Inner {
    words: Words,
    formats: Formats,
}

impl Speech {
    pub(super) fn new(lang: &str) -> Self {
        Self(Rc::new(Inner {
            words: Words::english(Formats::plural),
            formats: Formats::new(lang),
        }))
    }

    /// A sentence without places.
    pub(super) fn get(&self, key: &str) -> String {
        self.0.words.get(key)
    }

    /// A sentence with its places filled in.
    pub(super) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.0.words.say(key, args)
    }

    /// A sentence about a number, in its plural form.
    pub(super) fn count(&self, key: &str, n: usize) -> String {
        self.say(key, &[("n", &n.to_string())])
    }

    pub(super) fn number(&self, value: f64) -> String {
        self.0.formats.number(value)
    }

    pub(super) fn percent(&self, percent: i64) -> String {
        self.0.formats.percent(percent)
    }

    pub(super) fn money(&self, money: &Money) -> String {
        self.0.formats.money(money.amount, &money.currency)
    }

    pub(super) fn day(&self, day: Day) -> String {
        self.0.formats.day(day.to_epoch_days())
    }

    /// "today", "yesterday", "3 days ago", in the team's days.
    pub(super) fn age(&self, event: EventId, goals: &Goals, now: Now) -> String {
        let zone = goals.time_zone.as_deref().unwrap_or("UTC");
        let day = day_in_zone(event.stamp.ms, zone);
        self.0.formats.days_ago(i64::from(now.today.to_epoch_days() - day).max(0))
    }
}

/// The reader's language, from the board above.
#[hook]
pub(super) fn use_speech() -> Speech {
    // A component outside a board still speaks.
    use_context::<Speech>().unwrap_or_else(|| Speech::new(""))
}
