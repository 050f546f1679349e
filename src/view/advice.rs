//! What a card says before somebody takes it. It comes after the first drawing, into places that are there before.

use super::card::Shown;
use super::el::{El, el};
use super::speech::Speech;
use crate::domain::advice::Speaking;
use crate::domain::decision::{Answer, Manner, Over, Party, Right};
use crate::domain::goals::InitiativeState;

/// What the viewer may decide; an empty place until that is known, nothing where nothing will come.
pub(super) fn right(shown: &Shown) -> Option<El> {
    let open = shown.work.state == InitiativeState::Open;
    if !open || shown.initiative.decision_area.is_none() || shown.board.0.viewer.is_none() {
        return None;
    }
    let place = el("span class=right");
    match shown.advice.as_ref().and_then(|advice| advice.right.as_ref()) {
        Some(right) => {
            let words = decides(&shown.speech, right);
            Some(place.attr("title", &words).words(words))
        }
        None => Some(place),
    }
}

/// In place of "Free to take": the limit that speaks up.
pub(super) fn free(shown: &Shown) -> El {
    let place = el("span class=free-to-take");
    match limit(shown) {
        Some(limit) => limited(place, &shown.speech, limit),
        None => place.words(shown.speech.get("card.free")),
    }
}

/// In place of "Room for one more": that claims wait.
pub(super) fn room(shown: &Shown) -> String {
    match limit(shown).filter(|limit| limit.stops) {
        Some(_) => shown.speech.get("card.claims-wait"),
        None => shown.speech.count("card.room", shown.work.seats_free()),
    }
}

fn limit(shown: &Shown) -> Option<&Speaking> {
    shown.advice.as_ref().and_then(|advice| advice.limit.as_ref())
}

#[inline(never)]
fn limited(place: El, speech: &Speech, limit: &Speaking) -> El {
    let words = limit_words(speech, limit);
    let place = place.class(if limit.stops { "bad" } else { "warn" });
    place.attr("title", &words).words(words)
}

/// "Quarter budget: over the budget. New claims wait."
#[inline(never)]
pub(super) fn limit_words(speech: &Speech, limit: &Speaking) -> String {
    let key = match (limit.money, limit.stops) {
        (true, true) => "card.over-budget.stops",
        (true, false) => "card.over-budget",
        (false, true) => "card.out-of-bounds.stops",
        (false, false) => "card.out-of-bounds",
    };
    speech.say(key, &[("limit", &limit.title)])
}

/// "€1,000 over your limit: ask Ana".
#[inline(never)]
fn decides(speech: &Speech, right: &Right) -> String {
    let names = |parties: &[Party]| {
        let names: Vec<_> = parties.iter().map(|party| name(speech, party)).collect();
        names.join(", ")
    };
    match (&right.answer, &right.why.over) {
        (Answer::YouDecide { ask, .. }, _) if !ask.is_empty() => speech.say("card.ask-first", &[("who", &names(ask))]),
        (Answer::YouDecide { tell, .. }, _) if !tell.is_empty() => speech.say("card.tell", &[("who", &names(tell))]),
        (Answer::YouDecide { .. }, _) => speech.get("card.you-decide"),
        (Answer::Together { with, .. }, _) => speech.say("card.together", &[("who", &names(with))]),
        (
            Answer::TheyDecide {
                who,
                manner: Manner::WhenAsked,
            },
            Over::By(money),
        ) => speech.say("card.over", &[("money", &speech.money(money)), ("who", &names(who))]),
        (Answer::TheyDecide { who, manner }, _) => {
            let key = match manner {
                Manner::WhenAsked => "card.ask",
                Manner::AskingYouFirst => "card.asks-you",
                Manner::Together => "card.they-together",
                Manner::Alone | Manner::Explaining | Manner::TellingYou => "card.they",
            };
            speech.say(key, &[("who", &names(who))])
        }
        (Answer::NobodyIsNamed, _) => speech.get("right.nobody"),
    }
}

fn name(speech: &Speech, party: &Party) -> String {
    match party {
        Party::Member(person) => person.first_name().to_owned(),
        other => other
            .name()
            .map_or_else(|| speech.get("right.everybody"), |name| name.to_string()),
    }
}
