//! What everything serves: the board's name, its period, the North Star, and who is looking.

use yew::Callback;

use super::ask::{Ask, Number};
use super::bar::{bar, tone};
use super::column::explained;
use super::el::{El, el};
use super::face::face;
use super::icon;
use super::sharing;
use super::speech::Speech;
use crate::app::{Keeping, State};
use crate::domain::event::Subject;
use crate::domain::goals::{Goals, Metric};
use crate::domain::progress::{Progress, Status, metric, percent};

pub(super) fn header(speech: &Speech, state: &State, ask: &Callback<Ask>, goals: &Goals) -> El {
    let week = goals.period.and_then(|period| period.week(state.now.today));
    let star = goals.north_star.as_ref();
    let title = el("strong").text(&goals.title);
    let week = week.map(|(week, of)| {
        let args = [("n", &*week.to_string()), ("of", &*of.to_string())];
        el("span").words(speech.say("header.week", &args))
    });
    let why = star.and_then(|star| star.why.as_ref());
    let north = el("div class=north")
        .child(el("p class=team").maybe(star.map(|_| title)).maybe(week))
        .child(
            el("h1")
                .maybe(star.map(|_| icon::star()))
                .text(star.map_or(&*goals.title, |star| &*star.statement)),
        )
        .maybe(why.map(|why| el("p class=why").text(why)));
    let who = el("div class='row small'")
        .maybe(keeping(speech, state, ask))
        .child(el("span class=push"))
        .child(person(speech, state, ask, goals));
    let metric = star.and_then(|star| star.metric.as_ref());
    let side = el("div class=side")
        .child(who)
        .maybe(metric.map(|metric| star_metric(speech, state, ask, goals, metric)));
    let top = el("header class=top part=header").child(north).child(side);
    let top = notices(speech, state).into_iter().fold(top, |top, notice| {
        top.child(el("p class=notice role=note").words(notice))
    });
    let shared = state
        .sharing
        .as_ref()
        .map(|sharing| sharing::notices(speech, state, sharing, ask));
    let shared = shared.filter(|shared| !shared.is_empty());
    top.maybe(shared.map(|shared| {
        shared
            .into_iter()
            .fold(el("div class='notice row' role=note"), El::child)
    }))
}

fn keeping(speech: &Speech, state: &State, ask: &Callback<Ask>) -> Option<El> {
    let key = match &state.keeping {
        Keeping::Opening => return None,
        Keeping::Browser => "keeping.browser",
        Keeping::Memory => "keeping.memory",
        Keeping::Refused => "keeping.refused",
        Keeping::Unsupported(_) | Keeping::NoId => "keeping.unsupported",
        Keeping::Shared => "keeping.shared",
    };
    let button = el("button type=button class=link part=store").click(ask, Ask::Keeping);
    Some(button.words(match &state.sharing {
        Some(sharing) => sharing::badge(speech, state, sharing),
        None => speech.get(key),
    }))
}

fn person(speech: &Speech, state: &State, ask: &Callback<Ask>, goals: &Goals) -> El {
    if state.readonly() {
        return el("span class=small").words(speech.get("header.readonly"));
    }
    let Some(me) = &state.viewer else {
        return el("button type=button class=quiet")
            .click(ask, Ask::Pick)
            .words(speech.get("header.who"));
    };
    let face = face(me, goals);
    let signed_in = state.sharing.as_ref().is_some_and(|sharing| sharing.who.is_some());
    if signed_in || state.options.member.is_some() {
        return el("span class=who").child(face).child(el("span").text(&me.name));
    }
    el("button type=button class=person")
        .attr("aria-label", &speech.say("header.you", &[("name", &me.name)]))
        .click(ask, Ask::Pick)
        .child(face)
        .child(el("span").text(me.first_name()))
}

fn star_metric(speech: &Speech, state: &State, ask: &Callback<Ask>, goals: &Goals, number: &Metric) -> El {
    let known = state.board.as_ref().and_then(|board| board.number(&Subject::NorthStar));
    let value = known.and_then(|known| known.current()).map(|(value, _)| value);
    let (progress, expected) = metric(number, value, goals.period, state.now.today);
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
    let current = value.map_or_else(|| "–".to_owned(), |value| speech.number(value));
    let target = number.target.map(|target| speech.number(target));
    let target = target.map(|target| speech.say("header.of", &[("target", &target), ("unit", unit)]));
    let behind = behind.filter(|behind| *behind > 0).map(|behind| {
        let behind = speech.say("header.behind", &[("n", &behind.to_string())]);
        el("span").class(tone(status)).words(behind)
    });
    let figures = el("span class=number")
        .child(explained(
            "button type=button class=explained",
            speech,
            current,
            Number::Star,
            ask,
        ))
        .words(target.unwrap_or_default())
        .maybe(behind);
    let row = el("div class=row")
        .child(el("span").text(&number.title))
        .child(el("span class=push"))
        .child(figures);
    el("div class=star-metric")
        .child(row)
        .child(bar(progress.clamped(), expected, status))
}

/// What somebody must know before they rely on what they see; mostly nothing.
fn notices(speech: &Speech, state: &State) -> Vec<String> {
    let kept = matches!(state.keeping, Keeping::Opening | Keeping::Browser | Keeping::Memory);
    if kept && state.sharing.is_none() && state.stranger.is_none() && state.ahead == 0 {
        return Vec::new();
    }
    told(speech, state)
}

#[inline(never)]
fn told(speech: &Speech, state: &State) -> Vec<String> {
    let mut notices = Vec::new();
    if state.keeping == Keeping::Refused {
        notices.push(speech.get("notice.refused"));
    }
    if let Keeping::Unsupported(store) = &state.keeping {
        notices.push(speech.say("notice.unsupported", &[("store", store)]));
    }
    if state.keeping == Keeping::NoId {
        notices.push(speech.get("notice.no-id"));
    }
    if let Some(sharing) = &state.sharing {
        notices.extend(sharing::clock(speech, sharing));
    }
    if let Some(name) = &state.stranger {
        notices.push(speech.say("notice.stranger", &[("name", name)]));
    }
    if state.ahead > 0 {
        notices.push(speech.count("notice.ahead", state.ahead));
    }
    notices
}
