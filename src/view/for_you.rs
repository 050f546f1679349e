//! For you: what waits for the viewer, and the news in one line. Its place is there before the words are.

use yew::Callback;

use super::ask::Ask;
use super::el::{El, el, yes_no};
use super::speech::Speech;
use super::step::step;
use crate::app::{Lately, State};
use crate::domain::for_you::{Matter, Want};
use crate::domain::news::Part;

pub(super) fn for_you(speech: &Speech, state: &State, unfolded: bool, ask: &Callback<Ask>) -> Option<El> {
    let known = state.viewer.is_some() && state.stranger.is_none();
    let place = known.then(|| el("section class=for-you part=for-you"))?;
    Some(match &state.lately {
        Some(lately) => filled(place, speech, state, lately, unfolded, ask),
        None => place,
    })
}

#[inline(never)]
fn filled(place: El, speech: &Speech, state: &State, lately: &Lately, unfolded: bool, ask: &Callback<Ask>) -> El {
    let place = place.attr("aria-label", &speech.get("for-you.title"));
    let matters: &[Matter] = if state.readonly() { &[] } else { &lately.matters };
    let Some((first, others)) = matters.split_first() else {
        return place
            .child(el("p class=matter").child(el("span class=soft").words(speech.get("for-you.nothing"))))
            .child(news(speech, lately));
    };
    let more = (!others.is_empty()).then(|| {
        el("button type=button class=link")
            .attr("aria-expanded", yes_no(unfolded))
            .click(ask, Ask::Unfold)
            .words(speech.count("for-you.more", others.len()))
    });
    let heading = el("strong class=count").words(speech.number(matters.len() as f64));
    let first = matter(speech, first, ask);
    let row = el("div class=matter")
        .child(heading)
        .child(first.0)
        .child(first.1)
        .maybe(more);
    let place = place.child(row).child(news(speech, lately));
    if !unfolded {
        return place;
    }
    let mut list = el("ul class=matters");
    for other in others {
        let (words, button) = matter(speech, other, ask);
        list.add(el("li class=matter").child(words).child(button));
    }
    place.child(list)
}

/// What it is, and what to do.
fn matter(speech: &Speech, matter: &Matter, ask: &Callback<Ask>) -> (El, El) {
    let text = sentence(speech, matter);
    let button = step(speech, ask, &matter.step, &matter.title, &text);
    (el("span class=words").attr("title", &text).words(text), button)
}

fn sentence(speech: &Speech, matter: &Matter) -> String {
    let name = match &matter.want {
        Want::Review { by }
        | Want::Help { by, .. }
        | Want::Answer { by }
        | Want::Accept { by }
        | Want::DecidePitch { by, .. }
        | Want::DecideProposal { by, .. }
        | Want::Revise { by, .. }
        | Want::Feedback { by } => by.first_name(),
        Want::Begin | Want::LetIn | Want::CheckIn { .. } => "",
    };
    let day = speech.day(matter.since);
    speech.say(
        matter.want.key(),
        &[("name", name), ("title", &matter.title), ("day", &day)],
    )
}

/// "Since Monday: 3 finished, 1 stuck, engagement 10 → 12".
pub(super) fn news(speech: &Speech, lately: &Lately) -> El {
    let parts: Vec<_> = lately.news.parts().iter().map(|part| told(speech, part)).collect();
    let since = speech.weekday(lately.since);
    let words = if parts.is_empty() {
        speech.say("news.none", &[("day", &since)])
    } else {
        speech.say("news.since", &[("day", &since), ("news", &parts.join(" · "))])
    };
    el("p class=news").attr("title", &words).words(words)
}

fn told(speech: &Speech, part: &Part<'_>) -> String {
    match part {
        Part::Count { key, n } => speech.count(key, *n),
        Part::Moved(moved) => {
            let from = moved.from.map(|from| speech.number(from)).unwrap_or_default();
            let to = speech.number(moved.to);
            speech.say(part.key(), &[("title", &moved.title), ("from", &from), ("to", &to)])
        }
    }
}
