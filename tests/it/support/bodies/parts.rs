//! The parts of bodies, with anything in them.

use alignment_board::domain::calendar::Day;
use alignment_board::domain::event::{
    Change, ChangeGoal, CheckIn, EventId, Facet, Gain, Goal, Measure, Pitch, Post, Subject, Value,
};
use alignment_board::domain::goals::{Link, Metric, Money, Text};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::support::{finite, seen};

pub(super) fn id() -> impl Strategy<Value = Text> {
    ".{1,12}".prop_map(Text::from)
}

pub(super) fn words() -> impl Strategy<Value = Text> {
    ".{0,20}".prop_map(Text::from)
}

pub(super) fn other() -> impl Strategy<Value = EventId> {
    (seen(), any::<[u8; 12]>()).prop_map(|(stamp, hash)| EventId { stamp, hash })
}

pub(super) fn day() -> impl Strategy<Value = Day> {
    (0..40_000_i32).prop_map(|days| Day::from_epoch_days(days).expect("a day"))
}

pub(super) fn money() -> impl Strategy<Value = Money> {
    (finite(), words()).prop_map(|(amount, currency)| Money { amount, currency })
}

pub(super) fn links() -> impl Strategy<Value = Vec<Link>> {
    let link = ("[a-z]{1,8}", "https://[a-z]{1,8}").prop_map(|(label, href)| Link {
        label: label.into(),
        href: href.into(),
    });
    vec(link, 0..3)
}

/// What events may be about.
pub(super) fn subject() -> impl Strategy<Value = Subject> {
    prop_oneof![
        id().prop_map(|id| Subject::Initiative(id.into())),
        id().prop_map(|id| Subject::KeyResult(id.into())),
        id().prop_map(|id| Subject::Guardrail(id.into())),
        id().prop_map(|id| Subject::Objective(id.into())),
        Just(Subject::NorthStar),
        other().prop_map(Subject::Begun),
    ]
}

pub(super) fn check_in() -> impl Strategy<Value = CheckIn> {
    let numbers = (
        option::of(finite()),
        option::of((0..=1000_u16).prop_map(|p| f64::from(p) / 10.0)),
        option::of(0..=10_u8),
    );
    let lines = (words(), words(), words(), vec(words(), 0..3));
    (subject(), numbers, lines).prop_map(
        |(on, (value, progress, confidence), (line, change, blocker, help))| CheckIn {
            on,
            value,
            progress,
            confidence,
            line,
            change,
            blocker,
            help,
        },
    )
}

pub(super) fn metric() -> impl Strategy<Value = Metric> {
    let numbers = (finite(), option::of(finite()), option::of(finite()));
    (words(), option::of(id()), numbers, option::of(day())).prop_map(
        |(title, unit, (start, target, current), as_of)| Metric {
            title,
            unit,
            start,
            target,
            current,
            as_of,
        },
    )
}

/// Changes of several sides, each at most once, as they are stored.
pub(super) fn changes() -> impl Strategy<Value = Vec<Change>> {
    let pair =
        |facet: BoxedStrategy<Facet>| option::of((facet.clone(), facet).prop_map(|(to, was)| Change { to, was }));
    (
        pair(option::of(day()).prop_map(Facet::Due).boxed()),
        pair(words().prop_map(Facet::Description).boxed()),
        pair(links().prop_map(Facet::Links).boxed()),
        pair(option::of(money()).prop_map(Facet::Cost).boxed()),
        pair(
            vec(id(), 0..3)
                .prop_map(|ids| Facet::KeyResults(ids.into_iter().map(Into::into).collect()))
                .boxed(),
        ),
        pair(
            option::of(metric())
                .prop_map(|signal| Facet::Signal(signal.map(Box::new)))
                .boxed(),
        ),
    )
        .prop_map(|(a, b, c, d, e, f)| [a, b, c, d, e, f].into_iter().flatten().collect())
}

pub(super) fn pitch() -> impl Strategy<Value = Pitch> {
    let gain = (id(), option::of(finite())).prop_map(|(key_result, by)| Gain {
        key_result: key_result.into(),
        by,
    });
    let texts = (words(), words(), words(), words(), words());
    (option::of(other()), id(), vec(gain, 0..3), option::of(money()), texts).prop_map(
        |(idea, objective, moves, cost, (title, description, effort, first_step, help))| Pitch {
            idea,
            objective: objective.into(),
            title,
            description,
            moves,
            effort,
            cost,
            first_step,
            help,
        },
    )
}

pub(super) fn goal() -> impl Strategy<Value = Goal> {
    let measure = (words(), words(), option::of(finite()), option::of(finite()));
    let measure = measure.prop_map(|(title, unit, start, target)| Measure {
        title,
        unit,
        start,
        target,
    });
    (words(), words(), vec(measure, 0..3)).prop_map(|(title, why, key_results)| Goal {
        title,
        why,
        key_results,
    })
}

pub(super) fn value() -> impl Strategy<Value = Value> {
    prop_oneof![finite().prop_map(Value::Number), words().prop_map(Value::Text)]
}

pub(super) fn change_goal() -> impl Strategy<Value = ChangeGoal> {
    (subject(), words(), value(), option::of(value()), words()).prop_map(|(on, field, value, was, why)| ChangeGoal {
        on,
        field,
        value,
        was,
        why,
    })
}

pub(super) fn post() -> impl Strategy<Value = Post> {
    (other(), words(), words(), words(), words(), words()).prop_map(|(review, member, done, next, blocked, noticed)| {
        Post {
            review,
            member,
            done,
            next,
            blocked,
            noticed,
        }
    })
}
