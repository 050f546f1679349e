//! What everything serves: the board's name, its period, the North Star, and who is looking.

use yew::prelude::*;

use super::bar::{bar, tone};
use super::board::Ask;
use super::face::face;
use super::icon;
use super::speech::Speech;
use crate::app::{Keeping, State};
use crate::domain::goals::{Goals, Metric};
use crate::domain::progress::{Progress, Status, metric, percent};

pub(super) fn header(speech: &Speech, state: &State, ask: &Callback<Ask>) -> Html {
    let Some(board) = &state.board else {
        return Html::default();
    };
    let goals = board.goals();
    let week = goals.period.and_then(|period| period.week(state.now.today));
    let star = goals.north_star.as_ref();
    html! {
        <header class="top" part="header">
            <div class="north">
                <p class="team">
                    if star.is_some() { <strong>{ &*goals.title }</strong> }
                    if let Some((week, of)) = week {
                        <span>{ speech.say("header.week", &[("n", &week.to_string()), ("of", &of.to_string())]) }</span>
                    }
                </p>
                <h1>
                    if star.is_some() { { icon::star() } }
                    { star.map_or(&*goals.title, |star| &*star.statement) }
                </h1>
                if let Some(why) = star.and_then(|star| star.why.as_ref()) { <p class="why">{ &**why }</p> }
            </div>
            <div class="side">
                <div class="row small">{ keeping(speech, state, ask) }<span class="push"></span>{ person(speech, state, ask, goals) }</div>
                if let Some(number) = star.and_then(|star| star.metric.as_ref()) { { star_metric(speech, state, goals, number) } }
            </div>
            { notices(speech, state) }
        </header>
    }
}

fn keeping(speech: &Speech, state: &State, ask: &Callback<Ask>) -> Html {
    let onclick = ask.reform(|_: MouseEvent| Ask::Keeping);
    let key = match &state.keeping {
        Keeping::Opening => return Html::default(),
        Keeping::Browser => "keeping.browser",
        Keeping::Memory => "keeping.memory",
        Keeping::Refused => "keeping.refused",
        Keeping::Unsupported(_) => "keeping.unsupported",
    };
    html! { <button type="button" class="link" part="store" {onclick}>{ speech.get(key) }</button> }
}

fn person(speech: &Speech, state: &State, ask: &Callback<Ask>, goals: &Goals) -> Html {
    let onclick = ask.reform(|_: MouseEvent| Ask::Pick);
    if state.readonly() {
        return html! { <span class="small">{ speech.get("header.readonly") }</span> };
    }
    let fixed = state.options.member.is_some();
    match &state.viewer {
        Some(me) if fixed => html! { <span class="who">{ face(me, goals) }<span>{ &*me.name }</span></span> },
        Some(me) => html! {
            <button type="button" class="person" aria-label={speech.say("header.you", &[("name", &me.name)])} {onclick}>
                { face(me, goals) }<span>{ me.first_name() }</span>
            </button>
        },
        None => html! { <button type="button" class="quiet" {onclick}>{ speech.get("header.who") }</button> },
    }
}

fn star_metric(speech: &Speech, state: &State, goals: &Goals, number: &Metric) -> Html {
    let (progress, expected) = metric(number, goals.period, state.now.today);
    let behind = expected
        .zip(progress.clamped())
        .map(|(expected, at)| percent(expected) - percent(at));
    let status = match (progress, behind) {
        (Progress::At(_), Some(26..)) => Some(Status::OffTrack),
        (Progress::At(_), Some(11..)) => Some(Status::AtRisk),
        (Progress::At(_), _) => Some(Status::OnTrack),
        _ => None,
    };
    let unit = number.unit.as_deref().unwrap_or_default();
    let current = number
        .current
        .map_or_else(|| "–".to_owned(), |value| speech.number(value));
    let target = number.target.map(|target| speech.number(target));
    html! {
        <div class="star-metric">
            <div class="row">
                <span>{ &*number.title }</span>
                <span class="push"></span>
                <span class="number">
                    <strong>{ current }</strong>
                    if let Some(target) = target { { speech.say("header.of", &[("target", &target), ("unit", unit)]) } }
                    if let Some(behind) = behind.filter(|behind| *behind > 0) {
                        <span class={tone(status)}>{ speech.say("header.behind", &[("n", &behind.to_string())]) }</span>
                    }
                </span>
            </div>
            { bar(progress.clamped(), expected, status) }
        </div>
    }
}

/// What somebody must know before they rely on what they see.
fn notices(speech: &Speech, state: &State) -> Html {
    let mut notices = Vec::new();
    if state.keeping == Keeping::Refused {
        notices.push(speech.get("notice.refused"));
    }
    if let Keeping::Unsupported(store) = &state.keeping {
        notices.push(speech.say("notice.unsupported", &[("store", store)]));
    }
    if let Some(name) = &state.stranger {
        notices.push(speech.say("notice.stranger", &[("name", name)]));
    }
    if state.ahead > 0 {
        notices.push(speech.count("notice.ahead", state.ahead));
    }
    html! { <>{ for notices.into_iter().map(|text| html! { <p class="notice" role="note">{ text }</p> }) }</> }
}
