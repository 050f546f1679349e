//! Sentences, numbers and days in the reader's language.

use std::rc::Rc;

use crate::app::{Options, State};
use crate::domain::calendar::Day;
use crate::domain::event::EventId;
use crate::domain::fault::Fault;
use crate::domain::goals::Money;
use crate::web::intl::Formats;
use crate::words::Words;

/// The reader's language. Clones share it.
#[derive(Clone, Debug)]
pub(super) struct Speech(Rc<Inner>);

impl PartialEq for Speech {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Debug)]
struct Inner {
    words: Words,
    formats: Formats,
}

impl Speech {
    pub(super) fn new(options: &Options) -> Self {
        Self(Rc::new(Inner {
            words: words(options),
            formats: Formats::new(&options.lang),
        }))
    }

    /// The tag of the sentences' language, if it is not the built-in one.
    pub(super) fn lang(&self) -> Option<&str> {
        Some(self.0.words.lang()).filter(|lang| *lang != "en")
    }

    /// Where a language is read from right to left.
    pub(super) fn dir(&self) -> Option<&'static str> {
        self.0.words.is_rtl().then_some("rtl")
    }

    /// A sentence without places.
    pub(super) fn get(&self, key: &str) -> String {
        self.0.words.get(key)
    }

    /// A sentence with its places filled in.
    pub(super) fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.0.words.say(key, args)
    }

    /// A fault of the goal document.
    pub(super) fn fault(&self, fault: &Fault) -> String {
        self.0.words.fault(fault)
    }

    /// A sentence about a number, in its plural form.
    pub(super) fn count(&self, key: &str, n: usize) -> String {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        self.0.words.count(key, n, &self.number(f64::from(n)))
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

    /// "Monday".
    pub(super) fn weekday(&self, day: Day) -> String {
        self.0.formats.weekday(day.to_epoch_days())
    }

    /// "40 seconds", "3 minutes", "2 hours".
    pub(super) fn time(&self, ms: u64) -> String {
        let (key, unit) = match ms {
            0..90_000 => ("time.seconds", 1_000),
            90_000..5_400_000 => ("time.minutes", 60_000),
            _ => ("time.hours", 3_600_000),
        };
        let n = ((ms + unit / 2) / unit).max(1);
        self.count(key, usize::try_from(n).unwrap_or(usize::MAX))
    }

    /// The time of the day, as the reader's clock shows it.
    pub(super) fn clock(&self, ms: u64) -> String {
        self.0.formats.clock(ms)
    }

    /// "today", "yesterday", "3 days ago", in the team's days.
    pub(super) fn age(&self, event: EventId, state: &State) -> String {
        let day = state.zone.day(event.stamp.ms);
        self.0.formats.days_ago((state.now.today - day).num_days().max(0))
    }
}

/// The sentences that came with the page's options. Without, or when they are of another version, English.
fn words(options: &Options) -> Words {
    if let Some(file) = &options.words {
        if let Some(words) = Words::translated(file.clone(), Formats::plural) {
            return words;
        }
        tell_of_other_version();
    }
    Words::english(Formats::plural)
}

/// For whoever put the board on the page.
#[inline(never)]
fn tell_of_other_version() {
    web_sys::console::warn_1(&"alignment-board: the file of this language belongs to another version".into());
}
