//! A slider through the period, and the board as it was on that day.

use chrono::Days;
use web_sys::HtmlInputElement;

use super::Traveller;
use crate::app::State;
use crate::domain::board::Board;
use crate::domain::calendar::Day;
use crate::domain::goals::InitiativeState;
use crate::domain::progress::percent;
use crate::view::ask::Ask;
use crate::view::bar::{bar, tone};
use crate::view::cx::Cx;
use crate::view::el::{El, el, target};

pub(super) fn travel(cx: Cx<'_>, traveller: &Traveller) -> El {
    let today = cx.state.now.today;
    let day = traveller.past.as_ref().map_or(today, |(day, _)| *day);
    let (ask, first) = (cx.ask.clone(), traveller.first);
    let length = (today - first).num_days().max(0);
    let words = match day == today {
        true => cx.get("activity.today"),
        false => cx.speech.say("activity.as-of", &[("day", &cx.speech.day(day))]),
    };
    let slider = el("input type=range min=0 step=1 name=day")
        .attr("max", &length.to_string())
        .attr("aria-label", &cx.get("activity.day"))
        .attr("aria-valuetext", &words)
        .value(&(day - first).num_days().clamp(0, length).to_string())
        .on("input", move |event| {
            let value = target::<HtmlInputElement>(&event).and_then(|input| input.value().parse::<u64>().ok());
            if let Some(day) = value.and_then(|days| first.checked_add_days(Days::new(days))) {
                ask.emit(Ask::AsOf(day));
            }
        });
    let back = (day != today).then(|| {
        el("button type=button class=quiet")
            .click(cx.ask, Ask::AsOf(today))
            .words(cx.get("activity.back"))
    });
    let row = el("div class=row")
        .child(el("h3").words(words))
        .child(el("span class=push"))
        .maybe(back);
    let section = el("section class='part travel'").child(row);
    let section = match length {
        0 => section,
        _ => section.child(slider),
    };
    section.maybe(traveller.past.as_ref().and_then(|(day, past)| then(cx, *day, past)))
}

/// The board of a day, in short.
fn then(cx: Cx<'_>, day: Day, past: &State) -> Option<El> {
    let board = past.board.as_ref().filter(|_| day != cx.state.now.today)?;
    let mut columns = el("div class=crew");
    for (objective, summary) in board.goals().objectives.iter().zip(&past.summaries) {
        let figure = summary
            .progress
            .map_or_else(|| "–".to_owned(), |share| cx.speech.percent(percent(share)));
        let head = el("div class=row")
            .child(el("h4").text(&objective.title))
            .child(el("strong class='figure push'").words(figure));
        columns.add(
            el("article class=card")
                .child(head)
                .child(bar(summary.progress, summary.expected, summary.status))
                .child(
                    el("p class='small status'")
                        .class(tone(summary.status))
                        .words(crate::view::column::status(cx.speech, objective, summary)),
                )
                .child(works(cx, board, objective)),
        );
    }
    let note = el("p class='soft small'").words(cx.get("activity.todays-goals"));
    Some(el("div").child(note).child(columns))
}

fn works(cx: Cx<'_>, board: &Board, objective: &crate::domain::goals::Objective) -> El {
    let mut list = el("ul class=claims");
    for (_, initiative, work) in board.works().filter(|(of, ..)| of.id == objective.id) {
        let names: Vec<_> = work.holders().iter().map(|claim| claim.by.first_name()).collect();
        let words = match work.state {
            InitiativeState::Done => cx.get("card.done"),
            InitiativeState::Dropped => cx.get("card.dropped"),
            InitiativeState::Open if names.is_empty() => cx.get("card.free"),
            InitiativeState::Open => names.join(", "),
        };
        list.add(
            el("li class=row")
                .child(el("span").text(&initiative.title))
                .child(el("span class='push soft small'").words(words)),
        );
    }
    list
}
