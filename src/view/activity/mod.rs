//! What happened, in words, and the board as it was on a day.

mod plot;
mod told;
mod travel;

use yew::Html;

use super::ask::Ask;
use super::cx::Cx;
use super::el::{El, all, el, target, yes_no};
use super::form::choices;
use crate::app::State;
use crate::domain::calendar::Day;
use crate::domain::id::MemberId;
use crate::domain::progress::Point;
use std::rc::Rc;
use web_sys::HtmlSelectElement;

/// So many events are shown, and so many more each time.
const STEP: usize = 50;

/// What somebody looks at among what happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Traveller {
    /// Whose.
    pub(super) who: Option<MemberId>,
    /// Only what does not count.
    pub(super) refused: bool,
    /// How many times more was asked for.
    pub(super) more: usize,
    /// The day looked at, and the board then.
    pub(super) past: Option<(Day, Rc<State>)>,
    /// The first day there is.
    pub(super) first: Day,
    /// Each objective's way until today.
    pub(super) history: Vec<Vec<Point>>,
}

pub(super) fn activity(cx: Cx<'_>, traveller: &Traveller) -> Html {
    let mut deeds = told::deeds(cx);
    let loose = deeds.iter().filter(|deed| deed.refused.is_some()).count();
    deeds.retain(|deed| {
        let by = || cx.board.person(&deed.event.by);
        let whose = traveller
            .who
            .as_ref()
            .is_none_or(|who| by().is_some_and(|by| by.id == *who));
        whose && (!traveller.refused || deed.refused.is_some())
    });
    let shown = STEP * (traveller.more + 1);
    let mut list = el("ol class=log");
    let mut day = None;
    for deed in deeds.iter().take(shown) {
        let on = cx.scene.zone.day(deed.event.id.stamp.ms);
        if day != Some(on) {
            list.add(el("li class=day").child(el("h4").words(cx.speech.day(on))));
            day = Some(on);
        }
        list.add(told::told(cx, *deed));
    }
    let more = (deeds.len() > shown).then(|| {
        let next = Traveller {
            more: traveller.more + 1,
            ..traveller.clone()
        };
        el("button type=button class=quiet")
            .click(cx.ask, Ask::Travel(Box::new(next)))
            .words(cx.speech.count("for-you.more", deeds.len() - shown))
    });
    let none = deeds
        .is_empty()
        .then(|| el("p class=none-here").words(cx.get("activity.none")));
    all(vec![
        cx.head("activity.title", "activity.how").into(),
        travel::travel(cx, traveller).into(),
        plot::plots(cx, &traveller.history).map(Html::from).unwrap_or_default(),
        el("section class=part")
            .child(filters(cx, traveller, loose))
            .maybe(none)
            .child(list)
            .maybe(more)
            .into(),
    ])
}

fn filters(cx: Cx<'_>, traveller: &Traveller, loose: usize) -> El {
    let (ask, was) = (cx.ask.clone(), traveller.clone());
    let mut options = vec![(String::new(), cx.get("filter.anybody"))];
    let team = cx.board.team(cx.state.now.today);
    options.extend(
        team.iter()
            .map(|person| (person.id.to_string(), person.name.to_string())),
    );
    let chosen = traveller.who.as_ref().map(MemberId::as_str);
    let select = choices("select name=who", chosen, options)
        .attr("aria-label", &cx.get("filter.member.name"))
        .on("change", move |event| {
            if let Some(select) = target::<HtmlSelectElement>(&event) {
                ask.emit(Ask::Travel(Box::new(Traveller {
                    who: Some(select.value()).filter(|id| !id.is_empty()).map(MemberId::from),
                    more: 0,
                    ..was.clone()
                })));
            }
        });
    let turned = Traveller {
        refused: !traveller.refused,
        more: 0,
        ..traveller.clone()
    };
    let chip = (loose > 0).then(|| {
        el("button type=button class=chip")
            .attr("aria-pressed", yes_no(traveller.refused))
            .click(cx.ask, Ask::Travel(Box::new(turned)))
            .words(cx.speech.count("activity.refused", loose))
    });
    el("div class=tools")
        .child(el("h3").words(cx.get("activity.list")))
        .child(el("span class=push"))
        .child(select)
        .maybe(chip)
}
