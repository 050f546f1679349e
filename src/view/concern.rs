//! Why something needs attention, in one sentence.

use super::speech::Speech;
use crate::domain::attention::{Breach, Concern, Why};
use crate::domain::people::Person;

pub(super) fn sentence(speech: &Speech, concern: &Concern) -> String {
    let title = &*concern.title;
    let key = concern.why.key();
    let say = |args: &[(&str, &str)]| speech.say(key, &[&[("title", title)], args].concat());
    match &concern.why {
        Why::Breached { breach, .. } => match breach {
            Breach::OutOfBand { unit, value, .. } => say(&[
                ("value", &speech.number(*value)),
                ("unit", unit.as_deref().unwrap_or_default()),
            ]),
            Breach::OverBudget { limit, used } => say(&[
                ("used", &speech.number(*used)),
                ("limit", &speech.number(limit.amount)),
                ("currency", &limit.currency),
            ]),
        },
        Why::HelpWanted { by, of, .. } => say(&[("name", by.first_name()), ("names", &names(of))]),
        Why::LowConfidence { by, confidence, .. } => {
            say(&[("name", by.first_name()), ("confidence", &confidence.to_string())])
        }
        Why::Blocked { by, .. } => say(&[("name", by.first_name())]),
        Why::Overdue { due, .. } | Why::Outdated { due, .. } => say(&[("day", &speech.day(*due))]),
        Why::OverClaimed { person, open, limit } => say(&[
            ("name", &person.name),
            ("n", &open.to_string()),
            ("limit", &limit.to_string()),
        ]),
        Why::Unanswered { by, .. } | Why::Pitched { by, .. } | Why::Proposed { by, .. } => {
            say(&[("name", by.first_name())])
        }
        Why::Idle { holder, days, .. } => say(&[("name", holder.first_name()), ("n", &days.to_string())]),
        Why::NotMeasurable | Why::NoInitiative | Why::Unmoved | Why::Unowned { .. } | Why::Orphaned => say(&[]),
    }
}

/// What somebody said of it, if they did.
pub(super) fn words(why: &Why) -> Option<&str> {
    match why {
        Why::HelpWanted { blocker, .. } | Why::LowConfidence { blocker, .. } | Why::Blocked { blocker, .. } => {
            Some(&**blocker).filter(|words| !words.is_empty())
        }
        _ => None,
    }
}

fn names(people: &[Person]) -> String {
    let names: Vec<_> = people.iter().map(Person::first_name).collect();
    names.join(", ")
}
